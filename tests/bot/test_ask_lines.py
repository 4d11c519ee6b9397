"""`indrumar ask --json -`: one question a line in, exactly one object a line out, whatever the line holds."""

from __future__ import annotations

import json

import pytest

from tests.bot.terminal import Terminal
from tests.bot.test_ask import CHOOSE, KEYS, NOTHING

ODD_LINES = [
    "",
    "   ",
    "\t",
    "{",
    "null",
    "17",
    '"un text"',
    '["o listă"]',
    '{"intrebare": "adăpost"}',
    '{"question": 3}',
    '{"question": null}',
    "\x00",
    "🙂",
    "-",
    "--json",
    "[" * 500,
    "{" * 500,
    "a" * 3000,
]


def test_every_line_gives_exactly_one_object_in_order_and_is_itself_the_question(terminal: Terminal) -> None:
    answers = terminal.ask_lines(*ODD_LINES)
    assert [a["question"] for a in answers] == ODD_LINES
    assert [sorted(a) for a in answers] == [
        sorted([*KEYS, "why"] if a["outcome"] == "nothing" else KEYS) for a in answers
    ]


def test_a_line_may_be_an_object_with_its_own_settings(terminal: Terminal) -> None:
    lines = [
        {"question": CHOOSE},
        {"question": CHOOSE, "county": "Iași"},
        {"question": CHOOSE, "plan": "bacau-2014-2024", "lang": "en"},
        {"question": CHOOSE, "county": None, "plan": None, "lang": None},
        {"question": CHOOSE, "county": 5, "plan": "nu-e", "lang": "fr", "altceva": [1]},
        {"question": ""},
        {"question": "a\nb"},
    ]
    answers = terminal.ask_lines(*(json.dumps(line, ensure_ascii=False) for line in lines))
    assert [(a["question"], a["lang"], a["outcome"], a["total"]) for a in answers] == [
        (CHOOSE, "ro", "choose", 2),
        (CHOOSE, "ro", "answered", 1),
        (CHOOSE, "en", "answered", 1),
        (CHOOSE, "ro", "choose", 2),
        (CHOOSE, "ro", "choose", 2),
        ("", "ro", "nothing", 0),
        ("a\nb", "ro", "nothing", 0),
    ]


def test_the_options_hold_for_every_line_that_does_not_say_otherwise(terminal: Terminal) -> None:
    lines = (
        json.dumps({"question": CHOOSE}) + "\n" + json.dumps({"question": CHOOSE, "county": "Iași"}) + "\n"
    )
    ran = terminal.call("ask", "--json", "--county", "Bacău", "--lang", "en", "-", stdin=f"{lines}{CHOOSE}")
    assert [(a["lang"], a["records"][0]["plan"]) for a in ran.objects] == [
        ("en", "bacau-2014-2024"),
        ("en", "iasi-2021-2027"),
        ("en", "bacau-2014-2024"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param('{"question": "adăpost", "plan": ["iasi-2021-2027"]}', id="plan-list"),
        pytest.param('{"question": "adăpost", "plan": {"slug": "a"}}', id="plan-object"),
        pytest.param('{"question": "\\ud800 adăpost"}', id="half-a-surrogate"),
        pytest.param("[" * 100_000, id="deeply-nested"),
    ],
)
def test_no_line_ends_the_stream(terminal: Terminal, line: str) -> None:
    ran = terminal.call("ask", "--json", "-", stdin=f"{line}\n{NOTHING}\n")
    assert (ran.status, [a["outcome"] for a in ran.objects][1:], ran.err) == (0, ["nothing"], "")


def test_without_lines_there_is_no_output(terminal: Terminal) -> None:
    ran = terminal.call("ask", "--json", "-")
    assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_a_reader_that_goes_away_leaves_no_traceback(terminal: Terminal) -> None:
    process = terminal.start("ask", "--json", "-")
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdin.write(f"{NOTHING}\n" * 200)
    process.stdin.close()
    process.stdout.readline()
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    process.wait()
    assert err == ""
