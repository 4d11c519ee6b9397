"""What will be saved, line by line, with a button to change each; and what was saved."""

from __future__ import annotations

from bot.staff.asking import beside, measure_name, name_of, past, said_value, tap, target_of
from bot.staff.details import said_parts
from bot.staff.draft import Draft, Item
from bot.staff.engine import Line, Tap, View, World
from bot.staff.periods import say_period
from bot.staff.shapes import Report

MINE = Tap(Line("report-tap-my-reports"), "list", "0", of="mine")
"""One's own reports."""
UNDO_SECONDS = 120
"""So long a report can be taken back with one tap, as the button says."""
_MOST_DIGITS = 9
"""Digits of a number in a button."""
_MOST_RUN_CHARS = 40
"""What is left of a button beside its act and the draft's token."""
_MOST_IN_RUN = 100
"""Reports of one draft in a row; a forged button names no more."""
_MOST_OTHERS = 3
"""Reports for the same period that are shown."""


def summary(draft: Draft, world: World) -> View:
    """One report with all its lines; of several each in short."""
    save = (tap(draft, Line("report-tap-save"), "save", draft.mark),)
    last = (tap(draft, Line("report-tap-help"), "help"), tap(draft, Line("report-tap-cancel"), "cancel"))
    if draft.is_single:
        lines = (Line("report-summary"), *_told(draft, world))
        return View(lines, (save, *_edits(draft, world), *_parked(draft, world), last))
    items = tuple(_short(number, item, world) for number, item in enumerate(draft.items, 1))
    numbers = tuple(
        tap(draft, Line("report-tap-item", {"number": str(n + 1)}), "item", n)
        for n in range(len(draft.items))
    )
    rows = tuple(numbers[n : n + 4] for n in range(0, len(numbers), 4))
    lines = (Line("report-summary-several", {"n": len(items)}), *items)
    return View(lines, (save, *rows, *_parked(draft, world), last))


def item(draft: Draft, world: World) -> View:
    """One of several reports, to be changed or left out."""
    head = Line("report-item-head", {"number": draft.at + 1, "of": len(draft.items)})
    rows = (
        (tap(draft, Line("report-tap-done"), "back"),),
        *_edits(draft, world),
        (tap(draft, Line("report-tap-out"), "out"),),
        (tap(draft, Line("report-tap-help"), "help"), tap(draft, Line("report-tap-cancel"), "cancel")),
    )
    return View((head, *_told(draft, world)), rows)


def _told(draft: Draft, world: World) -> tuple[Line, ...]:
    """The lines of one report."""
    held, target = draft.item, target_of(draft, world)
    lines = [Line("report-measure", {"name": measure_name(target.record, world)})]
    if target.fact:
        lines.append(Line("report-indicator", {"name": target.fact.text}))
    lines.append(Line("report-value-line", {"value": said_value(held.value, target, world)}))
    lines.append(Line("report-period-line", {"period": say_period(held.period or "")}))
    lines += _added(held)
    if held.supersedes is not None:
        said = {"number": str(held.supersedes), "reason": held.reason or ""}
        lines.append(Line("report-corrects", said))
    return (*lines, *beside(draft, world), *_others(draft, world))


def _added(held: Item) -> list[Line]:
    """Place, note, evidence and parts, as far as they were given."""
    lines = []
    if held.place:
        lines.append(Line("report-place-line", {"place": held.place}))
    if held.note:
        lines.append(Line("report-note-line", {"note": held.note}))
    if held.evidence:
        lines.append(_evidence(held))
    if held.parts:
        lines.append(Line("report-parts-line", {"parts": said_parts(held.parts)}))
    if held.doubts:
        lines.append(Line("report-marked"))
    return lines


def _evidence(held: Item) -> Line:
    kind, size = (held.evidence.media_type, held.evidence.size_bytes) if held.evidence else ("", 0)
    said = {"kb": max(1, round(size / 1024))}
    return (
        Line("report-document-line", said) if kind == "application/pdf" else Line("report-photo-line", said)
    )


def already(draft: Draft, world: World) -> tuple[Report, ...]:
    """Reports that hold for the same indicator, period and place, but the one that is corrected."""
    held, target = draft.item, target_of(draft, world)
    found = past(target, world, held.supersedes)
    return tuple(r for r in found if (r.period, r.place) == (held.period, held.place))


def _others(draft: Draft, world: World) -> tuple[Line, ...]:
    """That there is a report for the same period already, one's own or somebody else's."""
    target = target_of(draft, world)
    lines = []
    for report in already(draft, world)[:_MOST_OTHERS]:
        said = {"value": said_value(report.value, target, world), "number": str(report.id)}
        own = world.me is not None and report.author == world.me.id
        lines.append(Line("report-own-already", said) if own else Line("report-other-already", said))
    return tuple(lines)


def _edits(draft: Draft, world: World) -> tuple[tuple[Tap, ...], ...]:
    """A button for each line, and one that makes it a correction where one's own report stands already."""
    item = draft.item
    labels = {
        "value": Line("report-edit-value"),
        "period": Line("report-edit-period"),
        "place": Line("report-edit-place"),
        "note": Line("report-edit-note"),
        "evidence": Line("report-edit-evidence"),
        "parts": Line("report-edit-parts"),
        "indicator": Line("report-edit-indicator"),
        "reason": Line("report-edit-reason"),
    }
    whole = item.value is not None and item.value.amount is not None and item.value.kind == "number"
    fields = [["value", "period"], ["place", "note"], ["evidence", "parts"] if whole else ["evidence"]]
    fields.append(["indicator"] if item.supersedes is None else ["reason"])
    rows = [tuple(tap(draft, labels[name], "edit", name) for name in row) for row in fields]
    own = [r for r in already(draft, world) if world.me is not None and r.author == world.me.id]
    if own and item.supersedes is None:
        label = Line("report-tap-correct-own", {"number": str(own[0].id)})
        rows.append((tap(draft, label, "instead-of", own[0].id),))
    return tuple(rows)


def _short(number: int, held: Item, world: World) -> Line:
    """One of several reports in a line."""
    target = world.targets.by_id[held.target or ""]
    said: dict[str, object] = {
        "number": str(number),
        "name": name_of(target),
        "value": said_value(held.value, target, world),
        "period": say_period(held.period or ""),
    }
    if held.place is None:
        return Line("report-short", said)
    return Line("report-short-place", {**said, "place": held.place})


def _parked(draft: Draft, world: World) -> tuple[tuple[Tap, ...], ...]:
    """The way back to what was begun before."""
    return tuple((to_parked(other, world),) for other in draft.parked[:1])


def to_parked(other: Draft, world: World) -> Tap:
    """The button that goes on with a draft that was begun before."""
    what = subject(other, world)
    return Tap(Line("report-tap-parked", {"what": what}), "go", f"{other.token}.{other.at}.")


def subject(draft: Draft, world: World) -> Line | str:
    """What a draft is about, in a few words."""
    if not draft.is_single:
        return Line("report-several", {"n": len(draft.items)})
    target = world.targets.by_id.get(draft.item.target or "")
    return name_of(target) if target else draft.item.said or Line("report-unknown-yet")


def saved(draft: Draft, world: World) -> View:
    """What was saved, with the way to take it back at once."""
    numbers = ", ".join(str(number) for number in draft.saved)
    lines = [Line("report-saved", {"n": len(draft.saved), "numbers": numbers})]
    lines += [_short(number, held, world) for number, held in zip(draft.saved, draft.items, strict=False)]
    lines.append(Line("report-saved-next", {"n": len(draft.saved)}))
    rows = [
        (undo_tap(draft),),
        (Tap(Line("report-tap-another"), "another"), MINE),
    ]
    return View(tuple(lines), (*rows, *_parked(draft, world)))


def undo_tap(draft: Draft) -> Tap:
    """Takes back what was saved; without the draft too, as long as its numbers fit a button."""
    numbers = runs(draft.saved)
    fits = len(numbers) <= _MOST_RUN_CHARS
    return Tap(Line("report-tap-undo"), "undo", f"{draft.token}.0.{numbers if fits else ''}")


def runs(numbers: tuple[int, ...]) -> str:
    """Numbers in little room: "12-17", "3,5-6".

    >>> runs((12, 13, 14)), runs((3, 5, 6))
    ('12-14', '3,5-6')
    """
    out: list[list[int]] = []
    for number in sorted(numbers):
        if out and number == out[-1][-1] + 1:
            out[-1].append(number)
        else:
            out.append([number])
    return ",".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in out)


def of_runs(text: str) -> tuple[int, ...]:
    """The numbers of `runs`; none when it is not one.

    >>> of_runs("3,5-6"), of_runs("x")
    ((3, 5, 6), ())
    """
    out: list[int] = []
    for run in text.split(","):
        parts = [number_of(part) for part in run.split("-")]
        first, last = parts[0], parts[-1]
        if len(parts) > 2 or first is None or last is None or last - first > _MOST_IN_RUN:
            return ()
        out += range(first, last + 1)
    return tuple(out)


def number_of(text: str) -> int | None:
    """A number that a button carries; None when it carries none, or one that no store could hold."""
    fits = text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
    return int(text) if fits else None
