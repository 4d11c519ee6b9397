"""What is asked at each step of a report: a question, what stands beside it, buttons."""

from __future__ import annotations

from collections.abc import Sequence

from bot.say import shortened
from bot.staff.draft import Draft, StepName
from bot.staff.engine import Line, Tap, View, World
from bot.staff.finding import periods
from bot.staff.line import value_spans
from bot.staff.periods import say_period, to_come
from bot.staff.shapes import Done, Report, Target, Value
from bot.staff.values import Refusal, read_value, say_value, unlike_the_past
from bot.staff.words import Typed, words_of
from index import Record

TITLE_CHARS = 140
"""A title in a question ends there; the card has it in full."""
_DONE: dict[Done, Line] = {
    "done": Line("report-tap-state-done"),
    "partly": Line("report-tap-state-partly"),
    "not-done": Line("report-tap-state-not-done"),
}
_COMPONENT_CHARS = 60
MOST_PAST = 3
"""Values of the past beside a question."""
SKIPPED: tuple[StepName, ...] = ("period", "place", "note", "evidence", "parts")
"""Steps that may be left as they are."""

HELP: dict[StepName, Line] = {
    "find": Line("report-help-find"),
    "which-measure": Line("report-help-choice"),
    "which-indicator": Line("report-help-choice"),
    "value": Line("report-help-value"),
    "sure": Line("report-help-sure"),
    "twin": Line("report-help-twin"),
    "reason": Line("report-help-reason"),
    "period": Line("report-help-period"),
    "place": Line("report-help-place"),
    "note": Line("report-help-note"),
    "note-sure": Line("report-help-note"),
    "evidence": Line("report-help-evidence"),
    "parts": Line("report-help-parts"),
    "item": Line("report-help-summary"),
    "summary": Line("report-help-summary"),
}


def tap(draft: Draft, label: Line | str, act: str, rest: object = "") -> Tap:
    """A button of a draft and of the item it was shown for."""
    return Tap(label, act, f"{draft.token}.{draft.at}.{rest}")


def steering(draft: Draft) -> tuple[Tap, ...]:
    """Back, skip, help and cancel, as far as the step has them."""
    first = draft.step == "find" or (draft.step == "value" and draft.item.supersedes is not None)
    row = [] if first and not draft.returns else [tap(draft, Line("report-tap-back"), "back")]
    if draft.step in SKIPPED:
        row.append(tap(draft, Line("report-tap-skip"), "skip"))
    row.append(tap(draft, Line("report-tap-help"), "help"))
    return (*row, tap(draft, Line("report-tap-cancel"), "cancel"))


# ── names ──


def target_of(draft: Draft, world: World) -> Target:
    """The indicator that is asked about. Raises KeyError while it is not known."""
    return world.targets.by_id[draft.item.target or ""]


def name_of(target: Target) -> str:
    """An indicator in a few words: its measure's code and its wording."""
    said = wording(target).rstrip(" .;,")
    return " · ".join(part for part in (target.record.code, shortened(said, TITLE_CHARS)) if part)


def wording(target: Target) -> str:
    """An indicator as printed; the measure's title where it prints none."""
    return target.fact.text if target.fact else target.record.title


def measure_name(record: Record, world: World) -> str:
    """A measure that can be told from others with its code: code, title, where, component."""
    return " — ".join(part for part in (titled(record), where(record, world), component(record)) if part)


def titled(record: Record) -> str:
    """A measure's code and title."""
    return " ".join(part for part in (record.code, shortened(record.title, TITLE_CHARS)) if part)


def where(record: Record, world: World) -> str:
    """The plan in short: its town or county, and its years."""
    plan = world.guide.index.plans[record.plan]
    return f"{plan.locality or plan.county or ''} {plan.period or ''}".strip()


def component(record: Record) -> str:
    """The outermost heading above a measure, without what it is called."""
    if not record.path:
        return ""
    return shortened(record.path[0].partition(":")[2].strip() or record.path[0], _COMPONENT_CHARS)


def said_value(value: Value | None, target: Target | None, world: World) -> Line:
    """A value as it is said; what is not there yet is nothing to report."""
    return say_value(value or Value(kind="nothing"), target, words_of(world.guide.index))


def past(target: Target, world: World, without: int | None = None) -> tuple[Report, ...]:
    """The reports about an indicator that hold, newest first.

    without: number of a report that is being corrected.
    """
    held = world.history(target.id)
    return tuple(r for r in held if r.state != "withdrawn" and r.superseded_by is None and r.id != without)


def said_past(report: Report, target: Target, world: World) -> Line:
    """A value of the past with its period and state."""
    state = {
        "submitted": Line("report-state-submitted"),
        "returned": Line("report-state-returned"),
        "approved": Line("report-state-approved"),
    }[report.state]
    said = said_value(report.value, target, world)
    return Line("report-past", {"value": said, "period": say_period(report.period), "state": state})


def beside(draft: Draft, world: World) -> tuple[Line, ...]:
    """The last values and the target of an indicator."""
    target = target_of(draft, world)
    lines = []
    if target.fact and target.fact.target is not None and target.kind in ("number", "percent"):
        goal = said_value(Value(kind=target.kind, amount=target.fact.target), target, world)
        lines.append(Line("report-goal", {"value": goal}))
    shown = tuple(said_past(r, target, world) for r in past(target, world, draft.item.supersedes)[:MOST_PAST])
    if shown:
        lines.append(Line("report-last", {"values": shown}))
    elif draft.item.supersedes is None:
        lines.append(Line("report-never"))
    return tuple(lines)


def doubts(draft: Draft, world: World) -> tuple[str, ...]:
    """What makes the value of the item unlike those before it, and was not said to be right yet."""
    item = draft.item
    if item.value is None or item.period is None:
        return ()
    target = target_of(draft, world)
    history = past(target, world, item.supersedes)
    words = words_of(world.guide.index)
    found = unlike_the_past(item.value, target, item.period, history, words, item.place)
    return tuple(doubt for doubt in found if doubt not in item.doubts)


# ── questions ──


def value(draft: Draft, world: World) -> View:
    """What the value is, with the last ones and the target beside it."""
    target = target_of(draft, world)
    ask = {
        "number": Line("report-value-number"),
        "percent": Line("report-value-percent"),
        "state": Line("report-value-state"),
        "text": Line("report-value-text"),
    }[target.kind]
    about = Line("report-measure", {"name": measure_name(target.record, world)})
    indicator = Line("report-indicator", {"name": wording(target)})
    when = draft.item.period
    period = (Line("report-period-line", {"period": say_period(when)}),) if when else ()
    rows: list[tuple[Tap, ...]] = []
    if target.kind == "state":
        rows.append(tuple(tap(draft, label, "set", done) for done, label in _DONE.items()))
    rows.append((tap(draft, Line("report-tap-nothing"), "set", "nothing"),))
    rows += going_on(draft, world)
    lines = (ask, about, *((indicator,) if target.fact else ()), *beside(draft, world), *period)
    lines = (*_not_taken(draft, target, world), *lines)
    return View(lines, (*rows, *leave_out(draft), steering(draft)))


def _not_taken(draft: Draft, target: Target, world: World) -> tuple[Line, ...]:
    """Why the value that stood beside a code could not be taken; other words there are no value."""
    item, words = draft.item, words_of(world.guide.index)
    if item.value is not None or draft.refusals or not value_spans(Typed.of(item.line), words):
        return ()
    read = read_value(item.line, target, words)
    return (read.line,) if isinstance(read, Refusal) else ()


def going_on(draft: Draft, world: World) -> list[tuple[Tap, ...]]:
    """Stay with what was said before, when one came back to it."""
    item = draft.item
    if item.target is None:
        return []
    target = target_of(draft, world)
    if draft.step == "find":
        return [(tap(draft, Line("report-tap-stay", {"what": name_of(target)}), "go"),)]
    if item.value is None:
        return []
    return [(tap(draft, Line("report-tap-stay", {"what": said_value(item.value, target, world)}), "go"),)]


def leave_out(draft: Draft) -> tuple[tuple[Tap, ...], ...]:
    """Leave one line of several out."""
    return () if draft.is_single else ((tap(draft, Line("report-tap-out"), "out"),),)


def sure(draft: Draft, world: World) -> View:
    """Whether a value unlike those before it is right."""
    target = target_of(draft, world)
    said = said_value(draft.item.value, target, world)
    why = {"jump": Line("report-doubt-jump"), "below-last": Line("report-doubt-below-last")}
    found = tuple(why[doubt] for doubt in doubts(draft, world) if doubt in why)
    rows = (
        (tap(draft, Line("report-tap-sure"), "sure"), tap(draft, Line("report-tap-change"), "edit", "value")),
        *leave_out(draft),
        steering(draft),
    )
    name = Line("report-indicator", {"name": name_of(target)})
    return View((Line("report-sure", {"value": said}), name, *found, *beside(draft, world)), rows)


def period(draft: Draft, world: World) -> View:
    """Which period it is about."""
    offers: Sequence[str] = periods(target_of(draft, world), world)
    rows = [(tap(draft, say_period(one), "when", one),) for one in offers]
    held = draft.item.period
    now = (Line("report-now", {"what": say_period(held)}),) if held else ()
    named = None if held or draft.refusals else draft.item.ahead
    ahead = (to_come(named, tuple(offers), world.today).line,) if named else ()
    return View((*ahead, Line("report-period"), *now, Line("report-period-how")), (*rows, steering(draft)))
