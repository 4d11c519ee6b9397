"""What a line of a report is about: by handle, by code, or by the words of an indicator."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.chat.guide import Guide
from bot.staff.shapes import Target
from bot.staff.targets import Targets
from bot.staff.words import Typed, Words
from index import Index, Record, fold

_HANDLE = re.compile(
    r"(?<![\w#/])[/#]?(?P<handle>i_[a-z2-7]{6,12})(?!\w)|(?<!\w)#(?P<short>[a-z2-7]{6,12})(?!\w)"
)
_ENOUGH = 0.6
"""Words find an indicator when it holds this share of them, by weight."""
_NEAR = 0.9
"""Indicators that hold nearly as much of them are asked about too."""
_IN_TITLE = 0.7
"""A word of the measure counts less than one of the indicator itself."""
_MOST_FOUND = 12
"""More indicators than this fit no screen: the words were too few."""
Span = tuple[int, int]


@dataclass(frozen=True)
class Found:
    """What a line is about."""

    targets: tuple[Target, ...] = ()
    records: tuple[Record, ...] = ()
    spans: tuple[Span, ...] = ()
    """Of the words by which it was found."""
    place: str | None = None
    """A locality narrower than the plan."""
    by_words: bool = False
    """No handle and no code named it."""


@dataclass(frozen=True)
class Finder:
    """Looks lines up in one catalogue."""

    targets: Targets
    guide: Guide
    words: Words
    today: date
    county: str | None = None
    """The person's county: settles what several plans have, when it has one of them."""

    @property
    def index(self) -> Index:
        """The index that serves."""
        return self.guide.index

    def find(self, typed: Typed, quiet: Typed, year: int | None) -> Found:
        """What a line is about.

        quiet: the line without code, period and value, as long: they say nothing of what it is about.
        year: one that was named; settles what several plans have.
        """
        found = self._by_handle(typed) or self._by_code(typed, quiet, year)
        return found or self._by_words(typed, quiet, year)

    def _by_handle(self, typed: Typed) -> Found | None:
        match = _HANDLE.search(typed.plain)
        if match is None:
            return None
        target = self.targets.by_handle.get(match["handle"] or f"i_{match['short']}")
        if target is None:
            return None if match["short"] else Found(spans=(match.span(),))
        return Found((target,), (target.record,), (match.span(),))

    # ── by code ──

    def _by_code(self, typed: Typed, quiet: Typed, year: int | None) -> Found | None:
        span = find_code(typed, self.words)
        if span is None:
            return None
        start, end, code = span
        # the code, and around it only what is no value
        asked = quiet.text[:start] + typed.text[start:end] + quiet.text[end:]
        read = self.index.reader.parse(asked)
        codes = tuple(slot for slot in read.codes if slot.value == code)
        question = read.model_copy(
            update={"codes": codes, "kinds": ("measure",), "asks": (), "counting": False}
        )
        answer = self.guide.assistant.find_answer(question, self.today)
        records = [r for found in answer.records for r in self._measures(found)]
        if answer.outcome == "nothing":
            records = []
        records = self._settled(_each_once(records), year)
        spans = [(start, end), *((p.start, p.end) for p in question.places)]
        spans += [(h.start, _until_value(h.start, h.end, typed, quiet)) for h in question.headings]
        place = self._place((p.value for p in question.known_places), records)
        return self._found(records, spans, place)

    def _measures(self, record: Record) -> list[Record]:
        """A measure, or the measures that stand under an objective."""
        if record.kind == "measure":
            return [record]
        depth = len(record.path)
        return [
            one
            for one in self.index.of_plan(record.plan)
            if one.kind == "measure"
            and len(one.path) > depth
            and one.path[:depth] == record.path
            and one.path[depth].endswith(record.title)
        ]

    def _settled(self, records: list[Record], year: int | None) -> list[Record]:
        """Of several measures those of a plan of the year named, and the one of the person's county."""
        if year and len(records) > 1:
            records = [r for r in records if self._is_of_year(r, year)] or records
        near = [r for r in records if self.county and r.county and fold(r.county) == fold(self.county)]
        return near if len(near) == 1 else records

    def _is_of_year(self, record: Record, year: int) -> bool:
        years = [int(y) for y in re.findall(r"\d{4}", self.index.plans[record.plan].period or "")]
        return bool(years) and min(years) <= year <= max(years)

    def _found(self, records: Sequence[Record], spans: Iterable[Span], place: str | None) -> Found:
        targets = tuple(t for record in records for t in self.targets.of(record))
        return Found(targets, tuple(records), tuple(spans), place)

    def _place(self, places: Iterable[str], records: Sequence[Record]) -> str | None:
        """The locality named, when it is narrower than the plan of the measures found.

        places: each as "name/county", several that share a name parted by "|".
        """
        wide = {fold(r.county or "") for r in records}
        wide |= {fold(self.index.plans[r.plan].locality or "") for r in records}
        names = (place.partition("/")[0] for place in places)
        return next((name for name in names if records and fold(name) not in wide), None)

    # ── by words ──

    def _by_words(self, typed: Typed, quiet: Typed, year: int | None) -> Found:
        """The indicators that hold most of what was said, what is counted too."""
        question = self.index.reader.parse(quiet.text)
        places = [(p.start, p.end) for p in question.places]
        said = self._stems(typed.without(places).plain)
        total = sum(map(self.index.weight, said))
        plans = {slug for p in question.known_places for slug in self._plans_of(p.value)}
        among = [t for t in self.targets.all if not plans or t.record.plan in plans]
        if not total or (question.known_places and not plans):
            return Found(by_words=True)
        scores = {t.id: self._score(t, said) / total for t in among}
        best = max(scores.values(), default=0.0)
        fitting = [t for t in among if scores[t.id] >= max(best * _NEAR, _ENOUGH)]
        records = self._settled(_each_once(t.record for t in fitting), year)
        fitting = [t for t in fitting if any(t.record.id == r.id for r in records)]
        if not fitting or len(fitting) > _MOST_FOUND:
            return Found(by_words=True)
        place = self._place((p.value for p in question.known_places), records)
        return Found(tuple(fitting), tuple(records), tuple(places), place, by_words=True)

    def _plans_of(self, options: str) -> set[str]:
        """Plans of a place: those of its county, or of the town itself."""
        out = set()
        for option in options.split("|"):
            name, _, code = option.rpartition("/")
            county = self.index.places.counties.get(code)
            for slug in self.index.plans_of.get(fold(county.name) if county else "", ()):
                town = self.index.plans[slug].locality
                if not town or fold(town) == fold(name):
                    out.add(slug)
        return out

    def _stems(self, text: str) -> frozenset[str]:
        """Stems of the words of a text that tell something."""
        vocabulary = self.index.vocabulary
        small = self.words.set_of("line", "fillers").union(*vocabulary.stop.values())
        stems = (vocabulary.language.stem(word) for word in fold(text).split() if word not in small)
        return frozenset(stem for stem in stems if not stem.isdigit() and self.index.knows(stem))

    def _score(self, target: Target, said: frozenset[str]) -> float:
        """Weight of the words said that an indicator holds, and its measure."""
        held = self.words.found.setdefault("stems", {})
        if target.id not in held:
            own = self._stems(target.fact.text if target.fact else target.record.title)
            held[target.id] = (own, self._stems(target.record.title) - own)
        own, wider = held[target.id]
        return sum(map(self.index.weight, said & own)) + _IN_TITLE * sum(map(self.index.weight, said & wider))


def _until_value(start: int, end: int, typed: Typed, quiet: Typed) -> int:
    """Where a heading ends that was named up to the end of a clause: before the code, the value or period."""
    return next((n for n in range(start, end) if quiet.plain[n] != typed.plain[n]), end)


def _each_once(records: Iterable[Record]) -> list[Record]:
    return list({record.id: record for record in records}.values())


def find_handle(typed: Typed) -> Span | None:
    """Where a handle stands in a text."""
    match = _HANDLE.search(typed.plain)
    return match.span() if match else None


def find_code(typed: Typed, words: Words) -> tuple[int, int, str] | None:
    """Where a code of the catalogue stands in a text, and its plain form; of several, the one that is meant.

    "2.4.1 bacau 3.5": the longer is the code; "3.5 la 1.1": the one that a word for measures stands before.
    """
    index = words.index
    slots = [s for s in index.reader.parse(typed.text).codes if index.lookups.having("code", s.value)]
    if not slots:
        return None
    leads = words.set_of("line", "leads")

    def rank(n: int) -> tuple[bool, int, int]:
        slot = slots[n]
        before = fold(typed.plain[: slot.start]).split()[-1:]
        led = not typed.plain[slot.start].isdigit() or bool(before and before[0] in leads)
        return not led, -slot.value.count("."), n

    best = slots[min(range(len(slots)), key=rank)]
    return best.start, best.end, best.value
