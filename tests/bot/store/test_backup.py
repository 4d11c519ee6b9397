"""`indrumar backup`: a whole copy while somebody writes, proved, and put in place in one step."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from itertools import count, pairwise
from pathlib import Path

import pytest

from bot.store import Ledger, People, Store, Verified, migrate
from tests.bot.store.reports import NOW, save
from tests.bot.terminal import Terminal

NAME = "indrumar.sqlite"


def write(state: Path, rounds: int, stop: Callable[[], bool] = lambda: False) -> int:
    """Save reports with a draft each on top of those that are there, until told to stop; how many."""

    async def run() -> int:
        store = Store(f"sqlite+aiosqlite:///{state / NAME}")
        await store.open()
        done = 0
        while done < rounds and not stop():
            async with store.work() as work:
                last = (await Ledger(work).lock()).last
                await save(work, float(last), note="x" * 2000)
                await People(work).keep_draft(last, "{}", NOW)
            done += 1
        await store.close()
        return done

    migrate(f"sqlite+aiosqlite:///{state / NAME}")
    return asyncio.run(run())


@pytest.fixture
def filled(data: Path, tmp_path: Path) -> Terminal:
    """A terminal over a store with three reports, of which nothing is written beside its file."""
    terminal = Terminal(data, tmp_path / "state")
    write(terminal.state, 3)
    return terminal


def read(file: Path) -> tuple[object, int, int]:
    """What the ledger of a database says of itself; how many reports and drafts there are."""

    async def look() -> object:
        store = Store(f"sqlite+aiosqlite:///{file}")
        async with store.look() as work:
            found = await Ledger(work).verify()
        await store.close()
        return found

    with closing(sqlite3.connect(file)) as connection:
        (reports,) = connection.execute("select count(*) from ledger").fetchone()
        (drafts,) = connection.execute("select count(*) from drafts").fetchone()
    return asyncio.run(look()), reports, drafts


def test_a_copy_made_while_somebody_writes_is_of_one_moment_and_can_be_gone_on_from(
    filled: Terminal, tmp_path: Path
) -> None:
    begun, enough = threading.Event(), threading.Event()
    written: list[int] = []
    rounds = count()

    def stop() -> bool:
        if next(rounds) > 2:
            begun.set()
        return enough.is_set()

    writer = threading.Thread(target=lambda: written.append(write(filled.state, 100_000, stop)))
    writer.start()
    begun.wait(60)
    files = [tmp_path / f"copie-{n}.sqlite" for n in range(4)]
    ran = [filled.call("backup", str(file)) for file in files]
    enough.set()
    writer.join()
    assert [(r.status, r.err) for r in ran] == [(0, "")] * 4
    held = [read(file) for file in files]
    for proof, reports, drafts in held:
        assert isinstance(proof, Verified)
        assert (proof.count, drafts) == (reports, reports)
    assert all(one[1] <= next_one[1] for one, next_one in pairwise(held))
    restored = Terminal(filled.data, tmp_path / "restored")
    restored.state.mkdir()
    shutil.copy(files[-1], restored.state / NAME)
    before = read(files[-1])[1]
    assert write(restored.state, 2) == 2
    assert restored.call("ledger", "verify").out.startswith(f"{before + 2} rows fit")
    assert read(filled.state / NAME)[1] == 3 + written[0]


def test_the_copy_is_one_file_that_only_its_owner_reads(filled: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    ran = filled.call("backup", str(folder / "copie"))
    size = (folder / "copie").stat().st_size
    assert (ran.status, ran.out) == (0, f"{folder / 'copie'}: {size} bytes, 3 rows of the ledger fit\n")
    assert [(file.name, oct(file.stat().st_mode)[-3:]) for file in folder.iterdir()] == [("copie", "600")]


def test_a_file_that_is_there_is_replaced_only_when_told_to(filled: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "copie"
    file.write_text("altceva", encoding="utf-8")
    refused = filled.call("backup", str(file))
    assert refused.error == (1, [f"{file} is there already; --force replaces it"])
    assert file.read_text("utf-8") == "altceva"
    assert filled.call("backup", "--force", str(file)).status == 0
    assert read(file)[1:] == (3, 3)


def test_the_database_is_not_copied_onto_itself(filled: Terminal) -> None:
    file = filled.state / NAME
    assert filled.call("backup", "--force", str(file)).error == (1, [f"{file} is the database itself"])
    assert read(file)[1:] == (3, 3)


def test_a_folder_that_is_not_there_is_said(filled: Terminal, tmp_path: Path) -> None:
    status, lines = filled.call("backup", str(tmp_path / "nowhere" / "copie")).error
    assert (status, len(lines), "No such file or directory" in lines[0]) == (1, 1, True)


def test_a_ledger_that_does_not_fit_is_copied_and_named(filled: Terminal, tmp_path: Path) -> None:
    with closing(sqlite3.connect(filled.state / NAME)) as connection:
        connection.execute("drop trigger ledger_no_update")
        connection.execute("update ledger set period = '2020' where id = 2")
        connection.commit()
    file = tmp_path / "copie"
    line = f"{file} is a whole copy, but row 2 of the ledger does not fit: the row was altered"
    assert filled.call("backup", str(file)).error == (1, [line])
    assert read(file)[1:] == (3, 3)


def test_a_broken_database_leaves_no_copy_behind(filled: Terminal, tmp_path: Path) -> None:
    path = filled.state / NAME
    body = bytearray(path.read_bytes())
    for page in range(5, len(body) // 4096):
        body[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    path.write_bytes(bytes(body))
    folder = tmp_path / "copies"
    folder.mkdir()
    ran = filled.call("backup", str(folder / "copie"))
    assert (ran.status, len(ran.err.splitlines()), list(folder.iterdir())) == (1, 1, [])
