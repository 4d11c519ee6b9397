"""Letters as people type them fold to one form: cedillas, commas, bare letters, composed or not, capitals."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unidecode import unidecode

from index.language import comma_letters, fold, plain, words

TO_CEDILLA = str.maketrans({"ș": "ş", "Ș": "Ş", "ț": "ţ", "Ț": "Ţ"})
romanian = st.text(st.sampled_from("abcdeghilmnoprstuvzăâîșțĂÂÎȘȚ 0123456789.,-–()%/\n„”\t"))


@pytest.mark.parametrize(
    "typed",
    [
        "Măsuri și țeluri în Iași",
        "Măsuri şi ţeluri în Iaşi",
        "Masuri si teluri in Iasi",
        "MĂSURI ȘI ȚELURI ÎN IAȘI",
        "MĂSURI ŞI ŢELURI ÎN IAŞI",
        unicodedata.normalize("NFD", "Măsuri și țeluri în Iași"),
        unicodedata.normalize("NFD", "Măsuri şi ţeluri în Iaşi"),
        "  Măsuri — și: țeluri / în Iași!",
    ],
)
def test_one_sentence_typed_in_many_ways_folds_to_one_form(typed: str) -> None:
    assert fold(typed) == "masuri si teluri in iasi"


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("3.1.2.", "3 1 2"),
        ("10%", "10%"),
        ("DGASPC-ul", "dgaspc ul"),
        ("ﬁnanțare", "finantare"),
        ("２０２４", "2024"),
        ("…", ""),
        ("", ""),
    ],
)
def test_what_is_no_letter_or_digit_parts_the_words(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("typed", "composed"),
    [
        ("Ţinta judeţului Iaşi", "Ținta județului Iași"),
        (unicodedata.normalize("NFD", "Ținta județului Iași"), "Ținta județului Iași"),
        ("façade", "façade"),
    ],
)
def test_comma_letters_are_composed_and_have_commas(typed: str, composed: str) -> None:
    assert comma_letters(typed) == composed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nr. copii: 1.080 (10%)", ["nr", "copii", "1.080", "10", "%"]),
        ("centru_de zi", ["centru", "de", "zi"]),
        ("Iaşi 2014-2024", ["iași", "2014", "2024"]),
        ("3,5 mii", ["3,5", "mii"]),
        ("„…”", []),
    ],
)
def test_words_are_as_printed_in_small_letters_with_numbers_whole(text: str, found: list[str]) -> None:
    assert words(text) == found


@given(st.text(st.one_of(st.characters(max_codepoint=0x24F), st.sampled_from("ăâîșțşţĂÂÎȘȚŞŢ"))))
def test_letters_lose_what_unidecode_takes_from_them(text: str) -> None:
    in_one_spelling = comma_letters(text).replace("î", "i").replace("Î", "I")
    folded = fold(text.replace("î", "i").replace("Î", "I"))
    assert folded == " ".join(re.findall("[a-z0-9%]+", unidecode(in_one_spelling).lower()))


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(romanian)
def test_cedilla_text_folds_like_comma_text(text: str) -> None:
    assert fold(text.translate(TO_CEDILLA)) == fold(text)


@given(romanian)
def test_capitals_and_loose_diacritics_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text.upper())) == fold(text)


@given(st.text())
def test_folded_text_is_words_of_small_latin_letters_digits_and_percent_signs(text: str) -> None:
    allowed = set("abcdefghijklmnopqrstuvwxyz0123456789% ")
    folded = fold(text)
    assert (set(folded) <= allowed, folded) == (True, " ".join(folded.split()))


@given(st.text())
def test_plain_text_has_one_character_for_each_of_the_composed_text(text: str) -> None:
    assert len(plain(text)) == len(unicodedata.normalize("NFC", text))


@given(romanian)
def test_plain_romanian_text_has_no_diacritics_and_no_capitals(text: str) -> None:
    bare = text.lower().translate(str.maketrans("ăâîșț", "aaist"))
    kept = [(ours, theirs) for ours, theirs in zip(plain(text), bare, strict=True) if theirs.isalnum()]
    assert [ours for ours, _ in kept] == [theirs for _, theirs in kept]
