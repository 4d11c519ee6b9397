"""Planted faults: a word, a number, a cell or a line range that the source does not print is reported."""

from __future__ import annotations

from typing import Any

import pytest

from index import Catalogue, Finding, Record
from index.check import check_plan, printed_fields
from index.records import Licence


def findings(catalogue: Catalogue, record: Record, **changes: Any) -> list[Finding]:
    """What the check finds in a record once some of its fields are changed."""
    if "lines" in changes:
        changes["source"] = record.source.model_copy(update={"lines": changes.pop("lines")})
    changed = record.model_copy(update=changes)
    return list(check_plan(catalogue.readings[record.plan], [changed]).findings)


def faults(catalogue: Catalogue, record: Record, **changes: Any) -> list[tuple[str, str, str]]:
    """Field, kind of fault and words of each finding."""
    return [(f.field, f.fault, f.words) for f in findings(catalogue, record, **changes)]


FOREIGN = [
    ("ialomita-2024:measure:12", "title", "Închiderea Complexului Inventat", "inventat"),
    ("ialomita-2024:measure:12", "deadline", "2025", "2025"),
    ("bacau-2014-2024:measure:33", "partners", ("DGASPC", "CMB", "Primăria"), "primăria"),
    ("bacau-2014-2024:measure:33", "code", "1.3.9", "9"),
    ("iasi-2021-2027:measure:431", "groups", ("Copiii cu dizabilități", "Somerii"), "somerii"),
    ("iasi-2021-2027:service:1276", "capacity", "31 copii", "31"),
    ("iasi-2021-2027:service:1286", "service_code", "8899-CZ-F-X", "x"),
    ("iasi-2021-2027:project:1060", "institution", "UAT CUZA VODĂ", "vodă"),
    ("piatra-neamt-2023:service:432", "budget", {"Buget local mii lei": "436"}, "436"),
    ("piatra-neamt-2023:measure:66", "path", ("Obiectiv inventat",), "inventat"),
    ("piatra-neamt-2023:project:410", "smis", "129793", "129793"),
    ("timisoara-2017-2022:measure:53", "indicators", ("Cel putin 4 persoane",), "4"),
    ("timisoara-2017-2022:measure:53", "responsible", ("Primaria",), "primaria"),
    ("timisoara-2017-2022:measure:53", "deadline", "Decembrie 2018", "2018"),
]


@pytest.mark.parametrize(("record", "field", "value", "word"), FOREIGN)
def test_a_foreign_word_or_number_is_reported(
    catalogue: Catalogue, record: str, field: str, value: Any, word: str
) -> None:
    (finding,) = findings(catalogue, catalogue.by_id[record], **{field: value})
    assert finding == (record, "path.0" if field == "path" else field, "not-found", word, "")


def with_foreign_word(record: Record, name: str) -> Any:
    """The value of a printed field with a word that no source prints; None where it holds no text."""
    value = getattr(record, name, None)
    if isinstance(value, str):
        return f"{value} Zzyzx"
    if isinstance(value, tuple) and value:
        return (*value[:-1], f"{value[-1]} Zzyzx")
    return {key: f"{amount} Zzyzx" for key, amount in value.items()} if isinstance(value, dict) else None


def test_a_foreign_word_is_reported_in_every_printed_field_of_every_record(catalogue: Catalogue) -> None:
    missed = []
    for record in catalogue.records:
        reading = catalogue.readings[record.plan]
        for name, items in printed_fields(record, reading.drafts[record.id]):
            value = with_foreign_word(record, name)
            if (
                items
                and value
                and ("zzyzx" not in {f.words for f in findings(catalogue, record, **{name: value})})
            ):
                missed.append((record.id, name))
    assert missed == []


LISTS = ("indicators", "results", "groups", "funding", "responsible", "partners")


@pytest.mark.parametrize("slug", ["bacau-2014-2024", "iasi-2021-2027", "ialomita-2024"])
def test_two_exchanged_cells_are_reported_in_every_row_of_a_table(catalogue: Catalogue, slug: str) -> None:
    rows = [r for r in catalogue.records if r.plan == slug and r.kind == "measure"]
    places = {r.id: catalogue.readings[slug].drafts[r.id].places for r in rows}
    missed = []
    for row in rows:
        filled = [name for name in LISTS if getattr(row, name)]
        for one, other in ((a, b) for n, a in enumerate(filled) for b in filled[n + 1 :]):
            mine, theirs = getattr(row, one), getattr(row, other)
            apart = mine != theirs and places[row.id][one] != places[row.id][other]
            if apart and not findings(catalogue, row, **{one: theirs, other: mine}):
                missed.append((row.id, one, other))
    assert missed == []


def test_two_exchanged_cells_of_a_transcribed_row_are_reported_as_out_of_order(catalogue: Catalogue) -> None:
    row = catalogue.by_id["timisoara-2017-2022:measure:53"]
    exchanged = faults(catalogue, row, indicators=row.responsible, responsible=row.indicators)
    assert exchanged == [("indicators, responsible", "order", "line 53")]


def test_the_wording_and_the_deadline_of_a_transcribed_row_cannot_be_exchanged(catalogue: Catalogue) -> None:
    row = catalogue.by_id["timisoara-2017-2022:measure:59"]
    exchanged = faults(catalogue, row, title=row.deadline, deadline=row.title)
    assert [(field, fault) for field, fault, _ in exchanged] == [
        ("title, indicators", "order"),
        ("responsible, deadline", "order"),
    ]


def test_items_in_another_order_than_in_their_cell_are_reported(catalogue: Catalogue) -> None:
    row = catalogue.by_id["bacau-2014-2024:measure:33"]
    assert faults(catalogue, row, partners=row.partners[::-1]) == [("partners", "not-found", "cmb")]


@pytest.mark.parametrize(
    ("record", "lines", "fields"),
    [
        (
            "bacau-2014-2024:measure:33",
            (34, 34),
            ["code", "title", "deadline", "indicators", "funding", "responsible", "partners"],
        ),
        (
            "bacau-2014-2024:measure:108",
            (108, 109),
            ["title", "deadline", "indicators", "funding", "partners"],
        ),
        ("iasi-2021-2027:measure:431", (431, 431), ["groups"]),
        (
            "piatra-neamt-2023:service:432",
            (432, 432),
            ["service_code", "activity", "capacity", "occupancy", "budget"],
        ),
        ("timisoara-2017-2022:measure:53", (53, 57), ["title"]),
        ("timisoara-2017-2022:measure:59", (60, 63), ["title", "deadline", "indicators", "responsible"]),
    ],
)
def test_a_wrong_line_range_is_reported(
    catalogue: Catalogue, record: str, lines: tuple[int, int], fields: list[str]
) -> None:
    found = findings(catalogue, catalogue.by_id[record], lines=lines)
    assert sorted(f.field for f in found) == sorted(fields)


NOT_THERE: list[tuple[str, dict[str, Any]]] = [
    ("ialomita-2024:measure:9", {"staff": "3 oameni inventați"}),
    ("ialomita-2024:measure:9", {"partners": ("Primăria Inventată",)}),
    (
        "piatra-neamt-2023:measure:66",
        {"path": ("Obiectiv strategic 1", "Dezvoltarea de parteneriate", "Titlu inventat")},
    ),
    ("piatra-neamt-2023:service:432", {"budget": {"Buget inventat": "435"}}),
    ("piatra-neamt-2023:service:432", {"budget": {"Buget local mii lei": "917", "Alte surse": "435"}}),
    ("iasi-2021-2027:service:1276", {"licence": Licence(start="23.09.2026", end="24.09.2021")}),
    ("ialomita-2024:measure:32", {"responsible": ("ONG",), "partners": ("DGASPC", "UAT")}),
]


@pytest.mark.parametrize(("record", "changes"), NOT_THERE)
def test_what_the_source_does_not_print_there_is_reported(
    catalogue: Catalogue, record: str, changes: dict[str, Any]
) -> None:
    assert findings(catalogue, catalogue.by_id[record], **changes) != []
