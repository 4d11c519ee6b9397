"""What a conversation remembers between two messages: what was read and what was shown.

No sentence is kept: kinds, places, codes and groups as ids, and of other words only stems that the plans hold
themselves. Small, versioned and plain JSON, so that a bot can store it; how long it may do so, it decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from index.intents.base import Outcome
from index.progress import PROGRESS
from index.question import Lang, Question, Slot
from index.records import Frozen
from index.scope import Scope
from index.vocabulary import Vocabulary

MAX_SHOWN = 50
"""Records of an answer that are remembered; a list on a screen is far shorter."""


class Named(Frozen):
    """A place as it was read."""

    value: str
    """ "Name/county code", several with "|" when a name has several counties."""
    as_county: bool = False
    """The county itself was said."""


class Read(Frozen):
    """What was read from a question: ids and codes, none of the person's own words."""

    asks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    places: tuple[Named, ...] = ()
    services: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    """Objectives and projects by number."""
    plan_asks: tuple[str, ...] = ()
    role: str | None = None
    status: str | None = None
    when: str | None = None
    """The time that reports were asked for, by an entry of `[when]`."""
    counting: bool = False
    defining: bool = False
    head: str | None = None
    """Stem of what is asked for a group."""
    stems: tuple[str, ...] = ()
    """Other stems that the plans hold, without which the question would be another one."""
    soft: tuple[str, ...] = ()
    """Stems of the words that asked, as far as the plans hold them."""

    @property
    def says_what(self) -> bool:
        """Whether anything is named beside places: there is something to ask again."""
        what = (self.kinds, self.codes, self.services, self.groups, self.institutions, self.terms, self.dates)
        said = self.headings or self.plan_asks or self.stems or PROGRESS & set(self.asks)
        return any(what) or bool(said)


class Memory(Frozen):
    """What one person's conversation remembers; `Memory()` is a new one."""

    version: Literal[1] = 1
    """Layout of this memory; one of another layout is forgotten, not guessed at."""
    lang: Lang | None = None
    """Language the person wrote in last."""
    county: str | None = None
    """Name of the county the person prefers."""
    read: Read | None = None
    """The last question; None when it cannot be put again for another place."""
    intent: str | None = None
    outcome: Outcome | None = None
    asks: tuple[str, ...] = ()
    """Fields the last question asked about."""
    shown: tuple[str, ...] = ()
    """Ids of the records last shown, in the order of their numbers."""
    total: int = 0
    """How many records the last answer had; more than `shown` when it was a long list."""
    opened: str | None = None
    """Id of the one record spoken of."""


def read_of(question: Question, scope: Scope) -> Read | None:
    """What is remembered of a question; None when it cannot be put again without its own words."""
    if question.complement or question.quoted or any(_is_worded(h) for h in question.headings):
        return None
    index = scope.index
    head = question.head.value if question.head else None
    if head and not index.knows(head):
        return None
    titled = [(s.start, s.end) for s in question.titles]
    named = [(s.start, s.end) for name in _NAMED for s in getattr(question, name)]
    stems = [s.value for s in question.words if ":" not in s.value and not _is_inside(s, [*named, *titled])]
    places = [
        stem for place in question.places for stem in index.vocabulary.language.terms(_name(place.value))
    ]
    return Read(
        **{name: getattr(question, name) for name in _PLAIN},
        counting=question.counting,
        defining=question.defining,
        places=tuple(
            Named(value=slot.value, as_county=place.is_county and not place.is_locality)
            for slot, place in zip(question.places, scope.places, strict=True)
        ),
        **{name: _values(getattr(question, name)) for name in (*_NAMED, "codes", "dates", "headings")}
        | ({} if scope.groups_bind else {"groups": ()}),
        head=head,
        stems=tuple(dict.fromkeys(s for s in stems if index.knows(s))),
        soft=tuple(s for s in question.soft if ":" not in s and index.knows(s) and s not in places),
    )


_PLAIN = ("asks", "kinds", "plan_asks", "role", "status", "when")
_NAMED = ("services", "groups", "institutions", "terms")


def _is_worded(heading: Slot) -> bool:
    """Whether a heading was named by words, which are not kept, and not by number."""
    return ":" not in heading.value


def _is_inside(slot: Slot, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= slot.start and slot.end <= end for start, end in spans)


def _values(slots: Sequence[Slot]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(slot.value for slot in slots))


def _name(value: str) -> str:
    return value.split("|")[0].rpartition("/")[0]


class _Text:
    """A sentence put together again, with the span of each thing in it."""

    def __init__(self) -> None:
        self.text = ""

    def put(self, value: str, shown: str | None = None) -> Slot:
        """Add a thing; its slot."""
        start = len(self.text)
        self.text += shown or value
        slot = Slot(value=value, start=start, end=len(self.text))
        self.text += " "
        return slot


def question_of(read: Read, vocabulary: Vocabulary, lang: Lang) -> Question:
    """A question that asks again what was read; its text is made of ids and codes."""
    table = vocabulary.tables["questions"]
    text = _Text()
    stems = [text.put(stem) for stem in read.stems]
    head = text.put(read.head) if read.head else None
    named = {"services": [text.put(s) for s in read.services]}
    if read.groups:
        # what was read as a group for whom something is asked, must be read so again
        text.put("", table["complement"]["words"][0])
    named["groups"] = [text.put(g) for g in read.groups]
    for name in ("institutions", "terms"):
        entries = vocabulary.topics[name].entries
        named[name] = [text.put(i, entries[i].short if i in entries else None) for i in getattr(read, name)]
    others = {name: tuple(map(text.put, getattr(read, name))) for name in ("codes", "dates", "headings")}
    places = []
    for place in read.places:
        if place.as_county:
            text.put("", table["county"]["before"][0])
        places.append(text.put(place.value, _name(place.value)))
    marks = [
        slot.model_copy(update={"value": f"{name}:{slot.value}"})
        for name, slots in named.items()
        if name != "institutions"
        for slot in slots
    ]
    return Question(
        text=text.text.strip(),
        lang=lang,
        **{name: getattr(read, name) for name in (*_PLAIN, "soft")},
        counting=read.counting,
        defining=read.defining,
        **{name: tuple(slots) for name, slots in named.items()},
        **others,
        places=tuple(places),
        words=(*stems, *marks),
        rest=tuple(s for s in stems if "|" not in s.value),
        head=head,
    )
