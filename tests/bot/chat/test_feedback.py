"""What is not right: a press, an optional sentence, and no one else's words taken for it."""

from __future__ import annotations

import json

import pytest

from bot.chat.buttons import Button
from bot.chat.guide import Guide
from tests.bot.chat.phone import Phone, labels


@pytest.fixture
def asked(phone: Phone) -> Phone:
    """Someone who was answered and presses that it is not what was wanted."""
    phone.says("centre de zi în Pașcani")
    phone.presses("Nu e ce căutam")
    return phone


def test_it_is_noted_what_was_read_and_shown_and_a_sentence_may_follow(asked: Phone) -> None:
    note = asked.step.note
    memory = asked.moment().state.memory
    assert note is not None
    assert memory.read is not None
    assert (note.kind, note.words, note.about["shown"]) == ("unwanted", None, list(memory.shown[:5]))
    assert note.about["read"]["services"] == list(memory.read.services)
    assert (asked.step.awaits_words, labels(asked.screen)) == (True, ["Nu, mulțumesc"])


def test_the_note_holds_no_words_and_nothing_about_the_person(phone: Phone) -> None:
    phone.says("centre de zi în Pașcani pentru zmeurica mea")
    phone.presses("Nu e ce căutam")
    assert phone.step.note is not None
    assert [
        w for w in ("zmeuric", "indrumar", "100", "Person") if w in json.dumps(phone.step.note.about)
    ] == []


def test_the_next_message_is_the_sentence_and_the_one_after_a_question(asked: Phone) -> None:
    assert asked.says("voiam după-amiaza, 0740 123 456") == asked.moment().say("feedback-words-kept")
    assert asked.step.note_words == (7, "voiam după-amiaza, …")
    assert "centru de zi" in asked.says("dar în Slobozia?")


def test_who_does_not_want_to_say_more_goes_on_asking(asked: Phone) -> None:
    asked.presses("Nu, mulțumesc")
    assert (asked.step.toast, asked.step.said) == (asked.moment().say("feedback-kept"), ())
    asked.says("dar în Slobozia?")
    assert asked.step.note_words is None


def test_after_ten_minutes_a_message_is_a_question_again(asked: Phone) -> None:
    asked.now += 601
    asked.says("centre de zi în Urziceni")
    assert asked.step.note_words is None


@pytest.mark.parametrize(
    "packed",
    [
        Button(do="county", key="Iași").encode(),
        Button(do="county", key="-").encode(),
        Button(do="counties").encode(),
        Button(do="services", key="place").encode(),
    ],
)
def test_a_pressed_button_is_never_taken_for_the_sentence(asked: Phone, packed: str) -> None:
    asked.sends(packed)
    assert (asked.step.note_words, asked.step.said != ()) == (None, True)


@pytest.mark.parametrize(
    ("name", "words"), [("judet", "Iași"), ("masura", "3.1.2"), ("servicii", "Pașcani"), ("planuri", "")]
)
def test_a_command_is_never_taken_for_the_sentence(asked: Phone, name: str, words: str) -> None:
    answer = asked.commands(name, words)
    assert (asked.step.note_words, answer == asked.moment().say("feedback-words-kept")) == (None, False)


def test_a_number_of_a_choice_that_is_pressed_is_never_taken_for_the_sentence(phone: Phone) -> None:
    phone.says("cine răspunde de măsura 1.1.1")
    choose = next(k.button for row in phone.screen.rows for k in row if k.button and k.button.do == "choose")
    phone.presses("Nu e ce căutam")
    phone.sends(choose.encode())
    assert (phone.step.note_words, phone.moment().state.memory.opened is not None) == (None, True)


def test_an_edited_message_is_answered_and_not_taken_for_the_sentence(asked: Phone) -> None:
    asked.edits(asked.message_id, "centre de zi în Urziceni")
    assert asked.step.note_words is None


def test_in_a_group_nobody_is_asked_for_a_sentence_that_others_would_give(guide: Guide) -> None:
    ana, ion = Phone(guide, private=False), Phone(guide, private=False)
    ana.says("centre de zi în Pașcani")
    said = ana.presses("Nu e ce căutam")
    ion.state = ana.state
    ion.says("centre de zi în Urziceni")
    assert (ana.step.note is not None, ana.step.awaits_words, ion.step.note_words) == (True, False, None)
    assert said == ana.moment().say("feedback-noted")


@pytest.mark.parametrize("do", ["wrong", "unwanted"])
@pytest.mark.parametrize("key", ["", "abcde23456", "<b>", "x" * 60])
def test_a_forged_record_is_noted_as_none(phone: Phone, do: str, key: str) -> None:
    phone.sends(f"1{'g' if do == 'wrong' else 'u'}:{key}")
    assert phone.step.note is not None
    assert (phone.step.note.kind, phone.step.note.about["shown"]) == (do, [])


def test_a_sentence_that_is_a_question_gets_its_answer_and_is_kept(asked: Phone) -> None:
    text = asked.says("centre de zi în Pașcani")
    assert text.startswith("Am găsit 2 proiecte:")
    assert text.endswith(asked.moment().say("feedback-also-kept"))
    assert (asked.step.note_words, asked.step.state.awaits) == ((7, "centre de zi în Pașcani"), None)
