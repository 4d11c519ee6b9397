"""What holds now, of the whole ledger: two statements, because every answer about progress needs it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bot.store.reading import STATES, read_value
from bot.store.tables import ledger, ledger_texts
from index import Reported

if TYPE_CHECKING:
    from bot.store.store import Work

_COLUMNS = (
    *("id", "event", "report", "plan", "measure", "indicator", "kind", "value", "period"),
    *("institution", "written_at", "supersedes"),
)


async def read_current(work: Work) -> list[Reported]:
    """Reports neither withdrawn nor corrected, in the order they were saved.

    What was approved holds until its correction is approved too. A correction that was withdrawn corrects
    nothing.
    """
    rows = await work.rows(select(*(ledger.c[name] for name in _COLUMNS)).order_by(ledger.c.id))
    shown = select(ledger_texts.c.row, ledger_texts.c.field, ledger_texts.c.text)
    texts = await work.rows(shown.where(ledger_texts.c.field.in_(("text", "place"))))
    words = {(text.row, text.field): text.text for text in texts}
    events = {row.report: row.event for row in rows if row.event in STATES}
    sums = {row.indicator: json.loads(row.value) for row in rows if row.event == "sums"}
    held = [row for row in rows if row.event == "submitted" and events[row.id] != "withdrawn"]
    approved = {row.id for row in held if events[row.id] == "approved"}
    corrected = {row.supersedes for row in held} - approved
    corrected |= _before(approved, {row.id: row.supersedes for row in held})
    return [
        _reported(row, events[row.id], words, sums.get(row.indicator, False))
        for row in held
        if row.id not in corrected
    ]


def _before(numbers: Iterable[int], supersedes: Mapping[int, int | None]) -> set[int]:
    """All that some reports correct, and what that corrected before.

    >>> sorted(_before([3], {1: None, 2: 1, 3: 2, 4: None}))
    [1, 2]
    """
    found: set[int] = set()
    for number in numbers:
        before = supersedes.get(number)
        while before is not None and before not in found:
            found.add(before)
            before = supersedes.get(before)
    return found


def _reported(row: Any, event: str, words: dict[tuple[int, str], str], sums: bool) -> Reported:
    return Reported(
        id=row.id,
        plan=row.plan,
        measure=row.measure,
        indicator=row.indicator,
        kind=row.kind,
        value=read_value(row.kind, row.value, words.get((row.id, "text"))).plain,
        period=row.period,
        day=datetime.fromtimestamp(row.written_at, UTC).date(),
        by=row.institution,
        place=words.get((row.id, "place")),
        state=STATES[event],
        sums=sums,
    )
