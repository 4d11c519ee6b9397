"""What is typed at each step: taken into the draft, which goes on, or refused with a line that says why."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.say import shortened
from bot.staff.asking import measure_name, target_of
from bot.staff.draft import MOST_ITEMS, SAID_CHARS, Draft, Item, StepName
from bot.staff.engine import Line, Tap, World
from bot.staff.finding import Sought, about, measures_of, own_measures, periods, seek, targets_of
from bot.staff.flow import settle
from bot.staff.parts import adds_up, read_parts
from bot.staff.periods import read_period
from bot.staff.shapes import Target, Value
from bot.staff.steering import tap_numbered
from bot.staff.values import Refusal, read_value
from bot.staff.where import printed_place
from bot.staff.words import words_of
from index import Record, fold

_MOST_NAMED = 6
"""Institutions that are named as those who can report."""
_MOST_PLACE_CHARS = 60
_MOST_NOTE_CHARS = 1000
"""A note stays a note: the summary must fit into one message."""
_MOST_REASON_CHARS = 300

Take = Callable[[Draft, str, float, World], Draft | Line]
"""draft, text, when it was written, world → the draft at its next step, or why not."""


def barred(records: tuple[Record, ...]) -> Line:
    """That one may not report about what was found, and who can."""
    who = tuple(dict.fromkeys(one for record in records for one in record.responsible))[:_MOST_NAMED]
    named = tuple(_name(one) for one in who)
    if len(records) > 1:
        return Line("report-barred-several", {"n": len(records), "who": named})
    said = shortened(" ".join((records[0].code or "", records[0].title)).strip(), SAID_CHARS)
    if named:
        return Line("report-barred", {"measure": said, "who": named})
    return Line("report-barred-unnamed", {"measure": said})


def _name(name: str) -> Line:
    return Line("report-name", {"name": name})


def unknown(text: str) -> Line:
    """That nothing was found for what was looked for."""
    return Line("report-unknown", {"what": shortened(" ".join(text.split()), SAID_CHARS)})


def found(draft: Draft, sought: tuple[Sought, ...], text: str, world: World) -> Draft | Line:
    """The draft about what was found, one item a line; or why not."""
    lines = len(sought) + len(draft.items) - 1
    if lines > MOST_ITEMS:
        return Line("report-too-many-lines", {"n": lines, "most": MOST_ITEMS})
    if not sought:
        return unknown(text)
    if len(sought) == 1 and sought[0].item.target is None and not sought[0].item.candidates:
        return barred(sought[0].barred) if sought[0].barred else unknown(text)
    items = (*draft.items[: draft.at], *(one.item for one in sought), *draft.items[draft.at + 1 :])
    return settle(draft.changed(items=items), world)


def _find(draft: Draft, text: str, at: float, world: World) -> Draft | Line:
    listed = own_measures(world) if draft.lists else ()
    number = tap_numbered(text, [Tap(r.id, "", r.id) for r in listed])
    if number:
        return choose_measure(draft, next(r for r in listed if r.id == number.arg), world)
    base = draft.item.changed(line="", written_at=at)
    return found(draft, seek(text, base, world), text, world)


def choose_measure(draft: Draft, record: Record, world: World) -> Draft | Line:
    """The item about one of the measures; which of its indicators comes next."""
    targets = [t for t in targets_of(draft.item.changed(measure=None), world) if t.record.id == record.id]
    targets = targets or list(world.targets.of(record))
    if len(targets) == 1:
        return choose_target(draft, targets[0], world)
    known = {t.handle for t in targets} <= set(draft.item.candidates)
    handles = draft.item.candidates if known else tuple(t.handle for t in targets)
    return settle(draft.with_item(measure=record.id, candidates=handles, target=None), world)


def choose_target(draft: Draft, target: Target, world: World) -> Draft:
    """The item about an indicator."""
    items = list(draft.items)
    items[draft.at] = about(draft.item, target, world)
    return settle(draft.changed(items=tuple(items)), world)


def _which_measure(draft: Draft, text: str, at: float, world: World) -> Draft | Line:
    records = measures_of(draft.item, world)
    number = tap_numbered(text, [Tap(r.id, "", r.id) for r in records])
    if number:
        return choose_measure(draft, next(r for r in records if r.id == number.arg), world)
    fitting = [r for r in records if _holds(measure_name(r, world) + " " + r.title, text)]
    if len(fitting) == 1:
        return choose_measure(draft, fitting[0], world)
    if 1 < len(fitting) < len(records):
        kept = {r.id for r in fitting}
        left = tuple(t.handle for t in targets_of(draft.item, world) if t.record.id in kept)
        return settle(draft.with_item(candidates=left), world)
    return _other(draft, text, at, world)


def _which_indicator(draft: Draft, text: str, at: float, world: World) -> Draft | Line:
    targets = targets_of(draft.item, world)
    number = tap_numbered(text, [Tap(t.id, "", t.id) for t in targets])
    if number:
        return choose_target(draft, world.targets.by_id[number.arg], world)
    fitting = [t for t in targets if _holds(t.fact.text if t.fact else t.record.title, text)]
    if len(fitting) == 1:
        return choose_target(draft, fitting[0], world)
    return _other(draft, text, at, world)


def _holds(name: str, text: str) -> bool:
    """Whether a name holds all words of a text, be they only begun."""
    held, words = fold(name).split(), fold(text).split()
    return bool(words) and all(any(one.startswith(word) for one in held) for word in words)


def _other(draft: Draft, text: str, at: float, world: World) -> Draft | Line:
    """Something else than the choice was looked for; or what can be chosen, again."""
    if any(c.isdigit() for c in text):
        sought = seek(text, draft.item.changed(line=draft.item.line, written_at=at), world)
        if len(sought) == 1 and (sought[0].item.target or sought[0].item.candidates):
            return found(draft, sought, text, world)
    return Line("report-no-choice", {"what": shortened(text, SAID_CHARS)})


def with_value(draft: Draft, value: Value, at: float) -> Draft:
    """The item with another value; what was said to be right about the one before counts no more."""
    doubts = tuple(one for one in draft.item.doubts if one == "personal")
    return draft.with_item(value=value, doubts=doubts, written_at=at)


def _value(draft: Draft, text: str, at: float, world: World) -> Draft | Line:
    read = read_value(text, target_of(draft, world), words_of(world.guide.index))
    return read.line if isinstance(read, Refusal) else settle(with_value(draft, read, at), world)


def _period(draft: Draft, text: str, _at: float, world: World) -> Draft | Line:
    offers = periods(target_of(draft, world), world)
    read = read_period(text, offers, world.today, words_of(world.guide.index))
    return read.line if isinstance(read, Refusal) else with_period(draft, read, world)


def with_period(draft: Draft, period: str, world: World) -> Draft:
    """The item about another period."""
    return settle(draft.with_item(period=period), world)


def _place(draft: Draft, text: str, _at: float, world: World) -> Draft | Line:
    said = " ".join(text.split())
    if len(said) > _MOST_PLACE_CHARS or not any(c.isalpha() for c in said):
        return Line("report-place-odd", {"what": shortened(said, SAID_CHARS)})
    return settle(draft.with_item(place=printed_place(said, world)), world)


def _note(draft: Draft, text: str, _at: float, world: World) -> Draft | Line:
    said = text.strip()
    if len(said) > _MOST_NOTE_CHARS:
        return Line("report-note-long", {"n": len(said), "most": _MOST_NOTE_CHARS})
    doubts = tuple(one for one in draft.item.doubts if one != "personal")
    return settle(draft.with_item(note=said, doubts=doubts), world)


def _evidence(_draft: Draft, _text: str, _at: float, _world: World) -> Draft | Line:
    return Line("report-evidence-words")


def _parts(draft: Draft, text: str, _at: float, world: World) -> Draft | Line:
    read = read_parts(text, words_of(world.guide.index))
    if isinstance(read, Refusal):
        return read.line
    value = draft.item.value
    fault = adds_up(read, value.amount) if value and value.amount is not None else None
    return fault.line if fault else settle(draft.with_item(parts=read), world)


def _reason(draft: Draft, text: str, _at: float, world: World) -> Draft | Line:
    said = " ".join(text.split())
    if len(said) > _MOST_REASON_CHARS:
        return Line("report-note-long", {"n": len(said), "most": _MOST_REASON_CHARS})
    return settle(draft.with_item(reason=said), world)


def _question(_draft: Draft, text: str, _at: float, _world: World) -> Draft | Line:
    """A step that is answered with a button, or its words."""
    return Line("report-no-choice", {"what": shortened(text, SAID_CHARS)})


def _summary(draft: Draft, text: str, at: float, world: World) -> Draft | Line:
    """Another period or value in place of the one in the summary, when it is about one report."""
    if draft.step == "summary" and not draft.is_single:
        return Line("report-summary-words")
    target, words = target_of(draft, world), words_of(world.guide.index)
    if any(c.isalpha() for c in text) and target.kind != "text":
        period = read_period(text, periods(target, world), world.today, words)
        if not isinstance(period, Refusal):
            return with_period(draft, period, world)
    if target.kind != "text":
        read = read_value(text, target, words)
        if not isinstance(read, Refusal):
            return settle(with_value(draft, read, at), world)
    return Line("report-summary-words")


TAKES: Mapping[StepName, Take] = {
    "find": _find,
    "which-measure": _which_measure,
    "which-indicator": _which_indicator,
    "value": _value,
    "sure": _value,
    "twin": _question,
    "reason": _reason,
    "period": _period,
    "place": _place,
    "note": _note,
    "note-sure": _note,
    "evidence": _evidence,
    "parts": _parts,
    "item": _summary,
    "summary": _summary,
}


def empty(at: float) -> Item:
    """An item of which nothing is known."""
    return Item(written_at=at)
