"""The conversation in which something is reported: `step(state, given, world) -> Outcome`.

    find ─→ which-measure ─→ which-indicator ─→ value ─→ sure ─→ reason ─→ twin ─→ summary ─→ saved
     ↑______________│_______________│_____________│ (back)   (of a correction)    │  ↑        │ two minutes
                                                                                  ↓  │        ↓
                                period, place, note (→ note-sure), evidence, parts, item    undone → summary

A step is passed over when there is nothing to ask: one line with code, place and value leads to the summary.
Every step can be gone back from, helped with, left for later and cancelled. One draft is open; what was begun
before it is parked, and comes back by its own buttons, after the open one or with `/raport`.
"""

from __future__ import annotations

from dataclasses import replace

from bot.staff.draft import MOST_PARKED, Draft, Item, begun, correcting
from bot.staff.engine import (
    Command,
    Given,
    Kept,
    Line,
    Outcome,
    Pressed,
    Refused,
    Sent,
    Tap,
    Typed,
    View,
    World,
)
from bot.staff.finding import among, may_report, seek
from bot.staff.flow import refuse, settle, show, takes_file
from bot.staff.line import is_report
from bot.staff.messages import typed
from bot.staff.pressing import PRESSES
from bot.staff.saving import ANOTHER, kept, refused, resumed, undo
from bot.staff.shapes import Target
from bot.staff.steering import asks_something, can_be_answered
from bot.staff.summary import subject
from bot.staff.taking import barred, empty, found
from bot.staff.words import words_of


def step(state: Draft | None, given: Given, world: World) -> Outcome:
    """One turn of the conversation.

    A state of another version, or about what the plans have no more, is dropped with a sentence.
    Raises Wanted for what has to be read from the store first.
    """
    if isinstance(given, Kept):
        return kept(state, given, world)
    if isinstance(given, Refused):
        return refused(state, given, world)
    if world.me is None or not world.me.grants:
        return _stranger(state, given, world)
    if state is not None and (state.step == "lost" or not state.fits(world.targets)):
        return _after_loss(state, given, world)
    return _step(state, given, world)


def _step(state: Draft | None, given: Given, world: World) -> Outcome:
    match given:
        case Command():
            return _commanded(state, given, world)
        case Pressed():
            return _pressed(state, given, world)
        case Sent():
            return _sent(state, given, world)
        case Typed():
            return _typed(state, given, world)
    return Outcome(state)


def _stranger(state: Draft | None, given: Given, world: World) -> Outcome:
    """Who has no role is told so once, and how to ask; what such a person writes is anybody's message."""
    if isinstance(given, Typed | Sent):
        return Outcome(state, passes=True)
    how = Line("report-stranger-how", {"id": str(world.telegram_id)})
    return Outcome(state, (View((Line("report-stranger"), how)),))


def _after_loss(state: Draft, given: Given, world: World) -> Outcome:
    """The next turn without what could not be kept, which is said once; a question is answered first."""
    outcome = _step(None, given, world)
    lost = Line("report-lost")
    if outcome.passes and isinstance(given, Typed):
        asked = asks_something(given.text, world) or can_be_answered(given.text, world)
        if asked or world.guide.in_danger(given.text):
            return Outcome(state, passes=True)
    if not outcome.views:
        return Outcome(None, (View((lost,), ((ANOTHER,),)),), toast=outcome.toast)
    first, *others = outcome.views
    return replace(outcome, views=(View((lost, *first.lines), first.taps), *others))


# ── beginning ──


def _commanded(state: Draft | None, given: Command, world: World) -> Outcome:
    named = given.name if given.name in world.targets.by_handle else ""
    words = f"{named} {given.words}".strip()
    if words:
        return _line(state, words, given.at, world)
    open_one = _open(state)
    if open_one is None:
        return show(_fresh(state, world), world)
    other = Tap(Line("report-tap-fresh"), "fresh", f"{open_one.token}.{open_one.at}.")
    return show(open_one, world, resumed(open_one, world), taps=(other,))


def _open(state: Draft | None) -> Draft | None:
    """The draft to go on with: the open one, else the one begun last before it."""
    if state is None:
        return None
    if not state.is_empty:
        return state
    return state.parked[0].changed(parked=state.parked[1:]) if state.parked else None


def _fresh(state: Draft | None, world: World) -> Draft:
    return begun(world.token, world.now).changed(parked=state.parked if state else ())


def _line(state: Draft | None, text: str, at: float, world: World) -> Outcome:
    """Report what one or several lines say."""
    sought = seek(text, empty(at), world)
    taken = found(begun(world.token, world.now, empty(at)), sought, text, world)
    if isinstance(taken, Line):
        # nothing to report about was found: it is looked for, and what was open stays as it was
        if state is not None and not state.is_empty:
            return show(state, world, taken, resumed(state, world))
        return show(_fresh(state, world), world, taken)
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


# ── buttons ──


def _pressed(state: Draft | None, given: Pressed, world: World) -> Outcome:
    if given.act == "undo":
        return undo(state, given.arg, world)
    if given.act in ("new", "handle", "correct", "another"):
        return _started(state, given, world)
    token, _, rest = given.arg.partition(".")
    number, _, rest = rest.partition(".")
    draft = brought_up(state, token)
    if draft is None:
        known = state is not None and state.token == token and state.step == "saved"
        return Outcome(state, toast=Line("report-toast-saved-before" if known else "report-toast-gone"))
    if number.isdecimal() and int(number) < len(draft.items):
        draft = draft.changed(at=int(number))
    if given.act == "fresh":
        return show(_fresh(draft, world), world)
    press = PRESSES.get(given.act)
    return press(draft, rest, world) if press else show(draft, world)


def brought_up(state: Draft | None, token: str) -> Draft | None:
    """The draft with a token, to the front if it was parked; None when none such is open."""
    if state is None or (state.token == token and state.step == "saved"):
        return None
    if state.token == token:
        return state
    parked = next((one for one in state.parked if one.token == token), None)
    if parked is None:
        return None
    others = tuple(one for one in state.parked if one.token != token)
    front = () if state.is_empty else (state.changed(parked=()),)
    return parked.changed(parked=(*front, *others))


def _started(state: Draft | None, given: Pressed, world: World) -> Outcome:
    """Begin from a measure's card, a handle, a report of one's own, or anew."""
    if given.act == "another":
        if state is None or state.is_empty:
            return show(_fresh(state, world), world)
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
    report = world.report(int(number)) if number.isdecimal() else None
    target = world.targets.by_id.get(report.target) if report else None
    if report is None or target is None or report.state == "withdrawn" or report.superseded_by is not None:
        return Outcome(state, toast=Line("report-toast-gone"))
    if not may_report(target.record, world):
        return Outcome(state, (View((barred((target.record,)),), ((ANOTHER,),)),))
    if world.me is None or (report.author != world.me.id and number not in {str(r.id) for r in world.mine()}):
        return Outcome(state, toast=Line("report-toast-not-yours"))
    draft = begun(world.token, world.now, correcting(report, world.now))
    return _begin(state, draft.goes("value"), world)


# ── messages and files ──


def _typed(state: Draft | None, given: Typed, world: World) -> Outcome:
    if state is not None and state.step != "saved":
        outcome = typed(state, given, world)
        if outcome is not None:
            return outcome
    elif state is not None and state.saved:
        again = typed(state, given, world)
        if again is not None:
            return again
    if is_report(given.text, words_of(world.guide.index)) and not world.guide.in_danger(given.text):
        return _line(state, given.text, given.at, world)
    return Outcome(state, passes=True)


def _sent(state: Draft | None, given: Sent, world: World) -> Outcome:
    """A photo or document goes to the report it was asked for, or that is being looked at."""
    if state is None or not takes_file(state):
        return Outcome(state, passes=True)
    if given.evidence is None:
        fault = {
            "too-big": Line("report-file-too-big"),
            "not-allowed": Line("report-file-not-allowed"),
            "lost": Line("report-file-lost"),
        }
        return refuse(state, world, fault.get(given.fault or "", Line("report-file-lost")))
    more = Line("report-file-replaced" if state.item.evidence else "report-file-taken")
    return show(settle(state.with_item(evidence=given.evidence), world), world, more)
