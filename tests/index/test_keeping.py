"""Ids of records and indicators: the same after every rebuild, and after a plan's text has changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from index import Catalogue, PlanFault, keep_ids, load_catalogue, try_plan
from index.keeping import FILE, kept_lines
from tests.cases import DATA

Ids = dict[str, tuple[str, ...]]
SLUGS = ("bacau-2014-2024", "ialomita-2024", "iasi-2021-2027", "piatra-neamt-2023", "timisoara-2017-2022")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An invented plan that can be changed."""
    return shutil.copytree(DATA / "plans" / "vrancea-2026", tmp_path / "vrancea-2026")


def ids_of(folder: Path, data: Path) -> Ids:
    """Title → the ids of a measure and of its indicators."""
    measures = [r for r in try_plan(folder, data).records if r.kind == "measure"]
    return {m.title: (m.id, *(fact.id for fact in m.indicator_facts)) for m in measures}


def change(folder: Path, edit: Callable[[list[str]], list[str]]) -> None:
    """Change the lines of a plan's text."""
    path = folder / "source.txt"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(edit(lines)), encoding="utf-8")


def test_every_rebuild_gives_the_same_ids(catalogue: Catalogue, data: Path) -> None:
    again = load_catalogue(data)
    first, second = (
        [(r.id, r.key, *(f.id for f in r.indicator_facts)) for r in c.records] for c in (catalogue, again)
    )
    assert first == second


def test_lines_put_in_above_change_no_id_that_is_kept(folder: Path, data: Path) -> None:
    before = ids_of(folder, data)
    loose = shutil.copytree(folder, folder.parent / "loose" / folder.name)
    assert keep_ids(folder, data) == len(before)
    for place in (folder, loose):
        change(place, lambda lines: ["Text consolidat\n", "\n", *lines])
    after = ids_of(folder, data)
    assert (after, set(ids_of(loose, data).values()) & set(before.values())) == (before, set())


def test_the_id_of_a_measure_that_is_gone_is_never_given_again(folder: Path, data: Path) -> None:
    before = ids_of(folder, data)
    keep_ids(folder, data)
    gone = next(iter(before))
    change(folder, lambda lines: [line.replace(gone, f"Altceva decât {gone}") for line in lines])
    after = ids_of(folder, data)
    ids = {one[0] for one in after.values()}
    assert (before.pop(gone)[0] in ids, len(after)) == (False, len(before) + 1)
    assert {title: after[title] for title in before} == before
    # nor when the ids are written down once more
    kept = (folder / FILE).read_text(encoding="utf-8").splitlines()
    keep_ids(folder, data)
    assert set(kept) < set((folder / FILE).read_text(encoding="utf-8").splitlines())
    assert ids_of(folder, data) == after


@pytest.mark.parametrize("slug", SLUGS)
def test_the_ids_of_the_five_plans_are_kept_as_they_are(catalogue: Catalogue, data: Path, slug: str) -> None:
    reading = catalogue.readings[slug]
    file = (data / "plans" / slug / FILE).read_text(encoding="utf-8")
    held = {r.id for r in catalogue.records if r.plan == slug and r.kind in ("measure", "service", "project")}
    assert "".join(kept_lines(reading.wordings, reading.kept)) == file
    assert {line.partition("\t")[0] for line in file.splitlines()} == held


@pytest.mark.parametrize(
    ("line", "number"), [("iasi:measure:1\tabc", 2), ("vrancea-2026:measure:1", 2), ("", 2)]
)
def test_a_file_of_ids_that_is_none_is_a_fault_with_its_line(
    folder: Path, data: Path, line: str, number: int
) -> None:
    (folder / FILE).write_text(f"vrancea-2026:measure:9\tabc\n{line}\n", encoding="utf-8")
    with pytest.raises(PlanFault) as fault:
        try_plan(folder, data)
    assert (fault.value.file, fault.value.line) == (folder / FILE, number)
