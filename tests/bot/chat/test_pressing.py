"""Buttons of older messages, of others, and forged ones: a kind answer, never an error."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.chat.buttons import Button, Do
from bot.chat.commands import commanded
from bot.chat.guide import Guide
from bot.chat.pressing import pressed
from tests.bot.chat.phone import Phone, labels, read

KEYS = ["", "-", "0", "²", "abcde23456", "<b>&", "p/", "pPașcani/IS", "k", "Iași", "yes", "\u202e", "x" * 61]


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=64) | st.from_regex(r"1[a-z][0-9]{0,4}:.{0,30}", fullmatch=True))
@example("")
@example("1z:x")
@example("1k:" + "ș" * 30)
@example("1w9999:pPașcani/IS")
@example("1v9999:group")
def test_any_data_leads_to_a_screen_a_toast_or_a_deletion(guide: Guide, data: str) -> None:
    step = pressed(Phone(guide).moment(), data)
    assert step.said or step.toast or step.deletes
    assert all(read(said.screen) for said in step.said)


@pytest.mark.parametrize("do", get_args(Do))
@pytest.mark.parametrize("private", [True, False])
def test_whatever_a_forged_button_names_nothing_breaks(guide: Guide, do: Do, private: bool) -> None:
    phone = Phone(guide, private=private)
    for key in KEYS:
        for page in (0, 1, 9999):
            button = Button(do=do, key=key[:57], page=page)
            step = pressed(phone.moment(), button.encode())
            assert step.said or step.toast or step.deletes, button


def test_a_button_of_an_older_bot_is_answered_kindly(phone: Phone) -> None:
    assert phone.sends("0o:abcde23456") == "Butonul acesta e vechi. Întreabă-mă din nou."


def test_a_record_that_is_gone_is_said_to_be_gone(phone: Phone) -> None:
    said = {
        phone.sends(Button(do=do, key="2222222222").encode())
        for do in ("card", "source", "choose", "children")
    }
    assert said == {phone.moment().say("toast-gone")}


def test_a_page_behind_the_last_is_the_last(phone: Phone) -> None:
    record = max(phone.guide.index.plans.values(), key=lambda r: len(phone.guide.directory.below(r)))
    phone.sends(Button(do="children", key=record.key, page=9999).encode())
    (here,) = [
        label for label in labels(phone.screen) if "/" in label and label[0].isdigit() and len(label) < 8
    ]
    assert here.split("/")[0] == here.split("/")[1]


@pytest.mark.parametrize("key", ["Narnia", "", "<b>Iași</b>", "Iași; DROP TABLE people", "x" * 60])
def test_a_forged_county_is_never_kept(phone: Phone, key: str) -> None:
    phone.sends(Button(do="county", key=key).encode())
    assert phone.person.county in (None, "Iași")


@pytest.mark.parametrize(
    ("key", "lang"), [("ro", "ro"), ("en", "en"), ("de", None), ("", None), ("RO", None)]
)
def test_only_a_language_that_we_speak_is_set(phone: Phone, key: str, lang: str | None) -> None:
    phone.sends(Button(do="lang", key=key).encode())
    assert (phone.person.lang, phone.step.said[0].in_place) == (lang, True)


def test_settings_show_what_was_set_in_the_language_that_was_set(phone: Phone) -> None:
    phone.says("județul Iași")
    said = phone.sends(Button(do="lang", key="en").encode())
    assert said.split("\n") == ["Your county: Iași", "Language: English"]


def test_any_county_takes_the_county_back(phone: Phone) -> None:
    phone.says("județul Iași")
    phone.commands("judet")
    assert (phone.presses("Orice județ"), phone.person.county) == (
        phone.moment().say("chat-county-any"),
        None,
    )


# ── links ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "payload", ["r-", "r-2222222222", "r-r-", "ask2", "<b>", "../../etc", "r-" + "a" * 62, "0", "ș", "ASK"]
)
def test_a_link_that_names_nothing_says_so_and_greets(phone: Phone, payload: str) -> None:
    step = commanded(phone.moment(), f"/start {payload}")
    assert step is not None
    assert [read(said.screen) for said in step.said] == [
        phone.moment().say("link-unknown"),
        phone.moment().say("home"),
    ]


@pytest.mark.parametrize("text", ["/start", "/start ask", "/start   "])
def test_a_link_that_only_opens_the_chat_greets(phone: Phone, text: str) -> None:
    step = commanded(phone.moment(), text)
    assert step is not None
    assert [read(said.screen) for said in step.said] == [phone.moment().say("home")]


# ── what is kept ────────────────────────────────────────────────────────────────────────────────────────────


def test_deleting_asks_first_and_then_forgets_all(phone: Phone) -> None:
    phone.says("județul Iași")
    phone.commands("delete_my_data")
    assert (labels(phone.screen), phone.step.forgets) == (["Da, șterge", "Nu, păstrează"], False)
    done = phone.presses("Da")
    assert (done, phone.step.forgets, phone.person.county) == (
        "Gata. Nu mai păstrez nimic despre tine.",
        True,
        None,
    )
    assert phone.step.state == type(phone.step.state)()


def test_who_thinks_again_keeps_all(phone: Phone) -> None:
    phone.says("județul Iași")
    phone.commands("delete_my_data")
    phone.presses("Nu")
    assert (phone.step.forgets, phone.person.county) == (False, "Iași")
