"""Words of every day, English or Romanian, and the words of the plans they lead to.

From `english.toml` and `everyday.toml`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.phrases import Found, Phrases
from index.question import Slot
from index.spans import Spots, Word
from index.vocabulary import Vocabulary, english_forms

_EITHER = "|"
"""Parts words any of which will do."""


@dataclass(frozen=True)
class Glossary:
    """Phrases that people say, and in how many records the words of a Romanian stem stand."""

    vocabulary: Vocabulary
    phrases: Phrases
    """Each leads to its Romanian words, parted by "|"."""
    stem_counts: Mapping[str, int]

    @classmethod
    def english(cls, vocabulary: Vocabulary, frequency: Mapping[str, int]) -> Glossary:
        """English words. frequency: folded words of the catalogue and how often they occur."""
        words = vocabulary.tables["english"]["words"].items()
        pairs = [(form, _EITHER.join(plan)) for said, plan in words for form in english_forms(said)]
        return cls._of(pairs, vocabulary, frequency)

    @classmethod
    def everyday(cls, vocabulary: Vocabulary, frequency: Mapping[str, int]) -> Glossary:
        """Romanian words of every day. frequency: as for English ones."""
        words = vocabulary.tables["everyday"]["words"].items()
        return cls._of([(said, _EITHER.join(plan)) for said, plan in words], vocabulary, frequency)

    @classmethod
    def _of(
        cls, pairs: list[tuple[str, str]], vocabulary: Vocabulary, frequency: Mapping[str, int]
    ) -> Glossary:
        counts: Counter[str] = Counter()
        for word, count in frequency.items():
            counts[vocabulary.language.stem(word)] += count
        return cls(vocabulary, Phrases(vocabulary.language, pairs, exact=True), counts)

    def translate(self, words: Sequence[Word], spot: Spots) -> list[Slot]:
        """Stems of the plans' words for the phrases that nothing else has taken; marks them taken."""
        found = [f for f in self.phrases.find([w.text for w in words]) if spot.is_free(f)]
        spot.take("translated", [(f.start, f.end) for f in found])
        return [slot for f in found for slot in self._romanian(f, words)]

    def _romanian(self, found: Found, words: Sequence[Word]) -> Iterator[Slot]:
        """Stems of the plans' words for a phrase.

        Single words that will do alike are parted by "|"; of longer wordings, that which the plans use most.
        """
        options = [self.vocabulary.language.terms(option) for option in found.id.split(_EITHER)]
        if all(len(option) <= 1 for option in options):
            best = [_EITHER.join(dict.fromkeys(one for option in options for one in option))]
        else:
            best = max(options, key=self._use)
        for stems in best:
            yield Slot(value=stems, start=words[found.start].start, end=words[found.end - 1].end)

    def _use(self, stems: Sequence[str]) -> float:
        """How much the plans use a wording: its words' records, on average."""
        return sum(self.stem_counts.get(s, 0) for s in stems) / max(1, len(stems))
