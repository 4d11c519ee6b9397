"""Command menus, name and descriptions: set when they changed, as Telegram takes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pytest
from telegram import BotCommand
from telegram.error import NetworkError

from bot import menus
from bot.chat.commands import COMMANDS
from bot.menus import set_menus
from bot.say import LANGS, texts
from bot.store import Store

MAX_COMMANDS = 100
MAX_WORDS_CHARS = 256
MAX_NAME_CHARS = 64
MAX_SHORT_CHARS = 120
MAX_DESCRIPTION_CHARS = 512
"""Source: BotCommand, setMyCommands, setMyName, setMyShortDescription, setMyDescription."""


@dataclass
class Profile:
    """What Telegram keeps of a bot."""

    commands: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)
    """Language code and scope → commands."""
    words: dict[tuple[str, str], str] = field(default_factory=dict)
    """What and language code → text."""
    calls: int = 0
    fails: bool = False

    async def set_my_commands(self, commands: list[BotCommand], scope: Any, code: str) -> None:
        """A menu."""
        self._called()
        self.commands[code, scope.type] = [(c.command, c.description) for c in commands]

    async def set_my_name(self, name: str, code: str) -> None:
        """The name."""
        self._called()
        self.words["name", code] = name

    async def set_my_short_description(self, text: str, code: str) -> None:
        """What stands in the bot's profile."""
        self._called()
        self.words["short", code] = text

    async def set_my_description(self, text: str, code: str) -> None:
        """What stands in an empty chat."""
        self._called()
        self.words["description", code] = text

    def _called(self) -> None:
        self.calls += 1
        if self.fails and self.calls > 3:
            raise NetworkError("Bad Gateway")


@pytest.fixture
def profile() -> Profile:
    """A new bot."""
    return Profile()


@pytest.mark.anyio
async def test_a_new_bot_gets_everything_in_both_languages(profile: Profile, store: Store) -> None:
    await set_menus(profile, store)  # type: ignore[arg-type]
    scopes = {
        (code, scope) for code in ("", "ro", "en") for scope in ("all_private_chats", "all_group_chats")
    }
    assert (set(profile.commands), len(profile.words)) == (scopes, 9)
    assert profile.words["description", "en"] == texts("en")("bot-description")
    assert profile.commands["", "all_private_chats"] == profile.commands["ro", "all_private_chats"]


@pytest.mark.anyio
async def test_what_did_not_change_is_not_set_again(profile: Profile, store: Store) -> None:
    await set_menus(profile, store)  # type: ignore[arg-type]
    before = profile.calls
    await set_menus(profile, store)  # type: ignore[arg-type]
    assert (before, profile.calls) == (15, 15)


@pytest.mark.anyio
async def test_what_changed_is_set_again(
    profile: Profile, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    await set_menus(profile, store)  # type: ignore[arg-type]
    monkeypatch.setattr(menus, "COMMANDS", COMMANDS[:-1])
    await set_menus(profile, store)  # type: ignore[arg-type]
    last = [name for name, _ in profile.commands["en", "all_private_chats"]][-1]
    assert (profile.calls, last) == (30, COMMANDS[-2].name("en"))


@pytest.mark.anyio
async def test_what_failed_half_way_is_set_whole_the_next_time(profile: Profile, store: Store) -> None:
    profile.fails = True
    with pytest.raises(NetworkError):
        await set_menus(profile, store)  # type: ignore[arg-type]
    profile.fails, profile.calls = False, 0
    await set_menus(profile, store)  # type: ignore[arg-type]
    assert (profile.calls, len(profile.commands)) == (15, 6)


def test_every_command_is_as_telegram_takes_it() -> None:
    names = [name for command in COMMANDS for name in command.names]
    assert [n for n in names if not re.fullmatch(r"[a-z0-9_]{1,32}", n)] == []
    assert len(names) == len(set(names)) <= MAX_COMMANDS
    for _, _, commands in menus.menus():
        assert [words for _, words in commands if not 0 < len(words) <= MAX_WORDS_CHARS] == []


def test_groups_are_offered_only_what_is_answered_there() -> None:
    offered = {
        scope.type: {name for name, _ in commands} for code, scope, commands in menus.menus() if code == "ro"
    }
    assert offered["all_private_chats"] - offered["all_group_chats"] == {"judet", "setari", "delete_my_data"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_words_of_the_profile_fit(lang: Any) -> None:
    say = texts(lang)
    assert len(say("bot-name")) <= MAX_NAME_CHARS
    assert len(say("bot-short")) <= MAX_SHORT_CHARS
    assert len(say("bot-description")) <= MAX_DESCRIPTION_CHARS
