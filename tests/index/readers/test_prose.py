"""What stands between the tables: passages under the document's headings, and explained acronyms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index.readers.draft import SourceText
from index.readers.prose import read_passages, read_terms


def source(*lines: str) -> SourceText:
    """A document of some lines."""
    return SourceText(Path("source.txt"), lines)


def test_a_paragraph_is_a_passage_under_the_headings_above_it() -> None:
    text = source(
        "# Partea întâi",
        "## Despre județ",
        "- *Județul are treizeci de comune și două orașe.*",
        "",
        "# Partea a doua",
        "Populația a scăzut cu nouă la sută în zece ani.",
    )
    assert [(d.lines, d.fields) for d in read_passages(text, set(), [])] == [
        (
            (3, 3),
            {
                "title": "Județul are treizeci de comune și două orașe.",
                "path": ("Partea întâi", "Despre județ"),
            },
        ),
        (
            (6, 6),
            {"title": "Populația a scăzut cu nouă la sută în zece ani.", "path": ("Partea a doua",)},
        ),
    ]


def test_short_lines_page_headers_rules_and_lines_read_elsewhere_are_no_passages() -> None:
    text = source(
        "Președinte, Ion Ionescu",
        "Plan de acțiune al județului, pagina a treia",
        "------------------------------------------",
        "Acest rând lung este deja o măsură a planului.",
    )
    assert list(read_passages(text, {4}, [re.compile("^Plan de acțiune")])) == []


def test_the_cells_of_a_table_row_stand_in_one_passage() -> None:
    (draft,) = read_passages(source("Vârsta copiilor\t\tîntre 7 și 14 ani"), set(), [])
    assert draft.fields == {"title": "Vârsta copiilor — între 7 și 14 ani", "path": ()}


@pytest.mark.parametrize(
    ("line", "terms"),
    [
        ("sprijin în căsuțe de tip familial (CTF) noi", {"CTF": "căsuțe de tip familial"}),
        ("FOC - Federația Oamenilor Calzi; altele", {"FOC": "Federația Oamenilor Calzi"}),
        (
            "Serviciului Public/ Direcției de Asistență Socială (SPAS/ DAS)",
            {"SPAS": "Serviciului Public de Asistență Socială", "DAS": "Direcției de Asistență Socială"},
        ),
        ("Agenția Națională (XYZ) nu spune ce este", {}),
        ("se face (DE) la toți", {}),
    ],
)
def test_an_acronym_is_explained_by_the_words_that_spell_it(line: str, terms: dict[str, str]) -> None:
    assert {d.fields["code"]: d.fields["title"] for d in read_terms(source(line))} == terms


def test_an_acronym_whose_words_begin_on_the_line_before_has_both_lines() -> None:
    text = source("Banii vin de la Casa de", "Ajutor Reciproc (CAR) din sat")
    assert [(d.lines, d.fields) for d in read_terms(text)] == [
        ((1, 2), {"code": "CAR", "title": "Casa de Ajutor Reciproc"})
    ]


def test_only_the_first_explanation_of_an_acronym_counts() -> None:
    text = source("Centrul de Zi (CZ) din Lunca", "alt cuvânt", "Copiii Zburdalnici (CZ)")
    assert [(d.lines, d.fields["title"]) for d in read_terms(text)] == [((1, 1), "Centrul de Zi")]


def test_an_acronym_explained_inside_brackets_has_no_bracket_in_its_words() -> None:
    (draft,) = read_terms(source("copii cu (tulburări din spectru autist (TSA) și altele)"))
    assert draft.fields == {"code": "TSA", "title": "tulburări din spectru autist"}
