"""What is kept, exactly as /privacy says: after a conversation the tables themselves are looked into."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.chat.guide import Guide
from bot.store import Store
from index import Assistant
from tests.bot.conftest import Look
from tests.bot.office import NAME, Office, open_office

pytestmark = pytest.mark.anyio
OWN = ("zmeuric", "ruxandra", "ruxi_z", "zmeurescu", "bunic", "dialize", "floare", "vecini", "47.24", "26.72")
"""Parts of words that the person types or is called, and of where they are."""


@pytest.fixture
async def office(assistant: Assistant, data: Path, store: Store) -> AsyncIterator[Office]:
    """A bot that runs, without a network."""
    async with open_office(Guide(assistant, data, NAME), store) as office:
        yield office


async def talk(office: Office, person: int = 5) -> None:
    """A conversation with everything a person can do."""
    for text in (
        "/start",
        "centre de zi în Pașcani pentru zmeurica mea",
        "dar în Slobozia, zmeurico?",
        "am o bunică, Floarea, cu dialize",
        "cine răspunde de măsura 1.1.1",
        "2",
        "județul Iași",
        "mă bate Zmeurescu",
        "/setari",
        "/masura zmeurica",
    ):
        await office.types(text, person)
    await office.presses("1l:en", person)
    await office.presses("1u:", person)
    await office.types("voiam pentru bunica Floarea, 0740 123 456", person)
    await office.take(message=office.message(person, location={"latitude": 47.2456, "longitude": 26.7228}))
    await office.take(
        message=office.message(person, contact={"phone_number": "0740123456", "first_name": "Floarea"})
    )
    sender = office.message(person)["from"]
    await office.take(inline_query={"id": "7", "from": sender, "query": "zmeurica bunicii", "offset": ""})
    edited = office.message(person, text="zmeurica în Bacău") | {"message_id": 102, "edit_date": office.now}
    await office.take(edited_message=edited)
    await office.types(f"@{NAME} zmeurica din vecini", person, chat=-9)


def told(rows: list[dict[str, Any]]) -> str:
    """All that stands in some rows, as letters."""
    return json.dumps(rows, ensure_ascii=False).lower()


async def test_no_table_holds_a_word_that_was_typed_but_for_the_sentence_of_feedback(
    office: Office, look: Look
) -> None:
    await talk(office)
    tables = look()
    said = tables.pop("feedback")
    assert [(name, own) for name, rows in tables.items() for own in OWN if own in told(rows)] == []
    assert (tables["outbox"], {row["body"] for row in tables["inbox"]}) == ([], {None})
    sentences = [row["words"] for row in said if row["kind"] == "unwanted"]
    assert sentences == ["voiam pentru bunica Floarea, …"]


async def test_feedback_holds_nothing_about_the_person(office: Office, look: Look) -> None:
    await talk(office, person=77001)
    said = look()["feedback"]
    assert said
    assert [own for own in ("77001", "ruxandra", "ruxi_z", "0740") if own in told(said)] == []
    assert {"id", "kind", "about", "words", "at"} == set(said[0])


async def test_the_numbers_of_handled_updates_do_not_tell_whose_they_were(office: Office, look: Look) -> None:
    await talk(office, person=77001)
    assert {row["lane"] for row in look()["inbox"]} == {0}


async def test_who_only_asks_leaves_no_row_among_people(office: Office, look: Look) -> None:
    await office.types("centre de zi în Pașcani")
    assert look()["people"] == []


async def test_of_who_sets_something_only_that_is_kept(office: Office, look: Look) -> None:
    await office.types("județul Iași")
    await office.presses("1l:en")
    (row,) = look()["people"]
    assert row == {"id": 1, "telegram_id": 5, "lang": "en", "county": "Iași", "blocked_at": None}


async def test_after_ten_minutes_nothing_of_the_talk_is_remembered_however_much_was_pressed(
    office: Office, store: Store, look: Look
) -> None:
    await office.types("centre de zi în Pașcani")
    office.now += 540
    await office.presses("1p:")
    await store.purge(office.now, 600)
    during = look()["chats"][0]["state"]
    office.now += 61
    await store.purge(office.now, 600)
    assert ("day-centre" in during, [row["state"] for row in look()["chats"]]) == (True, [None])


async def test_after_a_week_only_what_was_set_is_left(office: Office, store: Store, look: Look) -> None:
    await talk(office)
    await store.purge(office.now + 7 * 24 * 3600 + 1, 600)
    tables = look()
    left = {name for name, rows in tables.items() if rows}
    assert left == {"people", "feedback"}


async def test_after_deleting_nothing_about_the_person_is_left(office: Office, look: Look) -> None:
    await talk(office, person=77001)
    await talk(office, person=77002)
    await office.types("/delete_my_data", 77001)
    await office.presses("1d:yes", 77001)
    tables = look()
    assert [name for name, rows in tables.items() if "77001" in told(rows)] == []
    assert [name for name, rows in tables.items() if "77002" in told(rows)] == ["chats", "replies", "people"]


async def test_asking_whether_to_delete_deletes_nothing(office: Office, look: Look) -> None:
    await office.types("județul Iași")
    await office.types("/delete_my_data")
    await office.presses("1e:")
    assert [row["county"] for row in look()["people"]] == ["Iași"]
