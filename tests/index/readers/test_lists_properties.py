"""What holds of every list, whatever the cell: no word is lost, moved or made up; items are whole."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from index.readers.lists import ListRules

WORDS = [
    *(
        "DGASPC",
        "UAT",
        "ONG-uri",
        "SPAS",
        "ISJ",
        "APL",
        "Nr.",
        "Nr",
        "Număr",
        "Rata",
        "%",
        "copii",
        "copiilor",
    ),
    *(
        "familii",
        "de",
        "din",
        "la",
        "în",
        "cu",
        "și",
        "nou.",
        "Centrul",
        "Fundația",
        "Primăria",
        "Lunca",
        "Mare",
    ),
    *("Călimanu", "Buget", "local", "Fonduri", "externe", "PNRR", "2021-2027", "2031", "10%", "Serviciul"),
    *("Social", "servicii", "sociale", "etc", "Proiectul", "Programul", "cazuri", "art.", "bune", "(vechi)"),
    *("(Nr. vechi)", "(unu doi)", "„Casa Bună”", "parteneriat", '"Soare"', "mame", "tați"),
]
SPACES = [" ", " ", " ", " ", "  ", "\n", "; ", ", ", " / ", "/", " - ", "\n• "]
LISTS = ("indicators", "results", "institutions", "funding", "groups")

cells = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SPACES)), max_size=14).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)
names = st.sampled_from(LISTS)
anything = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=60)


def letters(text: str) -> list[str]:
    """Words of a text without the marks that lists are cut at."""
    return re.findall(r"[^\s;,/•▪–()„”\"-]+", text)


@given(names, cells | anything)
def test_the_words_of_the_items_are_the_words_of_the_cell_in_order(
    rules: dict[str, ListRules], name: str, cell: str
) -> None:
    dropped = {word for one in rules[name].drop for word in letters(one)}
    ours = [w for item in rules[name].split(cell) for w in letters(item) if w not in dropped]
    assert ours == [w for w in letters(cell) if w not in dropped]


@given(names, cells | anything)
def test_no_item_is_empty_or_has_blanks_around_it(rules: dict[str, ListRules], name: str, cell: str) -> None:
    items = rules[name].split(cell)
    assert items == [re.sub(r"\s+", " ", item).strip() for item in items if item]


@given(names, cells)
def test_an_item_is_not_cut_again(rules: dict[str, ListRules], name: str, cell: str) -> None:
    items = rules[name].split(cell)
    assert [rules[name].split(item) for item in items] == [[item] for item in items]


@given(st.lists(st.sampled_from(WORDS), max_size=10), st.lists(st.sampled_from(WORDS), max_size=10))
def test_both_sides_of_a_partnership_are_lists_of_their_own(
    rules: dict[str, ListRules], before: list[str], after: list[str]
) -> None:
    mine, theirs = (" ".join(w for w in words if w != "parteneriat") for words in (before, after))
    responsible, partners = rules["institutions"].split_partnership(f"{mine} în parteneriat cu {theirs}")
    assert (responsible, [w for p in partners for w in letters(p) if w != "și"]) == (
        rules["institutions"].split(mine),
        [w for p in rules["institutions"].split(theirs) for w in letters(p) if w != "și"],
    )


def test_a_stray_control_character_is_no_fault(rules: dict[str, ListRules]) -> None:
    assert rules["institutions"].split("UAT \x007\x00") == ["UAT \x007\x00"]
