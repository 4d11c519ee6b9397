"""Questions for what was reported: which measures answer, with which reports, and what is added up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from index import NO_REPORTS, Answer, Assistant, Memory, Reported, Reports, Total, When, turn
from index.progress import Missing, due_period, totals
from tests.index.reported import TODAY, measure, report


def ask(assistant: Assistant, question: str, *reported: Reported, pending: bool = False) -> Answer:
    """The answer to a question when this was reported."""
    return assistant.answer(question, TODAY, reports=Reports.of(reported, pending))


def values(answer: Answer) -> dict[str, list[tuple[Any, str]]]:
    """What an answer carries: values and periods by plan and line of the record."""
    return {
        f"{key.partition('-')[0]}:{key.rpartition(':')[2]}": [(one.value, one.period) for one in held]
        for key, held in answer.reported.items()
    }


# ── what an answer carries ──────────────────────────────────────────────────────────────────────────────────


def test_a_card_carries_the_newest_period_of_each_indicator(assistant: Assistant) -> None:
    bacau = measure(assistant, "bacau:87")
    answer = ask(
        assistant,
        "3.1.2 bacau",
        report(bacau, 14.0, period="2024"),
        report(bacau, 20.0, period="2023"),
        report(bacau, 3.0, nth=1, period="2022"),
    )
    assert (answer.intent, values(answer)) == ("measure", {"bacau:87": [(14.0, "2024"), (3.0, "2022")]})


def test_who_asks_how_far_it_is_gets_every_period_the_newest_first(assistant: Assistant) -> None:
    bacau = measure(assistant, "bacau:87")
    periods = ("2023", "2024-Q1", "2024-H1", "2024")
    answer = ask(assistant, "stadiul măsurii 3.1.2 bacău", *(report(bacau, 1.0, period=p) for p in periods))
    assert values(answer) == {"bacau:87": [(1.0, "2024"), (1.0, "2024-H1"), (1.0, "2024-Q1"), (1.0, "2023")]}


def test_several_places_of_one_period_stand_beside_one_another(assistant: Assistant) -> None:
    bacau = measure(assistant, "bacau:87")
    places = [report(bacau, n, id=n, place=place) for n, place in ((5, "Moinești"), (9, "Onești"))]
    assert values(ask(assistant, "3.1.2 bacau", *places)) == {"bacau:87": [(9.0, "2024"), (5.0, "2024")]}


@pytest.mark.parametrize("became", ["submitted", "returned", "withdrawn"])
def test_a_citizen_is_shown_nothing_that_was_not_approved(assistant: Assistant, became: str) -> None:
    reported = report(measure(assistant, "bacau:87"), 14.0, state=became)
    asked = ("3.1.2 bacau", "stadiul măsurii 3.1.2 bacău", "ce s-a raportat la Bacău")
    assert [ask(assistant, q, reported).reported for q in asked] == [{}, {}, {}]


def test_staff_are_shown_what_waits_but_not_what_was_returned(assistant: Assistant) -> None:
    bacau = measure(assistant, "bacau:87")
    reported = [
        report(bacau, n, id=n, state=s) for n, s in ((1, "approved"), (2, "submitted"), (3, "returned"))
    ]
    answer = ask(assistant, "3.1.2 bacau", *reported, pending=True)
    assert values(answer) == {"bacau:87": [(2.0, "2024"), (1.0, "2024")]}


def test_of_two_reports_of_the_same_the_newest_counts(assistant: Assistant) -> None:
    bacau = measure(assistant, "bacau:87")
    older = report(bacau, 10.0, id=1, day=date(2026, 1, 2))
    newer = report(bacau, 12.0, id=2, day=date(2026, 1, 3))
    assert values(ask(assistant, "stadiul 3.1.2 bacău", older, newer)) == {"bacau:87": [(12.0, "2024")]}


def test_a_report_about_an_indicator_that_is_gone_is_not_shown(assistant: Assistant) -> None:
    bacau = measure(assistant, "bacau:87")
    gone = report(bacau, 14.0, indicator=f"{bacau.id}#00000000")
    assert ask(assistant, "stadiul măsurii 3.1.2 bacău", gone).reported == {}


def test_without_reports_an_answer_is_the_same_as_ever(assistant: Assistant) -> None:
    asked = ("3.1.2 bacau", "centre de zi în Urziceni", "câte măsuri are planul Iași")
    elsewhere = Reports.of([report(measure(assistant, "timisoara:35"), 1.0)])
    assert [assistant.answer(q, TODAY) for q in asked] == [
        assistant.answer(q, TODAY, reports=elsewhere) for q in asked
    ]


# ── the measures that answer ────────────────────────────────────────────────────────────────────────────────


WORLD: dict[str, tuple[Any, str, str, str, str | None]] = {
    # measure: value, period, day it was written, by whom, place
    "bacau:87": (14.0, "2024", "2026-11-22", "DGASPC Bacău", None),
    "bacau:13": (3.0, "2023", "2026-10-05", "DGASPC Bacău", None),
    "iasi:622": ("partly", "2026-Q3", "2025-12-31", "DGASPC Iași", "Pașcani"),
    "iasi:574": (2.0, "2026-H1", "2026-11-02", "SPAS", None),
}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("ce s-a raportat", ["bacau:87", "iasi:574", "bacau:13", "iasi:622"]),
        ("what was reported", ["bacau:87", "iasi:574", "bacau:13", "iasi:622"]),
        ("ce s-a raportat luna asta la Bacău", ["bacau:87"]),
        ("what was reported in Bacău this month", ["bacau:87"]),
        ("ce s-a raportat luna asta", ["bacau:87", "iasi:574"]),
        ("ce s-a raportat luna trecută", ["bacau:13"]),
        ("ce s-a raportat azi", ["bacau:87"]),
        ("ce s-a raportat săptămâna asta", ["bacau:87"]),
        ("ce s-a raportat în octombrie 2026", ["bacau:13"]),
        ("ce s-a raportat la DGASPC anul trecut", ["iasi:622"]),
        ("ce s-a raportat pentru 2024", ["bacau:87"]),
        ("ce s-a raportat pentru anul ăsta", ["iasi:574", "iasi:622"]),
        ("what was reported for 2023", ["bacau:13"]),
        ("stadiul planului Bacău în 2023", ["bacau:13"]),
        ("ce s-a raportat la Pașcani", ["iasi:622"]),
        ("ce a raportat SPAS", ["iasi:574"]),
        ("ce s-a raportat la Timișoara", []),
        ("ce s-a raportat ieri", []),
    ],
)
def test_reports_are_found_by_when_where_and_who(
    assistant: Assistant, question: str, found: list[str]
) -> None:
    held = [
        report(measure(assistant, short), value, period=period, day=day, by=by, place=place)
        for short, (value, period, day, by, place) in WORLD.items()
    ]
    answer = ask(assistant, question, *held)
    ids = [measure(assistant, short).id for short in found]
    assert (answer.outcome, [r.id for r in answer.records], answer.total, answer.intent) == (
        "answered" if found else "nothing",
        ids,
        len(found),
        "progress",
    )
    assert list(answer.reported) == ids


@pytest.mark.parametrize(
    ("question", "when"),
    [
        ("ce s-a raportat luna asta la Bacău", When(period="2026-11", by="day")),
        ("ce s-a raportat pentru luna asta la Bacău", When(period="2026-11", by="period")),
        ("ce s-a raportat în 2025", When(period="2025", by="day")),
        ("ce s-a raportat pentru 2025", When(period="2025", by="period")),
        ("stadiul măsurii 3.1.2 iași în 2025", When(period="2025", by="period")),
        ("ce s-a raportat trimestrul trecut", When(period="2026-Q3", by="day")),
        ("what was reported last year", When(period="2025", by="day")),
        ("stadiul măsurii 3.1.2 iași", None),
    ],
)
def test_the_words_say_whether_it_is_when_it_was_written_or_what_it_is_about(
    assistant: Assistant, question: str, when: When | None
) -> None:
    assert assistant.answer(question, TODAY).when == when


def test_a_target_is_found_by_its_number_and_what_is_counted(assistant: Assistant) -> None:
    ialomita = measure(assistant, "ialomita:9")
    answer = ask(assistant, "cât din ținta de 10 ședințe s-a făcut", report(ialomita, 6.0))
    assert (values(answer), answer.total) == ({"ialomita:9": [(6.0, "2024")]}, 1)


def test_a_target_that_no_plan_has_finds_nothing_although_there_are_reports(assistant: Assistant) -> None:
    answer = ask(assistant, "cât din ținta de 12.345 s-a făcut", report(measure(assistant, "bacau:87"), 14.0))
    assert (answer.outcome, answer.records) == ("nothing", ())


def test_the_next_message_may_name_another_place(assistant: Assistant) -> None:
    reports = Reports.of([report(measure(assistant, "iasi:574"), 2.0)])
    _, memory = turn(assistant, Memory(), "ce s-a raportat luna asta la Bacău", TODAY, reports)
    reply, _ = turn(assistant, memory, "dar la Iași?", TODAY, reports)
    assert reply.answer is not None
    assert (values(reply.answer), reply.answer.when) == (
        {"iasi:574": [(2.0, "2024")]},
        When(period="2026-11", by="day"),
    )


def test_how_far_it_is_may_be_asked_of_the_measure_spoken_of(assistant: Assistant) -> None:
    reports = Reports.of([report(measure(assistant, "bacau:87"), 14.0)])
    _, memory = turn(assistant, Memory(), "3.1.2 bacau", TODAY, reports)
    reply, _ = turn(assistant, memory, "și stadiul?", TODAY, reports)
    assert reply.answer is not None
    assert (reply.answer.intent, values(reply.answer)) == ("progress", {"bacau:87": [(14.0, "2024")]})


# ── what was not reported ───────────────────────────────────────────────────────────────────────────────────


def test_a_measure_is_missing_until_each_of_its_indicators_is_reported(assistant: Assistant) -> None:
    iasi = measure(assistant, "iasi:574")
    all_three = [report(iasi, 1.0, nth=n, period="2026") for n in range(3)]
    left = [ask(assistant, "cine nu a raportat în Iași", *all_three[:n]).total for n in range(4)]
    assert (len(iasi.indicator_facts), left) == (3, [84, 84, 84, 83])


def test_what_waits_for_approval_was_reported(assistant: Assistant) -> None:
    iasi = measure(assistant, "iasi:574")
    sent = [report(iasi, 1.0, nth=n, period="2026", state="submitted") for n in range(3)]
    returned = [one.model_copy(update={"state": "returned"}) for one in sent]
    left = [ask(assistant, "cine nu a raportat în Iași", *held).total for held in (sent, returned)]
    assert left == [83, 84]


def test_a_report_of_last_year_does_not_settle_this_year(assistant: Assistant) -> None:
    iasi = measure(assistant, "iasi:574")
    answer = ask(assistant, "ce e de raportat la 2.3.4 iași", report(iasi, 1.0, period="2025"))
    ids = tuple(fact.id for fact in iasi.indicator_facts)
    assert answer.missing == {iasi.id: Missing(period="2026", indicators=ids, of=3)}


def test_a_time_that_is_named_takes_the_place_of_what_is_due(assistant: Assistant) -> None:
    iasi = measure(assistant, "iasi:574")
    held = [report(iasi, 1.0, nth=n, period="2025") for n in range(3)]
    asked = ("cine nu a raportat pentru 2025 în Iași", "cine nu a raportat pentru 2024 în Iași")
    assert [ask(assistant, q, *held).total for q in asked] == [83, 84]


def test_a_plan_that_has_run_out_is_due_for_its_last_period(assistant: Assistant) -> None:
    shorts = ("ialomita:9", "timisoara:35", "iasi:622", "bacau:87")
    years = (2024, 2022, 2027, 2024)
    due = [due_period(measure(assistant, s), y, TODAY) for s, y in zip(shorts, years, strict=True)]
    assert due == ["2024", "2017", "2026", "2024"]


# ── sums ────────────────────────────────────────────────────────────────────────────────────────────────────

WORDS = {"total": ["numar total", "total"], "running": ["cumulat"]}


@pytest.mark.parametrize(
    ("text", "told", "added"),
    [
        ("Nr. copii", [(5, "2024", "A"), (9, "2024", "B")], None),
        ("Număr total de copii", [(5, "2024", "A"), (9, "2024", "B")], (14.0, "2024", "2024")),
        ("Număr total de copii", [(5, "2024-Q2", None), (9, "2024-Q1", None)], (14.0, "2024-Q1", "2024-Q2")),
        ("Număr de măsuri, din total", [(5, "2024", "A"), (9, "2024", "B")], None),
        # the whole holds its places, and the year its quarters
        ("Număr total de copii", [(20, "2024", None), (9, "2024", "B")], None),
        ("Număr total de copii", [(20, "2024", None), (9, "2024-Q1", None)], None),
        ("Număr total de copii", [(20, "2024", None)], None),
        # a running total holds those before it
        ("Copii, cumulat", [(20, "2024", None), (9, "2023", None)], None),
        ("Copii, cumulat", [(20, "2024", "A"), (7, "2024", "B"), (9, "2023", None)], (27.0, "2024", "2024")),
    ],
)
def test_only_what_is_a_sum_by_its_wording_is_added_up(
    assistant: Assistant, text: str, told: list[Any], added: tuple[float, str, str] | None
) -> None:
    known = measure(assistant, "bacau:87")
    fact = known.indicator_facts[0].model_copy(update={"text": text})
    record = known.model_copy(update={"indicator_facts": (fact,)})
    reported = [report(record, float(v), period=p, place=place) for v, p, place in told]
    expected = (
        () if added is None else (Total(indicator=fact.id, amount=added[0], first=added[1], last=added[2]),)
    )
    assert totals(record, reported, WORDS) == expected


def test_what_a_coordinator_said_is_a_sum_is_added_up(assistant: Assistant) -> None:
    bacau = measure(assistant, "bacau:87")
    places = [report(bacau, n, place=place, sums=True) for n, place in ((5.0, "Moinești"), (9.0, "Onești"))]
    answer = ask(assistant, "stadiul măsurii 3.1.2 bacău", *places)
    total = Total(indicator=bacau.indicator_facts[0].id, amount=14.0, first="2024", last="2024")
    assert answer.totals == {bacau.id: (total,)}


def test_percentages_and_what_waits_are_never_added_up(assistant: Assistant) -> None:
    bacau = measure(assistant, "bacau:87")
    shares = [report(bacau, n, kind="percent", place=p, sums=True) for n, p in ((5.0, "A"), (9.0, "B"))]
    waiting = [report(bacau, n, place=p, sums=True, state="submitted") for n, p in ((5.0, "A"), (9.0, "B"))]
    assert [totals(bacau, held, WORDS) for held in (shares, waiting)] == [(), ()]


def test_no_reports_is_nothing_made_ready() -> None:
    assert Reports.of([]) == NO_REPORTS
