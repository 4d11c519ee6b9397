"""Tab-separated tables cut by pages: header rows, rows, and cells that go on after a page break.

Shared by every reader of tables. A table's columns are found by the wording of its header row, which may
come again on each page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from index.language import fold
from index.readers.draft import BULLET, Place, SourceText, clean, flat

_RULE = re.compile(r"^[\s\-–|]*$")


@dataclass
class Cell:
    """A cell's text, from the row's own line and from what follows a page break."""

    fragments: list[tuple[Place, str]] = field(default_factory=list)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where its words stand."""
        return tuple(place for place, _ in self.fragments)

    @property
    def text(self) -> str:
        """The whole text; line ends inside it are paragraphs and bullets."""
        joined = ""
        for _, text in self.fragments:
            joined += ("\n" if text.startswith(BULLET) else " ") + text
        return joined.strip()

    @property
    def flat(self) -> str:
        """The whole text on one line."""
        return flat(self.text)


@dataclass
class Row:
    """A row of a table, its cells by field name."""

    line: int
    cells: dict[str, Cell] = field(default_factory=dict)
    last_line: int = 0

    def add(self, name: str, place: Place, text: str) -> None:
        """Put a fragment into a cell; blank text is nothing."""
        if text:
            self.cells.setdefault(name, Cell()).fragments.append((place, text))
            self.last_line = max(self.last_line, place.line)

    def get(self, name: str) -> Cell:
        """The cell of a field; an empty one when the row has none."""
        return self.cells.get(name) or Cell()


Columns = dict[str, list[str]]
"""Field name → how its column heading may begin, folded."""


def fold_columns(columns: dict[str, list[str]]) -> Columns:
    """Column headings from `plan.toml`, ready to compare."""
    return {name: [fold(h) for h in headings] for name, headings in columns.items()}


def match_header(line: str, columns: Columns, at_least: int) -> dict[int, str] | None:
    """Cell number → field name, when a line is the header row of a table; None when it is not."""
    cells = [fold(flat(clean(cell))) for cell in line.split("\t")]
    found: dict[int, str] = {}
    for number, cell in enumerate(cells):
        for name, headings in columns.items():
            if cell and name not in found.values() and any(cell.startswith(h) for h in headings):
                found[number] = name
                break
    return found if len(found) >= min(at_least, len(columns)) else None


def is_rule(line: str) -> bool:
    """A line of dashes and tabs only."""
    return bool(_RULE.match(line))


def page_lines(
    source: SourceText, first: int, last: int, skip: list[re.Pattern[str]]
) -> Iterator[tuple[int, str]]:
    """Lines of a section with something in them: blank lines, rules and page headers are left out."""
    for number in range(first, last + 1):
        line = source.line(number)
        if not is_rule(line) and not any(p.search(flat(clean(line))) for p in skip):
            yield number, line
