"""Whole conversations of approving, own reports and the team, as data: see `tests/data/team/README.md`."""

from __future__ import annotations

import pytest

from bot.chat.guide import Guide
from bot.staff.targets import Targets
from tests.bot.staff.script import Script
from tests.bot.staff.team_script import SCRIPTS, Player


@pytest.mark.parametrize("script", SCRIPTS, ids=[script.name for script in SCRIPTS])
def test_a_conversation_goes_as_written(guide: Guide, targets: Targets, script: Script) -> None:
    Player(guide, targets).play(script)


def test_no_two_conversations_have_one_name() -> None:
    names = [script.name for script in SCRIPTS]
    assert sorted(names) == sorted(set(names))
