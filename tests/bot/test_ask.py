"""`indrumar ask`: one answer for each question and each line, in the shapes other programs rely on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.bot.terminal import Terminal

ANSWERED = "cine răspunde de măsura 1.1.8 din Iași"
CHOOSE = "cine răspunde de măsura 3.1.2"
NOTHING = "centre de zi în Cluj"
REFERRED = "soțul meu mă bate, ajutor"

KEYS = ["question", "lang", "intent", "outcome", "total", "records", "text", "ms"]
RECORD_KEYS = frozenset(
    [
        "id",
        "kind",
        "plan",
        "code",
        "title",
        "path",
        "status",
        "county",
        "locality",
        "responsible",
        "partners",
        "deadline",
        "indicators",
        "results",
        "groups",
        "funding",
        "number",
        "service_code",
        "provider",
        "activity",
        "capacity",
        "occupancy",
        "budget",
        "staff",
        "institution",
        "objective",
        "period",
        "persons",
        "beneficiaries",
        "licence",
        "smis",
        "participants",
        "section",
        "indicator_facts",
        "deadline_facts",
        "source",
    ]
)
LIST_KEYS = frozenset(
    [
        "path",
        "responsible",
        "partners",
        "indicators",
        "results",
        "groups",
        "funding",
        "participants",
        "indicator_facts",
    ]
)


ASKED = [
    ANSWERED,
    CHOOSE,
    NOTHING,
    "",
    "rețetă de sarmale",
    "7.7.7 din Iași",
    "câte campanii are planul Piatra Neamț",
    "proiecte în Dagâța",
    "cât costă Centrul Social Pietricica",
    "proiectul Familie fără Frontiere",
    "ce planuri ai",
    "ce înseamnă CTF",
]


@pytest.fixture(scope="module")
def asked(data: Path, state: Path) -> dict[str, dict[str, Any]]:
    """The objects for some questions, put one a line."""
    return dict(zip(ASKED, Terminal(data, state).ask_lines(*ASKED), strict=True))


def test_an_answer_has_exactly_the_keys_of_the_contract_and_nothing_also_says_why(
    asked: dict[str, dict[str, Any]],
) -> None:
    keys = {question: sorted(answer) for question, answer in asked.items()}
    assert keys == {
        question: sorted([*KEYS, "why"] if answer["outcome"] == "nothing" else KEYS)
        for question, answer in asked.items()
    }
    assert {answer.get("why") for answer in asked.values()} == {
        None,
        "no_plan",
        "not_in_plan",
        "not_ours",
        "not_understood",
    }


def test_nothing_has_no_records(asked: dict[str, dict[str, Any]]) -> None:
    nothing = [answer for answer in asked.values() if answer["outcome"] == "nothing"]
    assert [(answer["records"], answer["total"]) for answer in nothing] == [([], 0)] * 4


def test_each_value_has_the_type_of_the_contract(asked: dict[str, dict[str, Any]]) -> None:
    types = {question: {k: type(v) for k, v in a.items() if k != "why"} for question, a in asked.items()}
    assert (
        list(types.values())
        == [dict(zip(KEYS, (str, str, str, str, int, list, str, float), strict=True))] * 12
    )
    assert [question for question, answer in asked.items() if answer["ms"] <= 0] == []


def test_every_record_has_every_key_of_the_contract(asked: dict[str, dict[str, Any]]) -> None:
    records = {r["id"]: r for answer in asked.values() for r in answer["records"]}
    assert {r["kind"] for r in records.values()} >= {
        "measure",
        "service",
        "project",
        "campaign",
        "plan",
        "term",
    }
    assert {name: RECORD_KEYS - r.keys() for name, r in records.items() if RECORD_KEYS - r.keys()} == {}


def test_an_absent_value_is_null_or_an_empty_list(asked: dict[str, dict[str, Any]]) -> None:
    (record,) = asked["proiectul Familie fără Frontiere"]["records"]
    absent = {name: record[name] for name in RECORD_KEYS - {"budget"} if not record[name]}
    assert absent == {name: [] if name in LIST_KEYS else None for name in absent}
    assert {"code", "path", "locality", "responsible", "deadline", "licence"} <= absent.keys()


def test_an_absent_budget_is_null(asked: dict[str, dict[str, Any]]) -> None:
    (record,) = asked["proiectul Familie fără Frontiere"]["records"]
    assert record["budget"] is None


def test_a_record_keeps_the_shapes_inside_it(asked: dict[str, dict[str, Any]]) -> None:
    (record,) = asked["cât costă Centrul Social Pietricica"]["records"]
    assert (record["number"], record["budget"], record["source"]) == (
        6,
        {"Buget local mii lei": "4566", "Contribuții persoane beneficiare": "1.080"},
        {"document": "source.txt", "lines": [438, 439], "also": [[422, 422], [437, 437]]},
    )


def test_the_text_is_what_a_person_reads(terminal: Terminal, asked: dict[str, dict[str, Any]]) -> None:
    ran = terminal.call("ask", ANSWERED)
    assert (ran.status, ran.out, ran.err) == (0, asked[ANSWERED]["text"] + "\n", "")


def test_a_question_gets_the_same_answer_alone_and_in_a_stream(
    terminal: Terminal, asked: dict[str, dict[str, Any]]
) -> None:
    alone = {question: terminal.ask(question) for question in (ANSWERED, CHOOSE, NOTHING)}
    assert {q: a | {"ms": 0} for q, a in alone.items()} == {q: asked[q] | {"ms": 0} for q in alone}


@pytest.mark.parametrize(
    ("question", "outcome"),
    [(ANSWERED, "answered"), (CHOOSE, "choose"), (NOTHING, "nothing"), (REFERRED, "referred")],
)
def test_each_outcome_ends_with_status_0(terminal: Terminal, question: str, outcome: str) -> None:
    ran = terminal.run("ask", "--json", question)
    assert (ran.status, [o["outcome"] for o in ran.objects], ran.err) == (0, [outcome], "")
