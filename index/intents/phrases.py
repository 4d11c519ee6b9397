"""Phrases of word sets, found in a message all at once.

In: patterns, as `data/vocabulary/danger.toml` explains them, and folded words.
Out: which sets were found, and where.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import product
from typing import NamedTuple

from index.language import fold
from index.language.verbs import Verbs

_PLACE = re.compile(r"\(([^)]*)\)(\??)|(\S+?)(\??)(?!\S)")
"""A place of a pattern: words in brackets or one word, and whether it may lack."""
NUMBER = "#"
ANY = "*"
"""Any ending of a word; alone, any word."""
VERB = "~"
"""After a verb's base form: any of its forms."""

Ways = tuple[tuple[str, ...], ...]
"""Ways to write something, each as words."""
Readings = tuple[str, ...]
"""The words that one typed word may stand for, the likeliest first; at least one."""


class Span(NamedTuple):
    """Words `start` to `end` (end not included) of a message."""

    start: int
    end: int

    def touches(self, others: Sequence[Span]) -> bool:
        """Whether it shares a word with another."""
        return any(self.start < other.end and other.start < self.end for other in others)


def spellings(word: str) -> Ways:
    """Ways to write one word of a pattern: `m-a` is also typed `m a` and `ma`."""
    ending = ANY if word.endswith(ANY) else ""
    parts = fold(word).split()
    if not parts:
        return ((word,),)
    apart = (*parts[:-1], parts[-1] + ending)
    return (apart, ("".join(parts) + ending,)) if len(parts) > 1 else (apart,)


def conjugated(word: str, verbs: Verbs, tense: str | None) -> Ways:
    """Ways to write a word of a pattern; `lovi~` is every form of a verb, in one tense or in all."""
    if not word.endswith(VERB):
        return spellings(word)
    return tuple((form,) for form in verbs.forms(word.rstrip(VERB), tense))


def places_of(
    pattern: str, written: Callable[[str], Ways] = spellings
) -> Iterator[tuple[list[tuple[str, ...]], bool]]:
    """The words that may stand at each place of a pattern, and whether the place may be empty.

    written: the ways to write one word.

    >>> list(places_of("nu mai? (are|vede un) rost*"))
    [([('nu',)], False), ([('mai',)], True), ([('are',), ('vede', 'un')], False), ([('rost*',)], False)]
    """
    for group, group_may_lack, word, may_lack in _PLACE.findall(pattern):
        ways = [
            tuple(part for way in chosen for part in way)
            for one in (group or word).split("|")
            for chosen in product(*map(written, one.split()))
        ]
        yield ways, bool(group_may_lack or may_lack)


class _Step:
    """A step in the net of phrases: where words lead on, and the sets of which a phrase ends here."""

    __slots__ = ("after", "names")

    def __init__(self) -> None:
        self.after: dict[str, list[_Step]] = {}
        self.names: set[str] = set()


def _merged(steps: Sequence[_Step], known: dict[frozenset[_Step], _Step]) -> _Step:
    """One step that leads wherever some steps lead, each word on to one step only.

    known: what was merged already; is added to.
    """
    which = frozenset(steps)
    if which not in known:
        one = known[which] = _Step()
        after: dict[str, list[_Step]] = {}
        for step in dict.fromkeys(steps):
            one.names |= step.names
            for word, following in step.after.items():
                after.setdefault(word, []).extend(following)
        one.after = {word: [_merged(following, known)] for word, following in after.items()}
    return known[which]


class Phrases:
    """A net of phrases, each of one or more sets.

    fillers: folded words that may stand inside any phrase and change nothing ("miroase *tare* a gaz").
    numbers: folded words that count as a number.
    """

    def __init__(self, verbs: Verbs, fillers: Collection[str] = (), numbers: Collection[str] = ()) -> None:
        self.keys: set[str] = set()
        self._beginnings: set[str] = set()
        """Of the keys that end in *, what stands before it."""
        self._verbs = verbs
        self._fillers = fillers
        self._numbers = numbers
        self._net = _Step()

    def add(self, sets: Mapping[str, Sequence[str]], names: Sequence[str]) -> None:
        """Put the patterns of sets into the net; a set may name another: `@hitting`, `@hitting:done`."""
        for name in names:
            patterns = [(pattern, "") for pattern in sets[name]]
            for pattern, tense in patterns:
                if pattern.startswith("@"):
                    other, _, only = pattern[1:].partition(":")
                    patterns += [(inner, only or tense) for inner in sets[other]]
                else:
                    self._add_pattern(pattern, name, tense)

    def merge(self) -> None:
        """Let each word lead on to one step, so that looking for phrases follows few; to be done last."""
        self._net = _merged([self._net], {})

    def _add_pattern(self, pattern: str, name: str, tense: str) -> None:
        ends = [self._net]
        for ways, may_lack in places_of(pattern, partial(conjugated, verbs=self._verbs, tense=tense or None)):
            after = _Step()
            for *first, last in ways:
                self.keys.update((*first, last))
                self._beginnings.update(key[:-1] for key in (*first, last) if key.endswith(ANY))
                for step in ends:
                    for word in first:
                        inner = _Step()
                        step.after.setdefault(word, []).append(inner)
                        step = inner
                    step.after.setdefault(last, []).append(after)
            ends = [*ends, after] if may_lack else [after]
        for step in ends:
            step.names.add(name)

    def find(self, words: Sequence[Readings]) -> dict[str, list[Span]]:
        """The sets found, each with where, in order.

        words: of a message, each in every way it may be read.
        """
        keys = [[key for word in readings for key in self._keys_of(word)] for readings in words]
        found: dict[str, dict[Span, None]] = {}
        for start in range(len(words)):
            steps = [self._net]
            for at in range(start, len(words)):
                reached: list[_Step] = []
                for step in steps:
                    for key in keys[at]:
                        reached += step.after.get(key, ())
                for name in (name for step in reached for name in step.names):
                    found.setdefault(name, {})[Span(start, at + 1)] = None
                steps = reached + steps if at > start and words[at][0] in self._fillers else reached
                if not steps:
                    break
        return {name: list(spans) for name, spans in found.items()}

    def _keys_of(self, word: str) -> list[str]:
        """How patterns may write a word: as it stands, as a number, by its beginning."""
        beginnings = (word[:end] for end in range(len(word) + 1))
        keys = [beginning + ANY for beginning in beginnings if beginning in self._beginnings]
        if word.isdigit() or word in self._numbers:
            keys.append(NUMBER)
        return [word, *keys]
