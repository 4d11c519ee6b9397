"""Corrections by hand: `corrections.toml` in a plan's folder; each names record, field and reason."""

from __future__ import annotations

from pathlib import Path

from pydantic import ConfigDict, ValidationError, field_validator

from index.errors import PlanFault
from index.readers.draft import Draft
from index.records import LIST_FIELDS, TEXT_FIELDS, Frozen, Span
from index.vocabulary import line_of, read_toml


class Correction(Frozen):
    """One field of one record, as a person says it should be."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    record: str
    """Id of the record."""
    field: str
    """Name of a printed field."""
    value: str | tuple[str, ...] | None
    """What the field should hold; an empty text empties it."""
    reason: str
    """Why the reader cannot get it right, in a sentence."""
    lines: Span | None = None
    """Source lines of the value, where they are others than the record's own."""

    @field_validator("reason")
    @classmethod
    def _not_empty(cls, reason: str) -> str:
        if not reason.strip():
            raise ValueError("a correction needs a reason")
        return reason


def load_corrections(path: Path) -> list[Correction]:
    """The corrections of a plan; none when there is no file. Raises PlanFault with line and fault."""
    if not path.exists():
        return []
    out = []
    for raw in read_toml(path).get("correction", []):
        line = line_of(path, f'record = "{raw.get("record", "")}"')
        try:
            correction = Correction.model_validate(raw)
        except ValidationError as bad:
            first = bad.errors()[0]
            raise PlanFault(path, line, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
        known = LIST_FIELDS if isinstance(correction.value, tuple) else TEXT_FIELDS
        if correction.field not in known:
            raise PlanFault(path, line, f"field {correction.field!r} does not hold such a value")
        out.append(correction)
    return out


def apply_corrections(corrections: list[Correction], drafts: dict[str, Draft], path: Path) -> None:
    """Put corrected values into drafts. Raises PlanFault for a record that does not exist."""
    for correction in corrections:
        draft = drafts.get(correction.record)
        if draft is None:
            line = line_of(path, f'record = "{correction.record}"')
            raise PlanFault(path, line, f"no record {correction.record!r}")
        draft.corrected[correction.field] = correction
        if correction.value:
            draft.fields[correction.field] = correction.value
        else:
            draft.fields.pop(correction.field, None)
