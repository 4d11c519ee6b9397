"""A plan's folder: `plan.toml` says what the document is and how it is laid out."""

from __future__ import annotations

import re
from itertools import zip_longest
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from index.errors import DataFault, PlanFault
from index.readers.measures import MeasuresSpec
from index.readers.outline import ClausesSpec, OutlineSpec
from index.readers.rows import RowsSpec
from index.readers.transcript import TranscriptSpec
from index.records import Frozen, Span
from index.vocabulary import read_toml

SectionSpec = Annotated[
    MeasuresSpec | RowsSpec | OutlineSpec | ClausesSpec | TranscriptSpec, Field(discriminator="reader")
]


class Period(Frozen):
    """First and last year of a plan."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    start: int = Field(alias="from")
    end: int = Field(alias="to")


class Act(Frozen):
    """The act that approved a plan, as printed."""

    name: str
    date: str | None = None
    lines: Span | None = None
    """Lines that print it."""


class PlanSpec(BaseModel):
    """The keys of `plan.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    title: str
    """Title as printed."""
    lines: Span | None = None
    """Lines of the title, when they are not to be found by its words."""
    issuer: str
    """Who issued the plan."""
    issuer_lines: Span | None = None
    """Lines that print the issuer, when the document does."""
    county: str
    """Name of the county."""
    locality: str | None = None
    """Name of the town, for a town's plan."""
    period: Period
    act: Act | None = None
    skip: tuple[re.Pattern[str], ...] = ()
    """Lines repeated on each page (headers), as patterns."""
    section: tuple[SectionSpec, ...] = ()
    """The parts of the document and how each is read, in order."""


def load_plan_spec(folder: Path) -> PlanSpec:
    """The `plan.toml` of a plan's folder. Raises PlanFault with file, line and fault."""
    path = folder / "plan.toml"
    try:
        raw = read_toml(path)
    except DataFault as bad:
        raise PlanFault.of(bad) from None
    try:
        return PlanSpec.model_validate(raw)
    except ValidationError as bad:
        first = bad.errors()[0]
        raise PlanFault(path, _line(path, first), _fault(first)) from None


def _fault(error: Any) -> str:
    where = ".".join(str(part) for part in error["loc"])
    return f"{where}: {error['msg']}"


def _line(path: Path, error: Any) -> int:
    """Line of the deepest key of an error that the file names; of what lacks a key, when one is missing."""
    lines = path.read_text(encoding="utf-8").split("\n")
    keys = list(error["loc"])
    at, end = 0, len(lines)
    if keys[0] == "section" and len(keys) > 1:
        heads = [n for n, text in enumerate(lines, 1) if text.strip() == "[[section]]"]
        at, end = [*heads, end][keys[1] : keys[1] + 2] if keys[1] < len(heads) else (0, end)
        keys = keys[3:] if len(keys) > 2 else ["reader"]
    if error["type"] == "missing":
        keys.pop()
    for key, nth in zip_longest(keys, keys[1:]):
        if isinstance(key, int):
            continue
        named = re.compile(rf"\s*(?:\[+(?:\w+\.)*)?{re.escape(key)}\b")
        found = [n for n in range(at + 1, end + 1) if named.match(lines[n - 1])]
        listed = [n for n in found if lines[n - 1].lstrip().startswith("[[")]
        if not found:
            break
        at = listed[nth] if isinstance(nth, int) and nth < len(listed) else found[0]
    return at
