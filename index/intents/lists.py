"""Questions for lists: what an institution does, what is due, what a place has, how many there are."""

from __future__ import annotations

from functools import reduce
from operator import or_

from index.intents.base import Found, field_asks, intent_of
from index.intents.services import MAIN_KINDS, OF_SERVICES, for_groups, known_words
from index.language import fold
from index.numbers import Field, Numbers
from index.records import Kind, Record
from index.scope import Scope
from index.search import EITHER

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


def answer_list(scope: Scope) -> Found | None:
    """Lists by date, by institution, by place, or of everything of a kind."""
    question = scope.question
    if question.complement:
        return None
    if scope.without_plan and not scope.plans:
        named = question.kinds or scope.institutions
        return Found("list_measures", "nothing", why="no_plan") if named and not question.services else None
    return (
        _by_date(scope)
        or _by_institution(scope)
        or _by_programme(scope)
        or _at_place(scope)
        or _of_kind(scope)
    )


def _by_date(scope: Scope) -> Found | None:
    """Measures due in a month or year: single deadlines first, recurring ones apart (rule 11)."""
    question = scope.question
    about = {"deadline", "period"} & set(question.asks) or {"measure", "plan"} & set(question.kinds)
    alone = not (question.kinds or field_asks(question))
    if (
        not question.dates
        or not (about or alone)
        or question.services
        or question.groups
        or known_words(scope)
    ):
        return None
    dates = {s.value for s in question.dates}
    if not ({"deadline", "period"} & set(question.asks)) and dates <= _own_years(scope):
        return None
    numbers = scope.having("due", *dates) & scope.having("kind", "measure")
    if scope.institutions:
        numbers &= done_by(scope)
        if not numbers:
            return None
    due = scope.pick(numbers)
    single = [r for r in due if len(r.deadline_facts.dates) == 1]
    recurring = [r for r in due if len(r.deadline_facts.dates) > 1]
    if not single:
        return Found("deadline", "nothing", why="not_in_plan", asks=("deadline",), recurring=recurring)
    return Found("deadline", "answered", single, asks=("deadline",), recurring=recurring)


def _own_years(scope: Scope) -> set[str]:
    """The one year of each plan of the question: "planul pe 2024" only says which plan."""
    return {scope.index.plans[slug].period or "" for slug in scope.plans}


def _by_institution(scope: Scope) -> Found | None:
    """What an institution answers for, is partner in, or runs."""
    question = scope.question
    if not scope.institutions or question.services or question.codes or known_words(scope):
        return None
    kinds = _kinds(scope) or ["measure", "project", "campaign"]
    asks = tuple(a for a in field_asks(question) if a != "persons")
    wanted = set(scope.institutions)
    of_kinds = scope.having("kind", *kinds) & ~scope.having("class", "repeated")
    numbers = of_kinds & done_by(scope)
    if scope.has_locality:
        local = wanted <= set(scope.index.vocabulary.tables["questions"]["local"]["institutions"])
        numbers = scope.at_places(of_kinds if local else numbers)
    if question.groups:
        numbers = for_groups(numbers, scope)
    if question.status:
        numbers = numbers & scope.having("status", question.status) or numbers
    if not numbers:
        return None
    records = scope.pick(numbers)
    intent = "partners" if question.role == "partners" else _INTENTS[(_kinds(scope) or [records[0].kind])[0]]
    if len(records) > 1:
        asks = tuple(a for a in asks if a != question.role)
        if not asks and question.role is None and any(r.partners for r in records):
            asks = ("involved",)
    return Found(intent, "answered", records, asks=asks)


def _by_programme(scope: Scope) -> Found | None:
    """What is paid by a programme: "ce proiecte au bani din PNRR"."""
    question = scope.question
    terms = scope.index.vocabulary.terms
    named = [s.value for s in question.terms if terms.entries[s.value].programme]
    kinds = _kinds(scope)
    if not named or not kinds or question.services or question.codes or known_words(scope):
        return None
    paid = scope.having("funding", *named) & scope.having("kind", *kinds)
    numbers = paid & ~scope.having("class", "repeated")
    if scope.has_locality:
        numbers = scope.at_places(numbers)
    records = _surest_first(for_groups(numbers, scope), scope)
    return Found(_INTENTS[kinds[0]], "answered", records, asks=("funding",)) if records else None


def done_by(scope: Scope) -> Numbers:
    """Records of the institutions named, in the role asked for."""
    fields: dict[str | None, tuple[Field, ...]] = {"partners": ("partner",), "responsible": ("doer",)}
    roles = fields.get(scope.question.role, ("doer", "partner"))
    return reduce(or_, (scope.having(role, *scope.institutions) for role in roles))


def _at_place(scope: Scope) -> Found | None:
    """What a village or town has, when nothing else is named."""
    question = scope.question
    if not scope.has_locality or question.services or question.groups or question.codes:
        return None
    if known_words(scope) or (question.rest and not question.kinds):
        return None
    kinds = _kinds(scope) or list(MAIN_KINDS)
    if kinds == ["service"]:
        return None
    numbers = scope.at_places(scope.numbers) & scope.having("kind", *kinds)
    numbers &= ~scope.having("class", "repeated")
    if question.status:
        numbers &= scope.having("status", question.status)
    records = scope.pick(numbers)
    asks = field_asks(question)
    if not records:
        return Found("find_services", "nothing", why="not_in_plan", asks=asks)
    return Found(_INTENTS.get(records[0].kind, "find_services"), "answered", records, asks=asks)


def _of_kind(scope: Scope) -> Found | None:
    """Everything of a kind in the plans named: "câte măsuri are planul Iași", "ce campanii …"."""
    question = scope.question
    kinds = _kinds(scope) or (["measure"] if scope.within and not question.codes else [])
    asks = tuple(a for a in field_asks(question) if a not in ("persons", "objective"))
    asks = tuple(a for a in asks if a not in OF_SERVICES or kinds == ["service"])
    named_kind = bool(question.groups) and set(kinds) <= {"campaign", "training"}
    if not kinds or question.services or (asks and not named_kind):
        return None
    known = known_words(scope) if scope.within is None else []
    if known and not question.groups:
        return None
    if scope.within is None and question.terms and kinds != ["objective"]:
        return None
    if not (scope.plans or scope.within or question.counting or question.groups):
        return None
    if kinds == ["service"] and question.groups:
        return None
    numbers = _of_levels(scope.having("kind", *kinds), scope)
    if scope.has_locality or "service" in kinds:
        numbers = scope.at_places(numbers)
    if question.status:
        numbers &= scope.having("status", question.status)
    numbers = for_groups(numbers, scope)
    for stem in known:
        numbers &= scope.index.about(stem.split(EITHER))
    records = _surest_first(numbers, scope)
    if len(records) < (2 if known else 1):
        return None
    return Found(intent_of(asks, records) if asks else _INTENTS[kinds[0]], "answered", records, asks=asks)


def _of_levels(numbers: Numbers, scope: Scope) -> Numbers:
    """Of objectives, those of the level named by its letters: OS, DA; all of them when none is."""
    terms = scope.index.vocabulary.terms.entries
    letters = {fold(terms[s.value].short or s.value) for s in scope.question.terms}
    return numbers & scope.index.lookups.having("letters", *letters) or numbers


def _surest_first(numbers: Numbers, scope: Scope) -> list[Record]:
    """Records by how surely they are for the groups named."""
    return [record for _, held in scope.group_levels(numbers) for record in scope.pick(held)]


def _kinds(scope: Scope) -> list[Kind]:
    """Kinds of record named; an objective named beside measures is where they stand."""
    if "under" in scope.question.kinds:
        return ["measure"]
    kinds = [KINDS[k] for k in scope.question.kinds if k in KINDS]
    return [k for k in kinds if k != "objective"] or kinds
