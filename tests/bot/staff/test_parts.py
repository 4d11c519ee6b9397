"""Parts of a number by sex, age and place, and whether they add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.staff.parts import adds_up, read_parts
from bot.staff.refusals import Refusal
from bot.staff.shapes import By, Part
from bot.staff.words import Words, words_of
from index import Assistant
from tests.bot.staff.reading import said


@pytest.fixture(scope="module")
def words(assistant: Assistant) -> Words:
    """The words of `reports.toml`."""
    return words_of(assistant.index)


GIRLS_AND_BOYS = ("fete", 8.0), ("băieți", 6.0)


@pytest.mark.parametrize(
    ("text", "by", "parts"),
    [
        ("fete 8, băieți 6", "sex", GIRLS_AND_BOYS),
        ("8 fete și 6 băieți", "sex", GIRLS_AND_BOYS),
        ("fete: 8\nbăieți: 6", "sex", GIRLS_AND_BOYS),
        ("fete 8 băieți 6", "sex", GIRLS_AND_BOYS),
        ("fete opt, băieți șase", "sex", GIRLS_AND_BOYS),
        ("8F/6B", "sex", (("F", 8.0), ("B", 6.0))),
        ("girls 8, boys 6", "sex", (("girls", 8.0), ("boys", 6.0))),
        ("0-6 ani: 4; 7-17 ani: 10", "age", (("0-6 ani", 4.0), ("7-17 ani", 10.0))),
        ("sub 18 ani 4, peste 18 ani 10", "age", (("sub 18 ani", 4.0), ("peste 18 ani", 10.0))),
        ("18+ 3, 0-17: 4", "age", (("18+", 3.0), ("0-17", 4.0))),
        ("Movila 3, Urziceni 11", "place", (("Movila", 3.0), ("Urziceni", 11.0))),
        ("3 la piatra neamt, 4 la roznov", "place", (("la piatra neamt", 3.0), ("la roznov", 4.0))),
    ],
)
def test_parts_are_read_as_people_write_them(
    text: str, by: By, parts: tuple[tuple[str, float], ...], words: Words
) -> None:
    assert read_parts(text, words) == tuple(Part(by=by, name=name, amount=amount) for name, amount in parts)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("", "Nu găsesc părți în „”. Scrie, de exemplu: fete 8, băieți 6"),
        ("fete, băieți", "„fete” trebuie să aibă un singur număr. Scrie, de exemplu: fete 8, băieți 6"),
        ("fete -8", "„fete -8” trebuie să aibă un singur număr. Scrie, de exemplu: fete 8, băieți 6"),
        (
            "14",
            "Nu înțeleg ce parte este „14”. Scrie fete și băieți, vârste sau locuri, "
            "de exemplu: 0-6 ani 4, 7-17 ani 10",
        ),
        (
            "fete 8, abc 6",
            "Nu înțeleg ce parte este „abc 6”. Scrie fete și băieți, vârste sau locuri, "
            "de exemplu: 0-6 ani 4, 7-17 ani 10",
        ),
        (
            "fete 8, Fete 6",
            "„Fete” este scris de două ori. Scrie fiecare parte o singură dată, de exemplu: fete 8, băieți 6",
        ),
    ],
)
def test_parts_that_are_not_taken_are_refused_with_an_example(text: str, answer: str, words: Words) -> None:
    refusal = read_parts(text, words)
    assert isinstance(refusal, Refusal)
    assert (said(refusal), bool(said(refusal, "en"))) == (answer, True)


def test_parts_must_add_up_for_each_way_of_parting(words: Words) -> None:
    parts = read_parts("fete 8, băieți 6, Movila 3, Urziceni 11", words)
    assert not isinstance(parts, Refusal)
    assert adds_up(parts, 14) is None


@pytest.mark.parametrize("text", ["fete 8, băieți 6", "fete 8, băieți 7, Movila 3, Urziceni 11"])
def test_parts_that_do_not_add_up_are_refused_with_both_sums(text: str, words: Words) -> None:
    parts = read_parts(text, words)
    assert not isinstance(parts, Refusal)
    assert said(adds_up(parts, 15)) == (
        "Părțile fac împreună 14, iar valoarea este 15. Scrie-le din nou, ca să facă 15"
    )


@given(st.lists(st.integers(0, 5000), min_size=2, max_size=2))
def test_parts_add_up_to_their_sum_and_to_nothing_else(assistant: Assistant, amounts: list[int]) -> None:
    girls, boys = amounts
    parts = read_parts(f"fete {girls}, băieți {boys}", words_of(assistant.index))
    assert not isinstance(parts, Refusal)
    assert (adds_up(parts, girls + boys), adds_up(parts, girls + boys + 1) is None) == (None, False)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_parts_or_a_refusal_that_can_be_said(assistant: Assistant, text: str) -> None:
    read = read_parts(text, words_of(assistant.index))
    assert said(read) if isinstance(read, Refusal) else read
