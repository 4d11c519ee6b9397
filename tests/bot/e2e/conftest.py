"""One bot for all conversations of a worker: a process takes seconds to start."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.e2e.served import Served, serving


@pytest.fixture(scope="session")
async def served(state: Path) -> AsyncIterator[Served]:
    """A bot in polling mode that also listens; nothing goes wrong with it."""
    async with serving(state) as bot:
        yield bot
