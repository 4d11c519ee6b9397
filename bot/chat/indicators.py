"""Indicators: a page each, reached from the measure's card by a handle that is tapped or typed."""

from __future__ import annotations

from bot.chat.buttons import Button
from bot.chat.guide import LABEL_CHARS, Moment
from bot.chat.screens import Key, Screen
from bot.say import Texts, as_html, pages, say_place, say_reports, shortened
from bot.staff.shapes import Target
from index import IndicatorFact, Record

_MOST_REPORTS = 8
"""Newest first."""
_WORDS_CHARS = 70
"""Of an indicator beside its handle; the indicator's own page has all of it."""


def say_handles(moment: Moment, record: Record, say: Texts) -> str:
    """The handles of a measure's indicators, one a line; nothing when nothing can be reported about it.

    Pressed, one shows the indicator's page; for those who report it begins a report.
    """
    targets = moment.guide.targets.of(record)
    if not targets:
        return ""
    lines = [f"/{t.handle} {shortened(name_of(t, say), _WORDS_CHARS)}" for t in targets]
    reports = moment.is_staff and moment.private
    head = say("handles-head-report") if reports else say("handles-head", n=len(targets))
    return "\n".join([head, *lines])


def name_of(target: Target, say: Texts) -> str:
    """An indicator's words; a measure without any has its progress as a whole."""
    return target.fact.text if target.fact else say("indicator-standing")


def indicator(moment: Moment, target: Target) -> Screen:
    """The page of one indicator: what it counts, towards what, and of which measure."""
    say, record = moment.say, target.record
    measure = f"{record.code} – {record.title}" if record.code else record.title
    lines = [name_of(target, say), say("indicator-of", measure=measure.rstrip(" .;"))]
    lines.append(say("indicator-where", where=say_place(record, moment.guide.index, say)))
    if target.fact and target.fact.target is not None:
        lines.append(say("indicator-target", goal=say_goal(target.fact, say)))
    if record.deadline:
        lines.append(say("indicator-deadline", deadline=record.deadline.rstrip(" .;")))
    held = [one for one in moment.reports.about(record.id) if one.indicator == target.id]
    if held:
        shown = moment.guide.assistant.show([record], moment.today, moment.lang, reports=moment.reports)
        lines += say_reports(held[:_MOST_REPORTS], shown, moment.guide.index, say)
    lines.append(say("indicator-handle", handle=f"/{target.handle}"))
    above = shortened(say("button-beside-measure", title=record.title), LABEL_CHARS)
    link = moment.guide.link(target.handle)
    rows = (
        (Key(above, Button(do="card", key=record.key)),),
        (Key(say("button-pass-on"), url=f"https://t.me/share/url?url={link}"),),
    )
    return Screen(as_html(pages("\n".join(lines))[0]), rows)


def say_goal(fact: IndicatorFact, say: Texts) -> str:
    """The value to reach, with what is counted; a fact that has a target."""
    n, unit = fact.target, fact.unit
    if unit is None or fact.answer == "percent":
        return say("goal-percent" if fact.answer == "percent" else "goal-bare", n=n)
    return say("goal", n=n, unit=unit)


def find_indicator(moment: Moment, handle: str) -> Target | None:
    """The indicator of a handle as typed, with or without its slash."""
    return moment.guide.targets.by_handle.get(handle.strip().lstrip("/").lower())
