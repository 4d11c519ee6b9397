"""Leafing without words: plans → objectives → measures; services by place, kind and group. In place."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat.buttons import Button
from bot.chat.cards import START_RECORD, card, turning
from bot.chat.guide import LABEL_CHARS, LIST_TITLE_CHARS, Moment
from bot.chat.indicators import find_indicator, indicator
from bot.chat.screens import Key, Screen
from bot.say import as_html, pages, say_items, shortened
from index import Record, Shelved

PAGE = 8
"""Buttons of a page, beside those that turn it."""
BY = ("place", "kind", "group")


def plans(moment: Moment) -> Screen:
    """All plans, one button each."""
    say = moment.say
    keys = []
    for plan in moment.guide.index.plans.values():
        where = plan.locality or plan.county or ""
        text = say("button-plan", where=where, period=plan.period or "")
        keys.append((Key(text, Button(do="plan", key=plan.key)),))
    services = Key(say("button-services"), Button(do="services", key="place"))
    return Screen(as_html(say("plans-head", n=len(keys))), (*keys, (services,)))


def plan(moment: Moment, record: Record) -> Screen:
    """A plan's card and what it holds."""
    shown = card(moment, record)
    back = (Key(moment.say("button-plans"), Button(do="plans")),)
    return Screen(shown.html, (*shown.rows, back))


def children(moment: Moment, record: Record, page: int) -> Screen:
    """What stands under a plan or an objective, a page at a time."""
    below = moment.guide.directory.below(record)
    say = moment.say
    title = f"{record.code} – {record.title}" if record.code else record.title
    text = say("below-head" if below else "below-none", title=shortened(title, 500), n=len(below))
    back = [Key(say("button-card"), Button(do="card", key=record.key))]
    above = moment.guide.directory.above(record)
    if above:
        back.append(Key(say("button-up"), Button(do="children", key=above[-1].key)))
    elif record.kind != "plan":
        holder = moment.guide.index.plans[record.plan]
        back.append(Key(say("button-up"), Button(do="children", key=holder.key)))
    else:
        back.append(Key(say("button-plans"), Button(do="plans")))
    return _listed(moment, text, below, Button(do="children", key=record.key), page, tuple(back))


def services(moment: Moment, by: str, page: int) -> Screen:
    """Places, kinds or groups of which services are known, a page at a time."""
    say = moment.say
    by = by if by in BY else "place"
    shelves = moment.guide.directory.shelves(by)  # type: ignore[arg-type]
    of = max(1, -(-len(shelves) // PAGE))
    page = min(page, of - 1)
    keys = [
        (Key(shelf_label(moment, by, s), Button(do="served", key=f"{by[0]}{s.value}")),)
        for s in shelves[page * PAGE : page * PAGE + PAGE]
    ]
    others = tuple(Key(say(f"button-by-{o}"), Button(do="services", key=o)) for o in BY if o != by)
    turn = turning(moment, Button(do="services", key=by), page, of)
    rows = (*keys, turn, others)
    return Screen(as_html(say(f"services-by-{by}", n=len(shelves))), tuple(r for r in rows if r))


def served(moment: Moment, key: str, page: int) -> Screen | None:
    """The services of one place, kind or group, a page at a time; None when there is none any more."""
    by = next((b for b in BY if b[0] == key[:1]), None)
    shelves = moment.guide.directory.shelves(by) if by else ()  # type: ignore[arg-type]
    shelf = next((s for s in shelves if s.value == key[1:]), None)
    if by is None or shelf is None:
        return None
    text = moment.say("served-head", what=shelf_name(moment, by, shelf.value), n=len(shelf.records))
    back = (Key(moment.say("button-up"), Button(do="services", key=by)),)
    return _listed(moment, text, shelf.records, Button(do="served", key=key), page, back)


def _listed(
    moment: Moment, text: str, records: Sequence[Record], button: Button, page: int, back: tuple[Key, ...]
) -> Screen:
    """A page of records, one button each, with whether each runs or is only planned."""
    of = max(1, -(-len(records) // PAGE))
    page = min(page, of - 1)
    first = page * PAGE
    shown = records[first : first + PAGE]
    rows: list[tuple[Key, ...]] = [
        (Key(_label(r, n), Button(do="children" if r.kind == "objective" else "card", key=r.key)),)
        for n, r in enumerate(shown, first + 1)
    ]
    rows += [turning(moment, button, page, of), back]
    lines = [text, *_lines(moment, shown, first + 1)]
    return Screen(as_html(pages("\n".join(lines))[0]), tuple(row for row in rows if row))


def _lines(moment: Moment, records: Sequence[Record], first: int) -> list[str]:
    """Records as numbered lines: objectives by their title, others with place, state and who as well."""
    if not records:
        return []
    if all(record.kind == "objective" for record in records):
        titles = [f"{r.code} – {r.title}" if r.code else r.title for r in records]
        return [
            moment.say("item", number=str(n), title=shortened(title, LIST_TITLE_CHARS))
            for n, title in enumerate(titles, first)
        ]
    answer = moment.guide.assistant.show(records, moment.today, moment.lang, reports=moment.reports)
    return say_items(answer, moment.guide.index, moment.say, first, LIST_TITLE_CHARS)


def _label(record: Record, number: int) -> str:
    title = f"{record.code} – {record.title}" if record.code else record.title
    return shortened(f"{number}. {title}", LABEL_CHARS)


def shelf_name(moment: Moment, by: str, value: str) -> str:
    """A place, kind or group in words."""
    index = moment.guide.index
    if by == "place":
        name, _, code = value.partition("/")
        county = index.places.counties.get(code)
        if not name:
            return moment.say("item-county", county=county.name if county else code)
        return name if county is None else moment.say("named-place-county", name=name, county=county.name)
    topic = index.vocabulary.services if by == "kind" else index.vocabulary.groups
    entry = topic.get(value)
    return entry.ro if moment.lang == "ro" else entry.en or entry.ro


def shelf_label(moment: Moment, by: str, shelved: Shelved) -> str:
    """A place, kind or group on a button, with how many services there are."""
    return shortened(f"{shelf_name(moment, by, shelved.value)} ({len(shelved.records)})", LABEL_CHARS)


def near(moment: Moment, latitude: float, longitude: float) -> Screen:
    """Localities with services nearest to where the person is; the point itself is not kept."""
    found = moment.guide.directory.near(latitude, longitude, 5)
    say = moment.say
    lines = [say("near-head")]
    rows = []
    for place in found:
        name = shelf_name(moment, "place", place.value)
        km = round(place.km) if place.km >= 1 else 1
        lines.append(say("near-place", name=name, km=km, n=len(place.records)))
        rows.append((Key(shortened(name, LABEL_CHARS), Button(do="served", key=f"p{place.value}")),))
    return Screen(as_html("\n".join([*lines, say("near-note")])), tuple(rows))


def opened(moment: Moment, payload: str) -> Screen | None:
    """What a deep link names; None when it names nothing we have."""
    if target := find_indicator(moment, payload):
        return indicator(moment, target)
    record = moment.record(payload.removeprefix(START_RECORD)) if payload.startswith(START_RECORD) else None
    return card(moment, record) if record else None
