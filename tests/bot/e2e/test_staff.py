"""What people of staff can do, as conversations; each with a bot of its own, because the ledger remembers."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.bot.e2e.player import Player
from tests.bot.e2e.script import FOLDER, Script, read_scripts
from tests.bot.e2e.served import Served, serving

pytestmark = pytest.mark.anyio

SCRIPTS = read_scripts(FOLDER / "staff")
SEED = 20261122
SHORT_STEPS = 12
SENDS_FILES = {"evidence-ro"}
"""After a death a file may come twice: unlike a text, it cannot be looked for in the chat."""


async def played(served: Served, script: Script, kills: bool = False) -> str:
    """What everybody saw; with a kill and a new start after every line, when told."""
    player = Player(script, served.telegram, served.command)
    for step in script.steps:
        await player.step(step)
        if kills:
            await served.bot.kill()
            await served.bot.start()
    await served.settle()
    assert [person.unread() for person in player.people.values()] == [[] for _ in player.people]
    assert " rows fit" in await served.command("ledger", "verify")
    return player.transcript()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
async def test_a_conversation_of_staff_goes_as_written(state: Path, script: Script) -> None:
    async with serving(state) as served:
        await played(served, script)


def chosen() -> list[Script]:
    """All in `make soak`, else one that is always the same."""
    scripts = [script for script in SCRIPTS if script.name not in SENDS_FILES]
    if os.environ.get("INDRUMAR_SOAK"):
        return scripts
    return random.Random(SEED).sample([s for s in scripts if len(s.steps) <= SHORT_STEPS], 1)


@pytest.mark.soak
@pytest.mark.parametrize("script", chosen(), ids=lambda script: script.name)
async def test_a_kill_between_every_two_lines_of_staff_is_not_seen(state: Path, script: Script) -> None:
    async with serving(state) as served:
        with_kills = await played(served, script, kills=True)
    async with serving(state) as served:
        assert await played(served, script) == with_kills
