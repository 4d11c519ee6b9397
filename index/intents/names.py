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
    index, titles = scope.index, scope.question.titles
    if not titles:
        return 0
    ids = [record_id for slot in titles for record_id in slot.value.split("|")]
    called = index.numbers(index.by_id[i] for i in ids if i in index.by_id)
    apart = [s for s in scope.question.rest if not any(t.start <= s.start < t.end for t in titles)]
    # another one called by the name that only it has: "la Pietricica și la Primii pași"
    names = {index.vocabulary.language.stem(s.value) for s in apart} & index.names
    return scope.numbers & called | scope.having("kind", "service", "project") & index.titled(*names)


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
