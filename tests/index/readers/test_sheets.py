"""Reader `rows`, the data sheet below a title: a row that also describes a service that runs."""

from __future__ import annotations

from pathlib import Path

from index.readers.lists import ListRules
from tests.index.invented import read_invented

SECTIONS = r"""
[[section]]
reader = "rows"
kind = "project"
status = "planned"

[section.columns]
number = ["Poziția"]
institution = ["Titular"]
title = ["Proiect"]

[section.sheet]
patterns = [
  'merge în satul (?P<locality>\w+), cod (?P<service_code>\S+)',
  'cu licență de la (?P<licence_start>[\d.]+) la (?P<licence_end>[\d.]+)',
  'pentru (?P<capacity>\d+ \w+)',
]
"""

SOURCE = """
    Poziția | Titular | Proiect
    1. | Fundația Zori | <b>Casa Lunca</b> <p>merge în satul Lunca, cod 8730</p> <p>cu licență de la 1.02.2030
    | | <p>la 31.01.2035 pentru 9 bătrâni</p>
    2. | Fundația Apus | <b>Casa Valea</b>
    """


def test_a_row_with_a_sheet_is_a_project_and_a_running_service(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    reading = read_invented(tmp_path, SECTIONS, SOURCE, rules)
    named = {key: (d.status, d.lines, d.fields) for key, d in reading.drafts.items() if d.kind != "plan"}
    assert named == {
        "plan:project:3": (
            "planned",
            (3, 4),
            {"number": 1, "title": "Casa Lunca", "institution": "Fundația Zori"},
        ),
        "plan:service:3": (
            "existing",
            (3, 4),
            {
                "title": "Casa Lunca",
                "provider": "Fundația Zori",
                "locality": "Lunca",
                "service_code": "8730",
                "licence_start": "1.02.2030",
                "licence_end": "31.01.2035",
                "capacity": "9 bătrâni",
            },
        ),
        "plan:project:5": (
            "planned",
            (5, 5),
            {"number": 2, "title": "Casa Valea", "institution": "Fundația Apus"},
        ),
    }


def test_the_project_knows_the_service_it_also_describes(tmp_path: Path, rules: dict[str, ListRules]) -> None:
    drafts = read_invented(tmp_path, SECTIONS, SOURCE, rules).drafts
    twins = {
        key: next((k for k, d in drafts.items() if d is draft.twin), None) for key, draft in drafts.items()
    }
    assert twins == {
        "plan:plan:1": None,
        "plan:project:3": "plan:service:3",
        "plan:service:3": None,
        "plan:project:5": None,
    }
