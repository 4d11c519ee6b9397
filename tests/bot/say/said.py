"""What a person reads when some records answer, without a question to find them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.say import Lang, say_answer, texts
from index import Assistant, Record
from index.answer import finish
from index.intents.base import Found, Outcome
from index.question import Question
from index.scope import Scope

TODAY = date(2026, 11, 22)
"""Of the five plans only that of Iași (2021-2027) still runs."""

STATUS = {
    "ro": {"existing": "funcționează", "planned": "doar în plan", "closing": "se închide"},
    "en": {"existing": "running", "planned": "only planned", "closing": "closing"},
}
DOOR = {"ro": "Întreabă mai departe la", "en": "Ask next at"}
SAYS_NOT = {"ro": "Planul nu spune", "en": "The plan does not say"}


def say_records(
    assistant: Assistant,
    records: Sequence[Record],
    lang: Lang = "ro",
    asks: tuple[str, ...] = (),
    outcome: Outcome = "answered",
    today: date = TODAY,
) -> str:
    """The text when these records, and these fields of them, are the answer."""
    found = Found("search", outcome, records, asks=asks)
    scope = Scope(Question(text="?", lang=lang), assistant.index)
    return say_answer(finish(found, scope, today), assistant.index, texts(lang))


def say_asked(assistant: Assistant, question: str, lang: Lang | None = None, today: date = TODAY) -> str:
    """The text for a question."""
    answer = assistant.answer(question, today, lang=lang)
    return say_answer(answer, assistant.index, texts(answer.question.lang))


def one_of(assistant: Assistant, record_id: str) -> Record:
    """The record with an id, without its plan's years: `iasi:measure:622`."""
    start, _, rest = record_id.partition(":")
    (found,) = (r for r in assistant.index.records if r.plan.startswith(start) and r.id.endswith(f":{rest}"))
    return found
