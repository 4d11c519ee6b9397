"""Counties and localities, from `data/places`. In: names in text. Out: places, with their county.

Knows no plan; what a village belongs to stands in `plan_places.toml`, only where a plan says so.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from index.errors import DataFault
from index.language import fold
from index.vocabulary import line_of, read_entries, read_text, read_toml

_LONGEST_NAME_WORDS = 5
_WORDS = "words.toml"


@dataclass(frozen=True)
class PlaceWords:
    """Words that stand beside names of places in plans (`words.toml`), as they stand there."""

    kinds: tuple[tuple[str, str], ...] = ()
    """A word before a name, and what kind of place it says: ("comuna", "commune")."""
    county: tuple[str, ...] = ()
    """Words after which a name is the county's."""
    before: tuple[str, ...] = ()
    """Small words before a place."""
    local: tuple[str, ...] = ()
    """What local authorities are called, the place left out."""
    county_council: tuple[str, ...] = ()
    """The same of a county's authority."""
    everyday: frozenset[str] = frozenset()
    """Folded names of places that are also words of every day: roman, voluntari."""
    not_after: frozenset[str] = frozenset()
    """Folded words after which such a name, in small letters, is no place: "un roman"."""


@dataclass(frozen=True)
class Place:
    """A county, town, commune, village or quarter."""

    name: str
    county: str
    """Car code of the county, e.g. IS."""
    kind: str = "locality"
    """county, municipality, town, commune, village, quarter, or locality when only GeoNames knows it."""
    commune: str | None = None
    """Name of the commune of a village, where a plan says so."""
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    from_plan: bool = False
    """A plan names it."""


@dataclass(frozen=True)
class PlaceFound:
    """Words `start` to `end` (end not included) of a text name one of `places`."""

    start: int
    end: int
    places: tuple[Place, ...]


@dataclass
class Places:
    """All places by folded name."""

    by_name: dict[tuple[str, ...], list[Place]] = field(default_factory=dict)
    counties: dict[str, Place] = field(default_factory=dict)
    """Counties by code."""
    printed: set[str] = field(default_factory=set)
    """Every word of every place's name, with its capital."""
    words: PlaceWords = PlaceWords()
    """Words that stand beside names."""

    def add(self, place: Place, *spellings: str) -> None:
        """Make a place known under its name and other spellings."""
        for spelling in (place.name, *spellings):
            key = tuple(fold(spelling).split())
            for form in (key, *(_inflected(key) if len(key) == 1 else ())):
                if form and place not in self.by_name.setdefault(form, []):
                    self.by_name[form].append(place)

    def promote(self, name: str, county: str) -> None:
        """Let a place count as one that the plans name; add it when it is not known at all."""
        known = self.by_name.get(tuple(fold(name).split()), [])
        fitting = [p for p in known if p.county == county and p.kind != "county"]
        if any(p.from_plan for p in fitting):
            return
        place = replace(fitting[0], from_plan=True) if fitting else Place(name, county, from_plan=True)
        for places in self.by_name.values():
            if fitting and fitting[0] in places:
                places.remove(fitting[0])
        self.add(place)

    def is_everyday(self, name: Sequence[str], before: str) -> bool:
        """Whether a name in small letters is only a word here: "un roman".

        before: the folded word before it, "" when it opens the text.
        """
        said = self.words
        small = len(name) == 1 and name[0].islower() and fold(name[0]) in said.everyday
        return small and before in said.not_after

    def county_named(self, name: str) -> Place | None:
        """The county with a name or code."""
        wanted = fold(name)
        for county in self.counties.values():
            if wanted in (fold(county.name), county.county.lower()):
                return county
        return None

    def find(self, words: Sequence[str]) -> Iterator[PlaceFound]:
        """Names of places in folded words, longest first, none overlapping."""
        at = 0
        while at < len(words):
            for length in range(min(_LONGEST_NAME_WORDS, len(words) - at), 0, -1):
                places = self.by_name.get(tuple(words[at : at + length]))
                if places:
                    yield PlaceFound(at, at + length, tuple(places))
                    at += length
                    break
            else:
                at += 1


def _inflected(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Forms a one-word name takes with an article: Urziceniului, Timișoarei, Bacăului, Iașul."""
    name = key[0]
    if name.endswith("a"):
        yield (name[:-1] + "ei",)
    elif name.endswith("u"):
        yield from ((name + "l",), (name + "lui",))
    elif name.endswith("i"):
        yield from (
            (name[:-1] + "ul",),
            (name[:-1] + "ului",),
            (name + "ul",),
            (name + "ului",),
            (name + "lor",),
        )
    else:
        yield from ((name + "ul",), (name + "ului",))


def load_places(folder: Path) -> Places:
    """The places of a data folder. Raises DataFault."""
    out = Places()
    counties = folder / "counties.toml"
    for raw in read_entries(counties, "county"):
        county = Place(_get(raw, "name", counties), _get(raw, "code", counties), "county")
        out.counties[county.county] = county
        out.add(county, *raw.get("words", ()))
        out.printed.update(county.name.split())
    out.words = _load_words(folder / _WORDS)
    localities = list(_read_localities(folder / "localities.tsv"))
    _load_plan_places(folder / "plan_places.toml", out, localities)
    for place in localities:
        out.printed.update(place.name.split())
        known = out.by_name.get(tuple(fold(place.name).split()), ())
        if not any(k.county == place.county for k in known if k.kind != "county"):
            out.add(place)
    return out


def _load_words(path: Path) -> PlaceWords:
    raw = read_toml(path)
    try:
        return PlaceWords(
            kinds=tuple((word, kind) for kind, words in raw["kinds"].items() for word in words),
            county=tuple(raw["county"]["words"]),
            before=tuple(raw["before"]["words"]),
            local=tuple(raw["authority"]["local"]),
            county_council=tuple(raw["authority"]["county"]),
            everyday=frozenset(map(fold, raw["everyday"]["words"])),
            not_after=frozenset(map(fold, raw["everyday"]["not_after"])),
        )
    except KeyError as missing:
        raise DataFault(path, 0, f"the key {missing} is missing") from None


def _get(raw: dict[str, Any], key: str, path: Path) -> str:
    if key not in raw:
        name = raw.get("name", "?")
        raise DataFault(path, line_of(path, f'name = "{name}"'), f"{name}: the key {key!r} is missing")
    return str(raw[key])


def _load_plan_places(path: Path, out: Places, localities: Sequence[Place]) -> None:
    """Places that the plans name; where they are stands with the largest locality of that name and county."""
    located = {(fold(p.name), p.county): p for p in sorted(localities, key=lambda p: p.population)}
    for raw in read_entries(path, "place"):
        name, county, kind = (_get(raw, key, path) for key in ("name", "county", "kind"))
        at = located.get((fold(name), county), _NOWHERE)
        place = Place(
            name, county, kind, raw.get("commune"), at.latitude, at.longitude, at.population, from_plan=True
        )
        out.add(place, *raw.get("spellings", ()))
        for name in (place.name, *raw.get("spellings", ())):
            out.printed.update(name.split())


_NOWHERE = Place("", "")


def _read_localities(path: Path) -> Iterator[Place]:
    lines = read_text(path).splitlines()
    for number, row in enumerate(csv.reader(lines[1:], delimiter="\t"), 2):
        try:
            name, county, latitude, longitude, population = row
            place = Place(name, county, "locality", None, float(latitude), float(longitude), int(population))
        except ValueError:
            raise DataFault(
                path, number, "five columns: name, county, latitude, longitude, population"
            ) from None
        yield place
