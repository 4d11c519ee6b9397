"""Records as printed: their fields without what is derived from vocabulary and places."""

from __future__ import annotations

from typing import Any

from index.records import Record

DERIVED = {
    "id",
    "key",
    "kind",
    "plan",
    "county",
    "locality",
    "status",
    "service_types",
    "audiences",
    "same_as",
    "indicator_facts",
    "deadline_facts",
}


def printed(record: Record) -> dict[str, Any]:
    """Field → value of everything the source prints, with the lines it was read from."""
    out = record.model_dump(exclude=DERIVED, exclude_defaults=True)
    source = out.pop("source")
    return out | {"lines": source["lines"], "also": source.get("also", ())}
