"""Questions for services: by kind, by place, by group of people."""

from __future__ import annotations

from collections.abc import Sequence

from index.intents.base import Found, field_asks, intent_of
from index.records import Kind, Record
from index.scope import Scope

_STATUS_ORDER = {"existing": 0, "planned": 1, "closing": 2, None: 3}
_FLOOR = 0.65
"""A record fits when it fits at least this share of the best record's fit."""
_SURE = 0.8
"""From this share on a record is about what was named by its own wording."""
MAIN_KINDS: tuple[Kind, ...] = ("measure", "service", "project", "campaign", "training")
_MEASURE_ASKS = frozenset(
    {"responsible", "partners", "involved", "deadline", "indicators", "results", "funding"}
)
"""Asked of a topic rather than of a door to knock at."""


def answer_services(scope: Scope) -> Found | None:
    """Services, projects and measures that found or close services, of the kinds, groups and places named."""
    if not _is_asked(scope):
        return None
    question = scope.question
    asks = field_asks(question)
    if scope.without_plan and not scope.plans:
        return Found("find_services", "nothing", why="no_plan", asks=asks)
    everything = [r for r in scope.records if is_service_like(r)]
    fitting = _fitting(scope.at_places(everything), scope)
    if not fitting and not question.services and not scope.has_locality:
        fitting = _fitting([r for r in scope.records if r.kind in MAIN_KINDS], scope)
    if question.status:
        fitting = [r for r in fitting if r.status == question.status] or fitting
    if not fitting:
        if asks and not scope.has_locality:
            return None
        near = _fitting(everything, scope) or scope.at_places(everything)
        return Found(
            "find_services", "nothing", why="not_in_plan", asks=asks, nearest=_ordered(near, scope)[:3]
        )
    intent = intent_of(asks, ()) if asks else "find_services"
    return Found(
        intent if intent != "search" else "find_services", "answered", _ordered(fitting, scope), asks=asks
    )


def _is_asked(scope: Scope) -> bool:
    """Whether the question is for services."""
    question = scope.question
    kinds = set(question.kinds)
    if "anything" in kinds and not question.services and not scope.has_locality:
        return False
    if kinds - {"service", "plan", "project", "anything"}:
        return False
    if not (question.services or question.groups or ("service" in kinds and scope.places)):
        return False
    return scope.has_locality or not _MEASURE_ASKS & set(question.asks)


def is_service_like(record: Record) -> bool:
    """A running or proposed service, a project, or a measure that does something to a service."""
    if record.kind == "measure":
        return bool(record.service_types)
    return record.kind == "service" or (record.kind == "project" and not record.same_as)


def _fitting(records: Sequence[Record], scope: Scope) -> list[Record]:
    """Records of the kinds of service and for the groups named, that hold the other words said."""
    shares = [(share_of(r, scope), r) for r in records]
    best = max((share for share, _ in shares), default=0.0)
    return with_words([r for share, r in shares if best and share >= best * _FLOOR], scope)


def share_of(record: Record, scope: Scope) -> float:
    """How surely a record is of the kinds of service and for the groups named, 0 to 1."""
    service = scope.service_share(record)
    if not service:
        return 0.0
    group = scope.group_share(record)
    return service * (group if scope.groups_bind else 0.7 + 0.3 * group)


def with_words(records: Sequence[Record], scope: Scope) -> list[Record]:
    """Records that hold the other words said, as far as the plans know those words at all."""
    stem = scope.index.vocabulary.language.stem
    stems = [s for s in (stem(slot.value) for slot in scope.question.rest) if scope.index.knows(s)]
    hits = scope.index.rank(records, stems) if stems else []
    if not hits:
        return list(records)
    return [h.record for h in hits if h.score >= hits[0].score * 0.7]


def _ordered(records: Sequence[Record], scope: Scope) -> list[Record]:
    """What is surely meant first; within that running, then planned, then closing."""

    def rank(record: Record) -> tuple[bool, int, float]:
        share = share_of(record, scope)
        return (share < _SURE, _STATUS_ORDER[record.status], -share)

    return sorted(records, key=rank)
