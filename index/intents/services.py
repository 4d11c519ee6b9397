"""Questions for services: by kind, by place, by group of people."""

from __future__ import annotations

from collections.abc import Sequence

from index.intents.base import Found, field_asks, intent_of
from index.records import Record
from index.scope import Scope

_STATUS_ORDER = {"existing": 0, "planned": 1, "closing": 2, None: 3}
_GROUP_FLOOR = 0.6
"""A record is for the groups named when it fits at least this share of the best record's fit."""


def answer_services(scope: Scope) -> Found | None:
    """Services, projects and measures that found or close services, of the kinds, groups and places named."""
    question = scope.question
    asked = question.services or question.groups or ("service" in question.kinds and question.places)
    if not asked or set(question.kinds) - {"service", "plan", "project"}:
        return None
    asks = field_asks(question)
    if (
        any(a in asks for a in ("responsible", "partners", "deadline", "indicators", "results"))
        and not scope.localities
    ):
        return None
    if scope.without_plan and not scope.plans:
        return Found("find_services", "nothing", why="no_plan", asks=asks)
    everything = [r for r in scope.records if _is_service_like(r)]
    fitting = _with_words(_for_groups(scope.of_services(scope.at_places(everything)), scope), scope)
    if question.status:
        fitting = [r for r in fitting if r.status == question.status] or fitting
    if not fitting:
        if asks and not scope.localities:
            return None
        near = _for_groups(scope.of_services(everything), scope) or scope.at_places(everything)
        return Found(
            "find_services", "nothing", why="not_in_plan", asks=asks, nearest=_ordered(near, scope)[:3]
        )
    intent = intent_of(asks, ()) if asks else "find_services"
    return Found(
        intent if intent != "search" else "find_services", "answered", _ordered(fitting, scope), asks=asks
    )


def _is_service_like(record: Record) -> bool:
    """A running or proposed service, a project, or a measure that does something to a service."""
    if record.kind == "measure":
        return bool(record.service_types)
    return record.kind == "service" or (record.kind == "project" and not record.same_as)


def _for_groups(records: Sequence[Record], scope: Scope) -> list[Record]:
    shares = [(scope.group_share(r), r) for r in records]
    best = max((share for share, _ in shares), default=0.0)
    return [r for share, r in shares if best and share >= best * _GROUP_FLOOR]


def _with_words(records: Sequence[Record], scope: Scope) -> list[Record]:
    """Records that hold the other words said, as far as the plans know those words at all."""
    stem = scope.index.vocabulary.language.stem
    stems = [s for s in (stem(slot.value) for slot in scope.question.rest) if scope.index.knows(s)]
    hits = scope.index.rank(records, stems) if stems else []
    if not hits:
        return list(records)
    return [h.record for h in hits if h.score >= hits[0].score * 0.7]


def _ordered(records: Sequence[Record], scope: Scope) -> list[Record]:
    """Running first, then planned, then closing; within each, those named most exactly."""
    own = {s.value for s in scope.question.services}

    def rank(record: Record) -> tuple[int, float, bool]:
        exact = bool(own & set(record.service_types[:1]))
        return (_STATUS_ORDER[record.status], -scope.group_share(record), not exact)

    return sorted(records, key=rank)
