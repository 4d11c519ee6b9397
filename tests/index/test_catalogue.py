"""The catalogue: ids and keys that never change, derived fields, a hash of the content."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from index import Catalogue, content_hash, load_catalogue
from index.assembly import key_of, spans
from index.errors import DataFault
from tests.index.small_world import SOURCE, write_world

COUNTS = {
    "bacau-2014-2024": {"measure": 170},
    "ialomita-2024": {"measure": 37},
    "iasi-2021-2027": {"measure": 84, "project": 187, "service": 2},
    "piatra-neamt-2023": {"measure": 33, "service": 12, "project": 3, "campaign": 11, "training": 21},
    "timisoara-2017-2022": {"measure": 175},
}


def test_each_plan_has_as_many_records_as_its_source_has_rows(catalogue: Catalogue) -> None:
    kinds = {kind for of_plan in COUNTS.values() for kind in of_plan}
    counts = {slug: Counter(r.kind for r in catalogue.records if r.plan == slug) for slug in COUNTS}
    assert {slug: {k: n for k, n in c.items() if k in kinds} for slug, c in counts.items()} == COUNTS


def test_ids_and_keys_are_unique(catalogue: Catalogue) -> None:
    count = len(catalogue.records)
    assert (len(catalogue.by_id), len(catalogue.by_key)) == (count, count)


def test_keys_are_ten_characters_of_a_to_z_and_2_to_7(catalogue: Catalogue) -> None:
    assert [key for key in catalogue.by_key if not re.match(r"^[a-z2-7]{10}$", key)] == []


def test_a_key_is_made_of_the_id_alone(catalogue: Catalogue) -> None:
    assert [r.id for r in catalogue.records if r.key != key_of(r.id)] == []


def test_two_loads_are_equal(catalogue: Catalogue, data: Path) -> None:
    assert load_catalogue(data).records == catalogue.records


def test_each_plan_has_one_record_of_its_own_with_its_county_and_period(catalogue: Catalogue) -> None:
    assert {slug: (p.county, p.period) for slug, p in catalogue.plans.items()} == {
        "bacau-2014-2024": ("Bacău", "2014-2024"),
        "ialomita-2024": ("Ialomița", "2024"),
        "iasi-2021-2027": ("Iași", "2021-2027"),
        "piatra-neamt-2023": ("Neamț", "2023"),
        "timisoara-2017-2022": ("Timiș", "2017-2022"),
    }


def test_one_plan_may_be_loaded_alone(data: Path) -> None:
    assert {r.plan for r in load_catalogue(data, only=["ialomita-2024"]).records} == {"ialomita-2024"}


def test_a_record_has_its_derived_fields(data: Path, tmp_path: Path) -> None:
    record = load_catalogue(write_world(data, tmp_path)).by_id["plan:project:3"]
    assert record.model_dump(exclude_defaults=True) == {
        "id": "plan:project:3",
        "key": key_of("plan:project:3"),
        "kind": "project",
        "plan": "plan",
        "title": "Centru de zi pentru bătrâni în Apus",
        "status": "planned",
        "county": "Vrâncioaia",
        "locality": "Apus",
        "number": 1,
        "institution": "SPAS",
        "funding": ("PNRR", "Buget local"),
        "service_types": ("day-centre",),
        "audiences": ("elderly",),
        "source": {"document": "source.txt", "lines": (3, 3)},
    }


def test_spellings_of_one_institution_are_one_record(data: Path, tmp_path: Path) -> None:
    world = load_catalogue(write_world(data, tmp_path))
    assert [(r.id, r.title, r.source.lines) for r in world.records if r.kind == "institution"] == [
        ("plan:institution:spas", "SPAS", (3, 3))
    ]


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("SPAS", "spas"),
        ("Serviciul Public de Asistenţă Socială", "spas"),
        ("SPAS Călimanu", "spas calimanu"),
        ("Fundația Zori", "fundatia zori"),
    ],
)
def test_an_institution_is_known_by_its_whole_name(
    data: Path, tmp_path: Path, name: str, canonical: str
) -> None:
    vocabulary = load_catalogue(write_world(data, tmp_path)).vocabulary
    assert vocabulary.institutions.canonical(name) == canonical


def test_a_corrected_title_changes_no_id_and_no_key(data: Path, tmp_path: Path) -> None:
    correction = """
        [[correction]]
        record = "plan:project:3"
        field = "title"
        value = "Centru de zi pentru bătrâni"
        reason = "Locul nu ține de nume."
        """
    before = load_catalogue(write_world(data, tmp_path / "before"))
    after = load_catalogue(write_world(data, tmp_path / "after", corrections=correction))
    assert (
        [(r.id, r.key) for r in after.records],
        [r.title for r in after.records if r.kind == "project"],
    ) == (
        [(r.id, r.key) for r in before.records],
        ["Centru de zi pentru bătrâni", "Repararea cantinei sociale"],
    )


def test_a_new_row_below_changes_no_id_above(data: Path, tmp_path: Path) -> None:
    before = load_catalogue(write_world(data, tmp_path / "before"))
    longer = SOURCE + "3. | UAT Zori | Cămin | Buget local\n"
    after = load_catalogue(write_world(data, tmp_path / "after", source=longer))
    ids = [r.id for r in after.records]
    assert [r.id for r in before.records if r.id not in ids] == []


def test_a_data_folder_without_plans_is_a_fault(tmp_path: Path, data: Path) -> None:
    world = write_world(data, tmp_path / "data")
    shutil.rmtree(world / "plans")
    with pytest.raises(DataFault) as caught:
        load_catalogue(world)
    assert (caught.value.file, caught.value.fault) == (world / "plans", "the folder is missing")


def test_line_numbers_are_gathered_into_runs() -> None:
    assert list(spans({9, 3, 4, 5, 11})) == [(3, 5), (9, 9), (11, 11)]


def test_the_content_hash_changes_with_any_file_of_the_data(data: Path, tmp_path: Path) -> None:
    world = write_world(data, tmp_path, corrections="")
    first = content_hash(world)
    hashes = {}
    for path in sorted(p for p in world.rglob("*") if p.is_file()):
        was = path.read_bytes()
        path.write_bytes(was + b"\n")
        hashes[path.relative_to(world).as_posix()] = content_hash(world)
        path.write_bytes(was)
    unchanged = [name for name, one in hashes.items() if one == first]
    assert (unchanged, len(set(hashes.values())), content_hash(world)) == ([], len(hashes), first)


def test_the_content_hash_changes_when_a_file_comes_goes_or_is_renamed(data: Path, tmp_path: Path) -> None:
    world = write_world(data, tmp_path)
    first = content_hash(world)
    new = world / "plans" / "plan" / "corrections.toml"
    new.write_text("", encoding="utf-8")
    with_new = content_hash(world)
    new.rename(new.with_name("other.toml"))
    renamed = content_hash(world)
    new.with_name("other.toml").unlink()
    assert (len({first, with_new, renamed}), content_hash(world)) == (3, first)


def test_a_letter_moved_from_a_file_into_its_name_changes_the_content_hash(
    data: Path, tmp_path: Path
) -> None:
    one, other = (write_world(data, tmp_path / name) for name in ("one", "other"))
    (one / "note").write_text("s", encoding="utf-8")
    (other / "notes").write_text("", encoding="utf-8")
    assert content_hash(one) != content_hash(other)
