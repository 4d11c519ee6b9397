"""What a report is about, asked: last used, due, one's own, or one of several that fit."""

from __future__ import annotations

from collections.abc import Sequence

from bot.say import shortened
from bot.staff.asking import (
    TITLE_CHARS,
    component,
    going_on,
    leave_out,
    measure_name,
    name_of,
    steering,
    tap,
    titled,
    where,
    wording,
)
from bot.staff.draft import Draft
from bot.staff.engine import Line, Tap, View, World
from bot.staff.finding import MOST_FOUND, due, last_used, measures_of, own_measures, targets_of
from index import Record

PAGE = 8
"""Buttons of a choice on one screen, beside those that turn it."""
_LABEL_PART_CHARS = 20
"""Of a component so much stands on a button beside the title."""


def find(draft: Draft, world: World) -> View:
    """What is it about: last used, due, one's own; or a code, or words."""
    used = last_used(world)
    later = tuple(t for t in due(world) if t not in used)
    rows: list[tuple[Tap, ...]] = []
    rows += [(tap(draft, Line("report-tap-used", {"name": name_of(t)}), "about", t.handle),) for t in used]
    rows += [(tap(draft, Line("report-tap-due", {"name": name_of(t)}), "about", t.handle),) for t in later]
    own = len(own_measures(world))
    lines = [Line("report-find"), Line("report-find-how")]
    if not draft.is_single:
        lines.insert(1, Line("report-find-line", {"number": draft.at + 1, "line": draft.item.said}))
    if used or later:
        lines.append(Line("report-find-marks"))
    rows.append((tap(draft, Line("report-tap-mine", {"n": own}), "own", 0),))
    rows += going_on(draft, world)
    return View(tuple(lines), (*rows, *leave_out(draft), steering(draft)))


def own(draft: Draft, world: World, page: int) -> View:
    """One's own measures, a page at a time."""
    records = own_measures(world)
    return _measures(draft, records, "own", page, Line("report-own", {"n": len(records)}), world)


def which_measure(draft: Draft, world: World, page: int = 0) -> View:
    """Which of several measures is meant."""
    records = measures_of(draft.item, world)
    many = len(records) >= MOST_FOUND
    said = {"n": len(records)}
    head = Line("report-which-of-many", said) if many else Line("report-which-measure", said)
    return _measures(draft, records, "page", page, head, world)


def which_indicator(draft: Draft, world: World, page: int = 0) -> View:
    """Which of the indicators of a measure is meant."""
    targets = targets_of(draft.item, world)
    first, turn = _turning(draft, "page", page, len(targets))
    shown = list(enumerate(targets[first : first + PAGE], first + 1))
    rows = [(tap(draft, f"{n}. {wording(t)}", "about", t.handle),) for n, t in shown]
    lines = tuple(_item(n, shortened(wording(t), TITLE_CHARS)) for n, t in shown)
    head = Line("report-which-indicator", {"n": len(targets)})
    of = Line("report-measure", {"name": measure_name(targets[0].record, world)})
    return View((head, *_typed(draft), of, *lines), (*rows, turn, steering(draft)))


def _typed(draft: Draft) -> tuple[Line, ...]:
    """What was typed stays in view while something else is asked."""
    said = draft.item.said
    return (Line("report-typed", {"what": said}),) if said and draft.item.line else ()


def _item(number: int, name: str) -> Line:
    return Line("report-item", {"number": str(number), "name": name})


def _turning(draft: Draft, act: str, page: int, count: int) -> tuple[int, tuple[Tap, ...]]:
    """Where a page begins, and the buttons that turn it; none when there is one page."""
    of = max(1, -(-count // PAGE))
    page = min(max(page, 0), of - 1)
    if of == 1:
        return 0, ()
    here = Line("report-page", {"page": page + 1, "of": of})
    return page * PAGE, (
        tap(draft, "◀", act, (page - 1) % of),
        tap(draft, here, act, page),
        tap(draft, "▶", act, (page + 1) % of),
    )


def _measures(draft: Draft, records: Sequence[Record], act: str, page: int, head: Line, world: World) -> View:
    """A page of measures to choose from, with plan and component where these tell them apart."""
    first, turn = _turning(draft, act, page, len(records))
    plans = len({r.plan for r in records}) > 1
    parts = len({(r.plan, r.path[:1]) for r in records}) > 1
    lines: list[Line] = [head, *_typed(draft)]
    rows: list[tuple[Tap, ...]] = []
    for number, record in enumerate(records[first : first + PAGE], first + 1):
        place = where(record, world) if plans else ""
        above = component(record) if parts else ""
        said = " — ".join(part for part in (titled(record), place, above) if part)
        lines.append(_item(number, said))
        short = (record.code, place.partition(" ")[0], shortened(above, _LABEL_PART_CHARS), record.title)
        label = f"{number}. " + " · ".join(part for part in short if part)
        rows.append((tap(draft, label, "measure", record.key),))
    return View(tuple(lines), (*rows, turn, steering(draft)))
