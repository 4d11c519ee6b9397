"""Questions for services: by kind, by place, by group of people."""

from __future__ import annotations

from collections.abc import Sequence

from index.intents.base import Found, field_asks, intent_of
from index.records import Kind, Record
from index.scope import Scope
from index.titles import NAME_STEMS, names_one, titled_as_said

_STATUS_ORDER = {"existing": 0, "planned": 1, "closing": 2, None: 3}
_FLOOR = 0.65
"""A record fits when it fits at least this share of the best record's fit."""
_GROUP_FLOOR = 0.55
"""The same for groups: a group named in a list or a heading counts too."""
_MOST_SAID = 0.8
"""A record that holds this share of the words said, by weight, is the one meant."""
_MOST_DOORS = 0.5
"""A running service that fits so much is a door to knock at."""
_GROUP_LEAST = 0.3
"""A record that fits the groups less than this is for others."""
MAIN_KINDS: tuple[Kind, ...] = ("measure", "service", "project", "campaign", "training")
OF_SERVICES = frozenset({"capacity", "occupancy", "staff", "licence", "service_code"})
"""Asked of one service by its name; of other kinds, "staff" says whom a training is for."""
_MEASURE_ASKS = frozenset(
    {"responsible", "partners", "involved", "deadline", "period", "indicators", "results", "funding"}
)
"""Asked of a topic rather than of a door to knock at."""


def answer_services(scope: Scope) -> Found | None:
    """Services, projects and measures that found or close services, of the kinds, groups and places named."""
    return _services(scope) if _is_asked(scope) else None


def answer_groups(scope: Scope) -> Found | None:
    """What there is for the groups named, when the words beside them led nowhere."""
    return _services(scope) if scope.question.groups and not scope.question.head else None


def _services(scope: Scope) -> Found | None:
    question = scope.question
    asks = field_asks(question)
    if scope.without_plan and not scope.plans:
        return Found("find_services", "nothing", why="no_plan", asks=asks)
    if question.complement:
        return Found("find_services", "nothing", why="not_ours", asks=asks)
    everything = [r for r in scope.records if _is_wanted(r, scope)]
    fitting = _find(everything, scope)
    if question.status:
        county = [] if scope.has_locality else _fitting(everything, scope)
        own = ([r for r in found if r.status == question.status] for found in (fitting, county))
        fitting = next(filter(None, own), fitting)
    fitting = [r for r in fitting if _is_of_institutions(r, scope)] or fitting
    if not fitting:
        if asks and not scope.has_locality:
            return None
        around = _fitting(everything, scope) or (scope.at_places(everything) if scope.has_locality else [])
        around = _ordered(around, scope)[:3]
        return Found("find_services", "nothing", why="not_in_plan", asks=asks, nearest=around)
    if asks or names_one(scope):
        of_one = {*OF_SERVICES, "budget"} & set(question.asks)
        fitting = titled_as_said(fitting, scope, least=2 if of_one else NAME_STEMS) or fitting
    if len(fitting) == 1:
        asks = asks_of_one(fitting[0], asks, scope)
    return Found(_intent(asks, fitting, scope), "answered", _ordered(fitting, scope), asks=asks)


def _intent(asks: tuple[str, ...], fitting: Sequence[Record], scope: Scope) -> str:
    """That of the field asked; of projects, when they were asked for and are found; else of services."""
    intent = intent_of(asks, ()) if asks else "search"
    if intent == "search":
        projects = "project" in scope.question.kinds and all(r.kind == "project" for r in fitting)
        intent = "projects" if projects else "find_services"
    return intent


def _is_of_institutions(record: Record, scope: Scope) -> bool:
    """Whether a record is run by an institution named, or is its project; all are when none is named."""
    names = [*record.responsible, *record.partners, record.provider, record.institution, record.title]
    local = scope.index.vocabulary.tables["questions"]["local"]["institutions"]
    wanted = set(scope.institutions) - set(local)
    return not wanted or bool(wanted & scope.institutions_of(n for n in names if n))


def _find(everything: Sequence[Record], scope: Scope) -> list[Record]:
    """What fits: for just these groups, of a kind that serves as well, of any kind, for wider groups."""
    here = scope.at_places(everything)
    if not scope.has_locality and len(here) < len(everything):
        # the name of a county is also that of its town; what the town lacks the county may have
        exact: list[Record] = []
        if scope.groups and not scope.question.head:
            exact = _fitting(here, scope, wider=False) or _fitting(everything, scope, wider=False)
        return exact or _find_here(here, scope) or _find_here(everything, scope)
    return _find_here(here, scope)


def _find_here(here: Sequence[Record], scope: Scope) -> list[Record]:
    head = scope.question.head
    if head and not scope.question.services:
        here = [r for r in here if scope.index.titled(r, head.value)]
    near = scope.with_near_services()
    any_kind = [r for r in scope.records if r.kind in MAIN_KINDS and not r.same_as]
    only_groups = not scope.question.services and not scope.has_locality and not head
    named = scope.question.services or head or not scope.groups
    return (
        _fitting(here, scope, wider=False)
        or (_fitting(_everywhere(scope), scope, wider=False) if scope.has_locality and not named else [])
        or (_fitting(here, near) if near.question.services and scope.groups else [])
        or (_fitting(any_kind, scope, wider=False) if only_groups else [])
        or _fitting(here, scope)
        or (_fitting(any_kind, scope) if only_groups else [])
    )


def _everywhere(scope: Scope) -> list[Record]:
    """Records with no place: they belong to their whole county."""
    return [r for r in scope.records if not r.locality and _is_wanted(r, scope)]


def _is_asked(scope: Scope) -> bool:
    """Whether the question is for services."""
    question = scope.question
    kinds = set(question.kinds)
    if kinds - {"service", "plan", "project", "anything"}:
        return False
    bare = "service" in kinds and scope.places and (scope.has_locality or not question.words)
    if not (question.services or question.groups or bare):
        return False
    if not (question.services or kinds - {"plan"} or scope.has_locality) and len(known_words(scope)) > 1:
        return False
    return scope.has_locality or not _MEASURE_ASKS & set(field_asks(question))


def known_words(scope: Scope) -> list[str]:
    """Stems of the words that name nothing in particular but stand in the plans."""
    question = scope.question
    named = (*question.services, *question.groups, *question.institutions, *question.terms)
    return [
        s.value
        for s in question.words
        if ":" not in s.value
        and scope.index.knows(s.value)
        and not any(n.start <= s.start and s.end <= n.end for n in named)
    ]


def asks_of_one(record: Record, asks: tuple[str, ...], scope: Scope) -> tuple[str, ...]:
    """What "how many" asks of one service: how many of its staff, if a word of them was said; else places."""
    if not scope.question.counting or record.kind != "service":
        return asks
    terms = scope.index.vocabulary.language.terms
    said = set(terms(scope.question.text)) - set(terms(record.title))
    if said & set(terms(record.staff or "")):
        return ("staff", *(a for a in asks if a not in ("persons", "staff")))
    return asks if {"persons", "capacity"} & set(asks) else (*asks, "capacity")


def _is_wanted(record: Record, scope: Scope) -> bool:
    """Whatever helps when any help is asked for; else what is or becomes a service."""
    if "anything" in scope.question.kinds and not scope.question.services:
        return record.kind in MAIN_KINDS and not record.same_as
    if is_service_like(record):
        return True
    vocabulary = scope.index.vocabulary
    said = vocabulary.tables["questions"]["carrier"]["names_service"]
    return record.kind == "measure" and scope.index.titled(record, vocabulary.language.stem(said))


def is_service_like(record: Record) -> bool:
    """A running or proposed service, a project, or a measure that does something to a service."""
    if record.kind == "measure":
        return bool(record.service_types)
    return record.kind == "service" or (record.kind == "project" and not record.same_as)


def _fitting(records: Sequence[Record], scope: Scope, wider: bool = True) -> list[Record]:
    """Records of the kinds of service and for the groups named, that hold the other words said."""
    services = [(scope.service_share(r), r) for r in records]
    best = max((share for share, _ in services), default=0.0)
    fitting = [r for share, r in services if best and share >= best * _FLOOR]
    if scope.groups and scope.groups_bind:
        fitting = for_groups(fitting, scope, wider)
    return with_words(fitting, scope)


def for_groups(records: Sequence[Record], scope: Scope, wider: bool = True) -> list[Record]:
    """Records for the groups named; when there is none and `wider` is meant too, for wider groups."""
    for share_of_groups in (scope.group_share, scope.wider_share) if wider else (scope.group_share,):
        shares = [(share_of_groups(r), r) for r in records]
        best = max((share for share, _ in shares), default=0.0)
        if best >= _GROUP_LEAST:
            return [r for share, r in shares if share >= best * _GROUP_FLOOR]
    return []


def share_of(record: Record, scope: Scope) -> float:
    """How surely a record is of the kinds of service and for the groups named, 0 to 1."""
    service = scope.service_share(record)
    if not service:
        return 0.0
    group = scope.group_share(record) or scope.wider_share(record)
    return service * (group if scope.groups_bind else 0.7 + 0.3 * group)


def with_words(records: Sequence[Record], scope: Scope) -> list[Record]:
    """Records whose wording holds the names said ("Magnolia"); all of them when no name was said."""
    stem = scope.index.vocabulary.language.stem
    names = [s for s in (stem(slot.value) for slot in scope.question.rest) if s in scope.index.names]
    named = [r for r in records if any(scope.index.titled(r, name) for name in names)]
    return named or list(records)


def _ordered(records: Sequence[Record], scope: Scope) -> list[Record]:
    """What is surely meant first; within that by the other words said, then running, planned, closing."""
    stems = known_words(scope)
    said = {h.record.id: h.score for h in scope.index.rank(records, stems)}
    soft = {h.record.id: h.score for h in scope.index.rank(records, list(scope.question.soft))}

    told_much = len(stems) > 1 and not scope.question.services

    groups = [frozenset({f"groups:{s.value}"}) for s in scope.question.groups]
    doors = "service" in scope.question.kinds and len(scope.groups) > 1

    def rank(record: Record) -> tuple[bool, bool, float, float, float, bool, int, float]:
        told = round(said.get(record.id, 0.0), 1)
        share = round(share_of(record, scope), 1)
        return (
            not (told_much and told >= _MOST_SAID),
            # of several needs told, a centre that runs for one of them comes before plans for all
            not (doors and record.status == "existing" and share >= _MOST_DOORS),
            -share,
            -sum(scope.index.share(record, group) for group in groups),
            -told,
            not is_service_like(record),
            _STATUS_ORDER[record.status] if record.kind == "service" else 1,
            -soft.get(record.id, 0.0),
        )

    return sorted(records, key=rank)
