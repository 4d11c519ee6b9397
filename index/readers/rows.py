"""Reader `rows`: tables whose every row is one thing: projects, services, campaigns, meetings, trainings.

A row begins where its number (or, in a table without numbers, its title) is filled. A directory whose names
stand on a line of their own above the details says so with `name_in`. A row may hold a data sheet below its
title: its facts are picked out by the patterns in `sheet` and make a second record, the running service.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from index.language import fold
from index.readers.draft import Draft, Place, SourceText, clean, flat
from index.readers.lists import ListRules
from index.readers.named import columns, groups
from index.readers.tables import Cell, Row, fold_columns, match_header, page_lines
from index.records import TEXT_FIELDS, Kind, Status

_LISTED = {"responsible": "institutions", "participants": "institutions", "funding": "funding"}
_IN_SHEETS = ("locality", "licence_start", "licence_end")
_NOBODY = {"-", "–", "—", ""}

Amounts = dict[int, tuple[str, Place]]
"""Cell number of a column with amounts → its printed heading, and where that stands."""


class SheetSpec(BaseModel):
    """Patterns that pick the facts of a running service out of a row's description."""

    model_config = ConfigDict(extra="forbid")
    kind: Kind = "service"
    status: Status = "existing"
    patterns: list[Annotated[re.Pattern[str], groups(*TEXT_FIELDS, *_IN_SHEETS)]]
    provider_from: str = "institution"


class RowsSpec(BaseModel):
    """Keys of a `[[section]]` with reader = "rows"."""

    model_config = ConfigDict(extra="forbid")
    reader: Literal["rows"]
    kind: Kind
    status: Status | None = None
    begins: re.Pattern[str] | None = None
    ends: re.Pattern[str] | None = None
    columns: Annotated[dict[str, list[str]], columns("number", *TEXT_FIELDS, *_LISTED)]
    budget: list[str] = Field(default_factory=list)
    """How the headings of columns with amounts begin; amounts go to `budget` under the printed heading."""
    name_in: str | None = None
    """Column that holds the name in the numbered line of a directory."""
    section: Annotated[re.Pattern[str], groups(*TEXT_FIELDS)] | None = None
    """A line that names the table; its groups (or the whole line) are fields of every row below."""
    sheet: SheetSpec | None = None


class _Reading:
    def __init__(self, source: SourceText, spec: RowsSpec) -> None:
        self.source = source
        self.spec = spec
        self.columns = fold_columns(spec.columns)
        self.budget = list(fold_columns({"budget": spec.budget})["budget"])
        self.header: dict[int, str] = {}
        self.amounts: Amounts = {}
        self.section: dict[str, tuple[str, Place]] = {}
        self.rows: list[tuple[Row, dict[str, tuple[str, Place]], Amounts]] = []
        self.open = False

    def run(self, first: int, last: int, skip: list[re.Pattern[str]]) -> None:
        for number, line in page_lines(self.source, first, last, skip):
            if self._section(number, line):
                continue
            if "\t" not in line:
                self.open = False
                continue
            header = match_header(line, self.columns, at_least=2)
            if header:
                self.header, self.amounts, self.open = header, self._amounts(number, line), True
            elif amounts := self._amounts(number, line):
                self.amounts |= amounts
            elif self.open or self.header:
                self._row(number, [clean(cell) for cell in line.split("\t")])

    def _section(self, number: int, line: str) -> bool:
        match = (
            self.spec.section.search(flat(clean(line))) if self.spec.section and "\t" not in line else None
        )
        if not match:
            return False
        named = match.groupdict() or {"section": match.group()}
        self.section = {name: (value, Place(number)) for name, value in named.items() if value}
        self.header, self.open = {}, False
        return True

    def _amounts(self, number: int, line: str) -> Amounts:
        cells = [flat(clean(cell)) for cell in line.split("\t")]
        return {
            n: (c, Place(number, n))
            for n, c in enumerate(cells)
            if c and any(fold(c).startswith(b) for b in self.budget)
        }

    def _row(self, number: int, cells: list[str]) -> None:
        by_name = {name: cells[n] for n, name in self.header.items() if n < len(cells)}
        key = "number" if "number" in self.header.values() else "title"
        starts = bool(by_name.get(key)) and (key == "title" or bool(re.match(r"\d+", by_name[key])))
        if starts:
            self.rows.append((Row(number, last_line=number), dict(self.section), dict(self.amounts)))
        if not self.rows or not (starts or self.open):
            return
        row = self.rows[-1][0]
        for n, name in self.header.items():
            text = cells[n] if n < len(cells) else ""
            if starts and self.spec.name_in == name:
                name = "title"
            row.add(name, Place(number, n), text)
        for n in self.amounts:
            row.add(f"budget.{n}", Place(number, n), cells[n] if n < len(cells) else "")


def read_rows(
    source: SourceText,
    spec: RowsSpec,
    first: int,
    last: int,
    skip: list[re.Pattern[str]],
    rules: dict[str, ListRules],
) -> Iterator[Draft]:
    """Drafts of a table's rows, and of the running services that rows describe."""
    reading = _Reading(source, spec)
    reading.run(first, last, skip)
    for row, section, amounts in reading.rows:
        yield from _drafts(row, section, amounts, spec, rules)


def _drafts(
    row: Row,
    section: dict[str, tuple[str, Place]],
    amounts: Amounts,
    spec: RowsSpec,
    rules: dict[str, ListRules],
) -> Iterator[Draft]:
    draft = Draft(spec.kind, (row.line, max(row.line, row.last_line)), status=spec.status)
    title = row.get("title")
    first_piece, *rest = title.text.split("\n") if spec.sheet else [title.flat]
    draft.put("title", flat(first_piece), title.places)
    for name in spec.columns:
        cell = row.get(name)
        if name == "number" and cell.flat:
            draft.put("number", int(re.match(r"\d+", cell.flat).group()), cell.places)  # type: ignore[union-attr]
        elif name in _LISTED:
            draft.put(name, tuple(rules[_LISTED[name]].split(cell.text)), cell.places)
        elif name != "title" and cell.flat not in _NOBODY:
            draft.put(name, cell.flat, cell.places)
    _put_budget(draft, row, amounts)
    for name, (value, place) in section.items():
        draft.put(name, value, (place,))
    yield draft
    if spec.sheet and rest:
        yield _sheet(draft, title, " ".join(rest), spec.sheet)


def _put_budget(draft: Draft, row: Row, amounts: Amounts) -> None:
    cells = {n: row.get(f"budget.{n}") for n in sorted(amounts)}
    filled = {n: cell for n, cell in cells.items() if cell.flat not in _NOBODY}
    places = tuple(p for n, cell in filled.items() for p in (amounts[n][1], *cell.places))
    draft.put("budget", {amounts[n][0]: cell.flat for n, cell in filled.items()}, places)


def _sheet(row: Draft, title: Cell, text: str, spec: SheetSpec) -> Draft:
    """The running service that a row describes."""
    service = Draft(spec.kind, row.lines, status=spec.status)
    service.put("title", row.fields["title"], title.places)
    service.put("provider", row.fields.get(spec.provider_from), row.places.get(spec.provider_from, ()))
    for pattern in spec.patterns:
        match = pattern.search(flat(text))
        for name, value in (match.groupdict() if match else {}).items():
            if value:
                service.put(name, flat(value), title.places)
    row.twin = service
    return service
