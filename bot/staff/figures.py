"""Numbers and percentages as a reporter types them, for an indicator that takes one."""

from __future__ import annotations

from itertools import pairwise
from math import isclose

from bot.staff.amounts import Amount, find_amounts
from bot.staff.dates import find_mentions
from bot.staff.engine import Line
from bot.staff.refusals import Refusal
from bot.staff.shapes import Target, Value
from bot.staff.words import Typed, Words
from index import fold

_MOST_AMOUNT = 1e12
"""No county counts or spends more; longer rows of digits are account numbers and slips."""
_WHOLE_PERCENT = 100
_WORDS_BETWEEN = 5
"""So many words may stand between a part and its whole: "12 copii din totalul de 40"."""
_DECIMALS = 2
"""Of a percentage that was counted out of a part and a whole, which are kept beside it."""
_ROUNDED = 0.5
"""So far may a percentage lie from the part and the whole that stand beside it."""


# ── numbers ──


def read_number(typed: Typed, target: Target, words: Words) -> Value | Refusal:
    """The number that a text gives."""
    found = _meant(typed, words, target)
    if not found:
        return Refusal(Line("value-no-number", {"typed": typed.shown}))
    amount = found[0] if len({a.value for a in found}) == 1 else _total(found)
    if amount is None:
        return _several(found)
    if amount.percent:
        return Refusal(Line("value-is-percent", {"typed": typed.shown}))
    if amount.value < 0:
        return Refusal(Line("value-negative", {"number": amount.typed, "instead": abs(amount.value)}))
    if amount.value > _MOST_AMOUNT:
        return Refusal(Line("value-too-big", {"number": amount.typed}))
    return _whole_or_not(amount, target, words)


def _total(found: list[Amount]) -> Amount | None:
    """The number that the others are parts of: 14 in "14 copii: 8 fete și 6 băieți"."""
    largest = max(found, key=lambda a: a.value)
    whole = len(found) > 2 and isclose(2 * largest.value, sum(a.value for a in found))
    return largest if whole and not any(a.percent for a in found) else None


def _whole_or_not(amount: Amount, target: Target, words: Words) -> Value | Refusal:
    """A number with a comma, where its unit may have one; 1,250 is a thousand where it may not."""
    value, measured = amount.value, takes_fractions(target, words)
    if amount.english is not None:
        if measured:
            values = {"number": amount.typed, "one": amount.english, "other": value}
            return Refusal(Line("value-two-ways", values))
        value = amount.english
    if not measured and value != int(value):
        return Refusal(Line("value-not-whole", {"number": amount.typed, "near": float(round(value))}))
    return Value(kind="number", amount=value)


def takes_fractions(target: Target, words: Words) -> bool:
    """Whether an indicator measures (lei, hours) and does not count (children)."""
    if target.fact is None:
        return False
    table = words.table["fractions"]
    begins = tuple(fold(b) for b in table["begins"])
    return fold(target.fact.unit or "") in words.set_of("fractions", "units") or any(
        word.startswith(begins) for word in fold(target.fact.text).split()[:2]
    )


def _meant(typed: Typed, words: Words, target: Target | None) -> list[Amount]:
    """The numbers that may be the value: no dates, ages and years, nor "un" where it counts nothing."""
    dates = [(m.start, m.end) for m in find_mentions(typed, words) if not m.doubtful]
    rest = typed.without(dates)
    found = find_amounts(rest, words)
    counting = [a for a in found if not a.article and not is_age(a, rest, words)]
    aged = [a for a in found if not a.article and a not in counting]
    if not counting and not aged:
        unit = fold(target.fact.unit or "") if target and target.fact else ""
        counted = {unit, *map(fold, words.units.get(unit, ()))} - {""}
        return [a for a in found if _next_word(a, rest) in counted]
    return counting or aged


def is_age(amount: Amount, typed: Typed, words: Words) -> bool:
    """Whether a number is an age: "copii de 0-6 ani", "peste 65 de ani"."""
    units, of = words.set_of("age", "units"), words.set_of("numbers", "words", "of")
    following = [t.text for t in typed.tokens if t.start >= amount.end and t.text not in of][:2]
    if following and following[0] in units:
        return True
    gap = typed.plain[amount.end :].lstrip()
    return gap[:1] in ("-", "–") and len(following) == 2 and following[0].isdigit() and following[1] in units


def _next_word(amount: Amount, typed: Typed) -> str:
    return next((t.text for t in typed.tokens if t.start >= amount.end), "")


def _several(found: list[Amount]) -> Refusal:
    """Two or more numbers, with the first as an example."""
    if len(found) == 2:
        one, other = (a.typed for a in found)
        return Refusal(Line("value-two-numbers", {"one": one, "other": other}))
    return Refusal(
        Line("value-many-numbers", {"numbers": ", ".join(a.typed for a in found), "one": found[0].typed})
    )


# ── percentages ──


def read_percent(typed: Typed, words: Words) -> Value | Refusal:
    """The percentage that a text gives, also as a part of a whole: "12 din 40"."""
    found = _meant(typed, words, None)
    for one, other in pairwise(found):
        shared = _in_order(one, other, typed, words)
        if shared:
            return _share(*shared, [a for a in found if a not in (one, other)])
    if not found:
        return Refusal(Line("value-no-percent", {"typed": typed.shown}))
    values = {a.value: a.typed for a in found}
    if len(values) == 2:
        one_typed, other_typed = values.values()
        return Refusal(Line("value-two-percents", {"one": one_typed, "other": other_typed}))
    return _several(found) if len(values) > 1 else _within(found[0].value, found[0].typed)


def find_shares(typed: Typed, words: Words) -> list[float]:
    """The percentages that a text tells, by themselves or as parts of wholes."""
    found = find_amounts(typed, words)
    ordered = [pair for one, other in pairwise(found) if (pair := _in_order(one, other, typed, words))]
    shares = [_WHOLE_PERCENT * part.value / whole.value for part, whole in ordered if whole.value]
    return [*shares, *(a.value for a in found if a.percent)]


def _in_order(one: Amount, other: Amount, typed: Typed, words: Words) -> tuple[Amount, Amount] | None:
    """Part and whole of two numbers that follow each other: "12 copii din cei 40", "din 40 de copii 12"."""
    if one.percent or other.percent:
        return None
    said = words.set_of("numbers", "words", "out_of")
    between = [t.text for t in typed.tokens if one.end <= t.start and t.end <= other.start]
    near = " ".join(between)
    if len(between) <= _WORDS_BETWEEN and ("/" in between or any(f" {p} " in f" {near} " for p in said if p)):
        return one, other
    leading = [t.text for t in typed.tokens if t.end <= one.start][-1:]
    return (other, one) if leading and leading[0] in said and len(between) <= _WORDS_BETWEEN else None


def _share(part: Amount, whole: Amount, rest: list[Amount]) -> Value | Refusal:
    """12 out of 40; a percentage beside them must be theirs."""
    values = {"part": part.typed, "whole": whole.typed}
    if part.value < 0 or whole.value < 0:
        return Refusal(Line("value-negative", {"number": part.typed, "instead": abs(part.value)}))
    if not whole.value:
        return Refusal(Line("value-out-of-none", values))
    if part.value > whole.value:
        return Refusal(Line("value-part-over-whole", values))
    amount = round(_WHOLE_PERCENT * part.value / whole.value, _DECIMALS)
    if any(abs(a.value - amount) > _ROUNDED for a in rest):
        return Refusal(Line("value-percent-unlike", values | {"amount": amount, "typed": rest[0].typed}))
    return Value(kind="percent", amount=amount, part=part.value, whole=whole.value)


def _within(amount: float, typed: str) -> Value | Refusal:
    if amount < 0:
        return Refusal(Line("value-negative", {"number": typed, "instead": abs(amount)}))
    if amount > _WHOLE_PERCENT:
        return Refusal(Line("value-over-hundred", {"number": typed}))
    return Value(kind="percent", amount=amount)
