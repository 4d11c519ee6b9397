"""Chats, the messages in them, and what a person sees of a message at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.botapi.calls import Json, Refusal
from tests.botapi.formatting import Formatted, say_html
from tests.botapi.pulse import Pulse


@dataclass(frozen=True)
class StoredFile:
    """A file the server keeps."""

    file_id: str
    name: str
    content: bytes
    kind: str
    """As the Bot API calls it: photo, document, voice …"""

    @property
    def path(self) -> str:
        """What getFile answers; the address to fetch the file at ends in it."""
        return f"{self.kind}s/{self.file_id}"


@dataclass(eq=False)
class Message:
    """A message as it is now."""

    chat: Chat
    json: Json
    """As the Bot API shows it."""
    keyboard: Json | None
    by_bot: bool
    silent: bool = False
    """Sent with disable_notification."""
    file: StoredFile | None = None
    deleted: bool = False
    inline_message_id: str = ""
    """Where it was sent by way of an inline result with buttons."""

    @property
    def message_id(self) -> int:
        """Unique within its chat."""
        return int(self.json["message_id"])

    @property
    def text(self) -> str:
        """Text or caption, without tags."""
        return str(self.json.get("text", self.json.get("caption", "")))


class Reply:
    """What a person sees of a message of the bot: as it was when it came, or when it was edited."""

    def __init__(self, message: Message, edited: bool) -> None:
        self.message = message
        self.edited = edited
        """An edit of a message that was there already."""
        self.json = message.json
        self.keyboard = message.keyboard or {}
        self.file = message.file
        """Photo or document, with its content."""
        self.silent = message.silent

    @property
    def message_id(self) -> int:
        """Unique within its chat."""
        return self.message.message_id

    @property
    def text(self) -> str:
        """Text or caption, without tags."""
        return str(self.json.get("text", self.json.get("caption", "")))

    @property
    def entities(self) -> list[Json]:
        """Which parts of the text look different; UTF-16 offsets."""
        found: list[Json] = self.json.get("entities") or self.json.get("caption_entities") or []
        return found

    @property
    def html(self) -> str:
        """Text with the tags Telegram kept."""
        return say_html(Formatted(self.text, self.entities))

    @property
    def rows(self) -> list[list[Json]]:
        """Buttons under the message, else of the keyboard it brought."""
        rows: list[list[Any]] = self.keyboard.get("inline_keyboard") or self.keyboard.get("keyboard") or []
        return [[{"text": button} if isinstance(button, str) else button for button in row] for row in rows]

    @property
    def buttons(self) -> list[str]:
        """Labels, row after row."""
        return [str(button["text"]) for row in self.rows for button in row]

    def button(self, which: str | int) -> Json:
        """The first button with this label, or the one at this place; AssertionError where there is none."""
        flat = [button for row in self.rows for button in row]
        if isinstance(which, int):
            assert -len(flat) <= which < len(flat), f"no button {which} among {self.buttons}"
            return flat[which]
        named = [button for button in flat if button["text"] == which]
        assert named, f"no button {which!r} among {self.buttons}"
        return named[0]

    def now(self) -> Reply:
        """The same message as it is now."""
        return Reply(self.message, self.edited)

    def line(self) -> str:
        """One entry of a transcript: who, what, and the buttons."""
        shown = [*([f"<{self.file.kind} {self.file.name}>"] if self.file else []), self.text]
        shown += [f"[{label}]" for label in self.buttons]
        return f"bot{' (edit)' if self.edited else ''}: " + " ".join(part for part in shown if part)

    def __repr__(self) -> str:
        return f"<#{self.message_id} {self.line()}>"


@dataclass(eq=False)
class Chat:
    """A conversation the bot may have a part in."""

    id: int
    """Negative for groups."""
    kind: str
    """private, group or supergroup."""
    fields: Json
    """Its title, or the names of the person."""
    refusal: Refusal | None = None
    """Why the bot may not write here now."""
    known: bool = True
    """The bot has seen this chat; an unknown one is "not found"."""
    messages: dict[int, Message] = field(default_factory=dict)
    shown: list[Reply] = field(default_factory=list)
    """Everything the bot sent or edited here, in order."""
    keyboard: Json | None = None
    """The keyboard in place of letters, until another one comes."""
    pulse: Pulse = field(default_factory=Pulse)
    """Beats when the bot shows something here or answers a press: many people can wait at once."""
    later_seconds: int = 0
    """How far the clock of this chat is ahead: what is written in it from now on bears a later time."""
    actions: list[str] = field(default_factory=list)
    """What sendChatAction said: typing and the like."""
    lines: list[str] = field(default_factory=list)
    """What everyone said and did, to be compared or printed."""

    def json(self) -> Json:
        """As the Bot API shows it."""
        return {"id": self.id, "type": self.kind, **self.fields}

    def note(self, line: str) -> None:
        """Adds to the transcript; further lines of a text are set in."""
        self.lines.append(line.replace("\n", "\n  "))

    def transcript(self) -> str:
        """The conversation so far as plain lines."""
        return "\n".join(self.lines)

    def show(self, message: Message, edited: bool) -> None:
        """The bot's message, or an edit of it, appears on people's screens."""
        markup = message.keyboard or {}
        if not edited and ("keyboard" in markup or "remove_keyboard" in markup):
            self.keyboard = markup if "keyboard" in markup else None
        self.shown.append(Reply(message, edited))
        self.note(self.shown[-1].line())
        self.pulse.beat()


def message_json(chat: Chat, message_id: int, sender: Json, date: int, content: dict[str, Any]) -> Json:
    """A message as the Bot API shows it."""
    return {"message_id": message_id, "from": sender, "chat": chat.json(), "date": date, **content}
