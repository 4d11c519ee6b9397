"""What a story tells without naming it: "fiica mea e în Germania" is about a child whose parents are abroad.

In: the words of a question and `stories.toml`: sets of words that must follow each other. Out: the groups
and kinds of service that they stand for, where the telling words stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index.language.stems import Language
from index.phrases import Found, Phrases, PhraseSets
from index.spans import Word

_PAUSE = re.compile(r"[.!?;\n]")
"""What ends a story's sentence."""


@dataclass(frozen=True)
class Story:
    """A rule of `stories.toml`, with its keys."""

    topic: str
    """"groups" or "services"."""
    entry: str
    words: tuple[str, ...]
    """Names of sets: one phrase of each must be said, in one sentence; the last one tells."""
    within: int
    """Most words between one and the next."""
    any_order: bool
    also: str
    """Name of a set of which a phrase must stand anywhere in the message; "" for none."""
    unless: str
    """Name of a set of which no phrase may stand in the message; "" for none."""


@dataclass(frozen=True)
class Stories:
    """The sets of words and the rules."""

    sets: PhraseSets
    rules: tuple[Story, ...]

    @classmethod
    def of(cls, language: Language, table: Mapping[str, Any]) -> Stories:
        """The stories of `stories.toml`."""
        sets = {
            name: Phrases(language, [(phrase, name) for phrase in phrases], exact=True)
            for name, phrases in table["words"].items()
        }
        return cls(PhraseSets(language, sets), tuple(map(_rule, table["story"])))

    def find(self, text: str, words: Sequence[Word]) -> Iterator[tuple[str, list[Found]]]:
        """Topics and the phrases that tell, each rule once at most; what is told stands in the last."""
        said = self.sets.find([w.text for w in words])
        for rule in self.rules:
            if (rule.also and not said[rule.also]) or (rule.unless and said[rule.unless]):
                continue
            for first in said[rule.words[0]]:
                told = _follow(first, rule, said, words, text)
                if told:
                    yield rule.topic, [*told[:-1], told[-1]._replace(id=rule.entry)]
                    break


def _rule(raw: Mapping[str, Any]) -> Story:
    topic, _, entry = raw["means"].partition(":")
    return Story(
        topic,
        entry,
        tuple(raw["words"]),
        raw.get("within", 3),
        raw.get("any_order", False),
        raw.get("also", ""),
        raw.get("unless", ""),
    )


def _follow(
    first: Found, rule: Story, said: Mapping[str, list[Found]], words: Sequence[Word], text: str
) -> list[Found]:
    """The phrases of a rule whose first one stands here, in its order; none when any is not said."""
    told = [first]
    for name in rule.words[1:]:
        after = next((f for f in said[name] if _is_next(told[-1], f, rule, words, text)), None)
        if after is None:
            return []
        told.append(after)
    return told


def _is_next(one: Found, other: Found, rule: Story, words: Sequence[Word], text: str) -> bool:
    """Whether a phrase follows another near enough, with no end of a sentence between."""
    if other.start < one.start and rule.any_order:
        one, other = other, one
    if not 0 <= other.start - one.end <= rule.within:
        return False
    return not _PAUSE.search(text[words[one.end - 1].end : words[other.start].start])
