"""Questions that only words lead to: a measure by its topic, a project by its name."""

from __future__ import annotations

from collections.abc import Sequence

from index.intents.base import Found, field_asks, intent_of
from index.intents.lists import KINDS
from index.intents.services import MAIN_KINDS
from index.language import fold
from index.numbers import holds
from index.question import Slot
from index.records import Kind, Record
from index.scope import Scope
from index.search import EITHER, Hit

_ENOUGH = 0.45
"""A record must hold this share of the question's words, by weight, to answer it."""
_HELD = 0.4
"""And this share of them by number: one rare word in three may stand there by chance."""
_TELLING = 4.0
"""Beside a word that no plan holds, known words of less weight than this say too little."""
_ALONE = 2
"""With nothing else recognised, for each word that no plan holds there must be so many that one does."""
_AS_GOOD = 0.82
"""Records this near the best answer too."""
_KIND_ORDER = {"service": 0, "project": 1, "measure": 1, "campaign": 2, "training": 3, "objective": 4}
"""Of records that fit alike, a door comes before a plan and a plan before a training."""

_ASKED_OF_MEASURES = frozenset({"responsible", "partners", "involved", "deadline", "indicators", "results"})
"""Asked of these, a measure comes before a project that fits alike."""


def answer_words(scope: Scope) -> Found | None:
    """The records that hold most of what was said."""
    question = scope.question
    asks = field_asks(question)
    if scope.without_plan and not scope.plans:
        return Found("search", "nothing", why="no_plan", asks=asks)
    stems = [s.value for s in question.words if scope.index.knows(s.value)]
    unknown = [s for s in question.rest if not _is_known(scope, s.value)]
    told = len({s.value for s in question.words}) - len(unknown)
    weight = sum(scope.index.weight(s.value) for s in question.words if scope.index.knows(s.value))
    needed = len(unknown) * (1 if _is_anchored(scope) else _ALONE)
    if question.complement or needed > told or (unknown and weight < _TELLING):
        return Found("search", "nothing", why="not_ours", asks=asks)
    if not stems:
        why = "not_in_plan" if question.institutions else "not_ours" if unknown else "not_understood"
        return Found("search", "nothing", why=why, asks=asks)  # type: ignore[arg-type]
    kinds = [KINDS[k] for k in question.kinds if k in KINDS and k != "service"]
    kinds = [*kinds, *(["measure"] if {"campaign", "training"} & set(kinds) else [])] or list(MAIN_KINDS)  # type: ignore[list-item]
    kinds = [k for k in kinds if scope.having("kind", k)] or list(MAIN_KINDS)
    hits = _search(stems, kinds, scope)
    if not hits or hits[0].score < _ENOUGH or not _holds_enough(hits[0].record, stems, scope):
        why = "not_in_plan" if hits or question.institutions else "not_ours"
        near = [h.record for h in hits[:3]]
        return Found(intent_of(asks, ()) if asks else "search", "nothing", why=why, asks=asks, nearest=near)  # type: ignore[arg-type]
    best = _of_named_kind(_best(hits, asks, "plan" in question.kinds), scope)
    return Found(intent_of(asks, best), "answered", best, asks=asks)


def _search(stems: list[str], kinds: Sequence[Kind], scope: Scope) -> list[Hit]:
    """Hits under the headings and at the places named."""
    index, question = scope.index, scope.question
    of_plans = index.lookups.having("plan", *scope.plans) if scope.plans else index.everything
    hits = index.search(stems, of_plans & index.lookups.having("kind", *kinds), question.soft)
    here = index.numbers(h.record for h in hits)
    if scope.within is not None:
        here &= scope.within
    if question.institutions and all(_is_in_institution(s, scope) for s in question.words):
        # only an institution's name was said: a village called Crucea is not the Crucea Roșie
        here &= index.about(f"institutions:{s.value}" for s in question.institutions)
    if scope.has_locality:
        here = scope.at_places(here)
    return [h for h in hits if holds(here, index.number_of[h.record.id])]


def _is_in_institution(word: Slot, scope: Scope) -> bool:
    return any(s.start <= word.start and word.end <= s.end for s in scope.question.institutions)


def _is_anchored(scope: Scope) -> bool:
    """Whether anything beside words shows that the question is about what plans hold."""
    q = scope.question
    named = (q.places, q.services, q.groups, q.institutions, q.terms, q.codes, q.dates, q.titles, q.headings)
    return bool(q.kinds or field_asks(q) or any(named))


def _holds_enough(record: Record, stems: list[str], scope: Scope) -> bool:
    """Whether a record holds enough of the words by number; of a kind or group named, any is enough."""
    held = [s for s in stems if scope.index.share(record, frozenset(s.split(EITHER)))]
    return len(held) >= len(stems) * _HELD or any(":" in s for s in held)


def _best(hits: list[Hit], asks: tuple[str, ...], of_measures: bool) -> list[Record]:
    """Hits near the best; of those, the ones that say what was asked, and doors before plans.

    of_measures: what a plan says is asked for, not a door to knock at.
    """
    near = [h for h in hits if h.score >= hits[0].score * _AS_GOOD]
    saying = [h for h in near if all(_says(h.record, a) for a in asks)]
    of_measures = of_measures or bool(_ASKED_OF_MEASURES & set(asks))
    ranked = sorted(
        saying or near,
        key=lambda h: (
            0 if of_measures and h.record.kind == "measure" else _KIND_ORDER[h.record.kind],
            -h.score,
        ),
    )
    top = max(h.score for h in ranked)
    return [h.record for h in sorted(ranked, key=lambda h: h.score < top * 0.95)]


def _of_named_kind(best: list[Record], scope: Scope) -> list[Record]:
    """Measures that are themselves the campaign or course asked for, before others."""
    index = scope.index
    table, stem = index.vocabulary.tables["questions"]["kind"], index.vocabulary.language.stem
    named = [k for k in ("campaign", "training") if k in scope.question.kinds]
    if not named:
        return best
    titled = index.titled(*{stem(fold(word)) for kind in named for word in table[kind]["ro"]})
    own = [r for r in best if r.kind in named or holds(titled, index.number_of[r.id])]
    return [*own, *(r for r in best if r not in own)]


def _says(record: Record, ask: str) -> bool:
    """Whether a record's kind has the field asked for; an empty field is an answer too (rule 5)."""
    own = {
        "capacity": ("service",),
        "occupancy": ("service",),
        "service_code": ("service",),
        "staff": ("service",),
        "licence": ("service",),
        "persons": ("training", "measure", "service"),
        "indicators": ("measure",),
        "results": ("measure",),
        "partners": ("measure",),
        "deadline": ("measure", "campaign", "project"),
    }
    return ask not in own or record.kind in own[ask]


def _is_known(scope: Scope, word: str) -> bool:
    return scope.index.knows(scope.index.vocabulary.language.stem(word))
