"""What the bot says of itself: kept by language and scope."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from tests.botapi import TelegramServer, User

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("kind", ["name", "description", "short_description"])
async def test_texts_fall_back_to_the_common_language(telegram: TelegramServer, kind: str) -> None:
    method = "".join(word.capitalize() for word in kind.split("_"))

    async def get(language: str) -> Any:
        _, answer = await telegram.request(f"getMy{method}", language_code=language)
        return answer["result"][kind]

    await telegram.request(f"setMy{method}", **{kind: "Guide"})
    await telegram.request(f"setMy{method}", **{kind: "Îndrumar", "language_code": "ro"})
    assert [await get("ro"), await get("de"), await get("")] == ["Îndrumar", "Guide", "Guide"]
    await telegram.request(f"setMy{method}", **{kind: "", "language_code": "ro"})
    assert await get("ro") == "Guide"


async def test_commands_are_kept_by_scope_and_language(telegram: TelegramServer, ana: User) -> None:
    help_in = {"ro": BotCommand("ajutor", "Ce pot face"), "en": BotCommand("help", "What I can do")}
    async with Bot(telegram.token, base_url=f"{telegram.url}/bot") as bot:
        private, chat = BotCommandScopeAllPrivateChats(), BotCommandScopeChat(ana.id)
        await bot.set_my_commands([help_in["en"]], private)
        await bot.set_my_commands([help_in["ro"]], private, language_code="ro")
        await bot.set_my_commands([help_in["ro"], help_in["en"]], chat)
        assert await bot.get_my_commands(private) == (help_in["en"],)
        assert await bot.get_my_commands(private, "ro") == (help_in["ro"],)
        assert await bot.get_my_commands(chat) == (help_in["ro"], help_in["en"])
        await bot.delete_my_commands(private, "ro")
        assert await bot.get_my_commands(private, "ro") == ()
        assert (await bot.get_me()).username == "indrumar_test_bot"
    telegram.assert_clean()
