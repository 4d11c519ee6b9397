"""Words and files of the ledger: erased openly they leave it whole, changed otherwise they are found."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.store import Broken, Ledger, Store, Verified
from tests.bot.store.conftest import Hand
from tests.bot.store.reports import NOW, proof

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        (
            "update ledger_texts set text = 'altceva' where row = 1 and field = 'note'",
            Broken(1, "its words were altered (note)"),
        ),
        (
            "update ledger_texts set salt = 'x' where row = 4",
            Broken(4, "its words were altered (words)"),
        ),
        (
            "update ledger_texts set text = null, salt = null where row = 1 and field = 'place'",
            Broken(1, "its words were removed (place)"),
        ),
        ("delete from ledger_texts where row = 7", Broken(7, "its words were removed (words)")),
        ("insert into ledger_texts values (2, 'note', 'x', 'y')", Broken(2, "words were put in (note)")),
        (
            "insert into ledger_texts values (99, 'note', 'x', 'y')",
            Broken(99, "there are words of this row, and no row"),
        ),
        ("update evidence set body = x'00'", Broken(5, "its file was altered")),
        ("update evidence set body = null", Broken(5, "its file was removed")),
        ("delete from evidence", Broken(5, "its file was removed")),
    ],
)
async def test_words_and_files_cannot_be_changed_either(
    store: Store, by_hand: Hand, statement: str, broken: Broken
) -> None:
    by_hand(statement)
    assert await proof(store) == broken


async def test_what_was_erased_openly_is_gone_and_the_ledger_fits(store: Store, ledger_file: str) -> None:
    async with store.work() as work:
        ledger = Ledger(work)
        done = [
            await ledger.erase_text(1, "note", NOW),
            await ledger.erase_text(1, "place", NOW),
            await ledger.erase_text(4, "words", NOW),
            await ledger.erase_text(5, "evidence", NOW),
            await ledger.erase_text(5, "note", NOW),
            await ledger.erase_text(1, "note", NOW),
            await ledger.erase_text(99, "evidence", NOW),
        ]
        first, third = await ledger.report(1), await ledger.report(5)
    found = await proof(store)
    assert first is not None
    assert third is not None
    assert third.evidence is not None
    assert done == [True, True, True, True, False, False, False]
    assert (first.note, first.place, first.events[1].words, first.state) == (None, None, None, "submitted")
    async with store.look() as work:
        assert await Ledger(work).evidence(third.evidence.digest) is None
    assert isinstance(found, Verified)
    assert found.count == 11
    await store.close()
    assert b"nota unu" not in Path(ledger_file).read_bytes()


async def test_what_was_erased_openly_cannot_be_put_back_changed(store: Store, by_hand: Hand) -> None:
    async with store.work() as work:
        await Ledger(work).erase_text(1, "note", NOW)
    by_hand("update ledger_texts set text = 'altceva', salt = 'x' where row = 1 and field = 'note'")
    assert await proof(store) == Broken(1, "its words were altered (note)")


async def test_no_row_holds_a_word_that_somebody_wrote(ledger_file: str) -> None:
    with closing(sqlite3.connect(ledger_file)) as connection:
        rows = json.dumps(connection.execute("select * from ledger").fetchall(), ensure_ascii=False)
    assert [said for said in ("nota", "Movila", "de ce", "fiindcă", "greșeală") if said in rows] == []
