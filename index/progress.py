"""Reports against what the plans ask for: those a question is about, what is missing, what may be added up.

In: records, reports and the words of `facts.toml`. Out: plain values that an answer carries. Nothing is added
up unless the indicator's wording says that it is a sum, or a coordinator did.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, Literal

from index.language import fold
from index.periods import Part, overlap, period_of, span_of
from index.records import Frozen, IndicatorFact, Record, Rhythm
from index.reports import STANDING, Reported, Reports, each_once, newest

PROGRESS = frozenset({"progress", "reported", "unreported"})
"""What is asked when reports are asked about: how far it is, what was reported, what was not."""
_PARTS: dict[Rhythm, Part] = {"half-year": "half-year", "quarter": "quarter", "month": "month"}
"""Whatever else a deadline says, a report is due once a year."""
Fits = Callable[[Reported], bool]


class When(Frozen):
    """The time that a question for reports names."""

    period: str
    """As in `Reported`."""
    by: Literal["day", "period"]
    """Whether it is when the report was written, or what it is about."""

    def holds(self, one: Reported) -> bool:
        """Whether a report is of this time."""
        first, last = span_of(self.period)
        return first <= one.day <= last if self.by == "day" else overlap(self.period, one.period)


class Missing(Frozen):
    """What nobody reported about a measure."""

    period: str
    """As in `Reported`; or of the day it was asked to be written."""
    indicators: tuple[str, ...]
    """Ids of the indicators without a report, or the one standing report."""
    of: int
    """How many there are in all."""


class Total(Frozen):
    """Values of one indicator added up."""

    indicator: str
    amount: float
    first: str
    """The oldest period in it."""
    last: str
    """The newest."""


def told(
    records: Iterable[Record],
    reports: Reports,
    measures: Callable[[Record], Iterable[Record]],
    fits: Fits | None,
) -> dict[str, tuple[Reported, ...]]:
    """What was reported about records, by id, newest first; those without reports are left out.

    measures: those whose reports stand at a record: itself, or those that found a service or project.
    fits: the reports wanted, of all periods; None: those of the newest period.
    """
    out = {}
    for record in records if reports.shown else ():
        held = [one for measure in measures(record) for one in known(measure, reports)]
        wanted = newest(held) if fits is None else each_once(filter(fits, held))
        if wanted:
            out[record.id] = wanted
    return out


def known(measure: Record, reports: Reports) -> Iterator[Reported]:
    """What was reported about the indicators of a measure, newest first.

    Without reports about indicators that it no longer has: the words that they answered are gone.
    """
    held = reports.about(measure.id)
    ids = {measure.id + STANDING, *(fact.id for fact in measure.indicator_facts)} if held else ()
    return (one for one in held if one.indicator in ids)


def due_period(record: Record, plan_ends: int, today: date) -> str:
    """The period for which a report about a measure is due by now: by the deadline's rhythm, else of a year.

    plan_ends: last year of the plan; whatever has run out is due for its last period.
    """
    dates = [span_of(iso)[1] for iso in record.deadline_facts.dates if iso <= f"{plan_ends}-12-31"]
    ends = max(dates, default=date(plan_ends, 12, 31))
    return period_of(min(today, ends), _PARTS.get(record.deadline_facts.every or "year", "year"))


def missing(record: Record, reports: Reports, period: str, when: When | None) -> Missing | None:
    """What nobody has reported about a measure for a period or later; None when nothing is missing.

    when: the time that was asked for, in place of the period that is due.
    """
    ids = [fact.id for fact in record.indicator_facts] or [record.id + STANDING]
    begins = span_of(period)[0]
    handed_in = {
        one.indicator
        for one in reports.handed_in.get(record.id, ())
        if (when.holds(one) if when else span_of(one.period)[1] >= begins)
    }
    left = tuple(i for i in ids if i not in handed_in)
    return Missing(period=when.period if when else period, indicators=left, of=len(ids)) if left else None


def totals(record: Record, reported: Sequence[Reported], words: Mapping[str, Any]) -> tuple[Total, ...]:
    """The sums of what may be added up.

    words: the table `[sum]` of `facts.toml`.
    """
    facts = {fact.id: fact for fact in record.indicator_facts}
    out = []
    for indicator in dict.fromkeys(one.indicator for one in reported):
        own = [r for r in reported if r.indicator == indicator and r.state == "approved"]
        addable = _addable(facts.get(indicator), own, words)
        if len(addable) > 1:
            amount = sum(float(r.value or 0) for r in addable)
            last, first = addable[0].period, addable[-1].period
            out.append(Total(indicator=indicator, amount=amount, first=first, last=last))
    return tuple(out)


def _addable(
    fact: IndicatorFact | None, reported: Sequence[Reported], words: Mapping[str, Any]
) -> Sequence[Reported]:
    """The reports of one indicator that make a sum; none when they do not."""
    if not reported or any(r.kind not in ("number", "nothing") for r in reported):
        return ()
    text = f" {fold(fact.text)} " if fact else ""
    running = any(f" {said} " in text for said in words["running"])
    if not (
        running or any(r.sums for r in reported) or any(text.startswith(f" {s} ") for s in words["total"])
    ):
        return ()
    if running:
        # each value holds those before it: only the places of the newest period make a sum
        reported = [r for r in reported if r.period == reported[0].period]
    return reported if _are_apart(reported) else ()


def _are_apart(reported: Sequence[Reported]) -> bool:
    """Whether no two reports count the same: other periods, or other places of the same period."""
    places: dict[str, list[str | None]] = {}
    for one in reported:
        places.setdefault(one.period, []).append(one.place)
    named = all(len(of) == 1 or (None not in of and len(set(of)) == len(of)) for of in places.values())
    spans = sorted(map(span_of, places))
    return named and all(last < first for (_, last), (first, _) in pairwise(spans))
