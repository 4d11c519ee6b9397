"""Where a record is (rule 8 of the records' rules): a service where it runs, a project in the most specific
place its title names, else the place of the local authority that runs it. No place means the whole county or
town of the plan."""

from __future__ import annotations

import re

from index.language import fold
from index.places import Place, Places
from index.records import Record

_SPECIFIC = {"quarter": 0, "village": 1, "commune": 2, "town": 3, "municipality": 4}
"""The lower, the more specific a place is."""
_COUNTY_WORDS = ("judetul", "judetului", "jud")
_AUTHORITY = re.compile(r"^(?:UAT|DAS|Primăria|Consiliul Local(?: al)?)\s+", re.IGNORECASE)
_COUNTY_COUNCIL = re.compile(r"^consiliul județean", re.IGNORECASE)


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
    """The most specific place of a county that a text names with a capital letter."""
    printed = text.split()
    owners = [(part, n) for n, word in enumerate(printed) for part in fold(word).split()]
    best: tuple[int, str] | None = None
    for found in places.find([part for part, _ in owners]):
        first = owners[found.start][1]
        before = fold(printed[first - 1]) if first else ""
        named = printed[first].lstrip('(„”"')[:1].isupper()
        if not named or before.endswith(_COUNTY_WORDS):
            continue
        for place in _of_county(found.places, county):
            rank = _SPECIFIC.get(place.kind, len(_SPECIFIC))
            if best is None or rank < best[0]:
                best = (rank, place.name)
    return best[1] if best else None


def authority_place(institution: str, county: str, places: Places) -> str | None:
    """The place of a local authority: "UAT STRUNGA", "DAS IAȘI", or the bare name in capitals."""
    bare = _AUTHORITY.sub("", institution)
    if (bare == institution and not institution.isupper()) or _COUNTY_COUNCIL.match(institution):
        return None
    words = fold(bare).split()
    for found in places.find(words):
        named = [p for p in _of_county(found.places, county) if p.kind != "quarter"]
        if named and found.end - found.start == len(words):
            return named[0].name
    return None


def _of_county(found: tuple[Place, ...], county: str) -> list[Place]:
    """Places of a county that a plan names; the gazetteer's others are too many to guess from."""
    return [p for p in found if p.county == county and p.kind != "county" and p.from_plan]
