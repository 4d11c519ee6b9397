"""A broken index is built again and never served; two builders at once leave one good index."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from index.shelf import is_whole
from tests.bot.terminal import Ran, Terminal

QUESTION = "centru de zi în Apus"
FIRST = "Doar în plan: Centru de zi pentru bătrâni în Apus"


def build_of(state: Path) -> Path:
    """The build that serves."""
    return state / "index" / (state / "index" / "current").read_text(encoding="utf-8")


def tampered(place: Path) -> None:
    """One letter of one record is another."""
    path = place / "records.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("Apus", "Apuș", 1), encoding="utf-8")


def half_deleted(place: Path) -> None:
    """Every second file is gone."""
    for path in sorted(p for p in place.rglob("*") if p.is_file())[::2]:
        path.unlink()


def emptied(place: Path) -> None:
    """Only the folder is left."""
    shutil.rmtree(place)
    place.mkdir()


@pytest.mark.parametrize("spoil", [tampered, half_deleted, emptied])
def test_a_broken_index_is_built_again_and_never_served(
    small_terminal: Terminal, spoil: Callable[[Path], None]
) -> None:
    place = build_of(small_terminal.state)
    spoil(place)
    broken = is_whole(place)
    ran = small_terminal.call("ask", QUESTION)
    assert (broken, ran.status, ran.out.split("\n")[0], is_whole(place)) == (False, 0, FIRST, True)
    assert small_terminal.call("ask", QUESTION) == Ran(0, ran.out, "")


def test_a_broken_index_and_a_fault_in_the_data_end_with_one_line(small_terminal: Terminal) -> None:
    tampered(build_of(small_terminal.state))
    path = small_terminal.data / "plans" / "plan" / "plan.toml"
    path.write_text("title =\n", encoding="utf-8")
    ran = small_terminal.call("ask", QUESTION)
    assert (ran.status, ran.out, ran.err.count("\n"), ran.err.startswith(f"{path}:1: ")) == (1, "", 1, True)


def test_an_index_without_its_mark_still_serves(small_terminal: Terminal) -> None:
    (small_terminal.state / "index" / "current").unlink()
    ran = small_terminal.call("ask", QUESTION)
    assert (ran.status, ran.out.split("\n")[0], ran.err) == (0, FIRST, "")


def test_two_processes_that_build_at_once_end_with_one_good_index(new_terminal: Terminal) -> None:
    processes = [new_terminal.start("ask", QUESTION) for _ in range(2)]
    ended = [process.communicate() for process in processes]
    assert [(p.returncode, out.split("\n")[0]) for p, (out, _) in zip(processes, ended, strict=True)] == [
        (0, FIRST),
        (0, FIRST),
    ]
    assert sorted(err.partition(":")[0] for _, err in ended) == ["", "Built the index"]
    folder = new_terminal.state / "index"
    builds = [p for p in folder.iterdir() if p.is_dir()]
    assert ([is_whole(p) for p in builds], builds[0] == build_of(new_terminal.state)) == ([True], True)
