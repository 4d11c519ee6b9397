"""Proof of the ledger, words erased from it, and whole copies of the database, all while the bot runs."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from bot.commands.opening import Fault
from bot.store import Broken, Field, Head, Ledger, Store, Verified

_PAGES_AT_ONCE = 1000
"""4 MB; between two parts the copy can be stopped."""


async def verified(store: Store, noted: Head | None = None) -> Verified | Broken:
    """Whether the ledger is as it was written; noted: what an earlier proof printed."""
    async with store.look() as work:
        return await Ledger(work).verify(noted)


async def erased(store: Store, row: int, field: Field, now: float) -> bool:
    """Erase something of a row; False when there is nothing."""
    async with store.work() as work:
        return await Ledger(work).erase_text(row, field, now)


def copy_database(source: Path, file: Path) -> Verified | Broken:
    """Copy a database as it is at one moment into one file, which nobody else can read; is its ledger sound?

    The copy is made aside and put in place in one step. Raises Fault when it is not a sound database, OSError
    when it cannot be written.
    """
    handle, name = tempfile.mkstemp(dir=file.absolute().parent, prefix=f".{file.name}.")
    os.close(handle)
    aside = Path(name)
    try:
        with closing(sqlite3.connect(source)) as held, closing(sqlite3.connect(aside)) as copy:
            _copy(held, copy)
        found = asyncio.run(_verified_file(aside))
        with closing(sqlite3.connect(aside)) as copy:
            # one file, with nothing beside it
            copy.execute("PRAGMA journal_mode=DELETE")
        with aside.open("rb") as written:
            os.fsync(written.fileno())
        aside.replace(file)
    except sqlite3.Error as fault:
        raise Fault(f"the database cannot be copied ({type(fault).__name__}: {fault})") from None
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            aside.with_name(aside.name + end).unlink(missing_ok=True)
    return found


def _copy(held: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    """Copy one database into another. Raises Fault when the copy is not sound."""
    held.execute("PRAGMA busy_timeout=10000")
    # one read transaction: however long it takes, it is the database of one moment
    held.execute("BEGIN")
    held.execute("SELECT count(*) FROM sqlite_master").fetchone()
    held.backup(copy, pages=_PAGES_AT_ONCE)
    (sound,) = copy.execute("PRAGMA integrity_check").fetchone()
    if sound != "ok":
        raise Fault(f"the copy is not sound ({sound}); nothing was kept of it")


async def _verified_file(file: Path) -> Verified | Broken:
    store = Store(f"sqlite+aiosqlite:///{file.absolute()}")
    try:
        return await verified(store)
    finally:
        await store.close()
