"""`indrumar ask`: what its options settle and bind, and how a wrong use ends."""

from __future__ import annotations

import json

import pytest

from tests.bot.terminal import Terminal
from tests.bot.test_ask import ANSWERED, CHOOSE


def test_at_most_ten_records_are_listed_and_a_limit_gives_more_or_fewer(terminal: Terminal) -> None:
    question = "câte măsuri are planul Ialomița"
    plain, few, many = (terminal.ask(question, *o) for o in ((), ("--limit", "3"), ("--limit", "100")))
    assert [(a["total"], len(a["records"])) for a in (plain, few, many)] == [(37, 10), (37, 3), (37, 37)]
    assert (many["records"][:10], many["records"][:3]) == (plain["records"], few["records"])


@pytest.mark.parametrize(
    ("option", "value", "record"),
    [
        ("--county", "Bacău", "bacau-2014-2024:measure:87"),
        ("--plan", "iasi-2021-2027", "iasi-2021-2027:measure:622"),
    ],
)
def test_the_county_settles_and_the_plan_binds(
    terminal: Terminal, option: str, value: str, record: str
) -> None:
    answer = terminal.ask(CHOOSE, option, value)
    assert (answer["outcome"], [r["id"] for r in answer["records"]]) == ("answered", [record])


def test_the_county_never_hides_what_was_named(terminal: Terminal) -> None:
    answer = terminal.ask("cine răspunde de măsura 3.1.2 din Iași", "--county", "Bacău")
    assert [r["id"] for r in answer["records"]] == ["iasi-2021-2027:measure:622"]


def test_the_county_may_be_typed_without_its_letters(terminal: Terminal) -> None:
    lines = [json.dumps({"question": CHOOSE, "county": c}) for c in ("Bacau", "BACĂU", "bacău", "Bacãu")]
    assert [answer["outcome"] for answer in terminal.ask_lines(*lines)] == ["answered"] * 4


def test_the_language_is_that_of_the_question_unless_another_is_wanted(terminal: Terminal) -> None:
    english = "who is responsible for measure 3.1.2 in Iași"
    answers = terminal.ask_lines(
        ANSWERED,
        english,
        json.dumps({"question": ANSWERED, "lang": "en"}),
        json.dumps({"question": english, "lang": "ro"}),
    )
    answers.append(terminal.ask(ANSWERED, "--lang", "en"))
    assert [(a["lang"], a["text"].split(":")[0]) for a in answers] == [
        ("ro", "Răspunde"),
        ("en", "Responsible"),
        ("en", "Responsible"),
        ("ro", "Răspunde"),
        ("en", "Responsible"),
    ]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--lang", "fr", "ceva"), "--lang"),
        (("--plan", "cluj-2030", "ceva"), "--plan"),
        (("--json", "--lang", "RO", "-"), "--lang"),
        (("--limit", "0", "ceva"), "--limit"),
        (("--limba", "ro", "ceva"), "--limba"),
        ((), "question"),
        (("--json", "--plan", "cluj-2030", "-"), "--plan"),
    ],
)
def test_a_wrong_use_ends_with_status_2_and_says_what_is_wrong(
    terminal: Terminal, arguments: tuple[str, ...], word: str
) -> None:
    ran = terminal.call("ask", *arguments)
    assert (ran.status, ran.out, word in ran.err) == (2, "", True)


def test_a_wrong_use_shows_no_traceback(terminal: Terminal) -> None:
    ran = terminal.run("ask", "--lang", "fr", "ceva")
    assert (ran.status, ran.out, "Traceback" in ran.err) == (2, "", False)
