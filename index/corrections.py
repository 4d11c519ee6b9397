"""Corrections by hand: `corrections.toml` in a plan's folder; each names record, field and reason."""

from __future__ import annotations

from pathlib import Path

from pydantic import ConfigDict, ValidationError, field_validator

from index.errors import DataFault, PlanFault
from index.readers.draft import Draft, Place, SourceText
from index.records import LIST_FIELDS, TEXT_FIELDS, Frozen, Span
from index.vocabulary import line_of, read_entries


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
    try:
        entries = read_entries(path, "correction")
    except DataFault as bad:
        raise PlanFault.of(bad) from None
    out = []
    for raw in entries:
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


def apply_corrections(
    corrections: list[Correction], drafts: dict[str, Draft], source: SourceText, path: Path
) -> None:
    """Put corrected values, and where they stand, into drafts.

    Raises PlanFault for a record that does not exist and for lines that the source does not have.
    """
    for correction in corrections:
        draft = drafts.get(correction.record)
        line = line_of(path, f'record = "{correction.record}"')
        if draft is None:
            raise PlanFault(path, line, f"no record {correction.record!r}")
        first, last = correction.lines or draft.lines
        if not 1 <= first <= last <= len(source.lines):
            fault = f"lines {first}-{last} are not in the source ({len(source.lines)} lines)"
            raise PlanFault(path, line, fault)
        draft.corrected[correction.field] = correction
        if not correction.value:
            draft.fields.pop(correction.field, None)
            continue
        draft.fields[correction.field] = correction.value
        known = draft.places.get(correction.field, ())
        if correction.lines or not known:
            draft.places[correction.field] = (*known, *(Place(n) for n in range(first, last + 1)))
