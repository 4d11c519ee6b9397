"""Records called by their titles: said whole, or from the beginning on."""

from __future__ import annotations

from collections.abc import Sequence

from index.language import fold
from index.numbers import Numbers, at_least
from index.records import Record
from index.scope import Scope

NAME_STEMS = 4
"""Titles with fewer words than this only say a kind and a group."""


def titled_as_said(numbers: Numbers, scope: Scope, least: int = NAME_STEMS) -> Numbers:
    """Records whose whole title was said, else the one that was begun: that one is asked about, not its kind.

    least: words a title must have to be a name.
    """
    terms = scope.index.vocabulary.language.terms
    said = set(terms(scope.question.text))
    held = (scope.index.lookups.having("title", stem) for stem in said)
    near = scope.pick(numbers & at_least(min(least, NAME_STEMS), held))
    begun = [(r, terms(r.title)) for r in near if _begins_with(r, said, scope)]
    whole = [r for r, title in begun if len(set(title)) >= least and set(title) <= said]
    return scope.index.numbers(whole or _begun(begun, scope))


def _begins_with(record: Record, said: set[str], scope: Scope) -> bool:
    """Whether the first word of a title was said; the others need not be looked at then."""
    language = scope.index.vocabulary.language
    first = next((w for w in fold(record.title).split() if w not in language.stop), "")
    return language.stem(first) in said


def _begun(titles: Sequence[tuple[Record, list[str]]], scope: Scope) -> list[Record]:
    """The one record whose title begins with more words, in their order, than any other that was said."""
    text = f" {' '.join(scope.index.vocabulary.language.terms(scope.question.text))} "
    said = [
        (next(n for n in range(len(title), -1, -1) if f" {' '.join([*title[:n], ''])}" in text), record)
        for record, title in titles
    ]
    most = max((n for n, _ in said), default=0)
    longest = [record for n, record in said if n == most]
    return longest if most > NAME_STEMS and len(longest) == 1 else []


def names_one(scope: Scope) -> bool:
    """Whether one thing's name follows: "proiectul …"."""
    words = set(fold(scope.question.text).split())
    return bool(words & set(scope.index.vocabulary.tables["questions"]["heading"]["one"]))
