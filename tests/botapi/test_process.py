"""The bot as a process: the echo bot of the benchmarks, polling and by webhook."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.botapi import TelegramServer

ECHO = (sys.executable, str(Path(__file__).parents[2] / "benchmarks" / "echo_bot.py"))


@pytest.mark.anyio
@pytest.mark.parametrize("webhook", [False, True])
async def test_a_bot_answers_presses_and_edits(telegram: TelegramServer, webhook: bool) -> None:
    bot = await telegram.launch(webhook=webhook, command=ECHO)
    ana = telegram.user("Ana")
    reply = await ana.asks("Bună <b>ziua</b>")
    assert (reply.html, reply.buttons, reply.edited) == ("Bună &lt;b&gt;ziua&lt;/b&gt;", ["again"], False)
    assert (await ana.presses(reply, "again")).text == "pressed"
    assert (await ana.reply()).text == "pressed"
    assert await bot.stop() == 0
    telegram.assert_clean()
    assert sorted(ana.transcript().splitlines()) == [
        "Ana presses [again]",
        "Ana: Bună <b>ziua</b>",
        "bot (edit): pressed",
        "bot (toast): pressed",
        "bot: Bună <b>ziua</b> [again]",
    ]


@pytest.mark.anyio
@pytest.mark.parametrize("webhook", [False, True])
async def test_what_was_said_while_the_bot_was_dead_is_answered_later(
    telegram: TelegramServer, webhook: bool
) -> None:
    bot = await telegram.launch(webhook=webhook, command=ECHO)
    ana = telegram.user("Ana")
    await ana.asks("unu")
    await telegram.until_confirmed()
    await bot.kill()
    assert not bot.running
    await ana.says("doi")
    await bot.start()
    assert (await ana.reply()).text == "doi"


@pytest.mark.anyio
async def test_a_bot_that_cannot_start_shows_why(telegram: TelegramServer) -> None:
    with pytest.raises(AssertionError, match=r"ended with status 3:\nno token"):
        await telegram.launch(command=(sys.executable, "-c", "print('no token'); raise SystemExit(3)"))
