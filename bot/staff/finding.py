"""Which indicator is meant: by handle, code, words, last use, what is due, one's own measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.say import shortened
from bot.staff.draft import MOST_CANDIDATES, SAID_CHARS, Item
from bot.staff.engine import World
from bot.staff.line import Reading, read_lines
from bot.staff.periods import offered, period_start
from bot.staff.roles import may
from bot.staff.shapes import Target
from bot.staff.steering import without_filler
from bot.staff.values import Refusal, read_value
from bot.staff.where import place_in
from bot.staff.words import words_of
from index import Record, fold

MOST_SHOWN = 3
"""Last used, and due: what fits above the own measures on a small screen."""
_MOST_ASKED = 6
"""Indicators whose history is read to see what is due: each is one more look into the store."""
MOST_FOUND = 24
"""Measures found by words: three pages."""
Wording = tuple[Record, frozenset[str], frozenset[str]]
"""A measure, the stems of its title, the stems of title, headings, indicators and results."""
_LEAST_SHARE = 0.5
"""Of the words typed, a measure must hold at least so many."""


@dataclass(frozen=True)
class Sought:
    """What a line may be about."""

    item: Item
    """With the indicator, or those to choose among; with neither when nothing was found or allowed."""
    barred: tuple[Record, ...] = ()
    """Measures that were found, when whoever writes may report about none of them."""


def may_report(record: Record, world: World) -> bool:
    """Whether whoever writes may report about a measure."""
    return may(world.me, "report", record, world.guide.directory) is not None


def seek(text: str, base: Item, world: World) -> tuple[Sought, ...]:
    """What each line of a text is about, with the value and the rest that it says.

    base: what is known already; what a line says takes its place.
    """
    words = words_of(world.guide.index)
    lines = read_lines(text, world.targets, world.guide, world.county, words, world.today)
    return tuple(_sought(line, base, world) for line in lines)


def _sought(line: Reading, base: Item, world: World) -> Sought:
    targets = line.targets or tuple(by_words(line.text, world))
    open_ones = tuple(t for t in targets if may_report(t.record, world))
    if not open_ones and not _is_named(line.text, targets):
        # words fit somebody else's measure best; one's own may fit as well
        open_ones = tuple(t for t in by_words(line.text, world) if may_report(t.record, world))
    value, place = line.value_text, line.place
    if place is None and open_ones and not any(t.kind == "text" for t in open_ones):
        place, value = place_in(value, _records(open_ones), world)
    item = base.changed(
        target=None,
        candidates=(),
        measure=None,
        said=shortened(line.text, SAID_CHARS),
        line=value or base.line,
        value=None if value else base.value,
        period=line.period or base.period,
        place=place or base.place,
    )
    return Sought(among(item, open_ones, world)) if open_ones else Sought(item, _records(targets))


def _is_named(text: str, targets: Iterable[Target]) -> bool:
    """Whether a line names what it is about by handle or code."""
    return any(t.handle in text or (t.record.code and t.record.code in text) for t in targets)


def _records(targets: Iterable[Target]) -> tuple[Record, ...]:
    return tuple({t.record.id: t.record for t in targets}.values())


def among(item: Item, targets: Iterable[Target], world: World) -> Item:
    """The item about one of some indicators: settled when there is one only."""
    targets = tuple(targets)
    if len(targets) == 1:
        return about(item, targets[0], world)
    handles = tuple(t.handle for t in targets[:MOST_CANDIDATES])
    return item.changed(target=None, candidates=handles, measure=None)


def about(item: Item, target: Target, world: World) -> Item:
    """The item about an indicator: its value read from the line, the likely period taken if none was named.

    A value that was typed before stays when it is of the indicator's kind.
    """
    value = item.value
    if value is not None and value.kind not in (target.kind, "nothing"):
        value = None
    if value is None and item.line:
        read = read_value(item.line, target, words_of(world.guide.index))
        value = None if isinstance(read, Refusal) else read
    # a period to come cannot be reported about: it is asked for
    period, ahead = item.period or likely(target, world), None
    if period is not None and period_start(period) > world.today:
        period, ahead = None, item.period
    return item.changed(target=target.id, value=value, period=period, ahead=ahead)


def periods(target: Target, world: World) -> tuple[str, ...]:
    """The periods offered for an indicator, the likely one first."""
    plan = world.guide.index.plans[target.record.plan]
    return offered(target.record, target.fact, plan.period, world.today, words_of(world.guide.index))


def likely(target: Target, world: World) -> str | None:
    """The period that a report is most likely about; None before a plan has begun."""
    return next(iter(periods(target, world)), None)


def targets_of(item: Item, world: World) -> tuple[Target, ...]:
    """The indicators to choose among; those of the measure that was chosen."""
    found = (world.targets.by_handle[handle] for handle in item.candidates)
    return tuple(t for t in found if item.measure in (None, t.record.id))


def measures_of(item: Item, world: World) -> tuple[Record, ...]:
    """The measures to choose among."""
    return _records(targets_of(item.changed(measure=None), world))


# ── by words ──


def by_words(text: str, world: World) -> Iterator[Target]:
    """Indicators of the measures that hold the words of a text, best first; places bind the plan."""
    index = world.guide.index
    parsed = index.reader.parse(text)
    counties = {slot.value.rpartition("/")[2] for slot in parsed.known_places}
    wanted = _stems(without_filler(text, world), world) - _stems(
        " ".join(slot.value.rpartition("/")[0] for slot in parsed.known_places), world
    )
    if not wanted:
        return
    scored = []
    for number, (record, title, held) in enumerate(_held(world)):
        county = index.places.county_named(record.county or "")
        if counties and (county is None or county.county not in counties):
            continue
        share = len(wanted & held) / len(wanted)
        if share >= _LEAST_SHARE:
            scored.append((-share, not may_report(record, world), -len(wanted & title), number, record))
    best = min((score for score, *_ in scored), default=0.0)
    for *_, record in sorted(one for one in scored if one[0] == best)[:MOST_FOUND]:
        yield from world.targets.of(record)


def _stems(text: str, world: World) -> frozenset[str]:
    language = world.guide.index.vocabulary.language
    stop = world.guide.index.vocabulary.stop
    words = [w for w in fold(text).split() if w not in stop["ro"] | stop["en"] and len(w) > 1]
    return frozenset(language.stem(word) for word in words)


def _held(world: World) -> tuple[Wording, ...]:
    """Measures with the stems of their titles, and of all their wording; made once for each build."""
    ready = world.guide.index.vocabulary.ready
    if "reporting" not in ready:
        measures = [r for r in world.guide.index.records if r.kind == "measure"]
        ready["reporting"] = tuple(
            (
                r,
                _stems(r.title, world),
                _stems(" ".join((r.title, *r.path, *r.indicators, *r.results)), world),
            )
            for r in measures
        )
    made: tuple[Wording, ...] = ready["reporting"]
    return made


# ── without words ──


def last_used(world: World) -> tuple[Target, ...]:
    """What was reported about last, each once, the latest first."""
    known = (world.targets.by_id.get(report.target) for report in world.mine())
    open_ones = {t.id: t for t in known if t is not None and may_report(t.record, world)}
    return tuple(open_ones.values())[:MOST_SHOWN]


def own_measures(world: World) -> tuple[Record, ...]:
    """The measures that one may report about, those of running plans first, in document order."""
    index = world.guide.index
    measures = [r for r in index.records if r.kind == "measure" and may_report(r, world)]
    return tuple(sorted(measures, key=lambda r: not _runs(r, world)))


def _runs(record: Record, world: World) -> bool:
    period = world.guide.index.plans[record.plan].period or ""
    return period[-4:].isdigit() and int(period[-4:]) >= world.today.year


def due(world: World) -> tuple[Target, ...]:
    """What one may report about and nobody did for its current period; those with a rhythm first."""
    measures = [r for r in own_measures(world) if _runs(r, world)]
    measures.sort(key=lambda r: r.deadline_facts.every in (None, "permanent"))
    targets = [t for record in measures for t in world.targets.of(record)]
    reported = {(r.target, r.period) for r in world.mine() if _counts(r.state, r.superseded_by)}
    fresh = [t for t in targets if (t.id, likely(t, world)) not in reported]
    out: list[Target] = []
    for target in fresh[:_MOST_ASKED]:
        now = likely(target, world)
        past = world.history(target.id)
        if now and not any(r.period == now and _counts(r.state, r.superseded_by) for r in past):
            out.append(target)
        if len(out) == MOST_SHOWN:
            break
    return tuple(out)


def _counts(state: str, superseded_by: int | None) -> bool:
    return state != "withdrawn" and superseded_by is None
