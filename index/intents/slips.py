"""Words as typed in haste, mended towards the words of the rules: slips, left-out vowels, short forms.

In: the words of a message, folded. Out: the words meant, each in every way it may be read; a short form
may stand for several words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from index.intents.phrases import ANY, Readings
from index.language import fold

Known = Sequence[Collection[str]]
"""Folded words that are no typing slips: those of the plans, everyday words."""

_SHORTEST_MENDED_CHARS = 5
_TWO_SLIPS_FROM_CHARS = 9
_LONGEST_ENDING_CHARS = 3
"""A word is known by its beginning when no more follows: endings, articles."""
_SHORT_WORD_CHARS = 4
"""In a word so short only a letter left out, or two exchanged, is a slip: other letters make other words."""
_FEWEST_CONSONANTS = 3
"""Fewer fit too many words once the vowels are gone."""
_MOST_READINGS = 3
"""Words equally near to a slip that are all tried."""
_VOWELS = "aeiou"


def _without_vowels(word: str) -> str:
    return "".join(letter for letter in word if letter not in _VOWELS)


class Mender:
    """Mends words towards the keys of the rules.

    towards: words of the patterns that words are mended to; those ending in * stand for their beginning.
    keys: all words of the patterns, also those that stop a rule, which nothing is mended to.
    everyday: folded words that resemble keys and are never mended.
    short: what people write short → what it stands for, in words.
    confused: words often typed in place of others → the others; both are tried.
    """

    def __init__(
        self,
        towards: Collection[str],
        keys: Collection[str],
        everyday: Collection[str],
        short: Mapping[str, str],
        confused: Mapping[str, str],
    ) -> None:
        self._keys = frozenset(keys)
        self._everyday = everyday
        self._short = {fold(word): fold(meant).split() for word, meant in short.items()}
        self._confused = {fold(word): (fold(word), fold(meant)) for word, meant in confused.items()}
        self._starting: dict[str, list[str]] = defaultdict(list)
        self._short_words: list[str] = []
        self._skeletons: dict[str, list[str]] = defaultdict(list)
        for key in sorted(towards):
            if len(key) >= _SHORTEST_MENDED_CHARS + 2 * key.endswith(ANY):
                self._starting[key[0]].append(key.rstrip(ANY))
            if key.isalpha() and len(key) >= _SHORT_WORD_CHARS:
                self._skeletons[key[0] + _without_vowels(key[1:])].append(key)
            if key.isalpha() and len(key) in (_SHORT_WORD_CHARS, _SHORT_WORD_CHARS + 1):
                self._short_words.append(key)

    def mend(self, words: Sequence[str], known: Known) -> Iterator[Readings]:
        """The words meant."""
        for word in words:
            if word in self._short:
                yield from ((meant,) for meant in self._short[word])
            else:
                yield self._confused.get(word) or self._mended(word, known)

    def _mended(self, word: str, known: Known) -> Readings:
        if len(word) < _SHORT_WORD_CHARS or any(word in k for k in (self._keys, self._everyday, *known)):
            return (word,)
        shortest = max(_SHORTEST_MENDED_CHARS, len(word) - _LONGEST_ENDING_CHARS)
        if any(word[:end] + ANY in self._keys for end in range(shortest, len(word) + 1)):
            return (word,)
        return self._slips(word) or self._left_out(word) or (word,)

    def _slips(self, word: str) -> Readings:
        """One slip, two in long words; in short ones only a letter left out or two exchanged."""
        if len(word) == _SHORT_WORD_CHARS:
            return tuple(key for key in self._short_words if _is_small_slip(word, key))[:_MOST_READINGS]
        plain = word.replace("sh", "s").replace("tz", "t").replace("k", "c")
        allowed = 2 if len(word) >= _TWO_SLIPS_FROM_CHARS else 1
        starting = self._starting.get(word[0], ())
        near = extract(plain, starting, scorer=OSA.distance, score_cutoff=allowed, limit=_MOST_READINGS)
        return tuple(key for key, distance, _ in near if distance == near[0][1])

    def _left_out(self, word: str) -> Readings:
        """The shortest keys with these consonants, when the word lacks vowels: "btut" is "bătut"."""
        bare = word[0] + _without_vowels(word[1:])
        if len(_without_vowels(word)) < _FEWEST_CONSONANTS:
            return ()
        fitting = [key for key in self._skeletons.get(bare, ()) if len(key) > len(word) and _holds(key, word)]
        return tuple(sorted(fitting, key=len)[:_MOST_READINGS])


def _is_small_slip(word: str, key: str) -> bool:
    """Whether a letter was left out of the key, or two of its letters exchanged; the first letter stands."""
    return (
        key[0] == word[0]
        and OSA.distance(word, key) == 1
        and (len(key) > len(word) or sorted(key) == sorted(word))
    )


def _holds(key: str, word: str) -> bool:
    """Whether the letters of a word stand in the key in their order."""
    letters = iter(key)
    return all(letter in letters for letter in word)
