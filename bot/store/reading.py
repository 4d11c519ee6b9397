"""Rows of the ledger as reports: what was submitted, what became of it, and the words that belong to it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, select

from bot.staff.shapes import Event, Evidence, Part, Report, Value
from bot.store.tables import evidence, ledger, ledger_texts, staff

if TYPE_CHECKING:
    from bot.store.store import Work
    from index import ReportState

STATES: dict[str, ReportState] = {
    "submitted": "submitted",
    "answered": "submitted",
    "returned": "returned",
    "approved": "approved",
    "withdrawn": "withdrawn",
}
"""Event → the state it leads to; other events are about no report's state."""


async def read_reports(work: Work, *which: ColumnElement[bool]) -> list[Report]:
    """Reports in the order they were saved; `which`: conditions on the submitting row in `ledger`."""
    chosen = (ledger.c.event == "submitted", *which)
    query = select(ledger, staff.c.telegram_id, staff.c.name, evidence.c.media_type, evidence.c.size_bytes)
    query = query.outerjoin(staff, staff.c.id == ledger.c.author)
    query = query.outerjoin(evidence, evidence.c.digest == ledger.c.evidence)
    rows = await work.rows(query.where(*chosen).order_by(ledger.c.id))
    if not rows:
        return []
    ids = select(ledger.c.id).where(*chosen).scalar_subquery()
    about = ledger.alias()
    steps = select(about).where(about.c.report.in_(ids), about.c.event.in_(set(STATES) - {"submitted"}))
    texts = select(ledger_texts).join(about, about.c.id == ledger_texts.c.row).where(about.c.report.in_(ids))
    words = {(t.row, t.field): t.text for t in await work.rows(texts) if t.text is not None}
    events: dict[int, list[Event]] = {}
    for step in await work.rows(steps.order_by(about.c.id)):
        events.setdefault(step.report, []).append(_event(step, words))
    later = await _corrections(work, ids)
    sums = await read_sums(work)
    return [
        _report(row, tuple(events.get(row.id, ())), words, later.get(row.id), sums.get(row.indicator, False))
        for row in rows
    ]


async def read_sums(work: Work) -> dict[str, bool]:
    """Indicators somebody said something of: may their values be added up."""
    query = select(ledger.c.indicator, ledger.c.value).where(ledger.c.event == "sums")
    return {row.indicator: json.loads(row.value) for row in await work.rows(query.order_by(ledger.c.id))}


async def _corrections(work: Work, ids: Any) -> dict[int, int]:
    """Report → the newest one that corrects it and was not withdrawn."""
    new, gone = ledger.alias(), ledger.alias()
    withdrawn = select(gone.c.id).where(gone.c.report == new.c.id, gone.c.event == "withdrawn").exists()
    query = select(new.c.supersedes, new.c.id).where(new.c.supersedes.in_(ids), ~withdrawn)
    return {row.supersedes: row.id for row in await work.rows(query.order_by(new.c.id))}


def _event(row: Any, words: dict[tuple[int, str], str]) -> Event:
    return Event(
        state=STATES[row.event],
        at=row.saved_at,
        by=row.author,
        role=row.role,
        words=words.get((row.id, "words")),
    )


def read_value(kind: Any, value: str, text: str | None) -> Value:
    """A value from its columns."""
    return Value(kind=kind, text=text, **json.loads(value))


def _report(
    row: Any,
    events: Sequence[Event],
    words: dict[tuple[int, str], str],
    superseded_by: int | None,
    sums: bool,
) -> Report:
    parts = json.loads(words.get((row.id, "parts"), "[]"))
    return Report(
        id=row.id,
        plan=row.plan,
        plan_version=row.plan_version,
        measure=row.measure,
        target=row.indicator,
        value=read_value(row.kind, row.value, words.get((row.id, "text"))),
        period=row.period,
        place=words.get((row.id, "place")),
        note=words.get((row.id, "note")),
        evidence=_evidence(row),
        parts=tuple(Part(**part) for part in parts),
        doubts=tuple(json.loads(row.doubts)),
        state=events[-1].state if events else "submitted",
        author=row.author,
        author_telegram=row.telegram_id,
        author_name=row.name,
        role=row.role,
        institution=row.institution,
        created_at=row.written_at,
        saved_at=row.saved_at,
        supersedes=row.supersedes,
        superseded_by=superseded_by,
        reason=words.get((row.id, "words")),
        update_id=row.update_id,
        events=tuple(events),
        sums=sums,
    )


def _evidence(row: Any) -> Evidence | None:
    if row.evidence is None or row.media_type is None:
        return None
    return Evidence(digest=row.evidence, media_type=row.media_type, size_bytes=row.size_bytes)
