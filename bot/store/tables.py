"""The tables. Times are seconds since 1970 in UTC; all of it is alike in SQLite and PostgreSQL."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Index, Integer, MetaData, String, Table, Text

metadata = MetaData()

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lane", BigInteger, nullable=False),  # chat, or person where there is no chat: one at a time each
    Column("body", Text),  # the update as received; empty once it is handled
    Column("state", String(8), nullable=False),  # waiting, done, parked
    Column("at", Float, nullable=False),
    Index("inbox_state", "state", "update_id"),
)
"""Updates fetched; ids of handled ones stay for a while, so that none counts twice."""

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("lane", BigInteger, nullable=False),
    Column("call", Text, nullable=False),  # method and parameters as JSON
    Column("after_id", BigInteger),  # the chat's last message id when this was written
    Column("at", Float, nullable=False),
)
"""What is still to be sent; a row goes when Telegram has it."""

chats = Table(
    "chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("last_id", BigInteger),  # highest message id seen in the chat
    Column("state", Text),  # what the conversation remembers; empty when it was forgotten
    Column("at", Float, nullable=False),
    Index("chats_at", "at"),
)
"""Conversations: what was read, no words."""

replies = Table(
    "replies",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("reply_id", BigInteger, nullable=False),
    Column("at", Float, nullable=False),
    Index("replies_at", "at"),
)
"""Which message answers which, so that an edited question gets an edited answer."""

people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("telegram_id", BigInteger, nullable=False, unique=True),
    Column("lang", String(2)),
    Column("county", String(40)),
    Column("blocked_at", Float),
)
"""Preferences of those who set any, and who does not want messages."""

feedback = Table(
    "feedback",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("kind", String(12), nullable=False),  # unwanted, wrong, unanswered
    Column("about", Text, nullable=False),  # what was read from the question and which records were shown
    Column("words", Text),
    Column("at", Float, nullable=False),
)
"""What people said is wrong and what could not be answered, without the person."""

facts = Table(
    "facts",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
"""What the bot knows of itself: its name, the menus it set last."""
