"""The screens of approving: the queue, a measure's reports, one report with all that helps to decide."""

from __future__ import annotations

from bot.staff.engine import Line, Tap, View, World
from bot.staff.lines import (
    PAGE,
    author_line,
    day_of,
    indicator_line,
    measure_name,
    member_name,
    page_of,
    pager,
    short_report,
    state_line,
    value_line,
)
from bot.staff.periods import say_period
from bot.staff.queue import (
    MOST_AT_ONCE,
    Group,
    after,
    at_once,
    conflicts,
    fingerprint,
    groups,
    stamp,
    waiting,
)
from bot.staff.roles import is_own, may_decide
from bot.staff.shapes import Report, Value
from bot.staff.values import say_value
from bot.staff.words import words_of

_PAST = 3
"""Values of earlier periods that stand beside a report."""
_KIB = 1024
_DOUBTS = {
    "jump": Line("doubt-jump"),
    "below-last": Line("doubt-below-last"),
    "personal": Line("doubt-personal"),
}
_MEDIA = {
    "image/jpeg": Line("evidence-photo"),
    "image/png": Line("evidence-photo"),
    "application/pdf": Line("evidence-document"),
}


def queue_view(world: World, page: int = 0, note: tuple[Line, ...] = ()) -> View:
    """Measures with reports that wait, a button each."""
    reports = waiting(world)
    if not reports:
        return View((*note, Line("queue-empty")), ((Tap(Line("do-my-reports"), "list", "0", of="mine"),),))
    held = groups(reports)
    page, pages = page_of(page, len(held))
    lines: list[Line] = [*note, Line("queue-head", {"n": len(reports)})]
    rows: list[tuple[Tap, ...]] = []
    for number, group in enumerate(held[page * PAGE : (page + 1) * PAGE], page * PAGE + 1):
        name = measure_name(world.guide.index.by_id.get(group.measure))
        first = group.reports[0]
        said = {
            "number": str(number),
            "measure": name,
            "n": len(group.reports),
            "day": day_of(first.created_at),
        }
        lines.append(Line("queue-measure", said | {"first": short_report(first, world)}))
        single = len(group.reports) == 1
        act, arg = ("open", str(first.id)) if single else ("measure", group.tag)
        rows.append((Tap(Line("do-queue-measure", {"number": str(number), "measure": name}), act, arg),))
    return View(tuple(lines), (*rows, pager("queue", page, pages)))


def measure_view(group: Group, world: World, note: tuple[Line, ...] = ()) -> View:
    """All reports of a measure that wait, and one button for those that need no second look."""
    name = measure_name(world.guide.index.by_id.get(group.measure))
    shown = group.reports[:MOST_AT_ONCE]
    plain = at_once(group, world)
    lines: list[Line] = [*note, Line("queue-of-measure", {"measure": name, "n": len(group.reports)})]
    lines += [_listed(number, report, world) for number, report in enumerate(shown, 1)]
    if len(plain) < len(group.reports):
        lines.append(Line("queue-apart", {"n": len(group.reports) - len(plain)}))
    buttons = [Tap(str(number), "open", str(report.id)) for number, report in enumerate(shown, 1)]
    rows = [tuple(buttons[n : n + 5]) for n in range(0, len(buttons), 5)]
    if len(plain) > 1:
        rows.insert(0, (_all(group, plain),))
    return View(tuple(lines), (*rows, (Tap(Line("do-queue"), "queue", "0"),)))


def _listed(number: int, report: Report, world: World) -> Line:
    """A report in a measure's list, with a mark when it wants a second look."""
    said = {"number": str(number), "report": short_report(report, world), "by": author_line(report)}
    if is_own(world.me, report):
        return Line("queue-item-own", said)
    marked = report.doubts or conflicts(report, world)
    return Line("queue-item-marked" if marked else "queue-item", said)


def _all(group: Group, plain: tuple[Report, ...]) -> Tap:
    arg = f"{group.tag}.{fingerprint(plain)}"
    return Tap(Line("do-approve-all", {"n": len(plain)}), "all", arg)


def report_view(report: Report, world: World, note: tuple[Line, ...] = ()) -> View:
    """One report with all that helps to decide about it."""
    lines = [
        *note,
        Line("review-head", {"value": value_line(report, world), "period": say_period(report.period)}),
        indicator_line(report, world),
        *said_lines(report),
        *_beside(report, world),
        *story_lines(report, world),
        *((Line("approve-own"),) if is_own(world.me, report) and report.state == "submitted" else ()),
    ]
    return View(tuple(lines), _taps(report, world))


def said_lines(report: Report) -> list[Line]:
    """What else the reporter said."""
    lines = []
    if report.place:
        lines.append(Line("review-place", {"place": report.place}))
    if report.parts:
        parts = tuple(Line("review-part", {"name": p.name, "n": p.amount}) for p in report.parts)
        lines.append(Line("review-parts", {"parts": parts}))
    if report.note:
        lines.append(Line("review-note", {"note": report.note}))
    if report.evidence:
        size = max(1, round(report.evidence.size_bytes / _KIB))
        lines.append(Line("review-evidence", {"what": _MEDIA[report.evidence.media_type], "size": size}))
    who = {"by": author_line(report), "day": day_of(report.created_at)}
    return [*lines, Line("review-by", who)]


def _beside(report: Report, world: World) -> list[Line]:
    """Target, earlier values, doubts, and what others said of the same."""
    lines = []
    target = world.targets.by_id.get(report.target)
    if target and target.fact and target.fact.target is not None:
        goal = Value(kind=target.fact.answer, amount=target.fact.target)
        lines.append(Line("review-target", {"value": say_value(goal, target, words_of(world.guide.index))}))
    past = [
        r
        for r in world.history(report.target)
        if r.state == "approved" and r.id != report.id and r.superseded_by is None
    ]
    if past:
        lines.append(Line("review-past", {"reports": tuple(short_report(r, world) for r in past[:_PAST])}))
    lines += [_DOUBTS[doubt] for doubt in report.doubts if doubt in _DOUBTS]
    for other in conflicts(report, world):
        said = {"report": short_report(other, world), "by": author_line(other), "state": state_line(other)}
        lines.append(Line("review-conflict", said))
    return lines


def story_lines(report: Report, world: World) -> list[Line]:
    """What happened to a report up to now."""
    lines = []
    if report.supersedes is not None:
        before = world.report(report.supersedes)
        if before is not None:
            lines.append(Line("review-corrects", {"report": short_report(before, world)}))
        if report.reason:
            lines.append(Line("review-reason", {"words": report.reason}))
    members = world.members()
    for event in report.events:
        said: dict[str, object] = {"name": member_name(event.by, members) or "–", "day": day_of(event.at)}
        if event.words:
            said["words"] = event.words
            lines.append(Line(_WORDED[event.state].key, said))
        elif event.state != "submitted":
            lines.append(Line(_BARE[event.state].key, said))
    return lines


_WORDED = {
    "returned": Line("event-question"),
    "submitted": Line("event-answer"),
    "withdrawn": Line("event-withdrawn-why"),
    "approved": Line("event-approved"),
}
_BARE = {
    "returned": Line("event-returned"),
    "withdrawn": Line("event-withdrawn"),
    "approved": Line("event-approved"),
}


def _taps(report: Report, world: World) -> tuple[tuple[Tap, ...], ...]:
    """What can be done about a report; nothing is decided about one's own."""
    rows: list[tuple[Tap, ...]] = []
    rights = may_decide(world.me, report, world.guide.directory)
    open_ = report.state == "submitted" and report.superseded_by is None
    if rights and open_ and not is_own(world.me, report):
        approve = Tap(Line("do-approve"), "yes", stamp(report))
        rows.append((approve, Tap(Line("do-ask"), "ask", stamp(report))))
    if rights and report.evidence:
        rows.append((Tap(Line("do-evidence"), "file", str(report.id)),))
    held = waiting(world)
    group = next((g for g in groups(held) if g.measure == report.measure), None)
    if rights and group and len(group.reports) > 1:
        rows.append((Tap(Line("do-measure-reports", {"n": len(group.reports)}), "measure", group.tag),))
    if rights and report.value.kind == "number" and report.target in world.targets.by_id:
        sums = Line("do-no-sums" if report.sums else "do-sums")
        rows.append((Tap(sums, "sums", f"{report.id}.{int(not report.sums)}"),))
    following = after(report.id, held)
    onward = (Tap(Line("do-next"), "open", str(following.id)),) if following else ()
    return (*rows, (Tap(Line("do-queue"), "queue", "0"), *onward))
