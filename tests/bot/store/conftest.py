"""A small ledger, and a hand that does to its file what it should not."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from bot.store import Ledger, Store
from tests.bot.store.reports import NOW, TARGET, save

Hand = Callable[..., None]
"""Carries out statements."""
PNG = b"\x89PNG, more or less"


@pytest.fixture
async def ledger_file(store: Store, url: str) -> str:
    """A ledger of seven rows: four reports, two events, a word about sums. Its file."""
    async with store.work() as work:
        ledger = Ledger(work)
        await save(work, 1.0, note="nota unu", place="Movila")
        await save(work, 2.0)
        await ledger.event(1, "returned", 2, "coordinator", "de ce?", 80, NOW + 90)
        await ledger.event(1, "answered", 1, "reporter", "fiindcă", 81, NOW + 91)
        await save(work, 3.0, evidence=await ledger.keep_evidence(PNG, "image/png", NOW))
        await ledger.allow_sums(TARGET, True, 2, "coordinator", 82, NOW + 92)
        await save(work, 4.0, supersedes=2, reason="greșeală")
    return url.removeprefix("sqlite+aiosqlite:///")


@pytest.fixture
def by_hand(ledger_file: str) -> Iterator[Hand]:
    """Does something to the file as another program would, the guards taken away."""
    with closing(sqlite3.connect(ledger_file)) as connection:
        for trigger in ("ledger_no_update", "ledger_no_delete"):
            connection.execute(f"drop trigger {trigger}")

        def run(*statements: str) -> None:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

        yield run
