"""Staff: people, grants, invitations, guesses, drafts, handovers; ledger, its texts, evidence."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ONLY_ADDED = """
CREATE TRIGGER ledger_no_{name} BEFORE {name} ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END
"""
"""Keeps a slip of a hand or a program from the ledger; whoever drops it is found by the chain."""


def upgrade() -> None:
    _people()
    _conversations()
    _ledger()
    if op.get_bind().dialect.name == "sqlite":
        for name in ("update", "delete"):
            op.execute(_ONLY_ADDED.format(name=name))


def _people() -> None:
    op.create_table(
        "staff",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("telegram_id", sa.BigInteger(), unique=True),
        sa.Column("name", sa.String(64)),
        sa.Column("since", sa.Float(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "grants",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(12), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("granted_by", sa.Integer()),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("revoked_by", sa.Integer()),
        sa.Column("revoked_at", sa.Float()),
        sqlite_autoincrement=True,
    )
    op.create_index("grants_person", "grants", ["person"])
    op.create_table(
        "invitations",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("role", sa.String(12), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("invited_by", sa.Integer()),
        sa.Column("made_at", sa.Float(), nullable=False),
        sa.Column("expires_at", sa.Float(), nullable=False),
        sa.Column("used_at", sa.Float()),
        sa.Column("used_by", sa.Integer()),
    )
    op.create_table(
        "guesses",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
    )
    op.create_index("guesses_whose", "guesses", ["telegram_id", "at"])


def _conversations() -> None:
    op.create_table(
        "drafts",
        sa.Column("person", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("nth", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
    )
    op.create_table(
        "handovers",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("heir", sa.Integer(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
    )


def _ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("event", sa.String(12), nullable=False),
        sa.Column("report", sa.Integer()),
        sa.Column("plan", sa.String(80)),
        sa.Column("plan_version", sa.String(12)),
        sa.Column("measure", sa.String(120)),
        sa.Column("indicator", sa.String(140)),
        sa.Column("kind", sa.String(8)),
        sa.Column("value", sa.Text()),
        sa.Column("period", sa.String(24)),
        sa.Column("evidence", sa.String(64)),
        sa.Column("doubts", sa.Text()),
        sa.Column("author", sa.Integer()),
        sa.Column("role", sa.String(12)),
        sa.Column("institution", sa.Text()),
        sa.Column("written_at", sa.Float(), nullable=False),
        sa.Column("saved_at", sa.Float(), nullable=False),
        sa.Column("supersedes", sa.Integer()),
        sa.Column("draft", sa.String(40)),
        sa.Column("nth", sa.Integer()),
        sa.Column("update_id", sa.BigInteger()),
        sa.Column("texts", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.UniqueConstraint("draft", "nth", name="ledger_draft"),
    )
    for column in ("report", "indicator", "author", "supersedes", "evidence"):
        op.create_index(f"ledger_{column}", "ledger", [column])
    op.create_table(
        "ledger_texts",
        sa.Column("row", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("field", sa.String(8), primary_key=True),
        sa.Column("text", sa.Text()),
        sa.Column("salt", sa.String(32)),
    )
    op.create_table(
        "evidence",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("media_type", sa.String(40), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary()),
        sa.Column("at", sa.Float(), nullable=False),
    )


def downgrade() -> None:
    tables = ("evidence", "ledger_texts", "ledger", "handovers", "drafts")
    for name in (*tables, "guesses", "invitations", "grants", "staff"):
        op.drop_table(name)
