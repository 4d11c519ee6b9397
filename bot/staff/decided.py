"""What came of approving or asking: the next report, who is told, or why nothing was decided."""

from __future__ import annotations

from bot.staff.engine import Line, Outcome, Refused, Tap, Tell, View, World
from bot.staff.lines import indicator_line, no_access, short_report
from bot.staff.queue import after, waiting
from bot.staff.review import queue_view, report_view
from bot.staff.roles import holds, may_decide
from bot.staff.shapes import Report
from bot.staff.team_state import TeamState


def stranger(world: World) -> Outcome:
    """Somebody who approves nothing: whom to turn to."""
    if world.me is None:
        return no_access()
    names = tuple(m.name for m in world.members() if holds(m, "approve") and m.id != world.me.id)
    line = Line("approve-others", {"names": names}) if names else Line("approve-nobody")
    return Outcome(None, views=(View((line,)),))


def changed(world: World, note: Line | None = None) -> Outcome:
    """The queue as it is now, with why it is shown."""
    line = note or Line("queue-changed")
    return Outcome(None, views=(queue_view(world, 0, (line,)),), in_place=True, toast=line)


def as_it_is(report: Report, world: World) -> Outcome:
    """A report that is not what the button was about any more."""
    line = Line("filed-changed")
    return Outcome(None, views=(report_view(report, world, (line,)),), in_place=True, toast=line)


def kept(state: TeamState, world: World) -> Outcome:
    """What is shown and told once an effect was carried out."""
    if state.doing == "evidence":
        return Outcome(state.model_copy(update={"doing": None}) if state.awaits else None)
    reports = [r for r in (world.report(number) for number in state.ids) if r is not None]
    if state.doing == "sums" and reports:
        line = Line("sums-allowed" if reports[0].sums else "sums-forbidden")
        return Outcome(None, views=(report_view(reports[0], world),), in_place=True, toast=line)
    if state.doing == "return" and reports:
        return _returned(reports[0], world)
    return _approved(reports, world) if state.doing == "approve" and reports else Outcome(None)


def _approved(reports: list[Report], world: World) -> Outcome:
    """The next report takes the place of the approved one; whoever reported is told."""
    done = {report.id for report in reports}
    rest = tuple(report for report in waiting(world) if report.id not in done)
    note = _done_line(reports, len(rest), world)
    following = after(max(done, default=0), rest)
    alone = len(reports) == 1
    view = report_view(following, world, (note,)) if following and alone else queue_view(world, 0, (note,))
    told = tuple(_told(author, reports, world) for author in dict.fromkeys(r.author for r in reports))
    return Outcome(None, views=(view,), in_place=True, toast=Line("approved-toast"), effects=told)


def _done_line(reports: list[Report], left: int, world: World) -> Line:
    if len(reports) == 1:
        return Line("approved-one", {"report": short_report(reports[0], world), "n": left})
    return Line("approved-many", {"done": len(reports), "n": left})


def _told(author: int, reports: list[Report], world: World) -> Tell:
    """What a reporter is told of the reports that were approved at once."""
    own = [report for report in reports if report.author == author]
    mine = ((Tap(Line("do-my-reports"), "list", "0", of="mine"),),)
    if len(own) > 1:
        return Tell(author, View((Line("told-approved-many", {"n": len(own)}),), mine))
    lines = (Line("told-approved", {"report": short_report(own[0], world)}), indicator_line(own[0], world))
    return Tell(author, View(lines, mine))


def _returned(report: Report, world: World) -> Outcome:
    """The question goes to whoever reported, with what to do about it."""
    words = next((e.words for e in reversed(report.events) if e.state == "returned"), None) or "–"
    name = world.me.name if world.me else world.name
    lines = (
        Line("told-returned", {"report": short_report(report, world), "name": name}),
        Line("told-question", {"words": words}),
        indicator_line(report, world),
    )
    number = str(report.id)
    taps = (
        (Tap(Line("do-answer"), "answer", number, of="mine"),),
        (
            Tap(Line("do-correct"), "correct", number, of="report"),
            Tap(Line("do-withdraw"), "withdraw", number, of="mine"),
        ),
    )
    rest = waiting(world)
    said = Line("returned-one", {"report": short_report(report, world), "n": len(rest)})
    following = after(report.id, rest)
    shown = report_view(following, world, (said,)) if following else queue_view(world, 0, (said,))
    return Outcome(None, views=(shown,), effects=(Tell(report.author, View(lines, taps)),))


def refused(state: TeamState, given: Refused, world: World) -> Outcome:
    """Nothing was decided: why, and how things are now."""
    if given.why == "rights":
        return stranger(world) if not holds(world.me, "approve") else changed(world, Line("approve-no-right"))
    if given.why == "own":
        return changed(world, Line("approve-own"))
    report = world.report(state.ids[0]) if len(state.ids) == 1 else None
    if report is not None and may_decide(world.me, report, world.guide.directory):
        return as_it_is(report, world)
    return changed(world)
