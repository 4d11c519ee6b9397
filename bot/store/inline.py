"""SQLite without a thread: statements of a few microseconds are carried out where they are asked for.

aiosqlite hands each of them to a thread and back, four times for one query. That costs ten times what the
database does, and on a busy machine each waits for the scheduler. What is left to be waited for is another
process that writes, which the commands do for a moment.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator
from typing import Any, TypeVar

import aiosqlite

T = TypeVar("T")
_CHUNK_ROWS = 64


class InlineConnection(aiosqlite.Connection):
    """A connection of aiosqlite whose work is done at once."""

    def __await__(self) -> Generator[Any, None, InlineConnection]:
        return self._open().__await__()

    async def _open(self) -> InlineConnection:
        self._connection = self._connector()
        return self

    async def _execute(self, fn: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        if self._connection is None:
            raise ValueError("the connection is closed")
        return fn(*args, **kwargs)

    async def close(self) -> None:
        """Close it; a second time nothing happens."""
        self.stop()

    def stop(self) -> None:
        """Close it."""
        self._running = False
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def connect(database: str, **options: Any) -> InlineConnection:
    """A connection to be awaited; options: those of `sqlite3.connect`."""
    return InlineConnection(lambda: sqlite3.connect(database, **options), _CHUNK_ROWS)
