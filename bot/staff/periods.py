"""The period of a report: those offered, one that is typed, how it is said."""

from __future__ import annotations

from datetime import date

from bot.staff.engine import Line
from bot.staff.values import Refusal
from bot.staff.words import Words
from index import IndicatorFact, Record


def offered(
    record: Record, fact: IndicatorFact | None, plan_period: str | None, today: date
) -> tuple[str, ...]:
    """Two to six periods a report may be about, the likely one first.

    plan_period: the plan's years as its record has them, "2014-2024"; None when it prints none.
    """
    raise NotImplementedError


def read_period(text: str, offered: tuple[str, ...], today: date, words: Words) -> str | Refusal:
    """The period that a text names, or why it is not taken."""
    raise NotImplementedError


def period_start(period: str) -> date:
    """First day of a period."""
    raise NotImplementedError


def period_end(period: str) -> date:
    """Last day of a period."""
    raise NotImplementedError


def overlaps(a: str, b: str) -> bool:
    """Whether two periods have a day in common."""
    raise NotImplementedError


def say_period(period: str) -> Line:
    """A period as it is said: semestrul I 2024."""
    raise NotImplementedError
