"""Whether someone may be in danger, by the rules of `data/vocabulary/danger.toml`.

In: a message, as typed. Out: kinds of danger, which pick the emergency numbers; none when there is none.
A rule names sets of words that must stand near each other. Nothing is learnt: `explain_danger` says why.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice, permutations, product
from typing import Any, NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from index.language import fold
from index.question import Question
from index.vocabulary import Vocabulary

_TOKEN = re.compile(r"[a-z]+|\d+|\.")
_PAUSE = re.compile(r"[!?;\n]+|(?<!\.)\.(?!\.)")
"""Ends of sentences count as a word that belongs to no phrase; dots in a row do not."""
_DRAWN_OUT = re.compile(r"([a-hj-z])\1{2,}")
"""Letters drawn out, as in "ajutooor"; three i stand in "copiii"."""
_PLACE = re.compile(r"\(([^)]*)\)(\??)|(\S+?)(\??)(?!\S)")
"""A place of a pattern: words in brackets or one word, and whether it may lack."""
_FIGURE = "figure"
"""The set of figures of speech: what they cover counts for nothing."""
_NUMBER = "#"
_ANY = "*"
"""Any ending of a word; alone, any word."""
_SHORTEST_MENDED_CHARS = 5
_TWO_SLIPS_FROM_CHARS = 9
_LONGEST_ENDING_CHARS = 3
"""A word is known by its beginning when no more follows: endings, articles."""


class Span(NamedTuple):
    """Words `start` to `end` (end not included) of a message."""

    start: int
    end: int

    def touches(self, others: Sequence[Span]) -> bool:
        """Whether it shares a word with another."""
        return any(self.start < other.end and other.start < self.end for other in others)


Labels = dict[str, list[Span]]
"""Sets of words and where they were found, in order."""
Known = Sequence[Collection[str]]
"""Folded words that are no typing slips: those of the plans, everyday words."""


@dataclass(frozen=True)
class Stop:
    """Sets that keep a rule from raising the alarm, unless others say that it goes on now."""

    words: Sequence[str]
    lifted_by: Sequence[str]

    def holds(self, labels: Labels) -> bool:
        """Whether it stops: found, and not lifted by words of their own."""
        found = [span for name in self.words for span in labels.get(name, ())]
        lifting = [span for name in self.lifted_by for span in labels.get(name, ())]
        return bool(found) and all(span.touches(found) for span in lifting)


@dataclass(frozen=True)
class Rule:
    """A rule with the keys of the file, where they are explained."""

    why: str
    words: Sequence[str]
    within: int = 3
    any_order: bool = False
    also: Sequence[str] = ()
    shorter_than: int = 0
    kinds: Sequence[str] = ()
    makes: str = ""
    unless: Sequence[str] = ()

    @cached_property
    def _orders(self) -> list[tuple[list[str], ...]]:
        parts = tuple(part.split("|") for part in self.words)
        return list(permutations(parts)) if self.any_order else [parts]

    def fits(self, length_words: int) -> bool:
        """Whether the rule is for messages of this length."""
        return not self.shorter_than or length_words < self.shorter_than

    def find(self, labels: Labels) -> Iterator[Span]:
        """Where all its parts stand near each other."""
        if self.also and not any(name in labels for name in self.also):
            return
        if all(any(name in labels for name in part) for part in self._orders[0]):
            for order in self._orders:
                yield from self._chain(order, labels)

    def _chain(
        self, parts: tuple[list[str], ...], labels: Labels, so_far: Span | None = None
    ) -> Iterator[Span]:
        if so_far and not parts:
            yield so_far
            return
        for spans in (labels.get(name, []) for name in parts[0]):
            for span in spans[bisect_left(spans, (so_far.end,)) if so_far else 0 :]:
                if so_far and span.start > so_far.end + self.within:
                    break
                longer = Span(so_far.start if so_far else span.start, span.end)
                yield from islice(self._chain(parts[1:], labels, longer), 1)


class _Step:
    """A step in the net of phrases: where words lead on, and the sets of which a phrase ends here."""

    __slots__ = ("after", "names")

    def __init__(self) -> None:
        self.after: dict[str, list[_Step]] = {}
        self.names: set[str] = set()


@lru_cache(maxsize=8192)
def _spellings(word: str) -> tuple[tuple[str, ...], ...]:
    """Ways to write one word of a pattern: `m-a` is also typed `m a` and `ma`."""
    ending = _ANY if word.endswith(_ANY) else ""
    parts = fold(word).split()
    if not parts:
        return ((word,),)
    apart = (*parts[:-1], parts[-1] + ending)
    return (apart, ("".join(parts) + ending,)) if len(parts) > 1 else (apart,)


def places_of(pattern: str) -> Iterator[tuple[list[tuple[str, ...]], bool]]:
    """The words that may stand at each place of a pattern, and whether the place may be empty.

    >>> list(places_of("nu mai? (are|vede un) rost*"))
    [([('nu',)], False), ([('mai',)], True), ([('are',), ('vede', 'un')], False), ([('rost*',)], False)]
    """
    for group, group_may_lack, word, may_lack in _PLACE.findall(pattern):
        ways = [
            tuple(part for way in chosen for part in way)
            for one in (group or word).split("|")
            for chosen in product(*map(_spellings, one.split()))
        ]
        yield ways, bool(group_may_lack or may_lack)


class DangerRules:
    """The rules of one vocabulary, ready to be used."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.kinds: tuple[str, ...] = tuple(table["kind"])
        self._rules = [Rule(**raw) for raw in table["rule"]]
        self._stops = {name: Stop(**raw) for name, raw in table["stop"].items()}
        self._negated = frozenset(table["negation"]["of"])
        self._not = frozenset(map(fold, table["negation"]["not"]))
        self._between = frozenset(map(fold, table["negation"]["between"]))
        self._numbers = frozenset(map(fold, table["numbers"]["words"]))
        self._known = {fold(word) for word in table["known"]["words"]} | self._numbers
        self._net = _Step()
        self._keys: set[str] = set()
        stopping = {name for stop in self._stops.values() for name in stop.words} | {_FIGURE}
        self._add(table["words"], [name for name in table["words"] if name not in stopping])
        self._mended_to: dict[str, list[str]] = {}
        for key in sorted(self._keys):
            if len(key) >= _SHORTEST_MENDED_CHARS + 2 * key.endswith(_ANY):
                self._mended_to.setdefault(key[0], []).append(key.rstrip(_ANY))
        self._add(table["words"], sorted(stopping))

    def _add(self, sets: Mapping[str, Sequence[str]], names: Sequence[str]) -> None:
        """Put the patterns of sets into the net; a set may name another with @."""
        for name in names:
            patterns = list(sets[name])
            for pattern in patterns:
                if pattern.startswith("@"):
                    patterns += sets[pattern[1:]]
                else:
                    self._add_pattern(pattern, name)

    def _add_pattern(self, pattern: str, name: str) -> None:
        ends = [self._net]
        for ways, may_lack in places_of(pattern):
            after = _Step()
            for *first, last in ways:
                self._keys.update((*first, last))
                for step in ends:
                    for word in first:
                        inner = _Step()
                        step.after.setdefault(word, []).append(inner)
                        step = inner
                    step.after.setdefault(last, []).append(after)
            ends = [*ends, after] if may_lack else [after]
        for step in ends:
            step.names.add(name)

    def explain(self, text: str, known: Known = ()) -> dict[str, Sequence[str]]:
        """Why a message raises the alarm: reason of each rule that holds → its kinds."""
        marked = ".".join(map(fold, _PAUSE.split(text)))
        words = [self._mend(word, known) for word in _TOKEN.findall(_DRAWN_OUT.sub(r"\1", marked))]
        labels = self._labels(words)
        stopped = {name for name, stop in self._stops.items() if stop.holds(labels)}
        reasons: dict[str, Sequence[str]] = {}
        for rule in self._rules:
            if stopped.intersection(rule.unless) or not rule.fits(len(words)):
                continue
            found = list(islice(rule.find(labels), None if rule.makes else 1))
            if found and rule.makes:
                labels[rule.makes] = sorted({*labels.get(rule.makes, ()), *found})
            elif found:
                reasons[rule.why] = rule.kinds
                labels |= {f"danger-{kind}": [Span(0, 0)] for kind in rule.kinds}
        return reasons

    def _mend(self, word: str, known: Known) -> str:
        """A word that nothing knows, mended towards the words of the rules: one slip, two in long words."""
        if len(word) < _SHORTEST_MENDED_CHARS or any(word in k for k in (self._keys, self._known, *known)):
            return word
        shortest = max(_SHORTEST_MENDED_CHARS, len(word) - _LONGEST_ENDING_CHARS)
        if any(word[:end] + _ANY in self._keys for end in range(shortest, len(word) + 1)):
            return word
        plain = word.replace("sh", "s").replace("tz", "t")
        allowed = 2 if len(word) >= _TWO_SLIPS_FROM_CHARS else 1
        near = extractOne(plain, self._mended_to.get(word[0], ()), scorer=OSA.distance, score_cutoff=allowed)
        return near[0] if near else word

    def _labels(self, words: Sequence[str]) -> Labels:
        """Sets of words found, with where; those inside a figure of speech or negated are left out."""
        keys = [self._keys_of(word) for word in words]
        found: dict[str, dict[Span, None]] = {}
        for start in range(len(words)):
            steps = [self._net]
            for at in range(start, len(words)):
                steps = [after for step in steps for key in keys[at] for after in step.after.get(key, ())]
                if not steps:
                    break
                for name in (name for step in steps for name in step.names):
                    found.setdefault(name, {})[Span(start, at + 1)] = None
        figures = list(found.pop(_FIGURE, ()))
        labels = {
            name: [s for s in spans if not s.touches(figures) and not self._is_negated(name, s, words)]
            for name, spans in found.items()
        }
        return {name: spans for name, spans in labels.items() if spans}

    def _keys_of(self, word: str) -> list[str]:
        """How patterns may write a word: as it stands, as a number, by its beginning."""
        numbers = [_NUMBER] if word.isdigit() or word in self._numbers else []
        keys = [word, *numbers, *(word[:end] + _ANY for end in range(len(word) + 1))]
        return [key for key in keys if key in self._keys]

    def _is_negated(self, name: str, span: Span, words: Sequence[str]) -> bool:
        """Whether "not" stands before it with nothing but small words between: "nu m-a bătut"."""
        at = span.start - 1
        while name in self._negated and at >= 0 and words[at] in self._between:
            at -= 1
        is_wish = at > 0 and words[at - 1] == "sa"
        return name in self._negated and at >= 0 and words[at] in self._not and not is_wish


def danger_rules(vocabulary: Vocabulary) -> DangerRules:
    """The rules of a vocabulary, made once; a build keeps them made."""
    rules: DangerRules = vocabulary.ready.get("danger") or DangerRules(vocabulary.tables["danger"])
    vocabulary.ready["danger"] = rules
    return rules


def explain_danger(
    asked: str | Question, vocabulary: Vocabulary, known: Known = ()
) -> dict[str, Sequence[str]]:
    """Reason of each rule that holds → its kinds of danger."""
    return danger_rules(vocabulary).explain(asked if isinstance(asked, str) else asked.text, known)


def find_danger(asked: str | Question, vocabulary: Vocabulary, known: Known = ()) -> tuple[str, ...]:
    """Kinds of danger that the writer, or someone written about, may be in; in the file's order."""
    found = {kind for kinds in explain_danger(asked, vocabulary, known).values() for kind in kinds}
    return tuple(kind for kind in danger_rules(vocabulary).kinds if kind in found)
