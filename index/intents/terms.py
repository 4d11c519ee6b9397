"""Acronyms and terms: explained from the plans with their source, else from the vocabulary (rule 12)."""

from __future__ import annotations

from index.intents.base import Definition, Found
from index.language import fold
from index.question import Slot
from index.records import Record
from index.scope import Scope
from index.vocabulary import Entry


def answer_term(scope: Scope) -> Found | None:
    """The meaning of the one acronym that a question asks about."""
    question = scope.question
    wanted = [*question.terms, *question.institutions]
    asked = question.defining or question.bare or not (question.asks or question.kinds or question.counting)
    if not asked or question.codes:
        return None
    explained = _explained(scope)
    named = explained or next((d for slot in wanted if (d := _own(scope, slot))), None)
    if named is None:
        return None
    only = {fold(named.short), *fold(named.ro).split(), *fold(named.en).split()}
    others = [s for s in question.rest if s.value not in only]
    if not question.defining and (others or (question.services and not _is_acronym(scope, named.short))):
        return None
    records = [named.record] if named.record else []
    return Found("term", "answered", records, definition=named)


def _is_acronym(scope: Scope, short: str) -> bool:
    return any(w.isupper() and fold(w) == fold(short) for w in scope.question.text.replace("?", " ").split())


def _explained(scope: Scope) -> Definition | None:
    """An acronym that a plan explains."""
    terms: list[Record] = [r for r in scope.records if r.kind == "term"]
    typed = set(fold(scope.question.text).split())
    for record in terms:
        if fold(record.code or "") in typed:
            return Definition(short=record.code or "", ro=record.title, record=record)
    return None


def _own(scope: Scope, slot: Slot) -> Definition | None:
    """An acronym that the vocabulary explains, when it was typed as an acronym or asked for by name."""
    for topic in (scope.index.vocabulary.terms, scope.index.vocabulary.institutions):
        entry: Entry | None = topic.entries.get(slot.value)
        if entry is None or not entry.short:
            continue
        typed = fold(scope.question.text[slot.start : slot.end])
        if typed.split("-")[0].split()[0:1] == fold(entry.short).split()[0:1] or scope.question.defining:
            return Definition(short=entry.short, ro=entry.ro, en=entry.en, programme=entry.programme)
    return None
