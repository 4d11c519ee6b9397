"""The bot as its operator meets it: webhook, health, metrics, rates, floods, starting and stopping."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import aiohttp
import pytest

from tests.bot.e2e.served import COMMAND, SETTINGS, serving
from tests.bot.terminal import Terminal
from tests.botapi import TelegramServer

pytestmark = pytest.mark.anyio

QUESTION, FIRST = (
    "azil movila",
    "Doar în plan: Înființarea unui cămin pentru persoanele vârstnice în com.Movila",
)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


async def until(probe: Callable[[], object], seconds: float = 20) -> None:
    """Waits for something that gives no sign."""
    async with asyncio.timeout(seconds):
        while not probe():
            await asyncio.sleep(0.05)


async def fetched(url: str) -> tuple[int, str]:
    """Status and text of a page."""
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status, await response.text()


async def test_a_webhook_takes_only_what_bears_its_secret_and_the_bot_tells_how_it_fares(
    state: Path, data: Path
) -> None:
    async with serving(state, webhook=True) as served:
        ana = served.telegram.user("Ana")
        answer = await ana.asks(QUESTION)
        assert answer.text.startswith(FIRST)
        hook = served.telegram.state.updates.webhook
        assert hook is not None
        root = hook["url"].rpartition("/")[0]
        statuses = []
        async with aiohttp.ClientSession() as session:
            update = json.dumps(served.telegram.state.updates.delivered[-1])
            for secret, body in [
                (None, update),
                ("", update),
                ("wrong", update),
                ("ș", update),
                (hook["secret"] + "x", update),
                (hook["secret"], "no JSON"),
                (hook["secret"], "[]"),
                (hook["secret"], update),
            ]:
                headers = {} if secret is None else {SECRET_HEADER: secret}
                async with session.post(hook["url"], data=body.encode(), headers=headers) as response:
                    statuses.append(response.status)
        assert statuses == [403, 403, 403, 403, 403, 400, 400, 200]
        await served.settle()
        assert ana.unread() == []
        assert await fetched(f"{root}/healthz") == (200, '{"alive": true}')
        status, ready = await fetched(f"{root}/readyz")
        assert (status, json.loads(ready)["ready"]) == (200, True)
        await assert_metrics_tell_counts_only(f"{root}/metrics", str(ana.id))
        await ana.presses(answer, "Informația e greșită")
        await ana.reply()
        await ana.asks("e gata din vară, sună la 0740 123 456")
        assert await served.bot.stop() == 0
        listed = (await asyncio.to_thread(Terminal(data, served.state).run, "feedback", "--json")).objects
        assert [(row["kind"], row["words"]) for row in listed] == [("wrong", "e gata din vară, sună la …")]
        assert str(ana.id) not in json.dumps(listed)


async def assert_metrics_tell_counts_only(url: str, person: str) -> None:
    """Prometheus' text format; updates, calls and answers are counted, nobody and nothing is named."""
    status, text = await fetched(url)
    counts = dict(re.findall(r"^(indrumar_\w+_total\{[^}]*\}) (\S+)$", text, re.M))
    assert status == 200
    assert counts['indrumar_updates_total{result="handled"}'] == "1.0"
    assert counts['indrumar_calls_total{result="made"}'] == "1.0"
    assert [name for name in counts if name.startswith("indrumar_answers_total{")] != []
    assert "indrumar_handling_seconds_count 1.0" in text
    assert person not in text


async def test_in_polling_mode_it_listens_where_it_is_told_and_ends_in_peace(state: Path) -> None:
    with_port = {"INDRUMAR_LISTEN": "127.0.0.1:18765"}
    async with serving(state, with_port) as served:
        assert await fetched("http://127.0.0.1:18765/healthz") == (200, '{"alive": true}')
        assert (await fetched("http://127.0.0.1:18765/telegram"))[0] == 404
        ana = served.telegram.user("Ana")
        served.telegram.hang_next("sendMessage", 1)
        await ana.says(QUESTION)
        await served.telegram.until_called("sendMessage")
        await until(lambda: served.rows("select 1 from facts where name = 'menus'"))
        # what is in hand is finished first, and is not said again by the next run
        assert await served.bot.stop(seconds=8) == 0
        await served.bot.start()
        await served.settle()
        assert [reply.text.partition("\n")[0] for reply in ana.unread()] == [FIRST]
        menus = served.telegram.calls_to("setMyCommands")
        assert {json.loads(call.params["scope"])["type"] for call in menus} == {
            "all_private_chats",
            "all_group_chats",
        }
        # set at the first start only: nothing has changed at the second
        assert len(menus) == 6


async def test_a_flood_costs_one_sentence_and_nobody_else_anything(state: Path) -> None:
    rates = {"INDRUMAR_RATE_CHAT_PER_SECOND": "1", "INDRUMAR_FLOOD_MESSAGES": "5"}
    async with serving(state, rates) as served:
        ana, ion = served.telegram.user("Ana"), served.telegram.user("Ion")
        for n in range(60):
            await ana.says(f"{QUESTION} {n}")
        await ion.says(QUESTION)
        assert (await ion.reply()).text.startswith(FIRST)
        assert len(ana.unread()) < 5
        await served.settle(30)
        firsts = [reply.text.partition("\n")[0] for reply in ana.unread()]
        polite = [line for line in firsts if line.startswith("Ai scris multe mesaje deodată.")]
        assert (len(polite), len(firsts) <= 12) == (1, True), firsts
        # and afterwards she is answered as before
        assert (await ion.asks(QUESTION)).text.startswith(FIRST)
        served.telegram.state.chats[ana.id].shown.clear()
        await ana.says(QUESTION)
        await served.settle()
        assert [reply.text.partition("\n")[0] for reply in ana.chat.shown] == [FIRST]


async def test_who_is_in_danger_does_not_wait_behind_what_was_asked_before(state: Path) -> None:
    async with serving(state, {"INDRUMAR_RATE_CHAT_PER_SECOND": "0.5"}) as served:
        ana = served.telegram.user("Ana")
        for _ in range(12):
            await ana.says(QUESTION)
        await ana.says("mă bate soțul")
        # by the rate alone the last of these would come after a quarter of a minute
        firsts = [(await ana.reply()).text.partition("\n")[0]]
        while firsts[-1] != "Sună la 112.":
            firsts.append((await ana.reply(seconds=5)).text.partition("\n")[0])
        assert len(firsts) == 12, firsts


async def test_the_rates_of_a_chat_are_kept(state: Path) -> None:
    async with serving(state, {"INDRUMAR_RATE_CHAT_PER_SECOND": "2"}) as served:
        ana = served.telegram.user("Ana")
        started = time.monotonic()
        for _ in range(7):
            await ana.says(QUESTION)
        await served.settle(30)
        # three at once, then two a second
        assert (len(ana.unread()), time.monotonic() - started > 1.4) == (7, True)


async def test_a_wrong_token_ends_with_one_clear_line(state: Path, tmp_path: Path) -> None:
    shutil.copytree(state / "index", tmp_path / "index")
    env = SETTINGS | {"INDRUMAR_STATE_DIR": str(tmp_path), "INDRUMAR_BOT_TOKEN": "123:nu"}
    async with TelegramServer() as telegram:
        with pytest.raises(AssertionError) as failure:
            await telegram.launch(env, command=COMMAND)
    lines = str(failure.value).splitlines()
    assert (lines[0], len(lines)) == ("the bot ended with status 1:", 2)
    assert ("token" in lines[1], "123:nu" in lines[1]) == (True, False)


async def test_it_waits_for_telegram_and_stops_at_once_when_told(state: Path) -> None:
    async with TelegramServer() as telegram:
        shutil.copytree(state / "index", Path(telegram.folder) / "state" / "index")
        env = SETTINGS | {"INDRUMAR_STATE_DIR": str(Path(telegram.folder) / "state")}
        telegram.fail_next("getMe", 502)
        telegram.drop_next("getMe")
        telegram.fail_next("getMe", 429, retry_after=1)
        bot = await telegram.launch(env, command=COMMAND)
        assert await bot.stop(seconds=8) == 0
        with telegram.outage():
            starting = asyncio.create_task(bot.start())
            before = bot.log.count("Telegram cannot be reached")
            await until(lambda: bot.log.count("Telegram cannot be reached") > before)
            assert await bot.stop(seconds=8) == 0
            with pytest.raises(AssertionError, match="ended with status 0"):
                await starting
