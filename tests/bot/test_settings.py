"""Settings that make no sense: one clear line, status 1, no traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings
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


# ── settings with which no bot can run ──────────────────────────────────────────────────────────────────────

TOKEN = "42:abcDEF-_123"
HOOK = {"INDRUMAR_WEBHOOK_URL": "https://exemplu.ro/bot", "INDRUMAR_LISTEN": ":8080"}


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        (
            {"INDRUMAR_BOT_TOKEN": "42:abc def"},
            "INDRUMAR_BOT_TOKEN is no token: copy it from @BotFather again",
        ),
        (
            {"INDRUMAR_BOT_TOKEN": "42:abc/../x"},
            "INDRUMAR_BOT_TOKEN is no token: copy it from @BotFather again",
        ),
        (
            {"INDRUMAR_DATABASE_URL": "postgresql://x/y"},
            "INDRUMAR_DATABASE_URL: only sqlite+aiosqlite:///… can be used up to now",
        ),
        (
            {"INDRUMAR_DATABASE_URL": "sqlite+aiosqlite:///"},
            "INDRUMAR_DATABASE_URL names no file: sqlite+aiosqlite:/// and a path",
        ),
        (
            {"INDRUMAR_DATABASE_URL": "sqlite+aiosqlite:///:memory:"},
            "INDRUMAR_DATABASE_URL names no file: sqlite+aiosqlite:/// and a path",
        ),
        ({"INDRUMAR_API_URL": "telegram"}, "INDRUMAR_API_URL is no URL: http:// or https:// and a host"),
        ({"INDRUMAR_API_URL": "ftp://x"}, "INDRUMAR_API_URL is no URL: http:// or https:// and a host"),
        (
            HOOK | {"INDRUMAR_WEBHOOK_URL": "exemplu.ro"},
            "INDRUMAR_WEBHOOK_URL is no URL: http:// or https:// and a host",
        ),
        (
            HOOK | {"INDRUMAR_LISTEN": ""},
            "INDRUMAR_WEBHOOK_URL needs INDRUMAR_LISTEN, the host:port to listen on",
        ),
        (HOOK, "INDRUMAR_WEBHOOK_URL needs INDRUMAR_WEBHOOK_SECRET, 1-256 letters, digits, _ and -"),
        (
            HOOK | {"INDRUMAR_WEBHOOK_SECRET": "cu spațiu"},
            "INDRUMAR_WEBHOOK_URL needs INDRUMAR_WEBHOOK_SECRET, 1-256 letters, digits, _ and -",
        ),
        ({"INDRUMAR_LISTEN": "8080"}, "INDRUMAR_LISTEN is host:port, for example 127.0.0.1:8080"),
        ({"INDRUMAR_LISTEN": "127.0.0.1:http"}, "INDRUMAR_LISTEN is host:port, for example 127.0.0.1:8080"),
        ({"INDRUMAR_LISTEN": "127.0.0.1:99999"}, "INDRUMAR_LISTEN is host:port, for example 127.0.0.1:8080"),
        ({"INDRUMAR_LISTEN": "127.0.0.1:²"}, "INDRUMAR_LISTEN is host:port, for example 127.0.0.1:8080"),
    ],
)
def test_a_bot_with_settings_it_cannot_run_with_says_which(
    terminal: Terminal, settings: dict[str, str], line: str
) -> None:
    ran = terminal.call("bot", **({"INDRUMAR_BOT_TOKEN": TOKEN} | settings))
    assert (ran.status, ran.out, ran.err) == (1, "", f"{line}\n")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RATE_PER_SECOND", "-1"),
        ("RATE_CHAT_PER_SECOND", "mult"),
        ("RATE_GROUP_PER_MINUTE", "-0.5"),
        ("FLOOD_MESSAGES", "0"),
        ("POLL_SECONDS", "-3"),
        ("POLL_SECONDS", "60"),
    ],
)
def test_a_number_that_makes_no_sense_ends_with_one_line(terminal: Terminal, name: str, value: str) -> None:
    ran = terminal.call("bot", **{"INDRUMAR_BOT_TOKEN": TOKEN, f"INDRUMAR_{name}": value})
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert ran.err.startswith(f"setting INDRUMAR_{name}: ")


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"INDRUMAR_API_URL": "http://127.0.0.1:8081"},
        HOOK | {"INDRUMAR_WEBHOOK_SECRET": "a" * 256},
        {"INDRUMAR_LISTEN": "[::1]:8080"},
        {"INDRUMAR_DATABASE_URL": "sqlite+aiosqlite:////srv/indrumar.sqlite"},
        {"INDRUMAR_DATABASE_URL": "sqlite+aiosqlite:///indrumar.sqlite"},
    ],
)
def test_settings_that_make_sense_are_not_refused(
    settings: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in ({"INDRUMAR_BOT_TOKEN": TOKEN} | settings).items():
        monkeypatch.setenv(name, value)
    assert Settings().bot_fault is None


def test_no_refusal_shows_the_token_or_the_secret(terminal: Terminal) -> None:
    secret = {"INDRUMAR_BOT_TOKEN": "42:hush hush", "INDRUMAR_WEBHOOK_SECRET": "hush!"}
    ran = terminal.call("bot", **HOOK, **secret)
    assert (ran.status, "hush" in ran.err) == (1, False)
