"""What a question binds: plans, places, kinds of service, groups, institutions, dates.

Rule 2 of the answers' rules: a place, code, plan, component, institution, group or kind of service in the
question binds; records of nothing else come back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from index.assembly import canonical_institution
from index.language import fold
from index.places import Place
from index.question import Question, Slot
from index.records import Record
from index.search import Index
from index.vocabulary import Topic


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

    @cached_property
    def places(self) -> list[NamedPlace]:
        """The places named, each settled to one county where the plans or the person's county settle it."""
        return [self._settle(slot) for slot in self.question.places]

    def _settle(self, slot: Slot) -> NamedPlace:
        options = [tuple(option.rsplit("/", 1)) for option in slot.value.split("|")]
        ranked = sorted(options, key=lambda o: (not self._prefers(o[1]), not self._plans_for(o[0], o[1])))
        name, county = ranked[0]
        return NamedPlace(
            slot,
            name,
            county,
            is_county=fold(self._county_name(county)) == fold(name),
            is_locality=self._is_locality(name, county),
            plans=self._plans_for(name, county),
        )

    def _prefers(self, county: str) -> bool:
        return self.county is not None and fold(self.county) in (
            fold(self._county_name(county)),
            county.lower(),
        )

    def _county_name(self, code: str) -> str:
        known = self.index.places.counties.get(code)
        return known.name if known else code

    def _is_locality(self, name: str, county: str) -> bool:
        found: Iterable[Place] = self.index.places.by_name.get(tuple(fold(name).split()), ())
        return any(p.county == county and p.kind != "county" for p in found)

    def _plans_for(self, name: str, county: str) -> frozenset[str]:
        county_name = fold(self._county_name(county))
        out = set()
        for slug, plan in self.index.plans.items():
            if fold(plan.county or "") != county_name:
                continue
            if not plan.locality or fold(plan.locality) == fold(name) or county_name == fold(name):
                out.add(slug)
        return frozenset(out)

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
        return [r for r in self.index.records if not self.plans or r.plan in self.plans]

    @cached_property
    def localities(self) -> list[NamedPlace]:
        """Places named that are narrower than their plan."""
        out = []
        for place in self.places:
            towns = {fold(self.index.plans[s].locality or "") for s in place.plans}
            if place.is_locality and fold(place.name) not in towns:
                out.append(place)
        return out

    def is_at(self, record: Record, place: NamedPlace) -> bool:
        """Whether a record is in a place: there itself, or in a village the plans put there."""
        if record.plan not in place.plans or not record.locality:
            return False
        if fold(record.locality) == fold(place.name):
            return True
        for known in self.index.places.by_name.get(tuple(fold(record.locality).split()), ()):
            if known.county == place.county and known.commune and fold(known.commune) == fold(place.name):
                return True
        return False

    def at_places(self, records: Iterable[Record]) -> list[Record]:
        """Records in any place named; a county's own name stands for the county when its town has none."""
        kept = list(records)
        if not self.localities:
            return kept
        here = [r for r in kept if any(self.is_at(r, p) for p in self.localities)]
        wide = {slug for p in self.localities if p.is_county for slug in p.plans}
        if not here or all(p.is_county for p in self.localities):
            wider = [r for r in kept if r.plan in wide and r not in here]
            return here or wider
        return here

    def of_services(self, records: Iterable[Record]) -> list[Record]:
        """Records of any of the kinds of service named."""
        wanted = {s.value for s in self.question.services}
        topic = self.index.vocabulary.services
        return [r for r in records if not wanted or wanted & _widened(topic, r.service_types)]

    def group_share(self, record: Record) -> float:
        """How many of the groups named a record is for, 0 to 1; 1 when none is named."""
        wanted = list(dict.fromkeys(s.value for s in self.question.groups))
        if not wanted:
            return 1.0
        topic = self.index.vocabulary.groups
        own = _widened(topic, record.audiences)
        around = _widened(topic, [g for heading in record.path for g in topic.find_in(heading)])
        return sum(1.0 if g in own else 0.6 if g in around else 0.0 for g in wanted) / len(wanted)

    @cached_property
    def institutions(self) -> list[str]:
        """Ids of the institutions named."""
        return list(dict.fromkeys(s.value for s in self.question.institutions))

    def institutions_of(self, names: Iterable[str]) -> set[str]:
        """Ids of institutions by their printed names, and of what stands inside longer names."""
        topic = self.index.vocabulary.institutions
        out: set[str] = set()
        for name in names:
            out.add(canonical_institution(topic, name))
            out.update(topic.find_in(name))
        return out


def _widened(topic: Topic, ids: Iterable[str]) -> set[str]:
    """Ids with the wider ones."""
    return {wide for one in ids if one in topic.entries for wide in topic.wider(one)}
