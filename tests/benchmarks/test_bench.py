"""The bench in small: every engine is built and asked as the bench does it; none of its times is judged."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from benchmarks.bench import COLUMNS, ask, questions, write
from benchmarks.copies import times
from benchmarks.engines import ENGINES
from bot.settings import Settings
from index import load_catalogue

NEAR = "centru de zi pentru consiliere și sprijin pentru copii și părinți"


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_an_engine_finds_a_record_among_its_copies(engine: str, tmp_path: Path) -> None:
    catalogue = times(load_catalogue(Settings().data_dir, only=["ialomita-2024"]), 3)
    ENGINES[engine](tmp_path).build(catalogue)
    opened = ENGINES[engine](tmp_path)
    opened.open()
    wanted = [r.id for r in catalogue.records if NEAR in r.title]
    assert len(wanted) >= 3
    assert set(wanted) & set(opened.ask(f"{NEAR} în Urziceni"))


@pytest.mark.parametrize("engine", ["indrumar", "sqlite-fts5"])
def test_every_question_is_asked_and_counted(engine: str, tmp_path: Path) -> None:
    catalogue = load_catalogue(Settings().data_dir, only=["ialomita-2024", "iasi-2021-2027"])
    ENGINES[engine](tmp_path).build(catalogue)
    measured = ask(engine, 1, tmp_path)
    assert (measured["questions"], measured["failed"]) == (len(questions()), 0)
    assert 0 < measured["right"] <= measured["questions"]


def test_rows_measured_again_take_the_place_of_the_old_ones(tmp_path: Path) -> None:
    results = tmp_path / "bench.csv"
    old = dict.fromkeys(COLUMNS, "old")
    write([old | {"engine": "a", "times": 1}, old | {"engine": "b", "times": 1}], results)
    write([old | {"engine": "b", "times": 1, "commit": "new"}], results)
    with results.open(encoding="utf-8", newline="") as held:
        assert [(row["engine"], row["commit"]) for row in csv.DictReader(held)] == [
            ("a", "old"),
            ("b", "new"),
        ]
