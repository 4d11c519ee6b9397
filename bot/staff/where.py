"""The locality that a report is about: found beside a value, or typed by itself."""

from __future__ import annotations

from bot.staff.engine import World
from index import Record, fold

_LEAST_NAME_CHARS = 4
"""Shorter names are more often other words."""


def place_in(text: str, records: tuple[Record, ...], world: World) -> tuple[str | None, str]:
    """The locality named beside a value, as printed, and the text without it.

    Only localities of the county of one of the measures count, and not the county or town whose plan it is.
    """
    index = world.guide.index
    counties = {c.county for r in records if (c := index.places.county_named(r.county or ""))}
    wide = {fold(r.county or "") for r in records} | {
        fold(index.plans[r.plan].locality or "") for r in records
    }
    tokens = text.split()
    words = [(word, at) for at, token in enumerate(tokens) for word in fold(token).split()]
    for found in index.places.find([word for word, _ in words]):
        name = " ".join(word for word, _ in words[found.start : found.end])
        near = [
            p
            for p in found.places
            if p.county in counties and p.kind != "county" and fold(p.name) not in wide
        ]
        everyday = index.places.is_everyday([tokens[words[found.start][1]]], _before(words, found.start))
        if near and len(name) >= _LEAST_NAME_CHARS and not everyday:
            taken = {at for _, at in words[found.start : found.end]}
            return near[0].name, " ".join(t for at, t in enumerate(tokens) if at not in taken)
    return None, text


def _before(words: list[tuple[str, int]], start: int) -> str:
    return words[start - 1][0] if start else ""


def printed_place(said: str, world: World) -> str:
    """A locality as it is printed; as typed when no list has it."""
    known = world.guide.index.places.by_name.get(tuple(fold(said).split()), ())
    return known[0].name if known else said
