"""Asking in free text: whatever is typed gets one message that Telegram takes; lists, choices, notes."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.chat.asking import list_mark, without_numbers
from bot.chat.buttons import Button
from bot.chat.guide import LIST_RECORDS, Guide
from bot.chat.state import ChatState
from bot.limits import MAX_BUTTONS
from tests.bot.chat.phone import NOW, Phone, keys, labels, read

fragments = st.sampled_from(
    [
        *(
            "centre de zi",
            "în Pașcani",
            "măsura 3.1.2",
            "cine răspunde",
            "județul Iași",
            "and who answers",
            "2",
        ),
        *(
            "<b>",
            "</b>",
            "&",
            "<a href='https://x.ro'>",
            "\u202e",
            "\u200d",
            "\x00",
            "😀" * 30,
            "a" * 300,
            "?",
        ),
        *("mă bate soțul", "sursa 1", "mulțumesc", "/start", "@indrumar_bot", "orice județ", "al doilea"),
    ]
)
typed = st.lists(fragments | st.text(max_size=30), min_size=1, max_size=6).map(" ".join)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed, st.sampled_from([None, "ro", "en"]), st.booleans())
@example("a" * 10_000, None, True)
@example("", "en", True)
@example("<b>centre de zi în Pașcani", None, False)
def test_whatever_is_typed_gets_one_message_that_is_taken(
    guide: Guide, text: str, lang: str | None, private: bool
) -> None:
    phone = Phone(guide, lang, private=private)
    for message in (text, "dar în Slobozia?", text):
        phone.says(message)
        assert (len(phone.step.said), phone.step.said[0].in_place) == (1, False)


@pytest.mark.parametrize("text", ["<b>căutați</b> & <a href='x'>", "\u202eazi\u202c", "& &amp; &#60;"])
def test_markup_that_is_typed_is_never_part_of_an_answer(phone: Phone, text: str) -> None:
    answer = phone.says(f"centre de zi în Pașcani {text}")
    assert [mark for mark in ("<", "&", "\u202e", "href") if mark in answer] == []


# ── lists and choices ───────────────────────────────────────────────────────────────────────────────────────


def test_a_long_list_is_leafed_through_in_place_and_each_record_comes_once(phone: Phone) -> None:
    phone.says("ce măsuri are DGASPC în Bacău")
    memory = phone.moment().state.memory
    numbers, more = labels(phone.screen)[:LIST_RECORDS], labels(phone.screen)[LIST_RECORDS]
    found = [key.button.key for key in keys(phone.screen)[:LIST_RECORDS] if key.button]
    assert (numbers, more) == (["1", "2", "3", "4", "5"], f"Încă {len(memory.shown) - 5}")
    phone.presses("Încă")
    pages = -(-len(memory.shown) // LIST_RECORDS)
    for _ in range(pages - 1):
        assert phone.step.said[0].in_place
        found += [k.button.key for k in keys(phone.screen) if k.button and k.button.do == "card"]
        phone.presses("▶")
    shown = [phone.guide.index.by_id[i].key for i in memory.shown]
    assert (found, labels(phone.screen)[5:8]) == (shown, ["◀", f"1/{pages}", "▶"])


def test_a_page_far_behind_the_end_is_the_last_one(phone: Phone) -> None:
    phone.says("ce măsuri are DGASPC în Bacău")
    mark = list_mark(phone.moment().state.memory)
    total = len(phone.moment().state.memory.shown)
    last = phone.sends(Button(do="more", key=mark, page=9999).encode())
    assert f"–{total} din " in last.split("\n")[0]


def test_a_list_of_an_older_question_says_that_it_is_old(phone: Phone) -> None:
    phone.says("ce măsuri are DGASPC în Bacău")
    more = next(k.button for k in keys(phone.screen) if k.button and k.button.do == "more")
    phone.says("ce măsuri are DGASPC în Ialomița")
    assert phone.sends(more.encode()) == phone.moment().say("toast-old-list")


def test_a_choice_has_one_button_each_that_can_be_told_apart(phone: Phone) -> None:
    phone.says("cine răspunde de măsura 1.1.1")
    choose = [k for k in keys(phone.screen) if k.button and k.button.do == "choose"]
    shown = [phone.guide.index.by_id[i].key for i in phone.moment().state.memory.shown]
    assert [k.button.key for k in choose if k.button] == shown
    assert len({re.sub(r"^\d+\. ", "", k.label) for k in choose}) == len(choose) > 2


@pytest.mark.parametrize("lang", ["ro", "en"])
def test_a_button_of_a_choice_says_what_its_number_would(guide: Guide, lang: str) -> None:
    typed, pressed = Phone(guide, lang), Phone(guide, lang)
    for phone in (typed, pressed):
        phone.says("cine răspunde de măsura 1.1.1")
    data = [k.button.encode() for k in keys(pressed.screen) if k.button and k.button.do == "choose"]
    assert pressed.sends(data[1]) == typed.says("2")


def test_a_choice_that_was_forgotten_opens_the_card(phone: Phone) -> None:
    phone.says("cine răspunde de măsura 1.1.1")
    data = next(k.button for k in keys(phone.screen) if k.button and k.button.do == "choose")
    phone.now += 601
    key = data.key
    assert phone.sends(data.encode()) == phone.sends(Button(do="card", key=key).encode())


def test_the_county_that_is_pressed_settles_a_choice(phone: Phone) -> None:
    phone.says("cine răspunde de măsura 1.1.1")
    there = [r for r in phone.moment().state.memory.shown if r.startswith("iasi-")]
    phone.sends(Button(do="county", key="Iași").encode())
    settled = phone.moment().state.memory.opened
    phone.says("cine răspunde de măsura 1.1.1")
    assert (phone.person.county, [settled], [phone.moment().state.memory.opened]) == ("Iași", there, there)


def test_no_screen_has_more_buttons_than_telegram_takes(phone: Phone) -> None:
    for question in ("măsura 1.1.1", "măsura 1", "obiectivul 1", "centru", "copii", "Bacău", "proiecte"):
        phone.says(question)
        assert len(keys(phone.screen)) <= MAX_BUTTONS
        assert read(phone.screen)


@pytest.mark.parametrize("ask", ["groups", "indicators", "results", "funding", "partners"])
def test_five_of_the_longest_records_of_a_list_fit_into_one_message(phone: Phone, ask: str) -> None:
    assistant = phone.guide.assistant
    measures = [r for r in phone.guide.index.records if r.kind == "measure"]
    longest = sorted(measures, key=lambda r: -sum(map(len, getattr(r, ask))))[:LIST_RECORDS]
    memory = phone.moment().state.memory.model_copy(
        update={"shown": tuple(r.id for r in longest), "asks": (ask,), "total": 5, "outcome": "answered"}
    )
    phone.state = ChatState(memory=memory, at=NOW).model_dump_json()
    text = phone.sends(Button(do="more", key=list_mark(memory)).encode())
    numbers = [line.split(".")[0] for line in text.split("\n")[1:]]
    assert (numbers, assistant.index is phone.guide.index) == (["1", "2", "3", "4", "5"], True)


# ── what is kept ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("sunt la 0740 123 456", "sunt la …"),
        ("sunt la 0740/123/456 acum", "sunt la … acum"),
        ("tel (0740) 123-456", "tel (…"),
        ("+40 740.123.456", "+…"),
        ("0740–123–456", "…"),
        ("CNP 1960101123456", "CNP …"),
        ("scrie-mi la ana.pop@exemplu.ro", "scrie-mi la …"),
        ("sunt @ana_pop pe aici", "sunt … pe aici"),
        ("măsura 3.1.2 din 2024", "măsura 3.1.2 din 2024"),
        ("strada 12, bloc 14", "strada 12, bloc 14"),
        ("x" * 400, "x" * 300),
        ("a\n b\t c", "a b c"),
    ],
)
def test_a_sentence_is_kept_without_numbers_and_addresses(text: str, kept: str) -> None:
    assert without_numbers(text) == kept


@given(st.text(max_size=400))
def test_no_telephone_is_left_in_any_sentence(text: str) -> None:
    kept = without_numbers(f"{text} 0740 123 456")
    assert (len(kept) <= 300, re.search(r"0740|123 ?456", kept)) == (True, None)


def test_what_cannot_be_answered_is_noted_without_names(phone: Phone) -> None:
    phone.says("sunt Ruxandra Zmeurescu si caut un xilofonist bun")
    note = phone.step.note
    assert note is not None
    assert (note.kind, "xilofonist" in (note.words or "")) == ("unanswered", True)
    told = f"{note.words} {note.about}".lower()
    assert [word for word in ("ruxandr", "zmeuresc") if word in told] == []


def test_what_is_answered_is_not_noted(phone: Phone) -> None:
    phone.says("centre de zi în Pașcani")
    assert phone.step.note is None
