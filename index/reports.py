"""What was reported about an indicator, as a plain value: `bot` reads it from the store, answers show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from index.periods import span_of
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


@dataclass(frozen=True)
class Reports:
    """Reports made ready to be looked up: built once, when they change, and asked with every question."""

    shown: Mapping[str, tuple[Reported, ...]] = field(default_factory=dict)
    """What may be shown, by measure, newest first."""
    handed_in: Mapping[str, tuple[Reported, ...]] = field(default_factory=dict)
    """What was approved or waits for it, by measure: whoever sent it has reported."""
    of_plan: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Measures with something to show, by plan."""

    @classmethod
    def of(cls, reported: Iterable[Reported], pending: bool = False) -> Reports:
        """Reports by measure and plan; returned and withdrawn ones are left out.

        pending: those that wait to be approved are shown too, and said so: for staff, never for citizens.
        Raises ValueError for a period of another form.
        """
        held: dict[str, list[Reported]] = {}
        for one in sorted(reported, key=_newest, reverse=True):
            if one.state in ("approved", "submitted"):
                held.setdefault(one.measure, []).append(one)
        approved = {m: tuple(r for r in of if pending or r.state == "approved") for m, of in held.items()}
        shown = {measure: of for measure, of in approved.items() if of}
        plans: dict[str, list[str]] = {}
        for measure, of in shown.items():
            plans.setdefault(of[0].plan, []).append(measure)
        return cls(shown, {m: tuple(of) for m, of in held.items()}, {p: tuple(ms) for p, ms in plans.items()})

    def about(self, measure: str) -> tuple[Reported, ...]:
        """What may be shown about a measure, newest first."""
        return self.shown.get(measure, ())


NO_REPORTS = Reports()


def _newest(one: Reported) -> tuple[date, date, date, int]:
    first, last = span_of(one.period)
    return last, first, one.day, one.id


def each_once(reported: Iterable[Reported]) -> tuple[Reported, ...]:
    """Of reports about the same indicator, period and place by the same institution, the newest.

    reported: newest first.
    """
    kept: dict[tuple[str, str, str | None, str | None, ReportState], Reported] = {}
    for one in reported:
        kept.setdefault((one.indicator, one.period, one.place, one.by, one.state), one)
    return tuple(kept.values())


def newest(reported: Iterable[Reported]) -> tuple[Reported, ...]:
    """For each indicator the reports of its newest period, of several places all; newest first.

    What waits to be approved hides nothing that was.
    """
    periods: dict[tuple[str, ReportState], str] = {}
    return tuple(
        r for r in each_once(reported) if periods.setdefault((r.indicator, r.state), r.period) == r.period
    )
