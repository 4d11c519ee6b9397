"""Faults of vocabulary files: each names the file, the line where it has one, and what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import DataFault
from index.vocabulary import load_vocabulary
from tests.index.small_world import write_vocabulary

FAULTS = [
    pytest.param(
        '[[service]]\nid = "a"\nro = "unu"\n\n[[service]]\nid = "a"\nro = "doi"\n',
        6,
        "the id 'a' stands twice",
        id="duplicate-id",
    ),
    pytest.param(
        '[[service]]\nid = "a"\nro = "unu"\n\n[[service]]\nid = "b"\nro = "doi"\nbroader = "c"\n',
        6,
        "b: no entry 'c'",
        id="unknown-broader",
    ),
    pytest.param(
        '[[service]]\nid = "a"\n\n[[service]]\nid = "b"\nro = "doi"\n',
        2,
        "ro: Field required",
        id="missing-name",
    ),
    pytest.param(
        '[[service]]\nid = "a"\nro = "unu"\n[[service]]\nid = "b"\nro = "doi"\ncuvinte = []\n',
        5,
        "cuvinte: Extra inputs are not permitted",
        id="unknown-key",
    ),
    pytest.param(
        '[[service]]\nid = "a"\nro = "unu"\nwords = "doi"\n',
        2,
        "words: Input should be a valid tuple",
        id="a-string-for-a-list",
    ),
    pytest.param(
        '[[service]]\nid = "a"\nro = "unu\n',
        3,
        "Illegal character '\\n' (at line 3, column 10)",
        id="broken-toml",
    ),
]


@pytest.mark.parametrize(("services", "line", "fault"), FAULTS)
def test_a_spoiled_entry_is_a_fault_with_its_line(
    data: Path, tmp_path: Path, services: str, line: int, fault: str
) -> None:
    folder = write_vocabulary(data, tmp_path, services=services)
    with pytest.raises(DataFault) as caught:
        load_vocabulary(folder)
    assert (caught.value.file, caught.value.line, caught.value.fault) == (
        folder / "services.toml",
        line,
        fault,
    )


@pytest.mark.parametrize(
    "name",
    ["language", "services", "groups", "institutions", "terms", "lists", "facts", "effects"],
)
def test_a_missing_file_is_a_fault(data: Path, tmp_path: Path, name: str) -> None:
    folder = write_vocabulary(data, tmp_path)
    (folder / f"{name}.toml").unlink()
    with pytest.raises(DataFault) as caught:
        load_vocabulary(folder)
    assert (caught.value.file, caught.value.fault) == (folder / f"{name}.toml", "the file is missing")


def test_a_file_that_is_not_utf8_is_a_fault_with_its_line(data: Path, tmp_path: Path) -> None:
    folder = write_vocabulary(data, tmp_path)
    (folder / "groups.toml").write_bytes(b'[[group]]\nid = "a"\nro = "b\xe3tr\xe2ni"\n')
    with pytest.raises(DataFault) as caught:
        load_vocabulary(folder)
    assert (caught.value.line, caught.value.fault) == (3, "the text is not UTF-8")


@pytest.mark.parametrize("table", ["irregular", "stop"])
def test_a_missing_table_of_the_language_is_a_fault(data: Path, tmp_path: Path, table: str) -> None:
    folder = write_vocabulary(data, tmp_path)
    tables = {"irregular": "[irregular]\n", "stop": "[stop]\nro = []\nen = []\ninner = []\n"}
    (folder / "language.toml").write_text(
        "".join(t for n, t in tables.items() if n != table), encoding="utf-8"
    )
    with pytest.raises(DataFault) as caught:
        load_vocabulary(folder)
    assert caught.value.fault == f"the table '{table}' is missing"


@pytest.mark.parametrize(("name", "table"), [("facts", "unit"), ("lists", "common"), ("lists", "funding")])
def test_a_missing_table_that_plans_are_read_with_is_a_fault(
    data: Path, tmp_path: Path, name: str, table: str
) -> None:
    folder = write_vocabulary(data, tmp_path)
    path = folder / f"{name}.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(f"[{table}]", "[other]"), encoding="utf-8")
    with pytest.raises(DataFault) as caught:
        load_vocabulary(folder)
    assert (caught.value.file, caught.value.fault) == (path, f"the table {table!r} is missing")


def test_a_table_instead_of_a_list_of_tables_is_a_fault(data: Path, tmp_path: Path) -> None:
    folder = write_vocabulary(data, tmp_path, services='[service]\nid = "a"\nro = "unu"\n')
    with pytest.raises(DataFault):
        load_vocabulary(folder)


def test_entries_under_a_misspelt_table_are_a_fault(data: Path, tmp_path: Path) -> None:
    folder = write_vocabulary(data, tmp_path, services='[[servicii]]\nid = "a"\nro = "unu"\n')
    with pytest.raises(DataFault):
        load_vocabulary(folder)
