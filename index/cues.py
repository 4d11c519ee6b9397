"""Ways of asking, from `questions.toml`, and the language that a sentence is in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index.language import fold
from index.phrases import Phrases, PhraseSets
from index.question import Lang
from index.vocabulary import Vocabulary

_TOPICS = ("ask", "beside", "kind", "plan", "role", "status", "when")
"""Tables of several entries: what they ask is the entry's name."""
_SIGNS = ("count", "term", "term_bare", "help")
"""Tables of one entry: said or not."""
_CLEARLY_ENGLISH = 0.5
"""Share of English words among those of either language, above which a question counts as English."""


@dataclass(frozen=True)
class Cues:
    """The phrases of `questions.toml`, each table one set."""

    sets: PhraseSets
    filler: Phrases
    english: frozenset[str]
    """Words said in English only."""
    romanian: frozenset[str]
    """Words said in Romanian only."""
    all_words: frozenset[str]

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Cues:
        """The ways of asking of a vocabulary."""
        table = vocabulary.tables["questions"]
        said = {
            topic: [(p, name) for name, one in table[topic].items() for p in (*one["ro"], *one["en"])]
            for topic in _TOPICS
        }
        said |= {sign: [(p, sign) for p in (*table[sign]["ro"], *table[sign]["en"])] for sign in _SIGNS}
        sets = {name: Phrases(vocabulary.language, pairs, exact=True) for name, pairs in said.items()}
        fillers = [(p, "filler") for p in (*table["filler"]["ro"], *table["filler"]["en"])]
        filler = Phrases(vocabulary.language, fillers, exact=True)
        english, romanian = _words_of_languages(vocabulary, table)
        return cls(
            PhraseSets(vocabulary.language, sets),
            filler,
            english - romanian,
            romanian - english,
            english | romanian,
        )

    def language(self, text: str, folded: Sequence[str], common: Mapping[str, frozenset[str]]) -> Lang:
        """The language most words belong to; Romanian letters decide, and Romanian wins a tie.

        common: words of English only and of Romanian only, by language; may be empty.
        """
        english = sum((w in self.english) + (w in common.get("en", ())) for w in folded)
        romanian = sum((w in self.romanian) + (w in common.get("ro", ())) for w in folded)
        romanian += 2 * bool(re.search("[ăâîșț]", text.lower())) if romanian else 0
        return "en" if english > romanian * (1 / _CLEARLY_ENGLISH - 1) else "ro"


def _words_of_languages(
    vocabulary: Vocabulary, table: dict[str, Any]
) -> tuple[frozenset[str], frozenset[str]]:
    """Words that the vocabulary and the ways of asking hold in English, and in Romanian."""
    said: dict[str, set[str]] = {"ro": set(), "en": set()}
    tables = [t for topic in _TOPICS for t in table[topic].values()]
    tables += [table[name] for name in (*_SIGNS, "filler")]
    for one in tables:
        for lang in ("ro", "en"):
            said[lang].update(w for phrase in one[lang] for w in fold(phrase).split())
    for topic in vocabulary.topics.values():
        for entry in topic.entries.values():
            said["ro"].update(w for phrase in (*entry.words, entry.ro) for w in fold(phrase).split())
            said["en"].update(w for phrase in (*entry.words_en, entry.en) for w in fold(phrase).split())
    stop = vocabulary.stop
    return frozenset(said["en"] | stop["en"]), frozenset(said["ro"] | stop["ro"])
