"""What each button of a report does."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.say import texts
from bot.staff import asking, choosing
from bot.staff.asking import HELP, doubts, target_of
from bot.staff.details import same
from bot.staff.draft import Draft, StepName
from bot.staff.engine import Line, Outcome, World
from bot.staff.finding import may_report, periods
from bot.staff.flow import back, knows_target, refuse, settle, show
from bot.staff.saving import cancelled, left_for_later, save
from bot.staff.shapes import Value
from bot.staff.summary import number_of
from bot.staff.taking import barred, choose_measure, choose_target, with_period, with_value

Press = Callable[[Draft, str, World], Outcome]
"""draft at the item that the button was shown for, rest of its argument, world."""


def on(draft: Draft, world: World) -> Outcome:
    """Show where the draft is, in place of what was pressed."""
    return show(draft, world, in_place=True)


def _back(draft: Draft, _rest: str, world: World) -> Outcome:
    return on(back(draft, world), world)


def _skip(draft: Draft, _rest: str, world: World) -> Outcome:
    return on(settle(draft, world), world) if draft.step in asking.SKIPPED else _needed(draft, world)


def _needed(draft: Draft, world: World) -> Outcome:
    return refuse(draft, world, Line("report-needed"))


def _help(draft: Draft, _rest: str, world: World) -> Outcome:
    return show(draft, world, HELP[draft.step])


def _cancel(draft: Draft, _rest: str, world: World) -> Outcome:
    return cancelled(draft, world)


def _later(draft: Draft, _rest: str, world: World) -> Outcome:
    return left_for_later(draft, world)


def _save(draft: Draft, rest: str, world: World) -> Outcome:
    """Save what the pressed summary showed; what was changed since, on another phone, is shown first."""
    if rest and rest != draft.mark and draft.step != "saved":
        return show(draft.goes("summary"), world, Line("report-shown-older"), in_place=True)
    return save(draft, world)


def _go(draft: Draft, _rest: str, world: World) -> Outcome:
    if draft.step in ("find", "value"):
        return on(settle(draft, world), world)
    return on(draft, world)


def _about(draft: Draft, rest: str, world: World) -> Outcome:
    target = world.targets.by_handle.get(rest)
    if target is None or draft.item.supersedes is not None:
        return Outcome(draft, toast=Line("report-toast-gone"))
    if not may_report(target.record, world):
        return show(draft, world, barred((target.record,)))
    return on(choose_target(draft, target, world), world)


def _measure(draft: Draft, rest: str, world: World) -> Outcome:
    record = world.guide.directory.by_key.get(rest)
    if record is None or not world.targets.of(record) or draft.item.supersedes is not None:
        return Outcome(draft, toast=Line("report-toast-gone"))
    if not may_report(record, world):
        return show(draft, world, barred((record,)))
    chosen = choose_measure(draft, record, world)
    return show(draft, world, chosen) if isinstance(chosen, Line) else on(chosen, world)


def _own(draft: Draft, rest: str, world: World) -> Outcome:
    if draft.item.supersedes is not None:
        return on(draft, world)
    view = choosing.own(draft, world, number_of(rest) or 0)
    listed = draft.goes("find").changed(touched_at=world.now, lists=True)
    return Outcome(listed, (view,), in_place=True)


def _page(draft: Draft, rest: str, world: World) -> Outcome:
    paged = {"which-measure": choosing.which_measure, "which-indicator": choosing.which_indicator}.get(
        draft.step
    )
    if paged is None:
        return on(draft, world)
    view = paged(draft, world, number_of(rest) or 0)
    return Outcome(draft.changed(touched_at=world.now), (view,), in_place=True)


def _set(draft: Draft, rest: str, world: World) -> Outcome:
    if not knows_target(draft, world):
        return on(settle(draft, world), world)
    if rest == "nothing":
        return on(settle(with_value(draft, Value(kind="nothing"), world.now), world), world)
    if target_of(draft, world).kind != "state" or rest not in ("done", "partly", "not-done"):
        return on(draft, world)
    value = Value(kind="state", done=rest)
    return on(settle(with_value(draft, value, world.now), world), world)


def _sure(draft: Draft, _rest: str, world: World) -> Outcome:
    if draft.step != "sure":
        return on(draft, world)
    held = (*draft.item.doubts, *doubts(draft, world))
    return on(settle(draft.with_item(doubts=held), world), world)


def _edit(draft: Draft, rest: str, world: World) -> Outcome:
    if not knows_target(draft, world):
        return on(settle(draft, world), world)
    if rest == "indicator" and draft.item.supersedes is None:
        return on(back(draft.goes("value"), world), world)
    step = _EDITED.get(rest)
    return on(draft.goes(step, returns=True) if step else draft, world)


_EDITED: Mapping[str, StepName] = {
    "value": "value",
    "period": "period",
    "place": "place",
    "note": "note",
    "evidence": "evidence",
    "parts": "parts",
    "reason": "reason",
}


def _when(draft: Draft, rest: str, world: World) -> Outcome:
    if not knows_target(draft, world) or rest not in periods(target_of(draft, world), world):
        return on(settle(draft, world), world)
    return on(with_period(draft, rest, world), world)


def _without(draft: Draft, _rest: str, world: World) -> Outcome:
    changes: dict[StepName, dict[str, object]] = {
        "place": {"place": None},
        "note": {"note": None},
        "note-sure": {"note": None},
        "evidence": {"evidence": None},
        "parts": {"parts": ()},
    }
    if draft.step not in changes:
        return on(draft, world)
    return on(settle(draft.with_item(**changes[draft.step]), world), world)


def _keep(draft: Draft, _rest: str, world: World) -> Outcome:
    if draft.step != "note-sure":
        return on(draft, world)
    return on(settle(draft.with_item(doubts=(*draft.item.doubts, "personal")), world), world)


def _why(draft: Draft, rest: str, world: World) -> Outcome:
    """A reason that many have, in the language of whoever gives it."""
    say = texts(world.lang)
    reasons = {"slip": say("report-reason-slip"), "news": say("report-reason-news")}
    if draft.step != "reason" or rest not in reasons:
        return on(draft, world)
    return on(settle(draft.with_item(reason=reasons[rest]), world), world)


def _both(draft: Draft, _rest: str, world: World) -> Outcome:
    if draft.step != "twin":
        return on(draft, world)
    return on(settle(draft.with_item(twin_kept=True), world), world)


def _out(draft: Draft, _rest: str, world: World) -> Outcome:
    """Leave the item out; the last one left is given up with cancel only."""
    if draft.is_single:
        return on(draft, world)
    items = draft.items[: draft.at] + draft.items[draft.at + 1 :]
    return on(settle(draft.changed(items=items, at=0), world), world)


def _instead(draft: Draft, rest: str, world: World) -> Outcome:
    """Leave the other of two items about the same out."""
    other = number_of(rest)
    if draft.step != "twin" or other is None or other >= draft.at or not same(draft, other):
        return on(draft, world)
    return _out(draft.changed(at=other), "", world)


def _instead_of(draft: Draft, rest: str, world: World) -> Outcome:
    """Make the item a correction of one's own report about the same."""
    number = number_of(rest)
    if not knows_target(draft, world):
        return on(draft, world)
    own = [r for r in asking.past(target_of(draft, world), world) if world.me and r.author == world.me.id]
    if number not in [r.id for r in own]:
        return on(draft, world)
    return on(settle(draft.with_item(supersedes=number), world), world)


def _item(draft: Draft, rest: str, world: World) -> Outcome:
    number = number_of(rest)
    if draft.step != "summary" or number is None or number >= len(draft.items):
        return on(draft, world)
    return on(draft.changed(at=number).goes("item"), world)


PRESSES: Mapping[str, Press] = {
    "back": _back,
    "skip": _skip,
    "help": _help,
    "cancel": _cancel,
    "later": _later,
    "save": _save,
    "go": _go,
    "about": _about,
    "measure": _measure,
    "own": _own,
    "page": _page,
    "set": _set,
    "sure": _sure,
    "edit": _edit,
    "when": _when,
    "without": _without,
    "keep": _keep,
    "why": _why,
    "both": _both,
    "out": _out,
    "instead": _instead,
    "instead-of": _instead_of,
    "item": _item,
}
