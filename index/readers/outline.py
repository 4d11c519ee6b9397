"""Readers of prose: `outline` for coded lines under headings, `clauses` for things a sentence describes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from index.readers.draft import Draft, Heading, Place, SourceText, clean, flat, put_path
from index.readers.lists import ListRules
from index.readers.measures import objective_draft
from index.readers.named import groups
from index.readers.tables import is_rule
from index.records import TEXT_FIELDS, Kind, Status

_LIST_RULES = {"responsible": "institutions", "partners": "institutions", "funding": "funding"}


class OutlineHeading(BaseModel):
    """A heading of an outline; groups `label`, `code`, `title`."""

    model_config = ConfigDict(extra="forbid")
    level: int
    pattern: Annotated[re.Pattern[str], groups("label", "code", "title")]
    text_follows: bool = False
    """The heading's words stand in the next paragraph; its path is "label: words"."""

    @model_validator(mode="after")
    def _has_its_words(self) -> Self:
        needed = "label" if self.text_follows else "title"
        if needed not in self.pattern.groupindex:
            raise ValueError(f"the group {needed!r} is missing")
        return self


class OutlineSpec(BaseModel):
    """Keys of a `[[section]]` with reader = "outline"."""

    model_config = ConfigDict(extra="forbid")
    reader: Literal["outline"]
    begins: re.Pattern[str] | None = None
    ends: re.Pattern[str] | None = None
    headings: list[OutlineHeading]
    code: Annotated[re.Pattern[str], groups("code", "title", needed=("code", "title"))]
    """How a measure is written; groups `code` and `title`."""


class ClausesSpec(BaseModel):
    """Keys of a `[[section]]` with reader = "clauses"."""

    model_config = ConfigDict(extra="forbid")
    reader: Literal["clauses"]
    kind: Kind
    status: Status | None = None
    begins: re.Pattern[str] | None = None
    ends: re.Pattern[str] | None = None
    pattern: Annotated[
        re.Pattern[str], groups(*TEXT_FIELDS, *_LIST_RULES, "amount_label", "amount", needed=("title",))
    ]
    """Searched in each line; its groups are fields (`amount_label` and `amount` make the budget)."""
    section: Annotated[re.Pattern[str], groups(*TEXT_FIELDS)] | None = None
    """A line that names the part; its groups (or the whole line) are fields of every record below."""
    whole: list[str] = Field(default_factory=list)
    """List fields whose words are one item."""


def read_outline(source: SourceText, spec: OutlineSpec, first: int, last: int) -> Iterator[Draft]:
    """Drafts of the objectives (headings) and measures (coded lines), in order."""
    headings: list[Heading] = []
    waiting: tuple[int, str, Place] | None = None
    for number in range(first, last + 1):
        text = flat(clean(source.line(number)))
        if not text:
            continue
        found = next(((h, m) for h in spec.headings if (m := h.pattern.match(text))), None)
        if waiting:
            level, label, place = waiting
            heading = Heading(level, f"{label}: {text}", (place, Place(number)), label, text)
            waiting = None
        elif found and found[0].text_follows:
            waiting = (found[0].level, found[1]["label"], Place(number))
            continue
        elif found:
            named = found[1].groupdict()
            heading = Heading(found[0].level, named["title"], (Place(number),), named.get("code"))
        else:
            match = spec.code.match(text)
            if match:
                yield _measure(match, number, headings)
            continue
        headings = [h for h in headings if h.level < heading.level]
        yield objective_draft(heading, headings)
        headings = [*headings, heading]


def _measure(match: re.Match[str], number: int, headings: list[Heading]) -> Draft:
    draft = Draft("measure", (number, number))
    draft.put("code", match["code"], (Place(number),))
    draft.put("title", match["title"], (Place(number),))
    put_path(draft, headings)
    return draft


def read_clauses(
    source: SourceText, spec: ClausesSpec, first: int, last: int, rules: dict[str, ListRules]
) -> Iterator[Draft]:
    """Drafts of what sentences describe; several in one line are several drafts."""
    section: dict[str, tuple[str, Place]] = {}
    for number in range(first, last + 1):
        text = flat(clean(source.line(number)))
        if is_rule(text):
            continue
        head = spec.section.search(text) if spec.section else None
        if head:
            named = head.groupdict() or {"section": head.group()}
            section = {name: (value, Place(number)) for name, value in named.items() if value}
        for match in spec.pattern.finditer(text):
            draft = Draft(spec.kind, (number, number), status=spec.status)
            place = (Place(number),)
            for name, value in match.groupdict().items():
                if value and name in _LIST_RULES:
                    items = [value] if name in spec.whole else rules[_LIST_RULES[name]].split(value)
                    draft.put(name, tuple(items), place)
                elif value and name == "amount":
                    draft.put("budget", {match["amount_label"]: flat(value)}, place)
                elif value and name != "amount_label":
                    draft.put(name, flat(value), place)
            for name, (value, where) in section.items():
                draft.put(name, value, (where,))
            yield draft
