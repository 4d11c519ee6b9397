"""What readers work on and hand over: the source's lines, and drafts of records with their places."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from index.errors import PlanFault
from index.records import Kind, Span


class Place(NamedTuple):
    """A piece of the source: a 1-based line and, in a table, the 0-based cell; None is the whole line."""

    line: int
    column: int | None = None


@dataclass
class Draft:
    """A record as a reader found it, before ids and derived fields.

    fields: printed fields by their record name. places: for each of them the pieces of the source that
    hold its words, in reading order (headings as `path.0`, `path.1`, …).
    """

    kind: Kind
    lines: Span
    fields: dict[str, Any] = field(default_factory=dict)
    places: dict[str, tuple[Place, ...]] = field(default_factory=dict)
    status: str | None = None
    repairs: dict[str, str] = field(default_factory=dict)
    """What the scanner printed → what was on the paper (transcripts only)."""
    transcribed: bool = False
    """Written out by a person from a scan."""
    shuffled: tuple[str, ...] = ()
    """Fields whose words the scanner printed out of order (transcripts only)."""
    corrected: dict[str, Any] = field(default_factory=dict)
    """Field → the correction a person made."""
    twin: Draft | None = None
    """The running service that this project row also describes."""
    doubt: str | None = None
    """A reading that a person should look at, in that person's words."""

    def put(self, name: str, value: Any, places: tuple[Place, ...]) -> None:
        """Set a printed field, unless there is nothing to set."""
        if value not in (None, "", (), {}):
            self.fields[name] = value
            self.places[name] = places


@dataclass
class Heading:
    """A heading that may grow over a page break; records keep it and take its final text."""

    level: int
    text: str
    places: tuple[Place, ...]
    code: str | None = None
    title: str | None = None
    """Wording without the code; None when there is no code."""

    def grow(self, text: str, place: Place) -> None:
        """Add what stands after the page break."""
        self.text = f"{self.text} {text}".strip()
        if self.title is not None:
            self.title = f"{self.title} {text}".strip()
        self.places = (*self.places, place)


def put_path(draft: Draft, headings: list[Heading]) -> None:
    """Give a draft its headings, outermost first."""
    draft.fields["path"] = tuple(h.text for h in headings)
    for depth, heading in enumerate(headings):
        draft.places[f"path.{depth}"] = heading.places


@dataclass(frozen=True)
class SourceText:
    """A plan's document as received."""

    path: Path
    lines: tuple[str, ...]

    @classmethod
    def load(cls, path: Path) -> SourceText:
        """Read `source.txt`. Raises PlanFault when it is missing or is not UTF-8."""
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            raise PlanFault(path, 0, "the file is missing") from None
        except UnicodeDecodeError as bad:
            line = bad.object[: bad.start].count(b"\n") + 1
            raise PlanFault(path, line, "the text is not UTF-8") from None
        return cls(path, tuple(text.split("\n")))

    def line(self, number: int) -> str:
        """The line with a 1-based number."""
        return self.lines[number - 1]

    def cell(self, place: Place) -> str:
        """The text at a place, tags and all; empty when the cell does not exist."""
        if not 1 <= place.line <= len(self.lines):
            return ""
        if place.column is None:
            return self.line(place.line)
        cells = self.line(place.line).split("\t")
        return cells[place.column] if place.column < len(cells) else ""

    def find(self, pattern: re.Pattern[str], after: int = 0) -> int | None:
        """Number of the first line after line `after` in which the pattern is found."""
        for number in range(after + 1, len(self.lines) + 1):
            if pattern.search(self.line(number)):
                return number
        return None


_BREAKS = re.compile(r"</?(?:p|ul|ol|li|br|div)\b[^>]*>", re.IGNORECASE)
_BULLETS = re.compile(r"\s*[▪•☞\uf0b7]\s*")
BULLET = "• "
"""Begins a piece of cleaned text that the source marks with a bullet."""
_TAGS = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)
_FOOTNOTE = re.compile(r"<sup>.*?</sup>", re.IGNORECASE)


def clean(text: str) -> str:
    """Text of a cell: tags, bold marks and footnote marks out, paragraphs and bullets as line ends.

    >>> clean("<p>Nr. copii</p> <p>Nr. <b>familii</b></p>")
    'Nr. copii\\nNr. familii'
    """
    text = _FOOTNOTE.sub("", text)
    text = _TAGS.sub("", _BREAKS.sub("\n", text)).replace("**", "")
    text = _BULLETS.sub("\n" + BULLET, text)
    text = html.unescape(text).replace("\u00a0", " ").replace("\t", " ")
    pieces = (re.sub(r"[ ]{3,}", "  ", piece).strip() for piece in text.split("\n"))
    return "\n".join(piece for piece in pieces if piece)


def flat(text: str) -> str:
    """One line of text, single spaces.

    >>> flat("## Capitolul  1 ")
    'Capitolul 1'
    """
    text = re.sub(r"^#+\s*", "", text.strip())
    return re.sub(r"\s+", " ", text.replace(BULLET, " ")).strip()
