"""Proof of the ledger: whatever somebody does to the file by hand is found, and the first row is named."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.store import Broken, Ledger, Store, Verified
from bot.store.chain import row_hash
from tests.bot.store.reports import NOW, TARGET, save

pytestmark = pytest.mark.anyio
Hand = Callable[..., None]
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


async def proof(store: Store) -> Verified | Broken:
    """What verifying says."""
    async with store.look() as work:
        return await Ledger(work).verify()


async def test_an_untouched_ledger_fits(store: Store, ledger_file: str) -> None:
    found = await proof(store)
    with closing(sqlite3.connect(ledger_file)) as connection:
        (last,) = connection.execute("select hash from ledger where id = 7").fetchone()
    assert found == Verified(7, last)


async def test_an_empty_ledger_fits(store: Store) -> None:
    assert await proof(store) == Verified(0, "0" * 64)


@pytest.mark.parametrize(
    "statement", ["update ledger set period = '2020'", "delete from ledger where id = 7"]
)
async def test_the_database_itself_refuses_to_change_a_row(ledger_file: str, statement: str) -> None:
    with (
        closing(sqlite3.connect(ledger_file)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="only added to"),
    ):
        connection.execute(statement)


# every column, a row of each kind
ALTERED = [
    (2, "value", "'{\"amount\": 200.0}'"),
    (2, "kind", "'percent'"),
    (2, "period", "'2025'"),
    (1, "plan", "'iasi'"),
    (1, "plan_version", "'000000000000'"),
    (1, "measure", "'bacau:measure:11'"),
    (1, "indicator", "'other'"),
    (5, "evidence", "null"),
    (5, "doubts", "'[\"jump\"]'"),
    (3, "event", "'approved'"),
    (3, "report", "2"),
    (3, "author", "3"),
    (3, "role", "'admin'"),
    (1, "institution", "null"),
    (1, "institution", "''"),
    (4, "written_at", "written_at + 0.001"),
    (4, "saved_at", "saved_at - 1"),
    (7, "supersedes", "null"),
    (7, "draft", "'d'"),
    (7, "nth", "5"),
    (6, "update_id", "null"),
    (6, "value", "'false'"),
    (1, "texts", "'{}'"),
    (1, "previous", "hash"),
    (7, "hash", "previous"),
]


@pytest.mark.parametrize(("row", "column", "value"), ALTERED)
async def test_an_altered_row_is_named(
    store: Store, by_hand: Hand, row: int, column: str, value: str
) -> None:
    by_hand(f"update ledger set {column} = {value} where id = {row}")
    assert await proof(store) == Broken(row, "the row was altered")


def test_every_column_is_altered_in_some_case() -> None:
    from bot.store.tables import ledger

    assert {column for _, column, _ in ALTERED} | {"id"} == {column.name for column in ledger.c}


async def test_what_is_no_text_at_all_is_found_too(store: Store, by_hand: Hand) -> None:
    by_hand("update ledger set value = x'ff' where id = 2")
    assert await proof(store) == Broken(2, "the row was altered")


@pytest.mark.parametrize("row", [1, 4, 7])
async def test_a_removed_row_is_named_the_last_one_too(store: Store, by_hand: Hand, row: int) -> None:
    by_hand(f"delete from ledger where id = {row}")
    assert await proof(store) == Broken(row, "the row was removed")


async def test_of_several_the_first_is_named(store: Store, by_hand: Hand) -> None:
    by_hand("delete from ledger where id in (6, 3)", "update ledger set period = '2020' where id = 5")
    assert await proof(store) == Broken(3, "the row was removed")


async def test_rows_that_changed_places_are_found(store: Store, by_hand: Hand) -> None:
    by_hand(
        "update ledger set id = -5 where id = 5",
        "update ledger set id = 5 where id = 6",
        "update ledger set id = 6 where id = -5",
    )
    assert await proof(store) == Broken(5, "the row was altered")


async def test_a_gap_that_was_closed_is_found(store: Store, by_hand: Hand) -> None:
    by_hand(
        "delete from ledger where id = 4",
        *(f"update ledger set id = {n} where id = {n + 1}" for n in (4, 5, 6)),
    )
    assert await proof(store) == Broken(4, "the row was altered")


@pytest.mark.parametrize("number", [8, -1, 0])
async def test_a_row_put_in_by_hand_is_found(store: Store, by_hand: Hand, number: int) -> None:
    columns = "event, written_at, saved_at, texts, previous, hash"
    by_hand(f"insert into ledger (id, {columns}) select {number}, {columns} from ledger where id = 7")
    why = "the row was altered" if number == 8 else "the row was put in"
    assert await proof(store) == Broken(number, why)


def _made_anew(file: str, number: int, previous: str | None = None, **changes: object) -> None:
    """Put a row in, or in its place, with a hash that fits it."""
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        row = dict(connection.execute("select * from ledger where id = ?", [min(number, 7)]).fetchone())
        last = connection.execute("select hash from ledger where id = ?", [number - 1]).fetchone()
        row |= {"id": number, "previous": previous or last["hash"], **changes}
        row["hash"] = row_hash(row)
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        connection.execute(f"insert or replace into ledger ({names}) values ({marks})", list(row.values()))
        connection.commit()


@pytest.mark.usefixtures("by_hand")
async def test_a_row_added_with_a_fitting_hash_is_found(store: Store, ledger_file: str) -> None:
    _made_anew(ledger_file, 8, texts="{}", draft=None)
    assert await proof(store) == Broken(8, "the row is behind the last one that is known")


@pytest.mark.usefixtures("by_hand")
async def test_a_row_made_anew_with_a_fitting_hash_is_found_at_the_next_one(
    store: Store, ledger_file: str
) -> None:
    _made_anew(ledger_file, 6, value="false")
    assert await proof(store) == Broken(7, "the row does not follow the one before it")


@pytest.mark.usefixtures("by_hand")
async def test_the_last_row_made_anew_with_a_fitting_hash_is_found(store: Store, ledger_file: str) -> None:
    _made_anew(ledger_file, 7, period="2020")
    assert await proof(store) == Broken(7, "the row was altered")


@pytest.mark.usefixtures("by_hand")
@pytest.mark.parametrize("texts", ["{", "[]", "3"])
async def test_a_row_whose_list_of_words_is_none_is_found(store: Store, ledger_file: str, texts: str) -> None:
    _made_anew(ledger_file, 7, texts=texts)
    assert await proof(store) == Broken(7, "its list of words was altered")


@pytest.mark.parametrize(
    ("statement", "row"),
    [
        ("delete from facts where name = 'ledger'", 1),
        ("update facts set value = 'x' where name = 'ledger'", 1),
        ('update facts set value = \'{"last": 6, "hash": "x"}\' where name = \'ledger\'', 7),
        ('update facts set value = \'{"last": 9, "hash": "x"}\' where name = \'ledger\'', 8),
    ],
)
async def test_what_is_kept_of_the_last_row_cannot_be_changed_either(
    store: Store, by_hand: Hand, statement: str, row: int
) -> None:
    by_hand(statement)
    found = await proof(store)
    assert isinstance(found, Broken)
    assert found.row == row


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


async def test_more_rows_than_are_read_at_once_are_all_looked_at(
    store: Store, monkeypatch: pytest.MonkeyPatch, by_hand: Hand
) -> None:
    monkeypatch.setattr("bot.store.verify._ROWS_AT_ONCE", 2)
    whole = await proof(store)
    by_hand("update ledger set period = '2020' where id = 7")
    assert (isinstance(whole, Verified), await proof(store)) == (True, Broken(7, "the row was altered"))


async def test_no_row_holds_a_word_that_somebody_wrote(ledger_file: str) -> None:
    with closing(sqlite3.connect(ledger_file)) as connection:
        rows = json.dumps(connection.execute("select * from ledger").fetchall(), ensure_ascii=False)
    assert [said for said in ("nota", "Movila", "de ce", "fiindcă", "greșeală") if said in rows] == []
