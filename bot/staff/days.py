"""Periods as days: where one begins and ends, which holds a day, which came before.

A period is a string: 2024, 2024-H1, 2024-Q3, 2024-11, 2024-11-22 or 2024-03-01/2024-04-15.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Unit = Literal["year", "half", "quarter", "month", "week", "day"]
_MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1}
"""Months of each unit that has whole ones."""
_LETTERS = {"H": "half", "Q": "quarter"}


def period_start(period: str) -> date:
    """First day of a period. Raises ValueError for what is none.

    >>> period_start("2024-Q3"), period_start("2024-03-01/2024-04-15")
    (datetime.date(2024, 7, 1), datetime.date(2024, 3, 1))
    """
    first = period.partition("/")[0]
    year, _, rest = first.partition("-")
    if rest[:1] in _LETTERS and rest:
        return date(int(year), (int(rest[1:]) - 1) * _MONTHS[_LETTERS[rest[0]]] + 1, 1)
    if len(rest) > 2:
        return date.fromisoformat(first)
    return date(int(year), int(rest or 1), 1)


def period_end(period: str) -> date:
    """Last day of a period. Raises ValueError for what is none.

    >>> period_end("2024"), period_end("2024-02"), period_end("2024-H1")
    (datetime.date(2024, 12, 31), datetime.date(2024, 2, 29), datetime.date(2024, 6, 30))
    """
    last = period.rpartition("/")[2]
    start = period_start(last)
    unit = unit_of(last)
    return start if unit == "day" else _month_end(start, _MONTHS[unit])


def unit_of(period: str) -> Unit:
    """What a period is one of; two days with a slash between are counted in days."""
    rest = period.partition("-")[2]
    if not rest:
        return "year"
    if rest[0] in _LETTERS:
        return "half" if rest[0] == "H" else "quarter"
    return "month" if len(rest) == 2 else "day"


def period_of(unit: Unit, day: date) -> str:
    """The period of a unit that holds a day; a week from Monday to Sunday.

    >>> period_of("quarter", date(2024, 8, 2)), period_of("week", date(2024, 8, 2))
    ('2024-Q3', '2024-07-29/2024-08-04')
    """
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return f"{monday}/{monday + timedelta(days=6)}"
    if unit == "day":
        return day.isoformat()
    number = (day.month - 1) // _MONTHS[unit] + 1
    ends = {"year": "", "half": f"-H{number}", "quarter": f"-Q{number}", "month": f"-{number:02}"}
    return f"{day.year:04}{ends[unit]}"


def between(start: date, end: date) -> str:
    """The period from one day to another, both in it, under its shortest name.

    >>> between(date(2024, 1, 1), date(2024, 6, 30)), between(date(2024, 3, 1), date(2024, 4, 15))
    ('2024-H1', '2024-03-01/2024-04-15')
    """
    for unit in ("year", "half", "quarter", "month", "day"):
        whole = period_of(unit, start)
        if (period_start(whole), period_end(whole)) == (start, end):
            return whole
    return f"{start}/{end}"


def before(period: str) -> str:
    """The period of the same unit just before one that is no range.

    >>> before("2024-Q1"), before("2024-11-01")
    ('2023-Q4', '2024-10-31')
    """
    return period_of(unit_of(period), period_start(period) - timedelta(days=1))


def overlaps(a: str, b: str) -> bool:
    """Whether two periods have a day in common."""
    return period_start(a) <= period_end(b) and period_start(b) <= period_end(a)


def _month_end(start: date, months: int) -> date:
    last = start.month + months - 1
    return date(start.year, last, monthrange(start.year, last)[1])
