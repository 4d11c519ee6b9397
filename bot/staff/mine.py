"""One's own reports: what became of each, answering a question, taking one back; correcting is reporting.

/rapoartele_mele ─► list ─► report ─► [answer]   ─(typed answer)─► sent again, whoever asked is told
                              ├─────► [withdraw] ─(sure? a reason may be typed)─► withdrawn
                              └─────► [correct]  ─► the reporting conversation
"""

from __future__ import annotations

from collections.abc import Callable

from bot.staff.engine import (
    Command,
    Given,
    Kept,
    Line,
    Outcome,
    Pressed,
    Refused,
    Respond,
    ShowEvidence,
    Tap,
    Tell,
    Typed,
    View,
    Withdraw,
    World,
)
from bot.staff.heard import ANYWAY, heard
from bot.staff.lines import (
    CANCEL,
    CANCELLED,
    indicator_line,
    no_access,
    numbers,
    short_report,
    stale,
    state_line,
)
from bot.staff.mine_view import is_open, list_view, report_view
from bot.staff.shapes import Report
from bot.staff.team_state import Press, TeamState, waiting_for


def step(state: TeamState | None, given: Given, world: World) -> Outcome:
    """One turn about one's own reports; pure. Raises Wanted when something has to be read first."""
    held = state or TeamState()
    if isinstance(given, Kept):
        return _kept(held, world)
    if isinstance(given, Refused):
        return _refused(held, given, world)
    if isinstance(given, Typed) and held.awaits not in ("answer", "why"):
        return Outcome(state, passes=True)
    if world.me is None:
        return no_access()
    if isinstance(given, Command):
        return Outcome(None, views=(list_view(world),))
    if isinstance(given, Typed):
        words = heard(held, given.text, world)
        return words if isinstance(words, Outcome) else _sent(held, words)
    if isinstance(given, Pressed):
        act = _ACTS.get(given.act)
        return act(Press(held, given.arg, world)) if act else stale(state)
    return Outcome(state, passes=True)


# ── buttons ──


def _list(press: Press) -> Outcome:
    page = numbers(press.arg) or (0,)
    return Outcome(None, views=(list_view(press.world, page[0]),), in_place=True)


def _own(arg: str, world: World) -> Report | None:
    """The report that a button names, when it is one's own or was handed over to one."""
    found = world.report(numbers(arg)[0]) if numbers(arg) else None
    if found is None or world.me is None:
        return None
    own = found.author == world.me.id or any(one.id == found.id for one in world.mine())
    return found if own else None


def _gone(world: World) -> Outcome:
    line = Line("mine-gone")
    return Outcome(None, views=(list_view(world, 0, (line,)),), in_place=True, toast=line)


def _as_it_is(report: Report, world: World) -> Outcome:
    line = Line("filed-changed")
    return Outcome(None, views=(report_view(report, world, (line,)),), in_place=True, toast=line)


def _open(press: Press) -> Outcome:
    report = _own(press.arg, press.world)
    if report is None:
        return _gone(press.world)
    return Outcome(None, views=(report_view(report, press.world),), in_place=True)


def _answer(press: Press) -> Outcome:
    report = _own(press.arg, press.world)
    if report is None:
        return _gone(press.world)
    if report.state != "returned" or not is_open(report):
        return _as_it_is(report, press.world)
    asked = next((e.words for e in reversed(report.events) if e.state == "returned"), None) or "–"
    said = {"report": short_report(report, press.world), "words": asked}
    view = View((Line("answer-what", said),), ((Tap(CANCEL, "cancel"),),))
    return Outcome(waiting_for("answer", press.world.now, report.id), views=(view,))


def _withdraw(press: Press) -> Outcome:
    report = _own(press.arg, press.world)
    if report is None:
        return _gone(press.world)
    if not is_open(report):
        return _as_it_is(report, press.world)
    line = Line("withdraw-sure", {"report": short_report(report, press.world)})
    rows = ((Tap(Line("do-withdraw-yes"), "yes", str(report.id)),), (Tap(CANCEL, "cancel"),))
    return Outcome(waiting_for("why", press.world.now, report.id), views=(View((line,), rows),))


def _withdraw_yes(press: Press) -> Outcome:
    report = _own(press.arg, press.world)
    if report is None or not is_open(report):
        return _as_it_is(report, press.world) if report else _gone(press.world)
    waits = waiting_for("why", press.world.now, report.id)
    return Outcome(waits.does("withdraw"), effects=(Withdraw((report.id,)),))


def _sent(state: TeamState, words: str) -> Outcome:
    """What was typed is an answer or a reason."""
    if state.awaits == "answer":
        return Outcome(state.does("respond"), effects=(Respond(state.ids[0], words),))
    return Outcome(state.does("withdraw"), effects=(Withdraw(state.ids, words),))


def _anyway(press: Press) -> Outcome:
    if press.state.awaits not in ("answer", "why") or press.state.words is None:
        return stale(press.state)
    return _sent(press.state, press.state.words)


def _cancel(press: Press) -> Outcome:
    report = _own(str(press.state.ids[0]), press.world) if press.state.ids else None
    shown = report_view(report, press.world) if report else list_view(press.world)
    return Outcome(None, views=(shown,), in_place=True, toast=CANCELLED)


def _file(press: Press) -> Outcome:
    report = _own(press.arg, press.world)
    if report is None or report.evidence is None:
        return _gone(press.world)
    return Outcome(press.state.does("evidence"), effects=(ShowEvidence(report.id),))


_ACTS: dict[str, Callable[[Press], Outcome]] = {
    "list": _list,
    "open": _open,
    "answer": _answer,
    "withdraw": _withdraw,
    "yes": _withdraw_yes,
    ANYWAY: _anyway,
    "cancel": _cancel,
    "file": _file,
}


# ── what came of it ──


def _kept(state: TeamState, world: World) -> Outcome:
    if state.doing == "evidence":
        return Outcome(state.model_copy(update={"doing": None}) if state.awaits else None)
    report = world.report(state.ids[0]) if state.ids else None
    if report is None or state.doing not in ("respond", "withdraw"):
        return Outcome(None)
    notes = (Line("answer-sent"),) if state.doing == "respond" else _withdrawn(report, world)
    told = _told(report, world)
    return Outcome(None, views=(report_view(report, world, notes),), effects=told)


def _withdrawn(report: Report, world: World) -> tuple[Line, ...]:
    """A correction was taken back: what it corrected holds again, which nobody would guess."""
    before = world.report(report.supersedes) if report.supersedes is not None else None
    if before is None or not is_open(before):
        return (Line("withdraw-done"),)
    back = Line("withdraw-before", {"report": short_report(before, world), "state": state_line(before)})
    return (Line("withdraw-done"), back)


def _told(report: Report, world: World) -> tuple[Tell, ...]:
    """Whoever asked is told of the answer, or that the report was taken back instead."""
    before = [event for event in report.events[:-1] if event.state == "returned"]
    last = report.events[-1] if report.events else None
    if last is None or not before or not any(m.id == before[-1].by for m in world.members()):
        return ()
    if last.state == "withdrawn" and report.events[-2].state != "returned":
        return ()
    said = {"name": world.me.name if world.me else world.name, "report": short_report(report, world)}
    head = Line("told-answer" if last.state == "submitted" else "told-withdrawn", said)
    words = (Line("told-question", {"words": last.words}),) if last.words else ()
    taps = ((Tap(Line("do-open"), "open", str(report.id), of="approving"),),)
    return (Tell(before[-1].by, View((head, *words, indicator_line(report, world)), taps)),)


def _refused(state: TeamState, given: Refused, world: World) -> Outcome:
    """Nothing was kept: how things are now."""
    if world.me is None:
        return no_access()
    if given.why == "rights":
        line = Line("mine-no-right")
        return Outcome(None, views=(list_view(world, 0, (line,)),), in_place=True, toast=line)
    report = _own(str(state.ids[0]), world) if state.ids else None
    return _as_it_is(report, world) if report else _gone(world)
