"""The bot's log: one JSON object a line, and neither a token nor a person's words in it."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest

from bot.logs import log_to

TOKEN = "7000000001:AAH-secret_secret_secret"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What is logged during a test."""
    root, levels = logging.getLogger(), {}
    handlers, level = root.handlers[:], root.level
    for name in ("httpx", "httpcore", "aiohttp", "alembic", "telegram"):
        levels[name] = logging.getLogger(name).level
    stream = io.StringIO()
    log_to(stream, TOKEN)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, old in levels.items():
        logging.getLogger(name).setLevel(old)


def test_a_line_says_when_who_and_what(log: io.StringIO) -> None:
    logging.getLogger("bot.pump").warning("update %s failed", 7)
    (line,) = (json.loads(line) for line in log.getvalue().splitlines())
    assert (line["level"], line["by"], line["says"]) == ("WARNING", "bot.pump", "update 7 failed")
    assert line["at"].endswith("+00:00")


@pytest.mark.parametrize("token", [TOKEN, "123456789:AAF0another-bots_token_of_35_letters"])
def test_a_token_is_hidden_also_in_the_lines_of_the_http_library(log: io.StringIO, token: str) -> None:
    logging.getLogger("httpx").warning("HTTP Request: POST %s", f"https://api.telegram.org/bot{token}/getMe")
    logging.getLogger("httpx").info("HTTP Request: POST %s", token)
    (line,) = (json.loads(line) for line in log.getvalue().splitlines())
    assert line["says"] == "HTTP Request: POST https://api.telegram.org/bot[token]/getMe"


def test_of_an_exception_only_its_kind_and_place_are_told(log: io.StringIO) -> None:
    try:
        raise ValueError("mă bate soțul")
    except ValueError:
        logging.getLogger("asyncio").exception("Task exception was never retrieved")
    (line,) = (json.loads(line) for line in log.getvalue().splitlines())
    assert (line["fault"], len(line["steps"])) == ("ValueError", 1)
    assert "soțul" not in log.getvalue()
