"""Every sentence of the case files is offered to every intent: its own answers it, and no other steals it.

`by` in `questions.jsonl` and `answers.jsonl` names the intent that a sentence belongs to (its file in
`index/intents`); a second one that would answer it too stands in `overlaps.toml`, with the reason why the
order decides rightly.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

import index.intents
from index import Assistant
from index.answer import ATTEMPTS, Attempt
from index.headings import under_headings
from index.intents.base import Found
from index.intents.services import answer_services
from index.scope import Scope
from tests.cases import DATA, cases

BELONGS: dict[str, str] = {
    param.values[0]["question"]: param.values[0]["by"]
    for name in ("questions", "answers")
    for param in cases(f"{name}.jsonl")
}
"""Sentence → the intent it belongs to."""
OVERLAPS = tomllib.loads((DATA / "overlaps.toml").read_text(encoding="utf-8"))["overlap"]
LAST = "words"
"""Takes what the others leave: a sentence of another intent is not stolen by it."""


def name_of(attempt: Attempt) -> str:
    """An intent's file."""
    return attempt.__module__.rpartition(".")[2]


def claims(assistant: Assistant, sentence: str, attempts: Sequence[Attempt]) -> list[str]:
    """The intents that would answer a sentence, in their order; the last only when no other would."""
    question = assistant.index.reader.parse(sentence)
    scope = under_headings(Scope(question, assistant.index))
    before = ["danger"] * bool(assistant.danger_in(question)) + ["help"] * question.helping
    claiming = [name_of(a) for a in attempts if name_of(a) != LAST and a(scope) is not None]
    return [*before, *claiming] or [LAST]


def overlaps(assistant: Assistant, attempts: Sequence[Attempt]) -> set[tuple[str, str]]:
    """The pairs of intents that both claim a sentence: the one that answers it, and another."""
    every = [claims(assistant, sentence, attempts) for sentence in BELONGS]
    return {(first, other) for first, *others in every for other in others}


def stolen(assistant: Assistant, attempts: Sequence[Attempt]) -> dict[str, str]:
    """Sentences that another intent than their own answers, and which."""
    first = {sentence: claims(assistant, sentence, attempts)[0] for sentence in BELONGS}
    return {sentence: by for sentence, by in first.items() if by != BELONGS[sentence]}


def test_every_sentence_is_answered_by_its_own_intent(assistant: Assistant) -> None:
    assert stolen(assistant, ATTEMPTS) == {}


def test_two_intents_claim_a_sentence_only_where_a_reason_is_written_down(assistant: Assistant) -> None:
    allowed = {(overlap["first"], overlap["also"]) for overlap in OVERLAPS}
    assert overlaps(assistant, ATTEMPTS) == allowed


def test_every_overlap_has_its_reason_and_follows_the_order_of_attempts() -> None:
    order = [name_of(attempt) for attempt in ATTEMPTS]
    wrong = [o for o in OVERLAPS if not o["reason"] or order.index(o["first"]) >= order.index(o["also"])]
    assert wrong == []


def test_every_intent_has_sentences_of_its_own() -> None:
    files = Path(index.intents.__path__[0]).glob("*.py")
    answering = {p.stem for p in files if "\ndef answer_" in p.read_text(encoding="utf-8")}
    assert set(BELONGS.values()) - {"help"} == answering == {name_of(a) for a in ATTEMPTS}


def thief(scope: Scope) -> Found | None:
    """An intent that answers whatever names a place."""
    return Found("search", "answered") if scope.question.places else None


@pytest.mark.parametrize("at", [0, len(ATTEMPTS) - 1], ids=["first", "before the last"])
def test_a_planted_thief_is_caught(assistant: Assistant, at: int) -> None:
    attempts = (*ATTEMPTS[:at], thief, *ATTEMPTS[at:])
    caught = {*stolen(assistant, attempts).values(), *(also for _, also in overlaps(assistant, attempts))}
    assert name_of(thief) in caught


def test_an_intent_that_comes_too_early_is_caught(assistant: Assistant) -> None:
    attempts = (answer_services, *(a for a in ATTEMPTS if a is not answer_services))
    assert set(stolen(assistant, attempts).values()) == {name_of(answer_services)}
