"""Proof of the ledger: whatever somebody does to the file by hand is found, and the first row is named."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from bot.store import Broken, Head, Ledger, Store, Verified
from bot.store.chain import row_hash
from tests.bot.store.conftest import Hand
from tests.bot.store.reports import proof

pytestmark = pytest.mark.anyio


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


async def test_a_ledger_made_anew_does_not_fit_what_was_noted_of_the_old_one(
    store: Store, by_hand: Hand, ledger_file: str
) -> None:
    with closing(sqlite3.connect(ledger_file)) as connection:
        known = {n: Head(n, h) for n, h in connection.execute("select id, hash from ledger")}
    async with store.look() as work:
        before = [await Ledger(work).verify(known[n]) for n in (1, 4, 7)]
    by_hand("delete from ledger where id > 5", "delete from ledger_texts where row > 5")
    _made_anew(ledger_file, 5, period="2020")
    with closing(sqlite3.connect(ledger_file)) as connection:
        (last,) = connection.execute("select hash from ledger where id = 5").fetchone()
    by_hand(f"update facts set value = '{Head(5, last).as_fact()}' where name = 'ledger'")
    async with store.look() as work:
        after = [await Ledger(work).verify(noted) for noted in (None, known[4], known[5], known[7])]
    assert [isinstance(proof, Verified) for proof in before] == [True, True, True]
    assert after == [
        Verified(5, last),
        Verified(5, last),
        Broken(5, "the row, or one before it, was made anew"),
        Broken(6, "the row was removed"),
    ]


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


async def test_more_rows_than_are_read_at_once_are_all_looked_at(
    store: Store, monkeypatch: pytest.MonkeyPatch, by_hand: Hand
) -> None:
    monkeypatch.setattr("bot.store.verify._ROWS_AT_ONCE", 2)
    whole = await proof(store)
    by_hand("update ledger set period = '2020' where id = 7")
    assert (isinstance(whole, Verified), await proof(store)) == (True, Broken(7, "the row was altered"))
