"""Shared by the tests of the store: a new database for each, and what stands in it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from bot.store import Store, migrate
from bot.store.tables import metadata

Look = Callable[[], dict[str, list[dict[str, Any]]]]


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
