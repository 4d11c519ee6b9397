"""The process dies around the saving of a report: what was pressed is saved once, the ledger is whole."""

from __future__ import annotations

import asyncio
import os
import random
from pathlib import Path

import pytest

from bot.staff.targets import Targets
from index import Assistant
from tests.bot.e2e.served import Served, serving
from tests.bot.e2e.test_kill_points import POINTS
from tests.botapi import Reply, User

pytestmark = [pytest.mark.anyio, pytest.mark.soak]

SEED = 20261122
AT_POINTS, AT_RANDOM = 2, 3
"""Rounds of each kind in `make test`."""
SOAK_POINTS, SOAK_RANDOM = len(POINTS), 200
"""In `make soak`."""
SOON_SECONDS = 0.08
"""A report is saved and told of within that time."""


def rounds(few: int, many: int) -> int:
    """How many rounds are played."""
    return many if os.environ.get("INDRUMAR_SOAK") else few


async def summary(worker: User, handle: str, value: int) -> Reply:
    """A report up to its summary."""
    await worker.says(f"/raport {handle} {value}")
    return await worker.reply()


def saved(served: Served, value: int) -> list[tuple[object, ...]]:
    """Reports with this value."""
    return served.rows(f"select id from ledger where event = 'submitted' and value like '%{value}.0%'")


async def said_saved(worker: User, value: int) -> bool:
    """Whether what the worker has not read yet says that this value was saved."""
    said = [(await worker.reply()).text for _ in worker.unread()]
    return any("Salvat." in text and f"{value:,}".replace(",", ".") in text for text in said)


@pytest.fixture
def handle(assistant: Assistant) -> str:
    """An indicator that is counted."""
    return next(t.handle for t in Targets(tuple(assistant.index.records)).all if t.kind == "number")


async def test_a_death_at_any_point_saves_a_report_once(state: Path, handle: str) -> None:
    points = random.Random(SEED).sample(POINTS, rounds(AT_POINTS, SOAK_POINTS))
    async with serving(state, {"INDRUMAR_ADMINS": "1001", "INDRUMAR_POLL_SECONDS": "1"}) as served:
        worker = served.telegram.user("Ana")
        for value, point in enumerate(points, 5001):
            reply = await summary(worker, handle, value)
            await served.settle()
            served.arm(point)
            await worker.presses(reply, "Salvează", wait=False)
            await served.died_and_starts_again()
            await served.settle()
            assert (len(saved(served, value)), await said_saved(worker, value)) == (1, True), point
        assert " rows fit" in await served.command("ledger", "verify")


async def test_a_death_at_any_moment_around_the_saving_loses_and_doubles_nothing(
    state: Path, handle: str
) -> None:
    moments = random.Random(SEED)
    async with serving(state, {"INDRUMAR_ADMINS": "1001", "INDRUMAR_POLL_SECONDS": "1"}) as served:
        worker = served.telegram.user("Ana")
        for value in range(6001, 6001 + rounds(AT_RANDOM, SOAK_RANDOM)):
            reply = await summary(worker, handle, value)
            await served.settle()
            await worker.presses(reply, "Salvează", wait=False)
            await asyncio.sleep(moments.random() * SOON_SECONDS)
            await served.bot.kill()
            await served.bot.start()
            await served.settle()
            assert (len(saved(served, value)), await said_saved(worker, value)) == (1, True), value
        assert " rows fit" in await served.command("ledger", "verify")
