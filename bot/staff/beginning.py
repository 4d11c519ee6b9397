"""Where a report begins: a command, one or several lines, a card, a handle, a report to be corrected."""

from __future__ import annotations

from dataclasses import replace

from bot.staff.draft import MOST_PARKED, Draft, Item, begun, correcting
from bot.staff.engine import Command, Line, Outcome, Pressed, Tap, View, World
from bot.staff.finding import among, may_report, seek
from bot.staff.flow import settle, show
from bot.staff.saving import ANOTHER, resumed
from bot.staff.shapes import Target
from bot.staff.summary import number_of, subject
from bot.staff.taking import barred, empty, found


def commanded(state: Draft | None, given: Command, world: World) -> Outcome:
    """`/raport`, alone or with a line; or the handle of an indicator as a command."""
    named = given.name if given.name in world.targets.by_handle else ""
    words = f"{named} {given.words}".strip()
    if words:
        return line(state, words, given.at, world)
    open_one = _open(state)
    if open_one is None:
        return show(fresh(state, world), world)
    other = Tap(Line("report-tap-fresh"), "fresh", f"{open_one.token}.{open_one.at}.")
    return show(open_one, world, resumed(open_one, world), taps=(other,))


def _open(state: Draft | None) -> Draft | None:
    """The draft to go on with: the open one, else the one begun last before it."""
    if state is None:
        return None
    if state.is_begun:
        return state
    return state.parked[0].changed(parked=state.parked[1:]) if state.parked else None


def fresh(state: Draft | None, world: World) -> Draft:
    """An empty draft; what is parked stays so."""
    return begun(world.token, world.now).changed(parked=state.parked if state else ())


def line(state: Draft | None, text: str, at: float, world: World) -> Outcome:
    """Report what one or several lines say."""
    sought = seek(text, empty(at), world)
    taken = found(begun(world.token, world.now, empty(at)), sought, text, world)
    if isinstance(taken, Line):
        # nothing to report about was found: it is looked for, and what was open stays as it was
        if state is not None and not state.is_empty:
            return show(state, world, taken, resumed(state, world))
        return show(fresh(state, world), world, taken)
    return _begin(state, taken, world)


def _begin(state: Draft | None, draft: Draft, world: World) -> Outcome:
    """Open a draft; the one that is open is parked, unless nothing would be lost without it."""
    if state is None:
        return show(draft, world)
    if _same(state, draft):
        return show(state, world)
    parked = state.parked if state.is_empty else (state.changed(parked=()), *state.parked)
    if len(parked) > MOST_PARKED:
        return show(state, world, Line("report-too-many", {"n": len(parked)}), resumed(state, world))
    draft = draft.changed(parked=parked)
    if state.is_empty:
        return show(draft, world)
    outcome = show(draft, world)
    (view,) = outcome.views
    lines = (*view.lines, Line("report-parked", {"what": subject(state, world)}))
    return replace(outcome, views=(View(lines, view.taps),))


def _same(state: Draft, draft: Draft) -> bool:
    """Whether the same message came once more: as typed, whatever was done about it since."""
    if state.step == "saved" or len(state.items) != len(draft.items):
        return False

    def bare(item: Item) -> Item:
        return item.changed(written_at=0.0)

    return all(bare(a) == bare(b) for a, b in zip(state.items, draft.items, strict=True))


def started(state: Draft | None, given: Pressed, world: World) -> Outcome:
    """Begin from a measure's card, a handle, a report of one's own, or anew."""
    if given.act == "another":
        if state is None or state.is_empty:
            return show(fresh(state, world), world)
        return _begin(state, begun(world.token, world.now), world)
    if given.act == "correct":
        return _correct(state, given.arg, world)
    targets = _named(given, world)
    if not targets:
        return Outcome(state, toast=Line("report-toast-gone"))
    if not may_report(targets[0].record, world):
        return Outcome(state, (View((barred((targets[0].record,)),), ((ANOTHER,),)),))
    item = among(empty(world.now), targets, world)
    return _begin(state, settle(begun(world.token, world.now, item), world), world)


def _named(given: Pressed, world: World) -> tuple[Target, ...]:
    """The indicators that a card's button or a handle is about; none when they are gone."""
    if given.act == "handle":
        target = world.targets.by_handle.get(given.arg)
        return (target,) if target else ()
    record = world.guide.directory.by_key.get(given.arg)
    return world.targets.of(record) if record else ()


def _correct(state: Draft | None, number: str, world: World) -> Outcome:
    """Open a report that was saved, to be changed: its value first, then why."""
    known = number_of(number)
    report = world.report(known) if known is not None else None
    target = world.targets.by_id.get(report.target) if report else None
    if report is None or target is None or report.state == "withdrawn" or report.superseded_by is not None:
        return Outcome(state, toast=Line("report-toast-gone"))
    if not may_report(target.record, world):
        return Outcome(state, (View((barred((target.record,)),), ((ANOTHER,),)),))
    if world.me is None or (report.author != world.me.id and known not in {r.id for r in world.mine()}):
        return Outcome(state, toast=Line("report-toast-not-yours"))
    draft = begun(world.token, world.now, correcting(report, world.now))
    return _begin(state, draft.goes("value"), world)
