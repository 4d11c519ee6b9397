"""What holds now: corrections, withdrawals, sums; what waits for a coordinator."""

from __future__ import annotations

from datetime import date

import pytest

from bot.store import Ledger, Store
from index import Reported
from tests.bot.store.reports import NOW, TARGET, save

pytestmark = pytest.mark.anyio


async def test_a_correction_stands_for_what_it_corrects_until_it_is_withdrawn(store: Store) -> None:
    async with store.work() as work:
        ledger = Ledger(work)
        old = await save(work, 14.0)
        new = await save(work, 15.0, supersedes=old, reason="greșeală de tastare")
        both = [(r.id, r.superseded_by, r.supersedes, r.reason) for r in await ledger.history(TARGET)]
        held = [r.value for r in await ledger.current()]
        await ledger.event(new, "withdrawn", 1, "reporter", "era bine", 90, NOW + 90)
        after = [r.value for r in await ledger.current()]
        report = await ledger.report(old)
    assert both == [(new, None, old, "greșeală de tastare"), (old, new, None, None)]
    assert (held, after, report and report.superseded_by) == ([15.0], [14.0], None)


async def test_what_was_approved_holds_until_its_correction_is_approved_too(store: Store) -> None:
    async with store.work() as work:
        ledger = Ledger(work)
        old = await save(work, 14.0)
        await ledger.event(old, "approved", 2, "coordinator", None, 90, NOW)
        middle = await save(work, 15.0, supersedes=old)
        new = await save(work, 16.0, supersedes=middle)
        waiting = [(r.value, r.state) for r in await ledger.current()]
        await ledger.event(new, "approved", 2, "coordinator", None, 91, NOW)
        after = [(r.value, r.state) for r in await ledger.current()]
    assert (waiting, after) == ([(14.0, "approved"), (16.0, "submitted")], [(16.0, "approved")])


async def test_answers_get_what_holds_as_plain_values(store: Store) -> None:
    async with store.work() as work:
        ledger = Ledger(work)
        numbers = [await save(work, n, place="Movila") for n in (1.0, 2.0, 3.0)]
        await ledger.event(numbers[0], "withdrawn", 1, "reporter", None, 90, NOW + 90)
        await ledger.event(numbers[2], "approved", 2, "coordinator", None, 91, NOW + 91)
        await ledger.allow_sums(TARGET, True, 2, "coordinator", 92, NOW + 92)
        found = await ledger.current()
        same = [report.reported() for report in await ledger.all()]
    assert found == [one for one in same if one is not None]
    assert found[1] == Reported(
        id=3,
        plan="bacau",
        measure="bacau:measure:10",
        indicator=TARGET,
        kind="number",
        value=3.0,
        period="2026-H1",
        day=date(2026, 11, 18),
        by="DGASPC",
        place="Movila",
        state="approved",
        sums=True,
    )


async def test_the_last_word_about_sums_holds(store: Store) -> None:
    async with store.work() as work:
        ledger = Ledger(work)
        await save(work)
        await ledger.allow_sums(TARGET, True, 2, "coordinator", 92, NOW)
        await ledger.allow_sums("bacau:measure:11#x", True, 2, "coordinator", 92, NOW)
        await ledger.allow_sums(TARGET, False, 2, "coordinator", 93, NOW + 1)
        assert [r.sums for r in await ledger.all()] == [r.sums for r in await ledger.current()] == [False]


async def test_what_waits_for_a_coordinator_comes_oldest_first(store: Store) -> None:
    async with store.work() as work:
        ledger = Ledger(work)
        waiting, returned, answered, approved, withdrawn, corrected = [
            await save(work, n) for n in (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)
        ]
        for number, event in (
            (returned, "returned"),
            (answered, "returned"),
            (answered, "answered"),
            (approved, "approved"),
            (withdrawn, "withdrawn"),
        ):
            await ledger.event(number, event, 2, "coordinator", None, 90, NOW)  # type: ignore[arg-type]
        correction = await save(work, 7.0, supersedes=corrected)
        assert [r.id for r in await ledger.submitted()] == [waiting, answered, correction]
