"""`indrumar feedback`: what people said and what could not be answered, plain and as JSON."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.store import Store, migrate
from tests.bot.terminal import Terminal

NOW = 1_795_000_000.0
READ = {"services": ["day-centre"], "places": [{"value": "Pașcani/IS", "as_county": False}]}


@pytest.fixture
def kept(data: Path, tmp_path: Path) -> Terminal:
    """A terminal with a store in which two pieces of feedback stand."""
    url = f"sqlite+aiosqlite:///{tmp_path / 'indrumar.sqlite'}"
    migrate(url)

    async def fill() -> None:
        store = Store(url)
        await store.open()
        async with store.work() as work:
            number = await work.note("wrong", {"read": READ, "shown": ["a:service:1"]}, None, NOW)
            await work.add_words(number, "nu mai e acolo")
            await work.note("unanswered", {"why": "not_understood", "services": []}, None, NOW + 86400)
        await store.close()

    asyncio.run(fill())
    return Terminal(data, tmp_path)


def test_each_is_a_line_with_its_day_oldest_first(kept: Terminal) -> None:
    ran = kept.call("feedback")
    assert (ran.status, ran.err) == (0, "")
    first, second = ran.out.splitlines()
    assert (first[:17], "a:service:1" in first, "“nu mai e acolo”" in first) == (
        "2026-11-18  wrong",
        True,
        True,
    )
    assert second == "2026-11-19  unanswered  why: not_understood"


def test_as_json_each_is_an_object_a_line(kept: Terminal) -> None:
    first, second = kept.call("feedback", "--json").objects
    assert first == {
        "id": 1,
        "kind": "wrong",
        "about": {"read": READ, "shown": ["a:service:1"]},
        "words": "nu mai e acolo",
        "at": NOW,
    }
    assert (second["id"], second["words"]) == (2, None)


def test_where_nobody_said_anything_there_is_nothing_to_list(data: Path, tmp_path: Path) -> None:
    ran = Terminal(data, tmp_path / "new").call("feedback", "--json")
    assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_a_database_that_is_none_ends_with_one_line(data: Path, tmp_path: Path) -> None:
    (tmp_path / "indrumar.sqlite").write_text("nu e o bază de date " * 100, encoding="utf-8")
    ran = Terminal(data, tmp_path).call("feedback")
    assert ran.error == (1, [f"the database cannot be used (DatabaseError): {tmp_path}"])


def test_another_kind_of_database_is_refused_in_one_line(kept: Terminal) -> None:
    ran = kept.call("feedback", INDRUMAR_DATABASE_URL="postgresql+asyncpg://x/y")
    assert ran.error == (1, ["INDRUMAR_DATABASE_URL: only sqlite+aiosqlite:///… can be used up to now"])
