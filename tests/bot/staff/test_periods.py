"""Periods: those offered by a deadline's rhythm, those typed, how they are said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.say import LANGS, Lang
from bot.staff.days import between
from bot.staff.periods import offered, overlaps, period_end, period_start, read_period, say_period
from bot.staff.refusals import Refusal
from bot.staff.words import Words, words_of
from index import Assistant
from tests.bot.staff.reading import CHILDREN, record, said, target

TODAY = date(2024, 11, 22)
YEARS = ("2024", "2023", "2022")


@pytest.fixture(scope="module")
def words(assistant: Assistant) -> Words:
    """The words of `reports.toml`."""
    return words_of(assistant.index)


TYPED: dict[str, str] = {
    "2024": "2024",
    "2024.": "2024",
    "anul 2023": "2023",
    "anul trecut": "2023",
    "anul ăsta": "2024",
    "last year": "2023",
    "luna asta": "2024-11",
    "luna trecută": "2024-10",
    "last month": "2024-10",
    "trimestrul trecut": "2024-Q3",
    "semestrul trecut": "2024-H1",
    "ieri": "2024-11-21",
    "săptămâna trecută": "2024-11-11/2024-11-17",
    "martie 2024": "2024-03",
    "March 2024": "2024-03",
    "nov. 2023": "2023-11",
    "martie": "2024-03",
    "luna martie": "2024-03",
    "mai": "2024-05",
    "decembrie": "2023-12",
    "03.2024": "2024-03",
    "2024-11": "2024-11",
    "trim. III 2024": "2024-Q3",
    "trimestrul al III-lea 2024": "2024-Q3",
    "al treilea trimestru": "2024-Q3",
    "T3 2024": "2024-Q3",
    "2024 T3": "2024-Q3",
    "2024-Q3": "2024-Q3",
    "Q3": "2024-Q3",
    "third quarter of 2023": "2023-Q3",
    "semestrul 1 2024": "2024-H1",
    "sem. I": "2024-H1",
    "S1 2024": "2024-H1",
    "prima jumătate a lui 2024": "2024-H1",
    "15.03.2024": "2024-03-15",
    "15.03.24": "2024-03-15",
    "15 martie 2024": "2024-03-15",
    "15 martie": "2024-03-15",
    "March 15, 2024": "2024-03-15",
    "1 martie - 15 aprilie 2024": "2024-03-01/2024-04-15",
    "din 1 martie până în 15 aprilie": "2024-03-01/2024-04-15",
    "01.03.2024 - 15.04.2024": "2024-03-01/2024-04-15",
    "1-15 martie 2024": "2024-03-01/2024-03-15",
    "ianuarie - iunie 2024": "2024-H1",
    "noiembrie - februarie 2024": "2023-11-01/2024-02-29",
    "2022-2023": "2022-01-01/2023-12-31",
    "1": "2024",
    "3": "2022",
    " 2 ": "2023",
}


@pytest.mark.parametrize(("text", "period"), TYPED.items())
def test_a_period_is_read_as_people_write_it(text: str, period: str, words: Words) -> None:
    assert read_period(text, YEARS, TODAY, words) == period


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "blabla",
            "Nu înțeleg perioada „blabla”. Scrie, de exemplu: 2024, martie 2024 sau trimestrul III 2024",
        ),
        ("", "Nu înțeleg perioada „”. Scrie, de exemplu: 2024, martie 2024 sau trimestrul III 2024"),
        ("9", "Nu înțeleg perioada „9”. Scrie, de exemplu: 2024, martie 2024 sau trimestrul III 2024"),
        (
            "14 copii",
            "Nu înțeleg perioada „14 copii”. Scrie, de exemplu: 2024, martie 2024 sau trimestrul III 2024",
        ),
        (
            "31 februarie 2024",
            "Nu înțeleg perioada „31 februarie 2024”. "
            "Scrie, de exemplu: 2024, martie 2024 sau trimestrul III 2024",
        ),
        (
            "15 aprilie 2024 - 1 martie 2024",
            "Nu înțeleg perioada „15 aprilie 2024 - 1 martie 2024”. "
            "Scrie, de exemplu: 2024, martie 2024 sau trimestrul III 2024",
        ),
        (
            "martie, apoi iunie",
            "În „martie, apoi iunie” sunt mai multe perioade. "
            "Scrie una singură, de exemplu: martie 2024 sau 1 martie – 15 aprilie 2024",
        ),
        ("2025", "2025 nu a început încă. Scrie o perioadă care a început, de exemplu: 2024"),
        ("anul viitor", "2025 nu a început încă. Scrie o perioadă care a început, de exemplu: 2024"),
        (
            "decembrie 2024",
            "decembrie 2024 nu a început încă. Scrie o perioadă care a început, de exemplu: 2024",
        ),
    ],
)
def test_a_period_that_is_not_taken_is_refused_with_an_example(text: str, answer: str, words: Words) -> None:
    refusal = read_period(text, YEARS, TODAY, words)
    assert isinstance(refusal, Refusal)
    assert (said(refusal), bool(said(refusal, "en"))) == (answer, True)


def test_a_month_without_a_year_is_one_of_the_plans_time(words: Words) -> None:
    assert read_period("martie", ("2022", "2021"), TODAY, words) == "2022-03"


@pytest.mark.parametrize(
    ("every", "plan", "today", "first", "count"),
    [
        (None, "2014-2024", TODAY, ("2024", "2023"), 6),
        ("year", "2014-2024", date(2024, 2, 1), ("2023", "2024"), 6),
        ("permanent", "2014-2024", date(2024, 5, 2), ("2024", "2023"), 6),
        ("half-year", "2021-2027", TODAY, ("2024-H2", "2024-H1"), 6),
        ("half-year", "2021-2027", date(2024, 7, 20), ("2024-H1", "2024-H2"), 6),
        ("quarter", "2021-2027", TODAY, ("2024-Q4", "2024-Q3"), 6),
        ("quarter", "2021-2027", date(2024, 10, 5), ("2024-Q3", "2024-Q4"), 6),
        ("month", "2021-2027", TODAY, ("2024-11", "2024-10"), 6),
        ("month", "2021-2027", date(2024, 11, 5), ("2024-10", "2024-11"), 6),
        # the plan has ended: its last periods
        ("quarter", "2017-2022", TODAY, ("2022-Q4", "2022-Q3"), 6),
        (None, "2017-2022", TODAY, ("2022", "2021"), 6),
        # one year only, or just begun
        (None, "2024", TODAY, ("2024", "2024-H2"), 3),
        (None, "2024", date(2024, 2, 1), ("2024", "2024-H1"), 2),
        ("month", "2024", date(2024, 1, 5), ("2024-01",), 1),
        # not begun
        (None, "2025-2030", TODAY, (), 0),
    ],
)
def test_periods_are_offered_by_the_deadlines_rhythm(
    every: str | None, plan: str, today: date, first: tuple[str, ...], count: int, words: Words
) -> None:
    measure = record(deadline_facts={"dates": (), "every": every})
    found = offered(measure, None, plan, today, words)
    assert (found[: len(first)], len(found)) == (first, count)


def test_a_single_printed_date_is_the_likely_year(words: Words) -> None:
    measure = record(deadline_facts={"dates": ("2019-07",), "every": None})
    assert offered(measure, None, "2017-2022", TODAY, words) == (
        "2019",
        "2022",
        "2021",
        "2020",
        "2018",
        "2017",
    )


def test_an_indicator_counted_monthly_is_offered_months(words: Words) -> None:
    fact = target("state", "ședințe lunare ale echipei", None).fact
    assert offered(record(), fact, "2021-2027", TODAY, words)[:2] == ("2024-11", "2024-10")


EVERY = st.sampled_from([None, "year", "half-year", "quarter", "month", "permanent"])
DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


@given(EVERY, st.integers(2012, 2030), st.integers(0, 10), DAYS)
def test_what_is_offered_has_begun_and_lies_in_the_plans_years(
    assistant: Assistant, every: str | None, start: int, length: int, today: date
) -> None:
    measure = record(deadline_facts={"dates": (), "every": every})
    plan = f"{start}-{start + length}" if length else str(start)
    found = offered(measure, CHILDREN.fact, plan, today, words_of(assistant.index))
    assert len(found) <= 6
    assert len(set(found)) == len(found)
    assert bool(found) == (today.year >= start)
    for period in found:
        assert period_start(period) <= today
        assert start <= period_start(period).year <= period_end(period).year <= start + length


PERIODS = st.one_of(
    st.integers(2000, 2024).map(str),
    st.builds(lambda y, n: f"{y}-H{n}", st.integers(2000, 2023), st.integers(1, 2)),
    st.builds(lambda y, n: f"{y}-Q{n}", st.integers(2000, 2023), st.integers(1, 4)),
    st.builds(lambda y, n: f"{y}-{n:02}", st.integers(2000, 2023), st.integers(1, 12)),
    st.dates(date(2000, 1, 1), date(2023, 12, 31)).map(date.isoformat),
    st.builds(
        lambda day, days: between(day, day + timedelta(days=days)),
        st.dates(date(2000, 1, 1), date(2023, 1, 1)),
        st.integers(1, 700),
    ),
)


@given(PERIODS, st.sampled_from(LANGS))
def test_a_period_that_is_said_is_read_again(assistant: Assistant, period: str, lang: Lang) -> None:
    words = words_of(assistant.index)
    assert read_period(said(say_period(period), lang), (), TODAY, words) == period
    assert read_period(period, (), TODAY, words) == period
    assert between(period_start(period), period_end(period)) == period


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_begun_period_or_a_refusal(assistant: Assistant, text: str) -> None:
    read = read_period(text, YEARS, TODAY, words_of(assistant.index))
    assert said(read) if isinstance(read, Refusal) else period_start(read) <= TODAY


@pytest.mark.parametrize(
    ("period", "ro", "en"),
    [
        ("2024", "2024", "2024"),
        ("2024-H1", "semestrul I 2024", "first half of 2024"),
        ("2024-Q3", "trimestrul III 2024", "third quarter of 2024"),
        ("2024-03", "martie 2024", "March 2024"),
        ("2024-03-15", "15 martie 2024", "15 March 2024"),
        ("2024-03-01/2024-04-15", "1 martie – 15 aprilie 2024", "1 March – 15 April 2024"),
        ("2023-12-01/2024-01-15", "1 decembrie 2023 – 15 ianuarie 2024", "1 December 2023 – 15 January 2024"),
    ],
)
def test_a_period_is_said_in_both_languages(period: str, ro: str, en: str) -> None:
    assert (said(say_period(period)), said(say_period(period), "en")) == (ro, en)


@pytest.mark.parametrize(
    ("a", "b", "together"),
    [
        ("2024", "2024-Q3", True),
        ("2024-H1", "2024-07", False),
        ("2024-06-30/2024-07-02", "2024-H1", True),
        ("2023", "2024", False),
    ],
)
def test_periods_overlap_when_they_share_a_day(a: str, b: str, together: bool) -> None:
    assert (overlaps(a, b), overlaps(b, a)) == (together, together)
