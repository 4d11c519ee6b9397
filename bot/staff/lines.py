"""Lines that several conversations of staff share: a report, a person, a role, what a grant is for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.say import shortened
from bot.staff.engine import Line, Outcome, Tap, View, World
from bot.staff.periods import say_period
from bot.staff.shapes import Member, Report, Role, Scope
from bot.staff.team_state import TeamState
from bot.staff.values import say_value
from bot.staff.words import words_of
from index import Record

INDICATOR_CHARS = 160
"""Words of an indicator in a message; the indicator's own page has all of them."""
MEASURE_CHARS = 90
"""Words of a measure's title beside its code."""
PAGE = 6
"""Reports or people on one page: what a thumb reaches without scrolling."""
_MOST_DIGITS = 15
"""Of a number in a button: a forged one may be longer than the store can hold."""
MAX_WORDS_CHARS = 500
"""Of a question, an answer or a reason: what fits on a small screen beside the report."""

ROLE: dict[Role, Line] = {
    "reporter": Line("role-reporter"),
    "coordinator": Line("role-coordinator"),
    "admin": Line("role-admin"),
}
NO_ACCESS = Line("staff-no-access")
STALE_BUTTON = Line("staff-old-button")
CANCELLED = Line("staff-cancelled")
CANCEL = Line("do-cancel")


def no_access() -> Outcome:
    """One sentence for somebody without any role, and how to ask for one."""
    return Outcome(None, views=(View((NO_ACCESS,)),))


def stale(state: TeamState | None) -> Outcome:
    """A button that is too old, or none of ours; what is waited for is waited for still."""
    return Outcome(state if state != TeamState() else None, toast=STALE_BUTTON)


def day_of(at: float) -> str:
    """A day as people write it: 22.11.2026."""
    return datetime.fromtimestamp(at, UTC).strftime("%d.%m.%Y")


def page_of(page: int, count: int, size: int = PAGE) -> tuple[int, int]:
    """A page that exists, and how many there are."""
    pages = max(1, -(-count // size))
    return max(0, min(page, pages - 1)), pages


def pager(act: str, page: int, pages: int) -> tuple[Tap, ...]:
    """Buttons to the pages before and after."""
    before = (Tap(Line("do-before"), act, str(page - 1)),) if page else ()
    after = (Tap(Line("do-after"), act, str(page + 1)),) if page + 1 < pages else ()
    return before + after


def numbers(arg: str) -> tuple[int, ...]:
    """Whole numbers parted by points; nothing when it is anything else, or longer than any of ours."""
    parts = arg.split(".")
    plain = all(p.isascii() and p.isdigit() and len(p) <= _MOST_DIGITS for p in parts)
    return tuple(int(part) for part in parts) if plain else ()


def value_line(report: Report, world: World) -> Line:
    """What a report says."""
    return say_value(report.value, world.targets.by_id.get(report.target), words_of(world.guide.index))


def short_report(report: Report, world: World) -> Line:
    """A report in half a line: its value and its period."""
    said: dict[str, object] = {"value": value_line(report, world), "period": say_period(report.period)}
    if report.place:
        return Line("filed-short-place", said | {"place": report.place})
    return Line("filed-short", said)


def indicator_line(report: Report, world: World) -> Line:
    """What a report is about; of an indicator that the plan lost, only its number."""
    target = world.targets.by_id.get(report.target)
    if target is None:
        return Line("filed-about-lost", {"id": report.target})
    if target.fact is None:
        return Line("filed-about-measure", {"measure": measure_name(target.record)})
    words = shortened(target.fact.text.rstrip(" .;"), INDICATOR_CHARS)
    return Line("filed-about", {"indicator": words, "measure": measure_name(target.record)})


def measure_name(record: Record | None) -> str:
    """A measure's code and the beginning of its title."""
    if record is None:
        return "?"
    title = shortened(record.title.rstrip(" .;"), MEASURE_CHARS)
    return f"{record.code} {title}" if record.code else title


def author_line(report: Report) -> Line:
    """Who reported: the name while it is known, and for whom."""
    name = {"name": report.author_name} if report.author_name else {}
    by = {"institution": report.institution} if report.institution else {}
    if report.author_name is None:
        return Line("filed-by-erased-of" if by else "filed-by-erased", by)
    return Line("filed-by-of" if by else "filed-by", name | by)


def state_line(report: Report) -> Line:
    """What became of a report."""
    if report.superseded_by is not None:
        return Line("filed-corrected")
    return {
        "submitted": Line("filed-submitted"),
        "returned": Line("filed-returned"),
        "approved": Line("filed-approved"),
        "withdrawn": Line("filed-withdrawn"),
    }[report.state]


def scope_line(scope: Scope, world: World) -> Line:
    """What a grant is for: plans, and within them institutions or measures."""
    plans: object = tuple(plan_line(slug, world) for slug in scope.plans) or Line("scope-all-plans")
    records = world.guide.index.by_id
    if scope.measures and not scope.plans:
        plans = tuple(
            plan_line(p, world) for p in sorted({records[m].plan for m in scope.measures if m in records})
        )
    measures = {"measures": tuple(measure_name(records.get(one)) for one in scope.measures)}
    institutions = {"institutions": tuple(scope.institutions)}
    if scope.measures and scope.institutions:
        return Line("scope-both", {"plans": plans} | measures | institutions)
    if scope.measures:
        return Line("scope-measures", {"plans": plans} | measures)
    if scope.institutions:
        return Line("scope-institutions", {"plans": plans} | institutions)
    return Line("scope-plans", {"plans": plans})


def plan_line(slug: str, world: World) -> Line:
    """A plan by its place and years; by its folder's name when it is not loaded any more."""
    plan = world.guide.index.plans.get(slug)
    if plan is None:
        return Line("scope-plan-gone", {"slug": slug})
    where = plan.locality or plan.county or ""
    return Line("scope-plan", {"where": where, "period": plan.period or ""})


def grant_lines(member: Member, world: World) -> tuple[Line, ...]:
    """Each role of a person with what it is for and since when."""
    return tuple(
        Line(
            "grant-since" if grant.since else "grant-settings",
            {"role": ROLE[grant.role], "scope": scope_line(grant.scope, world)}
            | ({"day": day_of(grant.since)} if grant.since else {}),
        )
        for grant in member.grants
    )


def member_name(number: int | None, members: Sequence[Member]) -> str | None:
    """The name of a person by internal id; None when nobody has it any more."""
    return next((m.name for m in members if m.id == number), None)
