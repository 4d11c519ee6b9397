"""English words of the plans' subjects and the Romanian words they lead to, from `english.toml`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.question import Slot
from index.spans import Spots, Word
from index.vocabulary import Found, Phrases, Vocabulary, english_forms

_EITHER = "|"
"""Parts words any of which will do."""


@dataclass(frozen=True)
class Glossary:
    """English phrases, and in how many records the words of a Romanian stem stand."""

    vocabulary: Vocabulary
    phrases: Phrases
    """Each leads to its Romanian words, parted by "|"."""
    stem_counts: Mapping[str, int]

    @classmethod
    def of(cls, vocabulary: Vocabulary, frequency: Mapping[str, int]) -> Glossary:
        """The glossary of a vocabulary. frequency: folded words of the catalogue and how often they occur."""
        pairs = [
            (form, _EITHER.join(romanian))
            for english, romanian in vocabulary.tables["english"]["words"].items()
            for form in english_forms(english)
        ]
        counts: Counter[str] = Counter()
        for word, count in frequency.items():
            counts[vocabulary.language.stem(word)] += count
        return cls(vocabulary, Phrases(vocabulary.language, pairs, exact=True), counts)

    def translate(self, words: Sequence[Word], spot: Spots) -> list[Slot]:
        """Stems of Romanian words for the English phrases that nothing else has taken; marks them taken."""
        found = [f for f in self.phrases.find([w.text for w in words]) if spot.is_free(f)]
        spot.take("english", [(f.start, f.end) for f in found])
        return [slot for f in found for slot in self._romanian(f, words)]

    def _romanian(self, found: Found, words: Sequence[Word]) -> Iterator[Slot]:
        """Stems of the Romanian words for an English phrase.

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
