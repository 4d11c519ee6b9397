"""The load run in small: every message is answered once, and the table is whole. No time is judged."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.load import COLUMNS, QUICK, RESULTS, write


@pytest.mark.anyio
async def test_a_crowd_is_answered_once_each_by_every_bot(tmp_path: Path) -> None:
    size = replace(QUICK, people=40, warming=60, updates=100, half=60, last=400)
    await write(size, tmp_path / "load.csv")
    with (tmp_path / "load.csv").open(encoding="utf-8", newline="") as table:
        read = list(csv.DictReader(table))
    assert [(row["bot"], row["run"], row["updates"]) for row in read] == [
        ("echo-one-by-one", "full", "100"),
        ("echo", "full", "100"),
        ("indrumar", "full", "100"),
        ("echo-one-by-one", "half", "60"),
        ("echo", "half", "60"),
        ("indrumar", "half", "60"),
        ("indrumar", "long", "400"),
    ]
    assert all(float(row[name]) > 0 for row in read for name in ("per_second", "ms_p99", "cpu_ms"))
    assert max(float(row["ratio"]) for row in read[:2]) == 1
    assert float(read[2]["ratio"]) > 0
    assert float(read[-1]["memory_mb_last"]) > 0


def test_the_table_kept_has_the_columns_measured_now() -> None:
    with RESULTS.open(encoding="utf-8", newline="") as table:
        assert tuple(next(csv.reader(table))) == COLUMNS
