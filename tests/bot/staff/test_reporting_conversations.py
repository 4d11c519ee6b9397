"""Whole conversations of reporting, as data: see `tests/data/reporting/README.md`."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from bot.chat.guide import Guide
from bot.staff.draft import StepName
from bot.staff.pressing import PRESSES
from bot.staff.targets import Targets
from tests.bot.staff.script import Player, Script, read_scripts

SCRIPTS = list(read_scripts(Path(__file__).parents[2] / "data" / "reporting"))


@pytest.mark.parametrize("script", SCRIPTS, ids=[script.name for script in SCRIPTS])
def test_a_conversation_goes_as_written(guide: Guide, targets: Targets, script: Script) -> None:
    Player(guide, targets).play(script)


def test_every_step_and_every_button_has_a_conversation(guide: Guide, targets: Targets) -> None:
    steps, acts = set(), set()
    for script in SCRIPTS:
        player = Player(guide, targets)
        player.play(script)
        steps |= player.reporter.steps
        acts |= player.reporter.acts
    # what cannot be read any more has tests of its own
    assert (set(get_args(StepName)) - steps, set(PRESSES) - acts) == ({"lost"}, set())


def test_no_two_conversations_have_one_name() -> None:
    names = [script.name for script in SCRIPTS]
    assert sorted(names) == sorted(set(names))
