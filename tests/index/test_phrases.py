"""Phrases in folded words, one set at a time and many at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.stems import Language
from index.phrases import Found, Phrases, PhraseSets

LANGUAGE = Language.of({"copii": "copil"}, ["de", "si"], ["de", "si"])
SETS = {
    "kinds": Phrases(LANGUAGE, [("centru de zi", "day"), ("centru", "centre"), ("zi", "date")]),
    "who": Phrases(LANGUAGE, [("copil", "child"), ("zi", "everyone")]),
    "asking": Phrases(LANGUAGE, [("de ce", "why"), ("de", "of")], exact=True),
}
WORDS = ("centru", "centre", "de", "si", "zi", "copii", "ce", "acasa")


def test_the_longest_phrase_counts_and_none_overlap() -> None:
    words = ["centre", "si", "de", "zi", "centrul", "zi"]
    assert SETS["kinds"].find(words) == [Found(0, 4, "day"), Found(4, 6, "day")]


def test_small_words_count_only_in_exact_phrases() -> None:
    assert (SETS["kinds"].find(["de"]), SETS["asking"].find(["de"])) == ([], [Found(0, 1, "of")])


@pytest.mark.parametrize(
    ("words", "entries"), [(["centru", "de", "zi", "copii"], ["centre", "day"]), (["acasa"], [])]
)
def test_phrases_that_words_begin_with_are_told_shortest_first(words: list[str], entries: list[str]) -> None:
    assert SETS["kinds"].beginnings(words) == entries


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_many_sets_at_once_find_what_each_finds_alone(words: list[str]) -> None:
    assert PhraseSets(LANGUAGE, SETS).find(words) == {name: one.find(words) for name, one in SETS.items()}
