"""Shared by the tests of the bot: terminals over the five plans and over invented ones, and a store."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from bot.store import Store, migrate
from bot.store.tables import metadata
from index import open_index
from tests.bot.staff_terminal import StaffTerminal
from tests.bot.terminal import Terminal
from tests.index.small_world import write_world

PLANS = Path(__file__).parents[1] / "data" / "plans"
"""Invented plans, each laid out like one of the five."""
Look = Callable[[], dict[str, list[dict[str, Any]]]]
"""Reads all rows of all tables."""


@pytest.fixture
def terminal(data: Path, state: Path) -> Terminal:
    """A terminal over the project's own data; nothing is to be written."""
    return Terminal(data, state)


@pytest.fixture
def copied_terminal(data: Path, tmp_path: Path) -> Terminal:
    """A terminal over a copy of the data, with nothing built yet."""
    shutil.copytree(data, tmp_path / "data")
    return Terminal(tmp_path / "data", tmp_path / "state")


@pytest.fixture
def new_terminal(data: Path, tmp_path: Path) -> Terminal:
    """A terminal over a small invented world of one plan, with nothing built yet."""
    return Terminal(write_world(data, tmp_path / "data"), tmp_path / "state", today="2031-05-01")


@pytest.fixture
def small_terminal(new_terminal: Terminal) -> Terminal:
    """A terminal over a small invented world with its index."""
    open_index(new_terminal.data, new_terminal.state)
    return new_terminal


@pytest.fixture
def staff(data: Path, state: Path, tmp_path: Path) -> StaffTerminal:
    """A terminal over the project's index whose store does not exist yet."""
    return StaffTerminal(Terminal(data, state), tmp_path / "staff.sqlite")


@pytest.fixture(scope="session")
def added(data: Path, state: Path) -> Callable[[str], Terminal]:
    """Takes an invented plan into a copy of the data, once for all workers; what it printed is beside it."""

    def terminal_with(slug: str) -> Terminal:
        folder = state.parent / "added" / slug
        folder.mkdir(parents=True, exist_ok=True)
        terminal = Terminal(folder / "data", folder / "state")
        with (folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (folder / "printed").exists():
                shutil.copytree(data, terminal.data)
                ran = terminal.call("plan", "add", str(PLANS / slug))
                assert ran.status == 0, ran.err
                (folder / "printed").write_text(ran.out, encoding="utf-8")
        return terminal

    return terminal_with


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database that is not there yet."""
    return f"sqlite+aiosqlite:///{tmp_path / 'state' / 'indrumar.sqlite'}"


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    """An open store over a new database."""
    migrate(url)
    store = Store(url)
    await store.open()
    yield store
    await store.close()


@pytest.fixture
def look(url: str) -> Look:
    """All rows of all tables, as another process sees them."""

    def rows() -> dict[str, list[dict[str, Any]]]:
        engine = create_engine(url.replace("+aiosqlite", ""))
        with engine.connect() as connection:
            held = {
                name: [dict(row._mapping) for row in connection.execute(text(f"select * from {name}"))]
                for name in metadata.tables
            }
        engine.dispose()
        return held

    return rows
