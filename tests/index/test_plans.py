"""Faults of a plan's folder: each names the file, the line where it has one, and what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import PlanFault
from index.plans import load_plan_spec
from index.readers.lists import ListRules
from index.reading import doubts, read_plan
from tests.index.invented import HEAD, read_invented, write_plan

HEAD_LINES = HEAD.count("\n")
"""Lines of `plan.toml` before the sections."""

ROWS = r"""
[[section]]
reader = "rows"
kind = "project"

[section.columns]
title = ["Ce"]
number = ["Nr."]
"""

SOURCE = """
    Nr. | Ce
    1. | Cantină
    """


def fault_of(folder: Path, rules: dict[str, ListRules]) -> tuple[str, int, str]:
    """File, line and words of the fault that reading a plan raises."""
    with pytest.raises(PlanFault) as caught:
        read_plan(folder, rules)
    return str(caught.value.file.relative_to(folder)), caught.value.line, caught.value.fault


SPOILED = [
    pytest.param(
        "\n[[section]\nreader = 1\n",
        (HEAD_LINES + 2, "Expected ']]' at the end of an array declaration (at line 8, column 10)"),
        id="broken-toml",
    ),
    pytest.param(
        ROWS.replace('kind = "project"', 'kind = "proiect"'),
        (HEAD_LINES + 4, None),
        id="unknown-kind",
    ),
    pytest.param(
        ROWS.replace('kind = "project"', "kind = \"project\"\nbegins = '^(Anexa'"),
        (HEAD_LINES + 5, "section.0.rows.begins: Input should be a valid regular expression"),
        id="bad-pattern",
    ),
    pytest.param(
        ROWS.replace('kind = "project"', 'kind = "project"\nstatut = "planned"'),
        (HEAD_LINES + 5, "section.0.rows.statut: Extra inputs are not permitted"),
        id="unknown-key",
    ),
    pytest.param(
        ROWS.replace("title =", "titlu ="),
        (HEAD_LINES + 6, "section.0.rows.columns: Value error, no field 'titlu' is read here"),
        id="unknown-column",
    ),
]


@pytest.mark.parametrize(("sections", "line_and_fault"), SPOILED)
def test_a_spoiled_section_is_a_fault_with_its_line(
    tmp_path: Path, rules: dict[str, ListRules], sections: str, line_and_fault: tuple[int, str | None]
) -> None:
    file, line, fault = fault_of(write_plan(tmp_path, sections, SOURCE), rules)
    assert (file, line, fault) == ("plan.toml", line_and_fault[0], line_and_fault[1] or fault)


def test_a_fault_of_the_second_section_has_a_line_of_the_second_section(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    sections = ROWS + ROWS.replace('title = ["Ce"]', 'title = "Ce"')
    assert fault_of(write_plan(tmp_path, sections, SOURCE), rules) == (
        "plan.toml",
        HEAD_LINES + len(ROWS.split("\n")) - 1 + 7,
        "section.1.rows.columns.title: Input should be a valid list",
    )


@pytest.mark.parametrize("key", ["title", "issuer", "county", "period"])
def test_a_missing_key_is_a_fault_that_names_it(
    tmp_path: Path, rules: dict[str, ListRules], key: str
) -> None:
    folder = write_plan(tmp_path, ROWS, SOURCE)
    kept = [line for line in HEAD.split("\n") if not line.startswith(key)]
    (folder / "plan.toml").write_text("\n".join(kept), encoding="utf-8")
    assert fault_of(folder, rules)[2] == f"{key}: Field required"


def test_a_period_that_is_no_year_is_a_fault(tmp_path: Path) -> None:
    folder = write_plan(tmp_path, "", SOURCE)
    text = (folder / "plan.toml").read_text(encoding="utf-8").replace("from = 2031", 'from = "demult"')
    (folder / "plan.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PlanFault) as caught:
        load_plan_spec(folder)
    assert (caught.value.line, caught.value.fault.partition(":")[0]) == (6, "period.from")


def test_a_missing_plan_file_and_a_missing_source_are_faults(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    folder = write_plan(tmp_path, ROWS, SOURCE)
    (folder / "source.txt").unlink()
    without_source = fault_of(folder, rules)
    (folder / "plan.toml").unlink()
    assert (without_source, fault_of(folder, rules)) == (
        ("source.txt", 0, "the file is missing"),
        ("plan.toml", 0, "the file is missing"),
    )


def test_files_that_are_not_utf8_are_faults_with_their_line(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    folder = write_plan(tmp_path, ROWS, SOURCE)
    (folder / "source.txt").write_bytes("Plan\nȚinta".encode("cp1250", "replace") + b"\xb3")
    bad_source = fault_of(folder, rules)
    (folder / "plan.toml").write_bytes(b'title = "Plan"\n\n# \xb3\n')
    assert (bad_source, fault_of(folder, rules)) == (
        ("source.txt", 2, "the text is not UTF-8"),
        ("plan.toml", 3, "the text is not UTF-8"),
    )


@pytest.mark.parametrize(
    ("lines", "named"), [("lines = [3, 99]", "3-99"), ("lines = [3, 3]\nalso = [[3, 4]]", "4-4")]
)
def test_lines_that_the_source_does_not_have_are_a_fault(
    tmp_path: Path, rules: dict[str, ListRules], lines: str, named: str
) -> None:
    transcript = f'[[general]]\ntitle = "I. Case"\n{lines}\n'
    folder = write_plan(tmp_path, '[[section]]\nreader = "transcript"\n', SOURCE, transcript=transcript)
    fault = f"lines {named} are not in the source (3 lines): Case"
    assert fault_of(folder, rules) == ("source.txt", 0, fault)


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ("begins = '^Anexa'", (0, "section 1 (rows): no line matches begins = '^Anexa'")),
        ("ends = '^Gata'", (1, "section 1 (rows): no line matches ends = '^Gata'")),
        ("begins = '^1'", (3, "section 1 (rows): nothing was read in lines 3-3")),
    ],
)
def test_a_section_that_finds_nothing_is_a_doubt(
    tmp_path: Path, rules: dict[str, ListRules], marks: str, said: tuple[int, str]
) -> None:
    sections = ROWS.replace('kind = "project"', f'kind = "project"\n{marks}')
    assert list(doubts(read_invented(tmp_path, sections, SOURCE, rules))) == [said]


def test_a_section_that_reads_its_rows_leaves_no_doubt(tmp_path: Path, rules: dict[str, ListRules]) -> None:
    assert list(doubts(read_invented(tmp_path, ROWS, SOURCE, rules))) == []


@pytest.mark.parametrize(
    ("sections", "line", "fault"),
    [
        (
            ROWS.replace('reader = "rows"', 'reader = "tables"'),
            HEAD_LINES + 3,
            "section.0: Input tag 'tables' found using 'reader' does not match any of the expected tags: "
            "'measures', 'rows', 'outline', 'clauses', 'transcript'",
        ),
        (
            ROWS.replace('kind = "project"', ""),
            HEAD_LINES + 2,
            "section.0.rows.kind: Field required",
        ),
    ],
)
def test_a_fault_of_a_section_itself_has_its_line(
    tmp_path: Path, sections: str, line: int, fault: str
) -> None:
    with pytest.raises(PlanFault) as caught:
        load_plan_spec(write_plan(tmp_path, sections, SOURCE))
    assert (caught.value.line, caught.value.fault) == (line, fault)


def test_a_missing_key_has_no_line(tmp_path: Path, rules: dict[str, ListRules]) -> None:
    folder = write_plan(tmp_path, ROWS, SOURCE)
    kept = [line for line in HEAD.split("\n") if not line.startswith("title")]
    (folder / "plan.toml").write_text("\n".join(kept) + ROWS, encoding="utf-8")
    assert fault_of(folder, rules) == ("plan.toml", 0, "title: Field required")


def test_a_reader_that_does_not_exist_is_a_fault_of_its_plan(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    folder = write_plan(tmp_path, ROWS.replace('reader = "rows"', 'reader = "tables"'), SOURCE)
    file, _, fault = fault_of(folder, rules)
    assert (file, fault.partition(" found")[0]) == ("plan.toml", "section.0: Input tag 'tables'")
