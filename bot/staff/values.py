"""A value as a reporter types it, by the kind its indicator takes; how it is said, and what it is unlike."""

from __future__ import annotations

from collections.abc import Sequence

from bot.staff.amounts import find_amounts
from bot.staff.days import period_end
from bot.staff.engine import Line
from bot.staff.figures import read_number, read_percent
from bot.staff.refusals import Refusal
from bot.staff.shapes import Done, Report, Target, Value
from bot.staff.states import nothing_phrases, read_state
from bot.staff.words import Typed, Words, find_phrases
from index import fold

__all__ = ["Refusal", "read_value", "say_value", "unlike_the_past"]

MOST_TEXT_CHARS = 1000
"""A message that tells what was done is shorter; more belongs in a document."""
_STATES: dict[Done, Line] = {
    "done": Line("value-done"),
    "partly": Line("value-partly"),
    "not-done": Line("value-not-done"),
}
_JUMP = 10
"""So many times the last value, or so small a part of it, is more often a slip than the truth."""


def read_value(text: str, target: Target, words: Words) -> Value | Refusal:
    """The value that a text gives for an indicator, or why it gives none."""
    typed = Typed.of(text)
    if not typed.text:
        return Refusal(Line("value-empty"))
    if len(typed.text) > MOST_TEXT_CHARS:
        return Refusal(Line("value-long", {"count": len(typed.text), "most": MOST_TEXT_CHARS}))
    if _says_nothing(typed, target, words):
        return Value(kind="nothing")
    if target.kind == "text":
        return Value(kind="text", text=typed.text)
    if target.kind == "state":
        return read_state(typed, target.fact is None, words)
    return read_percent(typed, words) if target.kind == "percent" else read_number(typed, target, words)


def _says_nothing(typed: Typed, target: Target, words: Words) -> bool:
    """Whether a text says that there is nothing to report; in words that are the value, it must be all."""
    tokens = [t for t in typed.tokens if t.text != "/"]
    found = list(find_phrases(tokens, nothing_phrases(words)))
    if not found:
        return False
    taken = {n for first, end, _ in found for n in range(first, end)}
    beside = words.set_of("nothing", "beside")
    rest = [t.text for n, t in enumerate(tokens) if n not in taken and t.text not in beside]
    if not rest or target.kind == "text":
        return not rest
    counted = any(a.value and not a.article for a in find_amounts(typed, words))
    return not counted and any(name == "phrases" for *_, name in found)


def say_value(value: Value, target: Target | None, words: Words) -> Line:
    """A value as it is said: 14 copii; 30 % (12 din 40); realizat; nimic de raportat."""
    if value.kind == "nothing":
        return Line("value-nothing")
    if value.kind == "state":
        state = _STATES[value.done or "done"]
        return Line("value-state-text", {"state": state, "text": value.text}) if value.text else state
    if value.kind == "text":
        return Line("value-text", {"text": value.text})
    if value.kind == "percent":
        held = {"amount": value.amount, "part": value.part, "whole": value.whole}
        return Line("value-share", held) if value.whole else Line("value-percent", {"amount": value.amount})
    unit = words.units.get(fold(target.fact.unit or "")) if target and target.fact else None
    if unit is None:
        return Line("value-number", {"amount": value.amount})
    return Line("value-count", {"amount": value.amount, "one": unit[0], "many": unit[1]})


def unlike_the_past(
    value: Value,
    target: Target,
    period: str,
    history: Sequence[Report],
    words: Words,
    place: str | None = None,
) -> tuple[str, ...]:
    """Keys of what makes a value unlike those before it: `jump`, `below-last`; nothing when all is well.

    history: newest first, as `World.history` has it; withdrawn and corrected reports tell nothing.
    """
    amount = value.amount
    past = [r for r in history if _counts(r, value) and fold(r.place or "") == fold(place or "")]
    if amount is None or not past:
        return ()
    out = []
    last = past[0].value.amount
    if amount and last and not 1 / _JUMP < amount / last < _JUMP:
        out.append("jump")
    earlier = [r.value.amount or 0 for r in past if period_end(r.period) <= period_end(period)]
    if _is_running(target, words) and earlier and amount < earlier[0]:
        out.append("below-last")
    return tuple(out)


def _counts(report: Report, value: Value) -> bool:
    """Whether a report still holds and can be compared with a value."""
    current = report.state in ("submitted", "approved") and report.superseded_by is None
    return current and report.value.kind == value.kind and report.value.amount is not None


def _is_running(target: Target, words: Words) -> bool:
    """Whether each value of an indicator holds those before it, by its wording."""
    said = f" {fold(target.fact.text)} " if target.fact else ""
    return any(f" {phrase} " in said for phrase in words.set_of("running", "words"))
