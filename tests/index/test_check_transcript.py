"""A transcript is held to its scan: words, repairs, lines and the order of the columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.catalogue import load_catalogue
from index.check import check_catalogue
from tests.index.small_world import write_world

SECTIONS = """
    [[section]]
    reader = "transcript"
    """

SCAN = """
    OBIECTIV GENERAL I: Mese calde
    1. Cantine in sate
    Cantina noua | 2 cantine Primaria lulie 2031
    in Lunca | deschise Lunca

    Tncalzirea cantinei Primaria
    1 soba noua Anual
    """

TRANSCRIPT = """
    [repairs]
    "lulie" = "Iulie"

    [[general]]
    title = "OBIECTIV GENERAL I: Mese calde"
    lines = [2, 2]

    [[general.specific]]
    title = "1. Cantine in sate"
    lines = [3, 3]

    [[general.specific.action]]
    title = "Cantina noua in Lunca"
    indicators = ["2 cantine deschise"]
    responsible = ["Primaria Lunca"]
    deadline = "Iulie 2031"
    lines = [4, 5]

    [[general.specific.action]]
    title = "Incalzirea cantinei"
    indicators = ["1 soba noua"]
    responsible = ["Primaria"]
    deadline = "Anual"
    lines = [7, 8]
    repairs = { "Tncalzirea" = "Incalzirea" }
    shuffled = ["responsible", "indicators"]
    """


def found(real: Path, data: Path, transcript: str) -> list[tuple[str, str, str, str]]:
    """Record, field, fault and words of each finding in the invented plan."""
    report = check_catalogue(load_catalogue(write_world(real, data, SECTIONS, SCAN, transcript=transcript)))[
        "plan"
    ]
    return [(f.record, f.field, f.fault, f.words) for f in report.unexplained]


def test_a_faithful_transcript_has_no_findings(data: Path, tmp_path: Path) -> None:
    assert found(data, tmp_path, TRANSCRIPT) == []


SPOILED = [
    pytest.param(
        '"Cantina noua in Lunca"',
        '"Cantina noua in Valea"',
        [("plan:measure:4", "title", "not-found", "valea")],
        id="a foreign word",
    ),
    pytest.param(
        '"2 cantine deschise"',
        '"3 cantine deschise"',
        [("plan:measure:4", "indicators", "not-found", "3")],
        id="a number",
    ),
    pytest.param(
        '"Cantina noua in Lunca"',
        '"noua Cantina in Lunca"',
        [("plan:measure:4", "title", "not-found", "cantina")],
        id="words out of order",
    ),
    pytest.param(
        '"lulie" = "Iulie"',
        '"lulie" = "Iunie"',
        [("plan:measure:4", "deadline", "not-found", "iulie")],
        id="another repair",
    ),
    pytest.param(
        "lines = [4, 5]",
        "lines = [4, 4]",
        [
            ("plan:measure:4", "title", "not-found", "in"),
            ("plan:measure:4", "indicators", "not-found", "deschise"),
            ("plan:measure:4", "responsible", "not-found", "lunca"),
            ("plan:institution:primaria-lunca", "title", "not-found", "lunca"),
        ],
        id="too few lines",
    ),
    pytest.param(
        '["1 soba noua"]',
        '["1 soba noua noua"]',
        [("plan:measure:7", "indicators", "not-found", "noua")],
        id="a word of a shuffled cell twice",
    ),
    pytest.param(
        '"OBIECTIV GENERAL I: Mese calde"',
        '"OBIECTIV GENERAL I: Mese bune"',
        [
            ("plan:objective:2", "title", "not-found", "bune"),
            ("plan:objective:3", "path.0", "not-found", "bune"),
            ("plan:measure:4", "path.0", "not-found", "bune"),
            ("plan:measure:7", "path.0", "not-found", "bune"),
        ],
        id="a heading",
    ),
]


@pytest.mark.parametrize(("faithful", "spoiled", "findings"), SPOILED)
def test_a_transcript_that_is_not_faithful_is_found_out(
    data: Path, tmp_path: Path, faithful: str, spoiled: str, findings: list[tuple[str, str, str, str]]
) -> None:
    assert found(data, tmp_path, TRANSCRIPT.replace(faithful, spoiled)) == findings


def test_cells_exchanged_against_the_columns_are_out_of_order(data: Path, tmp_path: Path) -> None:
    exchanged = TRANSCRIPT.replace('indicators = ["2 cantine deschise"]', 'indicators = ["Iulie 2031"]')
    exchanged = exchanged.replace('deadline = "Iulie 2031"', 'deadline = "2 cantine"')
    assert found(data, tmp_path, exchanged) == [
        ("plan:measure:4", "indicators, responsible", "order", "line 4"),
        ("plan:measure:4", "responsible, deadline", "order", "line 4"),
    ]
