"""Reader `clauses` on invented sentences: things that a sentence describes rather than a table."""

from __future__ import annotations

from pathlib import Path

from index.readers.lists import ListRules
from tests.index.invented import fields, read_invented

INTENTION = r"""
[[section]]
reader = "clauses"
kind = "service"
status = "planned"
pattern = 'plătim (?P<title>.+?, cod (?P<service_code>\S+)),.*?(?P<amount_label>cel mult) (?P<amount>\S+ lei)'
"""

PROJECTS = r"""
[[section]]
reader = "clauses"
kind = "project"
whole = ["funding"]
pattern = 'proiectul (?P<title>„.+?”)(?: al (?P<institution>[^,]+))?, din (?P<funding>.+?), (?P<period>\d{4})'
"""

COURSES = r"""
[[section]]
reader = "clauses"
kind = "training"
begins = '^Cursuri'
ends = '^Gata'
section = '^(?P<section>[a-z]\. .+):'
pattern = 'ocupația (?P<title>.+?) – (?P<persons>\d+ \w+)'
"""


def test_a_sentence_is_a_record_with_its_sum_as_a_budget(tmp_path: Path, rules: dict[str, ListRules]) -> None:
    source = "În 2031 vrem să plătim mese calde, cod 8899-CP, după lege, cu cel mult 12.500 lei pe an."
    reading = read_invented(tmp_path, INTENTION, source, rules)
    assert {
        key: (d.status, d.lines, d.fields) for key, d in reading.drafts.items() if d.kind == "service"
    } == {
        "plan:service:2": (
            "planned",
            (2, 2),
            {
                "title": "mese calde, cod 8899-CP",
                "service_code": "8899-CP",
                "budget": {"cel mult": "12.500 lei"},
            },
        )
    }


def test_several_in_one_line_are_several_records_and_a_missing_group_is_no_field(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    source = (
        "Avem proiectul „Lunca” al UAT Lunca, din Programul Oameni Buget 2030, 2031 "
        "și proiectul „Valea”, din Programul Drumuri, 2032."
    )
    reading = read_invented(tmp_path, PROJECTS, source, rules)
    assert fields(reading, "project") == [
        {
            "title": "„Lunca”",
            "institution": "UAT Lunca",
            "funding": ("Programul Oameni Buget 2030",),
            "period": "2031",
        },
        {"title": "„Valea”", "funding": ("Programul Drumuri",), "period": "2032"},
    ]


def test_the_line_that_names_a_part_is_the_section_of_what_stands_below_it(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    source = """
        ocupația dinainte – 9 oameni
        Cursuri
        a. Pentru asistenți: ocupația îngrijitor – 12 oameni
        ocupația bucătar – 3 femei
        b. Pentru voluntari:
        ocupația șofer – 2 tineri
        Gata
        """
    reading = read_invented(tmp_path, COURSES, source, rules)
    assert fields(reading, "training") == [
        {"title": "îngrijitor", "persons": "12 oameni", "section": "a. Pentru asistenți"},
        {"title": "bucătar", "persons": "3 femei", "section": "a. Pentru asistenți"},
        {"title": "șofer", "persons": "2 tineri", "section": "b. Pentru voluntari"},
    ]
