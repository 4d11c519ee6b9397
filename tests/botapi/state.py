"""What the server knows: the bot, its chats and messages, open queries, and the updates that wait."""

from __future__ import annotations

import copy
import itertools
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.botapi.calls import Json
from tests.botapi.chats import Chat, Message, StoredFile, message_json
from tests.botapi.pulse import Pulse
from tests.botapi.updates import Updates


@dataclass(frozen=True)
class Answer:
    """What a person sees after a press."""

    text: str = ""
    """Nothing is shown when it is empty."""
    alert: bool = False
    """In a window to be closed, not in a line that goes by itself."""
    url: str = ""
    """The address that opens."""


@dataclass(eq=False)
class Press:
    """A button pressed; until it is answered, a clock turns on it."""

    chat: Chat
    """Where it was pressed."""
    answer: Answer | None = None
    too_late: bool = False
    """Telegram no longer takes an answer."""


@dataclass(eq=False)
class InlineQuery:
    """What someone typed behind the bot's name, and the bot's results."""

    query: str
    pulse: Pulse = field(default_factory=Pulse)
    """Beats when it is answered."""
    results: list[Json] | None = None
    """As the bot gave them; None while it is open."""
    next_offset: str = ""
    too_late: bool = False
    button: Json | None = None
    """The one above the results."""
    options: Json = field(default_factory=dict)
    """cache_time and is_personal, where given."""

    @property
    def titles(self) -> list[str]:
        """What a person chooses among."""
        return [str(result.get("title", "")) for result in self.results or []]


class State:
    """Everything a method reads or changes."""

    def __init__(self, username: str) -> None:
        self.pulse = Pulse()
        """Beats with every call and every change of the queue; each chat has its own besides."""
        self.account: Callable[[], str] = str
        """What a test should read when it waited in vain: the last calls, what the bot printed."""
        self.updates = Updates(self.pulse.beat)
        self.bot: Json = {"id": 7000000001, "is_bot": True, "first_name": "Bot", "username": username}
        self.privacy = True
        """In groups the bot sees only commands, mentions of it and replies to it, as set at BotFather."""
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.inline_queries: dict[str, InlineQuery] = {}
        self.inline_messages: dict[str, Message] = {}
        self.files: dict[str, StoredFile] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        """By scope and language."""
        self.texts: dict[tuple[str, str], str] = {}
        """Name and descriptions of the bot, by kind and language."""
        self._private_ids = itertools.count(1)
        self._group_ids: dict[int, itertools.count[int]] = {}

    def store(
        self,
        chat: Chat,
        sender: Json,
        content: dict[str, Any],
        keyboard: Json | None = None,
        by_bot: bool = False,
    ) -> Message:
        """A new message in a chat. Private chats share one row of numbers, each group has its own."""
        ids = self._private_ids
        if chat.kind != "private":
            ids = self._group_ids.setdefault(chat.id, itertools.count(1))
        date = int(time.time()) + chat.later_seconds
        message = Message(chat, message_json(chat, next(ids), sender, date, content), keyboard, by_bot)
        if keyboard and "inline_keyboard" in keyboard:
            message.json["reply_markup"] = keyboard
        chat.messages[message.message_id] = message
        return message

    def keep(self, kind: str, name: str, content: bytes) -> StoredFile:
        """Stores a file under an id of its own."""
        file = StoredFile(f"AgAD{secrets.token_urlsafe(12)}", name, content, kind)
        self.files[file.file_id] = file
        return file

    def push(self, kind: str, payload: Json) -> None:
        """Queues an update as it is now; what is edited later does not change it."""
        self.updates.push(kind, copy.deepcopy(payload))
