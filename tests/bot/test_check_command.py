"""`indrumar check`: every printed word of every record is looked for in its lines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.bot.terminal import Ran, Terminal

SLUGS = ["bacau-2014-2024", "ialomita-2024", "iasi-2021-2027", "piatra-neamt-2023", "timisoara-2017-2022"]


@pytest.fixture(scope="module")
def checked(data: Path, state: Path) -> Ran:
    """The check of the five plans as they are."""
    return Terminal(data, state).call("check")


def test_the_plans_as_they_are_have_no_finding_without_a_reason(checked: Ran) -> None:
    heads = [line for line in checked.out.splitlines() if not line.startswith(" ")]
    findings = [line for line in checked.out.splitlines() if line.startswith(" ")]
    assert (checked.status, checked.err, [h.partition(":")[0] for h in heads]) == (0, "", SLUGS)
    assert [line for line in findings if "(corrected by hand: " not in line] == []


def test_each_plan_says_how_much_was_looked_at_and_how_much_corrected(checked: Ran) -> None:
    shape = re.compile(r"\d+ records, \d+ printed fields, \d+ corrected by hand \(\d+\.\d\d%\)")
    heads = [line.partition(": ")[2] for line in checked.out.splitlines() if not line.startswith(" ")]
    assert [bool(shape.fullmatch(head)) for head in heads] == [True] * len(SLUGS)


def test_a_word_that_is_not_in_its_lines_is_shown_and_ends_with_1(copied_terminal: Terminal) -> None:
    transcript = copied_terminal.data / "plans" / "timisoara-2017-2022" / "transcript.toml"
    before = transcript.read_text(encoding="utf-8")
    after = before.replace("Realizarea de campanii in comunitate", "Realizarea de baluri in comunitate", 1)
    transcript.write_text(after, encoding="utf-8")
    ran = copied_terminal.call("check")
    shown = [line for line in ran.out.splitlines() if "'baluri'" in line]
    assert (ran.error, len(shown), before != after) == (
        (1, ["1 fields are not in their source lines"]),
        1,
        True,
    )
    assert shown[0].startswith("  timisoara-2017-2022:measure:509.2 title: ")


def test_a_broken_file_ends_the_check_with_one_line(copied_terminal: Terminal) -> None:
    path: Path = copied_terminal.data / "plans" / "ialomita-2024" / "plan.toml"
    path.write_text("title = \n", encoding="utf-8")
    ran = copied_terminal.call("check")
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert ran.err.startswith(f"{path}:1: ")
