"""Faults of data files: one clear line, never a traceback; what was built before serves on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bot.terminal import Ran, Terminal

QUESTION = "centru de zi în Apus"
FIRST = "Doar în plan: Centru de zi pentru bătrâni în Apus"


def edit(path: Path, old: str, new: str) -> Path:
    """Put other words in the place of the first such words of a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def broken_toml(data: Path) -> tuple[Path, int, str]:
    """A `plan.toml` that is not TOML."""
    path = data / "plans" / "plan" / "plan.toml"
    path.write_text('title = "Plan"\nissuer = Consiliul\n', encoding="utf-8")
    return path, 2, "Invalid value (at line 2, column 10)"


def missing_key(data: Path) -> tuple[Path, int, str]:
    """A `plan.toml` without the county."""
    path = edit(data / "plans" / "plan" / "plan.toml", 'county = "Vrâncioaia"\n', "")
    return path, 0, "county: Field required"


def source_not_utf8(data: Path) -> tuple[Path, int, str]:
    """A document in another encoding from its third line on."""
    path = data / "plans" / "plan" / "source.txt"
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([*lines[:2], "Anexă".encode("cp1250"), *lines[3:]]))
    return path, 3, "the text is not UTF-8"


def source_missing(data: Path) -> tuple[Path, int, str]:
    """A plan without its document."""
    path = data / "plans" / "plan" / "source.txt"
    path.unlink()
    return path, 0, "the file is missing"


def unknown_record(data: Path) -> tuple[Path, int, str]:
    """A correction of a record that does not exist."""
    path = data / "plans" / "plan" / "corrections.toml"
    fields = 'field = "title"\nvalue = "x"\nreason = "y"\n'
    path.write_text(f'\n[[correction]]\nrecord = "plan:measure:1"\n{fields}', encoding="utf-8")
    return path, 3, "no record 'plan:measure:1'"


def correction_without_reason(data: Path) -> tuple[Path, int, str]:
    """A correction that does not say why."""
    path = data / "plans" / "plan" / "corrections.toml"
    path.write_text(
        '[[correction]]\nrecord = "piatra-neamt-2023:measure:66"\nfield = "title"\nvalue = "x"\n',
        encoding="utf-8",
    )
    return path, 2, "reason: Field required"


def vocabulary_not_toml(data: Path) -> tuple[Path, int, str]:
    """A vocabulary file with a forgotten quotation mark in its first line."""
    path = data / "vocabulary" / "services.toml"
    path.write_text('x = "cantină\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    return path, 1, "Illegal character '\\n' (at line 1, column 13)"


def vocabulary_id_twice(data: Path) -> tuple[Path, int, str]:
    """A vocabulary file with one id twice."""
    path = data / "vocabulary" / "groups.toml"
    text = path.read_text(encoding="utf-8") + '\n[[group]]\nid = "children"\nro = "copii"\n'
    path.write_text(text, encoding="utf-8")
    return path, text.count("\n") - 1, "the id 'children' stands twice"


def vocabulary_missing(data: Path) -> tuple[Path, int, str]:
    """A vocabulary file that is not there."""
    path = data / "vocabulary" / "questions.toml"
    path.unlink()
    return path, 0, "the file is missing"


def place_without_columns(data: Path) -> tuple[Path, int, str]:
    """A row of the gazetteer with two columns."""
    path = data / "places" / "localities.tsv"
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join([*lines[:4], "Satul Nou\tVN", *lines[4:]]), encoding="utf-8")
    return path, 5, "five columns: name, county, latitude, longitude, population"


Spoil = Callable[[Path], tuple[Path, int, str]]
SPOILERS: list[Spoil] = [
    broken_toml,
    missing_key,
    source_not_utf8,
    source_missing,
    unknown_record,
    correction_without_reason,
    vocabulary_not_toml,
    vocabulary_id_twice,
    vocabulary_missing,
    place_without_columns,
]


def said(fault: tuple[Path, int, str]) -> str:
    """File, line and fault as one line."""
    path, line, words = fault
    return f"{path}{f':{line}' if line else ''}: {words}"


@pytest.mark.parametrize("spoil", SPOILERS, ids=[s.__name__ for s in SPOILERS])
def test_while_a_file_has_a_fault_the_index_built_before_serves_on(
    small_terminal: Terminal, spoil: Spoil
) -> None:
    line = f"{said(spoil(small_terminal.data))}; the index built before serves on\n"
    ran = small_terminal.call("ask", QUESTION)
    assert (ran.status, ran.out.split("\n")[0], ran.err) == (0, FIRST, line)


@pytest.mark.parametrize("spoil", SPOILERS, ids=[s.__name__ for s in SPOILERS])
def test_with_nothing_built_before_a_fault_ends_with_one_line(new_terminal: Terminal, spoil: Spoil) -> None:
    line = f"{said(spoil(new_terminal.data))}\n"
    assert new_terminal.call("ask", QUESTION) == Ran(1, "", line)


def test_a_process_of_its_own_says_the_same(small_terminal: Terminal) -> None:
    line = said(vocabulary_not_toml(small_terminal.data))
    with_index = small_terminal.run("ask", QUESTION)
    shutil.rmtree(small_terminal.state)
    without = small_terminal.run("ask", "--json", QUESTION)
    assert (with_index.status, with_index.err) == (0, f"{line}; the index built before serves on\n")
    assert without == Ran(1, "", f"{line}\n")


def test_a_fault_that_was_put_right_is_forgotten(small_terminal: Terminal) -> None:
    path = small_terminal.data / "plans" / "plan" / "plan.toml"
    before = path.read_bytes()
    broken_toml(small_terminal.data)
    small_terminal.call("ask", QUESTION)
    path.write_bytes(before)
    assert small_terminal.call("ask", QUESTION).err == ""


@pytest.mark.parametrize(
    ("file", "table"),
    [
        ("questions.toml", "[locative]"),
        ("effects.toml", "[project]"),
        ("facts.toml", "[months]"),
    ],
)
def test_a_vocabulary_file_without_one_of_its_tables_is_a_fault_that_names_the_file(
    new_terminal: Terminal, file: str, table: str
) -> None:
    path = edit(new_terminal.data / "vocabulary" / file, f"\n{table}\n", "\n[altceva]\n")
    ran = new_terminal.call("ask", "cine răspunde de măsura 1.1.8 din Iași")
    assert (ran.status, ran.err.startswith(f"{path}: ")) == (1, True)
