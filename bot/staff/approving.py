"""Approving reports: a queue, one report at a time, one tap each; or a question back to who reported.

    /aprobari ─► queue ─► measure ─► [approve all]──┐
                  │          │                      ▼
                  └──────► report ─► [approve] ─► next report … ─► nothing waits
                             └─► [ask] ─(typed question)─► returned, the reporter is told
Every button names the report and how many steps it has gone: what changed meanwhile is shown, not decided.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.staff.decided import as_it_is, changed, kept, refused, stranger
from bot.staff.engine import (
    AllowSums,
    Command,
    Decide,
    Given,
    Kept,
    Line,
    Outcome,
    Pressed,
    Refused,
    ShowEvidence,
    Tap,
    Typed,
    View,
    World,
)
from bot.staff.heard import ANYWAY, heard
from bot.staff.lines import CANCEL, CANCELLED, numbers, short_report, stale
from bot.staff.queue import at_once, fingerprint, groups, stamp, waiting
from bot.staff.review import measure_view, queue_view, report_view
from bot.staff.roles import holds, is_own, may_decide
from bot.staff.shapes import Report
from bot.staff.team_state import Press, TeamState, waiting_for


def step(state: TeamState | None, given: Given, world: World) -> Outcome:
    """One turn of approving; pure. Raises Wanted when something has to be read first."""
    held = state or TeamState()
    if isinstance(given, Kept):
        return kept(held, world)
    if isinstance(given, Refused):
        return refused(held, given, world)
    if isinstance(given, Typed) and held.awaits != "question":
        return Outcome(state, passes=True)
    if not holds(world.me, "approve"):
        return stranger(world)
    if isinstance(given, Command):
        return Outcome(None, views=(queue_view(world),))
    if isinstance(given, Typed):
        words = heard(held, given.text, world)
        return words if isinstance(words, Outcome) else _return(held, words)
    if isinstance(given, Pressed):
        act = _ACTS.get(given.act)
        return act(Press(held, given.arg, world)) if act else stale(state)
    return Outcome(state, passes=True)


# ── looking ──


def _queue(press: Press) -> Outcome:
    page = numbers(press.arg) or (0,)
    return Outcome(None, views=(queue_view(press.world, page[0]),), in_place=True)


def _measure(press: Press) -> Outcome:
    group = next((g for g in groups(waiting(press.world)) if g.tag == press.arg), None)
    if group is None:
        return changed(press.world)
    return Outcome(None, views=(measure_view(group, press.world),), in_place=True)


def _open(press: Press) -> Outcome:
    report = _visible(press.arg, press.world)
    if report is None:
        return changed(press.world)
    return Outcome(None, views=(report_view(report, press.world),), in_place=True)


def _visible(arg: str, world: World) -> Report | None:
    """The report that a button names, when it is in one's scope."""
    found = world.report(numbers(arg)[0]) if numbers(arg) else None
    return found if found and may_decide(world.me, found, world.guide.directory) else None


# ── deciding ──


def _decidable(arg: str, world: World) -> Report | Outcome:
    """The report that a button is bound to; what is shown instead when it cannot be decided."""
    report = _visible(arg, world)
    if report is None:
        return changed(world)
    if is_own(world.me, report):
        return Outcome(None, toast=Line("approve-own"))
    if report.events and report.events[-1].state == report.state == "approved" and _did(report, world):
        # pressed twice: the next report stands there by now
        return Outcome(None, toast=Line("approved-toast"))
    if stamp(report) != arg or report.state != "submitted" or report.superseded_by is not None:
        return as_it_is(report, world)
    return report


def _did(report: Report, world: World) -> bool:
    """Whether the last step of a report was one's own."""
    return world.me is not None and report.events[-1].by == world.me.id


def _approve(press: Press) -> Outcome:
    report = _decidable(press.arg, press.world)
    if isinstance(report, Outcome):
        return report
    return Outcome(TeamState().does("approve", report.id), effects=(Decide("approved", (report.id,)),))


def _approve_all(press: Press) -> Outcome:
    name, _, print_ = press.arg.partition(".")
    group = next((g for g in groups(waiting(press.world)) if g.tag == name), None)
    if group is None:
        return changed(press.world)
    plain = at_once(group, press.world)
    if not plain or fingerprint(plain) != print_:
        line = Line("queue-changed")
        return Outcome(None, views=(measure_view(group, press.world, (line,)),), in_place=True, toast=line)
    ids = tuple(report.id for report in plain)
    return Outcome(TeamState().does("approve", *ids), effects=(Decide("approved", ids),))


def _ask(press: Press) -> Outcome:
    report = _decidable(press.arg, press.world)
    if isinstance(report, Outcome):
        return report
    said = {"report": short_report(report, press.world), "name": report.author_name or "–"}
    view = View((Line("ask-what", said),), ((Tap(CANCEL, "cancel"),),))
    return Outcome(waiting_for("question", press.world.now, report.id), views=(view,))


def _return(state: TeamState, words: str) -> Outcome:
    return Outcome(state.does("return"), effects=(Decide("returned", state.ids, words),))


def _anyway(press: Press) -> Outcome:
    if press.state.awaits != "question" or press.state.words is None:
        return stale(press.state)
    return _return(press.state, press.state.words)


def _cancel(press: Press) -> Outcome:
    report = _visible(str(press.state.ids[0]), press.world) if press.state.ids else None
    shown = report_view(report, press.world) if report else queue_view(press.world)
    return Outcome(None, views=(shown,), in_place=True, toast=CANCELLED)


def _sums(press: Press) -> Outcome:
    report = _visible(press.arg.partition(".")[0], press.world)
    wanted = numbers(press.arg)
    if report is None or len(wanted) != 2 or wanted[1] > 1 or report.value.kind != "number":
        return changed(press.world)
    effect = AllowSums(report.target, bool(wanted[1]))
    return Outcome(TeamState().does("sums", report.id), effects=(effect,))


def _file(press: Press) -> Outcome:
    report = _visible(press.arg, press.world)
    if report is None or report.evidence is None:
        return changed(press.world)
    # the question that is being written stays open while the photo is looked at
    return Outcome(press.state.does("evidence"), effects=(ShowEvidence(report.id),))


_ACTS: dict[str, Callable[[Press], Outcome]] = {
    "queue": _queue,
    "measure": _measure,
    "open": _open,
    "yes": _approve,
    "all": _approve_all,
    "ask": _ask,
    ANYWAY: _anyway,
    "cancel": _cancel,
    "sums": _sums,
    "file": _file,
}
