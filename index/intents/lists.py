"""Questions for lists: what an institution does, what is due, what a place has, how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from index.intents.base import Found, field_asks
from index.intents.services import MAIN_KINDS
from index.language import fold
from index.records import Kind, Record
from index.scope import Scope

KINDS: dict[str, Kind] = {
    "measure": "measure",
    "project": "project",
    "campaign": "campaign",
    "training": "training",
    "service": "service",
    "objective": "objective",
}
"""Kinds that a question can name → kinds of record."""
_INTENTS = {
    "measure": "list_measures",
    "project": "projects",
    "campaign": "campaigns",
    "training": "campaigns",
    "service": "find_services",
    "objective": "list_measures",
}
_PARTNERSHIP = "in parteneriat cu"
_GROUP_FLOOR = 0.6


def answer_list(scope: Scope) -> Found | None:
    """Lists by date, by institution, by place, or of everything of a kind."""
    question = scope.question
    if scope.without_plan and not scope.plans:
        named = question.kinds or scope.institutions
        return Found("list_measures", "nothing", why="no_plan") if named and not question.services else None
    return _by_date(scope) or _by_institution(scope) or _at_place(scope) or _of_kind(scope)


def known_rest(scope: Scope) -> list[str]:
    """Words that nothing recognised but the plans hold."""
    stem = scope.index.vocabulary.language.stem
    return [s for s in (stem(slot.value) for slot in scope.question.rest) if scope.index.knows(s)]


def _by_date(scope: Scope) -> Found | None:
    """Measures due in a month or year: single deadlines first, recurring ones apart (rule 11)."""
    question = scope.question
    about = {"deadline", "period"} & set(question.asks) or {"measure", "plan"} & set(question.kinds)
    if not question.dates or not about or question.services or question.groups or known_rest(scope):
        return None
    dates = {s.value for s in question.dates}
    due = [
        r
        for r in scope.records
        if r.kind == "measure" and any(_within(d, dates) for d in r.deadline_facts.dates)
    ]
    single = [r for r in due if len(r.deadline_facts.dates) == 1]
    recurring = [r for r in due if len(r.deadline_facts.dates) > 1]
    if not single:
        return Found("deadline", "nothing", why="not_in_plan", asks=("deadline",), recurring=recurring)
    return Found("deadline", "answered", single, asks=("deadline",), recurring=recurring)


def _within(date: str, wanted: set[str]) -> bool:
    return any(date == w or date.startswith(w + "-") for w in wanted)


def _by_institution(scope: Scope) -> Found | None:
    """What an institution answers for, is partner in, or runs."""
    question = scope.question
    if not scope.institutions or question.services or question.codes or known_rest(scope):
        return None
    kinds = _kinds(scope) or ["measure", "project", "campaign"]
    asks = tuple(a for a in field_asks(question) if a != "persons")
    wanted = set(scope.institutions)
    records = [r for r in scope.records if r.kind in kinds and not r.same_as and wanted & doers(r, scope)]
    if scope.has_locality:
        records = scope.at_places(records)
    if question.groups:
        records = [r for r in records if scope.group_share(r) >= _GROUP_FLOOR]
    if question.status:
        records = [r for r in records if r.status == question.status]
    if not records:
        return None
    intent = "partners" if question.role == "partners" else _INTENTS[kinds[0]]
    if len(records) > 1:
        asks = tuple(a for a in asks if a != question.role)
        if not asks and question.role is None and any(r.partners for r in records):
            asks = ("involved",)
    return Found(intent, "answered", records, asks=asks)


def doers(record: Record, scope: Scope) -> set[str]:
    """Institutions of a record in the role asked for; a project's carrier is named before its partners."""
    role = scope.question.role
    names: list[str] = []
    if role != "partners":
        names += [*record.responsible, *([record.provider] if record.provider else [])]
        if record.institution:
            carrier = fold(record.institution).split(_PARTNERSHIP)[0]
            names.append(carrier)
    if role != "responsible":
        names += record.partners
    return scope.institutions_of(names)


def _at_place(scope: Scope) -> Found | None:
    """What a village or town has, when nothing else is named."""
    question = scope.question
    if not scope.has_locality or question.services or question.groups or question.codes:
        return None
    if known_rest(scope) or (question.rest and not question.kinds):
        return None
    kinds = _kinds(scope) or list(MAIN_KINDS)
    records = [r for r in scope.at_places(scope.records) if r.kind in kinds and not r.same_as]
    asks = field_asks(question)
    if not records:
        return Found("find_services", "nothing", why="not_in_plan", asks=asks)
    return Found(_INTENTS.get(records[0].kind, "find_services"), "answered", records, asks=asks)


def _of_kind(scope: Scope) -> Found | None:
    """Everything of a kind in the plans named: "câte măsuri are planul Iași", "ce campanii …"."""
    question = scope.question
    kinds = _kinds(scope)
    asks = tuple(a for a in field_asks(question) if a not in ("persons", "objective"))
    if not kinds or question.services or asks or known_rest(scope):
        return None
    if not (scope.plans or question.counting or question.groups):
        return None
    if kinds == ["service"] and question.groups:
        return None
    records = [r for r in scope.records if r.kind in kinds]
    if scope.has_locality or "service" in kinds:
        records = scope.at_places(records)
    if question.status:
        records = [r for r in records if r.status == question.status]
    records = _for_groups(records, scope)
    if not records:
        return None
    return Found(_INTENTS[kinds[0]], "answered", records)


def _for_groups(records: Sequence[Record], scope: Scope) -> list[Record]:
    shares = [(scope.group_share(r), r) for r in records]
    best = max((share for share, _ in shares), default=0.0)
    fitting = [(share, r) for share, r in shares if best and share >= best * _GROUP_FLOOR]
    return [r for _, r in sorted(fitting, key=lambda pair: -pair[0])]


def _kinds(scope: Scope) -> list[Kind]:
    """Kinds of record named; an objective named beside measures is where they stand."""
    if "under" in scope.question.kinds:
        return ["measure"]
    kinds = [KINDS[k] for k in scope.question.kinds if k in KINDS]
    return [k for k in kinds if k != "objective"] or kinds
