"""What a person sees and presses: screens, and what a step of a conversation does with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from bot.chat.buttons import Button
from bot.chat.state import ChatState
from bot.store.store import Person


@dataclass(frozen=True)
class Key:
    """One button: its label and what it does; one of the two."""

    label: str
    button: Button | None = None
    url: str | None = None


Rows = tuple[tuple[Key, ...], ...]


@dataclass(frozen=True)
class Screen:
    """A message: HTML for Telegram and rows of buttons."""

    html: str
    rows: Rows = ()
    silent: bool = False
    """Sent without a sound."""
    quotes: bool = False
    """Shown as a reply to the person's message."""


@dataclass(frozen=True)
class Said:
    """A screen to send, in place of the message that was pressed or as a new one."""

    screen: Screen
    in_place: bool = False


@dataclass(frozen=True)
class Note:
    """Something to keep for whoever tends the data, without the person."""

    kind: Literal["unwanted", "wrong", "unanswered"]
    about: dict[str, Any]
    words: str | None = None


@dataclass(frozen=True)
class Step:
    """What a step of a conversation leads to."""

    said: tuple[Said, ...]
    state: ChatState
    person: Person
    toast: str | None = None
    """Short answer to a pressed button, shown over the chat."""
    note: Note | None = None
    note_words: tuple[int, str] | None = None
    """A sentence for the note with this number."""
    awaits_words: bool = False
    """The number of `note` goes into the state: the next message may be its sentence."""
    deletes: tuple[int, ...] = field(default=())
    """Ids of messages to delete."""
    forgets: bool = False
    """All that is kept of the person goes."""
    counts: tuple[str, str] | None = None
    """Intent and outcome of an answer, for `/metrics`."""
