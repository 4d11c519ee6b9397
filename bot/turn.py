"""One update while it is handled: what is known before, and what it leads to. `pump` keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from telegram import Update

from bot.calls import Call, change, remove, send
from bot.chat.guide import Guide, Moment
from bot.chat.screens import Note, Screen, Step
from bot.chat.state import ChatState
from bot.staff.desk import Desk
from bot.store.store import Person
from index import NO_REPORTS, Reports


@dataclass
class Toast:
    """The answer to a pressed button."""

    query_id: str
    text: str | None


@dataclass
class Turn:
    """What is known of one update's chat and person, and what handling it leads to."""

    guide: Guide
    state: ChatState
    person: Person
    desk: Desk
    today: date
    now: float
    """Seconds since 1970."""
    is_staff: bool = False
    """The person has a role."""
    reports: Reports = NO_REPORTS
    """As far as the person may see them."""
    public: Reports = NO_REPORTS
    """As far as everybody may: in a group others read along."""
    edited: bool = False
    """The message was answered before: its answer is to be changed, not sent again."""
    calls: list[Call] = field(default_factory=list)
    """To be made, in order."""
    toast: Toast | None = None
    """Said at once; not worth keeping."""
    inline: dict[str, Any] | None = None
    """Answer to an inline query, made at once."""
    note: Note | None = None
    awaits_words: bool = False
    note_words: tuple[int, str] | None = None
    counts: tuple[str, str] | None = None
    """Intent and outcome of an answer."""
    forgets: bool = False
    blocks: bool = False
    """The person blocked the bot."""
    unblocks: bool = False
    """The person takes messages again."""
    fault: str | None = None
    """Id of what went wrong, as in the log."""

    def moment(
        self,
        language_code: str | None,
        message_id: int | None = None,
        *,
        private: bool = True,
        edited: bool = False,
    ) -> Moment:
        """The update as a conversation sees it."""
        return Moment(
            self.guide,
            self.state,
            self.person,
            self.now,
            self.today,
            language_code,
            message_id,
            private=private,
            edited=edited,
            is_staff=self.is_staff,
            reports=self.reports if private else self.public,
        )

    def take(
        self, step: Step, chat_id: int, message_id: int | None, *, typed: bool, thread: int | None
    ) -> None:
        """Turn a step into calls.

        message_id: of the message typed, or of ours that was pressed. typed: it is the person's own.
        """
        self.state, self.person = step.state, step.person
        self.note, self.awaits_words, self.note_words = step.note, step.awaits_words, step.note_words
        self.forgets, self.counts = step.forgets, step.counts
        for n, said in enumerate(step.said):
            if said.in_place and not typed and message_id is not None:
                self.calls.append(change(chat_id, message_id, said.screen))
                continue
            answers = message_id if typed and n == 0 else None
            call = send(chat_id, said.screen, answers, thread)
            self.calls.append(call | {"corrects": True} if self.edited and answers else call)
        if step.deletes:
            self.calls.append(remove(chat_id, step.deletes))

    def say(self, chat_id: int, screen: Screen, thread: int | None = None) -> None:
        """One message that changes nothing."""
        self.calls.append(send(chat_id, screen, None, thread))


def lane_of(update: dict[str, Any]) -> int:
    """The chat of an update, else its person, else 0: what happens there happens in order.

    >>> lane_of({"update_id": 1, "message": {"chat": {"id": 5}, "from": {"id": 6}}})
    5
    """
    for value in update.values():
        if isinstance(value, dict):
            message = value.get("message") if "chat" not in value else value
            chat = message.get("chat") if isinstance(message, dict) else None
            for where in (chat, value.get("from")):
                if isinstance(where, dict) and isinstance(where.get("id"), int):
                    return int(where["id"])
    return 0


def written_at(update: Update) -> float | None:
    """When the person wrote or edited, in seconds since 1970."""
    message = update.edited_message or update.message
    if message is None:
        return None
    when = message.edit_date or message.date
    return when.timestamp()
