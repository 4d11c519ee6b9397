"""Reader `rows` on invented tables: projects, directories with amounts, sections and cut cells."""

from __future__ import annotations

from pathlib import Path

from index.readers.lists import ListRules
from tests.index.invented import drafts, fields, read_invented

PROJECTS = r"""
[[section]]
reader = "rows"
kind = "project"
status = "planned"

[section.columns]
number = ["Poziția"]
institution = ["Titular"]
title = ["Proiect"]
funding = ["Finanțare"]
"""

DIRECTORY = r"""
[[section]]
reader = "rows"
kind = "service"
status = "existing"
section = 'Servicii ale (?P<provider>.+?):$'
name_in = "service_code"
budget = ["Bani locali", "Bani de stat"]

[section.columns]
number = ["Nr."]
service_code = ["Cod"]
activity = ["Ce face"]
capacity = ["Locuri"]
"""

TRAININGS = r"""
[[section]]
reader = "rows"
kind = "training"
section = '^[a-z]\. (?P<section>.+)'

[section.columns]
title = ["Cine învață"]
persons = ["Câți"]
"""


def test_a_numbered_row_is_one_project(tmp_path: Path, rules: dict[str, ListRules]) -> None:
    source = """
        Poziția | Titular | Proiect <sup>4</sup> | Finanțare posibilă
        1. | UAT LUNCA MARE | Cămin pentru bătrâni | <p>PNRR</p> <p>Buget local</p>
        2. | Fundația Zori | Centru de zi | -
        """
    reading = read_invented(tmp_path, PROJECTS, source, rules)
    assert {key: (d.status, d.fields) for key, d in reading.drafts.items() if d.kind == "project"} == {
        "plan:project:3": (
            "planned",
            {
                "number": 1,
                "institution": "UAT LUNCA MARE",
                "title": "Cămin pentru bătrâni",
                "funding": ("PNRR", "Buget local"),
            },
        ),
        "plan:project:4": (
            "planned",
            {"number": 2, "institution": "Fundația Zori", "title": "Centru de zi"},
        ),
    }


def test_a_row_cut_by_a_page_goes_on_under_the_repeated_header(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    source = """
        Poziția | Titular | Proiect | Finanțare
        1. | UAT LUNCA | Cămin pentru | Buget

        Poziția | Titular | Proiect | Finanțare
        | MARE | bătrâni | local
        2. | Fundația Zori | Centru de zi | PNRR
        """
    first, second = drafts(read_invented(tmp_path, PROJECTS, source, rules), "project")
    assert (first.lines, first.fields, second.lines) == (
        (3, 6),
        {
            "number": 1,
            "institution": "UAT LUNCA MARE",
            "title": "Cămin pentru bătrâni",
            "funding": ("Buget local",),
        },
        (7, 7),
    )


def test_a_directory_prints_the_name_above_the_details(tmp_path: Path, rules: dict[str, ListRules]) -> None:
    source = """
        Servicii ale Primăriei Lunca Mare:
        Nr. | Cod | Ce face | Locuri | Bani | |
        | | | | Bani locali mii lei | Bani de stat | Bani de la alții
        1. | Cantina Zori | | | | |
        | 8899 CP | Masă caldă | 40 porții | 1.250 | - | 7
        2. | Căminul Apus | | | | |
        | 8730 CR | Găzduire | 12 locuri | 80 | 90 |
        """
    reading = read_invented(tmp_path, DIRECTORY, source, rules)
    assert fields(reading, "service") == [
        {
            "number": 1,
            "title": "Cantina Zori",
            "service_code": "8899 CP",
            "activity": "Masă caldă",
            "capacity": "40 porții",
            "budget": {"Bani locali mii lei": "1.250"},
            "provider": "Primăriei Lunca Mare",
        },
        {
            "number": 2,
            "title": "Căminul Apus",
            "service_code": "8730 CR",
            "activity": "Găzduire",
            "capacity": "12 locuri",
            "budget": {"Bani locali mii lei": "80", "Bani de stat": "90"},
            "provider": "Primăriei Lunca Mare",
        },
    ]


def test_a_table_without_numbers_has_a_row_wherever_the_title_is_filled(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    source = """
        a. Cursuri de iarnă
        Cine învață | Câți
        Cantina | 3
        Căminul | -
        O vorbă între tabele.
        b. Cursuri de vară
        Cine învață | Câți
        Asistenții | 12
        """
    reading = read_invented(tmp_path, TRAININGS, source, rules)
    assert fields(reading, "training") == [
        {"title": "Cantina", "persons": "3", "section": "Cursuri de iarnă"},
        {"title": "Căminul", "section": "Cursuri de iarnă"},
        {"title": "Asistenții", "persons": "12", "section": "Cursuri de vară"},
    ]


def test_a_row_under_a_new_section_waits_for_that_sections_header(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    source = """
        a. Cursuri de iarnă
        Cine învață | Câți
        Cantina | 3
        b. Altceva
        Temă | Oră
        Focul | 12
        """
    reading = read_invented(tmp_path, TRAININGS, source, rules)
    assert [draft.fields["title"] for draft in drafts(reading, "training")] == ["Cantina"]
