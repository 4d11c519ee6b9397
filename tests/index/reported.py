"""Reports made up for tests: about the indicators that the five plans print."""

from __future__ import annotations

from datetime import date
from typing import Any

from index import STANDING, Assistant, Record, Reported

TODAY = date(2026, 11, 22)


def measure(assistant: Assistant, short: str) -> Record:
    """A measure by its plan's name and its line: `bacau:87`."""
    plan, _, line = short.partition(":")
    held = assistant.index.records
    (found,) = (r for r in held if r.plan.startswith(plan) and r.id.endswith(f":measure:{line}"))
    return found


def report(record: Record, value: float | str | None, nth: int = 0, **changes: Any) -> Reported:
    """A report about an indicator of a measure, the first unless told; of 2024, written today, approved.

    changes: fields of the report; `day` may be an ISO date.
    """
    facts = record.indicator_facts
    fields: dict[str, Any] = {
        "id": 1,
        "plan": record.plan,
        "measure": record.id,
        "indicator": facts[nth].id if facts else record.id + STANDING,
        "kind": "state" if isinstance(value, str) else "nothing" if value is None else "number",
        "value": value,
        "period": "2024",
        "day": TODAY,
    }
    return Reported.model_validate(fields | changes)
