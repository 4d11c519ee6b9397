"""In a group: commands and mentions; what is private is asked over, and nobody gets into another's talk."""

from __future__ import annotations

import pytest

from bot.chat.commands import commanded
from bot.chat.groups import mention
from bot.chat.guide import Guide
from bot.chat.screens import Step
from tests.bot.chat.phone import Phone, keys, labels, read


def first(step: Step | None) -> str:
    """The text of the first message of a step."""
    assert step is not None
    return read(step.said[0].screen)


@pytest.mark.parametrize(
    "text", ["am nevoie de o cantină", "sunt însărcinată și singură", "I need a shelter"]
)
def test_a_need_of_ones_own_is_never_answered_with_details(group: Phone, text: str) -> None:
    answer = group.says(text)
    (key,) = keys(group.screen)
    assert (
        answer == group.moment().say("group-private")
        or answer == "Let us talk about this in private. Write to me here:"
    )
    assert (key.url, group.screen.quotes) == ("https://t.me/indrumar_bot?start=ask", True)
    assert group.moment().state.memory.shown == ()


@pytest.mark.parametrize("name", ["servicii", "masura"])
def test_nor_behind_a_command(group: Phone, name: str) -> None:
    step = commanded(group.moment(), f"/{name} am nevoie de o cantină")
    assert first(step) == group.moment().say("group-private")


def test_what_is_about_nobody_is_answered(group: Phone) -> None:
    assert "Pașcani" in group.says("centre de zi în Pașcani")


@pytest.mark.parametrize("name", ["judet", "county", "setari", "settings", "delete_my_data"])
def test_what_is_ones_own_is_set_alone(group: Phone, name: str) -> None:
    assert first(commanded(group.moment(), f"/{name}@indrumar_bot Iași")) == group.moment().say(
        "group-private"
    )


@pytest.mark.parametrize("text", ["/ban Ion", "/servicii@alt_bot", "/start@indrumar_bot2", "/ban@alt_bot x"])
def test_a_command_for_another_bot_is_left_to_it(group: Phone, text: str) -> None:
    assert commanded(group.moment(), text) is None


@pytest.mark.parametrize(
    "text", ["/servicii", "/servicii@Indrumar_Bot", "/SERVICII@indrumar_bot", "/services"]
)
def test_a_command_for_us_is_carried_out_however_it_is_written(group: Phone, text: str) -> None:
    assert "Alege" in first(commanded(group.moment(), text))


def test_a_command_of_ours_with_another_name_is_a_question_when_it_is_meant_for_us(group: Phone) -> None:
    step = commanded(group.moment(), "/centre_de_zi@indrumar_bot în Pașcani")
    assert "Pașcani" in first(step)


@pytest.mark.parametrize("text", ["/servicii@alt_bot", "/centre_de_zi în Pașcani", "/", "/ ", "/@", "/\n"])
def test_alone_whatever_begins_with_a_slash_is_answered(phone: Phone, text: str) -> None:
    assert first(commanded(phone.moment(), text))


def test_words_after_a_command_may_stand_on_the_next_line(phone: Phone) -> None:
    assert first(commanded(phone.moment(), "/servicii\nPașcani")) == first(
        commanded(phone.moment(), "/servicii Pașcani")
    )


def test_a_talk_in_a_group_knows_no_county_of_those_who_read_along(guide: Guide) -> None:
    ana, ion = Phone(guide, private=False), Phone(guide, private=False)
    ana.says("județul Iași")
    ana.says("cine răspunde de măsura 1.1.1")
    ion.state = ana.state
    ion.says("cine răspunde de măsura 1.1.1")
    assert (ana.person.county, ion.person.county) == ("Iași", None)
    assert len([label for label in labels(ion.screen) if label[0].isdigit()]) > 2


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@indrumar_bot centre", "@indrumar_bot"),
        ("ce zici @INDRUMAR_BOT, centre", "@INDRUMAR_BOT"),
        ("@indrumar_bot_2 centre", None),
        ("@indrumar_botă", None),
        ("indrumar_bot", None),
        ("", None),
    ],
)
def test_the_bot_is_named_by_its_whole_name(text: str, named: str | None) -> None:
    found = mention(text, "indrumar_bot")
    assert (found[0] if found else None) == named


def test_a_bot_that_does_not_know_its_name_yet_is_named_by_nobody() -> None:
    assert mention("@ @indrumar_bot", "") is None
