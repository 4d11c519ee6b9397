"""Questions that only words lead to: a measure by its topic, a project by its name."""

from __future__ import annotations

from index.intents.base import Found, field_asks, intent_of
from index.intents.lists import _LISTED
from index.records import Kind
from index.scope import Scope

_MAIN_KINDS: tuple[Kind, ...] = ("measure", "service", "project", "campaign", "training")
_ENOUGH = 0.45
"""A record must hold this share of the question's words, by weight, to answer it."""
_AS_GOOD = 0.85
"""Records this near the best answer too."""


def answer_words(scope: Scope) -> Found | None:
    """The records that hold most of what was said."""
    question = scope.question
    asks = field_asks(question)
    stems = [s.value for s in question.words]
    if scope.without_plan and not scope.plans:
        return Found("search", "nothing", why="no_plan", asks=asks)
    if not stems:
        return None
    kinds = [_LISTED[k] for k in question.kinds if k in _LISTED] or list(_MAIN_KINDS)
    hits = scope.index.search(stems, kinds, scope.plans)
    here = {r.id for r in scope.at_places([h.record for h in hits])}
    hits = [h for h in hits if h.record.id in here]
    if not hits or hits[0].score < _ENOUGH:
        return Found(
            intent_of(asks, ()) if asks else "search",
            "nothing",
            why="not_in_plan" if hits else "not_understood",
            asks=asks,
            nearest=[h.record for h in hits[:3]],
        )
    best = [h.record for h in hits if h.score >= hits[0].score * _AS_GOOD]
    return Found(intent_of(asks, best), "answered", best, asks=asks)
