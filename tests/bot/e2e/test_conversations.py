"""What people can do, as conversations: everyone is answered as the data says."""

from __future__ import annotations

import pytest

from tests.bot.e2e.player import Player
from tests.bot.e2e.script import Script, read_scripts
from tests.bot.e2e.served import Served

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("script", read_scripts(), ids=lambda script: script.name)
async def test_a_conversation_goes_as_written(served: Served, script: Script) -> None:
    player = Player(script, served.telegram)
    await player.play(script)
    await served.settle()
    assert [person.unread() for person in player.people.values()] == [[] for _ in player.people]
