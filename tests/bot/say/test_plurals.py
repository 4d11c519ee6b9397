"""Counts in words: each language has its own plural rules, taken from CLDR by the catalogues."""

from __future__ import annotations

import pytest

from bot.say import LANGS, texts
from tests.bot.say.test_texts import KEYS

NUMBERS = [0, 1, 2, 19, 20, 21, 100, 101, 119, 120]
ROMANIAN = {
    "count-measure": ("măsură", "măsuri"),
    "count-service": ("serviciu", "servicii"),
    "count-project": ("proiect", "proiecte"),
    "count-campaign": ("campanie", "campanii"),
    "count-training": ("instruire", "instruiri"),
    "count-objective": ("obiectiv", "obiective"),
    "count-plan": ("plan", "planuri"),
    "count-record": ("rezultat", "rezultate"),
}
ENGLISH = {key: (key.removeprefix("count-"), f"{key.removeprefix('count-')}s") for key in ROMANIAN}
ENGLISH["count-record"] = ("result", "results")


def test_every_count_is_looked_at() -> None:
    assert sorted(ROMANIAN) == [key for key in KEYS if key.startswith("count-")]


def romanian(one: str, many: str) -> list[str]:
    """The NUMBERS of something, as Romanian says them."""
    return [
        f"0 {many}",
        f"1 {one}",
        f"2 {many}",
        f"19 {many}",
        f"20 de {many}",
        f"21 de {many}",
        f"100 de {many}",
        f"101 {many}",
        f"119 {many}",
        f"120 de {many}",
    ]


@pytest.mark.parametrize("key", sorted(ROMANIAN))
def test_romanian_counts_have_de_from_twenty_on_and_after_a_hundred_and_nineteen(key: str) -> None:
    assert [texts("ro")(key, n=n) for n in NUMBERS] == romanian(*ROMANIAN[key])


@pytest.mark.parametrize("key", sorted(ENGLISH))
def test_english_counts_have_one_and_many(key: str) -> None:
    one, many = ENGLISH[key]
    assert [texts("en")(key, n=n) for n in NUMBERS] == [f"{n} {one if n == 1 else many}" for n in NUMBERS]


def test_a_thousand_is_written_in_digits_without_marks_that_the_other_language_reads_otherwise() -> None:
    assert (texts("ro")("count-measure", n=1200), texts("en")("count-measure", n=1200)) == (
        "1.200 de măsuri",
        "1,200 measures",
    )


def test_what_is_left_of_a_list_is_counted_too() -> None:
    said = [[texts(lang)("item-more", n=n) for n in (1, 2, 27)] for lang in LANGS]
    assert said == [
        ["și încă unul", "și încă 2", "și încă 27"],
        ["and one more", "and 2 more", "and 27 more"],
    ]
