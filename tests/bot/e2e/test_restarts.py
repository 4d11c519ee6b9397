"""A conversation with a kill between every two lines is the conversation without."""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.bot.e2e.player import Player
from tests.bot.e2e.script import Script, read_scripts
from tests.bot.e2e.served import Served, serving

pytestmark = [pytest.mark.anyio, pytest.mark.soak]

SEED = 20261122
EACH_TIME = 3
"""Conversations that `make test` plays so, of the short ones: each line costs a start of the bot."""
SHORT_STEPS = 7
TOGETHER = 4
"""Conversations that go on beside one another between two kills."""


def chosen() -> list[list[Script]]:
    """All conversations in `make soak`, else a few that are always the same; in groups."""
    scripts = read_scripts()
    if not os.environ.get("INDRUMAR_SOAK"):
        scripts = random.Random(SEED).sample([s for s in scripts if len(s.steps) <= SHORT_STEPS], EACH_TIME)
    scripts.sort(key=lambda script: len(script.steps))
    return [scripts[n : n + TOGETHER] for n in range(0, len(scripts), TOGETHER)]


async def played(served: Served, scripts: Sequence[Script], kills: bool) -> list[str]:
    """What everybody saw; with a kill and a new start after every line of all."""
    players = [Player(script, served.telegram) for script in scripts]
    for n in range(max(len(script.steps) for script in scripts)):
        steps = [(p, s.steps[n]) for p, s in zip(players, scripts, strict=True) if n < len(s.steps)]
        await asyncio.gather(*(player.step(step) for player, step in steps))
        if kills:
            await served.bot.kill()
            await served.bot.start()
    await served.settle()
    return [player.transcript() for player in players]


@pytest.mark.parametrize("scripts", chosen(), ids=lambda scripts: "+".join(s.name for s in scripts))
async def test_a_kill_between_every_two_lines_is_not_seen(state: Path, scripts: list[Script]) -> None:
    async with serving(state) as served:
        assert await played(served, scripts, kills=True) == await played(served, scripts, kills=False)
