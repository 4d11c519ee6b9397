"""The words of a question with their spans in the text, and what they are taken as.

In: a text. Out: folded words, which of them are taken, the sentences that ask. Knows no vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from index.language import fold
from index.phrases import Found
from index.places import PlaceFound
from index.question import Slot

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|%")
_QUOTED = re.compile(r"""[„“"«'](?=\S)([^„“”"»']{4,80})[”“"»']""")
_SENTENCE = re.compile(r"[^.!?:;]{12,}(?:[.!?:;]+(?=\s)|$)")
"""A sentence, or several when they are short: "Bună. Aveți creșă?"."""

Span = tuple[int, int]


class Word(NamedTuple):
    """A word of a question: folded, with its span and as it was typed."""

    text: str
    start: int
    end: int
    typed: str


def words_of(text: str) -> list[Word]:
    """The words of a text; what folds to several is one word with dots."""
    out = []
    for match in _WORD.finditer(text):
        folded = fold(match.group())
        if folded:
            out.append(Word(folded.replace(" ", "."), match.start(), match.end(), match.group()))
    return out


def quoted(text: str) -> list[Slot]:
    """The texts in quotes, without the marks."""
    return [Slot(value=m.group(1), start=m.start(1), end=m.end(1)) for m in _QUOTED.finditer(text)]


class Spots:
    """Which words of a question are taken, and as what."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._taken: list[set[str]] = [set() for _ in words]

    def take(self, name: str, spans: Iterable[Span]) -> None:
        """Mark the words of spans."""
        for start, end in spans:
            for n in range(start, end):
                self._taken[n].add(name)

    def has(self, n: int, name: str) -> bool:
        """Whether a word is taken as this."""
        return name in self._taken[n]

    def is_free(self, found: Found) -> bool:
        """Whether nothing named and no way of asking has the words of a phrase, and not all are filler."""
        taken = [self._taken[n] for n in range(found.start, found.end)]
        return not any(t & {"named", "cue", "place", "gloss"} for t in taken) and not all(
            "filler" in t for t in taken
        )

    def is_content(self, n: int) -> bool:
        """A word that says what or for whom: named, or taken by nothing."""
        return self.has(n, "named") or not self._taken[n]

    def slot(self, found: Found) -> Slot:
        """A phrase with its span in the text."""
        return Slot(value=found.id, start=self._words[found.start].start, end=self._words[found.end - 1].end)


def asking_sentences(
    text: str, words: Sequence[Word], asks: Iterable[Found], kinds: Iterable[Found]
) -> list[Span]:
    """Spans of the sentences that ask, of several; the others only tell the story.

    Those that say what is asked for; without such, those with a question mark; then those that name a kind.
    """
    ends = [m.end() for m in _SENTENCE.finditer(text)]
    spans = [(a, b) for a, b in zip([0, *ends], [*ends, len(text)], strict=False) if b > a]
    by_cue = [
        [(a, b) for a, b in spans if any(a <= words[f.start].start < b for f in found)]
        for found in (list(asks), list(kinds))
    ]
    return by_cue[0] or [(a, b) for a, b in spans if text[a:b].rstrip().endswith("?")] or by_cue[1]


def is_in(word: Word, spans: Iterable[Span]) -> bool:
    """Whether a word begins in one of some spans of the text."""
    return any(start <= word.start < end for start, end in spans)


def is_inside(place: PlaceFound, phrases: Iterable[Found]) -> bool:
    """Whether a place's words are all a phrase's."""
    return any(f.start <= place.start and place.end <= f.end for f in phrases)


def is_within(inner: Found, outer: Iterable[Found]) -> bool:
    """Whether a phrase is only a part of a longer name: children in "Save the Children"."""
    return any(
        o.start <= inner.start and inner.end <= o.end and o.end - o.start > inner.end - inner.start
        for o in outer
    )
