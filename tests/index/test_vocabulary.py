"""Phrases of an invented vocabulary found in text; and what must hold of the real files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index.language import comma_letters, fold
from index.phrases import Found, Phrases
from index.vocabulary import Entry, Vocabulary, load_vocabulary
from tests.index.small_world import write_vocabulary

TOPICS = ["services", "groups", "institutions", "terms"]
TO_CEDILLA = str.maketrans({"ș": "ş", "Ș": "Ş", "ț": "ţ", "Ț": "Ţ"})


@pytest.fixture(scope="module")
def small(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    """The invented vocabulary of the small world."""
    return load_vocabulary(write_vocabulary(data, tmp_path_factory.mktemp("data")))


def test_an_entry_keeps_what_its_file_says(small: Vocabulary) -> None:
    assert small.services.get("day-centre") == Entry(
        id="day-centre",
        ro="centru de zi",
        en="day centre",
        broader=("centre",),
        codes=("8891CZ", "8810"),
        words=("casa zilei",),
    )


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("caut un centru de zi", ["day-centre"]),
        ("Centrele de zi din oraș", ["day-centre"]),
        ("CENTRELOR ZI", ["day-centre"]),
        ("centru pentru zi", ["day-centre"]),
        ("centru mare de zi", ["centre"]),
        ("a day centre near me", ["day-centre"]),
        ("masa calda si casa zilei", ["canteen", "day-centre"]),
        ("masă caldă, masă caldă", ["canteen"]),
        ("zi de centru", ["centre"]),
        ("", []),
    ],
)
def test_the_longest_phrase_is_found_in_any_form(small: Vocabulary, text: str, ids: list[str]) -> None:
    assert small.services.find_in(text) == ids


def test_a_phrase_is_found_with_its_first_and_last_word(small: Vocabulary) -> None:
    words = fold("unde e masa calda pentru batrani in centrul de zi").split()
    found = [*small.services.phrases.find(words), *small.groups.phrases.find(words)]
    assert found == [Found(2, 4, "canteen"), Found(7, 10, "day-centre"), Found(5, 6, "elderly")]


def test_an_entry_knows_the_wider_ones(small: Vocabulary) -> None:
    assert {name: small.groups.wider(name) for name in ("elderly", "people", "dragons")} == {
        "elderly": ["elderly", "people"],
        "people": ["people"],
        "dragons": ["dragons"],
    }


def test_an_unknown_id_is_a_key_error(small: Vocabulary) -> None:
    with pytest.raises(KeyError):
        small.services.get("dragons")


def test_where_two_entries_have_one_phrase_the_first_keeps_it(small: Vocabulary) -> None:
    phrases = Phrases(small.language, [("casa albă", "one"), ("case albe", "other"), ("casă", "third")])
    assert list(phrases.find(["casa", "alba", "casa"])) == [Found(0, 2, "one"), Found(2, 3, "third")]


@pytest.mark.parametrize("name", TOPICS)
def test_real_ids_are_small_letters_digits_and_hyphens(vocabulary: Vocabulary, name: str) -> None:
    odd = [i for i in vocabulary.topics[name].entries if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", i)]
    assert odd == []


@pytest.mark.parametrize("name", TOPICS)
def test_no_real_entry_is_wider_than_itself(vocabulary: Vocabulary, name: str) -> None:
    topic = vocabulary.topics[name]
    circles = [i for i, entry in topic.entries.items() for b in entry.broader if i in topic.wider(b)]
    assert circles == []


def phrases(entry: Entry) -> list[str]:
    """Every phrase of an entry."""
    named = (entry.ro, entry.ro_plural, entry.en, entry.en_plural, entry.short)
    return [phrase for phrase in (*entry.words, *entry.words_en, *named) if phrase]


@pytest.mark.parametrize("name", TOPICS)
def test_real_phrases_are_written_with_comma_letters(vocabulary: Vocabulary, name: str) -> None:
    written = [p for e in vocabulary.topics[name].entries.values() for p in phrases(e)]
    assert [p for p in written if p != comma_letters(p)] == []


@pytest.mark.parametrize("name", TOPICS)
def test_every_real_phrase_is_found_with_commas_with_cedillas_and_bare(
    vocabulary: Vocabulary, name: str
) -> None:
    topic = vocabulary.topics[name]
    odd = []
    for entry in topic.entries.values():
        for phrase in phrases(entry):
            ways = (phrase, phrase.translate(TO_CEDILLA), fold(phrase), phrase.upper())
            if len({tuple(topic.find_in(way)) for way in ways}) != 1 or not topic.find_in(phrase):
                odd.append(phrase)
    assert odd == []


def test_real_codes_of_the_nomenclature_are_capitals_and_digits(vocabulary: Vocabulary) -> None:
    codes = [code for e in vocabulary.services.entries.values() for code in e.codes]
    assert [code for code in codes if not re.fullmatch(r"\d{3,4}[A-Z0-9]*", code)] == []


def test_the_real_tables_have_the_keys_that_their_readers_use(vocabulary: Vocabulary) -> None:
    used = {
        "facts": {"answer", "numbers", "before_number", "rhythm", "months"},
        "effects": {"measure", "project"},
    }
    missing = {name: keys - set(vocabulary.tables[name]) for name, keys in used.items()}
    assert missing == {"facts": set(), "effects": set()}
