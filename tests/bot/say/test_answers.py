"""One record in words: what it is, whether it runs, what was asked, and whom to ask next (rules 4-8, 13)."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from bot.say import LANGS, Lang
from index import Assistant, Record
from tests.bot.say.said import DOOR, SAYS_NOT, STATUS, one_of, say_records

DOORS = ("measure", "service", "project", "campaign", "training")
"""Kinds that people ask for."""


def asks(data: Path) -> tuple[str, ...]:
    """Every field that may be asked about, without those that only open a question."""
    with (data / "vocabulary" / "questions.toml").open("rb") as file:
        return tuple(a for a in tomllib.load(file)["ask"] if a not in ("content", "location", "who"))


def with_status(assistant: Assistant, *status: str) -> list[Record]:
    """The records of a state."""
    return [r for r in assistant.index.records if r.status in status]


# ── rule 6: what runs, what is only planned, what closes ────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", LANGS)
def test_the_first_line_says_whether_a_service_runs(assistant: Assistant, lang: Lang) -> None:
    records = with_status(assistant, "existing", "planned", "closing")
    firsts = {r.id: say_records(assistant, [r], lang).split("\n")[0].lower() for r in records}
    assert [r.id for r in records if STATUS[lang][str(r.status)] not in firsts[r.id]] == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_first_line_says_it_beside_any_field_that_was_asked(
    assistant: Assistant, data: Path, lang: Lang
) -> None:
    records = {s: with_status(assistant, s)[0] for s in ("existing", "planned", "closing")}
    said = {
        (s, ask): say_records(assistant, [r], lang, (ask,)).split("\n")[0]
        for s, r in records.items()
        for ask in asks(data)
    }
    assert [key for key, line in said.items() if STATUS[lang][key[0]] not in line] == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_planned_or_closing_record_is_ever_said_to_run(
    assistant: Assistant, data: Path, lang: Lang
) -> None:
    wrong = []
    for record in with_status(assistant, "planned", "closing"):
        for asked in ((), asks(data)):
            text = say_records(assistant, [record], lang, asked).lower()
            wrong += [record.id] if STATUS[lang]["existing"] in text or "functioneaza" in text else []
    assert wrong == []


def test_there_are_many_planned_and_some_closing_records(assistant: Assistant) -> None:
    planned, closing = (len(with_status(assistant, s)) for s in ("planned", "closing"))
    assert (planned > 250, closing >= 4) == (True, True)


# ── rule 8: full wording ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", LANGS)
def test_the_title_is_said_in_full_in_both_languages(assistant: Assistant, lang: Lang) -> None:
    records = [r for r in assistant.index.records if r.kind in (*DOORS, "objective", "passage")]
    assert [r.id for r in records if r.title not in say_records(assistant, [r], lang)] == []


@pytest.mark.parametrize("lang", LANGS)
def test_an_asked_list_is_said_item_by_item(assistant: Assistant, lang: Lang) -> None:
    wrong = []
    for record in (r for r in assistant.index.records if r.kind == "measure"):
        for ask in ("responsible", "partners", "funding", "groups", "indicators", "results"):
            items = [item.rstrip(" .;,") for item in getattr(record, ask)]
            line = say_records(assistant, [record], lang, (ask,)).split("\n")[0]
            wrong += [(record.id, ask, item) for item in items if item not in line]
    assert wrong == []


def test_a_whole_answer_in_romanian(assistant: Assistant) -> None:
    record = one_of(assistant, "ialomita:measure:34")
    assert say_records(assistant, [record]).split("\n") == [
        "Doar în plan: Înființarea unui cămin pentru persoanele vârstnice în com.Movila",
        "Unde: Movila.",
        "Răspunde: DGASPC.",
        "Termen: 2024.",
        "Rezultat: 1 cămin pentru persoane vârstnice în com.Movila.",
        "Bani din: Buget CJ.",
        f"Face parte din: {' › '.join(record.path)}.",
        "Din: PLANUL DE ACȚIUNE A SJDSS IALOMIȚA, ANUL 2024 (Ialomița, 2024), rândul 34.",
        "Planul s-a încheiat în 2024.",
        "Întreabă mai departe la: DGASPC Ialomița.",
    ]


def test_a_whole_answer_in_english_keeps_the_record_in_romanian(assistant: Assistant) -> None:
    record = one_of(assistant, "piatra-neamt:service:441")
    assert say_records(assistant, [record], "en", ("budget", "capacity")).split("\n") == [
        "Budget: Buget local mii lei 774. The service is running.",
        "Capacity: 100 persoane.",
        "Cantina Sociala",
        "Where: Piatra Neamț.",
        "From: Planul de acțiune privind serviciile sociale administrate și finanțate din bugetul "
        "Consiliului Local "
        "al Municipiului Piatra Neamț pentru anul 2023 (Piatra Neamț, 2023), lines 441–442.",
        "The plan ended in 2023.",
        "Ask next at: Direcția de Asistență Socială a Municipiului Piatra Neamț.",
    ]


# ── rule 5: what the plan leaves empty ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ask", ["responsible", "partners", "deadline", "funding", "groups"])
def test_an_empty_field_of_a_measure_is_said_to_be_empty(assistant: Assistant, ask: str, lang: Lang) -> None:
    measures = [r for r in assistant.index.records if r.kind == "measure"]
    said = {
        r.id: say_records(assistant, [r], lang, (ask,)).split("\n")[0].startswith(SAYS_NOT[lang])
        for r in measures
    }
    assert said == {r.id: not getattr(r, ask) for r in measures}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ask", ["capacity", "occupancy", "service_code", "staff", "licence"])
def test_an_empty_field_of_a_service_is_said_to_be_empty(assistant: Assistant, ask: str, lang: Lang) -> None:
    services = [r for r in assistant.index.records if r.kind == "service"]
    said = {
        r.id: say_records(assistant, [r], lang, (ask,)).split("\n")[0].startswith(SAYS_NOT[lang])
        for r in services
    }
    assert said == {r.id: not getattr(r, ask) for r in services}


@pytest.mark.parametrize("lang", LANGS)
def test_whatever_is_asked_of_any_kind_has_an_answer(assistant: Assistant, data: Path, lang: Lang) -> None:
    kinds = {r.kind: r for r in assistant.index.records}
    said = [
        say_records(assistant, [r], lang, (ask,)).split("\n")[0] for r in kinds.values() for ask in asks(data)
    ]
    assert [line for line in said if not line.strip()] == []


# ── rule 7: plans and licences that have run out ────────────────────────────────────────────────────────────

ENDED = {"ro": "s-a încheiat în", "en": "ended in"}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("today", "running"),
    [
        (date(2022, 12, 31), {"bacau", "ialomita", "iasi", "piatra-neamt", "timisoara"}),
        (date(2023, 1, 1), {"bacau", "ialomita", "iasi", "piatra-neamt"}),
        (date(2024, 12, 31), {"bacau", "ialomita", "iasi"}),
        (date(2026, 11, 22), {"iasi"}),
        (date(2028, 1, 1), set()),
    ],
)
def test_a_plan_that_has_run_out_is_said_once_and_one_that_runs_is_not(
    assistant: Assistant, today: date, running: set[str], lang: Lang
) -> None:
    one_each = {r.plan: r for r in assistant.index.records if r.kind == "measure"}
    counted = {
        slug.rstrip("-0123456789"): say_records(assistant, [r], lang, today=today).count(ENDED[lang])
        for slug, r in one_each.items()
    }
    assert counted == {slug: int(slug not in running) for slug in counted}


@pytest.mark.parametrize("lang", LANGS)
def test_the_end_of_a_plan_is_said_exactly_once_for_any_record(assistant: Assistant, lang: Lang) -> None:
    records = [r for r in assistant.index.records if r.kind in DOORS]
    counted = {r.id: say_records(assistant, [r], lang).count(ENDED[lang]) for r in records}
    assert counted == {r.id: int(not r.plan.startswith("iasi")) for r in records}


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 9, 22), "Licență: de la 24.09.2021 până la 23.09.2026."),
        (date(2026, 9, 23), "Licență: de la 24.09.2021 până la 23.09.2026."),
        (date(2026, 9, 24), "Licența a expirat la 23.09.2026 (era de la 24.09.2021)."),
    ],
)
@pytest.mark.parametrize("asked", [(), ("capacity",), ("licence",), ("staff", "capacity")])
def test_a_licence_that_has_passed_is_said_whatever_was_asked(
    assistant: Assistant, asked: tuple[str, ...], today: date, said: str
) -> None:
    record = one_of(assistant, "iasi:service:1276")
    text = say_records(assistant, [record], asks=asked, today=today)
    assert (text.count(said), text.count("23.09.2026")) == (1, 1)


def test_a_licence_that_has_passed_is_said_in_english_too(assistant: Assistant) -> None:
    text = say_records(assistant, [one_of(assistant, "iasi:service:1276")], "en")
    assert "The licence expired on 23.09.2026 (it ran from 24.09.2021)." in text.split("\n")


# ── rule 13: one door ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", LANGS)
def test_the_last_line_is_whom_to_ask_next(assistant: Assistant, lang: Lang) -> None:
    records = [r for r in assistant.index.records if r.kind in DOORS]
    last = {r.id: say_records(assistant, [r], lang).split("\n")[-1] for r in records}
    assert [line for line in last.values() if not line.startswith(DOOR[lang])] == []


@pytest.mark.parametrize(
    ("record", "door"),
    [
        ("iasi:service:1286", "Întreabă mai departe la: Fundăția Serviciilor Sociale Bethany."),
        ("iasi:measure:622", "Întreabă mai departe la: DGASPC Iași."),
        ("iasi:project:943", "Întreabă mai departe la: DGASPC Iași."),
        ("iasi:project:1046", "Întreabă mai departe la: DAS Iași."),
        (
            "iasi:project:1161",
            "Întreabă mai departe la serviciul de asistență socială (SPAS) de la primăria ta.",
        ),
    ],
)
def test_the_door_is_who_runs_it_or_a_directorate_or_the_town_hall(
    assistant: Assistant, record: str, door: str
) -> None:
    assert say_records(assistant, [one_of(assistant, record)]).split("\n")[-1] == door


@pytest.mark.parametrize("lang", LANGS)
def test_one_record_fits_one_message(assistant: Assistant, lang: Lang) -> None:
    records = [r for r in assistant.index.records if r.kind in DOORS]
    assert [r.id for r in records if len(say_records(assistant, [r], lang)) > 4096] == []
