"""What was reported, from the store, for those who do not run the bot: `ask`, `chat`, `plan add`.

Nothing of the store is imported, and nothing written, when there is no database or nothing in its ledger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, TextIO

from bot.settings import Settings
from index import NO_REPORTS, Reported, Reports


class Unread(Exception):
    """There is a database, and it cannot be read."""


def reports_of(settings: Settings, err: TextIO) -> Reports:
    """The approved reports of the settings' database; none when there is none.

    A database that cannot be read is said in one line: the plans answer without it.
    """
    try:
        reported = reported_in(settings)
    except Unread as fault:
        err.write(f"answered without reports: the database cannot be read ({fault})\n")
        return NO_REPORTS
    return Reports.of(reported) if reported else NO_REPORTS


def reported_in(settings: Settings) -> list[Reported]:
    """Everything in the ledger that holds now, in any state, oldest first. Raises Unread."""
    return _current(settings) if _has_rows(settings) else []


def _current(settings: Settings) -> list[Reported]:
    import asyncio

    from sqlalchemy.exc import SQLAlchemyError

    from bot.store import Ledger, Store

    async def current() -> list[Reported]:
        store = Store(settings.store_url)
        try:
            async with store.look() as work:
                return await Ledger(work).current()
        finally:
            await store.close()

    try:
        return asyncio.run(current())
    except SQLAlchemyError as fault:
        raise Unread(type(fault).__name__) from None


def _has_rows(settings: Settings) -> bool:
    """Whether there is a database with a ledger in which something stands."""
    path = Path(settings.store_url.partition(":///")[2])
    if settings.store_fault or not path.is_file():
        return False
    import sqlite3

    known = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'ledger'"
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            held = database.execute(known).fetchone()
            return bool(held and database.execute("SELECT 1 FROM ledger LIMIT 1").fetchone())
    except sqlite3.Error as fault:
        raise Unread(type(fault).__name__) from None


class Lost(NamedTuple):
    """A measure with reports about what its plan no longer has."""

    plan: str
    measure: str
    """Its id in the ledger."""
    reports: int
    """How many there are about indicators that are gone."""


def lost_targets(targets: Collection[str], reported: Iterable[Reported]) -> tuple[Lost, ...]:
    """Reports about indicators that the plans, as they are read now, do not have; by plan and measure.

    targets: ids of all that can be reported about. The reports stay in the ledger and can be read there.
    """
    gone = Counter((one.plan, one.measure) for one in reported if one.indicator not in targets)
    return tuple(Lost(plan, measure, n) for (plan, measure), n in sorted(gone.items()))


def say_lost(lost: Lost) -> str:
    """One line for whoever runs the bot or adds a plan."""
    reports = "1 report" if lost.reports == 1 else f"{lost.reports} reports"
    return (
        f"{lost.plan}: {reports} about {lost.measure} belong to no indicator any more; "
        "they stay in `indrumar reports`"
    )
