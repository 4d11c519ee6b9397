"""What a question binds: plans, places, kinds of service, groups, institutions, dates.

Rule 2 of the answers' rules: a place, code, plan, component, institution, group or kind of service in the
question binds; records of nothing else come back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from index.language import fold
from index.numbers import Field, Levels, Numbers
from index.places import Place
from index.question import Question, Slot
from index.records import Record
from index.reports import NO_REPORTS, Reports
from index.search import Index

_WIDER = 0.5
"""A record for a wider group, or for nobody in particular, fits half: when nothing fits better."""
_NEAR_CHARS = 25
"""A group this near behind a kind of service says for whom the service is asked."""


@dataclass(frozen=True)
class NamedPlace:
    """A place of a question with the plans that hold for it."""

    slot: Slot
    name: str
    county: str
    is_county: bool
    """The county itself was meant, or may have been (Iași)."""
    is_locality: bool
    plans: frozenset[str]
    """Slugs of the plans of its county, or of the town itself; empty when none is loaded."""


@dataclass(frozen=True)
class Scope:
    """One question over one index, with a person's preferences."""

    question: Question
    index: Index
    county: str | None = None
    """County the person prefers; settles what several fit, never hides what was named."""
    plan: str | None = None
    """Plan the person works with; binds."""
    within: Numbers | None = None
    """The records under the headings named, when any is."""
    reports: Reports = NO_REPORTS
    """What was reported, as far as whoever asks may see it."""
    today: date = date.max
    """By which "luna asta" and what is due are told; never read from the clock."""

    @cached_property
    def places(self) -> list[NamedPlace]:
        """The places named, each settled to one county where the plans or the person's county settle it."""
        return [self._settle(slot) for slot in self.question.places]

    def _settle(self, slot: Slot) -> NamedPlace:
        options = [tuple(option.rsplit("/", 1)) for option in slot.value.split("|")]
        name, county = options[0]
        if len(options) > 1:
            name, county = min(
                options, key=lambda o: (not self._prefers(o[1]), not self._plans_for(o[0], o[1]))
            )
        of_county = county in self.index.places.counties and fold(self._county_name(county)) == fold(name)
        return NamedPlace(
            slot,
            name,
            county,
            is_county=of_county,
            is_locality=self._is_locality(name, county) and not (of_county and self._says_county(slot)),
            plans=self._plans_for(name, county),
        )

    def _says_county(self, slot: Slot) -> bool:
        """Whether "județul" stands before a name, or "county" after it."""
        words = self.index.vocabulary.tables["questions"]["county"]
        before = fold(self.question.text[: slot.start]).split()[-1:]
        after = fold(self.question.text[slot.end :]).split()[:1]
        return bool(set(before) & set(words["before"]) or set(after) & set(words["after"]))

    def _prefers(self, county: str) -> bool:
        return self.county is not None and fold(self.county) in (
            fold(self._county_name(county)),
            county.lower(),
        )

    def _county_name(self, code: str) -> str:
        known = self.index.places.counties.get(code)
        return known.name if known else code

    def _is_locality(self, name: str, county: str) -> bool:
        if county not in self.index.places.counties:
            return True  # a name that no list has: no county is called so
        found: Iterable[Place] = self.index.places.by_name.get(tuple(fold(name).split()), ())
        return any(p.county == county and p.kind != "county" for p in found)

    def _plans_for(self, name: str, county: str) -> frozenset[str]:
        county_name = fold(self._county_name(county))
        out = set()
        for slug in self.index.plans_of.get(county_name, ()):
            town = fold(self.index.plans[slug].locality or "")
            if town in ("", fold(name), *self._towns_of(name, county)) or county_name == fold(name):
                out.add(slug)
        return frozenset(out)

    def _towns_of(self, name: str, county: str) -> list[str]:
        """Folded names of the towns that a quarter of this name belongs to."""
        known: Iterable[Place] = self.index.places.by_name.get(tuple(fold(name).split()), ())
        return [fold(p.commune) for p in known if p.county == county and p.kind == "quarter" and p.commune]

    @cached_property
    def without_plan(self) -> list[NamedPlace]:
        """Places for which no plan is loaded."""
        return [p for p in self.places if not p.plans]

    @cached_property
    def plans(self) -> frozenset[str]:
        """Plans the question is bound to; empty when it is bound to none."""
        named = frozenset(slug for p in self.places for slug in p.plans)
        if self.plan:
            return frozenset({self.plan})
        return named

    @cached_property
    def numbers(self) -> Numbers:
        """Records of the plans the question is bound to."""
        index = self.index
        numbers = index.lookups.having("plan", *self.plans) if self.plans else index.everything
        return numbers if self.within is None else numbers & self.within

    def having(self, field: Field, *values: str) -> Numbers:
        """Of those, the records with any of some values in a field."""
        return self.numbers & self.index.lookups.having(field, *values)

    def pick(self, numbers: Numbers) -> list[Record]:
        """The records of a set, in the order of the catalogue."""
        return self.index.pick(numbers)

    @cached_property
    def localities(self) -> list[NamedPlace]:
        """Places named, narrower than their plan; a county's own name only when nothing narrower is."""
        out = []
        for place in self.places:
            towns = {fold(self.index.plans[s].locality or "") for s in place.plans}
            if place.is_locality and fold(place.name) not in towns - {""}:
                out.append(place)
        narrow = [p for p in out if not p.is_county]
        return narrow or out

    @cached_property
    def has_locality(self) -> bool:
        """Whether a place other than a county's own name is named."""
        return any(not p.is_county for p in self.localities)

    def _at(self, place: NamedPlace) -> Numbers:
        """Records in a place: there itself, or in a village the plans put there."""
        lookups = self.index.lookups
        name = fold(place.name)
        here = lookups.having("locality", name) | lookups.having("commune", f"{place.county}/{name}")
        return here & lookups.having("plan", *place.plans) | self._naming_quarter(place)

    def _naming_quarter(self, place: NamedPlace) -> Numbers:
        """Records whose own words name a quarter of their town; none when the place is no quarter."""
        name = fold(place.name).split()
        known: Iterable[Place] = self.index.places.by_name.get(tuple(name), ())
        if not any(p.kind == "quarter" and p.county == place.county for p in known):
            return 0
        near = self.index.titled(self.index.vocabulary.language.stem(name[-1]))
        named = self.pick(near & self.index.lookups.having("plan", *place.plans))
        return self.index.numbers(
            r for r in named if name[-1] in fold(f"{r.title} {r.activity or ''}").split()
        )

    def at_places(self, numbers: Numbers) -> Numbers:
        """Records in any place named; a county's own name stands for the county when its town has none."""
        if not self.localities:
            return numbers
        here = 0
        for place in self.localities:
            here |= numbers & self._at(place)
        return here if here or self.has_locality else numbers

    def service_levels(self, numbers: Numbers) -> Levels:
        """Records by how surely they are of one of the kinds of service named; all alike when none is."""
        marks = {f"services:{s.value}" for s in self.question.services}
        return self.index.levels(marks, numbers) if marks else ((1.0, numbers),)

    def with_near_services(self) -> Scope:
        """The same question for the kinds that serve as well as those named."""
        entries = self.index.vocabulary.services.entries
        near = [
            s.model_copy(update={"value": n}) for s in self.question.services for n in entries[s.value].near
        ]
        return replace(self, question=self.question.model_copy(update={"services": tuple(near)}))

    @cached_property
    def groups(self) -> dict[str, float]:
        """Groups named and how much each tells, the rarer the more; those wider than another are left out."""
        topic = self.index.vocabulary.groups
        named = {s.value for s in self.question.groups}
        # elderly people and mental illness, said apart, are elderly people with a mental illness
        named |= {e.id for e in topic.entries.values() if len(e.broader) > 1 and set(e.broader) <= named}
        wider = {w for g in named for w in topic.wider(g)[1:]}
        return {g: self.index.weight(f"groups:{g}") for g in named - wider}

    @cached_property
    def groups_bind(self) -> bool:
        """Whether the groups say for whom a service is asked; apart from it they only tell the story."""
        services = self.question.services
        if not services or any(self._is_said_for(g) for g in self.question.groups):
            return True
        return any(_is_near(s, g, self.question.text) for s in services for g in self.question.groups)

    def _is_said_for(self, group: Slot) -> bool:
        """Whether "pentru" stands before a group."""
        before = fold(self.question.text[: group.start]).split()[-1:]
        return bool(set(before) & set(self.index.vocabulary.tables["questions"]["complement"]["words"]))

    def group_levels(self, numbers: Numbers, wider: bool = False) -> Levels:
        """Records by how surely they are for the groups named; all alike when none is.

        wider: what is for a wider group, or for nobody in particular, counts half.
        """
        told = {0.0: numbers}
        for group, weight in self.groups.items():
            longer: dict[float, Numbers] = {}
            for share, held in self._levels_of(group, numbers, wider):
                for sum_before, before in told.items():
                    both = before & held
                    if both:
                        added = sum_before + share * weight
                        longer[added] = longer.get(added, 0) | both
            told = longer
        whole = sum(self.groups.values())
        return sorted(((s / whole if whole else 1.0, held) for s, held in told.items()), reverse=True)

    def _levels_of(self, group: str, numbers: Numbers, wider: bool) -> Iterator[tuple[float, Numbers]]:
        """Records by how surely they are for one group; those for others last, with 0."""
        for share, held in self.index.levels([f"groups:{group}"], numbers):
            yield share, held
            numbers &= ~held
        if wider:
            marks = [f"groups:{w}" for w in self.index.vocabulary.groups.wider(group)[1:]]
            half = self.index.lookups.having("class", "for-anyone") | self.index.about(marks)
            yield _WIDER, numbers & half
            numbers &= ~half
        yield 0.0, numbers

    @cached_property
    def institutions(self) -> list[str]:
        """Ids of the institutions named."""
        return list(dict.fromkeys(s.value for s in self.question.institutions))


def _is_near(service: Slot, group: Slot, text: str) -> bool:
    """Whether a group stands right after a kind of service, or within it: "centru de zi pentru copii"."""
    first, second = sorted((service, group), key=lambda s: s.start)
    between = text[first.end : second.start]
    return len(between) <= _NEAR_CHARS and not re.search(r"[.!?;,]", between)
