"""Conversations: what each message is tied to, and that the memory between two of them is plain and small."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import Assistant, Memory, Reply, turn
from index.language import fold
from index.memory import MAX_SHOWN

TODAY = date(2026, 11, 22)


class Talk:
    """One person's conversation; the memory is written out and read back between every two messages."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.memory = Memory()

    def says(self, *messages: str) -> Reply:
        """The reply to the last of some messages."""
        for message in messages:
            reply, memory = turn(self.assistant, self.memory, message, TODAY)
            self.memory = Memory.model_validate_json(memory.model_dump_json())
        return reply

    def ids(self, *messages: str) -> list[str]:
        """The same, as the ids of the answer's records, without the plans' years."""
        answer = self.says(*messages).answer
        assert answer is not None
        return [re.sub(r"-[\d-]+(?=:)", "", r.id) for r in answer.records]


@pytest.fixture
def talk(assistant: Assistant) -> Talk:
    """A new conversation over the five plans."""
    return Talk(assistant)


@pytest.fixture
def asked(assistant: Assistant) -> Callable[[str], list[str]]:
    """Answers a question on its own: ids of its records."""
    return lambda question: Talk(assistant).ids(question)


# ── the last question with a part replaced ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "message", "whole"),
    [
        ("centre de zi în Urziceni", "dar în Slobozia?", "centre de zi în Slobozia"),
        ("centre de zi în Urziceni", "Slobozia", "centre de zi în Slobozia"),
        ("centre de zi în Urziceni", "dar in slobozia", "centre de zi în Slobozia"),
        ("day centres in Urziceni", "what about Slobozia?", "day centres in Slobozia"),
        ("centre de zi în Cluj", "și la Bacău?", "centre de zi la Bacău"),
        ("câte măsuri are planul Ialomița", "dar Bacău?", "câte măsuri are planul Bacău"),
        ("cine răspunde de măsura 1.1.8 din Iași", "dar 2.3.3?", "cine răspunde de măsura 2.3.3 din Iași"),
        (
            "cine răspunde de măsura 1.1.8 din Iași",
            "și termenul la 2.3.3?",
            "termenul măsurii 2.3.3 din Iași",
        ),
        ("centre de zi în Bacău", "și cantine sociale?", "cantine sociale în Bacău"),
        (
            "what day centres are there in Iași county for children",
            "and for the elderly?",
            "day centres for the elderly in Iași county",
        ),
        ("ce măsuri are DGASPC în Ialomița", "dar în Bacău?", "ce măsuri are DGASPC în Bacău"),
    ],
)
def test_a_part_takes_the_place_of_the_one_before(
    talk: Talk, asked: Callable[[str], list[str]], before: str, message: str, whole: str
) -> None:
    assert (sorted(talk.ids(before, message)), talk.says(message).kind) == (sorted(asked(whole)), "answer")


def test_what_was_understood_stands_in_the_question_of_the_answer(talk: Talk) -> None:
    reply = talk.says("centre de zi pentru copii în Urziceni", "dar în Slobozia?")
    assert reply.answer is not None
    question = reply.answer.question
    named = {n: [s.value for s in getattr(question, n)] for n in ("services", "groups", "places")}
    assert (reply.understood, named) == (
        True,
        {"services": ["day-centre"], "groups": ["children"], "places": ["Slobozia/IL"]},
    )


@pytest.mark.parametrize("message", ["dar în Slobozia?", "Slobozia", "și cine răspunde?", "2", "al doilea"])
def test_what_cannot_be_tied_to_anything_is_a_new_question(
    talk: Talk, assistant: Assistant, message: str
) -> None:
    reply = talk.says(message)
    assert reply.answer == assistant.answer(message, TODAY)
    assert not reply.understood


@pytest.mark.parametrize(
    "message",
    ["centre de zi în Pașcani", "și ce centre de zi sunt în Pașcani", "cine răspunde de 1.1.8 din Iași"],
)
def test_a_complete_question_takes_the_place_of_everything(
    talk: Talk, asked: Callable[[str], list[str]], message: str
) -> None:
    assert talk.ids("cămin de bătrâni la Movila", message) == asked(message)


def test_another_subject_ends_what_was_spoken_of(talk: Talk) -> None:
    reply = talk.says("centre de zi în Urziceni", "rețetă de sarmale", "și cine răspunde?")
    assert reply.answer is not None
    assert (reply.answer.outcome, reply.answer.why) == ("nothing", "not_understood")


def test_what_no_plan_knows_is_not_dropped_for_another_place(talk: Talk) -> None:
    reply = talk.says("adăpost pentru câini în Iași", "dar în Bacău?")
    assert reply.answer is not None
    assert (reply.answer.outcome, reply.answer.total) == ("nothing", 0)


# ── fields, numbers, words ──────────────────────────────────────────────────────────────────────────────────


def test_a_field_is_asked_of_the_record_spoken_of(talk: Talk) -> None:
    talk.says("cine răspunde de măsura 1.1.8 din Iași")
    told = [
        talk.says(m).answer for m in ("și termenul?", "dar partenerii?", "and the indicators?", "din ce bani")
    ]
    assert [(a.intent, a.asks, len(a.records), a.question.lang) for a in told if a] == [
        ("deadline", ("deadline",), 1, "ro"),
        ("partners", ("partners",), 1, "ro"),
        ("indicators", ("indicators",), 1, "en"),
        ("funding", ("funding",), 1, "ro"),
    ]


def test_a_field_of_a_list_is_asked_of_all_of_it(talk: Talk) -> None:
    reply = talk.says("câte măsuri are planul Bacău", "și cine răspunde?")
    assert reply.answer is not None
    assert (reply.answer.asks, reply.answer.total, len(reply.answer.records)) == (
        ("responsible",),
        170,
        MAX_SHOWN,
    )


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ("1", 0),
        ("2.", 1),
        ("nr 3", 2),
        ("deschide 2", 1),
        ("al doilea", 1),
        ("the first one", 0),
        ("ultimul", -1),
    ],
)
def test_a_number_opens_what_has_it(
    talk: Talk, asked: Callable[[str], list[str]], message: str, place: int
) -> None:
    question = "ce proiecte sunt în Dagâța"
    assert talk.ids(question, message) == [asked(question)[place]]


def test_the_list_stays_while_one_after_the_other_is_opened(
    talk: Talk, asked: Callable[[str], list[str]]
) -> None:
    question = "ce proiecte sunt în Dagâța"
    ids = [talk.ids(m) for m in (question, "2", "și cine răspunde?", "3")]
    assert ids == [asked(question), *([i] for i in (asked(question)[n] for n in (1, 1, 2)))]


@pytest.mark.parametrize("message", ["0", "6", "999"])
def test_a_number_that_the_list_does_not_have_opens_nothing(talk: Talk, message: str) -> None:
    reply = talk.says("ce proiecte sunt în Dagâța", message)
    assert (reply.kind, reply.shown, reply.answer) == ("number-unknown", 5, None)


@pytest.mark.parametrize("message", ["2", "cel din Iași", "Iasi", "din județul Iași", "the one from Iași"])
def test_a_choice_is_made_by_number_or_by_a_word_and_the_field_asked_is_told(
    talk: Talk, message: str
) -> None:
    reply = talk.says("cine răspunde de măsura 3.1.2", message)
    assert reply.answer is not None
    assert (reply.answer.outcome, reply.answer.asks, [r.plan for r in reply.answer.records]) == (
        "answered",
        ("responsible",),
        ["iasi-2021-2027"],
    )


def test_after_a_choice_one_goes_on_in_its_place(talk: Talk, asked: Callable[[str], list[str]]) -> None:
    ids = talk.ids("cine răspunde de măsura 3.1.2", "cel din Iași", "dar 2.3.3?")
    assert ids == asked("cine răspunde de măsura 2.3.3 din Iași")


def test_a_word_that_fits_some_of_a_choice_narrows_it(talk: Talk) -> None:
    reply = talk.says("cine e partener la 2.2.1", "Bacău")
    assert reply.answer is not None
    assert reply.answer.outcome == "choose"
    assert {r.plan for r in reply.answer.records} == {"bacau-2014-2024"}
    assert talk.memory.shown == tuple(r.id for r in reply.answer.records)


def test_the_name_of_one_in_a_list_opens_it_and_its_number_is_said(talk: Talk) -> None:
    reply = talk.says("ce proiecte sunt în Dagâța", "cantina")
    assert reply.answer is not None
    assert (reply.number, [r.title for r in reply.answer.records]) == (
        2,
        ["Înființarea unei cantine sociale"],
    )


# ── county, source, language, the rest ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "message", ["județ Ialomița", "judet ialomita", "județul Ialomiței", "county Ialomița", "Ialomița county"]
)
def test_a_county_is_preferred_from_now_on(talk: Talk, message: str) -> None:
    reply = talk.says(message)
    assert (reply.kind, reply.county, reply.has_plan, talk.memory.county) == (
        "county",
        "Ialomița",
        True,
        "Ialomița",
    )


def test_a_county_without_a_plan_is_kept_and_said(talk: Talk) -> None:
    reply = talk.says("județ Cluj")
    assert (reply.county, reply.has_plan, talk.memory.county) == ("Cluj", False, "Cluj")


def test_a_county_settles_the_choice_that_is_open_and_those_after_it(talk: Talk) -> None:
    assert talk.ids("cine răspunde de măsura 3.1.2", "județ Bacău") == ["bacau:measure:87"]
    assert [i.split(":")[0] for i in talk.ids("cine răspunde de 2.3.4")] == ["bacau"]
    assert (talk.says("orice județ").county, talk.memory.county) == (None, None)


def test_an_unknown_county_changes_nothing(talk: Talk) -> None:
    reply = talk.says("județ Bacău", "județ Narnia")
    assert (reply.kind, talk.memory.county) == ("county-unknown", "Bacău")


@pytest.mark.parametrize("message", ["sursa 2", "source 2", "Sursa 2?", "sursa nr 2"])
def test_the_source_of_a_number_is_that_record(
    talk: Talk, asked: Callable[[str], list[str]], message: str
) -> None:
    question = "ce proiecte sunt în Dagâța"
    reply = talk.says(question, message)
    assert reply.record is not None
    assert (reply.kind, re.sub(r"-[\d-]+(?=:)", "", reply.record.id)) == ("source", asked(question)[1])


def test_the_source_without_a_number_is_that_of_the_record_spoken_of(talk: Talk) -> None:
    unclear = talk.says("ce proiecte sunt în Dagâța", "sursa")
    opened = talk.says("4", "sursa")
    assert (unclear.kind, unclear.shown, opened.kind) == ("source-unclear", 5, "source")
    assert opened.record is not None
    assert opened.record.id == talk.memory.shown[3]


def test_the_language_follows_the_person_and_a_number_has_none(talk: Talk) -> None:
    messages = ["day centres in Urziceni", "1", "Slobozia", "dar în Bacău?", "1", "and the deadline?", "pa"]
    assert [talk.says(m).lang for m in messages] == ["en", "en", "en", "ro", "ro", "en", "ro"]


def test_thanks_and_help_leave_what_was_spoken_of(talk: Talk) -> None:
    talk.says("cine răspunde de măsura 1.1.8 din Iași")
    assert [talk.says(m).kind for m in ("mulțumesc", "ajutor", "help", "și termenul?", "la revedere")] == [
        "thanks",
        "help",
        "help",
        "answer",
        "end",
    ]


@pytest.mark.parametrize(
    "before", [[], ["cine răspunde de măsura 3.1.2"], ["ce proiecte sunt în Dagâța", "2"]]
)
def test_danger_comes_first_on_every_turn_and_nothing_of_it_is_kept(talk: Talk, before: list[str]) -> None:
    for message in before:
        talk.says(message)
    memory = talk.memory
    reply = talk.says("soțul meu mă bate")
    assert reply.answer is not None
    assert (reply.answer.outcome, talk.memory) == ("referred", memory)


# ── the memory ──────────────────────────────────────────────────────────────────────────────────────────────


def test_the_memory_holds_none_of_the_words_that_only_tell_a_story(talk: Talk) -> None:
    talk.says(
        "Mă numesc Filofteia Zgârbură și caut un cămin de bătrâni la Movila pentru mama, are Zbenguială"
    )
    held = talk.memory.model_dump_json()
    assert [w for w in ("filoft", "zgarbur", "zbengui", "mama", "numesc") if w in fold(held)] == []
    assert talk.memory.read is not None
    assert talk.memory.read.places[0].value == "Movila/IL"


def test_records_that_are_gone_are_forgotten(assistant: Assistant) -> None:
    memory = Memory(lang="ro", shown=("gone:measure:1", "gone:measure:2"), opened="gone:measure:1")
    for message in ("și cine răspunde?", "1", "sursa"):
        reply, _ = turn(assistant, memory, message, TODAY)
        assert reply.kind == "source-unclear" or reply.answer == assistant.answer(message, TODAY)


def test_the_memory_is_plain_json(talk: Talk) -> None:
    talk.says("câte măsuri are planul Bacău")
    text = talk.memory.model_dump_json()
    assert (json.loads(text)["version"], len(text) < 4000) == (1, True)


_WORDS = [
    "dar",
    "și",
    "cine răspunde",
    "în",
    "Iași",
    "2",
    "sursa",
    "județ",
    "3.1.2",
    "centre de zi",
    "romi",
    "?",
    "\x00",
    "al doilea",
]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(_WORDS) | st.text(max_size=6), max_size=5), max_size=4))
def test_no_conversation_fails(assistant: Assistant, messages: list[list[str]]) -> None:
    talk = Talk(assistant)
    for words in messages:
        reply = talk.says(" ".join(words))
        assert (reply.answer is None) == (reply.kind not in ("answer", "county")) or reply.kind == "county"
