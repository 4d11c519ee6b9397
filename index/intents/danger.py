"""Whether someone may be in danger, by the rules of `data/vocabulary/danger.toml`.

In: a message, as typed. Out: kinds of danger, which pick the emergency numbers; none when nobody is in danger.
A rule names sets of words that must stand near each other. Nothing is learnt: `explain_danger` says why.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations, product
from typing import Any, NamedTuple

from rapidfuzz.distance import OSA

from index.language import fold
from index.question import Question
from index.vocabulary import Vocabulary

_TOKEN = re.compile(r"[a-z]+|\d+|\.")
_PAUSE = re.compile(r"[!?;\n]+|(?<!\.)\.(?!\.)")
"""Ends of sentences count as a word that belongs to no phrase; dots in a row do not."""
_DRAWN_OUT = re.compile(r"([a-hj-z])\1{2,}")
"""Letters drawn out, as in "ajutooor"; three i stand in "copiii"."""
_NUMBER = "#"
"""Stands for any number in a phrase."""
_ANY = "*"
"""Stands for any ending of a word; alone for any word."""
_SHORTEST_MENDED_CHARS = 5
_TWO_SLIPS_FROM_CHARS = 9
_DEFAULT_GAP_WORDS = 3


class Span(NamedTuple):
    """Words `start` to `end` (end not included) of a message."""

    start: int
    end: int


Labels = dict[str, list[Span]]
Known = Sequence[Collection[str]]
"""Folded words that are no typing slips: those of the plans, everyday words."""


@dataclass(frozen=True)
class Stop:
    """Words that keep a rule from raising the alarm, unless others say that it goes on now."""

    words: frozenset[str]
    lifted_by: frozenset[str]


@dataclass(frozen=True)
class Rule:
    """Sets of words near each other that mean danger, or that together `makes` a set for the rules after it."""

    why: str
    orders: tuple[tuple[frozenset[str], ...], ...]
    gap_words: int
    """Most words between one part and the next."""
    also: frozenset[str]
    """Sets of which one must stand anywhere in the message, when given."""
    shorter_than: int
    """The message must have fewer words, when not 0."""
    kinds: tuple[str, ...]
    makes: str
    unless: tuple[str, ...]

    @classmethod
    def of(cls, raw: Mapping[str, Any]) -> Rule:
        """A rule from the file."""
        parts = [frozenset(part.split("|")) for part in raw["words"]]
        orders = tuple(permutations(parts)) if raw.get("any_order") else (tuple(parts),)
        return cls(
            why=raw["why"],
            orders=orders,
            gap_words=raw.get("within", _DEFAULT_GAP_WORDS),
            also=frozenset(raw.get("also", ())),
            shorter_than=raw.get("shorter_than", 0),
            kinds=tuple(raw.get("kinds", ())),
            makes=raw.get("makes", ""),
            unless=tuple(raw.get("unless", ())),
        )

    def find(self, labels: Labels) -> Iterator[Span]:
        """Where all its parts stand near each other."""
        if self.also and self.also.isdisjoint(labels):
            return
        if not all(any(name in labels for name in part) for part in self.orders[0]):
            return
        for order in self.orders:
            yield from self._chain(order, labels, None, None)

    def _chain(
        self, parts: tuple[frozenset[str], ...], labels: Labels, start: int | None, end: int | None
    ) -> Iterator[Span]:
        if not parts:
            yield Span(start or 0, end or 0)
            return
        for name in parts[0]:
            for span in labels.get(name, ()):
                if end is None or end <= span.start <= end + self.gap_words:
                    first = span.start if start is None else start
                    found = next(self._chain(parts[1:], labels, first, span.end), None)
                    if found:
                        yield found


class _Node:
    """A step in the net of phrases: which words lead on, and the sets of which a phrase ends here."""

    __slots__ = ("beginnings", "lengths", "names", "words")

    def __init__(self) -> None:
        self.words: dict[str, list[_Node]] = {}
        self.beginnings: dict[str, list[_Node]] = {}
        self.lengths: set[int] = set()
        self.names: set[str] = set()

    def steps(self, word: str) -> Iterator[_Node]:
        """Where a word leads: as it stands, or by its beginning."""
        yield from self.words.get(word, ())
        for length in self.lengths:
            yield from self.beginnings.get(word[:length], ())

    def lead(self, word: str, to: _Node) -> None:
        """Let a word of a phrase lead to a step."""
        if word.endswith(_ANY):
            self.beginnings.setdefault(word[:-1], []).append(to)
            self.lengths.add(len(word) - 1)
        else:
            self.words.setdefault(word, []).append(to)


_GROUP = re.compile(r"\(([^)]*)\)(\??)|(\S+?)(\??)(?!\S)")


def choices_of(pattern: str) -> Iterator[tuple[list[tuple[str, ...]], bool]]:
    """The words that may stand at each place of a pattern, and whether the place may be empty.

    >>> list(choices_of("nu mai? (are|vede un) rost*"))
    [([('nu',)], False), ([('mai',)], True), ([('are',), ('vede', 'un')], False), ([('rost*',)], False)]
    """
    for group, group_may_lack, word, may_lack in _GROUP.findall(pattern):
        ways = [way for one in (group or word).split("|") for way in _spellings(one)]
        yield ways, bool(group_may_lack or may_lack)


def _spellings(words: str) -> Iterator[tuple[str, ...]]:
    """Ways to write words of a pattern: `m-a` is also typed `m a` and `ma`."""
    for chosen in product(*(_spellings_of_one(word) for word in words.split())):
        yield tuple(part for way in chosen for part in way)


@lru_cache(maxsize=8192)
def _spellings_of_one(word: str) -> tuple[tuple[str, ...], ...]:
    ending = _ANY if word.endswith(_ANY) else ""
    parts = fold(word).split()
    if word == _NUMBER or not parts:
        return ((word,),)
    apart = (*parts[:-1], parts[-1] + ending)
    return (apart, ("".join(parts) + ending,)) if len(parts) > 1 else (apart,)


class DangerRules:
    """The rules of one vocabulary, ready to be used."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.kinds: tuple[str, ...] = tuple(table["kind"])
        self._rules = [Rule.of(raw) for raw in table["rule"]]
        self._stops = {
            name: Stop(frozenset(raw["words"]), frozenset(raw["lifted_by"]))
            for name, raw in table["stop"].items()
        }
        self._negatable = frozenset(table["negation"]["of"])
        self._not = frozenset(fold(w) for w in table["negation"]["not"])
        self._between = frozenset(fold(w) for w in table["negation"]["between"])
        self._numbers = frozenset(fold(w) for w in table["numbers"]["words"])
        self._net = _Node()
        self._beginnings: set[str] = set()
        self._near: dict[tuple[str, int], list[str]] = {}
        self._lexicon = {fold(w) for w in table["known"]["words"]} | self._numbers
        sets = table["words"]
        for name in sets:
            for pattern in _patterns(name, sets):
                self._add(pattern, name)
        for word in sorted(self._lexicon):
            self._near.setdefault((word[:1], len(word)), []).append(word)

    def _add(self, pattern: str, name: str) -> None:
        """Put a pattern of a set into the net, one step for each place."""
        ends = [self._net]
        for ways, may_lack in choices_of(pattern):
            after = _Node()
            for way in ways:
                self._lexicon.update(word.rstrip(_ANY) for word in way)
                self._beginnings.update(word[:-1] for word in way if word.endswith(_ANY))
                for node in ends:
                    for word in way[:-1]:
                        inner = _Node()
                        node.lead(word, inner)
                        node = inner
                    node.lead(way[-1], after)
            ends = [*ends, after] if may_lack else [after]
        for node in ends:
            node.names.add(name)

    def explain(self, text: str, known: Known = ()) -> dict[str, tuple[str, ...]]:
        """Why a message raises the alarm: reason of each rule that holds → its kinds."""
        words = self._words(text, known)
        labels = self._labels(words)
        stopped = {name: self._is_stopped(stop, labels) for name, stop in self._stops.items()}
        reasons: dict[str, tuple[str, ...]] = {}
        for rule in self._rules:
            too_long = rule.shorter_than and len(words) >= rule.shorter_than
            if too_long or any(stopped[name] for name in rule.unless):
                continue
            if rule.makes:
                labels.setdefault(rule.makes, []).extend(dict.fromkeys(rule.find(labels)))
                if not labels[rule.makes]:
                    del labels[rule.makes]
            elif next(rule.find(labels), None):
                reasons[rule.why] = rule.kinds
                for kind in rule.kinds:
                    labels.setdefault(f"danger-{kind}", [Span(0, 0)])
        return reasons

    def _words(self, text: str, known: Known) -> list[str]:
        """Words of a message, folded, ends of sentences as ".", typing slips mended."""
        marked = ".".join(fold(part) for part in _PAUSE.split(text))
        words = _TOKEN.findall(_DRAWN_OUT.sub(r"\1", marked))
        return [self._mend(w, known) for w in words]

    def _mend(self, word: str, known: Known) -> str:
        """A word that nothing knows, mended towards the words of the rules: one slip, two in long words."""
        if len(word) < _SHORTEST_MENDED_CHARS or not word.isalpha():
            return word
        if word in self._lexicon or any(word in words for words in known):
            return word
        if any(word[:end] in self._beginnings for end in range(_SHORTEST_MENDED_CHARS - 1, len(word) + 1)):
            return word
        plain = word.replace("sh", "s").replace("tz", "t")
        if plain in self._lexicon:
            return plain
        allowed = 2 if len(word) >= _TWO_SLIPS_FROM_CHARS else 1
        near = [
            (OSA.distance(word, other, score_cutoff=allowed), other)
            for length in range(len(word) - allowed, len(word) + allowed + 1)
            if length >= _SHORTEST_MENDED_CHARS
            for other in self._near.get((word[0], length), ())
        ]
        best = min(near, default=(allowed + 1, word))
        return best[1] if best[0] <= allowed else word

    def _labels(self, words: Sequence[str]) -> Labels:
        """Sets of words found, with where; those inside a figure of speech or negated are left out."""
        labels: Labels = {}
        for start in range(len(words)):
            nodes = [self._net]
            for at in range(start, len(words)):
                word = words[at]
                number = word.isdigit() or word in self._numbers
                nodes = [
                    step
                    for node in nodes
                    for step in (*node.steps(word), *(node.steps(_NUMBER) if number else ()))
                ]
                if not nodes:
                    break
                for name in {name for node in nodes for name in node.names}:
                    labels.setdefault(name, []).append(Span(start, at + 1))
        figures = labels.pop("figure", [])
        kept = {
            name: [s for s in spans if not _inside(s, figures) and not self._is_negated(name, s, words)]
            for name, spans in labels.items()
        }
        return {name: spans for name, spans in kept.items() if spans}

    def _is_negated(self, name: str, span: Span, words: Sequence[str]) -> bool:
        """Whether "not" stands before it with nothing but small words between: "nu m-a bătut"."""
        if name not in self._negatable:
            return False
        at = span.start - 1
        while at >= 0 and words[at] in self._between:
            at -= 1
        return at >= 0 and words[at] in self._not and (at == 0 or words[at - 1] != "sa")

    @staticmethod
    def _is_stopped(stop: Stop, labels: Labels) -> bool:
        found = [span for name in stop.words for span in labels.get(name, ())]
        lifting = [span for name in stop.lifted_by for span in labels.get(name, ())]
        return bool(found) and all(_inside(span, found) for span in lifting)


def _patterns(name: str, sets: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Patterns of a set, those of the sets it names with @ included."""
    for pattern in sets[name]:
        if pattern.startswith("@"):
            yield from _patterns(pattern[1:], sets)
        else:
            yield pattern


def _inside(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares a word with another."""
    return any(span.start < other.end and other.start < span.end for other in others)


class _Same:
    """A vocabulary as a key: the same object, not an equal one."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def __hash__(self) -> int:
        return id(self.vocabulary)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.vocabulary is self.vocabulary


@lru_cache(maxsize=4)
def _rules_of(same: _Same) -> DangerRules:
    return DangerRules(same.vocabulary.tables["danger"])


def explain_danger(
    asked: str | Question, vocabulary: Vocabulary, known: Known = ()
) -> dict[str, tuple[str, ...]]:
    """Reason of each rule that holds → its kinds of danger."""
    text = asked if isinstance(asked, str) else asked.text
    return _rules_of(_Same(vocabulary)).explain(text, known)


def find_danger(asked: str | Question, vocabulary: Vocabulary, known: Known = ()) -> tuple[str, ...]:
    """Kinds of danger that the writer, or someone written about, may be in; in the file's order.

    known: words that are no typing slips.
    """
    found = {kind for kinds in explain_danger(asked, vocabulary, known).values() for kind in kinds}
    return tuple(kind for kind in _rules_of(_Same(vocabulary)).kinds if kind in found)


def is_danger(asked: str | Question, vocabulary: Vocabulary) -> bool:
    """Whether the person, or someone they speak of, may be in danger now."""
    return bool(find_danger(asked, vocabulary))
