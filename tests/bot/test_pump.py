"""The pump: each update once, in order, with all it leads to; floods and faults cost nobody else anything."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat import asking, handlers
from bot.chat.guide import Guide, Moment
from bot.chat.screens import Step
from bot.store import Store
from bot.turn import lane_of
from index import Assistant
from tests.bot.conftest import Look
from tests.bot.office import NAME, Json, Office, open_office

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def guide(assistant: Assistant, data: Path) -> Guide:
    """What answers."""
    return Guide(assistant, data, NAME)


@pytest.fixture
async def office(guide: Guide, store: Store) -> AsyncIterator[Office]:
    """A bot that runs, without a network."""
    async with open_office(guide, store) as office:
        yield office


async def test_a_question_gets_one_answer(office: Office) -> None:
    await office.types("cine răspunde de măsura 1.1.8 din Iași")
    ((name, chat, line),) = office.said
    assert (name, chat, line.startswith("<b>Răspunde: ")) == ("sendMessage", 5, True)


async def test_the_same_update_twice_is_answered_once(office: Office) -> None:
    await office.types("centre de zi în Pașcani")
    office.next_update -= 1
    await office.types("centre de zi în Pașcani")
    assert len(office.said) == 1


async def test_an_edited_question_edits_its_answer(office: Office) -> None:
    await office.types("centre de zi în Pașcani")
    edited = office.message(5, text="centre de zi în Slobozia") | {"message_id": 101, "edit_date": office.now}
    await office.take(edited_message=edited)
    assert [name for name, _, _ in office.said] == ["sendMessage", "editMessageText"]
    assert office.offline.calls[-1][1]["message_id"] == 1001


async def test_a_pressed_button_is_answered_before_anything_is_said(office: Office) -> None:
    await office.presses("1p:")
    assert [name for name, _ in office.offline.calls] == ["answerCallbackQuery", "editMessageText"]


@pytest.mark.parametrize("packed", ["", "0o:x", "1x:²", "\u202e", "1k:" + "ș" * 30])
async def test_a_forged_button_is_answered_too(office: Office, packed: str) -> None:
    await office.presses(packed)
    assert [name for name, _ in office.offline.calls][:1] == ["answerCallbackQuery"]
    assert "fault" not in str(office.said)


async def test_an_inline_query_is_answered_for_its_person_only(office: Office) -> None:
    sender = office.message(5)["from"]
    query = {"id": "7", "from": sender, "query": "centre de zi pașcani", "offset": ""}
    await office.take(inline_query=query)
    ((name, given),) = office.offline.calls
    assert (name, given["is_personal"], len(given["results"]) > 0) == ("answerInlineQuery", True, True)


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("centre de zi în Pașcani", False),
        (f"@{NAME} centre de zi în Pașcani", True),
        (f"@{NAME}2 centre de zi în Pașcani", False),
        ("/planuri", True),
        ("/planuri@alt_bot", False),
        ("/altceva", False),
    ],
)
async def test_in_a_group_only_who_speaks_to_us_is_answered(
    office: Office, text: str, answered: bool
) -> None:
    await office.types(text, chat=-9)
    assert bool(office.said) == answered


async def test_a_caption_is_read_and_a_cry_for_help_in_it_answered(office: Office) -> None:
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    await office.take(message=office.message(5, photo=photo, caption="mă bate soțul"))
    assert office.said[0][2] == "<b>Sună la <code>112</code>.</b>"


# ── floods ──────────────────────────────────────────────────────────────────────────────────────────────────


async def flood(office: Office, *texts: str) -> list[str]:
    """Many messages of one person at once; the first lines of what is said to them."""
    updates = [{"update_id": n, "message": office.message(5, text=t)} for n, t in enumerate(texts, 500)]
    await office.pump.take(updates)
    await office.take(message=office.message(6, text="centre de zi în Pașcani"))
    return [line for _, chat, line in office.said if chat == 5]


async def test_of_a_burst_the_first_are_answered_then_one_sentence_is_said(
    guide: Guide, store: Store
) -> None:
    async with open_office(guide, store, flood_messages=3) as office:
        lines = await flood(office, *["ajutor"] * 15)
        others = [line for _, chat, line in office.said if chat == 6]
    assert (len(lines), lines[-1].startswith("<b>Ai scris multe mesaje"), len(others)) == (4, True, 1)


async def test_a_cry_for_help_within_a_burst_is_answered(guide: Guide, store: Store) -> None:
    async with open_office(guide, store, flood_messages=3) as office:
        lines = await flood(office, *["ajutor"] * 8, "mă bate soțul", "ajutor")
    assert "<b>Sună la <code>112</code>.</b>" in lines


async def test_a_button_within_a_burst_is_answered_at_once(guide: Guide, store: Store) -> None:
    async with open_office(guide, store, flood_messages=1) as office:
        message = office.message(5, text="…")
        query = {"id": "9", "from": message["from"], "chat_instance": "1", "data": "1p:", "message": message}
        updates: list[Json] = [{"update_id": 500, "message": office.message(5, text="ajutor")}]
        await office.pump.take([*updates, {"update_id": 501, "callback_query": query}])
        await office.take(message=office.message(6, text="ajutor"))
    ((_, toast),) = [call for call in office.offline.calls if call[0] == "answerCallbackQuery"]
    assert toast["text"].startswith("Ai scris multe mesaje")


# ── faults ──────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_fault_is_said_kindly_and_touches_nobody_else(
    office: Office, look: Look, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real = asking.asked

    def breaks(moment: Moment, text: str) -> Step:
        if "zmeură" in text:
            raise RuntimeError(text)
        return real(moment, text)

    monkeypatch.setattr(handlers, "asked", breaks)
    with caplog.at_level(logging.DEBUG, logger="bot"):
        await office.types("zmeură")
        await office.types("ajutor", person=6)
    lines = [line[:20] for _, _, line in office.said]
    parked = [row["update_id"] for row in look()["inbox"] if row["state"] == "parked"]
    assert (lines[0], len(lines), parked) == ("<b>Ceva s-a stricat ", 2, [1])
    assert ("fault" in caplog.text, "zmeur" in caplog.text) == (True, False)


@pytest.mark.parametrize(
    ("broken", "rest"),
    [
        ({"message": {"text": "zmeură"}}, 0),
        ({"message": 5}, 0),
        ({"message": {"chat": {"id": "x"}, "from": []}}, 0),
        ({"callback_query": {"from": {}}}, 0),
        ({"ceva_nou": {"a": 1}}, 1),
        ({}, 1),
    ],
)
async def test_an_update_that_cannot_be_read_is_set_aside_and_the_others_go_on(
    office: Office, look: Look, broken: Json, rest: int
) -> None:
    await office.pump.take([{"update_id": 500, **broken}])
    await office.types("ajutor")
    states = {row["update_id"]: row["state"] for row in look()["inbox"]}
    assert (len(office.said), states) == (1, {1: "done", 500: ("parked", "done")[rest]})


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        ({"message": {"chat": {"id": -9}, "from": {"id": 6}}}, -9),
        ({"callback_query": {"from": {"id": 6}, "message": {"chat": {"id": 5}}}}, 5),
        ({"callback_query": {"from": {"id": 6}, "inline_message_id": "x"}}, 6),
        ({"inline_query": {"from": {"id": 6}}}, 6),
        ({"my_chat_member": {"chat": {"id": 5}, "from": {"id": 5}}}, 5),
        ({"poll": {"id": "1"}}, 0),
        ({}, 0),
    ],
)
async def test_what_happens_in_one_chat_happens_in_order(update: Json, lane: int) -> None:
    assert lane_of({"update_id": 1, **update}) == lane
