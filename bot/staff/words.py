"""The words by which what a reporter types is read: `data/vocabulary/reports.toml`, made ready once.

Text is looked through in one form, `Typed`: composed letters as typed, and beside them the same in small
letters without diacritics, character for character, so that what is found in one can be cut from the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from index import Index, comma_letters, fold, plain

_WORD = re.compile(r"[a-z]+|[0-9]+|%|/")
_SHOWN_CHARS = 60
"""Of what was typed, so much is said again in a refusal."""


class Token(NamedTuple):
    """A word, a row of digits, or one of % and /."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Typed:
    """A text as it is looked through."""

    text: str
    """As typed, composed, with comma letters."""
    plain: str
    """The same, small and without diacritics; as long."""

    @classmethod
    def of(cls, text: str) -> Typed:
        """A text as typed, without blanks around it."""
        composed = comma_letters(text).strip()
        return cls(composed, plain(composed))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words, left to right."""
        return tuple(Token(m.group(), *m.span()) for m in _WORD.finditer(self.plain))

    def without(self, spans: Iterable[tuple[int, int]]) -> Typed:
        """The same with blanks in place of some spans, as long as before."""
        text, small = self.text, self.plain
        for start, end in spans:
            gap = " " * (end - start)
            text, small = text[:start] + gap + text[end:], small[:start] + gap + small[end:]
        return Typed(text, small)

    @property
    def shown(self) -> str:
        """The text as a refusal quotes it: its beginning when it is long."""
        line = " ".join(self.text.split())
        return line if len(line) <= _SHOWN_CHARS else line[: _SHOWN_CHARS - 1].rstrip() + "…"


@dataclass(frozen=True)
class Words:
    """The tables of `reports.toml`, with what else of the index the readers of values look things up in."""

    table: Mapping[str, Any]
    index: Index

    def set_of(self, *path: str) -> frozenset[str]:
        """The words or phrases listed at a place of the table, folded."""
        held: Any = self.table
        for name in path:
            held = held[name]
        return frozenset(fold(word) for word in held)

    def pattern(self, phrases: Iterable[str]) -> str:
        """Alternatives of a regular expression over plain text, the longest first."""
        folded = {fold(p) if fold(p) else p for p in phrases}
        return "|".join(
            r"[\W_]+".join(map(re.escape, p.split())) for p in sorted(folded, key=lambda p: (-len(p), p))
        )

    @cached_property
    def months(self) -> Mapping[str, int]:
        """Names of months in both languages, whole and short."""
        tables = self.index.vocabulary.tables
        return {
            **tables["facts"]["months"],
            **tables["questions"]["months_en"],
            **self.table["period"]["months"],
        }

    @cached_property
    def units(self) -> Mapping[str, tuple[str, str]]:
        """How a unit is named for one and for many, by each of its forms."""
        out = {}
        for unit in self.table["unit"]:
            for form in (unit["one"], unit["many"], *unit["forms"]):
                out[fold(form)] = (unit["one"], unit["many"])
        return out

    @cached_property
    def found(self) -> dict[Any, Any]:
        """What was made of the tables by those who read with them."""
        return {}


def words_of(index: Index) -> Words:
    """The words of an index, made once for each build."""
    ready = index.vocabulary.ready
    if "reports" not in ready:
        ready["reports"] = Words(index.vocabulary.tables["reports"], index)
    made: Words = ready["reports"]
    return made


def find_phrases(
    tokens: Iterable[Token], phrases: Mapping[tuple[str, ...], str]
) -> Iterator[tuple[int, int, str]]:
    """Phrases in tokens, the longest first, none overlapping: first word, one after the last, meaning."""
    said = [token.text for token in tokens]
    longest = max(map(len, phrases), default=0)
    at = 0
    while at < len(said):
        for length in range(min(longest, len(said) - at), 0, -1):
            meaning = phrases.get(tuple(said[at : at + length]))
            if meaning is not None:
                yield at, at + length, meaning
                at += length
                break
        else:
            at += 1
