"""Corrections by hand: applied and counted where they fit, a fault with its line where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.catalogue import load_catalogue
from index.check import check_catalogue
from index.corrections import Correction, load_corrections
from index.errors import PlanFault
from index.readers.lists import ListRules
from index.reading import read_plan
from tests.index.invented import write_plan
from tests.index.small_world import SECTIONS, SOURCE, write_world

GOOD = """
    # o corectură

    [[correction]]
    record = "plan:project:3"
    field = "funding"
    value = ["PNRR", "Buget", "local"]
    reason = "Trei surse fără semn între ele."
    """


def fault_of(parent: Path, rules: dict[str, ListRules], corrections: str) -> tuple[str, int, str]:
    """File, line and words of the fault that corrections of the invented plan raise."""
    folder = write_plan(parent, SECTIONS, SOURCE, corrections=corrections)
    with pytest.raises(PlanFault) as caught:
        read_plan(folder, rules)
    return caught.value.file.name, caught.value.line, caught.value.fault


def test_a_correction_takes_the_place_of_what_was_read(tmp_path: Path, rules: dict[str, ListRules]) -> None:
    reading = read_plan(write_plan(tmp_path, SECTIONS, SOURCE, corrections=GOOD), rules)
    assert {key: d.fields.get("funding") for key, d in reading.drafts.items()} == {
        "plan:plan:1": None,
        "plan:project:3": ("PNRR", "Buget", "local"),
        "plan:project:4": ("Buget local",),
    }


def test_corrections_are_counted_and_what_they_say_is_looked_for(data: Path, tmp_path: Path) -> None:
    catalogue = load_catalogue(write_world(data, tmp_path, corrections=GOOD))
    report = check_catalogue(catalogue)["plan"]
    assert (report.corrected, report.findings) == (1, ())


def test_a_correction_that_the_source_does_not_print_is_a_finding_with_its_reason(
    data: Path, tmp_path: Path
) -> None:
    invented = GOOD.replace('"local"', '"european"')
    (finding,) = check_catalogue(load_catalogue(write_world(data, tmp_path, corrections=invented)))[
        "plan"
    ].findings
    assert finding == (
        "plan:project:3",
        "funding",
        "not-found",
        "european",
        "Trei surse fără semn între ele.",
    )


def test_an_empty_value_empties_the_field(tmp_path: Path, rules: dict[str, ListRules]) -> None:
    emptied = GOOD.replace('value = ["PNRR", "Buget", "local"]', "value = []")
    reading = read_plan(write_plan(tmp_path, SECTIONS, SOURCE, corrections=emptied), rules)
    assert reading.drafts["plan:project:3"].fields == {
        "number": 1,
        "institution": "SPAS",
        "title": "Centru de zi pentru bătrâni în Apus",
    }


def test_a_folder_without_corrections_has_none(tmp_path: Path) -> None:
    assert load_corrections(tmp_path / "corrections.toml") == []


def test_a_correction_may_name_the_lines_its_words_stand_in(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(
        '[[correction]]\nrecord = "a"\nfield = "title"\nvalue = "b"\nreason = "c"\nlines = [4, 5]\n',
        encoding="utf-8",
    )
    assert load_corrections(path) == [
        Correction(record="a", field="title", value="b", reason="c", lines=(4, 5)),
    ]


@pytest.mark.parametrize(
    ("spoil", "by", "fault"),
    [
        ("plan:project:3", "plan:project:9", "no record 'plan:project:9'"),
        ('reason = "Trei surse fără semn între ele."', "", "reason: Field required"),
        (
            'reason = "Trei surse fără semn între ele."',
            'reason = " "',
            "reason: Value error, a correction needs a reason",
        ),
        ('field = "funding"', 'field = "title"', "field 'title' does not hold such a value"),
        ('["PNRR", "Buget", "local"]', '"PNRR"', "field 'funding' does not hold such a value"),
        ('field = "funding"', 'field = "status"', "field 'status' does not hold such a value"),
        ('field = "funding"', 'field = "id"', "field 'id' does not hold such a value"),
        ('field = "funding"', 'camp = "funding"', "field: Field required"),
        ('field = "funding"', 'field = "funding"\nlinii = [1, 2]', "linii: Extra inputs are not permitted"),
    ],
)
def test_a_correction_that_does_not_fit_is_a_fault_with_its_line(
    tmp_path: Path, rules: dict[str, ListRules], spoil: str, by: str, fault: str
) -> None:
    assert fault_of(tmp_path, rules, GOOD.replace(spoil, by)) == ("corrections.toml", 5, fault)


def test_broken_toml_is_a_fault_of_the_plan(tmp_path: Path) -> None:
    (tmp_path / "corrections.toml").write_text("[[correction]\n", encoding="utf-8")
    with pytest.raises(PlanFault) as caught:
        load_corrections(tmp_path / "corrections.toml")
    assert caught.value.line == 1


def test_a_table_instead_of_a_list_of_tables_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "corrections.toml").write_text('[correction]\nrecord = "a"\n', encoding="utf-8")
    with pytest.raises(PlanFault):
        load_corrections(tmp_path / "corrections.toml")


def test_a_field_that_only_a_correction_fills_is_looked_for_too(data: Path, tmp_path: Path) -> None:
    filled = GOOD.replace('"funding"', '"period"').replace('["PNRR", "Buget", "local"]', '"2099"')
    catalogue = load_catalogue(write_world(data, tmp_path, corrections=filled))
    assert [f.words for f in check_catalogue(catalogue)["plan"].findings] == ["2099"]


def test_lines_that_the_source_does_not_have_are_a_fault(data: Path, tmp_path: Path) -> None:
    beyond = GOOD + "    lines = [900, 901]\n"
    with pytest.raises(PlanFault):
        check_catalogue(load_catalogue(write_world(data, tmp_path, corrections=beyond)))


def test_the_lines_of_a_correction_are_lines_of_the_record(data: Path, tmp_path: Path) -> None:
    elsewhere = GOOD + "    lines = [4, 4]\n"
    catalogue = load_catalogue(write_world(data, tmp_path, corrections=elsewhere))
    assert catalogue.by_id["plan:project:3"].source.also == ((4, 4),)
