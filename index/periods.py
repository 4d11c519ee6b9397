"""Periods that reports are about: the days they cover, and the one a day lies in.

In: 2024, 2024-H1, 2024-Q3, 2024-11, 2024-11-22 or 2024-03-01/2024-04-15. Out: first and last day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Part = Literal["year", "half-year", "quarter", "month", "week", "day"]
_PARTS = re.compile(r"(\d{4})(?:-(?:H([12])|Q([1-4])|(\d\d)(?:-(\d\d))?))?")
_MONTHS_OF = {"year": 12, "half-year": 6, "quarter": 3, "month": 1}


@lru_cache(maxsize=4096)
def span_of(period: str) -> tuple[date, date]:
    """First and last day of a period. Raises ValueError for one of another form.

    >>> [day.isoformat() for day in span_of("2024-H1")]
    ['2024-01-01', '2024-06-30']
    """
    if "/" in period:
        first, last = map(date.fromisoformat, period.split("/"))
        return first, last
    match = _PARTS.fullmatch(period)
    if not match:
        raise ValueError(f"no period: {period!r}")
    year, half, quarter, month, day = (int(part) if part else 0 for part in match.groups())
    if day:
        return date(year, month, day), date(year, month, day)
    if half:
        return _months(year, 6 * half - 5, 6)
    if quarter:
        return _months(year, 3 * quarter - 2, 3)
    return _months(year, month, 1) if month else _months(year, 1, 12)


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    last = first + count - 1
    end = date(year, 12, 31) if last == 12 else date(year, last + 1, 1) - timedelta(days=1)
    return date(year, first, 1), end


def overlap(one: str, other: str) -> bool:
    """Whether two periods have a day in common."""
    (first, last), (other_first, other_last) = span_of(one), span_of(other)
    return first <= other_last and other_first <= last


def period_of(day: date, part: Part) -> str:
    """The period of a kind that a day lies in; a week begins on Monday.

    >>> period_of(date(2026, 11, 22), "quarter"), period_of(date(2026, 11, 22), "week")
    ('2026-Q4', '2026-11-16/2026-11-22')
    """
    if part == "day":
        return day.isoformat()
    if part == "week":
        monday = day - timedelta(days=day.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    nth = (day.month - 1) // _MONTHS_OF[part] + 1
    return f"{day.year:04}" + {"year": "", "half-year": f"-H{nth}", "quarter": f"-Q{nth}"}.get(
        part, f"-{nth:02}"
    )


def period_before(day: date, part: Part) -> str:
    """The period of a kind before the one a day lies in.

    >>> period_before(date(2026, 1, 3), "month"), period_before(date(2026, 11, 22), "year")
    ('2025-12', '2025')
    """
    first, _ = span_of(period_of(day, part))
    return period_of(first - timedelta(days=1), part)
