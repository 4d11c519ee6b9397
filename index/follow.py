"""The words that continue a conversation, from `[follow]` of `questions.toml`, and what a message says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from index.language import fold
from index.question import Lang, Question
from index.vocabulary import Vocabulary

_MOST_DIGITS = 3
"""Longer numbers are codes or years, never places in a list."""
Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Follow:
    """The table `[follow]`, folded: phrases by what they are for and by language."""

    phrases: dict[str, dict[Phrase, Lang | None]]
    """A phrase's language; None when both have it."""
    ordinals: dict[Phrase, int]
    """Place in a list, from 1; from -1 when counted from the end."""
    county_before: frozenset[str]
    county_after: frozenset[str]

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Follow:
        """The table of a vocabulary."""
        table = vocabulary.tables["questions"]
        phrases: dict[str, dict[Phrase, Lang | None]] = {}
        for name, said in table["follow"].items():
            if name == "ordinals":
                continue
            ro, en = (set(map(_folded, said[lang])) for lang in ("ro", "en"))
            both: dict[Phrase, Lang | None] = dict.fromkeys(ro & en)
            phrases[name] = both | dict.fromkeys(ro - en, "ro") | dict.fromkeys(en - ro, "en")
        ordinals = {_folded(word): number for word, number in table["follow"]["ordinals"].items()}
        county = table["county"]
        return cls(phrases, ordinals, frozenset(county["before"]), frozenset(county["after"]))

    def words_in(self, *names: str) -> frozenset[str]:
        """The words of some tables."""
        return frozenset(w for name in names for phrase in self.phrases[name] for w in phrase)

    @cached_property
    def choosing(self) -> frozenset[str]:
        """Words that may stand beside a number: "deschide 2"."""
        return self.words_in("choosing")

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that only continue, point or choose."""
        return self.words_in("opening", "pointing", "choosing")

    @cached_property
    def shared(self) -> frozenset[str]:
        """Words that stand in a message of either language and tell neither."""
        return frozenset(
            w for table in self.phrases.values() for p, lang in table.items() if not lang for w in p
        )

    @cached_property
    def longest_ordinal(self) -> int:
        """Words of the longest name of a place in a list."""
        return max(map(len, self.ordinals), default=0)

    @cached_property
    def _longest(self) -> dict[str, int]:
        """Words of the longest phrase of each table."""
        return {name: max(map(len, table), default=0) for name, table in self.phrases.items()}

    def begins(self, name: str, words: Phrase) -> Phrase:
        """The longest phrase of a table that some words begin with; empty when none."""
        lengths = range(min(self._longest[name], len(words)), 0, -1)
        return next((words[:n] for n in lengths if words[:n] in self.phrases[name]), ())


def _folded(phrase: str) -> Phrase:
    return tuple(fold(phrase).split())


@dataclass(frozen=True)
class Said:
    """One message, as words that may continue a conversation."""

    text: str
    follow: Follow

    @cached_property
    def words(self) -> Phrase:
        """The folded words."""
        return _folded(self.text)

    def begins(self, name: str) -> Phrase:
        """The longest phrase of a table that the message begins with; empty when none."""
        return self.follow.begins(name, self.words)

    def whole(self, name: str) -> bool:
        """Whether the message is a phrase of a table and nothing else."""
        return self.words in self.follow.phrases[name]

    @property
    def is_end(self) -> bool:
        """ "pa"."""
        return self.whole("end")

    @property
    def is_thanks(self) -> bool:
        """ "mulțumesc"."""
        return self.whole("thanks")

    @property
    def any_county(self) -> bool:
        """ "orice județ"."""
        return self.whole("any_county")

    @property
    def continues(self) -> bool:
        """Whether it begins like something that belongs to what was said before."""
        return bool(self.begins("opening"))

    @cached_property
    def lang(self) -> Lang | None:
        """The language that a phrase at the beginning tells, None when there is none or both have it."""
        for name in ("end", "thanks", "any_county", "source", "opening"):
            begins = self.begins(name)
            if begins:
                return self.follow.phrases[name][begins]
        return None

    @cached_property
    def small(self) -> frozenset[str]:
        """Words of the message that only continue, point or choose."""
        return self.follow.small.intersection(self.words)

    @staticmethod
    def place_words(question: Question) -> frozenset[str]:
        """Folded words of the places that a question names."""
        return frozenset(w for s in question.places for w in fold(question.text[s.start : s.end]).split())

    @cached_property
    def number(self) -> int | None:
        """The place in a list, when the message says nothing else."""
        return self._number(self.words)

    def _number(self, words: Phrase) -> int | None:
        choosing = self.follow.choosing
        left = [w for w in words if w not in choosing]
        if len(left) > max(1, self.follow.longest_ordinal):
            return None
        for ordinal, place in self.follow.ordinals.items():
            for start in range(len(words)):
                end = start + len(ordinal)
                if words[start:end] == ordinal and choosing.issuperset(words[:start] + words[end:]):
                    return place
        if len(left) != 1 or words[-1] != left[0]:
            return None
        word = left[0]
        # 0 is a place too: one that no list has
        return int(word) if word.isdecimal() and word.isascii() and len(word) <= _MOST_DIGITS else None

    @cached_property
    def source(self) -> tuple[bool, int | None]:
        """Whether source lines are asked for, and of which place in the list."""
        begins = self.begins("source")
        left = self.words[len(begins) :]
        if not begins:
            return False, None
        number = self._number(left) if left else None
        return not left or number is not None, number

    @cached_property
    def county(self) -> Phrase | None:
        """The words of a county's name when the message is "județ …" or "… county"."""
        words = self.words
        if len(words) < 2:
            return None
        if words[0] in self.follow.county_before | self.follow.county_after:
            return words[1:]
        return words[:-1] if words[-1] in self.follow.county_after else None
