"""What an intent finds, and the answer made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from index.progress import Missing, Total, When
from index.question import Question
from index.records import Frozen, Record
from index.reports import Reported

Outcome = Literal["answered", "choose", "nothing", "referred"]
Why = Literal["no_plan", "not_in_plan", "not_ours", "not_understood"]

FIELD_INTENTS = {
    "responsible": "responsible",
    "involved": "responsible",
    "partners": "partners",
    "deadline": "deadline",
    "indicators": "indicators",
    "results": "indicators",
    "funding": "funding",
    "progress": "progress",
    "reported": "progress",
    "unreported": "progress",
}
"""Asked field → intent; any other field asked of one record is the intent of its kind."""

KIND_INTENTS = {
    "measure": "measure",
    "service": "find_services",
    "project": "projects",
    "campaign": "campaigns",
    "training": "campaigns",
    "plan": "plan",
    "term": "term",
}


_BESIDE_WHO = frozenset({"deadline", "period", "budget", "capacity", "occupancy", "licence", "staff"})
"""Asked beside "who …", these leave it a question of its own: "who holds it, and when"."""


class Definition(Frozen):
    """What an acronym or term means."""

    short: str
    """As asked, in its usual letters."""
    ro: str
    en: str = ""
    record: Record | None = None
    """The plan's record that explains it; None when the explanation is ours."""
    programme: bool = False


@dataclass(frozen=True)
class Found:
    """What an intent found."""

    intent: str
    outcome: Outcome
    records: Sequence[Record] = ()
    total: int | None = None
    """How many records answer; None means all that are listed."""
    why: Why | None = None
    asks: tuple[str, ...] = ()
    """Fields to say."""
    nearest: Sequence[Record] = ()
    """With nothing: what is near."""
    recurring: Sequence[Record] = ()
    """With a date: what comes round every year, apart."""
    definitions: tuple[Definition, ...] = ()
    unfound: tuple[str, ...] = ()
    """Of several codes, those that no record has, as typed."""


class Answer(Frozen):
    """What a person is told, before it is put into words."""

    question: Question
    intent: str
    outcome: Outcome
    records: tuple[Record, ...] = ()
    """Best first."""
    total: int = 0
    """How many records answer it."""
    why: Why | None = None
    asks: tuple[str, ...] = ()
    """Fields asked about, to be said in full."""
    nearest: tuple[Record, ...] = ()
    """With nothing: what is near."""
    recurring: tuple[Record, ...] = ()
    """Recurring records, said apart."""
    definitions: tuple[Definition, ...] = ()
    unfound: tuple[str, ...] = ()
    """Of several codes, those that no record has, as typed."""
    ended: int | None = None
    """Last year of the plans of all records, when every one of them has run out."""
    today: date | None = None
    reported: Mapping[str, tuple[Reported, ...]] = {}
    """What was reported about the records, by record id, newest first: of all periods when it was asked for,
    else of the newest. Beside a service or project stands what was reported about measures that found it."""
    totals: Mapping[str, tuple[Total, ...]] = {}
    """When reports were asked for: what of them may be added up."""
    missing: Mapping[str, Missing] = {}
    """When it was asked what was not reported, by record id."""
    when: When | None = None
    """The time that reports were asked for."""
    danger: tuple[str, ...] = ()
    """Kinds of danger someone may be in, which pick the emergency numbers."""


def field_asks(question: Question) -> tuple[str, ...]:
    """The fields asked about, without those that only open a question; "cine" alone is responsible."""
    asks = tuple(a for a in question.asks if a not in ("content", "location", "who"))
    if "who" in question.asks and set(asks) <= _BESIDE_WHO:
        return (*asks, "responsible")
    return asks


def intent_of(asks: Sequence[str], records: Sequence[Record]) -> str:
    """The intent of a question about found records: that of the field asked, else that of their kind."""
    for ask in asks:
        if ask in FIELD_INTENTS:
            return FIELD_INTENTS[ask]
    return KIND_INTENTS.get(records[0].kind, "search") if records else "search"
