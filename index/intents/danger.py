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
            kinds=tuple(raw.get("kinds", ())),
            makes=raw.get("makes", ""),
            unless=tuple(raw.get("unless", ())),
        )

    def find(self, labels: Labels) -> Iterator[Span]:
        """Where all its parts stand near each other."""
        if self.also and self.also.isdisjoint(labels):
            return
        for order in self.orders:
            if all(any(name in labels for name in part) for part in order):
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
    """A step in the tree of phrases."""

    __slots__ = ("beginnings", "names", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node] = {}
        self.beginnings: dict[str, _Node] = {}
        self.names: set[str] = set()

    def steps(self, word: str) -> Iterator[_Node]:
        """Where a word leads: as it stands, as a number, by its beginning."""
        if word in self.words:
            yield self.words[word]
        for beginning, node in self.beginnings.items():
            if word.startswith(beginning):
                yield node


_GROUP = re.compile(r"\(([^)]*)\)(\??)|(\S+?)(\??)(?!\S)")


def phrases_of(pattern: str) -> Iterator[tuple[str, ...]]:
    """Phrases that a pattern of the file stands for.

    >>> sorted(" ".join(p) for p in phrases_of("nu mai? (are|vede un) rost*"))
    ['nu are rost*', 'nu mai are rost*', 'nu mai vede un rost*', 'nu vede un rost*']
    """
    choices: list[list[tuple[str, ...]]] = []
    for group, group_may_lack, word, may_lack in _GROUP.findall(pattern):
        ways = [way for one in (group or word).split("|") for way in _spellings(one)]
        choices.append([*ways, ()] if group_may_lack or may_lack else ways)
    for chosen in product(*choices):
        yield tuple(word for way in chosen for word in way)


def _spellings(words: str) -> Iterator[tuple[str, ...]]:
    """Ways to write words of a pattern: `m-a` is also typed `m a` and `ma`."""
    yield from (
        tuple(part for way in chosen for part in way)
        for chosen in product(*(tuple(_spellings_of_one(word)) for word in words.split()))
    )


def _spellings_of_one(word: str) -> Iterator[tuple[str, ...]]:
    ending = _ANY if word.endswith(_ANY) else ""
    parts = fold(word).split()
    if word == _NUMBER or not parts:
        yield (word,)
        return
    yield (*parts[:-1], parts[-1] + ending)
    if len(parts) > 1:
        yield ("".join(parts) + ending,)


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
        self._tree = _Node()
        self._near: dict[tuple[str, int], list[str]] = {}
        self._lexicon = {fold(w) for w in table["known"]["words"]} | self._numbers
        sets = table["words"]
        for name in sets:
            for pattern in _patterns(name, sets):
                for phrase in phrases_of(pattern):
                    self._add(phrase, name)
        for word in sorted(self._lexicon):
            self._near.setdefault((word[:1], len(word)), []).append(word)

    def _add(self, phrase: tuple[str, ...], name: str) -> None:
        node = self._tree
        for word in phrase:
            if word.endswith(_ANY):
                node = node.beginnings.setdefault(word[:-1], _Node())
            else:
                node = node.words.setdefault(word, _Node())
            self._lexicon.add(word.rstrip(_ANY))
        node.names.add(name)

    def explain(self, text: str, known: Collection[str] = ()) -> dict[str, tuple[str, ...]]:
        """Why a message raises the alarm: reason of each rule that holds → its kinds."""
        words = self._words(text, known)
        labels = self._labels(words)
        stopped = {name: self._is_stopped(stop, labels) for name, stop in self._stops.items()}
        reasons: dict[str, tuple[str, ...]] = {}
        for rule in self._rules:
            if any(stopped[name] for name in rule.unless):
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

    def _words(self, text: str, known: Collection[str]) -> list[str]:
        """Words of a message, folded, ends of sentences as ".", typing slips mended."""
        marked = ".".join(fold(part) for part in _PAUSE.split(text))
        words = _TOKEN.findall(_DRAWN_OUT.sub(r"\1", marked))
        return [self._mend(w, known) for w in words]

    def _mend(self, word: str, known: Collection[str]) -> str:
        """A word that nothing knows, mended towards the words of the rules: one slip, two in long words."""
        if len(word) < _SHORTEST_MENDED_CHARS or not word.isalpha():
            return word
        if word in self._lexicon or word in known or any(self._tree.steps(word)):
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
            nodes = [self._tree]
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
    asked: str | Question, vocabulary: Vocabulary, known: Collection[str] = ()
) -> dict[str, tuple[str, ...]]:
    """Reason of each rule that holds → its kinds of danger."""
    text = asked if isinstance(asked, str) else asked.text
    return _rules_of(_Same(vocabulary)).explain(text, known)


def find_danger(
    asked: str | Question, vocabulary: Vocabulary, known: Collection[str] = ()
) -> tuple[str, ...]:
    """Kinds of danger that the writer, or someone written about, may be in; in the file's order.

    known: folded words of the plans, which are no typing slips.
    """
    found = {kind for kinds in explain_danger(asked, vocabulary, known).values() for kind in kinds}
    return tuple(kind for kind in _rules_of(_Same(vocabulary)).kinds if kind in found)


def is_danger(asked: str | Question, vocabulary: Vocabulary) -> bool:
    """Whether the person, or someone they speak of, may be in danger now."""
    return bool(find_danger(asked, vocabulary))
