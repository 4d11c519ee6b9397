"""Proof that the ledger is as it was written: every row, its words and files, and nothing missing at the end.

Reads in several statements while others may add rows. That is no danger: rows never change, the head is
read after the rows, and an erasure is looked up after the empty words were seen.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from bot.store.chain import Head, read_head, row_hash, text_digest
from bot.store.tables import evidence, ledger, ledger_texts

if TYPE_CHECKING:
    from bot.store.store import Work

_ROWS_AT_ONCE = 500


@dataclass(frozen=True)
class Verified:
    """Everything fits."""

    count: int
    """Rows."""
    hash: str
    """Of the last row: written down elsewhere, it proves later that nothing before it was made anew."""


@dataclass(frozen=True)
class Broken:
    """Something does not fit."""

    row: int
    """Number of the first row that does not."""
    why: str
    """What is wrong with it, in a few words for an administrator."""


async def verify(work: Work, noted: Head | None = None) -> Verified | Broken:
    """Look at every row in order; the first that does not fit, or the count.

    noted: a count and hash that an earlier proof gave; a ledger made anew since then does not fit.
    """
    before = Head()
    while True:
        async for row, texts in _rows_after(work, before.last):
            why = _chain_fault(row, before) or _noted_fault(row, noted)
            why = why or await _words_fault(work, row, texts) or await _file_fault(work, row)
            if why:
                return Broken(min(row["id"], before.last + 1), why)
            before = Head(row["id"], row["hash"])
        head = await read_head(work) or Head()
        if max(head.last, noted.last if noted else 0) <= before.last:
            return await _end_fault(work, head, before) or Verified(before.last, before.hash)
        if not await work.rows(select(ledger.c.id).where(ledger.c.id == before.last + 1)):
            return Broken(before.last + 1, "the row was removed")


async def _rows_after(work: Work, last: int) -> AsyncIterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Rows in order, each with its words (field → row of `ledger_texts`)."""
    where = [] if last == 0 else [ledger.c.id > last]
    while rows := await work.rows(select(ledger).where(*where).order_by(ledger.c.id).limit(_ROWS_AT_ONCE)):
        span = ledger_texts.c.row.between(rows[0].id, rows[-1].id)
        texts: dict[int, dict[str, Any]] = {}
        for text in await work.rows(select(ledger_texts).where(span)):
            texts.setdefault(text.row, {})[text.field] = text
        for row in rows:
            yield dict(row._mapping), texts.get(row.id, {})
        where = [ledger.c.id > rows[-1].id]


def _chain_fault(row: dict[str, Any], before: Head) -> str | None:
    """What is wrong with a row by itself and after the row before it."""
    if row["id"] > before.last + 1:
        return "the row was removed"
    if row["id"] < before.last + 1:
        return "the row was put in"
    if row_hash(row) != row["hash"]:
        return "the row was altered"
    if row["previous"] != before.hash:
        return "the row does not follow the one before it"
    return None


def _noted_fault(row: dict[str, Any], noted: Head | None) -> str | None:
    """What is wrong with a row that somebody noted down."""
    if noted is not None and row["id"] == noted.last and row["hash"] != noted.hash:
        return "the row, or one before it, was made anew"
    return None


async def _words_fault(work: Work, row: dict[str, Any], held: dict[str, Any]) -> str | None:
    """What is wrong with a row's words: those that were neither kept as they were nor erased openly."""
    try:
        digests = json.loads(row["texts"])
    except ValueError:
        digests = None
    if not isinstance(digests, dict):
        return "its list of words was altered"
    for field, digest in digests.items():
        text = held.get(field)
        if text is None:
            return f"its words were removed ({field})"
        if text.text is None:
            if not await _was_erased(work, [row["id"]], field):
                return f"its words were removed ({field})"
        elif text_digest(text.salt or "", text.text) != digest:
            return f"its words were altered ({field})"
    extra = sorted(set(held) - set(digests))
    return f"words were put in ({extra[0]})" if extra else None


async def _file_fault(work: Work, row: dict[str, Any]) -> str | None:
    """What is wrong with a row's photo or document."""
    digest = row["evidence"]
    if digest is None:
        return None
    found = await work.rows(select(evidence.c.body).where(evidence.c.digest == digest))
    if found and found[0].body is not None:
        altered = hashlib.sha256(found[0].body).hexdigest() != digest
        return "its file was altered" if altered else None
    naming = await work.rows(select(ledger.c.id).where(ledger.c.evidence == digest))
    if found and await _was_erased(work, [one.id for one in naming], "evidence"):
        return None
    return "its file was removed"


async def _was_erased(work: Work, numbers: list[int], field: str) -> bool:
    """Whether the ledger says that somebody erased this."""
    said = select(ledger.c.id).where(ledger.c.event == "erased", ledger.c.value == json.dumps(field))
    return bool(await work.rows(said.where(ledger.c.report.in_(numbers))))


async def _end_fault(work: Work, head: Head, last: Head) -> Broken | None:
    """What is wrong at the end: a row put in or made anew, or words of no row."""
    if head.last < last.last:
        return Broken(head.last + 1, "the row is behind the last one that is known")
    if head.hash != last.hash:
        return Broken(max(last.last, 1), "the row was altered")
    lost = select(func.min(ledger_texts.c.row)).where(ledger_texts.c.row.not_in(select(ledger.c.id)))
    number = (await work.rows(lost))[0][0]
    return None if number is None else Broken(number, "there are words of this row, and no row")
