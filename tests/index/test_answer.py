"""Sentences → what was read (`questions.jsonl`) and what answers them (`answers.jsonl`)."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

from index import Assistant, Catalogue
from tests.cases import cases, compare

QUESTIONS = cases("questions.jsonl")
ANSWERS = cases("answers.jsonl")


@pytest.mark.parametrize("case", QUESTIONS)
def test_a_sentence_is_read_as_its_canonical_line(assistant: Assistant, case: dict[str, Any]) -> None:
    compare(case, {"line": assistant.index.reader.parse(case["question"]).line()})


@pytest.mark.parametrize("case", ANSWERS)
def test_a_sentence_is_answered_as_the_plans_say(
    assistant: Assistant, today: date, case: dict[str, Any]
) -> None:
    """`records`: the first ids; all of them where `total` says so. `any_order`: they are equally good."""
    answer = assistant.answer(case["question"], today)
    records = [r.id for r in answer.records][: len(case["records"]) or None]
    if case.get("any_order"):
        case, records = case | {"records": sorted(case["records"])}, sorted(records)
    actual = {
        "outcome": answer.outcome,
        "intent": answer.intent,
        "records": records,
        "total": answer.total,
        "why": answer.why,
    }
    compare(case, {name: value for name, value in actual.items() if name in case})


@pytest.mark.parametrize("listed", [QUESTIONS, ANSWERS], ids=["questions", "answers"])
def test_there_are_sixty_cases_and_none_stands_twice(listed: list[Any]) -> None:
    asked = Counter(case.values[0]["question"] for case in listed)
    assert (len(asked) >= 60, [question for question, times in asked.items() if times > 1]) == (True, [])


def test_every_record_that_is_expected_is_in_the_catalogue(catalogue: Catalogue) -> None:
    expected = {record for case in ANSWERS for record in case.values[0]["records"]}
    assert expected - catalogue.by_id.keys() == set()


def test_every_outcome_and_intent_of_the_contract_has_a_case() -> None:
    outcomes = {case.values[0]["outcome"] for case in ANSWERS}
    intents = {case.values[0]["intent"] for case in ANSWERS}
    assert outcomes == {"answered", "choose", "nothing"}
    assert intents == {
        "find_services",
        "responsible",
        "measure",
        "indicators",
        "deadline",
        "funding",
        "partners",
        "list_measures",
        "projects",
        "campaigns",
        "plan",
        "progress",
        "term",
        "search",
    }


def test_a_question_has_the_same_answer_every_time(assistant: Assistant, today: date) -> None:
    asked = [case.values[0]["question"] for case in ANSWERS]
    first, second = ([assistant.answer(question, today) for question in asked] for _ in range(2))
    assert first == second
