"""Command menus, the bot's name and descriptions: set at start-up, per scope and language, when changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)

from bot.chat.commands import COMMANDS
from bot.say import Lang, texts
from bot.staff.shapes import ROLES, Role
from bot.store import Store

_LANGUAGES: tuple[tuple[str, Lang], ...] = (("", "ro"), ("ro", "ro"), ("en", "en"))
"""Telegram's language code ("" for all others) → ours."""
_FACT = "menus"


@dataclass(frozen=True)
class StaffCommand:
    """One command of the menu of staff; what it does is `bot.staff.desk`'s."""

    names: tuple[str, str]
    """Romanian and English."""
    roles: tuple[Role, ...] = ROLES

    def name(self, lang: Lang) -> str:
        """The name for the menu of a language."""
        return self.names[lang == "en"]


STAFF = (
    StaffCommand(("raport", "report")),
    StaffCommand(("rapoartele_mele", "my_reports")),
    StaffCommand(("aprobari", "approvals"), ROLES[1:]),
    StaffCommand(("echipa", "team"), ROLES[1:]),
)


def menus() -> list[tuple[str, BotCommandScope, list[tuple[str, str]]]]:
    """Language code, scope, and commands with what they do."""
    out: list[tuple[str, BotCommandScope, list[tuple[str, str]]]] = []
    for code, lang in _LANGUAGES:
        say = texts(lang)
        told = [(c, (c.name(lang), say(f"menu-{c.names[0]}"))) for c in COMMANDS]
        out.append((code, BotCommandScopeAllPrivateChats(), [entry for _, entry in told]))
        in_groups = [entry for c, entry in told if c.in_groups]
        out.append((code, BotCommandScopeAllGroupChats(), in_groups))
    return out


async def set_staff_menu(bot: Bot, chat_id: int, role: Role | None) -> None:
    """Set the menu of one member of staff; without a role it is everybody's again.

    Raises telegram.error.TelegramError.
    """
    scope = BotCommandScopeChat(chat_id)
    for code, lang in _LANGUAGES:
        if role is None:
            await bot.delete_my_commands(scope, code)
            continue
        say = texts(lang)
        told = [(c.name(lang), say(f"menu-{c.names[0]}")) for c in STAFF if role in c.roles]
        told += [(c.name(lang), say(f"menu-{c.names[0]}")) for c in COMMANDS]
        await bot.set_my_commands([BotCommand(*one) for one in told], scope, code)


async def set_menus(bot: Bot, store: Store) -> None:
    """Set what changed since it was set last. Raises telegram.error.TelegramError; then nothing is noted."""
    wanted: dict[str, Any] = {f"{code}/{scope.type}": commands for code, scope, commands in menus()}
    for code, lang in _LANGUAGES:
        wanted[code] = [texts(lang)(f"bot-{key}") for key in ("name", "short", "description")]
    mark = blake2b(json.dumps(wanted, sort_keys=True).encode(), digest_size=16).hexdigest()
    if await store.fact(_FACT) == mark:
        return
    for code, scope, commands in menus():
        await bot.set_my_commands([BotCommand(*c) for c in commands], scope, code)
    for code, lang in _LANGUAGES:
        say = texts(lang)
        await bot.set_my_name(say("bot-name"), code)
        await bot.set_my_short_description(say("bot-short"), code)
        await bot.set_my_description(say("bot-description"), code)
    await store.set_fact(_FACT, mark)
