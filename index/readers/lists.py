"""Cells → items: where one indicator, institution, source of money or group ends and the next begins.

The words that decide stand in `data/vocabulary/lists.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

_TOKEN = re.compile(r"\S+")
_ACRONYM = re.compile(r"^[A-ZĂÂÎȘȚ]{2,}(?:-uri(?:lor|le)?)?$")
_TITLECASE = re.compile(r"^[„”\"“]?[A-ZĂÂÎȘȚ][a-zăâîșț]")
_YEAR_END = re.compile(r"\d{4}$")
_EDGES = " \t\n;,-–▪•"
_WHOLE = r'„[^„”“"\n]*[”“"]|“[^„”“\n]*”|"[^"\n]*"|\((?:[^()\n]|\([^()\n]*\))*\)'
"""What stands in quotes or brackets that close on the same line is one piece."""
_SIGNS = " ;,/-–"
_SHIELDS = "".join(chr(0xFDD0 + n) for n in range(len(_SIGNS)))
"""Stand for blanks and signs inside pieces that are not cut; Unicode keeps them for inner use only."""
_SHIELD = str.maketrans(_SIGNS, _SHIELDS)
_UNSHIELD = str.maketrans(_SHIELDS, _SIGNS)
_SLASH = "/".translate(_SHIELD)


@dataclass(frozen=True)
class ListRules:
    """How one kind of list is cut; the fields are the keys of `lists.toml`."""

    joins: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    starts_any_case: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    keep: tuple[str, ...] = ()
    drop: frozenset[str] = frozenset()
    comma: bool = False
    slash: bool = False
    acronyms: bool = False
    partnership: str = ""
    conjunctions: frozenset[str] = frozenset()
    inside_endings: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()
    """Names of places: they never begin an item after a small word."""

    @classmethod
    def of(cls, table: dict[str, Any], common: dict[str, Any], places: frozenset[str]) -> ListRules:
        """Rules from a table of `lists.toml` and its common part."""
        return cls(
            joins=frozenset([*common["joins"], *table.get("joins", ())]),
            abbreviations=frozenset(common["abbreviations"]),
            starts=frozenset(table.get("starts", ())),
            starts_any_case=frozenset(table.get("starts_any_case", ())),
            inside=frozenset(table.get("inside", ())),
            keep=tuple(sorted(table.get("keep", ()), key=len, reverse=True)),
            drop=frozenset(table.get("drop", ())),
            comma=table.get("comma", False),
            slash=table.get("slash", False),
            acronyms=table.get("acronyms", False),
            partnership=table.get("partnership", ""),
            conjunctions=frozenset(table.get("and", ())),
            inside_endings=tuple(common.get("inside_endings", ())),
            places=places,
        )

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        """What is never cut: expressions to keep, then what stands in quotes or brackets."""
        words = [re.escape(k).replace(r"\ ", r"[^\S\n]+") for k in self.keep]
        return re.compile("|".join([*words, _WHOLE]))

    @cached_property
    def _kept(self) -> tuple[str, ...]:
        """The expressions to keep, as they stand while a cell is cut."""
        return tuple(keep.translate(_SHIELD) for keep in self.keep)

    @cached_property
    def _partnership(self) -> re.Pattern[str]:
        return re.compile(r"\s+".join(map(re.escape, self.partnership.split())), re.IGNORECASE)

    def split(self, text: str) -> list[str]:
        """Items of a cell, in order.

        >>> rules = ListRules(joins=frozenset({"de"}), starts=frozenset({"Nr."}))
        >>> rules.split("Nr. de mame Nr. copii; Planuri de servicii")
        ['Nr. de mame', 'Nr. copii', 'Planuri de servicii']
        """
        shielded = self._whole.sub(lambda m: re.sub(r"\s+", " ", m.group()).translate(_SHIELD), text)
        items: list[str] = []
        for piece in re.split(r"\n|  +(?=[A-ZĂÂÎȘȚ])", shielded):
            items += self._cut(piece)
        tidy = (re.sub(r"\s+", " ", item.translate(_UNSHIELD)).strip(_EDGES) for item in items)
        return [item for item in tidy if item and item not in self.drop]

    def split_partnership(self, text: str) -> tuple[list[str], list[str]]:
        """Who answers and who is partner in "X în parteneriat cu Y"."""
        if not self.partnership:
            return self.split(text), []
        before, *after = self._partnership.split(text)
        partners = [p for part in after for p in self.split(part)]
        return self.split(before), [one for p in partners for one in self._split_and(p)]

    def _split_and(self, item: str) -> list[str]:
        words = item.split()
        for at, word in enumerate(words[1:-1], 1):
            if word in self.conjunctions and _ACRONYM.match(words[at - 1]):
                return [" ".join(words[:at]), *self._split_and(" ".join(words[at + 1 :]))]
        return [item]

    def _cut(self, piece: str) -> list[str]:
        if self.slash:
            piece = re.sub(r"\s*[-–]\s*(?=uri\b|urilor\b)", "-", piece)
            piece = re.sub(r"(?<=[a-zăâîșț])/(?=[a-zăâîșț])", _SLASH, re.sub(r"\s*/\s*", "/", piece))
            piece = piece.replace("/", " / ")
            piece = re.sub(r"(?<=[A-Z])-(?=[A-Z]{2}|[a-zăâîșț]{5})(?!urile|urilor)", " / ", piece)
        items: list[list[str]] = [[]]
        for match in _TOKEN.finditer(piece):
            token = match.group()
            if items[-1] and self._begins(token, items[-1][-1]):
                items.append([])
            if self.slash and token == "/":
                items.append([])
                continue
            for number, part in enumerate(re.split("[;,]" if self.comma else ";", token)):
                if number:
                    items.append([])
                if part:
                    items[-1].append(part)
        return [" ".join(words) for words in items if words]

    def _begins(self, token: str, before: str) -> bool:
        """Whether a token begins a new item after the word before it."""
        word = token.rstrip(";,")
        before = before.lstrip('„”"(')
        if token.startswith(self._kept):
            return before not in self.joins and not before.endswith(("/", "-", "–"))
        if before in self.joins or before.endswith((",", "/", "-", "–")) or word in self.inside:
            return False
        if word in self.starts or self._dotted_start(word):
            return True
        if word.lower() in self.starts_any_case:
            return before.lower() not in self.joins
        if word == "%" or word.startswith("%"):
            return not re.search(r"\d$", before)
        if self.acronyms and _ACRONYM.match(word):
            return True
        if not _TITLECASE.match(word):
            return False
        if token[0] in '„”"“' and before[-1:].islower():
            return False
        name = word.strip('()„”"')
        return self._ends(before) and name not in self.places and not name.endswith(self.inside_endings)

    def _dotted_start(self, word: str) -> bool:
        """A start glued to what follows: "Nr.cazuri"."""
        return any(s.endswith(".") and len(word) > len(s) and word.startswith(s) for s in self.starts)

    def _ends(self, before: str) -> bool:
        """Whether an item may end with this word, when a capital follows."""
        if before.endswith("."):
            stem = before.rstrip(".").lower()
            return len(stem) > 2 and stem not in self.abbreviations
        if self.acronyms and (_ACRONYM.match(before) or before.endswith(self._kept)):
            return True
        if before.endswith(")") or _YEAR_END.search(before):
            return True
        return before[-1:].islower() and not before[:1].isupper()
