"""A value as a reporter types it: read, said again, and held against what was reported before."""

from __future__ import annotations

from dataclasses import dataclass

from bot.staff.engine import Line
from bot.staff.shapes import Report, Target, Value
from bot.staff.words import Words


@dataclass(frozen=True)
class Refusal:
    """Why what was typed is not taken."""

    line: Line
    """Names what was typed, the reason, and an example."""


def read_value(text: str, target: Target, words: Words) -> Value | Refusal:
    """The value that a text gives for an indicator, or why it gives none."""
    raise NotImplementedError


def say_value(value: Value, target: Target | None) -> Line:
    """A value as it is said: 14 copii; 30 % (12 din 40); realizat; nimic de raportat."""
    raise NotImplementedError


def unlike_the_past(
    value: Value, target: Target, period: str, history: tuple[Report, ...], words: Words
) -> tuple[str, ...]:
    """Keys of what makes a value unlike those before it: `jump`, `below-last`; nothing when all is well."""
    raise NotImplementedError
