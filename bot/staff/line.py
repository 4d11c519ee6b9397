"""A report written in one line: "/raport 2.4.1 bacau 14", "am raportat 14 copii la 1.1.1"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.chat.guide import Guide
from bot.staff.about import Finder, Found, find_code, find_handle
from bot.staff.amounts import find_amounts
from bot.staff.dates import Mention, find_mentions, resolve
from bot.staff.days import period_end, period_start
from bot.staff.shapes import Target
from bot.staff.states import state_spans
from bot.staff.targets import Targets
from bot.staff.words import Typed, Words
from index import Record, fold

_BULLET = re.compile(r"^\s*(?:[-–—•*▪·]|\d{1,2}\))\s+")
Span = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """What was read from one line."""

    text: str
    """The line as typed."""
    targets: tuple[Target, ...] = ()
    """What it may be about: empty: nothing found; one: clear; several: to be asked."""
    records: tuple[Record, ...] = ()
    """Measures that fit; when several, they are asked about before their indicators."""
    value_text: str = ""
    """The words that hold the value, without code, place and period; "" when there are none."""
    period: str | None = None
    """Period named beside it."""
    place: str | None = None
    """Locality named beside it, when it is narrower than the plan."""


def read_lines(
    text: str, targets: Targets, guide: Guide, county: str | None, words: Words, today: date
) -> tuple[Reading, ...]:
    """One reading for each line that says something."""
    finder = Finder(targets, guide, words, today, county)
    lines = (Typed.of(_BULLET.sub("", line)) for line in text.splitlines())
    return tuple(_read(line, finder) for line in lines if _opened(line, words).tokens)


def is_report(text: str, words: Words) -> bool:
    """Whether a message of free text is meant as a report; no question is.

    It has to open like one, name a code or a handle, and give a value, unless it says "raportez". Whoever
    asks looks first whether the writer is in danger: "vreau să raportez un abuz" is no report.
    """
    typed = Typed.of(text)
    rest = _opened(typed, words)
    if "?" in text or rest.plain == typed.plain:
        return False
    code = find_code(rest, words)
    handle = find_handle(rest)
    named = code[:2] if code else handle
    if named is None or set(fold(rest.plain[: named[0]]).split()) & words.set_of("line", "asks"):
        return False
    return _is_sure(typed, words) or bool(value_spans(rest.without([named]), words))


def is_about_another(text: str, target: Target, words: Words) -> bool:
    """Whether a text names, beside a value, another indicator by its handle or another measure by its code.

    A code of two numbers is none here: "3.5" is rather a value.
    """
    typed = Typed.of(text)
    handle, code = find_handle(typed), find_code(typed, words)
    if handle:
        other = target.handle not in typed.plain
    else:
        own = fold(target.record.code or "")
        other = code is not None and code[2].count(".") > 1 and fold(code[2]) != own
    named = handle or (code[:2] if code else None)
    return other and named is not None and bool(value_spans(typed.without([named]), words))


def _is_sure(typed: Typed, words: Words) -> bool:
    said = f" {fold(typed.text)} "
    return any(f" {phrase} " in said for phrase in words.set_of("line", "opens_sure"))


def _opened(typed: Typed, words: Words) -> Typed:
    """A line without "bună ziua, am raportat" at its beginning; blanks stand in its place."""
    before = words.pattern(words.table["line"]["before"])
    opens = words.pattern([*words.table["line"]["opens"], *words.table["line"]["opens_sure"]])
    match = re.match(rf"(?:(?:{before})\b[\W_]*)*(?:{opens})\b[\W_]*?(?=\w|[/#]|$)", typed.plain)
    return typed.without([match.span()]) if match else typed


def _read(line: Typed, finder: Finder) -> Reading:
    words = finder.words
    rest = _opened(line, words)
    code = find_code(rest, words)
    handle = find_handle(rest)
    quiet = rest.without([handle] if handle else [code[:2]] if code else [])
    mention = _period(quiet, words)
    dated = [(mention.start, mention.end)] if mention else []
    quiet = quiet.without(dated)
    quiet = quiet.without(value_spans(quiet, words))
    found = finder.find(rest.without(dated), quiet, mention.year if mention else None)
    left = rest.without([*dated, *found.spans])
    spans = value_spans(left, words)
    if found.by_words:
        value = left.text[spans[0][0] : spans[-1][1]] if spans else ""
    else:
        value = _trimmed(left, words)
    return Reading(
        text=line.text,
        targets=found.targets,
        records=found.records,
        value_text=" ".join(value.split()),
        period=_settled(mention, found, finder) if mention else None,
        place=found.place,
    )


def _period(typed: Typed, words: Words) -> Mention | None:
    """The period that a line names; a bare year is one when a value stands beside it."""
    named = find_mentions(typed, words)
    sure = [m for m in named if not m.doubtful]
    if sure:
        return _without_value(sure[0], typed, words)
    years = [m for m in named if m.unit == "year"]
    return next((m for m in years if value_spans(typed.without([(m.start, m.end)]), words)), None)


def _without_value(mention: Mention, typed: Typed, words: Words) -> Mention:
    """A period, its day left as the value when nothing else is one: "14 martie" is 14 in March."""
    if mention.unit != "day" or mention.year or mention.until:
        return mention
    if value_spans(typed.without([(mention.start, mention.end)]), words):
        return mention
    digits = re.match(r"[0-9]+\s*", typed.plain[mention.start :])
    start = mention.start + (digits.end() if digits else 0)
    return replace(mention, start=start, unit="month", day=None)


def _settled(mention: Mention, found: Found, finder: Finder) -> str | None:
    """The period of a mention; none when it only names the plan by its years: "bacau 2014-2024"."""
    plans = {finder.index.plans[r.plan].period or "" for r in found.records}
    ends = [date(int(years[-4:]), 12, 31) for years in plans if years]
    period = resolve(mention, finder.today, min([finder.today, *([max(ends)] if ends else [])]))
    named = f"{period_start(period).year}-{period_end(period).year}" if period and mention.until else ""
    return None if named in plans else period


def value_spans(typed: Typed, words: Words) -> list[Span]:
    """Where a value stands in a line: its numbers with what they count, else a state."""
    numbers = [a for a in find_amounts(typed, words) if not a.article]
    if numbers:
        return [(a.start, _counted_end(a.end, typed, words)) for a in numbers]
    return state_spans(typed, words)


def _counted_end(end: int, typed: Typed, words: Words) -> int:
    """Where what a number counts ends: "14 copii", "20 de copii"."""
    of = words.set_of("numbers", "words", "of")
    following = [t for t in typed.tokens if t.start >= end][:2]
    if len(following) > 1 and following[0].text in of:
        following = following[1:]
    return following[0].end if following and following[0].text in words.units else end


def _trimmed(typed: Typed, words: Words) -> str:
    """What is left of a line, without small words at its ends: "14 copii la" is "14 copii"."""
    fillers = words.set_of("line", "fillers")
    spans = value_spans(typed, words)
    tokens = list(typed.tokens)
    while tokens and tokens[-1].text in fillers and not any(tokens[-1].end <= end for _, end in spans):
        tokens.pop()
    while tokens and tokens[0].text in fillers and not any(start <= tokens[0].start for start, _ in spans):
        tokens.pop(0)
    if not tokens:
        return ""
    start = tokens[0].start
    # the sign of a number is no word
    start -= bool(start and typed.text[start - 1] in "-−" and tokens[0].text.isdigit())
    return typed.text[start : tokens[-1].end]
