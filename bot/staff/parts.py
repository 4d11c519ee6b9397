"""Parts of a number by sex, age or place."""

from __future__ import annotations

from bot.staff.refusals import Refusal
from bot.staff.shapes import Part
from bot.staff.words import Words


def read_parts(text: str, words: Words) -> tuple[Part, ...] | Refusal:
    """The parts that a text gives, or why it gives none: "fete 8, băieți 6"."""
    raise NotImplementedError


def adds_up(parts: tuple[Part, ...], amount: float) -> Refusal | None:
    """Why parts do not fit the whole; None when they do, for each kind of parts given."""
    raise NotImplementedError
