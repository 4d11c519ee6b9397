"""Phrases and where they stand in folded words.

In: phrases, each with what it means, and the words of a text. Out: what is found, and at which words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from index.language import fold
from index.language.stems import Language


class Found(NamedTuple):
    """A phrase found in a text: words `start` to `end` (end not included) mean entry `id`."""

    start: int
    end: int
    id: str


class Phrases:
    """Phrases of a vocabulary, found longest first in folded words.

    exact: small inner words count too; for ways of asking ("când e", "ce an"), which consist of them.
    """

    def __init__(self, language: Language, pairs: Iterable[tuple[str, str]], exact: bool = False) -> None:
        self._language = language
        self._inner = frozenset() if exact else language.inner
        self._tree: dict[str, Any] = {}
        for phrase, entry in pairs:
            self._add(phrase, entry)

    def _add(self, phrase: str, entry: str) -> None:
        key = self.key(fold(phrase).split())
        if not key:
            return
        node = self._tree
        for stem in key:
            node = node.setdefault(stem, {})
        node.setdefault("", entry)

    def key(self, words: Sequence[str]) -> tuple[str, ...]:
        """Stems of a phrase, small inner words left out."""
        stems = [self._language.stem(w) for w in words if w not in self._inner]
        return tuple(stems or [self._language.stem(w) for w in words])

    @property
    def first_stems(self) -> Iterable[str]:
        """Stems that phrases begin with."""
        return self._tree.keys()

    def find(self, words: Sequence[str]) -> list[Found]:
        """Phrases in folded words, left to right, the longest at each place, none overlapping."""
        stems = list(map(self._language.stem, words))
        out: list[Found] = []
        for start, stem in enumerate(stems):
            if stem in self._tree and not (out and start < out[-1].end):
                found = self.longest(words, stems, start)
                out += [found] if found else []
        return out

    def beginnings(self, words: Sequence[str]) -> list[str]:
        """Entries of all phrases that some folded words begin with, the shortest first."""
        node, out = self._tree, []
        for word in words:
            step = node.get(self._language.stem(word))
            if step is None:
                if word in self._inner:
                    continue
                break
            node = step
            out += [node[""]] if "" in node else []
        return out

    def longest(self, words: Sequence[str], stems: Sequence[str], start: int) -> Found | None:
        """The longest phrase that begins at a word. stems: those of all the words."""
        node, best = self._tree, None
        for at in range(start, len(words)):
            step = node.get(stems[at])
            if step is None:
                if at > start and words[at] in self._inner:
                    continue
                break
            node = step
            if "" in node:
                best = Found(start, at + 1, node[""])
        return best


class PhraseSets:
    """Sets of phrases by name, found in the same words at once.

    Of many sets few have a phrase that begins with a word of a sentence; only those are looked into.
    """

    def __init__(self, language: Language, sets: Mapping[str, Phrases]) -> None:
        self._language = language
        self._sets = dict(sets)
        self._beginning: dict[str, list[str]] = {}
        for name, phrases in sets.items():
            for stem in phrases.first_stems:
                self._beginning.setdefault(stem, []).append(name)

    def find(self, words: Sequence[str]) -> dict[str, list[Found]]:
        """What each set finds in folded words, as `Phrases.find` does; empty where it finds nothing."""
        stems = list(map(self._language.stem, words))
        out: dict[str, list[Found]] = {name: [] for name in self._sets}
        for start, stem in enumerate(stems):
            for name in self._beginning.get(stem, ()):
                before = out[name]
                if before and start < before[-1].end:
                    continue
                found = self._sets[name].longest(words, stems, start)
                before += [found] if found else []
        return out
