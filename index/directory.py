"""The catalogue as something to leaf through. In: an index. Out: what stands under what, and what is where.

Plans hold objectives, objectives hold measures; services are by place, by kind and by group of people.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from index.institutions import Institutions
from index.language import fold
from index.places import Place
from index.records import Record
from index.search import Index

By = Literal["place", "kind", "group"]

_EARTH_KM = 6371.0
"""Mean radius of the earth."""


@dataclass(frozen=True)
class Shelved:
    """Records that share a place, a kind of service or a group of people."""

    value: str
    """A place as "name/county code" ("/county code" for a whole county), or a vocabulary id."""
    records: tuple[Record, ...]


@dataclass(frozen=True)
class Near:
    """A locality with records, and how far away it is."""

    value: str
    """As in `Shelved`."""
    km: float
    """As the crow flies."""
    records: tuple[Record, ...]


@dataclass(frozen=True)
class Directory:
    """Ways through one index that need no words."""

    index: Index

    @cached_property
    def by_key(self) -> dict[str, Record]:
        """Records by the short key that links and buttons hold."""
        return {record.key: record for record in self.index.records}

    @cached_property
    def institutions(self) -> Institutions:
        """Which names mean one institution."""
        return Institutions(self.index)

    # ── plans, objectives, measures ──

    @cached_property
    def _objectives(self) -> dict[tuple[str, str], list[Record]]:
        """Objectives by plan and folded title."""
        out: dict[tuple[str, str], list[Record]] = {}
        for record in self.index.records:
            if record.kind == "objective":
                out.setdefault((record.plan, _words(record.title)), []).append(record)
        return out

    @cached_property
    def _above(self) -> dict[str, tuple[Record, ...]]:
        """Record id → the objectives it stands under, outermost first."""
        known: dict[tuple[str, tuple[str, ...]], tuple[Record, ...]] = {}
        for record in self.index.records:
            for end in range(len(record.path) + 1):
                at = (record.plan, record.path[:end])
                if at not in known:
                    known[at] = self._headings(record.plan, record.path[:end])
        return {r.id: known[r.plan, r.path] for r in self.index.records}

    def _headings(self, plan: str, path: tuple[str, ...]) -> tuple[Record, ...]:
        out: list[Record] = []
        for depth, heading in enumerate(path):
            words = _words(heading)
            titles = [" ".join(words.split()[n:]) for n in range(len(words.split()))]
            fitting = [o for title in titles for o in self._objectives.get((plan, title), ())]
            exact = [o for o in fitting if len(o.path) == depth and o.path == path[:depth]]
            out += (exact or fitting)[:1]
        return tuple(out)

    def above(self, record: Record) -> tuple[Record, ...]:
        """The objectives a record stands under, outermost first."""
        return self._above[record.id]

    @cached_property
    def _below(self) -> dict[str, list[Record]]:
        out: dict[str, list[Record]] = {}
        for record in self.index.records:
            if record.kind in _LEAFED:
                above = self._above[record.id]
                holder = above[-1].id if above else self.index.plans[record.plan].id
                out.setdefault(holder, []).append(record)
        return out

    def below(self, record: Record) -> tuple[Record, ...]:
        """What stands directly under a plan or an objective, in document order."""
        return tuple(self._below.get(record.id, ()))

    def beside(self, record: Record) -> tuple[Record, ...]:
        """The same thing listed elsewhere; the services that a measure or project founds, by their lines."""
        return self._beside.get(record.id, ())

    @cached_property
    def _beside(self) -> dict[str, tuple[Record, ...]]:
        """Record id → what stands beside it, in document order."""
        number_of = self.index.number_of
        beside: dict[str, set[int]] = {}
        for one, other in self._pairs():
            beside.setdefault(one.id, set()).add(number_of[other.id])
            beside.setdefault(other.id, set()).add(number_of[one.id])
        return {id_: tuple(self.index.records[n] for n in sorted(beside[id_])) for id_ in beside}

    def _pairs(self) -> Iterator[tuple[Record, Record]]:
        """Things of one plan listed twice, and services with what shares lines with them."""
        for slug in self.index.plans:
            things = [r for r in self.index.of_plan(slug) if r.kind in ("service", "measure", "project")]
            by_id = {r.id: r for r in things}
            services = [r for r in things if r.kind == "service"]
            yield from ((r, by_id[r.same_as]) for r in things if r.same_as and r.same_as in by_id)
            yield from ((s, r) for s in services for r in things if r is not s and _share_lines(s, r))

    # ── services ──

    @cached_property
    def serving(self) -> tuple[Record, ...]:
        """Services, and what founds, builds or closes them; each thing once."""
        return tuple(
            r
            for r in self.index.records
            if not r.same_as and (r.kind in ("service", "project") or (r.kind == "measure" and r.status))
        )

    def shelves(self, by: By) -> tuple[Shelved, ...]:
        """Services parted by place (alphabetically), kind or group (most first)."""
        return self._shelves[by]

    @cached_property
    def _shelves(self) -> dict[By, tuple[Shelved, ...]]:
        held: dict[By, dict[str, list[Record]]] = {"place": {}, "kind": {}, "group": {}}
        for record in self.serving:
            held["place"].setdefault(self.place_of(record), []).append(record)
            for value in record.service_types:
                held["kind"].setdefault(value, []).append(record)
            for value in record.audiences:
                held["group"].setdefault(value, []).append(record)
        by_place = sorted(held["place"].items(), key=lambda item: fold(item[0].partition("/")[0]) or "~")
        return {
            "place": _shelve(by_place),
            "kind": _shelve(_largest_first(held["kind"])),
            "group": _shelve(_largest_first(held["group"])),
        }

    def place_of(self, record: Record) -> str:
        """Where a record is, as "name/county code"; "/county code" when it is the whole county's."""
        name = record.locality or self.index.plans[record.plan].locality or ""
        county = self.index.places.county_named(record.county or "")
        return f"{name}/{county.county if county else ''}"

    def near(self, latitude: float, longitude: float, most: int) -> tuple[Near, ...]:
        """Localities with records nearest to a point, nearest first.

        latitude, longitude: degrees, WGS 84.
        """
        found = []
        for shelved in self.shelves("place"):
            place = self._located(shelved.value)
            if place is not None and place.latitude is not None and place.longitude is not None:
                km = _distance_km(latitude, longitude, place.latitude, place.longitude)
                found.append(Near(shelved.value, km, shelved.records))
        return tuple(sorted(found, key=lambda near: near.km)[:most])

    def _located(self, value: str) -> Place | None:
        name, _, county = value.partition("/")
        places: Sequence[Place] = self.index.places.by_name.get(tuple(fold(name).split()), ())
        return next((p for p in places if p.county == county and p.latitude is not None), None)


_LEAFED = ("objective", "measure", "service", "project", "campaign", "training")


def _largest_first(held: dict[str, list[Record]]) -> list[tuple[str, list[Record]]]:
    return sorted(held.items(), key=lambda item: -len(item[1]))


def _shelve(items: Iterable[tuple[str, list[Record]]]) -> tuple[Shelved, ...]:
    return tuple(Shelved(value, tuple(sorted(records, key=_running_first))) for value, records in items)


def _running_first(record: Record) -> tuple[int, bool]:
    """What runs before what is planned, and what has a place before what has none."""
    return _STATUS_ORDER.get(record.status or "", len(_STATUS_ORDER)), record.locality is None


_STATUS_ORDER = {"existing": 0, "planned": 1, "closing": 2}


def _share_lines(one: Record, other: Record) -> bool:
    """Whether two records were read from some of the same lines."""
    first, last = one.source.lines
    return other.source.lines[0] <= last and first <= other.source.lines[1]


def _words(text: str) -> str:
    return " ".join(fold(text).split())


def _distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance by the haversine formula.

    >>> round(_distance_km(44.43, 26.10, 47.16, 27.59))
    325
    """
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))
