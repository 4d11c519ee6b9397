"""Acronyms and terms: explained from the plans with their source, else from the vocabulary (rule 12)."""

from __future__ import annotations

from index.intents.base import Definition, Found
from index.language import fold
from index.question import Slot
from index.scope import Scope
from index.vocabulary import Entry


def answer_term(scope: Scope) -> Found | None:
    """The meanings of the acronyms that a question asks about."""
    question = scope.question
    wanted = [*question.terms, *question.institutions]
    other = set(question.asks) - {"who", "content"} or question.kinds or question.counting or question.role
    asked = question.defining or not other
    if not asked or question.codes:
        return None
    named = {d.short: d for slot in wanted if (d := _own(scope, slot))} | _explained(scope)
    if not named:
        return None
    if not question.defining:
        only = {w for d in named.values() for w in fold(f"{d.short} {d.ro} {d.en}").split()}
        others = [s for s in question.rest if s.value not in only]
        typed = any(_is_acronym(scope, short) for short in named)
        if others or (question.services and not typed):
            return None
    records = [d.record for d in named.values() if d.record]
    return Found("term", "answered", records, definitions=tuple(named.values()))


def _is_acronym(scope: Scope, short: str) -> bool:
    return any(w.isupper() and fold(w) == fold(short) for w in scope.question.text.replace("?", " ").split())


def _explained(scope: Scope) -> dict[str, Definition]:
    """Acronyms that a plan explains, each once."""
    index = scope.index
    out: dict[str, Definition] = {}
    for record in index.pick(index.lookups.having("term", *fold(scope.question.text).split())):
        short = record.code or ""
        if (not scope.plans or record.plan in scope.plans) and short not in out:
            out[short] = Definition(short=short, ro=record.title, record=record)
    return out


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
