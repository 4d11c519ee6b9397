"""What is remembered of a chat: read back as it was; forgotten when old, broken or of another layout."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.chat.guide import Guide
from bot.chat.state import MEMORY_SECONDS, ChatState
from index import Memory
from tests.bot.chat.phone import NOW, Phone


@pytest.fixture
def kept(phone: Phone) -> dict[str, Any]:
    """A state after a question, as it stands in the store."""
    phone.says("centre de zi în Urziceni")
    assert phone.state is not None
    document: dict[str, Any] = json.loads(phone.state)
    return document


def test_a_state_is_read_back_as_it_was(kept: dict[str, Any]) -> None:
    state = ChatState.load(json.dumps(kept), NOW)
    assert state.memory.read is not None
    assert ChatState.load(state.document(), NOW) == state


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"version": 0},
        {"memory": {"version": 2}},
        {"memory": {"lang": "de"}},
        {"memory": None},
        {"at": "ieri"},
        {"altceva": 1},
        {"at": float("nan")},
    ],
)
def test_a_state_of_another_layout_is_a_new_one(kept: dict[str, Any], change: dict[str, Any]) -> None:
    assert ChatState.load(json.dumps(kept | change), NOW) == ChatState()


@pytest.mark.parametrize("document", [None, "", "{", "null", "[]", '"x"', "{}", '{"at":', "\x00"])
def test_what_is_no_state_is_a_new_one(document: str | None) -> None:
    assert ChatState.load(document, 0.0) == ChatState()


def test_a_memory_is_kept_for_ten_minutes_and_not_longer(kept: dict[str, Any]) -> None:
    document = json.dumps(kept)
    held = [ChatState.load(document, NOW + s).memory.read is not None for s in (0, 599, 600, 601, 86400)]
    assert (MEMORY_SECONDS, held) == (600, [True, True, True, False, False])


def test_a_question_goes_on_from_the_one_before_within_ten_minutes(phone: Phone) -> None:
    phone.says("centre de zi în Urziceni")
    phone.now += 600
    follow = phone.says("dar în Slobozia?")
    phone.now += 601
    alone = phone.says("dar în Urziceni?")
    assert ("Am înțeles: centru de zi – Slobozia" in follow, "Am înțeles" in alone) == (True, False)


# ── whose language, whose county ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("chosen", "written", "code", "lang"),
    [
        ("ro", "en", "en", "ro"),
        ("en", "ro", "ro", "en"),
        (None, "en", "ro", "en"),
        (None, "ro", "en", "ro"),
        (None, None, "ro", "ro"),
        (None, None, "RO-md", "ro"),
        (None, None, "hu", "ro"),
        (None, None, "en-GB", "en"),
        (None, None, "uk", "en"),
        (None, None, None, "ro"),
        (None, None, "", "ro"),
        ("de", None, "ro", "ro"),
    ],
)
def test_the_language_is_the_one_set_then_the_one_written_then_the_phones(
    guide: Guide, chosen: str | None, written: Any, code: str | None, lang: str
) -> None:
    phone = Phone(guide, chosen, code=code)
    phone.state = ChatState(memory=Memory(lang=written), at=NOW).model_dump_json()
    assert phone.moment().lang == lang


def test_the_county_is_that_of_the_person_and_not_of_the_chat(guide: Guide) -> None:
    ana, ion = Phone(guide, private=False), Phone(guide, private=False)
    ana.says("județul Iași")
    ion.state = ana.state
    assert (ana.person.county, ana.moment().memory.county, ion.moment().memory.county) == (
        "Iași",
        "Iași",
        None,
    )


def test_an_edited_question_goes_on_from_where_it_stood(phone: Phone) -> None:
    phone.says("centre de zi în Urziceni")
    phone.says("dar în Slobozia?")
    again = phone.edits(phone.message_id, "dar în Pașcani?")
    assert "Am înțeles: centru de zi – Pașcani" in again


def test_an_older_question_that_is_edited_is_read_alone(phone: Phone) -> None:
    phone.says("centre de zi în Urziceni")
    first = phone.message_id
    phone.says("cantine sociale în Bacău")
    assert "cantin" not in phone.edits(first, "dar în Slobozia?")
