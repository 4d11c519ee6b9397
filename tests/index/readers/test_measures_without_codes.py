"""Reader `measures` on an invented table without codes: a row begins where a named column is filled."""

from __future__ import annotations

from pathlib import Path

from index.readers.lists import ListRules
from tests.index.invented import drafts, fields, read_invented

SECTIONS = r"""
[[section]]
reader = "measures"
row_starts = "deadline"
objective = '(?P<code>T\.[IVX]+)\.?\s*(?P<title>.*)'

[section.columns]
objective = ["Ținte"]
title = ["Ce facem"]
results = ["Ce obținem"]
deadline = ["Anul"]
responsible = ["Cine"]
funding = ["Bani"]
"""

HEADER = "Ținte | Ce facem | Ce obținem | Anul | Cine | Bani"


def test_a_row_begins_where_the_deadline_is_filled(tmp_path: Path, rules: dict[str, ListRules]) -> None:
    source = f"""
        {HEADER}
        T.I. Oameni sănătoși | Cantină | ▪ 1 cantină ▪ 9 porții | 2031 | UAT ONG Unități de cult | Buget CJ
        | Repararea căminului din | ▪ 1 cămin | 2032 | UAT | Buget
        T.II. Case calde | Călimanu de Jos | | | | local
        | Sobe noi | ▪ 9 sobe | 2033 | SPAS | Buget local
        """
    reading = read_invented(tmp_path, SECTIONS, source, rules)
    assert fields(reading, "measure") == [
        {
            "title": "Cantină",
            "results": ("1 cantină", "9 porții"),
            "deadline": "2031",
            "responsible": ("UAT", "ONG", "Unități de cult"),
            "funding": ("Buget CJ",),
            "path": ("T.I. Oameni sănătoși",),
        },
        {
            "title": "Repararea căminului din Călimanu de Jos",
            "results": ("1 cămin",),
            "deadline": "2032",
            "responsible": ("UAT",),
            "funding": ("Buget local",),
            "path": ("T.I. Oameni sănătoși",),
        },
        {
            "title": "Sobe noi",
            "results": ("9 sobe",),
            "deadline": "2033",
            "responsible": ("SPAS",),
            "funding": ("Buget local",),
            "path": ("T.II. Case calde",),
        },
    ]


def test_two_measures_in_one_cell_are_two_records_that_share_the_other_cells(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    source = f"""
        {HEADER}
        T.I. Ținta | <p>Închidere casa Unu</p> <p>Închidere casa Doi</p> | ▪ 2 case | 2031 | UAT | Buget CJ
        """
    shared = {
        "results": ("2 case",),
        "deadline": "2031",
        "responsible": ("UAT",),
        "funding": ("Buget CJ",),
        "path": ("T.I. Ținta",),
    }
    reading = read_invented(tmp_path, SECTIONS, source, rules)
    assert {key: d.fields for key, d in reading.drafts.items() if d.kind == "measure"} == {
        "plan:measure:3": {"title": "Închidere casa Unu", **shared},
        "plan:measure:3.2": {"title": "Închidere casa Doi", **shared},
    }


def test_two_paragraphs_of_one_sentence_are_one_measure(tmp_path: Path, rules: dict[str, ListRules]) -> None:
    source = f"""
        {HEADER}
        T.I. Ținta | <p>Închiderea casei</p> <p>de pe deal</p> | ▪ 1 casă | 2031 | UAT | Buget CJ
        """
    (measure,) = fields(read_invented(tmp_path, SECTIONS, source, rules), "measure")
    assert measure["title"] == "Închiderea casei de pe deal"


def test_x_in_partnership_with_y_is_answered_for_by_x_and_helped_by_y(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    source = f"""
        {HEADER}
        T.I. Ținta | Cantină | - | 2031 | DGASPC/UAT în parteneriat cu ONG și DSP, unități de cult | Buget CJ
        """
    (measure,) = fields(read_invented(tmp_path, SECTIONS, source, rules), "measure")
    assert (measure["responsible"], measure["partners"]) == (
        ("DGASPC", "UAT"),
        ("ONG", "DSP", "unități de cult"),
    )


def test_a_dash_is_nobody(tmp_path: Path, rules: dict[str, ListRules]) -> None:
    source = f"""
        {HEADER}
        T.I. Ținta | Cantină | - | 2031 | – | -
        """
    (measure,) = fields(read_invented(tmp_path, SECTIONS, source, rules), "measure")
    assert measure == {"title": "Cantină", "deadline": "2031", "path": ("T.I. Ținta",)}


def test_an_objective_cut_by_a_page_belongs_whole_to_the_rows_before_and_after(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    source = f"""
        {HEADER}
        T.I. Oameni | Cantină | ▪ 1 cantină | 2031 | UAT | Buget CJ

        sănătoși | Cămin | ▪ 1 cămin | 2031 | UAT | Buget CJ
        """
    measures = drafts(read_invented(tmp_path, SECTIONS, source, rules), "measure")
    assert [m.fields["path"] for m in measures] == [("T.I. Oameni sănătoși",), ("T.I. Oameni sănătoși",)]
