"""The period of a report: those offered, one that is typed, how it is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.staff.dates import Mention, find_mentions, resolve
from bot.staff.days import Unit, before, overlaps, period_end, period_of, period_start, unit_of
from bot.staff.engine import Line
from bot.staff.refusals import Refusal
from bot.staff.words import Typed, Words
from index import IndicatorFact, Record, fold

__all__ = ["offered", "overlaps", "period_end", "period_start", "read_period", "say_period"]

_MOST_OFFERED = 6
_LEAST_OFFERED = 2
_UNITS: dict[str | None, Unit] = {"half-year": "half", "quarter": "quarter", "month": "month"}
"""Rhythm of a deadline → unit; any other deadline is reported by years."""
_SMALLER: dict[Unit, Unit] = {"year": "half", "half": "quarter", "quarter": "month"}
"""What is offered as well where a plan has too few periods."""
_LIKELY_SHARE = 3
"""In the first third of a running period people report the one before it."""


def offered(
    record: Record, fact: IndicatorFact | None, plan_period: str | None, today: date, words: Words
) -> tuple[str, ...]:
    """Two to six periods a report may be about, the likely one first; none before the plan has begun.

    plan_period: the plan's years as its record has them, "2014-2024"; None when it prints none.
    """
    first, last = _years(plan_period, record, today)
    if first > today:
        return ()
    unit = _UNITS.get(_rhythm(record, fact, words), "year")
    found = list(_begun(unit, first, last, today))
    if unit == "year":
        due = [year for year in _due_years(record) if year in found]
        found = [*due, *(year for year in found if year not in due)]
    smaller = _SMALLER.get(unit)
    while smaller and len(found) < _LEAST_OFFERED:
        found += [p for p in _begun(smaller, first, last, today, likely=False) if p not in found]
        smaller = _SMALLER.get(smaller)
    return tuple(found[:_MOST_OFFERED])


def _rhythm(record: Record, fact: IndicatorFact | None, words: Words) -> str | None:
    """How often a measure is due; where its deadline names none, how often its indicator is counted."""
    every = record.deadline_facts.every
    if every not in (None, "permanent") or fact is None:
        return every
    said = f" {fold(fact.text)} "
    rhythms = words.index.vocabulary.tables["facts"]["rhythm"]
    return next((name for name, held in rhythms.items() if any(f" {fold(w)} " in said for w in held)), None)


def _years(plan_period: str | None, record: Record, today: date) -> tuple[date, date]:
    """First and last day of a plan; without printed years those of its deadline, else up to today."""
    years = [int(year) for year in re.findall(r"\d{4}", plan_period or "")]
    years = years or [int(day[:4]) for day in record.deadline_facts.dates] or [today.year - 1, today.year]
    return date(min(years), 1, 1), date(max(years), 12, 31)


def _begun(unit: Unit, first: date, last: date, today: date, likely: bool = True) -> Iterator[str]:
    """Periods between two days that have begun, the newest first; the one before a young one ahead of it."""
    period = period_of(unit, min(today, last))
    past = before(period)
    days = (period_end(period) - period_start(period)).days + 1
    young = ((today - period_start(period)).days + 1) * _LIKELY_SHARE <= days
    if likely and young and period_start(past) >= first:
        yield from (past, period)
        period, past = past, before(past)
    else:
        yield period
    while period_start(past) >= first:
        yield past
        past = before(past)


def _due_years(record: Record) -> list[str]:
    """Years of a deadline that names single days or months; a span of years is no due date."""
    dates = record.deadline_facts.dates
    return [dates[0][:4]] if len(dates) == 1 and not record.deadline_facts.every else []


def read_period(text: str, offered: tuple[str, ...], today: date, words: Words) -> str | Refusal:
    """The period that a text names, or why it is not taken.

    offered: a number chooses one of them, counted from 1; a month without a year is one of their time.
    """
    typed = Typed.of(text)
    chosen = typed.text.strip("().")
    if chosen.isdecimal() and len(chosen) <= 2 and 0 < int(chosen) <= len(offered):
        return offered[int(chosen) - 1]
    latest = min([today, *([max(map(period_end, offered))] if offered else [])])
    named = [m for m in find_mentions(typed, words) if _is_sure(m, typed, words)]
    periods = list(dict.fromkeys(resolve(m, today, latest) for m in named))
    if not periods or None in periods:
        return Refusal(Line("period-unread", {"typed": typed.shown}))
    if len(periods) > 1:
        return Refusal(Line("period-several", {"typed": typed.shown}))
    period = str(periods[0])
    return to_come(period, offered, today) if period_start(period) > today else period


def to_come(period: str, offered: tuple[str, ...], today: date) -> Refusal:
    """That a period has not begun yet, with one that has."""
    example = say_period(offered[0] if offered else str(today.year))
    return Refusal(Line("period-future", {"period": say_period(period), "example": example}))


def _is_sure(mention: Mention, typed: Typed, words: Words) -> bool:
    """Whether a mention is meant: a doubtful one is when little else stands beside it."""
    if not mention.doubtful:
        return True
    rest = typed.without([(mention.start, mention.end)])
    small = words.set_of("period", "words", "before")
    known = {word for phrase in small for word in phrase.split()}
    return all(token.text in known for token in rest.tokens)


def say_period(period: str) -> Line:
    """A period as it is said: semestrul I 2024."""
    if "/" in period:
        return _say_range(*period.split("/"))
    unit, start = unit_of(period), period_start(period)
    year: dict[str, object] = {"year": str(start.year)}
    if unit == "year":
        return Line("period-year", year)
    if unit == "half":
        return Line("period-half", year | {"nth": int(period[-1])})
    if unit == "quarter":
        return Line("period-quarter", year | {"nth": int(period[-1])})
    month = Line("month-name", {"number": start.month})
    if unit == "month":
        return Line("period-month", year | {"month": month})
    return Line("period-day", year | {"month": month, "day": str(start.day)})


def _say_range(first: str, last: str) -> Line:
    start = period_start(first)
    month = Line("month-name", {"number": start.month})
    short = Line("period-day-month", {"month": month, "day": str(start.day)})
    opening = short if start.year == period_start(last).year else say_period(first)
    return Line("period-range", {"start": opening, "end": say_period(last)})
