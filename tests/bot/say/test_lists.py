"""Several records in words: each with its place, who and state; a choice of those that fit (rules 4, 6-8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.say import LANGS, Lang
from index import Assistant, Record
from tests.bot.say.said import DOOR, STATUS, one_of, say_asked, say_records

SHORTEST_TITLE = 150
"""Characters that are left of a title, however long the list."""
KINDS = ("measure", "service", "project")


def lines_of(assistant: Assistant, lang: Lang, asks: tuple[str, ...] = ()) -> Iterator[tuple[Record, str]]:
    """Every measure, service and project with its line in a list of ten."""
    records = [r for r in assistant.index.records if r.kind in KINDS]
    for start in range(0, len(records) - 1, 10):
        ten = records[start : start + 10]
        lines = say_records(assistant, ten, lang, asks).split("\n")[1 : len(ten) + 1]
        yield from zip(ten, lines, strict=True)


def place_of(assistant: Assistant, record: Record, lang: Lang) -> str:
    """Its place, or the town or county whose plan it is."""
    county = f"județul {record.county}" if lang == "ro" else f"{record.county} county"
    return record.locality or assistant.index.plans[record.plan].locality or county


def who(record: Record) -> list[str]:
    """Who answers for it, gives it or carries it, as printed."""
    names = [*record.responsible, record.provider, record.institution]
    return [name.rstrip(" .;,") for name in names if name]


def title_in(line: str, record: Record) -> str:
    """The title as a line may have it: whole, or, in a list too long for one message, its beginning."""
    begun, cut, _ = line.partition("…")
    begun = begun.partition(". ")[2].removeprefix(f"{record.code} – ")
    whole = record.title in line or not cut or len(begun) < SHORTEST_TITLE
    return record.title if whole or not record.title.startswith(begun) else f"{begun}…"


@pytest.mark.parametrize("lang", LANGS)
def test_titles_are_shortened_only_in_a_list_that_would_not_fit(assistant: Assistant, lang: Lang) -> None:
    records = sorted((r for r in assistant.index.records if r.kind in KINDS), key=lambda r: -len(r.title))
    long, short = say_records(assistant, records[:10], lang), say_records(assistant, records[-10:], lang)
    assert ("…" in long, "…" in short, all(r.title in short for r in records[-10:])) == (True, False, True)


@pytest.mark.parametrize("lang", LANGS)
def test_each_line_of_a_list_has_a_number_the_title_the_place_and_who(
    assistant: Assistant, lang: Lang
) -> None:
    wrong = []
    for record, line in lines_of(assistant, lang):
        said = [title_in(line, record), place_of(assistant, record, lang), *who(record)]
        wrong += [(record.id, part) for part in said if part not in line]
        wrong += [] if line.partition(". ")[0].isdigit() else [(record.id, line)]
    assert wrong == []


@pytest.mark.parametrize("lang", LANGS)
def test_each_line_of_a_list_has_its_own_state_and_no_other(assistant: Assistant, lang: Lang) -> None:
    said = {}
    for record, line in lines_of(assistant, lang):
        facts = line.replace(record.title, "")
        said[record.id] = [state for state, words in STATUS[lang].items() if f"; {words}" in facts]
    assert said == {r.id: [r.status] if r.status else [] for r in assistant.index.records if r.id in said}


@pytest.mark.parametrize("lang", LANGS)
def test_no_planned_record_of_a_list_is_said_to_run(assistant: Assistant, lang: Lang) -> None:
    wrong = [
        record.id
        for asks in ((), ("deadline", "capacity"))
        for record, line in lines_of(assistant, lang, asks)
        if record.status in ("planned", "closing") and STATUS[lang]["existing"] in line.lower()
    ]
    assert wrong == []


@pytest.mark.parametrize("lang", LANGS)
def test_each_line_of_a_list_has_the_field_that_was_asked(assistant: Assistant, lang: Lang) -> None:
    label = {"ro": "Termen: ", "en": "Deadline: "}[lang]
    wrong = [
        record.id
        for record, line in lines_of(assistant, lang, ("deadline",))
        if record.deadline and f"{label}{record.deadline.rstrip(' .;,')}" not in line
    ]
    assert wrong == []


@pytest.mark.parametrize("kind", ["measure", "service", "project"])
def test_a_line_with_an_asked_field_still_says_who(assistant: Assistant, kind: str) -> None:
    lines = [(r, line) for r, line in lines_of(assistant, "ro", ("deadline",)) if r.kind == kind]
    assert [r.id for r, line in lines for name in who(r) if name not in line] == []


def test_a_whole_list_in_romanian(assistant: Assistant) -> None:
    ids = ["piatra-neamt:service:438", "piatra-neamt:service:452", "piatra-neamt:project:409"]
    assert say_records(assistant, [one_of(assistant, i) for i in ids], asks=("capacity",)).split("\n") == [
        "Am găsit 3 rezultate:",
        "1. Centrul Social Pietricica (Piatra Neamț; funcționează; Locuri: 102 persoane; "
        "Direcția de Asistență Socială a Municipiului Piatra Neamț)",
        "2. Serviciu de asistenta comunitara Centrul Cozla (Piatra Neamț; doar în plan; Locuri: 556; "
        "Direcția de Asistență Socială a Municipiului Piatra Neamț)",
        "3. Reabilitarea/modernizarea unui centru multifuncțional in zona Subdărmănești–Cinematograful Cozla "
        "(Piatra Neamț; Planul nu spune câte locuri sunt; Direcția de Asistență Socială a municipiului "
        "Piatra Neamț și Municipiul Piatra Neamț)",
        "Din: Planul de acțiune privind serviciile sociale administrate și finanțate din bugetul Consiliului "
        "Local al Municipiului Piatra Neamț pentru anul 2023 (Piatra Neamț, 2023).",
        "Planul s-a încheiat în 2023.",
        "Întreabă mai departe la: Direcția de Asistență Socială a Municipiului Piatra Neamț.",
    ]


def test_a_whole_list_in_english(assistant: Assistant) -> None:
    ids = ["ialomita:measure:12", "ialomita:measure:12.2"]
    assert say_records(assistant, [one_of(assistant, i) for i in ids], "en").split("\n") == [
        "I found 2 measures:",
        "1. Închiderea Complexului de Servicii pentru Protecția Copilului Urziceni "
        "(Urziceni; closing; Responsible: DGASPC)",
        "2. Închiderea Centrului de Plasament nr.3 Slobozia (Slobozia; closing; Responsible: DGASPC)",
        "From: PLANUL DE ACȚIUNE A SJDSS IALOMIȚA, ANUL 2024 (Ialomița, 2024).",
        "The plan ended in 2024.",
        "Ask next at: DGASPC Ialomița.",
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_a_list_longer_than_ten_says_how_many_there_are_and_how_many_are_left(
    assistant: Assistant, lang: Lang
) -> None:
    records = [r for r in assistant.index.records if r.kind == "campaign"]
    lines = say_records(assistant, records, lang).split("\n")
    head, left = {
        "ro": ("Am găsit 11 campanii:", "și încă unul"),
        "en": ("I found 11 campaigns:", "and one more"),
    }[lang]
    assert (lines[0], lines[10].partition(".")[0], lines[11]) == (head, "10", left)


def test_things_of_several_kinds_are_counted_together(assistant: Assistant) -> None:
    records = [one_of(assistant, i) for i in ("iasi:service:1286", "iasi:project:943", "iasi:measure:622")]
    assert say_records(assistant, records).split("\n")[0] == "Am găsit 3 rezultate:"


# ── choosing ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lang", "head"),
    [("ro", "Se potrivesc 5 măsuri. Pe care o vrei?"), ("en", "5 measures fit. Which one do you mean?")],
)
def test_a_choice_lists_all_that_fit_and_tells_them_apart(
    assistant: Assistant, lang: Lang, head: str
) -> None:
    fitting = [r for r in assistant.index.records if r.plan.startswith("bacau") and r.code == "1.1.2"]
    lines = say_records(assistant, fitting, lang, ("responsible",), "choose").split("\n")
    assert (lines[0], len(fitting)) == (head, 5)
    listed = [(r.path[0] in line, r.title in line) for r, line in zip(fitting, lines[1:6], strict=True)]
    assert listed == [(True, True)] * 5
    assert len(set(lines[1:6])) == 5


def test_two_measures_with_one_code_in_two_plans_are_told_apart_by_their_county(assistant: Assistant) -> None:
    fitting = [one_of(assistant, i) for i in ("bacau:measure:87", "iasi:measure:622")]
    lines = say_records(assistant, fitting, outcome="choose").split("\n")[1:3]
    assert [("județul Bacău" in line, "județul Iași" in line) for line in lines] == [
        (True, False),
        (False, True),
    ]


# ── run out, and whom to ask ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("ids", "lang", "said"),
    [
        (("bacau:measure:87", "bacau:measure:90"), "ro", ["Planul s-a încheiat în 2024."]),
        (
            ("bacau:measure:87", "piatra-neamt:service:438"),
            "ro",
            ["Planurile s-au încheiat; ultimul s-a încheiat în 2024."],
        ),
        (
            ("bacau:measure:87", "piatra-neamt:service:438"),
            "en",
            ["The plans have ended; the last one ended in 2024."],
        ),
        (("bacau:measure:87", "iasi:measure:622"), "ro", []),
        (("iasi:measure:622", "iasi:measure:621"), "ro", []),
    ],
)
def test_that_plans_have_run_out_is_said_once_when_it_holds_for_all(
    assistant: Assistant, ids: tuple[str, ...], lang: Lang, said: list[str]
) -> None:
    lines = say_records(assistant, [one_of(assistant, i) for i in ids], lang).split("\n")
    assert [line for line in lines if "încheiat" in line or "ended" in line] == said


def test_a_licence_that_has_passed_is_said_in_a_list_too(assistant: Assistant) -> None:
    records = [one_of(assistant, i) for i in ("iasi:service:1276", "iasi:service:1286")]
    first, second = say_records(assistant, records, today=date(2026, 11, 22)).split("\n")[1:3]
    assert ("23.09.2026" in first, "expirat" in second) == (True, False)


@pytest.mark.parametrize("lang", LANGS)
def test_a_list_ends_with_whom_to_ask_next(assistant: Assistant, lang: Lang) -> None:
    records = [r for r in assistant.index.records if r.kind in KINDS]
    last = [
        say_records(assistant, records[n : n + 10], lang).split("\n")[-1] for n in range(0, len(records), 10)
    ]
    assert [line for line in last if not line.startswith(DOOR[lang])] == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_list_of_ten_fits_one_message(assistant: Assistant, lang: Lang) -> None:
    records = sorted((r for r in assistant.index.records if r.kind in KINDS), key=lambda r: -len(r.title))
    assert len(say_records(assistant, records[:10], lang)) <= 4096


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("câte campanii are planul Piatra Neamț", "Am găsit 11 campanii:"),
        ("how many measures does the Ialomița plan have", "I found 37 measures:"),
        ("câte măsuri are planul Bacău", "Am găsit 170 de măsuri:"),
        ("câte proiecte sunt în Dagâța", "Am găsit 5 proiecte:"),
    ],
)
def test_a_total_that_was_asked_for_is_written_in_digits(
    assistant: Assistant, question: str, first: str
) -> None:
    assert say_asked(assistant, question).split("\n")[0] == first
