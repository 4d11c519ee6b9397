"""The catalogue to leaf through: what stands under what, what is where, and how far away."""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from index import Assistant, Directory, Record
from index.language import fold


@pytest.fixture(scope="module")
def directory(assistant: Assistant) -> Directory:
    """Ways through the five plans."""
    return Directory(assistant.index)


def words(text: str) -> str:
    """A heading or title without the marks around its words."""
    return " ".join(fold(text).split())


def records(directory: Directory, *kinds: str) -> list[Record]:
    """Records of some kinds."""
    return [r for r in directory.index.records if r.kind in kinds]


# ── plans, objectives, measures ─────────────────────────────────────────────────────────────────────────────


def test_every_record_is_found_by_its_short_key(directory: Directory) -> None:
    assert {r.key: r for r in directory.index.records} == directory.by_key
    assert len(directory.by_key) == len(directory.index.records)


def test_what_stands_above_a_measure_are_the_objectives_of_its_headings(directory: Directory) -> None:
    for measure in records(directory, "measure"):
        above = directory.above(measure)
        headings = [words(heading) for heading in measure.path]
        assert {o.kind for o in above} <= {"objective"}
        assert {o.plan for o in above} <= {measure.plan}
        # each is the end of one of the headings, and they come in the headings' order
        places = [next(n for n, h in enumerate(headings) if h.endswith(words(o.title))) for o in above]
        assert places == sorted(set(places)), measure.id


def test_every_heading_that_is_an_objectives_wording_is_found(directory: Directory) -> None:
    titles = {(o.plan, words(o.title)) for o in records(directory, "objective")}
    for measure in records(directory, "measure"):
        named = [h for h in measure.path if (measure.plan, words(h)) in titles]
        assert len(directory.above(measure)) >= len(named), measure.id


def test_an_objective_above_stands_under_the_same_headings(directory: Directory) -> None:
    for record in records(directory, "measure", "objective"):
        for objective in directory.above(record):
            assert objective.path == record.path[: len(objective.path)], (record.id, objective.id)


def test_what_stands_below_is_what_has_it_above(directory: Directory) -> None:
    holders = records(directory, "plan", "objective")
    below = {holder.id: [r.id for r in directory.below(holder)] for holder in holders}
    for holder in holders:
        for record in directory.below(holder):
            above = directory.above(record)
            assert (above[-1].id if above else directory.index.plans[record.plan].id) == holder.id
    held = Counter(i for ids in below.values() for i in ids)
    leafed = records(directory, "objective", "measure", "service", "project", "campaign", "training")
    assert held == Counter(r.id for r in leafed)


def test_nothing_stands_below_a_measure_or_a_service(directory: Directory) -> None:
    assert [r.id for r in records(directory, "measure", "service") if directory.below(r)] == []


def test_what_stands_below_comes_in_the_order_of_the_document(directory: Directory) -> None:
    order = {r.id: n for n, r in enumerate(directory.index.records)}
    for holder in records(directory, "plan", "objective"):
        places = [order[r.id] for r in directory.below(holder)]
        assert places == sorted(places)


def test_every_objective_can_be_leafed_to_from_its_plan(directory: Directory) -> None:
    reached: set[str] = set()
    waiting: list[Record] = list(directory.index.plans.values())
    while waiting:
        record = waiting.pop()
        assert record.id not in reached
        reached.add(record.id)
        waiting += directory.below(record)
    wanted = records(directory, "plan", "objective", "measure", "service", "project", "campaign", "training")
    assert reached == {r.id for r in wanted}


def test_what_stands_beside_a_record_has_it_beside(directory: Directory) -> None:
    pairs = {
        (r.id, o.id) for r in records(directory, "service", "measure", "project") for o in directory.beside(r)
    }
    assert {(b, a) for a, b in pairs} == pairs
    assert [a for a, b in pairs if a == b] == []


def test_a_thing_listed_twice_has_the_other_listing_beside(directory: Directory) -> None:
    twice = [r for r in directory.index.records if r.same_as]
    assert twice
    for record in twice:
        assert record.same_as in [o.id for o in directory.beside(record)]


# ── shelves ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_shelves_of_places_hold_everything_that_serves_once(directory: Directory) -> None:
    held = Counter(r.id for shelf in directory.shelves("place") for r in shelf.records)
    assert held == Counter(r.id for r in directory.serving)


STATES = ["existing", "planned", "closing", None]


@pytest.mark.parametrize("by", ["kind", "group"])
def test_a_shelf_of_kinds_or_groups_holds_a_record_once_and_only_what_is_of_it(
    directory: Directory, by: str
) -> None:
    field = {"kind": "service_types", "group": "audiences"}[by]
    shelves = directory.shelves(by)  # type: ignore[arg-type]
    for shelf in shelves:
        of_it = [r for r in directory.serving if shelf.value in getattr(r, field)]
        # what runs first, then what is planned, closes or says neither; of these, what has a place
        wanted = sorted(of_it, key=lambda r: (STATES.index(r.status), r.locality is None))
        assert [r.id for r in shelf.records] == [r.id for r in wanted]
    assert {s.value for s in shelves} == {v for r in directory.serving for v in getattr(r, field)}


def test_a_thing_that_is_listed_twice_serves_once(directory: Directory) -> None:
    ids = {r.id for r in directory.serving}
    assert [r.id for r in directory.serving if r.same_as] == []
    assert {r.same_as for r in directory.index.records if r.same_as} <= ids


def test_places_come_by_the_alphabet_and_whole_counties_last(directory: Directory) -> None:
    names = [shelf.value.partition("/")[0] for shelf in directory.shelves("place")]
    towns = [fold(name) for name in names if name]
    assert (towns, names[len(towns) :]) == (sorted(towns), [""] * (len(names) - len(towns)))


@pytest.mark.parametrize("by", ["kind", "group"])
def test_kinds_and_groups_with_most_records_come_first(directory: Directory, by: str) -> None:
    sizes = [len(shelf.records) for shelf in directory.shelves(by)]  # type: ignore[arg-type]
    assert sizes == sorted(sizes, reverse=True)


# ── near ────────────────────────────────────────────────────────────────────────────────────────────────────

PAȘCANI = (47.2456, 26.7228)
IAȘI = (47.1622, 27.5889)
TIMIȘOARA = (45.7537, 21.2257)


@pytest.mark.parametrize(
    ("here", "name", "km"),
    [
        (PAȘCANI, "Iași/IS", 66.0),
        (IAȘI, "Pașcani/IS", 66.0),
        (TIMIȘOARA, "Iași/IS", 514.0),
        (IAȘI, "Timișoara/TM", 514.0),
    ],
)
def test_a_distance_is_right_within_three_in_a_hundred(
    directory: Directory, here: tuple[float, float], name: str, km: float
) -> None:
    far = {near.value: near.km for near in directory.near(*here, 1000)}
    assert far[name] == pytest.approx(km, rel=0.03)


@pytest.mark.parametrize(
    ("here", "name"), [(PAȘCANI, "Pașcani/IS"), (IAȘI, "Iași/IS"), (TIMIȘOARA, "Timișoara/TM")]
)
def test_who_stands_in_a_town_is_shown_that_town_first(
    directory: Directory, here: tuple[float, float], name: str
) -> None:
    first = directory.near(*here, 5)[0]
    assert (first.value, first.km < 5) == (name, True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(-90, 90), st.floats(-180, 180), st.integers(0, 80))
@example(90.0, 0.0, 5)
@example(-45.0, -154.0, 5)
def test_the_nearest_come_first_and_not_more_than_wanted(
    directory: Directory, latitude: float, longitude: float, most: int
) -> None:
    near = directory.near(latitude, longitude, most)
    everything = directory.near(latitude, longitude, 10_000)
    assert near == everything[:most]
    assert all(a.km <= b.km for a, b in pairwise(everything))
    assert all(0 <= n.km <= math.pi * 6371 and n.records for n in everything)


UNLOCATED = {
    "Alexandru Ioan Cuza/IS",
    "Chiperești/IS",
    "Cicoarei/IS",
    "Stejarii/IS",
    "Vișan/IS",
    "Zvarici/IS",
}
"""Places of the plans that the gazetteer does not know by this name: nobody is told that they are near."""


def test_every_place_with_records_can_be_near_but_for_these(directory: Directory) -> None:
    located = {near.value for near in directory.near(47, 26, 10_000)}
    towns = {s.value for s in directory.shelves("place") if s.value.partition("/")[0]}
    assert towns - located == UNLOCATED
