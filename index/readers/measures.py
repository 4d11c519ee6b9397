"""Reader `measures`: a tab-separated table of measures under objectives, cut by page breaks.

A row begins where the measure column begins with a code, or, in a table without codes, where the column
named by `row_starts` is filled. A cell cut by a page goes on until a new row begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from index.readers.draft import Draft, Heading, Place, SourceText, clean, flat, put_path
from index.readers.lists import ListRules
from index.readers.named import columns, groups
from index.readers.tables import Cell, Columns, Row, fold_columns, match_header, page_lines

_COLUMNS = ("objective", "row_code", "title", "indicators", "results", "groups", "funding", "deadline")
_WHO = ("responsible", "partners")


class HeadingSpec(BaseModel):
    """A line that is a heading: `pattern` may name the groups `code` and `title`."""

    model_config = ConfigDict(extra="forbid")
    level: int
    pattern: Annotated[re.Pattern[str], groups("code", "title")]


class MeasuresSpec(BaseModel):
    """Keys of a `[[section]]` with reader = "measures"."""

    model_config = ConfigDict(extra="forbid")
    reader: Literal["measures"]
    begins: re.Pattern[str] | None = None
    ends: re.Pattern[str] | None = None
    columns: Annotated[dict[str, list[str]], columns(*_COLUMNS, *_WHO)]
    headings: list[HeadingSpec] = Field(default_factory=list)
    objective: Annotated[re.Pattern[str], groups("code", "title")] | None = None
    """How a new objective begins in the column `objective`; groups `code` and `title`."""
    code: Annotated[re.Pattern[str], groups("code", "title", needed=("code", "title"))] | None = None
    """How a measure begins; groups `code` and `title`."""
    row_starts: str = "deadline"
    """Column that is filled in the first line of a row, in a table without codes."""


class _Reading:
    """One pass over a section."""

    def __init__(self, source: SourceText, spec: MeasuresSpec) -> None:
        self.source = source
        self.spec = spec
        self.columns: Columns = fold_columns(spec.columns)
        self.header: dict[int, str] = {}
        self.headings: list[Heading] = []
        self.objective: Heading | None = None
        self.rows: list[tuple[Row, list[Heading]]] = []
        self.all_headings: list[tuple[Heading, list[Heading]]] = []
        self.after_heading = False

    def run(self, first: int, last: int, skip: list[re.Pattern[str]]) -> None:
        for number, line in page_lines(self.source, first, last, skip):
            cells = [clean(cell) for cell in line.split("\t")]
            filled = [n for n, cell in enumerate(cells) if cell]
            if not filled:
                continue
            only = flat(cells[filled[0]]) if len(filled) == 1 else ""
            if only and self._heading(only, Place(number, filled[0])):
                continue
            header = match_header(line, self.columns, at_least=4)
            if header:
                self.header = header
            elif only and filled[0] == 0 and "\t" in line and self.after_heading:
                self.headings[-1].grow(only, Place(number, 0))
            elif self.header and "\t" in line:
                self._row(number, cells)

    def _heading(self, text: str, place: Place) -> bool:
        for spec in self.spec.headings:
            match = spec.pattern.match(text)
            if not match:
                continue
            named = match.groupdict()
            heading = Heading(spec.level, text, (place,), named.get("code"), named.get("title"))
            self.headings = [h for h in self.headings if h.level < spec.level]
            self.all_headings.append((heading, list(self.headings)))
            self.headings.append(heading)
            self.objective = None
            self.after_heading = True
            return True
        return False

    def _row(self, number: int, cells: list[str]) -> None:
        self.after_heading = False
        by_name = {name: cells[n] for n, name in self.header.items() if n < len(cells)}
        place = {name: Place(number, n) for n, name in self.header.items()}
        if by_name.get("objective"):
            self._objective(flat(by_name["objective"]), place["objective"])
        if self._starts(by_name):
            path = [*self.headings, *([self.objective] if self.objective else [])]
            self.rows.append((Row(number, last_line=number), path))
        if not self.rows:
            return
        row = self.rows[-1][0]
        for name, text in by_name.items():
            if name != "objective":
                row.add(name, place[name], text)

    def _objective(self, text: str, place: Place) -> None:
        match = self.spec.objective.match(text) if self.spec.objective else None
        if self.objective is None or match:
            named = match.groupdict() if match else {}
            self.objective = Heading(99, text, (place,), named.get("code"), named.get("title"))
            self.all_headings.append((self.objective, list(self.headings)))
        else:
            self.objective.grow(text, place)

    def _starts(self, by_name: dict[str, str]) -> bool:
        measure = flat(by_name.get("title", ""))
        if self.spec.code:
            return bool(self.spec.code.match(measure))
        return bool(measure and by_name.get(self.spec.row_starts))


def read_measures(
    source: SourceText,
    spec: MeasuresSpec,
    first: int,
    last: int,
    skip: list[re.Pattern[str]],
    rules: dict[str, ListRules],
) -> Iterator[Draft]:
    """Drafts of the objectives and measures of a table, objectives first."""
    reading = _Reading(source, spec)
    reading.run(first, last, skip)
    for heading, above in reading.all_headings:
        yield objective_draft(heading, above)
    for row, path in reading.rows:
        yield from _drafts(row, path, spec, rules)


def objective_draft(heading: Heading, above: list[Heading]) -> Draft:
    """An objective as a record: its heading without the code is the title."""
    lines = [place.line for place in heading.places]
    draft = Draft("objective", (lines[0], lines[0]))
    draft.put("title", heading.title or heading.text, heading.places)
    draft.put("code", heading.code, heading.places)
    put_path(draft, above)
    return draft


def _drafts(
    row: Row, path: list[Heading], spec: MeasuresSpec, rules: dict[str, ListRules]
) -> Iterator[Draft]:
    cell = row.get("title")
    for code, title in _measures_in(cell, spec):
        draft = Draft("measure", (row.line, max(row.line, row.last_line)))
        draft.put("title", title, cell.places)
        draft.put("code", code, cell.places)
        draft.put("deadline", row.get("deadline").flat, row.get("deadline").places)
        for name in ("indicators", "results", "groups", "funding"):
            listed = row.get(name)
            draft.put(name, tuple(rules[name].split(listed.text)), listed.places)
        who = row.get("responsible")
        responsible, partners = rules["institutions"].split_partnership(who.text)
        draft.put("responsible", tuple(responsible), who.places)
        helpers = row.get("partners")
        places = (*(who.places if partners else ()), *helpers.places)
        partners += rules["institutions"].split(helpers.text)
        draft.put("partners", tuple(partners), places)
        put_path(draft, path)
        yield draft


def _measures_in(cell: Cell, spec: MeasuresSpec) -> list[tuple[str | None, str]]:
    """Code and title of each measure of a cell: mostly one, but a cell may hold several."""
    if spec.code:
        match = spec.code.match(cell.flat)
        return [(match["code"], match["title"])] if match else []
    first = cell.fragments[0][1].split("\n") if cell.fragments else []
    if len(cell.fragments) == 1 and len(first) > 1 and all(piece[:1].isupper() for piece in first):
        return [(None, flat(piece)) for piece in first]
    return [(None, cell.flat)]
