"""What Telegram refuses, with its status and its text: `tests/data/bad_calls.jsonl`, one call a line."""

from __future__ import annotations

import json
from pathlib import Path

import aiohttp
import pytest

from tests.botapi import TelegramServer
from tests.botapi.bad_calls import filled, scene

TABLE = Path(__file__).parents[1] / "data" / "bad_calls.jsonl"
CALLS = [json.loads(line) for line in TABLE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.anyio
async def test_bad_calls_are_refused_as_telegram_refuses_them(telegram: TelegramServer) -> None:
    names = await scene(telegram)
    refused = []
    for call in CALLS:
        status, answer = await telegram.request(call["method"], **filled(call["params"], names))
        refused.append({**call, "status": status, "description": answer.get("description")})
    assert refused == CALLS


def test_the_table_has_every_kind_of_refusal() -> None:
    assert len(CALLS) >= 30
    assert {call["status"] for call in CALLS} == {400, 403, 404}


@pytest.mark.anyio
async def test_a_bad_call_changes_nothing(telegram: TelegramServer) -> None:
    names = await scene(telegram)
    chat = telegram.state.chats[int(names["ana"])]
    before = chat.transcript()
    for call in CALLS:
        await telegram.request(call["method"], **filled(call["params"], names))
    assert (chat.transcript(), telegram.state.commands, telegram.state.texts) == (before, {}, {})


@pytest.mark.anyio
@pytest.mark.parametrize("path", ["bot7:wrong/getMe", "getMe", "file/bot7:wrong/photos/1"])
async def test_a_wrong_token_or_address_is_told(telegram: TelegramServer, path: str) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{telegram.url}/{path}") as response:
        assert response.status == (401 if path.startswith("bot") else 404)
