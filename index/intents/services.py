"""Questions for services: by kind, by place, by group of people."""

from __future__ import annotations

from collections.abc import Sequence

from index.intents.base import Found, field_asks, intent_of
from index.numbers import Numbers, listed, shares_of, surest
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
    everything = _wanted(scope)
    found = _find(everything, scope)
    if question.status:
        own = scope.having("status", question.status)
        found = found & own or (0 if scope.has_locality else _fitting(everything, scope) & own) or found
    found = _of_institutions(found, scope) or found
    if not found:
        if asks and not scope.has_locality:
            return None
        around = _fitting(everything, scope) or (scope.at_places(everything) if scope.has_locality else 0)
        nearest = _ordered(around, scope)[:3]
        return Found("find_services", "nothing", why="not_in_plan", asks=asks, nearest=nearest)
    if asks or names_one(scope):
        of_one = {*OF_SERVICES, "budget"} & set(question.asks)
        found = titled_as_said(found, scope, least=2 if of_one else NAME_STEMS) or found
    fitting = _ordered(found, scope)
    if len(fitting) == 1:
        asks = asks_of_one(fitting[0], asks, scope)
    return Found(_intent(asks, fitting, scope), "answered", fitting, asks=asks)


def _intent(asks: tuple[str, ...], fitting: Sequence[Record], scope: Scope) -> str:
    """That of the field asked; of projects, when they were asked for and are found; else of services."""
    intent = intent_of(asks, ()) if asks else "search"
    if intent == "search":
        projects = "project" in scope.question.kinds and all(r.kind == "project" for r in fitting)
        intent = "projects" if projects else "find_services"
    return intent


def _of_institutions(numbers: Numbers, scope: Scope) -> Numbers:
    """Records run by an institution named, or its projects; all of them when none is named."""
    local = scope.index.vocabulary.tables["questions"]["local"]["institutions"]
    wanted = set(scope.institutions) - set(local)
    return numbers & scope.index.lookups.having("institution", *wanted) if wanted else numbers


def _find(everything: Numbers, scope: Scope) -> Numbers:
    """What fits: for just these groups, of a kind that serves as well, of any kind, for wider groups."""
    here = scope.at_places(everything)
    if not scope.has_locality and here != everything:
        # the name of a county is also that of its town; what the town lacks the county may have
        exact = 0
        if scope.groups and not scope.question.head:
            exact = _fitting(here, scope, wider=False) or _fitting(everything, scope, wider=False)
        return exact or _find_here(here, scope) or _find_here(everything, scope)
    return _find_here(here, scope)


def _find_here(here: Numbers, scope: Scope) -> Numbers:
    head = scope.question.head
    if head and not scope.question.services:
        here &= scope.index.titled(head.value)
    near = scope.with_near_services()
    only_groups = not scope.question.services and not scope.has_locality and not head
    any_kind = _of_main_kinds(scope) if only_groups else 0
    named = scope.question.services or head or not scope.groups
    return (
        _fitting(here, scope, wider=False)
        or (_fitting(_everywhere(scope), scope, wider=False) if scope.has_locality and not named else 0)
        or (_fitting(here, near) if near.question.services and scope.groups else 0)
        or _fitting(any_kind, scope, wider=False)
        or _fitting(here, scope)
        or _fitting(any_kind, scope)
    )


def _everywhere(scope: Scope) -> Numbers:
    """What has no place and is wanted: it belongs to its whole county."""
    return _wanted(scope) & scope.having("class", "placeless")


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


def _of_main_kinds(scope: Scope) -> Numbers:
    """Whatever helps someone, each thing once."""
    return scope.having("kind", *MAIN_KINDS) & ~scope.having("class", "repeated")


def _wanted(scope: Scope) -> Numbers:
    """Whatever helps when any help is asked for; else what is or becomes a service."""
    if "anything" in scope.question.kinds and not scope.question.services:
        return _of_main_kinds(scope)
    vocabulary = scope.index.vocabulary
    said = vocabulary.tables["questions"]["carrier"]["names_service"]
    named = scope.having("kind", "measure") & scope.index.titled(vocabulary.language.stem(said))
    return scope.having("class", "service-like") | named


def is_service_like(record: Record) -> bool:
    """A running or proposed service, a project, or a measure that does something to a service."""
    if record.kind == "measure":
        return bool(record.service_types)
    return record.kind == "service" or (record.kind == "project" and not record.same_as)


def _fitting(numbers: Numbers, scope: Scope, wider: bool = True) -> Numbers:
    """Records of the kinds of service and for the groups named, that hold the other words said."""
    fitting = surest(scope.service_levels(numbers), _FLOOR)
    if scope.groups and scope.groups_bind:
        fitting = for_groups(fitting, scope, wider)
    return with_words(fitting, scope)


def for_groups(numbers: Numbers, scope: Scope, wider: bool = True) -> Numbers:
    """Records for the groups named; when there is none and `wider` is meant too, for wider groups."""
    for is_wider in (False, True) if wider else (False,):
        levels = scope.group_levels(numbers, is_wider)
        if levels and levels[0][0] >= _GROUP_LEAST:
            return surest(levels, _GROUP_FLOOR)
    return 0


def _shares(numbers: Numbers, scope: Scope) -> dict[int, float]:
    """How surely records are of the kinds of service and for the groups named, 0 to 1, by number."""
    services = shares_of(scope.service_levels(numbers))
    groups = shares_of(scope.group_levels(numbers))
    wider = shares_of(scope.group_levels(numbers, wider=True))
    binds = scope.groups_bind
    out = {}
    for number in listed(numbers):
        group = groups[number] or wider[number]
        out[number] = services.get(number, 0.0) * (group if binds else 0.7 + 0.3 * group)
    return out


def _groups_held(numbers: Numbers, scope: Scope) -> dict[int, float]:
    """How surely records are for each of the groups named, added up, by number."""
    out = dict.fromkeys(listed(numbers), 0.0)
    for group in scope.question.groups:
        for share, held in scope.index.levels([f"groups:{group.value}"], numbers):
            for number in listed(held):
                out[number] += share
    return out


def with_words(numbers: Numbers, scope: Scope) -> Numbers:
    """Records whose wording holds the names said ("Magnolia"); all of them when no name was said."""
    stem = scope.index.vocabulary.language.stem
    names = [s for s in (stem(slot.value) for slot in scope.question.rest) if s in scope.index.names]
    return numbers & scope.index.titled(*names) or numbers


def _ordered(numbers: Numbers, scope: Scope) -> list[Record]:
    """What is surely meant first; within that by the other words said, then running, planned, closing."""
    stems = known_words(scope)
    records = scope.pick(numbers)
    said = {h.record.id: h.score for h in scope.index.rank(numbers, stems)}
    soft = {h.record.id: h.score for h in scope.index.rank(numbers, list(scope.question.soft))}
    shares, held = _shares(numbers, scope), _groups_held(numbers, scope)
    number_of = scope.index.number_of
    told_much = len(stems) > 1 and not scope.question.services
    doors = "service" in scope.question.kinds and len(scope.groups) > 1

    def rank(record: Record) -> tuple[bool, bool, float, float, float, bool, int, float]:
        number = number_of[record.id]
        told, share = round(said.get(record.id, 0.0), 1), round(shares[number], 1)
        return (
            not (told_much and told >= _MOST_SAID),
            # of several needs told, a centre that runs for one of them comes before plans for all
            not (doors and record.status == "existing" and share >= _MOST_DOORS),
            -share,
            -held[number],
            -told,
            not is_service_like(record),
            _STATUS_ORDER[record.status] if record.kind == "service" else 1,
            -soft.get(record.id, 0.0),
        )

    return sorted(records, key=rank)
