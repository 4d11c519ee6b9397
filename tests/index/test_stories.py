"""What stories tell: sets of words that follow each other; and what must hold of the real files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from index import DataFault, Index
from index.language.stems import Language
from index.spans import words_of
from index.stories import Stories
from index.vocabulary import Vocabulary, load_vocabulary
from tests.index.small_world import write_vocabulary

SETS: Mapping[str, list[str]] = {
    "kin": ["mama", "tata"],
    "gone": ["e în", "lucrează în"],
    "lands": ["Laponia", "Atlantida"],
    "child": ["copilul"],
    "back": ["s-a întors"],
}


def told(sentence: str, **rule: Any) -> list[str]:
    """The sentence's words that tell a story of kin in far lands."""
    story = {"means": "groups:far", "words": ["kin", "gone", "lands"], "within": 1} | rule
    stories = Stories.of(Language(), {"words": SETS, "story": [story]})
    words = words_of(sentence)
    return [words[phrases[-1].start].text for _, phrases in stories.find(sentence, words)]


@pytest.mark.parametrize(
    ("sentence", "telling"),
    [
        ("mama e în Laponia", ["laponia"]),
        ("și tata lucrează în Atlantida acum", ["atlantida"]),
        ("mama mea e în Laponia", ["laponia"]),
        ("mama mea cea dragă e în Laponia", []),
        ("mama. E în Laponia", []),
        ("Laponia e în mama", []),
        ("mama e singură, eu sunt în Laponia", []),
        ("", []),
    ],
)
def test_a_story_is_told_by_words_in_order_in_one_sentence(sentence: str, telling: list[str]) -> None:
    assert told(sentence) == telling


def test_a_story_in_any_order_is_told_both_ways() -> None:
    ways = ("tata Laponia", "Laponia tata")
    assert [told(way, words=["kin", "lands"], any_order=True) for way in ways] == [["laponia"], ["laponia"]]


def test_a_story_may_need_a_word_anywhere() -> None:
    sentences = ("Copilul e mic. Mama e în Laponia", "Mama e în Laponia")
    assert [told(sentence, also="child") for sentence in sentences] == [["laponia"], []]


def test_a_word_may_stop_a_story() -> None:
    assert told("mama e în Laponia, dar s-a întors", unless="back") == []


@pytest.mark.parametrize(
    ("story", "fault"),
    [
        ('means = "groups:dragons"\nwords = ["kin"]', "no entry groups:dragons"),
        ('means = "groups:elderly"\nwords = ["kin", "dragons"]', "no set of words 'dragons'"),
        ('means = "groups:elderly"\nwords = ["kin"]\nalso = "dragons"', "no set of words 'dragons'"),
    ],
)
def test_a_story_of_what_does_not_exist_is_a_fault(
    data: Path, tmp_path: Path, story: str, fault: str
) -> None:
    stories = f'[words]\nkin = ["mama"]\n[[story]]\n{story}\n'
    with pytest.raises(DataFault, match=fault):
        load_vocabulary(write_vocabulary(data, tmp_path, stories=stories))


def test_every_set_of_the_real_stories_is_used(vocabulary: Vocabulary) -> None:
    table = vocabulary.tables["stories"]
    used = {n for s in table["story"] for n in (*s["words"], s.get("also", ""), s.get("unless", ""))}
    assert set(table["words"]) - used == set()


def test_every_everyday_word_leads_to_a_word_of_the_plans(assistant: Any) -> None:
    index: Index = assistant.index
    words = index.vocabulary.tables["everyday"]["words"]
    terms = index.vocabulary.language.terms
    lost = [s for s, plan in words.items() if not any(all(map(index.knows, terms(w))) for w in plan)]
    assert lost == []
