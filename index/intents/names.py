"""Questions that name a record: by its title, by what the title has in quotes, by a text in quotes."""

from __future__ import annotations

from index.intents.base import Found, field_asks, intent_of
from index.intents.services import MAIN_KINDS, asks_of_one
from index.records import Record
from index.scope import Scope


def answer_named(scope: Scope) -> Found | None:
    """The records named, within the places and plans named."""
    records = _titled(scope) or _quoted(scope)
    if scope.has_locality:
        records = scope.at_places(records)
    if not records:
        return None
    asks = field_asks(scope.question)
    if len(records) == 1:
        asks = asks_of_one(records[0], asks, scope)
    return Found(intent_of(asks, records), "answered", records, asks=asks)


def _titled(scope: Scope) -> list[Record]:
    ids = {record_id for slot in scope.question.titles for record_id in slot.value.split("|")}
    if not ids:
        return []
    stem = scope.index.vocabulary.language.stem
    inside = [(s.start, s.end) for s in scope.question.titles]
    apart = [s for s in scope.question.rest if not any(a <= s.start < b for a, b in inside)]
    # another one called by the name that only it has: "la Pietricica și la Primii pași"
    names = {stem(s.value) for s in apart} & scope.index.names
    return [
        r
        for r in scope.records
        if r.id in ids or (r.kind in ("service", "project") and any(scope.index.titled(r, n) for n in names))
    ]


def _quoted(scope: Scope) -> list[Record]:
    """Records whose title holds every word of a text in quotes."""
    stems = scope.index.vocabulary.language.stems
    for text in scope.question.quoted:
        said = set(stems(text))
        found = [r for r in scope.records if r.kind in MAIN_KINDS and said <= set(stems(r.title))]
        if found and len(said) > 1:
            return [r for r in found if r.kind == "service"] or found
    return []
