"""What was reported, in words: on a card, to who asks for it, in a list, and where nothing was."""

from __future__ import annotations

from typing import Any

import pytest

from bot.say import LANGS, Lang, say_answer, texts
from bot.say.reported import say_period
from index import Assistant, Reported, Reports
from tests.bot.say.said import STATUS
from tests.bot.say.test_plurals import NUMBERS, romanian
from tests.index.reported import TODAY, measure, report


def said(
    assistant: Assistant, question: str, *reported: Reported, lang: Lang = "ro", pending: bool = False
) -> list[str]:
    """The lines of the text for a question."""
    reports = Reports.of(reported, pending)
    answer = assistant.answer(question, TODAY, lang=lang, reports=reports)
    return say_answer(answer, assistant.index, texts(lang)).splitlines()


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        (
            "ro",
            "Raportat: 14 asistenți pentru 2024, la 22.11.2026 de DGASPC Bacău "
            "– „Nr asistenți maternali profesioniști recrutați”.",
        ),
        (
            "en",
            "Reported: 14 asistenți for 2024, on 22.11.2026 by DGASPC Bacău "
            "– “Nr asistenți maternali profesioniști recrutați”.",
        ),
    ],
)
def test_a_card_says_the_value_the_period_the_day_and_who(
    assistant: Assistant, lang: Lang, line: str
) -> None:
    one = report(measure(assistant, "bacau:87"), 14.0, by="DGASPC Bacău")
    assert [x for x in said(assistant, "3.1.2 bacau", one, lang=lang) if "22.11.2026" in x] == [line]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("question", ["3.1.2 iasi", "stadiul măsurii 3.1.2 iași", "3.1.2 bacau"])
def test_no_report_makes_what_is_planned_run(assistant: Assistant, lang: Lang, question: str) -> None:
    done = [
        report(measure(assistant, short), "done", nth=n) for short in ("iasi:622", "bacau:87") for n in (0, 1)
    ]
    text = "\n".join(said(assistant, question, *done, lang=lang)).lower()
    assert (STATUS[lang]["planned"] in text, STATUS[lang]["existing"] in text) == (True, False)


def test_the_newest_value_stands_first_against_its_target(assistant: Assistant) -> None:
    ialomita = measure(assistant, "ialomita:9")
    told = [report(ialomita, 6.0, period="2024"), report(ialomita, 2.0, period="2023", by="DGASPC")]
    lines = said(assistant, "cât din ținta de 10 ședințe s-a făcut", *told)
    assert lines[0] == (
        "Raportat: 6 ședințe pentru 2024 (ținta din plan: 10), la 22.11.2026. Serviciul e doar în plan."
    )
    assert lines[3:5] == [
        "Raportat: 2 ședințe pentru 2023 (ținta din plan: 10), la 22.11.2026 de DGASPC.",
        "Valorile nu se adună între ele: planul nu cere o sumă.",
    ]


@pytest.mark.parametrize(
    ("lang", "first", "below"),
    [
        (
            "ro",
            "Încă nu e nimic raportat și aprobat la această măsură. Serviciul e doar în plan.",
            ["Rezultat: 10 ședințe", "Termen: 2024", "Răspunde: DGASPC"],
        ),
        (
            "en",
            "Nothing has been reported and approved for this measure yet. The service is only planned.",
            ["Result: 10 ședințe", "Deadline: 2024", "Responsible: DGASPC"],
        ),
    ],
)
def test_without_reports_the_target_the_deadline_and_whom_to_ask_are_said(
    assistant: Assistant, lang: Lang, first: str, below: list[str]
) -> None:
    lines = said(assistant, "cât din ținta de 10 ședințe s-a făcut", lang=lang)
    assert (lines[0], [a.startswith(b) for a, b in zip(lines[3:6], below, strict=True)]) == (
        first,
        [True] * 3,
    )


def test_a_sum_is_said_only_where_it_is_one(assistant: Assistant) -> None:
    bacau = measure(assistant, "bacau:87")
    places = [report(bacau, n, place=p, sums=True) for n, p in ((5.0, "Moinești"), (16.0, "Onești"))]
    text = said(assistant, "stadiul măsurii 3.1.2 bacău", *places)
    assert "Adunate, pentru 2024: 21 de asistenți." in text
    apart = said(
        assistant, "stadiul măsurii 3.1.2 bacău", *(p.model_copy(update={"sums": False}) for p in places)
    )
    assert [line for line in apart if line.startswith(("Adunate", "Valorile"))] == [
        "Valorile nu se adună între ele: planul nu cere o sumă."
    ]


@pytest.mark.parametrize(
    ("lang", "waits"), [("ro", "(așteaptă aprobarea)"), ("en", "(waiting for approval)")]
)
def test_what_waits_is_said_so_to_staff_and_not_at_all_to_citizens(
    assistant: Assistant, lang: Lang, waits: str
) -> None:
    one = report(measure(assistant, "bacau:87"), 14.0, state="submitted")
    staff, citizen = (
        "\n".join(said(assistant, "3.1.2 bacau", one, lang=lang, pending=pending))
        for pending in (True, False)
    )
    assert (waits in staff, waits in citizen, "22.11.2026" in citizen) == (True, False, False)


@pytest.mark.parametrize(
    ("value", "changes", "words"),
    [
        (14.0, {}, "14 asistenți"),
        (1.0, {}, "1 (asistenți)"),
        (20.0, {}, "20 de asistenți"),
        (3.5, {}, "3,5 asistenți"),
        (1250.0, {}, "1.250 de asistenți"),
        (30.0, {"kind": "percent"}, "30 %"),
        ("done", {}, "făcut"),
        ("partly", {}, "făcut în parte"),
        ("not-done", {}, "nefăcut"),
        ("două tipuri", {"kind": "text"}, "„două tipuri”"),
        (None, {}, "nimic de raportat"),
        (14.0, {"place": "Moinești"}, "14 asistenți la Moinești"),
    ],
)
def test_a_value_is_said_as_its_kind_wants(
    assistant: Assistant, value: float | str | None, changes: dict[str, Any], words: str
) -> None:
    one = report(measure(assistant, "bacau:87"), value, **changes)
    first = said(assistant, "stadiul măsurii 3.1.2 bacău", one)[0]
    assert first.startswith(f"Raportat: {words} pentru 2024, la 22.11.2026")


@pytest.mark.parametrize(
    ("period", "romanian_words", "english_words"),
    [
        ("2024", "2024", "2024"),
        ("2024-H1", "semestrul I 2024", "half-year I 2024"),
        ("2024-Q3", "trimestrul III 2024", "quarter III 2024"),
        ("2024-11", "noiembrie 2024", "November 2024"),
        ("2024-11-02", "02.11.2024", "02.11.2024"),
        ("2024-03-01/2024-04-15", "01.03.2024–15.04.2024", "01.03.2024–15.04.2024"),
    ],
)
def test_a_period_is_said_in_words(period: str, romanian_words: str, english_words: str) -> None:
    assert [say_period(period, texts(lang)) for lang in LANGS] == [romanian_words, english_words]


def test_a_list_has_one_short_line_for_a_record_with_a_report(assistant: Assistant) -> None:
    ialomita = measure(assistant, "ialomita:11")
    lines = said(assistant, "ce măsuri are planul Ialomița", report(ialomita, 12.0, nth=1, place="Urziceni"))
    assert [line.count("raportat: 12 copii la Urziceni pentru 2024") for line in lines if line[:1].isdigit()][
        :4
    ] == [
        0,
        0,
        1,
        0,
    ]


def test_who_has_not_reported_is_told_with_how_many_each_answers_for(assistant: Assistant) -> None:
    lines = said(assistant, "cine nu a raportat în Iași")
    assert lines[0] == "Fără raportare: 84 de măsuri."
    assert lines[1].startswith("Cine răspunde de ele: DGASPC Iași (84), ")
    assert "Fără raportare pentru 2026: 2 din 2 indicatori; Răspunde: DGASPC" in lines[2]


def test_nothing_reported_says_the_time_that_was_looked_at(assistant: Assistant) -> None:
    assert said(assistant, "ce s-a raportat luna asta la Bacău")[:2] == [
        "Nu am găsit nicio raportare aprobată: Bacău.",
        "Am căutat ce s-a raportat în: noiembrie 2026.",
    ]


def test_beside_a_service_stands_what_was_reported_about_its_measure(assistant: Assistant) -> None:
    """No plan of the five lists a service in the row of a measure: one is put there."""
    bacau = measure(assistant, "bacau:87")
    service = next(r for r in assistant.index.records if r.kind == "service" and r.status == "planned")
    beside = {service.id: (report(bacau, 14.0, by="DGASPC Bacău"),)}
    answer = assistant.show([service], TODAY, "ro").model_copy(update={"reported": beside})
    lines = say_answer(answer, assistant.index, texts("ro")).splitlines()
    at = lines.index("La măsura din plan de care ține (3.1.2):")
    assert lines[0].startswith("Doar în plan: ")
    assert lines[at + 1].startswith("Raportat: 14 asistenți pentru 2024, la 22.11.2026 de DGASPC Bacău")


@pytest.mark.parametrize("n", NUMBERS[1:])
def test_reports_that_are_left_are_counted(n: int) -> None:
    words = romanian("raportare", "raportări")[NUMBERS.index(n)]
    expected = "și încă o raportare" if n == 1 else f"și încă {words}"
    assert texts("ro")("reported-more", n=n) == expected


@pytest.mark.parametrize("n", NUMBERS[2:])
def test_indicators_without_a_report_are_counted(n: int) -> None:
    words = romanian("indicator", "indicatori")[NUMBERS.index(n)]
    assert (
        texts("ro")("unreported", n=n, of=n, period="2024") == f"Fără raportare pentru 2024: {n} din {words}."
    )


@pytest.mark.parametrize("lang", LANGS)
def test_the_longest_answer_of_reports_fits_a_message(assistant: Assistant, lang: Lang) -> None:
    held = [
        report(record, 1234.5, nth=n, id=n, period=period, place="Piatra-Neamț", by="DGASPC " + "x" * 50)
        for record in assistant.index.records
        if record.kind == "measure"
        for n in range(len(record.indicator_facts))
        for period in ("2023", "2024", "2024-Q1")
    ]
    asked = ("ce s-a raportat", "cine nu a raportat", "stadiul măsurii 3.1.2 iași", "3.1.2 iași")
    longest = max(len("\n".join(said(assistant, q, *held, lang=lang))) for q in asked)
    assert longest <= 4096
