"""Questions for lists: what an institution does, what is due, the measures of a plan, how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from index.intents.base import Found, field_asks
from index.records import Kind, Record
from index.scope import Scope

_LISTED: dict[str, Kind] = {
    "measure": "measure",
    "project": "project",
    "campaign": "campaign",
    "training": "training",
    "service": "service",
    "objective": "objective",
}
_INTENTS = {
    "measure": "list_measures",
    "project": "projects",
    "campaign": "campaigns",
    "training": "campaigns",
    "service": "find_services",
    "objective": "list_measures",
}


def answer_list(scope: Scope) -> Found | None:
    """Lists by institution, by date, or of everything of a kind."""
    question = scope.question
    if scope.without_plan and not scope.plans:
        return (
            Found("list_measures", "nothing", why="no_plan") if question.kinds or scope.institutions else None
        )
    return _by_date(scope) or _by_institution(scope) or _of_kind(scope)


def _by_date(scope: Scope) -> Found | None:
    """Measures due in a month or year: single deadlines first, recurring ones apart (rule 11)."""
    question = scope.question
    if (
        not question.dates
        or not ({"deadline", "period"} & set(question.asks) or "measure" in question.kinds)
        or question.rest
    ):
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
    if not scope.institutions or question.rest or question.services or question.codes:
        return None
    kinds = [_LISTED[k] for k in question.kinds if k in _LISTED] or ["measure", "project"]
    asks = field_asks(question)
    wanted = set(scope.institutions)
    records = [r for r in scope.records if r.kind in kinds and not r.same_as and wanted <= _doers(r, scope)]
    if not records:
        return None
    kind = kinds[0]
    return Found(_INTENTS[kind] if "partners" not in asks else "partners", "answered", records, asks=asks)


def _doers(record: Record, scope: Scope) -> set[str]:
    role = scope.question.role
    names: list[str] = []
    if role != "partners":
        names += record.responsible
        names += [n for n in (record.institution, record.provider) if n]
    if role != "responsible":
        names += record.partners
    return scope.institutions_of(names)


def _of_kind(scope: Scope) -> Found | None:
    """Everything of a kind in the plans named: "câte măsuri are planul Iași", "ce campanii face …"."""
    question = scope.question
    kinds = [k for k in question.kinds if k in _LISTED]
    if not kinds or question.rest or question.services or question.groups or field_asks(question):
        return None
    if not (scope.plans or question.counting):
        return None
    kind = _LISTED[kinds[0]]
    records = scope.at_places([r for r in scope.records if r.kind == kind])
    if question.status:
        records = [r for r in records if r.status == question.status]
    if not records:
        return None
    return Found(_INTENTS[kinds[0]], "answered", records)


def of_kinds(records: Sequence[Record], kinds: Sequence[str]) -> list[Record]:
    """Records of some kinds."""
    return [r for r in records if r.kind in kinds]
