"""Whether someone may be in danger, by the rules of `data/vocabulary/danger.toml`.

In: a message, as typed. Out: kinds of danger, which pick the emergency numbers; none when there is none.
A rule names sets of words that must stand near each other. Nothing is learnt: `explain_danger` says why.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, permutations
from typing import Any, Literal

from index.intents.phrases import Phrases, Readings, Span
from index.intents.slips import Known, Mender
from index.language import fold
from index.language.verbs import Verbs
from index.question import Question
from index.vocabulary import Vocabulary

_TOKEN = re.compile(r"[a-z]+|\d+|\.")
_PAUSE = re.compile(r"[!?;\n]+|(?<!\.)\.(?!\.)")
"""Ends of sentences count as a word that belongs to no phrase; dots in a row do not."""
_DRAWN_OUT = re.compile(r"([a-hj-z])\1{2,}")
"""Letters drawn out, as in "ajutooor"; three i stand in "copiii"."""
_END = "."
"""Stands after the last word, as between sentences: a pattern may ask that nothing follows."""
_FIGURE = "figure"
"""The set of figures of speech: what they cover counts for nothing."""

Labels = dict[str, list[Span]]
"""Sets of words and where they were found, in order."""


@dataclass(frozen=True)
class Stop:
    """Sets that keep a rule from raising the alarm, unless others say that it goes on now.

    reach: what it stops: "message", all of it; "sentence", its own sentence and those after; "after", only
    what ends after it begins.
    """

    words: Sequence[str]
    lifted_by: Sequence[str]
    reach: Literal["message", "sentence", "after"] = "message"

    def starts(self, labels: Labels, ends: Sequence[int]) -> int | None:
        """The first word that it stops; None when it does not, or is lifted by words of their own.

        ends: where the sentences end.
        """
        found = [span for name in self.words for span in labels.get(name, ())]
        if not found:
            return None
        lifting = [span for name in self.lifted_by for span in labels.get(name, ())]
        if not all(span.touches(found) for span in lifting):
            return None
        first = min(span.start for span in found)
        if self.reach == "sentence":
            return max((end for end in ends if end < first), default=0)
        return first if self.reach == "after" else 0


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

    @cached_property
    def parts(self) -> tuple[frozenset[str], ...]:
        """Sets of words, one of each of which must be said."""
        return tuple(frozenset(part.split("|")) for part in self.words)

    def may_hold(self, labels: Labels, length_words: int) -> bool:
        """Whether the rule is for messages of this length, and none of its parts is missing altogether."""
        fits = not self.shorter_than or length_words < self.shorter_than
        return fits and not any(map(labels.keys().isdisjoint, self.parts))

    def find(self, labels: Labels) -> Iterator[Span]:
        """Where all its parts stand near each other."""
        if self.also and not any(name in labels for name in self.also):
            return
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


class DangerRules:
    """The rules of one vocabulary, ready to be used."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.kinds: tuple[str, ...] = tuple(table["kind"])
        self._rules = [Rule(**raw) for raw in table["rule"]]
        self._needing: dict[str, list[int]] = {}
        for number, rule in enumerate(self._rules):
            for name in rule.parts[0]:
                self._needing.setdefault(name, []).append(number)
        self._stops = {name: Stop(**raw) for name, raw in table["stop"].items()}
        self._negated = frozenset(table["negation"]["of"])
        self._not = frozenset(map(fold, table["negation"]["not"]))
        self._between = frozenset(map(fold, table["negation"]["between"]))
        numbers = frozenset(map(fold, table["numbers"]["words"]))
        fillers = frozenset(map(fold, table["fillers"]["words"]))
        self._phrases = Phrases(Verbs(table["verbs"]), fillers, numbers)
        stopping = {name for stop in self._stops.values() for name in stop.words} | {_FIGURE}
        self._phrases.add(table["words"], [name for name in table["words"] if name not in stopping])
        towards = frozenset(self._phrases.keys)
        self._phrases.add(table["words"], sorted(stopping))
        self._phrases.merge()
        everyday = {fold(word) for word in table["known"]["words"]} | numbers | fillers
        self._mender = Mender(towards, self._phrases.keys, everyday, table["short"], table["confused"])

    def explain(self, text: str, known: Known = ()) -> dict[str, Sequence[str]]:
        """Why a message raises the alarm: reason of each rule that holds → its kinds."""
        marked = ".".join(map(fold, _PAUSE.split(text)))
        typed = _TOKEN.findall(_DRAWN_OUT.sub(r"\1", marked))
        words = [*self._mender.mend(typed, known), (_END,)]
        labels = self._labels(words)
        stops = self._stopped(labels, words)
        begun = self._begun(labels)
        reasons: dict[str, Sequence[str]] = {}
        for number, rule in enumerate(self._rules):
            if number not in begun or not rule.may_hold(labels, len(words) - 1):
                continue
            end = min((stops[name] for name in rule.unless if name in stops), default=len(words))
            fitting = (span for span in rule.find(labels) if span.end <= end)
            found = list(islice(fitting, None if rule.makes else 1))
            if not found:
                continue
            if rule.makes:
                made = {rule.makes: sorted({*labels.get(rule.makes, ()), *found})}
            else:
                made = {f"danger-{kind}": [Span(0, 0)] for kind in rule.kinds}
                reasons[rule.why] = rule.kinds
            labels |= made
            begun |= self._begun(made)
        return reasons

    def _stopped(self, labels: Labels, words: Sequence[Readings]) -> dict[str, int]:
        """The stops that hold, and the first word that each of them stops."""
        ends = [at for at, readings in enumerate(words) if readings[0] == _END]
        starts = ((name, stop.starts(labels, ends)) for name, stop in self._stops.items())
        return {name: start for name, start in starts if start is not None}

    def _begun(self, names: Iterable[str]) -> set[int]:
        """Rules whose first part is one of some sets that were found; the others cannot hold."""
        return {number for name in names for number in self._needing.get(name, ())}

    def _labels(self, words: Sequence[Readings]) -> Labels:
        """Sets of words found, with where; those inside a figure of speech or negated are left out."""
        found = self._phrases.find(words)
        likeliest = [readings[0] for readings in words]
        figures = found.pop(_FIGURE, ())
        labels = {
            name: [s for s in spans if not s.touches(figures) and not self._is_negated(name, s, likeliest)]
            for name, spans in found.items()
        }
        return {name: spans for name, spans in labels.items() if spans}

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
