"""Headings a question names: a component, an objective by number, by its title or by a text in quotes.

In: a question over one index. Out: the records that stand under every heading named, and the question
without the words that only named it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import or_

from index.codes import plain_code
from index.language import fold
from index.language.stems import roman_number
from index.numbers import Numbers, listed, numbers_of
from index.question import Slot
from index.records import Record
from index.scope import Scope

_ENOUGH = 0.6
"""A heading is named by its words when they make up this share, by weight, of what was said of it."""
_OWN = 0.9
"""A heading that is itself about something, not only placed under it."""


_CLAUSE = re.compile(r"\s*[,(:–-][^,.;:?!()]*")
"""What follows a heading after a comma, a colon, a dash or a bracket."""


def under_headings(scope: Scope) -> Scope:
    """The scope narrowed to what stands under the headings named; as it was when none is."""
    within: Numbers | None = None
    named: list[Record] = []
    for slot in scope.question.headings:
        headings = _headings(slot, scope)
        below = scope.numbers & reduce(or_, (under(h, scope) for h in headings), 0)
        if below:
            within = below if within is None else within & below
            named += headings
    if not within:
        return scope
    spans = [(s.start, s.end) for s in scope.question.headings]
    # "obiectivul XI (persoane cu dizabilități)": the group only says again what the heading is about
    for name in ("groups", "services"):
        spans += [
            (s.start, s.end)
            for s in getattr(scope.question, name)
            if any(scope.index.share(h, frozenset({f"{name}:{s.value}"})) >= _OWN for h in named)
        ]
    spans += _said_again(spans, scope)
    question = scope.question.model_copy(
        update={
            name: tuple(s for s in getattr(scope.question, name) if not _is_inside(s, spans))
            for name in ("services", "groups", "institutions", "words", "rest", "titles")
        }
        | {"quoted": ()}
    )
    return replace(scope, question=question, within=within)


def _said_again(spans: Sequence[tuple[int, int]], scope: Scope) -> list[tuple[int, int]]:
    """The rest of the clause that says a numbered heading again: ", children left behind by migrants"."""
    out = []
    for slot in scope.question.headings:
        clause = _CLAUSE.match(scope.question.text, slot.end)
        if clause and any(clause.start() < start and end <= clause.end() for start, end in spans):
            out.append(clause.span())
    return out


def _is_inside(slot: Slot, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= slot.start and slot.end <= end for start, end in spans)


def under(heading: Record, scope: Scope) -> Numbers:
    """Records that stand under a heading."""
    depth = len(heading.path)
    records = scope.index.records
    return numbers_of(
        n
        for n in listed(scope.index.lookups.having("plan", heading.plan))
        if len(path := records[n].path) > depth
        and path[:depth] == heading.path
        and path[depth].endswith(heading.title)
    )


def _headings(slot: Slot, scope: Scope) -> list[Record]:
    how, _, number = slot.value.partition(":")
    if how == "project":
        return []
    if number:
        found = scope.pick(scope.having("heading", slot.value))
        said = fold(scope.question.text[slot.start : slot.end]).split()[-1:]
        # a Roman numeral means what is printed with one, when there is such a heading
        roman = [] if "".join(said).isdigit() else [h for h in found if not _last_part(h).isdigit()]
        return roman or found
    return _by_words(slot, scope, top=how == "component")


def heading_numbers(heading: Record, levels: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """How people number a heading: ":4", and "general:4" by the level that its code or its place tells.

    levels: words by level, from `[heading.levels]` of `questions.toml`.
    """
    last = _last_part(heading)
    number = int(last) if last.isdigit() else roman_number(last)
    if number is None:
        return
    said = {name for name, words in levels.items() if set(words) & set(fold(heading.code or "").split())}
    yield from (f"{level}:{number}" for level in ("", *(said or {"specific" if heading.path else "general"})))


def _last_part(heading: Record) -> str:
    return plain_code(heading.code or "").split(".")[-1]


def _by_words(slot: Slot, scope: Scope, top: bool) -> list[Record]:
    """The heading whose title holds most of the words said of it; none when that is too little.

    top: only headings above all others, without a code.
    """
    terms = scope.index.vocabulary.language.terms
    places = {w for s in scope.question.places for w in terms(scope.question.text[s.start : s.end])}
    said = set(terms(scope.question.text[slot.start : slot.end])) - places
    stems = {s for s in said if scope.index.knows(s)}
    whole = sum(map(scope.index.weight, stems))
    if not whole:
        return []
    objectives = scope.pick(scope.having("kind", "objective") & scope.index.titled(*stems))
    headings = [h for h in objectives if not top or not (h.path or h.code)]
    shares = [(sum(map(scope.index.weight, stems & set(terms(h.title)))) / whole, h) for h in headings]
    best = max((share for share, _ in shares), default=0.0)
    return [h for share, h in shares if share == best] if best >= _ENOUGH else []
