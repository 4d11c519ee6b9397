"""Reader `measures` on an invented table with codes: rows, pages, headings and objectives."""

from __future__ import annotations

from pathlib import Path

from index.readers.draft import Place
from index.readers.lists import ListRules
from tests.index.invented import drafts, fields, read_invented

SECTIONS = r"""
skip = ['^Pagina \d+ din plan$']

[[section]]
reader = "measures"
begins = '^Capitolul II'
objective = '(?P<code>OP\d+)\.\s*(?P<title>.*)'
code = '(?P<code>[A-Z]\d+(?:[.-]\d+)+)\.?\s*(?P<title>.*)'

[section.columns]
objective = ["Ținta"]
title = ["Acțiunea"]
indicators = ["Cum măsurăm"]
deadline = ["Până când"]
responsible = ["Cine răspunde"]
partners = ["Cine ajută"]
funding = ["Banii"]

[[section.headings]]
level = 1
pattern = 'Domeniul (?P<code>[A-Z]):\s*(?P<title>.*)'

[[section.headings]]
level = 2
pattern = 'Prioritatea (?P<code>\d+):\s*(?P<title>.*)'
"""

HEADER = "Ținta | Acțiunea | Cum măsurăm | Până când | Cine răspunde | Cine ajută | Banii de la buget"


def test_each_row_is_one_measure_under_the_headings_and_the_objective_above_it(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    source = f"""
        Capitolul II
        Domeniul A: Familia
        Prioritatea 1: Copiii
        {HEADER}
        OP1. Școala | A1.1. Centru nou | Nr. copii Nr. mame | 2031 | UAT, ISJ | ONG/SPAS | Buget local PNRR
        | A1.2. Masă caldă | Nr. porții; | 2032 | SPAS | - | Buget local
        """
    reading = read_invented(tmp_path, SECTIONS, source, rules)
    path = ("Domeniul A: Familia", "Prioritatea 1: Copiii", "OP1. Școala")
    assert fields(reading, "measure") == [
        {
            "code": "A1.1",
            "title": "Centru nou",
            "indicators": ("Nr. copii", "Nr. mame"),
            "deadline": "2031",
            "responsible": ("UAT", "ISJ"),
            "partners": ("ONG", "SPAS"),
            "funding": ("Buget local", "PNRR"),
            "path": path,
        },
        {
            "code": "A1.2",
            "title": "Masă caldă",
            "indicators": ("Nr. porții",),
            "deadline": "2032",
            "responsible": ("SPAS",),
            "funding": ("Buget local",),
            "path": path,
        },
    ]


def test_headings_and_objectives_are_records_themselves(tmp_path: Path, rules: dict[str, ListRules]) -> None:
    source = f"""
        Capitolul II
        Domeniul A: Familia
        Prioritatea 1: Copiii
        {HEADER}
        OP1. Copiii merg la școală | A1.1. Centru de zi | Nr. copii | 2031 | UAT | - | Buget local
        """
    reading = read_invented(tmp_path, SECTIONS, source, rules)
    assert {key: draft.fields for key, draft in reading.drafts.items() if draft.kind == "objective"} == {
        "plan:objective:3": {"code": "A", "title": "Familia", "path": ()},
        "plan:objective:4": {"code": "1", "title": "Copiii", "path": ("Domeniul A: Familia",)},
        "plan:objective:6": {
            "code": "OP1",
            "title": "Copiii merg la școală",
            "path": ("Domeniul A: Familia", "Prioritatea 1: Copiii"),
        },
    }


def test_a_cell_cut_by_a_page_goes_on_in_the_next_row(tmp_path: Path, rules: dict[str, ListRules]) -> None:
    source = f"""
        Capitolul II
        Domeniul A: Familia
        {HEADER}
        OP1. Copiii merg | A1.1. Sprijin pentru mame | Nr. mame | 2031 (în | UAT | ONG-uri, | Buget

        Pagina 7 din plan

        {HEADER}
        la școală | singure | sprijinite Nr. vizite | fiecare an) | DGASPC | SPAS | local
        | A1.2. Masă caldă | Nr. porții | 2032 | SPAS | | Buget local
        """
    reading = read_invented(tmp_path, SECTIONS, source, rules)
    first, second = drafts(reading, "measure")
    assert (first.lines, first.fields) == (
        (5, 10),
        {
            "code": "A1.1",
            "title": "Sprijin pentru mame singure",
            "indicators": ("Nr. mame sprijinite", "Nr. vizite"),
            "deadline": "2031 (în fiecare an)",
            "responsible": ("UAT", "DGASPC"),
            "partners": ("ONG-uri", "SPAS"),
            "funding": ("Buget local",),
            "path": ("Domeniul A: Familia", "OP1. Copiii merg la școală"),
        },
    )
    assert (second.lines, second.fields["path"]) == (
        (11, 11),
        ("Domeniul A: Familia", "OP1. Copiii merg la școală"),
    )


def test_a_field_keeps_the_cells_its_words_stand_in(tmp_path: Path, rules: dict[str, ListRules]) -> None:
    source = f"""
        Capitolul II
        Domeniul A: Familia
        {HEADER}
        OP1. Ținta | A1.1. Sprijin | Nr. mame | 2031 | UAT | | Buget
        | pentru mame | | | | | local
        """
    (draft,) = drafts(read_invented(tmp_path, SECTIONS, source, rules), "measure")
    assert draft.places == {
        "code": (Place(5, 1), Place(6, 1)),
        "title": (Place(5, 1), Place(6, 1)),
        "indicators": (Place(5, 2),),
        "deadline": (Place(5, 3),),
        "responsible": (Place(5, 4),),
        "funding": (Place(5, 6), Place(6, 6)),
        "path.0": (Place(3, 0),),
        "path.1": (Place(5, 0),),
    }


def test_a_header_with_its_columns_in_another_order_moves_the_cells(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    source = f"""
        Capitolul II
        {HEADER}
        OP1. Ținta | A1.1. Centru de zi | Nr. copii | 2031 | UAT | ONG | Buget local
        Cine ajută | Cine răspunde | Acțiunea propusă | Până când | Ținta
        DSP | SPAS | A1.2. Masă caldă | 2032 |
        """
    reading = read_invented(tmp_path, SECTIONS, source, rules)
    assert fields(reading, "measure")[1] == {
        "code": "A1.2",
        "title": "Masă caldă",
        "deadline": "2032",
        "responsible": ("SPAS",),
        "partners": ("DSP",),
        "path": ("OP1. Ținta",),
    }


def test_a_heading_cut_by_a_page_goes_on_and_a_new_one_ends_the_objective(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    source = f"""
        Capitolul II
        Domeniul A: Familia
        {HEADER}
        OP1. Ținta | A1.1. Centru de zi | Nr. copii | 2031 | UAT | ONG | Buget local
        Domeniul B: Persoanele | | | | | |
        Pagina 8 din plan
        vârstnice și singure | | | | | |
        {HEADER}
        | B1.1. Îngrijire la domiciliu | Nr. vizite | 2031 | SPAS | | Buget local
        """
    reading = read_invented(tmp_path, SECTIONS, source, rules)
    assert [draft.fields["path"] for draft in drafts(reading, "measure")] == [
        ("Domeniul A: Familia", "OP1. Ținta"),
        ("Domeniul B: Persoanele vârstnice și singure",),
    ]


def test_an_objective_that_goes_on_alone_on_a_line_is_no_part_of_the_heading(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    source = f"""
        Capitolul II
        Domeniul A: Familia
        {HEADER}
        OP1. Copiii merg | A1.1. Centru de zi | Nr. copii | 2031 | UAT | ONG | Buget local
        la școală | | | | | |
        """
    (measure,) = fields(read_invented(tmp_path, SECTIONS, source, rules), "measure")
    assert measure["path"] == ("Domeniul A: Familia", "OP1. Copiii merg la școală")


def test_codes_stay_as_printed_and_twice_printed_ones_are_two_records(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    source = f"""
        Capitolul II
        {HEADER}
        OP1. Ținta | A1.1. Centru de zi | Nr. copii | 2031 | UAT | | Buget local
        | A1.1. Masă caldă | Nr. porții | 2031 | UAT | | Buget local
        | A1-3 Cantină | Nr. porții | 2031 | UAT | | Buget local
        """
    reading = read_invented(tmp_path, SECTIONS, source, rules)
    assert {key: d.fields["code"] for key, d in reading.drafts.items() if d.kind == "measure"} == {
        "plan:measure:4": "A1.1",
        "plan:measure:5": "A1.1",
        "plan:measure:6": "A1-3",
    }


def test_what_stands_before_and_after_the_section_is_no_measure(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    source = f"""
        {HEADER}
        | A9.1. Dinainte | Nr. copii | 2031 | UAT | | Buget local
        Capitolul II
        {HEADER}
        | A1.1. Centru de zi | Nr. copii | 2031 | UAT | | Buget local
        Semnături
        | A9.2. De după | Nr. copii | 2031 | UAT | | Buget local
        """
    bounded = SECTIONS.replace("begins = '^Capitolul II'", "begins = '^Capitolul II'\nends = '^Semnături'")
    reading = read_invented(tmp_path, bounded, source, rules)
    assert [draft.fields["code"] for draft in drafts(reading, "measure")] == ["A1.1"]
