"""The places that a question names: those that the lists of places have, and those that nothing has.

In: the words of a question and what the vocabulary found in them. Out: places as "name/county code".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from index.phrases import Found
from index.places import Place, PlaceFound, Places
from index.question import UNKNOWN_PLACE
from index.spans import Span, Word, is_inside
from index.vocabulary import Vocabulary

_BIG_TOWN = 15_000
"""Inhabitants from which a town is known by its bare name."""
_SHORTEST_NAME_CHARS = 3
"""Shorter names of places are taken for words."""

Valued = tuple[PlaceFound, str]
"""A place's words, and "name/county code", several parted by "|" when a name has several counties."""


def is_known_place(places: Iterable[Place]) -> bool:
    """Whether people know one of some places by its bare name."""
    return any(p.from_plan or p.kind == "county" or p.population >= _BIG_TOWN for p in places)


@dataclass(frozen=True)
class Gazetteer:
    """Finds places in questions, with one list of places and one vocabulary."""

    places: Places
    vocabulary: Vocabulary
    everyday: tuple[Collection[str], ...]
    """Words of the plans and of every day; a small place of such a name needs its capital."""
    is_word: Callable[[str], bool]
    """Whether anything knows a word, in any form; what nothing knows may be a place's name."""

    @property
    def _locative(self) -> Mapping[str, Any]:
        table: Mapping[str, Any] = self.vocabulary.tables["questions"]["locative"]
        return table

    def find(self, text: str, words: Sequence[Word], named: Mapping[str, Sequence[Found]]) -> list[Valued]:
        """The places named, those that stand in an institution's name only when there is no other.

        named: what the vocabulary found, by topic.
        """
        others = [*named["groups"], *named["services"]]
        places = [
            (place, value)
            for place, value in self._listed(words)
            if not self._is_other(place, words, others) and not self._is_of_name(place, words, named)
        ]
        places = [(p, v) for p, v in places if not is_inside(p, named["institutions"])] or places
        taken = [(f.start, f.end) for found in named.values() for f in found]
        taken += [(p.start, p.end) for p, _ in places]
        return [*places, *((p, UNKNOWN_PLACE) for p in self._strange(text, words, taken))]

    def _listed(self, words: Sequence[Word]) -> Iterator[Valued]:
        """Places that the lists have."""
        for found in self.places.find([w.text for w in words]):
            before = words[found.start - 1].text if found.start else ""
            word = words[found.start]
            if self.places.is_everyday([w.typed for w in words[found.start : found.end]], before):
                continue
            capital = word.typed[:1].isupper() and not all(w.typed.isupper() for w in words)
            strange = not any(word.text in known for known in self.everyday)
            likely = capital or (before in self._locative["words"] and strange)
            named = [p for p in found.places if likely or is_known_place([p])]
            if not named or (found.end - found.start == 1 and len(word.text) < _SHORTEST_NAME_CHARS):
                continue
            known = [p for p in named if p.from_plan or p.kind == "county"] or named
            yield found, "|".join(dict.fromkeys(f"{p.name}/{p.county}" for p in known))

    def _is_other(self, found: PlaceFound, words: Sequence[Word], taken: Iterable[Found]) -> bool:
        """Whether the words of a place mean a group or a service here: Roma, voluntarilor."""
        if not is_inside(found, taken):
            return False
        before = words[found.start - 1].text if found.start else ""
        named = words[found.start].typed[:1].isupper() or before in self._locative["words"]
        return not (is_known_place(found.places) and named)

    def _is_of_name(
        self, place: PlaceFound, words: Sequence[Word], named: Mapping[str, Sequence[Found]]
    ) -> bool:
        """Whether a place only stands in an institution's name: Crucea Roșie, but not DGASPC Iași."""
        for f in named["institutions"]:
            if f.start <= place.start and place.end <= f.end:
                without = [words[n].text for n in range(f.start, f.end) if not place.start <= n < place.end]
                return not any(self.vocabulary.institutions.asked.find(without))
        return False

    def _strange(self, text: str, words: Sequence[Word], taken: Iterable[Span]) -> Iterator[PlaceFound]:
        """Names that stand where a place stands and that nothing knows: "în Nicăierești", "comuna x".

        taken: spans of words that mean something else.
        """
        locative = self._locative
        inside = {n for start, end in taken for n in range(start, end)}
        for n, (before, word) in enumerate(pairwise(words), 1):
            apart = text[before.end : word.start].strip(" .")
            if apart or n in inside or not word.text.isalpha() or self.is_word(word.text):
                continue
            like_name = word.typed[:1].isupper() and not word.typed.isupper()
            like_name = like_name or word.text.endswith(tuple(locative["strange_endings"]))
            if before.text in locative["kinds"] or (before.text in locative["strange_after"] and like_name):
                yield PlaceFound(n, n + 1, ())
