"""What was reported about an indicator, as a plain value: `bot` reads it from the store, answers show it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from index.records import AnswerKind, Frozen

ReportState = Literal["submitted", "returned", "approved", "withdrawn"]
STANDING = "#standing"
"""Ends the id of what is reported about a measure that prints no indicator; its id stands before."""


class Reported(Frozen):
    """One report: the newest of its kind, whatever it corrected left out."""

    id: int
    """Number of its row in the ledger."""
    plan: str
    """Slug of the plan."""
    measure: str
    """Id of the measure's record."""
    indicator: str
    """Id of the indicator, or the measure's id and `STANDING`."""
    kind: AnswerKind | Literal["nothing"]
    """What the value is; "nothing": there was nothing to report for the period."""
    value: float | str | None
    """number and percent: the amount (14.0; 140 % is 140.0); state: done, partly or not-done; text: the
    words; nothing: None."""
    period: str
    """2024, 2024-H1, 2024-Q3, 2024-11, 2024-11-22 or 2024-03-01/2024-04-15."""
    day: date
    """When it was written."""
    by: str | None = None
    """Institution it was reported for, as in the author's grant."""
    place: str | None = None
    """Locality it is about, when it is not about the whole."""
    state: ReportState = "approved"
    """Citizens are shown approved ones only."""
    sums: bool = False
    """A coordinator said that this indicator's values may be added up over places and periods."""
