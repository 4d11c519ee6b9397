"""What is forgotten, and when: each thing in its time, and all about a person when they want it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, or_, update

from bot.store.staff import People
from bot.store.tables import chats, inbox, people, replies

if TYPE_CHECKING:
    from bot.store.store import Work

HANDLED_KEPT_SECONDS = 7 * 24 * 3600
"""How long the number of a handled update is known, and how long the text of a parked one is kept."""
REPLIES_KEPT_SECONDS = 48 * 3600
"""Telegram lets a message be edited for 48 hours."""


async def forget_old(work: Work, now: float, memory_seconds: float) -> None:
    """Forget what has had its time: memories, numbers of updates, texts of parked ones, what staff left."""
    old = now - HANDLED_KEPT_SECONDS
    await work.run(update(chats).where(chats.c.at < now - memory_seconds).values(state=None))
    await work.run(delete(chats).where(chats.c.at < old))
    await work.run(delete(inbox).where(inbox.c.state == "done", inbox.c.at < old))
    await work.run(update(inbox).where(inbox.c.state == "parked", inbox.c.at < old).values(body=None))
    await work.run(delete(replies).where(replies.c.at < now - REPLIES_KEPT_SECONDS))
    await People(work).purge(now)


async def forget_person(work: Work, telegram_id: int) -> None:
    """Delete everything about a person; the chat with a person has the person's number."""
    await work.run(delete(people).where(people.c.telegram_id == telegram_id))
    await work.run(delete(chats).where(chats.c.chat_id == telegram_id))
    await work.run(delete(replies).where(replies.c.chat_id == telegram_id))
    theirs = [inbox.c.lane == telegram_id]
    theirs += [inbox.c.body.contains(f'"id": {telegram_id}{end}') for end in ",}"]
    await work.run(delete(inbox).where(inbox.c.state == "parked", or_(*theirs)))
    await People(work).erase(telegram_id)
