"""Who may import whom: `index` knows no bot, database or clock; `bot` uses only the names `index` lists."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import index

ROOT = Path(__file__).parent.parent
STRANGERS = {"bot", "telegram", "sqlalchemy", "aiosqlite", "alembic", "tests"}
"""Packages that `index` may not import."""
CLOCKS = {"time"}
NOW = {"now", "utcnow", "today"}
"""Calls that ask `datetime` for the time."""


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and dotted name of every import; `from a import b` is `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module or '.'}.{alias.name}") for alias in node.names)


def strangers(source: str) -> list[tuple[int, str]]:
    """Imports that a file of `index` may not have, and looks at the clock."""
    tree = ast.parse(source)
    names = {id(node.func): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
    looks = [
        (node.lineno, node.attr)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in NOW and id(node) in names
    ]
    forbidden = STRANGERS | CLOCKS
    return [(n, name) for n, name in imported(tree) if name.partition(".")[0] in forbidden] + looks


def unlisted(source: str) -> list[tuple[int, str]]:
    """Imports from `index` that a file of `bot` may not have."""
    from_index = [(n, name) for n, name in imported(ast.parse(source)) if name.partition(".")[0] == "index"]
    return [(n, name) for n, name in from_index if name not in {f"index.{one}" for one in index.__all__}]


def python_files(folder: str) -> list[Path]:
    """Python files below a folder of the repository."""
    return sorted((ROOT / folder).rglob("*.py"))


def test_index_imports_no_bot_no_database_and_reads_no_clock() -> None:
    found = {p.relative_to(ROOT).as_posix(): strangers(p.read_text("utf-8")) for p in python_files("index")}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_bot_uses_only_the_names_that_index_lists() -> None:
    found = {p.relative_to(ROOT).as_posix(): unlisted(p.read_text("utf-8")) for p in python_files("bot")}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_the_list_of_index_is_sorted_and_every_name_is_there() -> None:
    missing = [name for name in index.__all__ if not hasattr(index, name)]
    assert (missing, index.__all__) == ([], sorted(index.__all__))


def test_no_listed_name_is_hidden_by_a_module_of_that_name() -> None:
    modules = [path.stem for path in (ROOT / "index").glob("[a-z]*.py")]
    for module in modules:
        import_module(f"index.{module}")
    assert [name for name in index.__all__ if isinstance(getattr(index, name), ModuleType)] == []


@pytest.mark.parametrize("folder", ["index", "bot"])
def test_every_package_says_what_comes_in_and_what_goes_out(folder: str) -> None:
    packages = [p for p in python_files(folder) if p.name == "__init__.py"]
    trees = {p.relative_to(ROOT).as_posix(): ast.parse(p.read_text("utf-8")) for p in packages}
    assert [name for name, tree in trees.items() if not ast.get_docstring(tree)] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import bot.cli", [(1, "bot.cli")]),
        ("from telegram.ext import Application", [(1, "telegram.ext.Application")]),
        ("import sqlalchemy as sa", [(1, "sqlalchemy")]),
        ("from time import time", [(1, "time.time")]),
        ("from datetime import date\nx = date.today()", [(2, "today")]),
        ("import datetime\nx = datetime.datetime.now(None)", [(2, "now")]),
        ("def f():\n    import time", [(2, "time")]),
        ("from datetime import date\ndef f(today: date) -> date:\n    return today", []),
        ("from index import Record\nimport bottleneck", []),
        ("today = question.today", []),
    ],
)
def test_a_stranger_or_a_look_at_the_clock_is_seen(source: str, found: list[tuple[int, str]]) -> None:
    assert strangers(source) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from index import Record", []),
        ("from index import stem", [(1, "index.stem")]),
        ("from index.records import Record", [(1, "index.records.Record")]),
        ("import index.search", [(1, "index.search")]),
        ("import index", [(1, "index")]),
        ("from indexing import fold", []),
    ],
)
def test_an_unlisted_name_is_seen(source: str, found: list[tuple[int, str]]) -> None:
    assert unlisted(source) == found
