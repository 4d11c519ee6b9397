"""The lines of a plan's source that a record was read from, as they are printed there."""

from __future__ import annotations

from pathlib import Path

from index.errors import DataFault
from index.language import fold
from index.readers.draft import clean
from index.records import Frozen, Record
from index.vocabulary import read_text

_ENOUGH = 0.4
"""Share of a title's words that its lines hold: all of them, but for hyphenation and scanner's slips."""


class SourceLine(Frozen):
    """One line of a source."""

    number: int
    """1-based."""
    text: str
    """As printed; the columns of a table stay parted by tabs."""
    own: bool
    """Of the record's own row; else a heading or merged cell used from elsewhere."""


def source_lines(data: Path, record: Record) -> tuple[SourceLine, ...]:
    """The lines of a record in their order: its own, and those used from elsewhere; empty ones left out.

    data: the folder that the index was built from. Raises DataFault when the document is missing, is not
    UTF-8, or has changed since and no longer says this in these lines.
    """
    path = data / "plans" / record.plan / record.source.document
    printed = read_text(path).split("\n")
    first, last = record.source.lines
    own = set(range(first, last + 1))
    numbers = sorted(own.union(*(range(a, b + 1) for a, b in record.source.also)))
    if numbers[-1] > len(printed):
        raise DataFault(path, numbers[-1], "the document has no such line")
    lines = tuple(
        SourceLine(number=n, text=printed[n - 1].strip("\r\n"), own=n in own)
        for n in numbers
        if printed[n - 1].strip()
    )
    words = set(fold(record.title).split())
    there = words & set(fold(clean(" ".join(line.text for line in lines))).split())
    if len(there) < _ENOUGH * len(words):
        raise DataFault(path, first, "the document is another one than that which was read")
    return lines
