"""A report written in one line: "/raport 2.4.1 bacau 14", "am raportat 14 copii la 1.1.1"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.chat.guide import Guide
from bot.staff.shapes import Target
from bot.staff.targets import Targets
from bot.staff.words import Words
from index import Record


@dataclass(frozen=True)
class Reading:
    """What was read from one line."""

    text: str
    """The line as typed."""
    targets: tuple[Target, ...] = ()
    """What it may be about: empty: nothing found; one: clear; several: to be asked."""
    records: tuple[Record, ...] = ()
    """Measures that fit; when several, they are asked about before their indicators."""
    value_text: str = ""
    """The words that hold the value, without code, place and period; "" when there are none."""
    period: str | None = None
    """Period named beside it."""
    place: str | None = None
    """Locality named beside it, when it is narrower than the plan."""


def read_lines(
    text: str, targets: Targets, guide: Guide, county: str | None, words: Words, today: date
) -> tuple[Reading, ...]:
    """One reading for each line that is not empty."""
    raise NotImplementedError


def is_report(text: str, words: Words) -> bool:
    """Whether a message of free text is meant as a report; no question is."""
    raise NotImplementedError
