"""Reports as other programs read them: one object each, with every step."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.staff.shapes import Report
from bot.store import Ledger, Store


async def read_rows(store: Store, plan: str | None, measure: str | None) -> list[dict[str, Any]]:
    """Every report, oldest first; of one plan, of one measure."""
    async with store.look() as work:
        hashes = await Ledger(work).hashes()
        return [report_row(r, *hashes[r.id]) for r in await Ledger(work).all(plan, measure)]


def report_row(report: Report, previous: str, own: str) -> dict[str, Any]:
    """A report with the names and shapes other programs know."""
    value = report.value
    return {
        "id": report.id,
        "plan": report.plan,
        "plan_version": report.plan_version,
        "measure": report.measure,
        "indicator": report.target,
        "kind": value.kind,
        "value": _whole(value.plain),
        "part": value.part,
        "whole": value.whole,
        "text": value.text,
        "period": report.period,
        "place": report.place,
        "note": report.note,
        "parts": [part.model_dump() for part in report.parts],
        "evidence": report.evidence.model_dump() if report.evidence else None,
        "doubts": list(report.doubts),
        "state": report.state,
        "author": report.author_telegram,
        "person": report.author,
        "role": report.role,
        "institution": report.institution,
        "created_at": _iso(report.created_at),
        "saved_at": _iso(report.saved_at),
        "supersedes": report.supersedes,
        "superseded_by": report.superseded_by,
        "reason": report.reason,
        "update_id": report.update_id,
        "steps": list(_steps(report)),
        "previous": previous,
        "hash": own,
    }


def _steps(report: Report) -> list[dict[str, Any]]:
    """What was done with a report, oldest first; that it was submitted too."""
    first = {"state": "submitted", "at": _iso(report.saved_at), "person": report.author, "role": report.role}
    later = [{"state": e.state, "at": _iso(e.at), "person": e.by, "role": e.role} for e in report.events]
    words = [report.reason, *(event.words for event in report.events)]
    return [step | {"words": said} for step, said in zip([first, *later], words, strict=True)]


def _iso(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat()


def report_line(row: dict[str, Any]) -> str:
    """One report as a line."""
    said = row["text"] if row["value"] is None else row["value"]
    value = f"{said:g}" if isinstance(said, int | float) else str(said or row["kind"])
    fields = (row["id"], row["created_at"][:10], row["state"], value, row["period"], row["indicator"])
    corrected = f"corrected by {row['superseded_by']}" if row["superseded_by"] else ""
    return "\t".join([*map(str, fields), row["institution"] or "", corrected]).rstrip()


def _whole(value: float | str | None) -> float | str | None:
    """14.0 as 14: what was typed had no point."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
