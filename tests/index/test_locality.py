"""Where a record is: a service where it runs, a project where its title or its local authority says."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.locality import authority_place, locality_of, place_in
from index.places import Places, load_places
from index.records import Kind, Record, Source
from tests.index.small_world import write_places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """The places of the small world."""
    return load_places(write_places(tmp_path))


def record(kind: Kind, title: str, institution: str | None = None, locality: str | None = None) -> Record:
    """A record of the county Vrâncioaia."""
    return Record(
        id="a",
        key="a",
        kind=kind,
        plan="plan",
        title=title,
        county="Vrâncioaia",
        institution=institution,
        locality=locality,
        source=Source(document="source.txt", lines=(1, 1)),
    )


TITLES = [
    ("Cantină în Lunca Mare", "Lunca Mare"),
    ("Cantină în Apus, comuna Lunca Mare", "Apus"),
    ("Cămin în cartierul Zori din Călimanu", "Zori"),
    ("Cantină în lunca mare", None),
    ("Copii din apus", None),
    ("Cantină pentru județul Vrâncioaia", None),
    ("Cantină", None),
    ("", None),
]


@pytest.mark.parametrize(("title", "place"), TITLES)
def test_the_most_specific_place_with_a_capital_is_meant(
    places: Places, title: str, place: str | None
) -> None:
    assert place_in(title, "VR", places) == place


def test_a_place_of_another_county_is_not_meant(places: Places) -> None:
    assert place_in("Cantină în Lunca Mare", "CV", places) is None


AUTHORITIES = [
    ("UAT LUNCA MARE", "Lunca Mare"),
    ("UAT Lunca Mare", "Lunca Mare"),
    ("DAS CĂLIMANU", "Călimanu"),
    ("Primăria Călimanu", "Călimanu"),
    ("Consiliul Local al Călimanu", "Călimanu"),
    ("CĂLIMANU", "Călimanu"),
    ("Călimanu", None),
    ("Consiliul Județean Călimanu", None),
    ("Fundația Zori", None),
    ("", None),
]


@pytest.mark.parametrize(("institution", "place"), AUTHORITIES)
def test_a_local_authority_has_its_own_place(places: Places, institution: str, place: str | None) -> None:
    assert authority_place(institution, "VR", places) == place


def test_a_local_authority_of_another_county_has_no_place_here(places: Places) -> None:
    assert authority_place("Primăria Lunca Mare", "CV", places) is None


@pytest.mark.parametrize(
    ("of", "town", "place"),
    [
        (record("project", "Cantină în Apus", "UAT LUNCA MARE"), None, "Apus"),
        (record("project", "Cantină", "UAT LUNCA MARE"), None, "Lunca Mare"),
        (record("project", "Cantină", "Fundația Zori"), "Călimanu", None),
        (record("service", "Cantină în Apus"), "Călimanu", "Călimanu"),
        (record("service", "Cantină", locality="Apus"), "Călimanu", "Apus"),
        (record("service", "Cantină"), None, None),
        (record("measure", "Cantină în Apus"), None, "Apus"),
        (record("measure", "Cantină"), "Călimanu", None),
        (record("passage", "Cantina din Apus"), "Călimanu", None),
    ],
)
def test_each_kind_of_record_has_its_own_rule(
    places: Places, of: Record, town: str | None, place: str | None
) -> None:
    assert locality_of(of, town, places) == place
