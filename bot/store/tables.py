"""The tables. Times are seconds since 1970 in UTC; all of it is alike in SQLite and PostgreSQL."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

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

staff = Table(
    "staff",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("telegram_id", BigInteger, unique=True),  # empty after erasure, and the name too
    Column("name", String(64)),
    Column("since", Float, nullable=False),
    sqlite_autoincrement=True,
)
"""Who reports and approves. The ledger knows the id only, which is never given to anybody else."""

grants = Table(
    "grants",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("person", Integer, nullable=False),
    Column("role", String(12), nullable=False),
    Column("scope", Text, nullable=False),  # plans, institutions and measures as JSON
    Column("granted_by", Integer),  # empty when it was done on the command line
    Column("at", Float, nullable=False),
    Column("revoked_by", Integer),
    Column("revoked_at", Float),
    Index("grants_person", "person"),
    sqlite_autoincrement=True,
)
"""Who may what, and who could."""

invitations = Table(
    "invitations",
    metadata,
    Column("key", String(64), primary_key=True),  # SHA-256 of the token, which is nowhere
    Column("role", String(12), nullable=False),
    Column("scope", Text, nullable=False),
    Column("invited_by", Integer),  # empty when it was made on the command line
    Column("made_at", Float, nullable=False),
    Column("expires_at", Float, nullable=False),
    Column("used_at", Float),
    Column("used_by", Integer),
)
"""Links that give a role once."""

guesses = Table(
    "guesses",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("telegram_id", BigInteger, nullable=False),
    Column("at", Float, nullable=False),
    Index("guesses_whose", "telegram_id", "at"),
)
"""Invitations that were tried and do not exist."""

drafts = Table(
    "drafts",
    metadata,
    Column("person", Integer, primary_key=True, autoincrement=False),
    Column("nth", Integer, primary_key=True, autoincrement=False),  # 0 is open; the others wait their turn
    Column("document", Text, nullable=False),
    Column("at", Float, nullable=False),
)
"""Half-finished conversations of staff, as the engines write them."""

handovers = Table(
    "handovers",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("person", Integer, nullable=False),
    Column("heir", Integer, nullable=False),
    Column("at", Float, nullable=False),
)
"""Whose open reports are somebody else's to answer."""

ledger = Table(
    "ledger",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),  # one more than the row before
    Column("event", String(12), nullable=False),  # submitted, returned, …: `bot.store.chain.EVENTS`
    Column("report", Integer),  # row of the report that this is about; its own for submitted
    Column("plan", String(80)),
    Column("plan_version", String(12)),
    Column("measure", String(120)),
    Column("indicator", String(140)),
    Column("kind", String(8)),
    Column("value", Text),  # JSON; words apart
    Column("period", String(24)),
    Column("evidence", String(64)),  # digest
    Column("doubts", Text),  # JSON
    Column("author", Integer),  # internal id of who did this; empty on the command line
    Column("role", String(12)),
    Column("institution", Text),
    Column("written_at", Float, nullable=False),
    Column("saved_at", Float, nullable=False),
    Column("supersedes", Integer),
    Column("draft", String(40)),
    Column("nth", Integer),
    Column("update_id", BigInteger),
    Column("texts", Text, nullable=False),  # JSON: field → salted digest of what `ledger_texts` holds
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("draft", "nth", name="ledger_draft"),
    Index("ledger_report", "report"),
    Index("ledger_indicator", "indicator"),
    Index("ledger_author", "author"),
    Index("ledger_supersedes", "supersedes"),
    Index("ledger_evidence", "evidence"),
)
"""What was reported and what became of it; rows are only added, each with the hash of the one before."""

ledger_texts = Table(
    "ledger_texts",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("field", String(8), primary_key=True),  # text, place, note, words, parts
    Column("text", Text),  # empty after erasure, and the salt too
    Column("salt", String(32)),
)
"""What people wrote in the ledger: apart, so that it can be erased and the chain still fits."""

evidence = Table(
    "evidence",
    metadata,
    Column("digest", String(64), primary_key=True),  # SHA-256 of the body
    Column("media_type", String(40), nullable=False),
    Column("size_bytes", Integer, nullable=False),
    Column("body", LargeBinary),  # empty after erasure
    Column("at", Float, nullable=False),
)
"""Photos and documents that belong to reports."""
