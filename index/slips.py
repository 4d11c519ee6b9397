"""Typing slips: a word that nobody knows is mended towards one that the plans, places or vocabulary know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from index.language.stems import Language
from index.spans import Word

_SHORTEST_MENDED_CHARS = 5
"""Words shorter than this are never mended: too many others are one slip away."""
_TWO_SLIPS_FROM_CHARS = 8
"""From this length on a word may have two slips."""


@dataclass(frozen=True)
class Slips:
    """Words that are right, and those that slips may be mended to."""

    language: Language
    frequency: Mapping[str, int]
    """Folded words of the catalogue and how often they occur: of two, the slip is mended to the commoner."""
    right: tuple[frozenset[str], ...]
    """Words of places, of ways of asking and of every day: never slips."""
    known: Mapping[tuple[str, int], list[str]]
    """Words that slips may be mended to, by first letter and length."""
    stems: frozenset[str]
    """Stems of those."""

    @classmethod
    def of(
        cls,
        language: Language,
        frequency: Mapping[str, int],
        right: Iterable[frozenset[str]],
        known: Iterable[str],
    ) -> Slips:
        """Slips mended towards the known words, which are few; right words are many."""
        by_start: dict[tuple[str, int], list[str]] = {}
        for word in {*frequency, *known}:
            if word.isalpha() and len(word) >= _SHORTEST_MENDED_CHARS - 1:
                by_start.setdefault((word[0], len(word)), []).append(word)
        stems = frozenset(language.stem(w) for words in by_start.values() for w in words)
        return cls(language, frequency, tuple(right), by_start, stems)

    def mend(self, word: Word) -> Word:
        """Mend one slip (two in long words) in a word that nothing knows; never one with a digit."""
        text = word.text
        if len(text) < _SHORTEST_MENDED_CHARS or not text.isalpha():
            return word
        if text in self.frequency or any(text in words for words in self.right):
            return word
        near = min(self._near(text, self._allowed(text)), default=None)
        return word._replace(text=near[2]) if near else word

    def _allowed(self, text: str) -> int:
        """How many slips a word may have; one fewer when another form of it is known."""
        if self.language.stem(text) in self.stems:
            return int(len(text) >= _TWO_SLIPS_FROM_CHARS - 1)
        return 1 + (len(text) >= _TWO_SLIPS_FROM_CHARS)

    def _near(self, text: str, allowed: int) -> list[tuple[int, int, str]]:
        """Known words at most so many slips away: slips, how common, the word."""
        near = [
            (OSA.distance(text, known, score_cutoff=allowed), -self.frequency.get(known, 0), known)
            for length in range(len(text) - allowed, len(text) + allowed + 1)
            for known in self.known.get((text[0], length), ())
        ]
        return [n for n in near if n[0] <= allowed]
