"""Periods that people name: "martie 2024", "trim. III", "anul trecut", "1 martie - 15 aprilie 2024".

In: text. Out: what it names and where, with what was left open (the year of "martie"); `resolve` settles that
by the day it is. A whole message that is a period is read in `periods`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.staff.days import Unit, before, between, period_end, period_of, period_start
from bot.staff.words import Typed, Words

_FIRST_YEAR, _LAST_YEAR = 1990, 2099
"""Plans of social services are of these years; other numbers of four digits count something."""
_OLDEST_SHORT_YEAR = 2000
_YEAR = r"(?P<y>(?:19|20)\d\d)(?![\d]|[.,]\d)"


@dataclass(frozen=True)
class Mention:
    """A period that a text names from `start` to `end`."""

    start: int
    end: int
    unit: Unit
    year: int | None = None
    number: int | None = None
    """Which half, quarter or month."""
    day: int | None = None
    back: int | None = None
    """Relative to today: this one is 0, the last one 1."""
    doubtful: bool = False
    """Within other words it may mean something else: "mai", a bare year."""
    until: Mention | None = None
    """Where it ends, when it runs from one to another."""


Build = Callable[[re.Match[str]], Mention | None]


def find_mentions(typed: Typed, words: Words) -> tuple[Mention, ...]:
    """The periods that a text names, left to right."""
    if "mentions" not in words.found:
        words.found["mentions"] = tuple(_ways(words))
    rest, found = typed, []
    for pattern, build in words.found["mentions"]:
        here = [m for match in pattern.finditer(rest.plain) if (m := build(match)) is not None]
        rest = rest.without((m.start, m.end) for m in here)
        found += here
    return tuple(_joined(sorted(found, key=lambda m: m.start), typed, words))


def resolve(mention: Mention, today: date, latest: date) -> str | None:
    """The period that a mention means; None when there is no such day, or it ends before it begins.

    latest: a month or quarter without a year is the last one that began by then.
    """
    if mention.until is None:
        return _single(mention, today, latest)
    end = _single(mention.until, today, latest)
    if end is None:
        return None
    opening = mention
    if mention.year is None and mention.back is None:
        opening = replace(mention, year=period_end(end).year)
    start = _single(opening, today, latest)
    if start and period_start(start) > period_end(end) and opening is not mention and opening.year:
        start = _single(replace(opening, year=opening.year - 1), today, latest)
    if start is None or period_start(start) > period_end(end):
        return None
    return between(period_start(start), period_end(end))


def _single(mention: Mention, today: date, latest: date) -> str | None:
    if mention.back is not None:
        return _relative(mention.unit, mention.back, today)
    for year in (mention.year,) if mention.year else (latest.year, latest.year - 1):
        period = _named(mention, year)
        if period and (mention.year or period_start(period) <= latest):
            return period
    return None


def _named(mention: Mention, year: int) -> str | None:
    """The period of a year; None when there is no such day."""
    first = {"half": 6, "quarter": 3, "month": 1, "day": 1}.get(mention.unit, 0)
    month = ((mention.number or 1) - 1) * first + 1
    try:
        return period_of(mention.unit, date(year, month, mention.day or 1))
    except ValueError:
        return None


def _relative(unit: Unit, back: int, today: date) -> str:
    if unit == "week":
        return period_of("week", today - timedelta(weeks=back))
    period = period_of(unit, today)
    for _ in range(back):
        period = before(period)
    return period if back >= 0 else period_of(unit, period_end(period) + timedelta(days=1))


def _joined(mentions: list[Mention], typed: Typed, words: Words) -> Iterator[Mention]:
    """Mentions, two with "-" or "până la" between made one."""
    links = words.pattern(words.table["period"]["words"]["between"])
    gap = re.compile(rf"\s*(?:[-–—/]|(?:{links})(?:\s+(?:{links}))?)\s*(?:luna\s+|lunii\s+)?")
    at = 0
    while at < len(mentions):
        one = mentions[at]
        other = mentions[at + 1] if at + 1 < len(mentions) else None
        if other and one.until is None and gap.fullmatch(typed.plain, one.end, other.start):
            yield replace(one, end=other.end, until=other, doubtful=one.doubtful and other.doubtful)
            at += 1
        else:
            yield one
        at += 1


# ── the ways to name one, the surest first ──


def _ways(words: Words) -> Iterator[tuple[re.Pattern[str], Build]]:
    said = words.table["period"]["words"]
    months = words.pattern(words.months)
    leads = words.pattern(said["leads"])
    tail = rf"(?:\s*[/,.-]?\s*(?:(?:din|al|a|lui|anului|anul|of|in|the|year)\s+)*{_YEAR})?"
    digits = r"(?<![\w.,/-])"
    build = _Builder(words.months, words.set_of("period", "words", "doubtful"))
    of_range, end = r"(?<![\w.,])", r"(?!\w)"
    yield re.compile(rf"{of_range}(?P<y>20\d\d)-(?P<m>\d\d)(?:-(?P<d>\d\d))?(?![\d-]){end}"), build.by_numbers
    yield from _parts_of_year(words, "quarter", 4, tail)
    yield from _parts_of_year(words, "half", 2, tail)
    yield (
        re.compile(rf"{digits}(?P<d>\d{{1,2}})[./-](?P<m>\d{{1,2}})[./-](?P<y>(?:19|20)\d\d){end}"),
        build.by_numbers,
    )
    yield re.compile(rf"{digits}(?P<d>\d{{1,2}})[./](?P<m>\d{{1,2}})[./](?P<yy>\d\d){end}"), build.by_numbers
    yield re.compile(rf"{digits}(?P<m>\d{{1,2}})[./](?P<y>20\d\d){end}"), build.by_numbers
    to = r"(?:-|–|—|pana\s+la|pana\s+in|la|to|until)"
    day = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
    yield (
        re.compile(rf"{digits}(?P<d1>\d{{1,2}})\s*{to}\s*{day}\s*(?:of\s+)?(?P<mon>{months})\b\.?{tail}"),
        build.days,
    )
    yield re.compile(rf"{digits}{day}\s*(?:of\s+)?(?P<mon>{months})\b\.?{tail}"), build.by_month
    yield re.compile(rf"\b(?P<mon>{months})\.?\s+{day}(?:\s*,\s*|\s+){_YEAR}"), build.by_month
    lead = rf"(?:(?P<lead>{words.pattern(said['month'])})\s+)?"
    yield re.compile(rf"\b{lead}(?P<mon>{months})\b\.?{tail}"), build.by_month
    for named, phrases in words.table["period"]["relative"].items():
        unit, _, back = named.partition("-")
        yield re.compile(rf"\b(?:{words.pattern(phrases)})\b"), _relatively(unit, int(back))
    yield re.compile(rf"(?:(?<![\w])(?P<lead>{leads})\s+)?{of_range}{_YEAR}{end}"), build.year


def _parts_of_year(words: Words, unit: Unit, most: int, tail: str) -> Iterator[tuple[re.Pattern[str], Build]]:
    """Quarters and halves: "trim. III 2024", "T3", "al treilea trimestru", "2024-Q3"."""
    said, numerals = words.table["period"]["words"], words.table["period"]["numerals"]
    number = rf"(?P<n>[1-4]|{words.pattern(numerals)})"
    name = words.pattern(said[unit])
    letters = "".join(said[f"{unit}_letters"])

    def build(match: re.Match[str]) -> Mention | None:
        nth = int(match["n"]) if match["n"].isdigit() else numerals[match["n"]]
        year = match.groupdict().get("y")
        if nth > most:
            return None
        return Mention(*match.span(), unit, year=int(year) if year else None, number=nth)

    ending = r"(?:\s*-?\s*(?:lea|a|st|nd|rd|th))?\b"
    yield re.compile(rf"\b{_YEAR}\s*[-/ ,]?\s*(?:{name}|[{letters}])\.?\s*(?:al\s+)?{number}{ending}"), build
    yield re.compile(rf"\b(?:{name})\b\.?\s*(?:al?\s+)?{number}{ending}{tail}"), build
    yield re.compile(rf"\b(?:al?\s+|the\s+)?{number}{ending}\s+(?:{name})\b{tail}"), build
    yield re.compile(rf"\b[{letters}]\.?(?P<n>[1-4])(?!\w){tail}"), build


def _relatively(unit: str, back: int) -> Build:
    def build(match: re.Match[str]) -> Mention:
        return Mention(*match.span(), unit, back=back)  # type: ignore[arg-type]

    return build


@dataclass(frozen=True)
class _Builder:
    """Makes mentions of what the patterns matched."""

    months: Mapping[str, int]
    doubtful: frozenset[str]

    @staticmethod
    def by_numbers(match: re.Match[str]) -> Mention | None:
        """15.03.2024, 03.2024, 2024-11; a year of two digits is doubtful: 2.4.10 may be a code."""
        held = match.groupdict()
        year = int(held["y"]) if held.get("y") else _OLDEST_SHORT_YEAR + int(held["yy"])
        month, day = int(held["m"]), int(held.get("d") or 0)
        if not 1 <= month <= 12 or not 0 <= day <= 31 or (held.get("d") and not day):
            return None
        return Mention(
            *match.span(), "day" if day else "month", year, month, day or None, doubtful=not held.get("y")
        )

    def by_month(self, match: re.Match[str]) -> Mention:
        """15 martie 2024, martie 2024, luna martie."""
        held = match.groupdict()
        day, year = held.get("d"), held.get("y")
        return Mention(
            *match.span(),
            "day" if day else "month",
            year=int(year) if year else None,
            number=self.months[held["mon"]],
            day=int(day) if day else None,
            doubtful=not year and not held.get("lead") and held["mon"] in self.doubtful,
        )

    def days(self, match: re.Match[str]) -> Mention:
        """1-15 martie 2024."""
        last = self.by_month(match)
        return replace(last, day=int(match["d1"]), until=last)

    @staticmethod
    def year(match: re.Match[str]) -> Mention | None:
        """2024, anul 2024."""
        year = int(match["y"])
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            return None
        return Mention(*match.span(), "year", year=year, doubtful=not match["lead"])
