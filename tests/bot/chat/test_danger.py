"""In danger the numbers come first: whatever the chat waits for, edited, commanded or in a group."""

from __future__ import annotations

import pytest

from bot.chat.buttons import Button
from bot.chat.commands import commanded
from bot.chat.guide import Guide
from bot.chat.inline import invitation, offers
from bot.chat.pressing import pressed
from tests.bot.chat.phone import Phone, bold, keys, labels, read

HELP = "mă bate soțul"
FIRST = {"ro": "Sună la 112.", "en": "Call 112."}


def test_the_first_line_is_112_alone_without_a_sound_and_both_messages_can_be_deleted(phone: Phone) -> None:
    answer = phone.says(HELP)
    (key,) = keys(phone.screen)
    assert (answer.split("\n")[0], bold(phone.screen)) == ("Sună la 112.", ["Sună la 112."])
    assert (phone.screen.silent, phone.screen.quotes) == (True, False)
    assert key.button == Button(do="delete-both", key=str(phone.message_id))


@pytest.mark.parametrize(("lang", "text"), [("ro", HELP), ("en", HELP), ("en", "my husband beats me")])
def test_the_numbers_are_in_the_language_that_was_set(guide: Guide, lang: str, text: str) -> None:
    phone = Phone(guide, lang)
    assert phone.says(text).split("\n")[0] == FIRST[lang]
    assert labels(phone.screen) == [phone.moment().say("button-delete-both")]


def test_of_such_a_message_nothing_is_kept(phone: Phone) -> None:
    phone.says("centre de zi în Pașcani")
    before = phone.state
    phone.says(HELP)
    assert (phone.state, phone.step.note) == (before, None)


def test_it_comes_before_the_sentence_that_was_asked_for(phone: Phone) -> None:
    phone.says("centre de zi în Pașcani")
    phone.presses("Nu e ce căutam")
    assert phone.says(HELP).split("\n")[0] == "Sună la 112."
    assert phone.step.note_words is None


def test_it_comes_when_a_message_is_changed_into_it(phone: Phone) -> None:
    phone.says("centre de zi în Pașcani")
    edited = phone.edits(phone.message_id, HELP)
    (key,) = keys(phone.screen)
    assert (edited.split("\n")[0], key.button) == (
        "Sună la 112.",
        Button(do="delete-both", key=str(phone.message_id)),
    )


def test_it_comes_within_an_open_choice_and_the_choice_stays_open(phone: Phone) -> None:
    phone.says("cine răspunde de măsura 1.1.1")
    second = phone.moment().state.memory.shown[1]
    assert phone.says(HELP).split("\n")[0] == "Sună la 112."
    phone.says("2")
    assert phone.moment().state.memory.opened == second


@pytest.mark.parametrize(
    "name", ["start", "ajutor", "help", "servicii", "planuri", "masura", "judet", "setari", "privacy", "xyz"]
)
@pytest.mark.parametrize("private", [True, False])
def test_it_comes_after_any_command(guide: Guide, name: str, private: bool) -> None:
    phone = Phone(guide, private=private)
    step = commanded(phone.moment(), f"/{name}@{guide.name} {HELP}")
    assert step is not None
    assert read(step.said[0].screen).split("\n")[0] == "Sună la 112."


def test_in_a_group_only_112_is_said_without_details_and_the_rest_alone(group: Phone) -> None:
    answer = group.says(HELP)
    (key,) = keys(group.screen)
    assert answer.split("\n") == ["Sună la 112.", "Apoi scrie-mi aici, doar noi doi:"]
    assert (key.url, group.screen.silent, group.screen.quotes) == (
        "https://t.me/indrumar_bot?start=ask",
        True,
        False,
    )


def test_in_inline_mode_nothing_is_offered_but_112(phone: Phone) -> None:
    assert (offers(phone.moment(), HELP), invitation(phone.moment(), HELP)) == (
        (),
        "Sună la 112. Scrie-mi aici",
    )


# ── the button that deletes both ────────────────────────────────────────────────────────────────────────────


def test_the_button_deletes_the_message_and_its_answer(phone: Phone) -> None:
    assert pressed(phone.moment(55), Button(do="delete-both", key="54").encode()).deletes == (54, 55)


@pytest.mark.parametrize("key", ["0", "", "²", "١٢", "-5", "5.0", "54;55", "9" * 40, "x", " 54"])
def test_a_forged_number_deletes_only_the_message_that_was_pressed(phone: Phone, key: str) -> None:
    assert pressed(phone.moment(55), Button(do="delete-both", key=key).encode()).deletes == (55,)


def test_in_a_group_nobodys_message_can_be_deleted_by_a_forged_button(group: Phone) -> None:
    step = pressed(group.moment(55), Button(do="delete-both", key="12").encode())
    assert (step.deletes, step.said, step.toast) == ((), (), group.moment().say("toast-old-button"))
