"""The screens of one's own reports: the list, and one report with what can still be done about it."""

from __future__ import annotations

from bot.staff.engine import Line, Tap, View, World
from bot.staff.lines import PAGE, indicator_line, page_of, pager, short_report, state_line
from bot.staff.review import said_lines, story_lines
from bot.staff.shapes import Report


def list_view(world: World, page: int = 0, note: tuple[Line, ...] = ()) -> View:
    """One's own reports, newest first, a number each."""
    reports = world.mine()
    if not reports:
        return View((*note, Line("mine-empty")))
    page, pages = page_of(page, len(reports))
    start = page * PAGE
    shown = list(enumerate(reports[start : start + PAGE], start + 1))
    lines = [_listed(number, report, world) for number, report in shown]
    head = Line("mine-head", {"n": len(reports)})
    foot = (Line("mine-page", {"page": page + 1, "of": pages}),) if pages > 1 else ()
    taps = tuple(Tap(str(number), "open", str(report.id)) for number, report in shown)
    return View((*note, head, *lines, *foot), (taps, pager("list", page, pages)))


def _listed(number: int, report: Report, world: World) -> Line:
    target = world.targets.by_id.get(report.target)
    code = target.record.code if target else None
    said: dict[str, object] = {"number": str(number), "report": short_report(report, world)}
    said["state"] = state_line(report)
    return Line("mine-item-code", said | {"code": code}) if code else Line("mine-item", said)


def report_view(report: Report, world: World, note: tuple[Line, ...] = ()) -> View:
    """One report, what happened to it, and what can still be done."""
    lines = (
        *note,
        Line("mine-report", {"report": short_report(report, world), "state": state_line(report)}),
        indicator_line(report, world),
        *said_lines(report),
        *story_lines(report, world),
    )
    number = str(report.id)
    rows: list[tuple[Tap, ...]] = []
    if is_open(report):
        if report.state == "returned":
            rows.append((Tap(Line("do-answer"), "answer", number),))
        correct = Tap(Line("do-correct"), "correct", number, of="report")
        known = report.target in world.targets.by_id
        rows.append(((correct,) if known else ()) + (Tap(Line("do-withdraw"), "withdraw", number),))
    if report.evidence:
        rows.append((Tap(Line("do-evidence"), "file", number),))
    return View(lines, (*rows, (Tap(Line("do-my-reports"), "list", "0"),)))


def is_open(report: Report) -> bool:
    """Whether it can still be corrected or taken back."""
    return report.state != "withdrawn" and report.superseded_by is None
