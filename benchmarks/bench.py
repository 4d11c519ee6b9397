"""The same questions for Îndrumar, stock Whoosh and SQLite FTS5, at several times the catalogue.

Each engine is built in one process and asked in another, so that start-up and peak memory are its own. Right
is an answer whose first record is one of those the question expects, or that has none where nothing answers;
at many times the catalogue a copy is as right as its original unless the question names a place. Each
question is asked once, in the order of `questions.jsonl`; start-up ends with a first answer.
`cpu` is the processor's time alone, which says more than the clock's where `load` (over the last minute)
shows that others were at work too. Writes `results/bench.csv`, with the machine and the commit.

Of the questions some were written by hand, with the records looked up in the plans; the others are a sample
of what `asking` makes. Both are ours: they tell how the engines compare on such questions, not on all.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.originals import original

_HERE = Path(__file__).parent
QUESTIONS = _HERE / "questions.jsonl"
RESULTS = _HERE / "results" / "bench.csv"
COLUMNS = (
    "engine",
    "times",
    "records",
    "questions",
    "failed",
    "right",
    "right_share",
    "right_written",
    "written",
    "ms_p50",
    "ms_p95",
    "cpu_ms_p50",
    "cpu_ms_p95",
    "startup_s",
    "peak_mb",
    "build_s",
    "build_cpu_s",
    "build_peak_mb",
    "index_mb",
    "ask_process_s",
    "ask_process_cpu_s",
    "machine",
    "load",
    "commit",
)
_ASKS = 5
"""Whole processes of `indrumar ask`, of which the median counts."""
_ASKED = "ce centre de zi sunt în Urziceni"


def questions() -> list[dict[str, Any]]:
    """The questions: text, right ids (none: nothing answers it), bound to a place, written by a person."""
    return [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]


def is_right(ids: list[str], asked: dict[str, Any]) -> bool:
    """Whether an answer's records, best first, are right for a question.

    >>> is_right(["b~3:measure:1~3"], {"right": ["b:measure:1"], "bound": False})
    True
    >>> is_right(["b~3:measure:1~3"], {"right": ["b:measure:1"], "bound": True}), is_right([], {"right": []})
    (False, True)
    """
    if not ids or not asked["right"]:
        return not ids and not asked["right"]
    return (ids[0] if asked["bound"] else original(ids[0])) in asked["right"]


def peak_mb() -> float:
    """The most memory this process has held."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def build(engine: str, factor: int, place: Path) -> dict[str, Any]:
    """Build an index of so many times the catalogue; loading and copying it does not count as building."""
    from benchmarks.copies import times
    from benchmarks.engines import ENGINES
    from bot.settings import Settings
    from index import load_catalogue

    catalogue = times(load_catalogue(Settings().data_dir), factor)
    started, began = time.perf_counter(), time.process_time()
    ENGINES[engine](place).build(catalogue)
    return {
        "records": len(catalogue.records),
        "build_s": round(time.perf_counter() - started, 2),
        "build_cpu_s": round(time.process_time() - began, 2),
        "build_peak_mb": peak_mb(),
        "index_mb": round(sum(p.stat().st_size for p in place.rglob("*") if p.is_file()) / 1024**2, 1),
    }


def ask(engine: str, factor: int, place: Path) -> dict[str, Any]:
    """Open an index and ask every question."""
    del factor
    started = time.perf_counter()
    from benchmarks.engines import ENGINES

    asked = questions()
    opened = ENGINES[engine](place)
    opened.open()
    opened.ask(asked[0]["question"])
    startup = time.perf_counter() - started
    taken, worked, right, failed = [], [], [], []
    for one in asked:
        started, began = time.perf_counter(), time.process_time()
        try:
            ids = opened.ask(one["question"])
            failed.append(False)
        except Exception:  # a question that breaks an engine is a wrong answer, and is counted
            ids = []
            failed.append(True)
        taken.append((time.perf_counter() - started) * 1000)
        worked.append((time.process_time() - began) * 1000)
        right.append(is_right(ids, one) and not failed[-1])
    written = [ok for ok, one in zip(right, asked, strict=True) if one["written"]]
    return {
        "questions": len(asked),
        "failed": sum(failed),
        "right": sum(right),
        "right_share": round(sum(right) / len(asked), 4),
        "right_written": sum(written),
        "written": len(written),
        "ms_p50": round(statistics.median(taken), 2),
        "ms_p95": round(statistics.quantiles(taken, n=20)[-1], 2),
        "cpu_ms_p50": round(statistics.median(worked), 2),
        "cpu_ms_p95": round(statistics.quantiles(worked, n=20)[-1], 2),
        "startup_s": round(startup, 2),
        "peak_mb": peak_mb(),
    }


_STEPS = {"build": build, "ask": ask}


def in_own_process(step: str, engine: str, factor: int, place: Path) -> dict[str, Any]:
    """What one step of one engine measured, alone in its process."""
    command = [sys.executable, "-m", "benchmarks.bench", "--step", step, "--engine", engine]
    command += ["--times", str(factor), "--place", str(place)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def ask_process() -> dict[str, float]:
    """Median times of `indrumar ask` from a warm index, as a whole process: the clock's, the processor's."""
    command = [sys.executable, "-m", "bot.cli", "ask", _ASKED]
    subprocess.run(command, capture_output=True, check=True, cwd=_HERE.parent)
    taken, worked = [], []
    for _ in range(_ASKS):
        started, began = time.perf_counter(), _worked_by_children()
        subprocess.run(command, capture_output=True, check=True, cwd=_HERE.parent)
        taken.append(time.perf_counter() - started)
        worked.append(_worked_by_children() - began)
    return {
        "ask_process_s": round(statistics.median(taken), 2),
        "ask_process_cpu_s": round(statistics.median(worked), 2),
    }


def _worked_by_children() -> float:
    """Seconds of the processor that finished child processes took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def machine() -> str:
    """Processor, cores and Python."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    name = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    return f"{name or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def commit() -> str:
    """The commit measured; with a + when files differ from it."""
    git = ["git", "-C", str(_HERE)]
    name = subprocess.run(
        [*git, "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True, check=False
    )
    changed = subprocess.run(
        [*git, "status", "--porcelain", "-uno", "--", "../index", "../bot", "../data"],
        capture_output=True,
        text=True,
        check=False,
    )
    return name.stdout.strip() + ("+" if changed.stdout.strip() else "")


def measure(engine: str, factor: int) -> dict[str, Any]:
    """One row of the results."""
    with tempfile.TemporaryDirectory(prefix="indrumar-bench-") as folder:
        built = in_own_process("build", engine, factor, Path(folder))
        asked = in_own_process("ask", engine, factor, Path(folder))
    whole = ask_process() if (engine, factor) == ("indrumar", 1) else {}
    row = {"engine": engine, "times": factor, "machine": machine(), "commit": commit()}
    return row | {"load": round(os.getloadavg()[0], 1)} | built | asked | whole


def write(rows: list[dict[str, Any]], results: Path) -> None:
    """Renew the rows measured; those of other engines and sizes stay, each with its commit."""
    kept: dict[tuple[str, int], dict[str, Any]] = {}
    if results.exists():
        with results.open(encoding="utf-8", newline="") as before:
            kept = {(row["engine"], int(row["times"])): row for row in csv.DictReader(before)}
    kept |= {(row["engine"], row["times"]): row for row in rows}
    results.parent.mkdir(parents=True, exist_ok=True)
    with results.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(kept[key] for key in sorted(kept, key=lambda k: (k[1], k[0])))


def main() -> None:
    """Measure and write the results, or do one step for the process that measures."""
    parser = argparse.ArgumentParser(description="Measure Îndrumar beside Whoosh and SQLite FTS5.")
    parser.add_argument("--times", type=int, nargs="+", default=[1, 100], help="times the catalogue")
    parser.add_argument("--engines", nargs="+", default=["indrumar", "whoosh", "sqlite-fts5"])
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--step", choices=sorted(_STEPS), help=argparse.SUPPRESS)
    parser.add_argument("--engine", help=argparse.SUPPRESS)
    parser.add_argument("--place", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.step:
        print(json.dumps(_STEPS[given.step](given.engine, given.times[0], given.place)))
        return
    for factor in given.times:
        for engine in given.engines:
            row = measure(engine, factor)
            print({k: row.get(k) for k in COLUMNS if k not in ("machine", "commit")}, flush=True)
            # written at once: the larger sizes take long, and what was measured is not to be lost
            write([row], given.results)


if __name__ == "__main__":
    main()
