"""What was read from a sentence: what it names, with spans in the text, and what is asked about it.

`understanding` reads it; the intents answer it. Holds no words for people.
"""

from __future__ import annotations

from typing import Literal

from index.records import Frozen

Lang = Literal["ro", "en"]

UNKNOWN_PLACE = "?/?"
"""Value of a place that stands where a place stands, but is in no list of places."""


class Slot(Frozen):
    """Something a question names: what it is, and where it stands in the text as typed."""

    value: str
    start: int
    end: int


class Question(Frozen):
    """What was read from a sentence."""

    text: str
    """The sentence as typed."""
    lang: Lang
    """Language of the sentence."""
    asks: tuple[str, ...] = ()
    """Fields asked about (`responsible`, `deadline`, …), in order."""
    kinds: tuple[str, ...] = ()
    """Kinds of record named."""
    codes: tuple[Slot, ...] = ()
    """Codes in plain form."""
    places: tuple[Slot, ...] = ()
    """Places as "name/county code", or UNKNOWN_PLACE."""
    services: tuple[Slot, ...] = ()
    groups: tuple[Slot, ...] = ()
    institutions: tuple[Slot, ...] = ()
    terms: tuple[Slot, ...] = ()
    dates: tuple[Slot, ...] = ()
    """ISO dates."""
    plan_asks: tuple[str, ...] = ()
    """What is asked about a plan itself: valid, act, period, list."""
    role: str | None = None
    """Whether an institution is looked for as responsible or partner."""
    status: str | None = None
    """State of a service that is asked for."""
    when: str | None = None
    """The time that reports are asked for, by today: an entry of `[when]` of `questions.toml`."""
    counting: bool = False
    """How many?"""
    defining: bool = False
    """What does it mean?"""
    bare: bool = False
    """"What is …" with nothing else asked."""
    titles: tuple[Slot, ...] = ()
    """Names of records, as their ids parted by "|"."""
    headings: tuple[Slot, ...] = ()
    """Headings named: "component", "title", or an objective's level and number ("general:15", ":4")."""
    quoted: tuple[str, ...] = ()
    """Texts in quotes."""
    helping: bool = False
    """What can you do?"""
    words: tuple[Slot, ...] = ()
    """Stems of the words that say what or for whom, and marks of what they name ("groups:children")."""
    soft: tuple[str, ...] = ()
    """Stems of places and of words that ask ("servicii", "beneficiari"): they may stand in titles too."""
    rest: tuple[Slot, ...] = ()
    """Folded words that nothing recognised."""
    head: Slot | None = None
    """What is asked for a group, when nothing recognised it: a camp in "a camp for children"."""
    complement: str | None = None
    """What a thing is for, when nothing recognised it: dogs in "a shelter for dogs"."""

    @property
    def known_places(self) -> tuple[Slot, ...]:
        """The places named that some list of places has."""
        return tuple(s for s in self.places if s.value != UNKNOWN_PLACE)

    @property
    def has_unknown_place(self) -> bool:
        """Whether a place is named that no list has."""
        return len(self.known_places) < len(self.places)

    def line(self) -> str:
        """One canonical line, for tests and for saying why."""
        parts = []
        for name in ("asks", "kinds", "plan_asks"):
            if getattr(self, name):
                parts.append(f"{name}={','.join(getattr(self, name))}")
        for name in ("codes", "places", "services", "groups", "institutions", "terms", "dates", "rest"):
            if getattr(self, name):
                parts.append(f"{name}={','.join(s.value for s in getattr(self, name))}")
        for name in ("role", "status", "when"):
            if getattr(self, name):
                parts.append(f"{name}={getattr(self, name)}")
        parts += [name for name in ("counting", "defining", "bare", "helping") if getattr(self, name)]
        return f"{self.lang} " + " ".join(parts)
