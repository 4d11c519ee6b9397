"""Counties and places found in text, with their county; and the faults of their files."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import DataFault
from index.language import fold
from index.places import Place, Places, load_places
from tests.index.small_world import write_places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """The places of the small world."""
    return load_places(write_places(tmp_path))


def found(places: Places, text: str) -> list[tuple[int, int, list[tuple[str, str, str]]]]:
    """Start, end and the places of each name in a text."""
    return [
        (one.start, one.end, [(p.name, p.county, p.kind) for p in one.places])
        for one in places.find(fold(text).split())
    ]


def test_a_name_that_counties_share_gives_all_of_them(places: Places) -> None:
    assert found(places, "spital in calimanu") == [
        (2, 3, [("Călimanu", "VR", "town"), ("Călimanu", "CV", "locality")])
    ]


def test_the_longest_name_is_found_with_its_other_spelling(places: Places) -> None:
    lunca = [("Lunca Mare", "VR", "commune")]
    assert [found(places, text) for text in ("Lunca Mare", "LUNCA-MARE", "lunca")] == [
        [(0, 2, lunca)],
        [(0, 2, lunca)],
        [],
    ]


def test_a_place_that_plans_name_is_not_doubled_by_the_gazetteer(places: Places) -> None:
    assert places.by_name["calimanu",] == [
        Place("Călimanu", "VR", "town", None, 45.5, 26.5, 9000, from_plan=True),
        Place("Călimanu", "CV", "locality", None, 46.5, 25.5, 700),
    ]


def test_a_village_knows_its_commune(places: Places) -> None:
    assert places.by_name["apus",] == [Place("Apus", "VR", "village", "Lunca Mare", from_plan=True)]


@pytest.mark.parametrize(
    ("name", "code"),
    [("Vrâncioaia", "VR"), ("VRANCIOAIA", "VR"), ("vr", "VR"), ("Codrul", "CV"), ("Altul", None)],
)
def test_a_county_is_known_by_its_name_or_code(places: Places, name: str, code: str | None) -> None:
    county = places.county_named(name)
    assert (county.county if county else None) == code


def test_the_words_of_names_are_kept_as_printed(places: Places) -> None:
    assert places.printed >= {"Călimanu", "Lunca", "Mare", "Lunca-Mare", "Apus", "Zori"}


def test_a_row_without_five_columns_is_a_fault_with_its_line(tmp_path: Path) -> None:
    folder = write_places(tmp_path)
    (folder / "localities.tsv").write_text("name\tcounty\nApus\tVR\t1\t2\t3\nZori\tVR\n", encoding="utf-8")
    with pytest.raises(DataFault) as caught:
        load_places(folder)
    fault = caught.value
    assert (fault.file, fault.line, fault.fault) == (
        folder / "localities.tsv",
        3,
        "five columns: name, county, latitude, longitude, population",
    )


def test_a_place_without_its_kind_is_a_fault_that_names_it(tmp_path: Path) -> None:
    folder = write_places(tmp_path)
    (folder / "plan_places.toml").write_text('[[place]]\nname = "Zori"\ncounty = "VR"\n', encoding="utf-8")
    with pytest.raises(DataFault) as caught:
        load_places(folder)
    assert caught.value.fault == "Zori: the key 'kind' is missing"


@pytest.mark.parametrize("name", ["counties.toml", "words.toml", "plan_places.toml", "localities.tsv"])
def test_a_missing_file_is_a_fault(tmp_path: Path, name: str) -> None:
    folder = write_places(tmp_path)
    (folder / name).unlink()
    with pytest.raises(DataFault) as caught:
        load_places(folder)
    assert (caught.value.file, caught.value.fault) == (folder / name, "the file is missing")


def test_a_county_without_its_code_is_a_fault(tmp_path: Path) -> None:
    folder = write_places(tmp_path)
    (folder / "counties.toml").write_text('[[county]]\nname = "Codrul"\n', encoding="utf-8")
    with pytest.raises(DataFault):
        load_places(folder)


def test_a_missing_table_of_words_is_a_fault_that_names_it(tmp_path: Path) -> None:
    folder = write_places(tmp_path)
    (folder / "words.toml").write_text('[kinds]\nvillage = ["sat"]\n', encoding="utf-8")
    with pytest.raises(DataFault) as caught:
        load_places(folder)
    assert (caught.value.file, caught.value.fault) == (folder / "words.toml", "the key 'county' is missing")


def test_localities_that_are_not_utf8_are_a_fault(tmp_path: Path) -> None:
    folder = write_places(tmp_path)
    (folder / "localities.tsv").write_bytes(b"name\nCode\xfe\n")
    with pytest.raises(DataFault):
        load_places(folder)


def test_every_real_place_of_the_plans_lies_in_a_known_county(data: Path) -> None:
    real = load_places(data / "places")
    strange = {p.name for named in real.by_name.values() for p in named if p.county not in real.counties}
    assert strange == set()
