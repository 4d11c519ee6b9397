"""What a deadline says: its dates, as exact as the wording, and how often it comes round."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.facts import Facts
from index.records import DeadlineFacts, Rhythm
from index.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def facts(vocabulary: Vocabulary) -> Facts:
    """Facts read with the words of `facts.toml`."""
    return Facts(vocabulary.tables["facts"])


DEADLINES: list[tuple[str | None, tuple[str, ...], Rhythm | None]] = [
    ("2014 - 2024 (permanent)", ("2014", "2024"), "permanent"),
    ("2014-2024", ("2014", "2024"), None),
    ("2014 – 2024 (minim 3 acțiuni/an)", ("2014", "2024"), "year"),
    ("2014 - 2024 (anual)", ("2014", "2024"), "year"),
    ("Anual (2017, 2018)", ("2017", "2018"), "year"),
    ("Iulie 2017", ("2017-07",), None),
    ("Decembrie 2017 Actualizata anual", ("2017-12",), "year"),
    ("15 Iulie 2017", ("2017-07-15",), None),
    ("Iulie 2017 Decembrie 2018", ("2017-07", "2018-12"), None),
    ("Trimestrial", (), "quarter"),
    ("semestrial cu precădere iarna", (), "half-year"),
    ("LUNAR", (), "month"),
    ("Permanentă", (), "permanent"),
    ("27.04.2023", ("2023-04-27",), None),
    ("1.06.2023 – 31.08.2023", ("2023-06-01", "2023-08-31"), None),
    ("2017 și 2017", ("2017",), None),
    ("3 luni", (), None),
    ("", (), None),
    (None, (), None),
]


@pytest.mark.parametrize(("text", "dates", "every"), DEADLINES)
def test_a_deadline_has_dates_and_a_rhythm(
    facts: Facts, text: str | None, dates: tuple[str, ...], every: Rhythm | None
) -> None:
    assert facts.deadline(text) == DeadlineFacts(dates=dates, every=every)


def is_iso(text: str) -> bool:
    """Whether a text is an ISO year, month or day that exists."""
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "iso"), [("2017", True), ("2017-07", True), ("2017-13", False), ("17", False)]
)
def test_iso_dates_are_told_from_others(text: str, iso: bool) -> None:
    assert is_iso(text) == iso


WORDS = [
    *(
        "Iulie",
        "decembrie",
        "mai",
        "2017",
        "2030",
        "31",
        "0",
        "anual",
        "–",
        ",",
        "(",
        ")",
        "12",
        "/an",
        "Trim. IV",
    ),
    *("31.02.2023", "1.6.2023", "2017,2018", "99.99.2023"),
]


@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_whatever_is_printed_the_dates_are_iso(facts: Facts, text: str) -> None:
    assert [iso for iso in facts.deadline(text).dates if not is_iso(iso)] == []


MONTHS = ["Ianuarie", "februarie", "Martie", "aprilie", "MAI", "iunie", "iulie", "august", "septembrie"]


@given(st.lists(st.tuples(st.sampled_from(["", *MONTHS]), st.integers(1900, 2099)), max_size=5))
def test_dates_of_months_and_years_are_iso(facts: Facts, said: list[tuple[str, int]]) -> None:
    text = ", ".join(f"{month} {year}" for month, year in said)
    assert [iso for iso in facts.dates(text) if not is_iso(iso)] == []


@given(st.lists(st.dates(date(1900, 1, 1), date(2099, 12, 31)), max_size=5, unique=True))
def test_days_are_iso_in_printed_order(facts: Facts, days: list[date]) -> None:
    text = " și ".join(f"{day.day}.{day.month:02}.{day.year}" for day in days)
    assert facts.dates(text) == [day.isoformat() for day in days]


@pytest.mark.parametrize("text", ["99.99.2023", "31.02.2023", "31 Februarie 2017"])
def test_a_day_that_does_not_exist_is_no_iso_date(facts: Facts, text: str) -> None:
    assert [iso for iso in facts.dates(text) if not is_iso(iso)] == []


def test_days_and_months_keep_their_printed_order(facts: Facts) -> None:
    assert facts.dates("Iulie 2017, apoi 27.04.2023") == ["2017-07", "2023-04-27"]


def test_years_with_no_blank_between_them_are_two(facts: Facts) -> None:
    assert facts.dates("Anual (2017,2018)") == ["2017", "2018"]
