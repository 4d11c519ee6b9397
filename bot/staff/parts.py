"""Parts of a number by sex, age or place: "fete 8, băieți 6"; "0-6 ani: 4; 7-17 ani: 10"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import isclose

from bot.staff.amounts import Amount, find_amounts
from bot.staff.engine import Line
from bot.staff.figures import is_age
from bot.staff.refusals import Refusal
from bot.staff.shapes import By, Part
from bot.staff.words import Typed, Words
from index import fold

_AROUND = " \t:;,.-–—=()"
_JOINED = re.compile(r"[;\n]|(?<=[\sa-z])\+|,(?!\d)|(?<=[a-z])/(?=\d)|(?<=\d)/(?=[a-z])")
"""What parts two parts: "8 fete, 6 băieți", "8F/6B"."""
_AGES = re.compile(r"(?<!\w)\d{1,3}(?:\s*[-–]\s*\d{1,3}|\s?\+)")
"""0-17, 18+."""


def read_parts(text: str, words: Words) -> tuple[Part, ...] | Refusal:
    """The parts that a text gives, or why it gives none."""
    typed = Typed.of(text)
    parts: list[Part] = []
    for piece in _pieces(typed, words):
        read = _read_part(piece, words)
        if isinstance(read, Refusal):
            return read
        if fold(read.name) in {fold(p.name) for p in parts}:
            return Refusal(Line("parts-twice", {"name": read.name}))
        parts.append(read)
    return tuple(parts) if parts else Refusal(Line("parts-unread", {"typed": typed.shown}))


def adds_up(parts: Sequence[Part], amount: float) -> Refusal | None:
    """Why parts do not fit the whole; None when those by sex, by age and by place each add up to it."""
    for by in dict.fromkeys(part.by for part in parts):
        total = sum(part.amount for part in parts if part.by == by)
        if not isclose(total, amount, abs_tol=1e-6):
            return Refusal(Line("parts-sum", {"total": total, "amount": amount}))
    return None


def _pieces(typed: Typed, words: Words) -> Iterator[Typed]:
    """A text cut into one piece for each part; without commas, where one number has ended its part."""
    links = words.pattern(words.table["numbers"]["words"]["links"])
    cuts = sorted(
        (*_JOINED.finditer(typed.plain), *re.finditer(rf"\s(?:{links})\s", typed.plain)), key=_start
    )
    start = 0
    for end, following in [*((cut.start(), cut.end()) for cut in cuts), (len(typed.text), 0)]:
        piece = Typed.of(typed.text[start:end])
        start = following
        yield from _cut_at_numbers(piece, words) if piece.tokens else ()


def _start(match: re.Match[str]) -> int:
    return match.start()


def _cut_at_numbers(piece: Typed, words: Words) -> Iterator[Typed]:
    """ "fete 8 băieți 6" cut in two: after each number, or before when it begins with one."""
    counted = _counted(piece, words)
    if len(counted) < 2:
        yield piece
        return
    leads = not piece.plain[: counted[0].start].strip(_AROUND)
    ends = [a.start for a in counted[1:]] if leads else [a.end for a in counted[:-1]]
    for start, end in zip([0, *ends], [*ends, len(piece.text)], strict=True):
        yield Typed.of(piece.text[start:end])


def _counted(piece: Typed, words: Words) -> list[Amount]:
    """The numbers of a piece that are no age."""
    rest = piece.without(match.span() for match in _AGES.finditer(piece.plain))
    return [a for a in find_amounts(rest, words) if not a.article and not is_age(a, rest, words)]


def _read_part(piece: Typed, words: Words) -> Part | Refusal:
    counted = _counted(piece, words)
    if len(counted) != 1 or counted[0].percent or counted[0].value < 0:
        return Refusal(Line("parts-no-number", {"typed": piece.shown}))
    amount = counted[0]
    name = f"{piece.text[: amount.start].strip(_AROUND)} {piece.text[amount.end :].strip(_AROUND)}".strip()
    by = _by(name, words)
    if by is None:
        return Refusal(Line("parts-no-name", {"typed": piece.shown}))
    return Part(by=by, name=name, amount=amount.english or amount.value)


def _by(name: str, words: Words) -> By | None:
    """What a part is named by: a sex, an age, or a place that is known or has a capital."""
    said = fold(name).split()
    if set(said) & words.set_of("sex", "words"):
        return "sex"
    aged = set(said) & (words.set_of("age", "units") | words.set_of("age", "words"))
    if aged or _AGES.search(name):
        return "age"
    places = words.index.places
    known = any(True for _ in places.find(said))
    return "place" if said and (known or name[:1].isupper()) else None
