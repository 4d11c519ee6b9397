"""What is read from a sentence beside the vocabulary: places, ages, names, what a thing is for, what asks."""

from __future__ import annotations

import pytest

from index import Assistant
from index.question import UNKNOWN_PLACE, Question


def read(assistant: Assistant, sentence: str) -> Question:
    """A sentence as the reader of the real index reads it."""
    return assistant.index.reader.parse(sentence)


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("centru de zi în Xyzulești", [UNKNOWN_PLACE]),
        ("CENTRU DE ZI IN XYZULESTI", [UNKNOWN_PLACE]),
        ("centru de zi in xyzulesti", [UNKNOWN_PLACE]),
        ("centru de zi in comuna xyzul", [UNKNOWN_PLACE]),
        ("centru de zi în satul Xyzulești, comuna Strunga", ["Strunga/IS", UNKNOWN_PLACE]),
        ("day centre in Xyzulesti", [UNKNOWN_PLACE]),
        ("părinți plecați la muncă în Italia", []),
        ("ce scrie în «Xyzulești»", []),
        ("are it DSP in plan", []),
    ],
)
def test_a_name_that_no_list_has_is_a_place_where_places_stand(
    assistant: Assistant, sentence: str, places: list[str]
) -> None:
    assert [slot.value for slot in read(assistant, sentence).places] == places


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("proiecte pentru un roman", []),
        ("proiecte în roman", ["Roman/NT"]),
        ("cămin bătrâni roman", ["Roman/NT"]),
        ("proiecte pentru Roman", ["Roman/NT"]),
        ("câți voluntari sunt", []),
        ("ce face Crucea Roșie", []),
        ("ce face DGASPC Iași", ["Iași/IS"]),
        ("ce face dgaspc iasi", ["Iași/IS"]),
    ],
)
def test_a_word_of_every_day_and_a_part_of_a_name_are_no_places(
    assistant: Assistant, sentence: str, places: list[str]
) -> None:
    assert [slot.value for slot in read(assistant, sentence).places] == places


@pytest.mark.parametrize(
    ("sentence", "groups"),
    [
        ("creșă pentru un copil de un an", ["children-0-3"]),
        ("creșă pentru un copil de 8 luni", ["children-0-3"]),
        ("nursery for a child of two years", ["children-0-3"]),
        ("grădiniță pentru copil de 4 ani", ["children-3-6"]),
        ("copilul meu are cinci ani", ["children-3-6"]),
        ("mama are 80 de ani", ["elderly"]),
        ("lucrez de trei ani la primărie", []),
    ],
)
def test_an_age_says_for_whom_in_digits_and_beside_a_child_in_words_too(
    assistant: Assistant, sentence: str, groups: list[str]
) -> None:
    assert [slot.value for slot in read(assistant, sentence).groups] == groups


@pytest.mark.parametrize(
    ("sentence", "complement"),
    [
        ("adăpost pentru câini", "caini"),
        ("shelter for cats", "cats"),
        ("serviciu de taxi", "taxi"),
        ("cămin studențesc", "studentesc"),
        ("cămin bun pentru mama", None),
        ("centru de zi pentru bătrâni", None),
        ("which shelters accept women", None),
        ("un centru, undeva, orice", None),
    ],
)
def test_what_names_a_kind_of_service_and_no_plan_knows_is_kept(
    assistant: Assistant, sentence: str, complement: str | None
) -> None:
    assert read(assistant, sentence).complement == complement


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("grup de suport pentru părinți", False),
        ("SUPORT PENTRU PĂRINȚI", False),
        ("proiectul suport", True),
        ("ce e cu „Suport”", True),
        ("centrul primii pasi", True),
    ],
)
def test_a_title_of_one_common_word_is_a_name_only_where_it_is_said_as_one(
    assistant: Assistant, sentence: str, named: bool
) -> None:
    assert bool(read(assistant, sentence).titles) == named


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Am o grădină mare. Ce se construiește la Grajduri?", []),
        ("Scriu un raport final: ce măsuri are planul Iași pentru romi", ["groups:roma"]),
        ("Registrul special: ce instituție răspunde?", ["registr", "special", "institut"]),
    ],
)
def test_a_story_is_left_out_only_when_the_question_stands_alone(
    assistant: Assistant, sentence: str, words: list[str]
) -> None:
    assert [slot.value for slot in read(assistant, sentence).words] == words


@pytest.mark.parametrize(
    ("sentence", "headings"),
    [
        ("obiectivul specific 1 (OS1)", []),
        ("obiectivul specific 1", ["specific:1"]),
        ("obiectivul specific 2 (OS1)", ["specific:2"]),
    ],
)
def test_an_objectives_number_beside_its_code_is_said_once(
    assistant: Assistant, sentence: str, headings: list[str]
) -> None:
    assert [slot.value for slot in read(assistant, sentence).headings] == headings


def test_dates_are_read_with_their_words(assistant: Assistant) -> None:
    question = read(assistant, "ce e de făcut până la 27.04.2023 sau în iulie 2017")
    said = [(slot.value, question.text[slot.start : slot.end]) for slot in question.dates]
    assert said == [("2023-04-27", "27.04.2023"), ("2017-07", "iulie 2017")]
