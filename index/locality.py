"""Where a record is (rule 8 of the records' rules).

A service is where it runs; a project in the most specific place its title names, else in the place of the
local authority that runs it. No place means the whole county or town of the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from index.language import fold
from index.places import Place, Places, PlaceWords
from index.records import Record

_SPECIFIC = {"quarter": 0, "village": 1, "locality": 2, "commune": 3, "town": 4, "municipality": 5}
"""The lower, the more specific a place is."""
_NAME = r"[A-ZĂÂÎȘȚ][\w.-]+(?:[ -][A-ZĂÂÎȘȚ][\w.-]+)*"


class _Patterns(NamedTuple):
    """The words beside names of places, ready to be looked for."""

    kinds: dict[str, str]
    """Folded word → kind of place."""
    county: frozenset[str]
    before: frozenset[str]
    """Folded words before a place, those of its kind too."""
    named: re.Pattern[str]
    """A word of a kind with the name after it."""
    authority: re.Pattern[str]
    """A local authority's title, up to its place."""
    county_council: re.Pattern[str]


@lru_cache
def _patterns(words: PlaceWords) -> _Patterns:
    kinds = {fold(word): kind for word, kind in words.kinds}
    said = _any_of([*(word for word, _ in words.kinds), *kinds])
    return _Patterns(
        kinds,
        frozenset(map(fold, words.county)),
        frozenset([*map(fold, words.before), *kinds]),
        re.compile(rf"\b(?P<kind>{said})\b\.?\s*(?P<name>{_NAME})"),
        re.compile(rf"^(?:{_any_of(words.local)})\s+", re.IGNORECASE),
        re.compile(rf"^(?:{_any_of(words.county_council)})\b", re.IGNORECASE),
    )


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of some phrases, the longest first; for no text when there is none."""
    return "|".join(map(re.escape, sorted(set(phrases), key=lambda p: (-len(p), p)))) or r"(?!)"


def locality_of(record: Record, town: str | None, places: Places) -> str | None:
    """Name of the record's place, None when it belongs to its whole county or town.

    town: the plan's own town, for a town's plan.
    """
    county = places.county_named(record.county or "")
    code = county.county if county else ""
    if record.kind in ("service", "plan"):
        return record.locality or town
    if record.kind == "project":
        return place_in(record.title, code, places) or authority_place(record.institution or "", code, places)
    if record.kind == "measure":
        return place_in(record.title, code, places)
    return None


def place_in(text: str, county: str, places: Places) -> str | None:
    """The most specific place that a text names with a capital letter.

    Places that the plans' hand file knows need no more; others must stand where a place stands: after a
    preposition, an acronym or a word such as "comuna", in brackets, or at the end.
    """
    said = _patterns(places.words)
    printed = text.split()
    owners = [(part, n) for n, word in enumerate(printed) for part in fold(word).split()]
    ranked: list[tuple[int, str]] = []
    for found in places.find([part for part, _ in owners]):
        first, last = owners[found.start][1], owners[found.end - 1][1]
        before = fold(printed[first - 1]).rsplit(" ", 1)[-1] if first else ""
        before = owners[found.start - 1][0] if found.start and owners[found.start - 1][1] == first else before
        bare = printed[first].strip('(„”".,').rpartition(".")[2]
        acronym = bool(first and re.fullmatch(r"[A-ZĂÂÎȘȚ]{3,}", printed[first - 1]))
        if not bare[:1].isupper() or before in said.county:
            continue
        stands = before in said.before or printed[first].startswith("(") or last == len(printed) - 1
        for place in found.places:
            if acronym and place.name == places.counties[county].name:
                continue  # DGASPC Iași is the county's own
            if place.county == county and place.kind != "county" and (place.from_plan or stands or acronym):
                kind = said.kinds.get(before, place.kind)
                ranked.append((_SPECIFIC.get(kind, len(_SPECIFIC)), place.name))
    known = {fold(name) for _, name in ranked}
    for match in said.named.finditer(text):
        if not any(fold(match["name"]).startswith(name) for name in known):
            ranked.append((_SPECIFIC[said.kinds[fold(match["kind"])]], match["name"].rstrip(".")))
    return min(ranked, key=lambda r: r[0])[1] if ranked else None


def authority_place(institution: str, county: str, places: Places) -> str | None:
    """The place of a local authority: "UAT STRUNGA", "DAS IAȘI", or the bare name in capitals."""
    said = _patterns(places.words)
    bare = said.authority.sub("", institution)
    by_title = bare != institution
    if not (by_title or institution.isupper()) or said.county_council.match(institution):
        return None
    words = fold(bare).split()
    for found in places.find(words):
        named = [p for p in _of_county(found.places, county) if p.kind != "quarter"]
        if named and found.end - found.start == len(words):
            return named[0].name
    return bare.title() if by_title and bare.isupper() else None


def _of_county(found: tuple[Place, ...], county: str) -> list[Place]:
    """Places of a county, those that the plans' hand file names first."""
    fitting = [p for p in found if p.county == county and p.kind != "county"]
    return sorted(fitting, key=lambda p: not p.from_plan)
