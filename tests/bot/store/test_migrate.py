"""Migrations: they make the tables that the program uses, once, whoever starts first."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect
from sqlalchemy.exc import DatabaseError

from bot.store import migrate
from bot.store.tables import metadata
from tests.bot.terminal import PROJECT


def differences(url: str) -> list[object]:
    """What the tables of a database lack or have too much, beside those of the program."""
    engine = create_engine(url.replace("+aiosqlite", ""))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found: list[object] = compare_metadata(context, metadata)
    engine.dispose()
    return found


def test_a_new_database_has_the_tables_of_the_program(url: str) -> None:
    migrate(url)
    assert differences(url) == []


def test_a_difference_is_seen(url: str, tmp_path: Path) -> None:
    migrate(url)
    connection = sqlite3.connect(tmp_path / "state" / "indrumar.sqlite")
    connection.execute("alter table people add column name text")
    connection.execute("drop table feedback")
    connection.close()
    assert len(differences(url)) == 2


def test_a_second_run_changes_nothing_and_loses_nothing(url: str, tmp_path: Path) -> None:
    migrate(url)
    path = tmp_path / "state" / "indrumar.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("insert into facts (name, value) values ('username', 'indrumar_bot')")
    connection.commit()
    migrate(url)
    assert connection.execute("select * from facts").fetchall() == [("username", "indrumar_bot")]
    connection.close()


def test_two_processes_that_start_at_once_both_find_the_tables(url: str) -> None:
    program = f"from bot.store import migrate; migrate({url!r})"
    both = [
        subprocess.Popen([sys.executable, "-c", program], cwd=PROJECT, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    ended = [process.communicate()[1] for process in both]
    assert ([process.returncode for process in both], ended, differences(url)) == ([0, 0], [b"", b""], [])


def test_one_version_is_the_newest(url: str, tmp_path: Path) -> None:
    migrate(url)
    connection = sqlite3.connect(tmp_path / "state" / "indrumar.sqlite")
    versions = connection.execute("select version_num from alembic_version").fetchall()
    connection.close()
    files = (PROJECT / "bot" / "store" / "migrations" / "versions").glob("[0-9]*.py")
    assert versions == [(max(path.stem.partition("_")[0] for path in files),)]


def test_a_database_of_the_first_layout_gets_the_tables_of_staff_and_keeps_what_it_holds(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as first:
        first.setattr("alembic.command.upgrade", partial(_to_the_first, command.upgrade))
        migrate(url)
    path = tmp_path / "state" / "indrumar.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        before = {
            name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")
        }
        for statement in _HELD.values():
            connection.execute(statement)
        connection.commit()
        rows = {name: connection.execute(f"select * from {name}").fetchall() for name in _HELD}
    migrate(url)
    with closing(sqlite3.connect(path)) as connection:
        after = {name: connection.execute(f"select * from {name}").fetchall() for name in _HELD}
    assert (before & {"staff", "ledger"}, after, differences(url)) == (set(), rows, [])


_HELD = {
    "inbox": "insert into inbox values (7, 5, '{}', 'waiting', 1.5)",
    "outbox": "insert into outbox values (1, 5, '{}', 10, 1.5)",
    "chats": "insert into chats values (5, 10, '{}', 1.5)",
    "replies": "insert into replies values (5, 9, 10, 1.5)",
    "people": "insert into people values (1, 5, 'ro', 'Iași', null)",
    "feedback": "insert into feedback values (1, 'wrong', '{}', 'nu e acolo', 1.5)",
    "facts": "insert into facts values ('username', 'indrumar_bot')",
}
"""A row in each table of the first layout."""


def _to_the_first(upgrade: Callable[[Config, str], None], config: Config, _newest: str) -> None:
    upgrade(config, "0001")


def test_a_file_that_is_no_database_is_refused_and_left_alone(url: str, tmp_path: Path) -> None:
    path = tmp_path / "state" / "indrumar.sqlite"
    path.parent.mkdir()
    path.write_text("Aceasta nu este o bază de date. " * 40, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(DatabaseError):
        migrate(url)
    assert path.read_bytes() == before


def test_every_table_has_a_key(url: str) -> None:
    migrate(url)
    engine = create_engine(url.replace("+aiosqlite", ""))
    inspector = inspect(engine)
    bare = [name for name in metadata.tables if not inspector.get_pk_constraint(name)["constrained_columns"]]
    engine.dispose()
    assert bare == []
