"""How updates reach the bot: offsets, long polls, conflicts, redelivery, webhooks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from tests.botapi import TelegramServer, User
from tests.botapi.calls import Json
from tests.botapi.updates import CONFLICT, HOOKED
from tests.botapi.webhook import SECRET_HEADER

pytestmark = pytest.mark.anyio


async def polled(telegram: TelegramServer, **params: Any) -> list[Json]:
    """What getUpdates gives."""
    status, answer = await telegram.request("getUpdates", **params)
    assert status == 200, answer
    updates: list[Json] = answer["result"]
    return updates


def texts(updates: list[Json]) -> list[str]:
    """What the messages of updates say."""
    return [str(update["message"]["text"]) for update in updates]


async def test_an_update_stays_until_a_higher_offset_confirms_it(telegram: TelegramServer, ana: User) -> None:
    await ana.says("doi")
    first = await polled(telegram)
    assert texts(first) == texts(await polled(telegram)) == ["/start", "doi"]
    assert texts(await polled(telegram, limit=1)) == ["/start"]
    assert texts(await polled(telegram, offset=first[0]["update_id"] + 1)) == ["doi"]
    assert texts(await polled(telegram)) == ["doi"]
    assert await polled(telegram, offset=first[1]["update_id"] + 1) == []


async def test_a_negative_offset_leaves_the_last_ones(telegram: TelegramServer, ana: User) -> None:
    await ana.says("doi")
    await ana.says("trei")
    assert texts(await polled(telegram, offset=-1)) == ["trei"]
    assert texts(await polled(telegram)) == ["trei"]


async def test_a_long_poll_ends_when_something_is_said(telegram: TelegramServer) -> None:
    waiting = asyncio.create_task(polled(telegram, timeout=30))
    await telegram.state.pulse.until(lambda: telegram.state.updates.polls or None, 5, str)
    await telegram.user().says("bună")
    assert texts(await waiting) == ["bună"]


async def test_a_long_poll_over_nothing_ends_empty(telegram: TelegramServer) -> None:
    assert await polled(telegram, timeout=1) == []


async def test_a_second_poller_ends_the_first(telegram: TelegramServer) -> None:
    first = asyncio.create_task(telegram.request("getUpdates", timeout=30))
    await telegram.state.pulse.until(lambda: telegram.state.updates.polls or None, 5, str)
    async with telegram.second_poller():
        status, answer = await first
    assert (status, answer["description"]) == (409, CONFLICT)


async def test_a_poller_ends_the_second_one_too(telegram: TelegramServer, ana: User) -> None:
    async with telegram.second_poller() as statuses:
        await telegram.state.pulse.until(lambda: statuses or None, 5, str)
        assert texts(await polled(telegram)) == ["/start"]
        offset = telegram.state.updates.delivered[-1]["update_id"] + 1
        for _ in range(100):
            await telegram.request("getUpdates", offset=offset, timeout=0)
            if 409 in statuses:
                break
            await asyncio.sleep(0.02)
    assert 409 in statuses
    assert ana.unread() == []


async def test_redelivered_updates_keep_their_numbers(telegram: TelegramServer, ana: User) -> None:
    await ana.says("doi")
    first = await polled(telegram)
    await polled(telegram, offset=first[-1]["update_id"] + 1)
    telegram.redeliver_last(2)
    await ana.says("trei")
    again = await polled(telegram, offset=first[-1]["update_id"] + 1)
    assert (again[:2], texts(again)) == (first, ["/start", "doi", "trei"])
    assert texts(await polled(telegram)) == ["trei"]


async def test_only_allowed_updates_come(telegram: TelegramServer, ana: User) -> None:
    message = await ana.says("doi")
    await polled(telegram, allowed_updates=["edited_message"])
    await ana.says("trei")
    await ana.edits(message, "doi și jumătate")
    assert [set(update) - {"update_id"} for update in await polled(telegram)] == [
        {"message"},
        {"message"},
        {"edited_message"},
    ]


async def test_what_waits_can_be_dropped(telegram: TelegramServer, ana: User) -> None:
    await telegram.request("deleteWebhook", drop_pending_updates=True)
    assert await polled(telegram) == []
    await ana.says("bună")
    assert texts(await polled(telegram)) == ["bună"]


@asynccontextmanager
async def hook(
    telegram: TelegramServer, answer: Callable[[web.Request], Awaitable[web.Response]]
) -> AsyncIterator[None]:
    """A webhook set at the server, answered by a function."""
    app = web.Application()
    app.router.add_post("/hook", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    assert (await telegram.request("setWebhook", url=url, secret_token="s-1"))[0] == 200
    try:
        yield
    finally:
        await telegram.request("deleteWebhook")
        await runner.cleanup()


async def test_a_webhook_gets_updates_in_order_until_it_takes_them(
    telegram: TelegramServer, ana: User
) -> None:
    got: list[tuple[str | None, str]] = []

    async def answer(request: web.Request) -> web.Response:
        update = await request.json()
        got.append((request.headers.get(SECRET_HEADER), update["message"]["text"]))
        return web.Response(status=500 if len(got) == 1 else 200)

    await ana.says("doi")
    async with hook(telegram, answer):
        await telegram.until_confirmed()
        telegram.redeliver_last()
        await telegram.state.pulse.until(lambda: len(telegram.state.updates.delivered) == 3 or None, 5, str)
    assert got == [("s-1", "/start"), ("s-1", "/start"), ("s-1", "doi"), ("s-1", "doi")]


async def test_the_webhook_says_what_failed_and_forbids_polling(telegram: TelegramServer, ana: User) -> None:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=403)

    async with hook(telegram, answer):
        updates = telegram.state.updates
        await telegram.state.pulse.until(lambda: (updates.webhook or {}).get("error"), 5, str)
        _, info = await telegram.request("getWebhookInfo")
        assert info["result"]["last_error_message"] == "Wrong response from the webhook: 403 Forbidden"
        assert info["result"]["pending_update_count"] == 1
        assert (await telegram.request("getUpdates"))[1]["description"] == HOOKED
    assert texts(await polled(telegram)) == [ana.transcript().removeprefix("Ana: ")]
