"""What a question binds: plans, places, kinds of service, groups, institutions, dates.

Rule 2 of the answers' rules: a place, code, plan, component, institution, group or kind of service in the
question binds; records of nothing else come back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from index.language import fold
from index.places import Place
from index.question import Question, Slot
from index.records import Record
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
    within: frozenset[str] | None = None
    """Ids of the records under the headings named, when any is."""

    @cached_property
    def places(self) -> list[NamedPlace]:
        """The places named, each settled to one county where the plans or the person's county settle it."""
        return [self._settle(slot) for slot in self.question.places]

    def _settle(self, slot: Slot) -> NamedPlace:
        options = [tuple(option.rsplit("/", 1)) for option in slot.value.split("|")]
        ranked = sorted(options, key=lambda o: (not self._prefers(o[1]), not self._plans_for(o[0], o[1])))
        name, county = ranked[0]
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
        for slug, plan in self.index.plans.items():
            if fold(plan.county or "") != county_name:
                continue
            town = fold(plan.locality or "")
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
    def records(self) -> list[Record]:
        """Records of the plans the question is bound to."""
        records = self.index.records
        if self.plans:
            records = tuple(
                r for slug in self.index.plans if slug in self.plans for r in self.index.of_plan(slug)
            )
        return [r for r in records if r.id in self.within] if self.within is not None else list(records)

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

    def is_at(self, record: Record, place: NamedPlace) -> bool:
        """Whether a record is in a place: there itself, or in a village the plans put there."""
        if record.plan not in place.plans:
            return False
        if self._names_quarter(record, place):
            return True
        if not record.locality:
            return False
        if fold(record.locality) == fold(place.name):
            return True
        for known in self.index.places.by_name.get(tuple(fold(record.locality).split()), ()):
            if known.county == place.county and known.commune and fold(known.commune) == fold(place.name):
                return True
        return False

    def _names_quarter(self, record: Record, place: NamedPlace) -> bool:
        """Whether a record's own words name a quarter of its town."""
        for known in self.index.places.by_name.get(tuple(fold(place.name).split()), ()):
            if known.kind == "quarter" and known.county == place.county:
                own = fold(place.name).split()[-1]
                return own in fold(f"{record.title} {record.activity or ''}").split()
        return False

    def at_places(self, records: Iterable[Record]) -> list[Record]:
        """Records in any place named; a county's own name stands for the county when its town has none."""
        kept = list(records)
        if not self.localities:
            return kept
        here = [r for r in kept if any(self.is_at(r, p) for p in self.localities)]
        return here if here or self.has_locality else kept

    def service_share(self, record: Record) -> float:
        """How surely a record is of one of the kinds of service named, 0 to 1; 1 when none is named."""
        marks = frozenset(f"services:{s.value}" for s in self.question.services)
        return self.index.share(record, marks) if marks else 1.0

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

    def group_share(self, record: Record) -> float:
        """How surely a record is for the groups named, 0 to 1; 1 when none is named."""
        if not self.groups:
            return 1.0
        share = {g: self.index.share(record, frozenset({f"groups:{g}"})) for g in self.groups}
        return sum(share[g] * w for g, w in self.groups.items()) / sum(self.groups.values())

    def wider_share(self, record: Record) -> float:
        """The same, counting half what is for a wider group, or for nobody in particular."""
        if not self.groups:
            return 1.0
        share = {g: self._wider_share(record, g) for g in self.groups}
        return sum(share[g] * w for g, w in self.groups.items()) / sum(self.groups.values())

    def _wider_share(self, record: Record, group: str) -> float:
        own = self.index.share(record, frozenset({f"groups:{group}"}))
        if own or (not record.audiences and record.kind == "service"):
            return own or _WIDER
        return _WIDER if self.index.share(record, self._wider_marks[group]) else 0.0

    @cached_property
    def _wider_marks(self) -> dict[str, frozenset[str]]:
        topic = self.index.vocabulary.groups
        return {g: frozenset(f"groups:{w}" for w in topic.wider(g)[1:]) for g in self.groups}

    @cached_property
    def institutions(self) -> list[str]:
        """Ids of the institutions named."""
        return list(dict.fromkeys(s.value for s in self.question.institutions))

    def institutions_of(self, names: Iterable[str]) -> set[str]:
        """Ids of institutions by their printed names, and of what stands inside longer names."""
        return {found for name in names for found in self.index.institution_ids(name)}


def _is_near(service: Slot, group: Slot, text: str) -> bool:
    """Whether a group stands right after a kind of service, or within it: "centru de zi pentru copii"."""
    first, second = sorted((service, group), key=lambda s: s.start)
    between = text[first.end : second.start]
    return len(between) <= _NEAR_CHARS and not re.search(r"[.!?;,]", between)
