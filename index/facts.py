"""What an indicator asks for and what a deadline says, read from their wording.

The words that decide stand in `data/vocabulary/facts.toml`.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Any, Literal

from index.language import fold, words
from index.records import AnswerKind, DeadlineFacts, IndicatorFact, Rhythm

_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_AMOUNT = re.compile(r"^\d{1,3}(?:\.\d{3})+$")
_DAY = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)\b")
_YEAR = re.compile(r"^(?:19|20)\d\d$")


def number(text: str) -> float:
    """Value of a number as Romanians write it.

    >>> number("1.250"), number("3,5"), number("14")
    (1250.0, 3.5, 14.0)
    """
    if _AMOUNT.match(text):
        return float(text.replace(".", ""))
    return float(text.replace(",", "."))


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
        value, unit = self._count(text)
        if value is not None:
            return "number", unit, value
        if self._starts(folded, kinds["number"]):
            return "number", self._unit_after_number_word(text), None
        return "state", None, None

    @staticmethod
    def _starts(folded: str, beginnings: list[str]) -> bool:
        return any(folded == b or folded.startswith(b + " ") for b in beginnings)

    def _count(self, text: str) -> tuple[float | None, str | None]:
        """Target and unit of "10 ședințe", "cel puțin 3 persoane", "un centru"."""
        tokens = words(text)
        folded = [fold(t) for t in tokens]
        for phrase in self.table["before_number"]["words"]:
            parts = phrase.split()
            if (
                folded[: len(parts)] == parts
                and len(folded) > len(parts)
                and folded[len(parts)][:1].isdigit()
            ):
                tokens, folded = tokens[len(parts) :], folded[len(parts) :]
                break
        if len(tokens) < 2:
            return None, None
        if re.match(r"^\d+(?:[.,]\d+)*$", tokens[0]) and not _YEAR.match(tokens[0]):
            value: float | None = number(tokens[0])
        else:
            value = self.table["numbers"].get(folded[0])
        return value, self._unit(tokens[1:]) if value is not None else None

    def _unit_after_number_word(self, text: str) -> str | None:
        tokens = words(text)[1:]
        return self._unit(tokens)

    @staticmethod
    def _unit(tokens: list[str]) -> str | None:
        """What is counted: the first noun, without "de"."""
        rest = [t for t in tokens if t != "de"]
        return rest[0] if rest else None

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
        for match in _DAY.finditer(text):
            out.append(f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}")
        tokens = [fold(t) for t in words(_DAY.sub(" ", text))]
        for at, token in enumerate(tokens):
            if _YEAR.match(token):
                month = months.get(tokens[at - 1]) if at else None
                day = tokens[at - 2] if at > 1 and month else ""
                iso = f"{token}-{month:02}" if month else token
                out.append(f"{iso}-{int(day):02}" if day.isdigit() and 1 <= int(day) <= 31 else iso)
        return list(dict.fromkeys(out))


RHYTHMS: tuple[Rhythm, ...] = ("year", "half-year", "quarter", "month", "permanent")
