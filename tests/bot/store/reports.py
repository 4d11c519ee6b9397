"""Reports for the tests of the ledger: made up, saved, and looked at as another process would."""

from __future__ import annotations

from typing import Any

from bot.staff.shapes import NewReport, Value
from bot.store import Broken, Ledger, Store, Submission, Verified, Work

NOW = 1_795_000_000.0
TARGET = "bacau:measure:10#abcdef"


def submission(amount: float = 14.0, **changes: Any) -> Submission:
    """A report of a number; `changes`: fields of the submission or of the report in it."""
    report: dict[str, Any] = {
        "target": TARGET,
        "value": Value(kind="number", amount=amount),
        "period": "2026-H1",
        "written_at": NOW,
    }
    around: dict[str, Any] = {
        "plan": "bacau",
        "plan_version": "0123456789ab",
        "measure": "bacau:measure:10",
        "author": 1,
        "role": "reporter",
        "institution": "DGASPC",
        "draft": f"draft{amount}",
        "nth": 0,
        "update_id": 77,
        "saved_at": NOW + 60,
    }
    for name, value in changes.items():
        (around if name in around else report)[name] = value
    return Submission(report=NewReport(**report), **around)


async def save(work: Work, amount: float = 14.0, **changes: Any) -> int:
    """Save a report; its number."""
    return await Ledger(work).submit(submission(amount, **changes))


async def proof(store: Store) -> Verified | Broken:
    """What verifying says."""
    async with store.look() as work:
        return await Ledger(work).verify()
