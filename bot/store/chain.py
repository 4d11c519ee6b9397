"""The ledger's chain: each row holds the hash of the one before, and no word that may have to be erased.

Words stand in `ledger_texts`, the row holds their salted digests. The number and hash of the last row are
kept apart too (`facts`), so that a row missing at the end is missed.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import insert, select
from sqlalchemy.dialects import sqlite

from bot.store.tables import facts, ledger, ledger_texts

if TYPE_CHECKING:
    from bot.store.store import Work

LedgerEvent = Literal["submitted", "returned", "answered", "approved", "withdrawn", "sums", "erased"]
HEAD = "ledger"
"""Name of the fact that holds the last row's number and hash."""
_HEAD = select(facts.c.value).where(facts.c.name == HEAD)


@dataclass(frozen=True)
class Head:
    """The last row."""

    last: int = 0
    """Its number; rows are numbered from 1 without gaps, so this is their count too."""
    hash: str = "0" * 64
    """Its hash; what the first row calls the one before."""

    def as_fact(self) -> str:
        """As `facts` holds it."""
        return json.dumps(asdict(self))


def head_of(fact: str) -> Head:
    """The head that a fact holds. Raises ValueError or TypeError when it holds something else."""
    return Head(**json.loads(fact))


def row_hash(row: Mapping[str, Any]) -> str:
    """SHA-256 of a row: every column but the hash itself; empty ones are left out.

    Whatever somebody put into the file by hand has a hash too.
    """
    held = {name: row[name] for name in sorted(row) if name != "hash" and row[name] is not None}
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def text_digest(salt: str, text: str) -> str:
    """What a row holds of somebody's words; tells nothing about them once the salt is erased."""
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()


async def take_turn(work: Work) -> Head:
    """The last row; until the transaction ends nobody else writes to the database.

    One statement that writes and reads: between a look and a deed another process could have its own.
    """
    new = sqlite.insert(facts).values(name=HEAD, value=Head().as_fact())
    same = new.on_conflict_do_update(index_elements=["name"], set_={"value": facts.c.value})
    return head_of((await work.rows(same.returning(facts.c.value)))[0].value)


async def read_head(work: Work) -> Head | None:
    """What is kept apart of the last row; None when nothing is, or nothing that can be read."""
    rows = await work.rows(_HEAD)
    try:
        return head_of(rows[0].value) if rows else None
    except (ValueError, TypeError):
        return None


async def append(work: Work, event: LedgerEvent, values: dict[str, Any], texts: dict[str, str | None]) -> int:
    """Add a row; its number. values: columns of `ledger`; texts: field → words, None for none.

    A row without `report` that is a submission is about itself. Raises sqlalchemy.exc.IntegrityError when
    this part of a draft was saved before.
    """
    head = await take_turn(work)
    number = head.last + 1
    salted = [(field, secrets.token_hex(16), text) for field, text in texts.items() if text is not None]
    row = dict.fromkeys((column.name for column in ledger.c), None) | values
    row |= {"id": number, "event": event, "previous": head.hash}
    row["texts"] = json.dumps(
        {field: text_digest(salt, text) for field, salt, text in salted}, sort_keys=True
    )
    if event == "submitted":
        row["report"] = number
    row["hash"] = digest = row_hash(row)
    await work.run(insert(ledger).values(row))
    kept = [{"row": number, "field": field, "text": text, "salt": salt} for field, salt, text in salted]
    await work.many(insert(ledger_texts), kept)
    await work.put(facts, [{"name": HEAD, "value": Head(number, digest).as_fact()}])
    return number
