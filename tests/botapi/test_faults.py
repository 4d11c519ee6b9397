"""What goes wrong on demand, and what the test then sees."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from tests.botapi import TelegramServer, User

pytestmark = pytest.mark.anyio


async def test_a_refusal_comes_as_often_as_asked_then_goes(telegram: TelegramServer, ana: User) -> None:
    telegram.fail_next("sendMessage", 429, retry_after=7)
    telegram.fail_next("sendMessage", 502, times=2)
    first, second, third, fourth = [
        await telegram.request("sendMessage", chat_id=ana.id, text=text) for text in ("1", "2", "3", "4")
    ]
    assert first == (
        429,
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        },
    )
    assert (second[0], second[1]["description"]) == (502, "Bad Gateway")
    assert (third, fourth[0]) == (second, 200)
    assert ana.transcript() == "Ana: /start\nbot: 4"
    assert [call.status for call in telegram.calls_to("sendmessage")] == [429, 502, 502, 200]


async def test_every_method_can_be_meant_but_getting_updates_is_not(telegram: TelegramServer) -> None:
    telegram.fail_next("*", 500)
    assert (await telegram.request("getUpdates"))[0] == 200
    assert (await telegram.request("getMe"))[0] == 500
    assert (await telegram.request("getMe"))[0] == 200


async def test_a_lost_answer_was_done_and_a_dropped_call_was_not(telegram: TelegramServer, ana: User) -> None:
    telegram.lose_next("sendMessage")
    telegram.drop_next("sendMessage")
    for text in ("pierdut", "căzut"):
        with pytest.raises(aiohttp.ClientError):
            await telegram.request("sendMessage", chat_id=ana.id, text=text)
    assert [reply.text for reply in ana.unread()] == ["pierdut"]
    assert [(call.status, call.injected) for call in telegram.calls] == [(0, True), (0, True)]
    assert telegram.calls[0].answer["result"]["text"] == "pierdut"


async def test_a_hanging_call_is_done_after_its_time(telegram: TelegramServer, ana: User) -> None:
    telegram.hang_next("sendMessage", 0.2)
    slow = asyncio.create_task(telegram.request("sendMessage", chat_id=ana.id, text="încet"))
    assert (await telegram.until_called("sendMessage")).status == 0
    await telegram.request("sendMessage", chat_id=ana.id, text="repede")
    await slow
    assert [reply.text for reply in ana.unread()] == ["repede", "încet"]


async def test_in_an_outage_nothing_answers(telegram: TelegramServer, ana: User) -> None:
    poll = asyncio.create_task(telegram.request("getUpdates", offset=10**9, timeout=30))
    await telegram.state.pulse.until(lambda: telegram.state.updates.polls or None, 5, str)
    with telegram.outage():
        for asked in (poll, telegram.request("sendMessage", chat_id=ana.id, text="x")):
            with pytest.raises(aiohttp.ClientError):
                await asked
    assert (await telegram.request("sendMessage", chat_id=ana.id, text="y"))[0] == 200
    assert [reply.text for reply in ana.unread()] == ["y"]


async def test_who_blocked_the_bot_gets_nothing_and_the_bot_is_told(
    telegram: TelegramServer, ana: User
) -> None:
    await ana.blocks()
    status, answer = await telegram.request("sendMessage", chat_id=ana.id, text="x")
    assert (status, answer["description"]) == (403, "Forbidden: bot was blocked by the user")
    await ana.unblocks()
    assert (await telegram.request("sendMessage", chat_id=ana.id, text="y"))[0] == 200
    changes = [update["my_chat_member"] for update in list(telegram.state.updates.waiting.values())[1:]]
    assert [change["new_chat_member"]["status"] for change in changes] == ["kicked", "member"]


async def test_clean_means_no_unknown_method_and_no_bad_call(telegram: TelegramServer, ana: User) -> None:
    telegram.fail_next("sendMessage", 400)
    await telegram.request("sendMessage", chat_id=ana.id, text="x")
    telegram.assert_clean()
    await telegram.request("sendMessage", chat_id=ana.id, text="")
    with pytest.raises(AssertionError, match="message text is empty"):
        telegram.assert_clean()
    telegram.assert_clean(allow=["text is empty"])
    await telegram.request("sendGift", chat_id=ana.id)
    with pytest.raises(AssertionError, match="sendGift"):
        telegram.assert_clean(allow=["text is empty"])
