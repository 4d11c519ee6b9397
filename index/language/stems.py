"""Stems that do not need diacritics: irregular forms from `data/vocabulary/language.toml`, then Snowball.

Snowball's Romanian stemmer works on diacritics; on folded words it leaves some endings apart
(centru / centre, adăpost / adăposturi). The tails it leaves are cut here, so that all forms meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from index.language.folding import fold


@lru_cache
def _snowball() -> Any:
    """Snowball's Romanian stemmer; imported when a word is met whose stem is not known yet."""
    import snowballstemmer

    return snowballstemmer.stemmer("romanian")


_VERB_ENDINGS = ("eaza", "eaze")
"""Present tense of verbs whose nouns stand in the plans: auditează, auditarea."""
_VERB_ENDINGS_IRE = ("ieste", "iasca", "este", "easca")
"""The same of verbs in -i: primește, să primească, primirea."""
_SHORTEST = 3
"""A stem keeps at least this many letters; shorter ones join unrelated words."""
_INFINITIVES = tuple(
    (ending, noun)
    for noun, endings in {
        "ire": ("iri", "irile", "irilor", "irii"),
        "are": ("ari", "arile", "arilor", "arii"),
    }.items()
    for ending in endings
)


@lru_cache(maxsize=65536)
def _regular_stem(word: str) -> str:
    for plural, singular in _INFINITIVES:
        if word.endswith(plural) and len(word) > len(plural) + _SHORTEST:
            word = word[: -len(plural)] + singular
            break
    for ending in _VERB_ENDINGS_IRE:
        if word.endswith(ending) and len(word) > len(ending) + _SHORTEST:
            return _regular_stem(word[: -len(ending)] + "ire")
    if word.endswith(_VERB_ENDINGS) and len(word) > len("eaza") + _SHORTEST:
        word = word[: -len("eaza")] + "are"
    stem: str = _snowball().stemWord(word)
    if len(stem) > 5 and stem.endswith("ur"):
        stem = stem[:-2]
    while len(stem) > _SHORTEST and stem[-1] in "aeiou":
        stem = stem[:-1]
    return stem


@dataclass(frozen=True)
class Language:
    """The words of `data/vocabulary/language.toml`, and stems made with them."""

    irregular: Mapping[str, str] = field(default_factory=dict)
    stop: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    ready: dict[str, str] = field(default_factory=dict, compare=False)
    """Stems made before, so that a question does not wait for the stemmer to be loaded."""

    def stem(self, word: str) -> str:
        """Stem of a folded word; words with digits stay, and those whose irregular form is their own.

        >>> language = Language({"copii": "copil"})
        >>> [language.stem(w) for w in ("centrelor", "centrul", "centru", "copii", "3")]
        ['centr', 'centr', 'centr', 'copil', '3']
        """
        known = self.ready.get(word)
        if known is not None:
            return known
        if not word.isalpha() or self.irregular.get(word) == word:
            return word
        return _regular_stem(self.irregular.get(word, word))

    def stems(self, text: str) -> list[str]:
        """Stems of a text, in order, stop words included."""
        return [self.stem(word) for word in fold(text).split()]

    def terms(self, text: str) -> list[str]:
        """Stems that mean something: stop words left out."""
        return [self.stem(word) for word in fold(text).split() if word not in self.stop]

    @classmethod
    def of(cls, irregular: Mapping[str, str], stop: Iterable[str], inner: Iterable[str]) -> Language:
        """Language from the tables of the file."""
        return cls(dict(irregular), frozenset(stop), frozenset(inner))


_ROMAN = re.compile(r"^(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$")


def roman_number(word: str) -> int | None:
    """Value of a Roman numeral up to 399, None for anything else.

    >>> roman_number("xvii"), roman_number("mix")
    (17, None)
    """
    if not word or not _ROMAN.match(word):
        return None
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    digits = [values[c] for c in word]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-d if d < after else d for d, after in pairs)
