"""Header rows, cells over page breaks, and lines that are none: what all readers of tables share."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index.readers.draft import Place, SourceText
from index.readers.tables import Cell, Row, fold_columns, is_rule, match_header, page_lines

COLUMNS = fold_columns({"title": ["Măsur"], "deadline": ["Termen", "Până când"], "funding": ["Bani"]})


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Măsurile\tTermene de realizare\tBani", {0: "title", 1: "deadline", 2: "funding"}),
        ("Bani\tMăsuri", {0: "funding", 1: "title"}),
        ("<b>MĂSURA</b>\tNr.\t**Până când?**", {0: "title", 2: "deadline"}),
        ("Masuri\tTermen\tTermen nou", {0: "title", 1: "deadline"}),
        ("Măsura luată ieri\tpână la toamnă", None),
        ("Măsuri", None),
        ("", None),
    ],
)
def test_a_header_row_is_known_by_how_its_cells_begin(line: str, found: dict[int, str] | None) -> None:
    assert match_header(line, COLUMNS, at_least=2) == found


def test_a_cell_joins_its_pieces_and_keeps_their_places() -> None:
    row = Row(4, last_line=4)
    row.add("title", Place(4, 1), "Centru")
    row.add("title", Place(6, 1), "")
    row.add("title", Place(7, 1), "de zi\nnou")
    row.add("title", Place(8, 1), "• pentru copii")
    cell = row.get("title")
    assert (cell.text, cell.flat, cell.places, row.last_line) == (
        "Centru de zi\nnou\n• pentru copii",
        "Centru de zi nou pentru copii",
        (Place(4, 1), Place(7, 1), Place(8, 1)),
        8,
    )


def test_a_cell_the_row_does_not_have_is_empty() -> None:
    assert Row(1).get("funding") == Cell()


@pytest.mark.parametrize(
    ("line", "rule"),
    [("--\t--\t----", True), ("", True), (" | – | ", True), ("-\tNr.", False), ("2031", False)],
)
def test_a_line_of_dashes_is_a_rule(line: str, rule: bool) -> None:
    assert is_rule(line) == rule


def test_blank_lines_rules_and_page_headers_are_left_out() -> None:
    lines = ("Antet", "Capitolul I", "", "--\t--", "## Antet", "a\tb", "Sfârșit")
    source = SourceText(Path("source.txt"), lines)
    assert list(page_lines(source, 2, 6, [re.compile("^Antet$")])) == [(2, "Capitolul I"), (6, "a\tb")]
