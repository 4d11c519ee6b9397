"""Questions that name a record: by its title, by what the title has in quotes, by a text in quotes."""

from __future__ import annotations

from index.intents.base import Found, field_asks, intent_of
from index.intents.services import MAIN_KINDS, asks_of_one
from index.numbers import Numbers
from index.scope import Scope


def answer_named(scope: Scope) -> Found | None:
    """The records named, within the places and plans named."""
    named = _titled(scope) or _quoted(scope)
    records = scope.pick(scope.at_places(named) if scope.has_locality else named)
    if not records:
        return None
    asks = field_asks(scope.question)
    if len(records) == 1:
        asks = asks_of_one(records[0], asks, scope)
    return Found(intent_of(asks, records), "answered", records, asks=asks)


def _titled(scope: Scope) -> Numbers:
    by_id = scope.index.by_id
    ids = [record_id for slot in scope.question.titles for record_id in slot.value.split("|")]
    return scope.numbers & scope.index.numbers(by_id[i] for i in ids if i in by_id)


def _quoted(scope: Scope) -> Numbers:
    """Records whose title holds every word of a text in quotes."""
    language = scope.index.vocabulary.language
    for text in scope.question.quoted:
        said = set(language.stems(text))
        if len(said) < 2:
            continue
        near = scope.having("kind", *MAIN_KINDS)
        for stem in language.terms(text):
            near &= scope.index.titled(stem)
        found = [r for r in scope.pick(near) if said <= set(language.stems(r.title))]
        if found:
            return scope.index.numbers([r for r in found if r.kind == "service"] or found)
    return 0
