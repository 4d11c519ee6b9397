"""The texts of Telegram: counts in words, buttons in one language, short enough for an old phone."""

from __future__ import annotations

import re

import pytest

from bot.chat.guide import LABEL_CHARS
from bot.limits import MAX_TOAST_CHARS
from bot.say import LANGS, Lang, texts
from tests.bot.say.test_plurals import NUMBERS, romanian
from tests.bot.say.test_staff_texts import STAFF_KEYS
from tests.bot.say.test_texts import KEYS, messages

COUNTED: dict[str, tuple[str, str, str]] = {
    "button-below": ("lucru", "lucruri", "thing"),
    "plans-head": ("plan", "planuri", "plan"),
    "below-head": ("lucru", "lucruri", "thing"),
    "served-head": ("serviciu", "servicii", "service"),
    "near-place": ("serviciu", "servicii", "service"),
}
"""Key → one and many in Romanian, one in English."""
OTHER = {
    *("services-by-place", "services-by-kind", "button-more", "list-page", "list-rest"),
    *("handles-head", "goal", "goal-percent", "goal-bare"),
    *("reported-amount", "reported-more", "reported-number", "reported-percent"),
    *("unreported", "unreported-one"),
}
"""Texts with numbers that have tests of their own, or no noun beside the number."""
VALUES = {"title": "T", "what": "W", "name": "N", "km": 3}


def counted(lang: Lang, key: str) -> list[str]:
    """The last words of a text that begin with a number, for each number."""
    out = []
    for n in NUMBERS:
        text = texts(lang)(key, n=n, **VALUES)
        found = re.findall(rf"\b{n} (?:de )?[^\W\d]+", text)
        out.append(found[0] if found else text)
    return out


@pytest.mark.parametrize("key", sorted(COUNTED))
def test_romanian_counts_have_de_from_twenty_on_and_after_a_hundred_and_nineteen(key: str) -> None:
    one, many, _ = COUNTED[key]
    assert counted("ro", key) == romanian(one, many)


@pytest.mark.parametrize("key", sorted(COUNTED))
def test_english_counts_have_one_and_many(key: str) -> None:
    one = COUNTED[key][2]
    assert counted("en", key) == [f"{n} {one if n == 1 else one + 's'}" for n in NUMBERS]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (
            "services-by-place",
            [
                "Servicii în 0 localități. Alege:",
                "Servicii într-o localitate. Alege:",
                "Servicii în 19 localități. Alege:",
                "Servicii în 20 de localități. Alege:",
                "Servicii în 101 localități. Alege:",
                "Servicii în 120 de localități. Alege:",
            ],
        ),
        (
            "services-by-kind",
            [
                "0 feluri de servicii. Alege:",
                "Un fel de serviciu. Alege:",
                "19 feluri de servicii. Alege:",
                "20 de feluri de servicii. Alege:",
                "101 feluri de servicii. Alege:",
                "120 de feluri de servicii. Alege:",
            ],
        ),
    ],
)
def test_what_is_counted_in_another_way_is_counted_right(key: str, said: list[str]) -> None:
    assert [texts("ro")(key, n=n) for n in (0, 1, 19, 20, 101, 120)] == said


def test_every_text_with_a_number_is_looked_at() -> None:
    in_telegram = {key for key in KEYS if "n" in messages("ro")[key]} - set(STAFF_KEYS)
    elsewhere = {key for key in in_telegram if key.startswith(("count-", "item-", "chat-"))}
    assert in_telegram - elsewhere == COUNTED.keys() | OTHER


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "key", [k for k in KEYS if k.startswith(("button-", "inline-", "language-", "county-any"))]
)
def test_what_stands_on_a_button_fits_on_an_old_phone(lang: Lang, key: str) -> None:
    values = {"n": 120, "title": "", "where": "Piatra-Neamț", "period": "2014-2024"}
    assert 0 < len(texts(lang)(key, **values).strip()) <= LABEL_CHARS


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "key", [k for k in KEYS if k.startswith(("toast-", "feedback-kept", "feedback-noted", "flood"))]
)
def test_what_is_shown_over_the_chat_fits_there(lang: Lang, key: str) -> None:
    assert len(texts(lang)(key)) <= MAX_TOAST_CHARS


SAME = {
    "bot-name",
    "page",
    "button-plan",
    "field-plain-title",
    "first-plain",
    "first-asked",
    "item",
    "named-in",
}
"""Texts that are a name, or only arrange values."""


def test_no_text_is_left_in_the_other_language() -> None:
    said = {
        key: [texts(lang)._bundle.get_message(key).value for lang in LANGS]
        for key in KEYS
        if texts("ro").has(key) and texts("en").has(key)
    }
    alike = {
        key
        for key, (ro, en) in said.items()
        if ro is not None and en is not None and ro.to_json() == en.to_json()
    }
    assert alike - SAME == set()


@pytest.mark.parametrize(
    "key", [k for k in KEYS if k.startswith(("button-", "toast-", "not-text-", "feedback-"))]
)
def test_english_buttons_and_short_messages_hold_no_romanian_letters(key: str) -> None:
    values = {"n": 3, "title": "T", "where": "W", "period": "P"}
    text = texts("en")(key, **values).replace("Pașcani", "").replace("Îndrumar", "")
    assert [letter for letter in text if letter in "ăâîșțĂÂÎȘȚ"] == []


@pytest.mark.parametrize("lang", LANGS)
def test_privacy_names_each_time_that_the_store_keeps(lang: Lang) -> None:
    said = texts(lang)("privacy").lower()
    times = {
        "ro": ("zece minute", "două zile", "șapte zile", "o zi"),
        "en": ("ten minutes", "two days", "seven days", "a day"),
    }
    assert [time for time in times[lang] if time not in said] == []
    assert ("/delete_my_data" in said, said.count("•")) == (True, 9)
