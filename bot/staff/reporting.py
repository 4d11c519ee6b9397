"""The conversation in which something is reported: `step(state, given, world) -> Outcome`.

    find ─→ which-measure ─→ which-indicator ─→ value ─→ period ─→ sure ─→ reason ─→ twin ─→ summary ─→ saved
     ↑            │                 │             │                                            ↑ ↓       │
     └────────────┴─────────────────┴─────────────┘ back                                       │ ↓  undo, two
                  period · place · note (─→ note-sure) · evidence · parts · item · value ······┘ ↓   minutes
                                          ↑─────────────────────── edit ─────────────────────────┘

A step is passed over when it has nothing to ask: one line with code, place and value leads to the summary.
The period is asked only when none is likely, `sure` when a value is unlike those before, `reason` of a
correction, `twin` when two lines of a message are about the same. Every step can be gone back from, helped
with, left for later and cancelled. One draft is open; what was begun before it is parked, and comes back by
its own buttons, after the open one, or with `/raport`.

Begins with the commands `raport` and an indicator's handle, and with the buttons `new` (a record's key),
`handle`, `correct` (a report's number) and `another`; a message that is meant as a report begins one too.
"""

from __future__ import annotations

from dataclasses import replace

from bot.staff.beginning import commanded, fresh, line, started
from bot.staff.draft import Draft
from bot.staff.engine import (
    Command,
    Given,
    Kept,
    Line,
    Outcome,
    Pressed,
    Refused,
    Sent,
    Typed,
    View,
    World,
)
from bot.staff.flow import question, refuse, settle, show, takes_file
from bot.staff.line import is_report
from bot.staff.media import MAX_EVIDENCE_BYTES
from bot.staff.messages import begins_another, typed
from bot.staff.pressing import PRESSES
from bot.staff.saving import ANOTHER, kept, refused, undo
from bot.staff.steering import asks_something, can_be_answered, steers, tap_typed
from bot.staff.summary import number_of, undo_tap
from bot.staff.words import words_of


def step(state: Draft | None, given: Given, world: World) -> Outcome:
    """One turn of the conversation.

    A state of another version, or about what the plans have no more, is dropped with a sentence.
    Raises Wanted for what has to be read from the store first.
    """
    outcome = _turn(state, given, world)
    left = outcome.state
    return replace(outcome, wants_file=isinstance(left, Draft) and left.doing is None and takes_file(left))


def _turn(state: Draft | None, given: Given, world: World) -> Outcome:
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
            return commanded(state, given, world)
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


# ── buttons ──


def _pressed(state: Draft | None, given: Pressed, world: World) -> Outcome:
    if given.act == "undo":
        return undo(state, given.arg, world)
    if given.act in ("new", "handle", "correct", "another"):
        return started(state, given, world)
    token, _, rest = given.arg.partition(".")
    number, _, rest = rest.partition(".")
    draft = brought_up(state, token)
    if draft is None:
        known = state is not None and state.token == token and state.step == "saved"
        return Outcome(state, toast=Line("report-toast-saved-before" if known else "report-toast-gone"))
    at = number_of(number)
    if at is not None and at < len(draft.items):
        draft = draft.changed(at=at)
    if given.act == "fresh":
        return show(fresh(draft, world), world)
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


# ── messages and files ──


def _typed(state: Draft | None, given: Typed, world: World) -> Outcome:
    if state is not None and state.step != "saved":
        outcome = typed(state, given, world)
        if outcome is not None:
            return outcome
    elif state is not None and state.saved:
        again = _after_saving(state, given, world)
        if again is not None:
            return again
    another = state is not None and begins_another(state, given.text, world)
    another = another or is_report(given.text, words_of(world.guide.index))
    if another and not world.guide.in_danger(given.text):
        return line(state, given.text, given.at, world)
    return Outcome(state, passes=True)


def _sent(state: Draft | None, given: Sent, world: World) -> Outcome:
    """A photo or document goes to the report it was asked for, or that is being looked at."""
    if state is None or not takes_file(state):
        return Outcome(state, passes=True)
    if given.evidence is None:
        fault = {
            "too-big": Line("report-file-too-big", {"most": MAX_EVIDENCE_BYTES // 2**20}),
            "not-allowed": Line("report-file-not-allowed"),
            "lost": Line("report-file-lost"),
        }
        return refuse(state, world, fault.get(given.fault or "", Line("report-file-lost")))
    more = Line("report-file-replaced" if state.item.evidence else "report-file-taken")
    return show(settle(state.with_item(evidence=given.evidence), world), world, more)


def _after_saving(state: Draft, given: Typed, world: World) -> Outcome | None:
    """A button of what was just saved, in words; None when something else was written."""
    if "undo" in steers(given.text, world.guide):
        return undo(state, undo_tap(state).arg, world)
    tap = tap_typed(given.text, question(state, world), world)
    if tap is None or tap.of:
        return None
    return replace(_pressed(state, Pressed(tap.act, tap.arg), world), in_place=False)
