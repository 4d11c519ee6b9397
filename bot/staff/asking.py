"""What is asked at each step of a report: a question, what stands beside it, buttons."""

from __future__ import annotations

from collections.abc import Sequence

from bot.say import shortened
from bot.staff.draft import Draft, StepName
from bot.staff.engine import Line, Tap, View, World
from bot.staff.finding import due, last_used, measures_of, own_measures, periods, targets_of
from bot.staff.periods import say_period
from bot.staff.shapes import Report, Target, Value
from bot.staff.values import say_value, unlike_the_past
from bot.staff.words import words_of
from index import Record

PAGE = 8
"""Buttons of a choice on one screen, beside those that turn it."""
TITLE_CHARS = 140
"""A title in a question ends there; the card has it in full."""
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
    row = [tap(draft, Line("report-tap-back"), "back")] if draft.step != "find" else []
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
    said = target.fact.text if target.fact else target.record.title
    return " · ".join(part for part in (target.record.code, shortened(said, TITLE_CHARS)) if part)


def measure_name(record: Record, world: World) -> str:
    """A measure that can be told from others with its code: code, title, where, component."""
    title = " ".join(part for part in (record.code, shortened(record.title, TITLE_CHARS)) if part)
    plan = world.guide.index.plans[record.plan]
    where = plan.locality or plan.county or ""
    years = f"{where} {plan.period or ''}".strip()
    above = shortened(record.path[0].partition(":")[2].strip() or record.path[0], 60) if record.path else ""
    return " — ".join(part for part in (title, years, above) if part)


def _measure_label(record: Record, number: int, world: World) -> str:
    plan = world.guide.index.plans[record.plan]
    where = plan.locality or plan.county or ""
    above = record.path[0].partition(":")[2].strip() or record.path[0] if record.path else ""
    parts = (record.code, where, shortened(above, 22), record.title)
    return f"{number}. " + " · ".join(part for part in parts if part)


def past(target: Target, world: World, without: int | None = None) -> tuple[Report, ...]:
    """The reports about an indicator that hold, newest first.

    without: number of a report that is being corrected.
    """
    held = world.history(target.id)
    return tuple(r for r in held if r.state != "withdrawn" and r.superseded_by is None and r.id != without)


def said_past(report: Report, target: Target) -> Line:
    """A value of the past with its period and state."""
    state = {
        "submitted": Line("report-state-submitted"),
        "returned": Line("report-state-returned"),
        "approved": Line("report-state-approved"),
    }[report.state]
    said = say_value(report.value, target)
    return Line("report-past", {"value": said, "period": say_period(report.period), "state": state})


def beside(draft: Draft, world: World) -> tuple[Line, ...]:
    """The last values and the target of an indicator."""
    target = target_of(draft, world)
    lines = []
    if target.fact and target.fact.target is not None and target.kind in ("number", "percent"):
        goal = say_value(Value(kind=target.kind, amount=target.fact.target), target)
        lines.append(Line("report-goal", {"value": goal}))
    shown = tuple(said_past(r, target) for r in past(target, world, draft.item.supersedes)[:MOST_PAST])
    lines.append(Line("report-last", {"values": shown}) if shown else Line("report-never"))
    return tuple(lines)


def doubts(draft: Draft, world: World) -> tuple[str, ...]:
    """What makes the value of the item unlike those before it, and was not said to be right yet."""
    item = draft.item
    if item.value is None or item.period is None:
        return ()
    target = target_of(draft, world)
    history = past(target, world, item.supersedes)
    found = unlike_the_past(item.value, target, item.period, history, words_of(world.guide.index))
    return tuple(doubt for doubt in found if doubt not in item.doubts)


# ── questions ──


def find(draft: Draft, world: World) -> View:
    """What is it about: last used, due, one's own; or a code, or words."""
    used = last_used(world)
    later = tuple(t for t in due(world) if t not in used)
    rows: list[tuple[Tap, ...]] = []
    rows += [(tap(draft, Line("report-tap-used", {"name": name_of(t)}), "about", t.handle),) for t in used]
    rows += [(tap(draft, Line("report-tap-due", {"name": name_of(t)}), "about", t.handle),) for t in later]
    own = len(own_measures(world))
    lines = [Line("report-find"), Line("report-find-how")]
    if not draft.is_single:
        lines.insert(1, Line("report-find-line", {"number": draft.at + 1, "line": draft.item.said}))
    if used or later:
        lines.append(Line("report-find-marks"))
    rows.append((tap(draft, Line("report-tap-mine", {"n": own}), "own", 0),))
    rows += _going_on(draft, world)
    return View(tuple(lines), (*rows, *_out(draft), steering(draft)))


def own(draft: Draft, world: World, page: int) -> View:
    """One's own measures, a page at a time."""
    records = own_measures(world)
    first, turn = _turning(draft, "own", page, len(records))
    shown = records[first : first + PAGE]
    rows = [
        (tap(draft, _measure_label(r, n, world), "measure", r.key),) for n, r in enumerate(shown, first + 1)
    ]
    lines = tuple(_item(n, measure_name(r, world)) for n, r in enumerate(shown, first + 1))
    return View((Line("report-own", {"n": len(records)}), *lines), (*rows, turn, steering(draft)))


def which_measure(draft: Draft, world: World, page: int = 0) -> View:
    """Which of several measures is meant."""
    records = measures_of(draft.item, world)
    first, turn = _turning(draft, "page", page, len(records))
    shown = list(enumerate(records[first : first + PAGE], first + 1))
    rows = [(tap(draft, _measure_label(r, n, world), "measure", r.key),) for n, r in shown]
    lines = tuple(_item(n, measure_name(r, world)) for n, r in shown)
    return View((Line("report-which-measure", {"n": len(records)}), *lines), (*rows, turn, steering(draft)))


def which_indicator(draft: Draft, world: World, page: int = 0) -> View:
    """Which of the indicators of a measure is meant."""
    targets = targets_of(draft.item, world)
    first, turn = _turning(draft, "page", page, len(targets))
    shown = list(enumerate(targets[first : first + PAGE], first + 1))
    rows = [(tap(draft, f"{n}. {_wording(t)}", "about", t.handle),) for n, t in shown]
    lines = tuple(_item(n, shortened(_wording(t), TITLE_CHARS)) for n, t in shown)
    head = Line("report-which-indicator", {"n": len(targets)})
    of = Line("report-measure", {"name": measure_name(targets[0].record, world)})
    return View((head, of, *lines), (*rows, turn, steering(draft)))


def _wording(target: Target) -> str:
    return target.fact.text if target.fact else target.record.title


def _item(number: int, name: str) -> Line:
    return Line("report-item", {"number": str(number), "name": name})


def _turning(draft: Draft, act: str, page: int, count: int) -> tuple[int, tuple[Tap, ...]]:
    """Where a page begins, and the buttons that turn it; none when there is one page."""
    of = max(1, -(-count // PAGE))
    page = min(max(page, 0), of - 1)
    if of == 1:
        return 0, ()
    here = Line("report-page", {"page": page + 1, "of": of})
    return page * PAGE, (
        tap(draft, "◀", act, (page - 1) % of),
        tap(draft, here, act, page),
        tap(draft, "▶", act, (page + 1) % of),
    )


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
    indicator = Line("report-indicator", {"name": _wording(target)})
    period = Line("report-period-line", {"period": say_period(draft.item.period or "")})
    rows: list[tuple[Tap, ...]] = []
    if target.kind == "state":
        rows.append(tuple(_done(draft, target, done) for done in ("done", "partly", "not-done")))
    nothing = say_value(Value(kind="nothing"), target)
    rows.append((tap(draft, nothing, "set", "nothing"),))
    rows += _going_on(draft, world)
    lines = (ask, about, *((indicator,) if target.fact else ()), *beside(draft, world), period)
    return View(lines, (*rows, *_out(draft), steering(draft)))


def _done(draft: Draft, target: Target, done: str) -> Tap:
    return tap(draft, say_value(Value(kind="state", done=done), target), "set", done)


def _going_on(draft: Draft, world: World) -> list[tuple[Tap, ...]]:
    """Stay with what was said before, when one came back to it."""
    item = draft.item
    if item.target is None:
        return []
    target = target_of(draft, world)
    if draft.step == "find":
        return [(tap(draft, Line("report-tap-stay", {"what": name_of(target)}), "go"),)]
    if item.value is None:
        return []
    return [(tap(draft, Line("report-tap-stay", {"what": say_value(item.value, target)}), "go"),)]


def _out(draft: Draft) -> tuple[tuple[Tap, ...], ...]:
    """Leave one line of several out."""
    return () if draft.is_single else ((tap(draft, Line("report-tap-out"), "out"),),)


def sure(draft: Draft, world: World) -> View:
    """Whether a value unlike those before it is right."""
    target = target_of(draft, world)
    said = say_value(draft.item.value or Value(kind="nothing"), target)
    why = {"jump": Line("report-doubt-jump"), "below-last": Line("report-doubt-below-last")}
    found = tuple(why[doubt] for doubt in doubts(draft, world) if doubt in why)
    rows = (
        (tap(draft, Line("report-tap-sure"), "sure"), tap(draft, Line("report-tap-change"), "edit", "value")),
        *_out(draft),
        steering(draft),
    )
    name = Line("report-indicator", {"name": name_of(target)})
    return View((Line("report-sure", {"value": said}), name, *found, *beside(draft, world)), rows)


def period(draft: Draft, world: World) -> View:
    """Which period it is about."""
    offers: Sequence[str] = periods(target_of(draft, world), world)
    rows = [(tap(draft, say_period(one), "when", one),) for one in offers]
    now = Line("report-now", {"what": say_period(draft.item.period or "")})
    return View((Line("report-period"), now, Line("report-period-how")), (*rows, steering(draft)))
