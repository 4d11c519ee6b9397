"""Saving a draft, taking it back within two minutes, and what came of either."""

from __future__ import annotations

from bot.staff.asking import tap
from bot.staff.draft import Draft, Item
from bot.staff.engine import Kept, Line, Outcome, Refused, Submit, Tap, View, Withdraw, World
from bot.staff.finding import may_report
from bot.staff.flow import settle, show
from bot.staff.summary import MINE, UNDO_SECONDS, of_runs, saved, subject
from bot.staff.taking import barred
from index import Record

ANOTHER = Tap(Line("report-tap-another"), "another")
"""Begins a report anew."""


def save(draft: Draft, world: World) -> Outcome:
    """Have the reports saved; what is still open is asked first, and rights are looked at early."""
    ready = settle(draft, world)
    if ready.step != "summary":
        return show(ready, world, in_place=True)
    closed = _closed(ready, world)
    if closed:
        return show(ready, world, barred(closed), in_place=True)
    reports = tuple(report for item in ready.items if (report := item.report()) is not None)
    return Outcome(ready.changed(doing="save", touched_at=world.now), effects=(Submit(ready.token, reports),))


def undo(draft: Draft | None, arg: str, world: World) -> Outcome:
    """Take back what was just saved; later than two minutes it is withdrawn with words elsewhere."""
    ids = of_runs(arg.rpartition(".")[2])
    if not ids and draft is not None and arg.startswith(f"{draft.token}."):
        ids = draft.saved
    if not ids:
        return Outcome(draft, toast=Line("report-toast-gone"))
    if world.now - _saved_at(draft, ids, world) > UNDO_SECONDS:
        late = View((Line("report-undo-late"), Line("report-undo-late-how")), ((MINE,),))
        return Outcome(draft, (late,))
    held = draft or Draft(
        token=world.token, step="saved", items=(Item(written_at=world.now),), touched_at=world.now
    )
    return Outcome(held.changed(doing="undo", undoing=ids), effects=(Withdraw(ids),))


def _saved_at(draft: Draft | None, ids: tuple[int, ...], world: World) -> float:
    if draft is not None and draft.saved == ids:
        return draft.saved_at
    report = world.report(ids[0])
    return report.saved_at if report else 0.0


def kept(draft: Draft | None, given: Kept, world: World) -> Outcome:
    """What was asked for was done."""
    if draft is None or draft.doing is None:
        return Outcome(draft)
    if draft.doing == "save":
        done = draft.changed(step="saved", doing=None, saved=given.ids, saved_at=world.now, returns=False)
        return _said_saved(done, world)
    return _undone(draft, world)


def _said_saved(draft: Draft, world: World, *before: Line) -> Outcome:
    view = saved(draft, world)
    shown = View((*before, *view.lines), view.taps)
    return Outcome(draft, (shown,), in_place=True, toast=Line("report-toast-saved"))


def _undone(draft: Draft, world: World) -> Outcome:
    """The draft is open again, to be changed and saved under another token, or given up."""
    undone = draft.undoing
    held = draft.changed(doing=None, undoing=())
    numbers = ", ".join(str(number) for number in undone)
    said = Line("report-undone", {"n": len(undone), "numbers": numbers})
    if draft.step != "saved" or draft.saved != undone:
        left = held if draft.step != "saved" or draft.saved else None
        another = Tap(Line("report-tap-another"), "another")
        return Outcome(left, (View((said,), ((another,),)),), in_place=True)
    again = held.changed(token=world.token, saved=(), saved_at=0.0)
    return show(settle(again, world), world, said, Line("report-undone-how"), in_place=True)


def refused(draft: Draft | None, given: Refused, world: World) -> Outcome:
    """What was asked for was not done: why, and how to go on; nothing that was written is lost."""
    if draft is None or draft.doing is None:
        return Outcome(draft)
    held = draft.changed(doing=None, undoing=())
    if draft.doing == "undo":
        left = held if draft.step != "saved" or draft.saved else None
        return Outcome(left, (View((Line("report-undo-refused"), Line("report-undo-late-how")), ((MINE,),)),))
    if given.why == "twice":
        done = held.changed(step="saved", saved=given.ids, saved_at=world.now)
        return _said_saved(done, world, Line("report-saved-before"))
    if given.why == "rights":
        closed = _closed(held, world)
        return show(held, world, barred(closed) if closed else Line("report-not-yours"))
    corrected = tuple(item.supersedes for item in held.items if item.supersedes is not None)
    if corrected:
        items = tuple(item.changed(supersedes=None, reason=None) for item in held.items)
        numbers = ", ".join(str(number) for number in corrected)
        stale = Line("report-stale", {"numbers": numbers})
        return show(settle(held.changed(items=items), world), world, stale, Line("report-stale-how"))
    return show(held, world, Line("report-refused"), Line("report-refused-how"))


def _closed(draft: Draft, world: World) -> tuple[Record, ...]:
    """Measures of a draft that one may not report about."""
    records = (world.targets.by_id[item.target or ""].record for item in draft.items)
    return tuple({r.id: r for r in records if not may_report(r, world)}.values())


def cancelled(draft: Draft, world: World) -> Outcome:
    """Give the draft up; what was begun before it comes back."""
    gone = Line("report-cancelled")
    if not draft.parked:
        return Outcome(None, (View((gone,), ((ANOTHER,),)),), in_place=True)
    before = draft.parked[0].changed(parked=draft.parked[1:])
    return show(before, world, gone, resumed(before, world), in_place=True)


def resumed(draft: Draft, world: World) -> Line:
    """Where one was."""
    return Line("report-resumed", {"what": subject(draft, world)})


def left_for_later(draft: Draft, _world: World) -> Outcome:
    """The draft stays as it is."""
    on = tap(draft, Line("report-tap-continue"), "go")
    view = View((Line("report-later"), Line("report-later-how")), ((on,),))
    return Outcome(draft.changed(refusals=0), (view,), in_place=True)
