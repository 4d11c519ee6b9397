"""Settings that make no sense: one clear line, status 1, no traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.terminal import Terminal

QUESTION = "cămin de bătrâni la Movila"


@pytest.mark.parametrize("today", ["ieri", "2026-13-01", "22.11.2026", "2026"])
def test_a_day_that_is_none_ends_with_one_line(terminal: Terminal, today: str) -> None:
    ran = terminal.call("ask", QUESTION, INDRUMAR_TODAY=today)
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert ran.err.startswith("setting INDRUMAR_TODAY: ")


def test_a_day_that_is_none_ends_a_process_without_a_traceback(terminal: Terminal) -> None:
    ran = terminal.run("ask", QUESTION, INDRUMAR_TODAY="ieri")
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_a_data_folder_that_is_not_there_ends_with_one_line(tmp_path: Path) -> None:
    ran = Terminal(tmp_path / "nimic", tmp_path / "state").call("ask", QUESTION)
    assert (ran.status, ran.out, ran.err.count("\n"), str(tmp_path / "nimic") in ran.err) == (1, "", 1, True)


def test_a_state_directory_that_is_a_file_ends_with_one_line(data: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("", encoding="utf-8")
    ran = Terminal(data, tmp_path / "state").call("ask", QUESTION)
    assert (ran.status, ran.out, ran.err.count("\n"), str(tmp_path) in ran.err) == (1, "", 1, True)


def test_a_bot_without_a_token_says_how_to_get_one(terminal: Terminal) -> None:
    ran = terminal.run("bot")
    assert (ran.status, ran.out, ran.err.count("\n"), "@BotFather" in ran.err) == (1, "", 1, True)
