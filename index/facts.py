"""What an indicator asks for and what a deadline says, read from their wording.

The words that decide stand in `data/vocabulary/facts.toml`.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from index.language import fold, printed_words, words
from index.records import AnswerKind, DeadlineFacts, IndicatorFact, Rhythm

_PERCENT = re.compile(r"(\d+(?:[.,]\d+)*)\s*%")
_AMOUNT = re.compile(r"^\d{1,3}(?:\.\d{3})+(?:,\d+)?$")
_DECIMAL = re.compile(r"^\d+(?:[.,]\d+)?$")
_DAY = re.compile(r"^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")


def number(text: str) -> float | None:
    """Value of a number as Romanians write it; None for a code or a date.

    >>> number("1.250"), number("3,5"), number("14"), number("1.000,50"), number("1.2.3")
    (1250.0, 3.5, 14.0, 1000.5, None)
    """
    if _AMOUNT.match(text):
        text = text.replace(".", "")
    return float(text.replace(",", ".")) if _DECIMAL.match(text) else None


@dataclass(frozen=True)
class Facts:
    """Reads indicators and deadlines with the words of `facts.toml`."""

    table: dict[str, Any]

    def indicator(
        self, record_id: str, text: str, origin: Literal["indicators", "results"], nth: int
    ) -> IndicatorFact:
        """What one indicator or result asks for; nth tells apart two with the same words."""
        answer, unit, target = self._read(text)
        digest = hashlib.blake2s(f"{origin}|{fold(text)}|{nth}".encode(), digest_size=4).hexdigest()
        return IndicatorFact(
            id=f"{record_id}#{digest}", text=text, origin=origin, answer=answer, unit=unit, target=target
        )

    def _read(self, text: str) -> tuple[AnswerKind, str | None, float | None]:
        folded = fold(text)
        percent = _PERCENT.search(text)
        if percent:
            return "percent", "%", number(percent.group(1))
        kinds = self.table["answer"]
        if self._starts(folded, kinds["percent"]):
            return "percent", "%", None
        if self._starts(folded, kinds["text"]):
            return "text", None, None
        tokens = printed_words(text)
        counted = self._after(tokens, self.table["before_number"]["words"])
        if counted and (value := self._value(counted[0])) is not None:
            return "number", self._unit(counted[1:]), value
        named = self._after(tokens, kinds["number"])
        if named is not None:
            return "number", self._unit(named), None
        if len(tokens) > 1 and (value := self._value(tokens[0])) is not None:
            return "number", self._unit(tokens[1:]), value
        return "state", None, None

    @staticmethod
    def _starts(folded: str, beginnings: list[str]) -> bool:
        return any(folded == b or folded.startswith(b + " ") for b in beginnings)

    @staticmethod
    def _after(tokens: list[str], beginnings: list[str]) -> list[str] | None:
        """Words after the longest of some beginnings; None when a text begins with none of them."""
        folded = [fold(t) for t in tokens]
        fitting = [parts for b in beginnings if folded[: len(parts := b.split())] == parts]
        return tokens[max(map(len, fitting)) :] if fitting else None

    def _value(self, token: str) -> float | None:
        """Value of a number in digits or in letters; a year counts nothing."""
        if token[:1].isdigit():
            return None if _YEAR.match(token) else number(token)
        value: float | None = self.table["numbers"].get(fold(token))
        return value

    def _unit(self, tokens: list[str]) -> str | None:
        """What is counted: the first word that is not small ("de", "tip"); acronyms keep their capitals."""
        unit = next((t for t in tokens if fold(t) not in self.table["unit"]["skip"]), None)
        shouted = all(t.upper() == t for t in tokens)
        return unit.lower() if unit and (shouted or not unit.isupper()) else unit

    def deadline(self, text: str | None) -> DeadlineFacts:
        """Dates and rhythm of a deadline.

        "2014 - 2024 (permanent)" has two dates and the rhythm `permanent`; "Anual (2017, 2018)" is yearly.
        """
        if not text:
            return DeadlineFacts()
        plain = fold(text)
        rhythm = next((r for r, said in self.table["rhythm"].items() if self._says(text, plain, said)), None)
        return DeadlineFacts(dates=tuple(self.dates(text)), every=rhythm)

    @staticmethod
    def _says(text: str, folded: str, beginnings: list[str]) -> bool:
        padded = f" {folded} "
        return any((b in text.lower()) if b.startswith("/") else f" {b} " in padded for b in beginnings)

    def dates(self, text: str) -> list[str]:
        """ISO dates named in a text, as exact as it names them, in order.

        "Iulie 2017" is `2017-07`; "27.04.2023" is `2023-04-27`.
        """
        months: dict[str, int] = self.table["months"]
        out: list[str] = []
        before = ["", ""]
        for token in (t for word in words(text) for t in word.split(",")):
            if day := _DAY.match(token):
                out.append(_iso(day[3], int(day[2]), int(day[1])))
            for part in [] if day else map(fold, token.split(".")):
                if _YEAR.match(part):
                    month = months.get(before[1], 0)
                    out.append(_iso(part, month, int(before[0]) if month and before[0].isdigit() else 0))
                before = [before[1], part]
        return list(dict.fromkeys(out))


def _iso(year: str, month: int, day: int) -> str:
    """A date as exact as it exists: 31 February is its month, month 13 its year."""
    try:
        return date(int(year), month, day).isoformat()
    except ValueError:
        return f"{year}-{month:02}" if 1 <= month <= 12 else year


RHYTHMS: tuple[Rhythm, ...] = ("year", "half-year", "quarter", "month", "permanent")
