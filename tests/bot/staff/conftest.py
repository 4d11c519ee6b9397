"""Shared by the tests of staff: the five plans, and what can be reported about."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.guide import Guide
from bot.staff.targets import Targets
from bot.store import Store
from index import Assistant
from tests.bot.conftest import Look
from tests.bot.office import open_office
from tests.bot.staff.bench import Bench
from tests.bot.staff.matrix import Matrix
from tests.bot.store.reports import NOW


@pytest.fixture(scope="session")
def guide(assistant: Assistant, data: Path) -> Guide:
    """What answers, as a bot named `indrumar_bot`."""
    return Guide(assistant, data, "indrumar_bot")


@pytest.fixture(scope="session")
def targets(guide: Guide) -> Targets:
    """Every indicator of the five plans."""
    return Targets(guide.index.records)


@pytest.fixture
async def bench(guide: Guide, store: Store, look: Look) -> AsyncIterator[Bench]:
    """Everybody of the matrix before a bot that runs, without a network."""
    matrix = Matrix(guide)
    async with store.work() as work:
        await matrix.settle(work)
    async with open_office(guide, store) as office:
        office.now = int(NOW)
        yield Bench(office, store, matrix, look)
