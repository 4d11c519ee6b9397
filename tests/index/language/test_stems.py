"""Forms of one word share a stem, typed with diacritics or without; Roman numerals have values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language import fold
from index.language.stems import Language, roman_number
from index.vocabulary import Vocabulary

FAMILIES = [
    "centru centre centrul centrele centrului centrelor",
    "prestație prestații prestaţii prestatii prestația prestațiilor",
    "copil copii copiii copilul copilului copiilor",
    "dizabilitate dizabilități dizabilitati dizabilitatea dizabilităților",
    "adăpost adăposturi adapost adaposturi adăpostul adăposturilor",
    "serviciu servicii serviciul serviciile serviciilor serviciului",
    "locuință locuințe locuinţe locuinte locuința locuințelor",
    "bătrân bătrâni batran batrani bătrânilor",
    "cămin camin cămine camine căminul căminului căminelor",
    "cantină cantina cantine cantinei cantinelor",
    "victimă victima victime victimele victimelor",
    "mamă mama mame mamelor",
    "măsură măsura măsuri masuri măsurile măsurilor",
    "înființare infiintare înființarea înființări înființării",
    "persoană persoana persoane persoanele persoanelor",
    "creșă cresa creșe crese",
    "școală şcoală scoala școli scoli școlii școlilor",
    "tânăr tineri tânărul tinerilor",
    "masă masa mese mesei meselor",
    "ajutor ajutoare ajutorul",
]

APART = [
    ("centru", "central"),
    ("copil", "copac"),
    ("casă", "cască"),
    ("cantină", "cantitate"),
    ("adăpost", "adoptie"),
    ("servicii", "servanti"),
]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.split()[0])
def test_forms_of_one_word_share_a_stem(vocabulary: Vocabulary, family: str) -> None:
    stems = {form: vocabulary.language.stem(fold(form)) for form in family.split()}
    assert len(set(stems.values())) == 1, stems


@pytest.mark.parametrize(("one", "other"), APART)
def test_unrelated_words_do_not(vocabulary: Vocabulary, one: str, other: str) -> None:
    assert vocabulary.language.stem(fold(one)) != vocabulary.language.stem(fold(other))


def test_words_with_digits_stay() -> None:
    words = ["3", "2024", "24ore", "3lea", "10%"]
    assert [Language().stem(word) for word in words] == words


def test_terms_leave_out_the_words_that_mean_nothing() -> None:
    language = Language.of({"oameni": "om"}, ["pentru", "de"], ["de"])
    text = "Centre de zi pentru oameni"
    assert (language.stems(text), language.terms(text)) == (
        ["centr", "de", "zi", "pentr", "om"],
        ["centr", "zi", "om"],
    )


@given(st.text(st.sampled_from("abcdefghijklmnoprstuvz"), min_size=1, max_size=15))
def test_a_stem_is_never_empty(word: str) -> None:
    assert Language().stem(word) != ""


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("i", 1),
        ("iv", 4),
        ("ix", 9),
        ("xiv", 14),
        ("xvii", 17),
        ("xl", 40),
        ("xcix", 99),
        ("cccxcix", 399),
        ("iiii", None),
        ("vx", None),
        ("mix", None),
        ("civil", None),
        ("", None),
        ("3", None),
    ],
)
def test_a_roman_numeral_has_a_value(word: str, value: int | None) -> None:
    assert roman_number(word) == value
