"""Names in `plan.toml` that no record has: each is a fault of its plan, not a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.catalogue import load_catalogue
from index.errors import PlanFault
from tests.index.small_world import write_world

ROWS = r"""
    [[section]]
    reader = "rows"
    kind = "service"

    [section.columns]
    title = ["Ce"]
    number = ["Nr."]
    """

SOURCE = """
    Despre mese
    Nr. | Ce
    1. | <p>Cantină</p> <p>30 de locuri</p>
    """

CODES = r"""
    [[section]]
    reader = "measures"
    code = '[a-z]+'

    [section.columns]
    title = ["Nr."]
    deadline = ["Ce"]
    """

UNKNOWN = [
    pytest.param(ROWS.replace("title =", "titlu ="), id="column"),
    pytest.param(ROWS + "\n[section.sheet]\npatterns = ['(?P<capacitate>.+)']\n", id="sheet"),
    pytest.param(
        ROWS.replace('"service"', "\"service\"\n    section = '(?P<sectiune>Despre .+)'"), id="section"
    ),
]


def test_names_that_records_have_are_read(data: Path, tmp_path: Path) -> None:
    catalogue = load_catalogue(write_world(data, tmp_path, ROWS, SOURCE))
    assert [r.title for r in catalogue.records if r.kind == "service"] == ["Cantină 30 de locuri"]


@pytest.mark.parametrize("sections", UNKNOWN)
def test_a_field_that_no_record_has_is_a_fault(data: Path, tmp_path: Path, sections: str) -> None:
    with pytest.raises(PlanFault):
        load_catalogue(write_world(data, tmp_path, sections, SOURCE))


def test_a_pattern_without_the_groups_it_must_name_is_a_fault(data: Path, tmp_path: Path) -> None:
    source = "Nr. | Ce\nunu | Cantină"
    with pytest.raises(PlanFault):
        load_catalogue(write_world(data, tmp_path, CODES, source))


def test_a_status_that_does_not_exist_is_a_fault(data: Path, tmp_path: Path) -> None:
    sections = ROWS.replace('"service"', '"service"\n    status = "merge"')
    with pytest.raises(PlanFault):
        load_catalogue(write_world(data, tmp_path, sections, SOURCE))


def test_a_row_without_a_title_is_a_fault_with_its_line(data: Path, tmp_path: Path) -> None:
    source = "Nr. | Ce\n1. | Cantină\n2. | "
    with pytest.raises(PlanFault) as caught:
        load_catalogue(write_world(data, tmp_path, ROWS, source))
    fault = caught.value
    assert (fault.file.name, fault.line, fault.fault) == ("source.txt", 4, "service, title: Field required")
