"""The store: updates in, conversations and preferences kept, calls out; each step one transaction."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, event, func, insert, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncTransaction, create_async_engine

from bot.store.forgetting import forget_old, forget_person
from bot.store.tables import chats, facts, feedback, inbox, outbox, people, replies, staff


@dataclass(frozen=True)
class Waiting:
    """An update that was fetched and is not handled yet."""

    update_id: int
    lane: int
    """Chat, or person where there is no chat."""
    body: str
    """The update as JSON."""


@dataclass(frozen=True)
class Parked:
    """An update that could not be handled."""

    update_id: int
    at: float
    """Seconds since 1970."""


@dataclass(frozen=True)
class NewCall:
    """A call to be written down."""

    lane: int
    call: dict[str, Any]
    """Method, parameters and what it answers, as `bot.calls` makes it."""
    after_id: int | None
    """The chat's last message id now."""


@dataclass(frozen=True)
class Unsent:
    """A call still to be made."""

    id: int
    lane: int
    call: dict[str, Any]
    """Method, parameters and what it answers, as `bot.calls` makes it."""
    after_id: int | None
    """The chat's last message id when the call was written down."""


@dataclass(frozen=True)
class Sent:
    """A call that Telegram has."""

    unsent: Unsent
    message_id: int | None
    """Of the message it made, if it made one."""


@dataclass(frozen=True)
class Person:
    """What a person set."""

    lang: str | None = None
    county: str | None = None


@dataclass(frozen=True)
class Chat:
    """What is kept of a conversation."""

    state: str | None = None
    last_id: int | None = None


_SEEN = (
    update(chats)
    .where(
        chats.c.chat_id == bindparam("seen_chat"), func.coalesce(chats.c.last_id, 0) < bindparam("seen_id")
    )
    .values(last_id=bindparam("seen_id"))
)
"""A message of this id is in the chat."""
_FOLLOWING = (
    update(outbox)
    .where(outbox.c.lane == bindparam("seen_chat"), outbox.c.after_id < bindparam("seen_id"))
    .values(after_id=bindparam("seen_id"))
)
"""What is still to be sent there will stand after it."""
_WAITING = (
    select(inbox.c.update_id, inbox.c.lane, inbox.c.body)
    .add_columns(chats.c.state, chats.c.last_id, people.c.lang, people.c.county, staff.c.id)
    .select_from(
        # the chat with a person has the person's number
        inbox.outerjoin(chats, chats.c.chat_id == inbox.c.lane)
        .outerjoin(people, people.c.telegram_id == inbox.c.lane)
        .outerjoin(staff, staff.c.telegram_id == inbox.c.lane)
    )
    .where(inbox.c.state == "waiting")
    .order_by(inbox.c.update_id)
    .limit(bindparam("most"))
)
"""The oldest updates that wait, with what is kept of their chats and people."""
_DONE = (
    update(inbox)
    .where(inbox.c.update_id.in_(bindparam("done", expanding=True)))
    .values(state="done", body=None, lane=0)
)
_LAST_CALL = select(func.coalesce(func.max(outbox.c.id), 0))
_NEW_CALLS = insert(outbox)
_SENT = delete(outbox).where(outbox.c.id.in_(bindparam("sent", expanding=True)))


@lru_cache
def _new(table: Table) -> sqlite.Insert:
    """New rows; those whose key is there already are left as they are."""
    return sqlite.insert(table).on_conflict_do_nothing()


@lru_cache
def _new_or_changed(table: Table, names: tuple[str, ...]) -> sqlite.Insert:
    """New rows of these columns; of those whose key is there already, the other columns are changed."""
    key = ["telegram_id"] if table is people else [c.name for c in table.primary_key]
    new = sqlite.insert(table)
    changed = {name: new.excluded[name] for name in names if name not in key}
    return new.on_conflict_do_update(index_elements=key, set_=changed)


def _begin(connection: Connection) -> None:
    """Begin to write at once: who looks before writing is not overtaken by another process."""
    only_reads = connection.get_execution_options().get("only_reads")
    connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")


def _pragmas(connection: Any, _record: Any) -> None:
    # transactions begin in `_begin`; sqlite3's own way knows no savepoints
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "foreign_keys=ON",
        "busy_timeout=10000",
        "synchronous=NORMAL",
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


class Store:
    """One database, one writing connection; transactions follow one another."""

    def __init__(self, url: str) -> None:
        self._engine: AsyncEngine = create_async_engine(url)
        event.listen(self._engine.sync_engine, "connect", _pragmas)
        event.listen(self._engine.sync_engine, "begin", _begin)
        self._connection: AsyncConnection | None = None
        self._turn = asyncio.Lock()

    async def open(self) -> None:
        """Connect. Raises sqlalchemy.exc.DatabaseError when the database cannot be used."""
        self._connection = await self._engine.connect()

    async def close(self) -> None:
        """Let go of the database."""
        async with self._turn:
            if self._connection is not None:
                await self._connection.close()
                self._connection = None
            await self._engine.dispose()

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """One transaction: all of it is kept, or nothing."""
        async with self._turn:
            if self._connection is None:
                raise RuntimeError("the store is not open")
            async with self._connection.begin():
                work = Work(self._connection)
                yield work
                await work.write()

    @asynccontextmanager
    async def look(self) -> AsyncIterator[Work]:
        """One transaction that only reads: all as it is at one moment, and nobody waits for it."""
        async with self._engine.connect() as connection:
            await connection.execution_options(only_reads=True)
            async with connection.begin():
                yield Work(connection)

    # ── updates ──

    async def take(self, updates: Sequence[Waiting], now: float) -> None:
        """Write down fetched updates; those known already are left as they are."""
        rows = [
            {"update_id": u.update_id, "lane": u.lane, "body": u.body, "state": "waiting", "at": now}
            for u in updates
        ]
        async with self.work() as work:
            await work.insert_new(inbox, rows)

    async def waiting(self, most: int) -> list[Waiting]:
        """The oldest updates that wait."""
        async with self.work() as work:
            return await work.waiting(most)

    async def parked(self) -> list[Parked]:
        """Updates that could not be handled, oldest first."""
        query = select(inbox.c.update_id, inbox.c.at).where(inbox.c.state == "parked")
        async with self.work() as work:
            return [Parked(r.update_id, r.at) for r in await work.rows(query.order_by(inbox.c.update_id))]

    # ── calls ──

    async def last_ids(self) -> list[tuple[int, int]]:
        """Chats, and the highest message id known in each."""
        query = select(chats.c.chat_id, chats.c.last_id).where(chats.c.last_id.is_not(None))
        async with self.work() as work:
            return [(r.chat_id, r.last_id) for r in await work.rows(query)]

    async def unsent(self) -> list[Unsent]:
        """All calls still to be made, in the order they were written down."""
        async with self.work() as work:
            rows = await work.rows(select(outbox).order_by(outbox.c.id))
        return [Unsent(r.id, r.lane, json.loads(r.call), r.after_id) for r in rows]

    async def reply_to(self, chat_id: int, message_id: int) -> int | None:
        """The message that answers a message."""
        query = select(replies.c.reply_id).where(
            replies.c.chat_id == chat_id, replies.c.message_id == message_id
        )
        async with self.work() as work:
            rows = await work.rows(query)
        return int(rows[0].reply_id) if rows else None

    async def drop_lane(self, lane: int, now: float) -> None:
        """A person blocked the bot, or a group threw it out: nothing more is sent there."""
        async with self.work() as work:
            await work.run(delete(outbox).where(outbox.c.lane == lane))
            if lane > 0:
                await work.blocked(lane, now)

    # ── what the bot knows of itself, what people said ──

    async def fact(self, name: str) -> str | None:
        """A fact by name."""
        async with self.work() as work:
            rows = await work.rows(select(facts.c.value).where(facts.c.name == name))
        return str(rows[0].value) if rows else None

    async def set_fact(self, name: str, value: str) -> None:
        """Remember a fact."""
        async with self.work() as work:
            await work.put(facts, [{"name": name, "value": value}])

    async def feedback(self) -> list[dict[str, Any]]:
        """What people said and what could not be answered, oldest first."""
        async with self.work() as work:
            rows = await work.rows(select(feedback).order_by(feedback.c.id))
        return [
            {"id": r.id, "kind": r.kind, "about": json.loads(r.about), "words": r.words, "at": r.at}
            for r in rows
        ]

    async def purge(self, now: float, memory_seconds: float) -> None:
        """Forget what has had its time."""
        async with self.work() as work:
            await forget_old(work, now, memory_seconds)


class Work:
    """What can be done within one transaction.

    What nearly every update needs is read for many at once and written for many at once, when the
    transaction ends: a statement costs more than what it says.
    """

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._chats: dict[int, Chat] = {}
        self._people: dict[int, Person] = {}
        self._staff: dict[int, bool] = {}
        self._kept: dict[int, dict[str, Any]] = {}
        self._done: list[int] = []

    async def undoable(self) -> AsyncTransaction:
        """From here on all can be undone while the transaction goes on: `rollback` or `commit` the result."""
        return await self._connection.begin_nested()

    async def rows(self, query: Any, **values: Any) -> Sequence[Any]:
        """The rows of a query with its values."""
        return (await self._connection.execute(query, values)).all()

    async def run(self, statement: Any, **values: Any) -> int:
        """Carry out a statement with its values; how many rows it touched."""
        return int((await self._connection.execute(statement, values)).rowcount)

    async def many(self, statement: Any, rows: Sequence[dict[str, Any]]) -> None:
        """Carry out a statement for each row; without rows nothing happens."""
        if rows:
            await self._connection.execute(statement, rows)

    async def insert_new(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        """Insert rows; those whose key is there already are left as they are."""
        await self.many(_new(table), rows)

    async def put(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        """Insert rows, or change what they name in the ones with the same key; all name the same columns."""
        if rows:
            await self.many(_new_or_changed(table, tuple(rows[0])), rows)

    async def write(self) -> None:
        """Write what was gathered; at the end of the transaction, and before what counts on it."""
        await self.put(chats, list(self._kept.values()))
        self._kept.clear()
        if self._done:
            await self.run(_DONE, done=self._done)
            self._done.clear()

    # ── one update ──

    async def waiting(self, most: int) -> list[Waiting]:
        """The oldest updates that wait; what is kept of their chats and people is read with them."""
        rows = await self.rows(_WAITING, most=most)
        for row in rows:
            self._chats[row.lane] = Chat(row.state, row.last_id)
            self._people[row.lane] = Person(row.lang, row.county)
            self._staff[row.lane] = row.id is not None
        return [Waiting(r.update_id, r.lane, r.body) for r in rows]

    async def chat(self, chat_id: int) -> Chat:
        """What is kept of a chat."""
        if chat_id not in self._chats:
            query = select(chats.c.state, chats.c.last_id).where(chats.c.chat_id == chat_id)
            rows = await self.rows(query)
            self._chats[chat_id] = Chat(rows[0].state, rows[0].last_id) if rows else Chat()
        return self._chats[chat_id]

    async def keep_chat(self, chat_id: int, chat: Chat, at: float) -> None:
        """Keep a conversation."""
        self._chats[chat_id] = chat
        self._kept[chat_id] = {"chat_id": chat_id, "state": chat.state, "last_id": chat.last_id, "at": at}

    async def person(self, telegram_id: int) -> Person:
        """What a person set."""
        if telegram_id not in self._people:
            query = select(people.c.lang, people.c.county).where(people.c.telegram_id == telegram_id)
            rows = await self.rows(query)
            self._people[telegram_id] = Person(rows[0].lang, rows[0].county) if rows else Person()
        return self._people[telegram_id]

    async def keep_person(self, telegram_id: int, person: Person) -> None:
        """Keep what a person set; who writes does not block the bot."""
        self._people[telegram_id] = person
        row = {"telegram_id": telegram_id, "lang": person.lang, "county": person.county, "blocked_at": None}
        await self.put(people, [row])

    async def is_staff(self, telegram_id: int) -> bool:
        """Whether a person was ever given a role."""
        if telegram_id not in self._staff:
            query = select(staff.c.id).where(staff.c.telegram_id == telegram_id)
            self._staff[telegram_id] = bool(await self.rows(query))
        return self._staff[telegram_id]

    def now_staff(self, telegram_id: int) -> None:
        """A person was given a role in this transaction."""
        self._staff[telegram_id] = True

    async def blocked(self, telegram_id: int, at: float) -> None:
        """A person does not want messages."""
        await self.put(people, [{"telegram_id": telegram_id, "blocked_at": at}])

    async def unblocked(self, telegram_id: int) -> None:
        """A person takes messages again."""
        await self.run(update(people).where(people.c.telegram_id == telegram_id).values(blocked_at=None))

    async def done(self, update_id: int) -> None:
        """An update is handled; its text goes, and whose it was."""
        self._done.append(update_id)

    async def park(self, update_id: int) -> None:
        """An update could not be handled; its text stays a while for whoever looks into it."""
        await self.run(update(inbox).where(inbox.c.update_id == update_id).values(state="parked"))

    async def write_calls(self, calls: Sequence[NewCall], at: float) -> list[Unsent]:
        """Write calls down; they are made after the transaction."""
        if not calls:
            return []
        # numbered here: asked for its number, each would be a statement of its own
        first = (await self.rows(_LAST_CALL))[0][0] + 1
        unsent = [Unsent(n, c.lane, c.call, c.after_id) for n, c in enumerate(calls, first)]
        rows = [
            {
                "id": one.id,
                "lane": one.lane,
                "call": json.dumps(one.call, ensure_ascii=False),
                "after_id": one.after_id,
                "at": at,
            }
            for one in unsent
        ]
        await self.many(_NEW_CALLS, rows)
        return unsent

    async def sent(self, calls: Sequence[Sent], now: float) -> None:
        """Forget calls that were made; remember which message answers which."""
        answers = [
            {
                "chat_id": s.unsent.lane,
                "message_id": s.unsent.call["answers"],
                "reply_id": s.message_id,
                "at": now,
            }
            for s in calls
            if s.message_id and s.unsent.call.get("answers")
        ]
        highest: dict[int, int] = {}
        for s in calls:
            if s.message_id:
                highest[s.unsent.lane] = max(s.message_id, highest.get(s.unsent.lane, 0))
        seen = [{"seen_chat": lane, "seen_id": message_id} for lane, message_id in highest.items()]
        await self.run(_SENT, sent=[s.unsent.id for s in calls])
        await self.put(replies, answers)
        await self.many(_SEEN, seen)
        await self.many(_FOLLOWING, seen)

    async def note(self, kind: str, about: dict[str, Any], words: str | None, at: float) -> int:
        """Keep feedback; its number."""
        row = {"kind": kind, "about": json.dumps(about, ensure_ascii=False), "words": words, "at": at}
        key = (await self._connection.execute(insert(feedback).values(row))).inserted_primary_key
        return int(key[0]) if key else 0

    async def add_words(self, number: int, words: str) -> None:
        """The sentence that belongs to a piece of feedback."""
        await self.run(update(feedback).where(feedback.c.id == number).values(words=words))

    async def forget(self, telegram_id: int) -> None:
        """Delete everything about a person; the chat with a person has the person's number."""
        await self.write()
        self._people.pop(telegram_id, None)
        self._chats.pop(telegram_id, None)
        await forget_person(self, telegram_id)
