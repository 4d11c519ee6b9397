"""What may be added to a report: place, note, evidence, parts, a reason; and what is doubtful."""

from __future__ import annotations

from bot.staff.asking import said_value, steering, tap, target_of
from bot.staff.caution import looks_personal
from bot.staff.draft import Draft
from bot.staff.engine import Line, Tap, View, World
from bot.staff.shapes import Part
from bot.staff.words import words_of


def place(draft: Draft, _world: World) -> View:
    """Which locality it is about."""
    now = draft.item.place
    lines = (Line("report-place"), *_now(now), Line("report-place-how"))
    return View(lines, (*_without(draft, now is not None), steering(draft)))


def note(draft: Draft, _world: World) -> View:
    """A few words beside the value."""
    now = draft.item.note
    lines = (Line("report-note"), *_now(now), Line("report-note-how"))
    return View(lines, (*_without(draft, now is not None), steering(draft)))


def note_sure(draft: Draft, world: World) -> View:
    """A note seems to hold something about a person."""
    why = {
        "cnp": Line("report-personal-cnp"),
        "phone": Line("report-personal-phone"),
        "name-diagnosis": Line("report-personal-name"),
        "address": Line("report-personal-address"),
    }
    found = looks_personal(draft.item.note or "", words_of(world.guide.index))
    lines = (
        Line("report-personal"),
        *((why[found],) if found else ()),
        Line("report-now", {"what": draft.item.note or ""}),
        Line("report-personal-how"),
    )
    rows = (
        (tap(draft, Line("report-tap-change-note"), "edit", "note"),),
        (tap(draft, Line("report-tap-no-note"), "without"), tap(draft, Line("report-tap-keep-note"), "keep")),
        steering(draft),
    )
    return View(lines, rows)


def evidence(draft: Draft, _world: World) -> View:
    """A photo or document that shows it."""
    held = draft.item.evidence is not None
    now = (Line("report-evidence-held"),) if held else ()
    lines = (Line("report-evidence"), *now, Line("report-evidence-how"))
    return View(lines, (*_without(draft, held), steering(draft)))


def parts(draft: Draft, world: World) -> View:
    """The number by sex, age or place."""
    item = draft.item
    whole = said_value(item.value, target_of(draft, world), world)
    now = (Line("report-now", {"what": said_parts(item.parts)}),) if item.parts else ()
    lines = (
        Line("report-parts"),
        Line("report-value-line", {"value": whole}),
        *now,
        Line("report-parts-how"),
    )
    return View(lines, (*_without(draft, bool(item.parts)), steering(draft)))


def said_parts(held: tuple[Part, ...]) -> tuple[Line, ...]:
    """Parts as they are said, one after the other."""
    return tuple(Line("report-part", {"name": p.name, "amount": f"{p.amount:g}"}) for p in held)


def reason(draft: Draft, _world: World) -> View:
    """Why a report is corrected."""
    rows = (
        (
            tap(draft, Line("report-tap-slip"), "why", "slip"),
            tap(draft, Line("report-tap-news"), "why", "news"),
        ),
        steering(draft),
    )
    return View((Line("report-reason"), Line("report-reason-how")), rows)


def twin(draft: Draft, world: World) -> View:
    """Two lines of one message are about the same."""
    target = target_of(draft, world)
    other = next(n for n in range(draft.at) if same(draft, n))
    first, second = draft.items[other], draft.item
    said = {
        "first": other + 1,
        "second": draft.at + 1,
        "one": said_value(first.value, target, world),
        "two": said_value(second.value, target, world),
    }
    rows = (
        (tap(draft, Line("report-tap-both"), "both"),),
        (tap(draft, Line("report-tap-first", said), "out"),),
        (tap(draft, Line("report-tap-second", said), "instead", other),),
        steering(draft),
    )
    return View((Line("report-twin", said),), rows)


def same(draft: Draft, other: int) -> bool:
    """Whether the item that is asked about is about the same as another."""
    a, b = draft.item, draft.items[other]
    return a.target is not None and (a.target, a.period, a.place) == (b.target, b.period, b.place)


def _now(what: str | None) -> tuple[Line, ...]:
    return (Line("report-now", {"what": what}),) if what else ()


def _without(draft: Draft, held: bool) -> tuple[tuple[Tap, ...], ...]:
    """Take away what was given before."""
    return ((tap(draft, Line("report-tap-without"), "without"),),) if held else ()
