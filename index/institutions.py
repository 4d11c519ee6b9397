"""Which names mean one institution. In: names as printed or typed. Out: whether one answers for a measure.

A name is what the vocabulary knows in it, where it is, and whatever other words tell it apart. Of two names
the one that says less means all that say more: "SPAS" in a plan is every town's, "SPAS Urziceni" one of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from index.language import fold
from index.records import Record
from index.search import Index

_DOTTED = re.compile(r"\b[A-Z](?:\. ?[A-Z]\b)+\.?|\b\w(?:\.\w\b)+\.?")
"""An acronym with points: D.G.A.S.P.C., A. J. P. I. S., d.s.p."""
Where = frozenset[str]
"""A place named: "name/county code", several when the name has several counties."""


@dataclass(frozen=True)
class Name:
    """A name of an institution, taken apart."""

    ids: frozenset[str]
    """What the vocabulary knows in it."""
    words: frozenset[str]
    """Stems of the other words that tell it apart."""
    places: tuple[Where, ...]
    """Where it is; a county beside a place of it is left out."""

    def joins(self, other: Name) -> bool:
        """Whether one thing can have both names, places aside."""
        if not (self.ids or self.words) or not (other.ids or other.words):
            return self == other
        if self.ids or other.ids:
            return bool(self.ids & other.ids) and _alike(self.words, other.words)
        return self.words == other.words


@dataclass(frozen=True)
class Institutions:
    """Names of institutions, read with the vocabulary and places of one index."""

    index: Index

    @cached_property
    def _read(self) -> dict[str, Name]:
        return {}

    def read(self, name: str) -> Name:
        """A name taken apart."""
        if name not in self._read:
            self._read[name] = self._taken_apart(_DOTTED.sub(_undotted, name))
        return self._read[name]

    def same(self, one: str, other: str) -> bool:
        """Whether two names can mean one institution; a name without a place means all of its kind."""
        a, b = self.read(one), self.read(other)
        return a.joins(b) and (not a.places or not b.places or _meet(a.places, b.places))

    def within(self, name: str, wider: str) -> bool:
        """Whether everything that a name means is meant by a wider one too: "SPAS Urziceni" by "SPAS"."""
        a, b = self.read(name), self.read(wider)
        narrower = b.words <= a.words and (not b.places or (bool(a.places) and _meet(a.places, b.places)))
        return narrower and a.joins(b)

    def named_in(self, name: str, record: Record) -> str | None:
        """How a record names an institution among those that answer for it; None when it does not.

        A printed name without a place means the institutions of the plan's town or county.
        """
        a = self.read(name)
        home = self._home(record)
        for printed in record.responsible:
            b = self.read(printed)
            if a.joins(b) and (not a.places or _meet(a.places, b.places) if b.places else self._at(a, home)):
                return printed
        return None

    def of_plan(self, slug: str) -> tuple[str, ...]:
        """The institutions that answer for a plan's measures, each under its commonest spelling, by name."""
        if slug not in self.index.plans:
            return ()
        named = Counter(n for r in self.index.of_plan(slug) if r.kind == "measure" for n in r.responsible)
        own = self._own(*self._home(self.index.plans[slug]))
        out: dict[Name, str] = {}
        for name, _ in named.most_common():
            a = self.read(name)
            out.setdefault(Name(a.ids, a.words, tuple(w for w in a.places if not w & own)), name)
        return tuple(sorted(out.values(), key=fold))

    def spelled(self, typed: str, printed: str) -> str:
        """How a typed name is kept that means a printed one: in its own letters, unless all are small."""
        typed = " ".join(typed.split())
        a, b = self.read(typed), self.read(printed)
        if not typed.islower():
            return typed
        if not a.words <= b.words:
            return typed.title()
        place = min(a.places[0]).partition("/")[0] if a.places else ""
        return printed if fold(place) in fold(printed) else f"{printed} {place}"

    def looked_for(self, text: str, names: Iterable[str]) -> tuple[str, ...]:
        """Those of some names that a typed text means; else those whose words it begins."""
        names = tuple(names)
        meant = tuple(name for name in names if self.same(text, name))
        typed = fold(text).split()
        return meant or tuple(n for n in names if typed and _begins(typed, fold(n).split()))

    def _taken_apart(self, name: str) -> Name:
        words = fold(name).split()
        found = list(self.index.vocabulary.institutions.phrases.find(words))
        asked = self.index.reader.parse(name)
        at = [fold(asked.text[s.start : s.end]).split() for s in asked.known_places]
        inside = {n for f in found for n in range(f.start, f.end)} | set(_spots(words, at))
        said = self.index.places.words
        plain = {w for kind, _ in said.kinds for w in fold(kind).split()}
        plain |= {fold(w) for w in (*said.county, *said.before)} | self.index.vocabulary.language.inner
        stem = self.index.vocabulary.language.stem
        others = frozenset(stem(w) for n, w in enumerate(words) if n not in inside and w not in plain)
        places = tuple(frozenset(s.value.split("|")) for s in asked.known_places)
        return Name(frozenset(f.id for f in found), others, self._narrowest(places))

    def _narrowest(self, places: tuple[Where, ...]) -> tuple[Where, ...]:
        """Without the counties that only say where another place is, which then settle its county."""
        counties = {f"{c.name}/{c.county}" for c in self.index.places.counties.values()}
        only = [p for p in places if not p <= counties]
        codes = {value.rpartition("/")[2] for p in places if p <= counties for value in p}
        if not only or not codes:
            return places
        settled = (frozenset(v for v in p if v.rpartition("/")[2] in codes) or p for p in only)
        return tuple(settled)

    def _home(self, record: Record) -> tuple[str, str | None]:
        """Code of a plan's county, and its town when it is a town's plan."""
        plan = self.index.plans[record.plan]
        county = self.index.places.county_named(plan.county or "")
        return (county.county if county else ""), plan.locality

    def _own(self, code: str, town: str | None) -> Where:
        """A plan's town and county, as places."""
        county = self.index.places.counties.get(code)
        return frozenset(f"{name}/{code}" for name in (town, county.name if county else None) if name)

    def _at(self, name: Name, home: tuple[str, str | None]) -> bool:
        """Whether an institution is one of a plan's own county, or town."""
        code, town = home
        own = self._own(code, town)
        for where in name.places:
            of_county = any(value.rpartition("/")[2] == code for value in where)
            if not (where & own if town else of_county):
                return False
        return True


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether of two sets of words one says no more than the other."""
    return one <= other or other <= one


def _meet(one: tuple[Where, ...], other: tuple[Where, ...]) -> bool:
    return any(a & b for a in one for b in other)


def _begins(typed: list[str], words: list[str]) -> bool:
    """Whether every typed word begins a word of a name."""
    return all(any(word.startswith(one) for word in words) for one in typed)


def _spots(words: list[str], parts: Iterable[list[str]]) -> Iterable[int]:
    """Numbers of the words that some parts consist of."""
    for part in parts:
        for n in range(len(words) - len(part) + 1):
            if words[n : n + len(part)] == part:
                yield from range(n, n + len(part))


def _undotted(found: re.Match[str]) -> str:
    return re.sub(r"[. ]", "", found[0]) + " "
