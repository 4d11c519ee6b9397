"""Periods: the days they cover, and the one a day lies in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.periods import Part, overlap, period_before, period_of, span_of

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
PARTS: list[Part] = list(get_args(Part))


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
        ("2024-H2", "2024-07-01", "2024-12-31"),
        ("2024-Q1", "2024-01-01", "2024-03-31"),
        ("2024-Q4", "2024-10-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024-11-22", "2024-11-22", "2024-11-22"),
        ("2024-03-01/2024-04-15", "2024-03-01", "2024-04-15"),
    ],
)
def test_a_period_begins_and_ends(period: str, first: str, last: str) -> None:
    assert span_of(period) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "period", ["", "24", "2024-H3", "2024-Q0", "2024-13", "2024-02-30", "2024/2025", "x"]
)
def test_what_is_no_period_is_refused(period: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        span_of(period)


@given(DAYS, st.sampled_from(PARTS))
def test_a_day_lies_in_its_period_and_the_one_before_ends_right_before_it(day: date, part: Part) -> None:
    first, last = span_of(period_of(day, part))
    assert first <= day <= last
    assert span_of(period_before(day, part))[1] == first - timedelta(days=1)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("2024", "2024-Q2", True),
        ("2024-H1", "2024-07", False),
        ("2024-06-15/2024-07-15", "2024-H2", True),
        ("2023", "2024", False),
    ],
)
def test_two_periods_have_days_in_common_or_not(one: str, other: str, together: bool) -> None:
    assert (overlap(one, other), overlap(other, one)) == (together, together)
