"""Cards: one record with all its fields, what stands above, below and beside it, and its source lines."""

from __future__ import annotations

from bot.chat.buttons import Button
from bot.chat.guide import LABEL_CHARS, Moment
from bot.chat.indicators import say_handles
from bot.chat.screens import Key, Rows, Screen
from bot.say import as_html, pages, say_answer, say_place, say_source, shortened
from index import DataFault, Record, Reply, source_lines

START_RECORD = "r-"
"""A deep link's payload for a record begins so; the record's key follows."""
_BESIDE = 5
"""Links to other records under a card."""
_PLAN_ASKS = ("period", "issuer", "act")


def card(moment: Moment, record: Record, page: int = 0) -> Screen:
    """A record's card; long ones have several pages."""
    asks = _PLAN_ASKS if record.kind == "plan" else ()
    answer = moment.guide.assistant.show([record], moment.today, moment.lang, asks, reports=moment.reports)
    text = say_answer(answer, moment.guide.index, moment.say)
    parts = pages("\n".join(part for part in (text, say_handles(moment, record, moment.say)) if part))
    page = min(page, len(parts) - 1)
    return Screen(as_html(parts[page]), card_rows(moment, record, page, len(parts)))


def card_rows(moment: Moment, record: Record, page: int = 0, of: int = 1) -> Rows:
    """The buttons of a record: pages, what it stands under and holds, its lines, a link to pass on."""
    say, guide = moment.say, moment.guide
    rows = [turning(moment, Button(do="card", key=record.key), page, of, first=1)]
    if moment.is_staff and moment.private and guide.targets.of(record):
        rows.append((Key(say("button-report"), Button(do="report", key=f"new:{record.key}")),))
    directory = guide.directory
    for above in directory.above(record)[-1:]:
        label = shortened(say("button-above", title=above.title), LABEL_CHARS)
        rows.append((Key(label, Button(do="children", key=above.key)),))
    below = directory.below(record)
    if below:
        rows.append((Key(say("button-below", n=len(below)), Button(do="children", key=record.key)),))
    for other in directory.beside(record)[:_BESIDE]:
        label = shortened(say(f"button-beside-{other.kind}", title=other.title), LABEL_CHARS)
        rows.append((Key(label, Button(do="card", key=other.key)),))
    source = Key(say("button-source"), Button(do="source", key=record.key))
    rows.append((source, pass_on(moment, record)))
    rows.append((Key(say("button-wrong"), Button(do="wrong", key=record.key)),))
    return tuple(row for row in rows if row)


def pass_on(moment: Moment, record: Record) -> Key:
    """Opens Telegram's list of chats to send a link to a record to; needs no inline mode."""
    link = moment.guide.link(f"{START_RECORD}{record.key}")
    return Key(moment.say("button-pass-on"), url=f"https://t.me/share/url?url={link}")


def turning(moment: Moment, button: Button, page: int, of: int, first: int = 0) -> tuple[Key, ...]:
    """Back, where one is, and on; nothing when there is one page.

    first: number of the first page on the buttons; 1 where 0 opens a new message.
    """
    if of < 2:
        return ()
    before, here, after = (
        button.model_copy(update={"page": (page + step) % of + first}) for step in (-1, 0, 1)
    )
    return (Key("◀", before), Key(moment.say("page", page=page + 1, of=of), here), Key("▶", after))


def source(moment: Moment, record: Record, page: int = 0) -> Screen:
    """The lines a record was read from."""
    guide, say = moment.guide, moment.say
    reply = Reply(kind="source", lang=moment.lang, record=record)
    try:
        text = say_source(reply, source_lines(guide.data, record), guide.index, say)
    except (DataFault, OSError):
        return Screen(as_html(say("chat-source-missing")))
    parts = pages(text)
    page = min(page, len(parts) - 1)
    rows = (
        turning(moment, Button(do="source", key=record.key), page, len(parts), first=1),
        (Key(say("button-card"), Button(do="card", key=record.key)),),
    )
    return Screen(as_html(parts[page]), tuple(row for row in rows if row))


def label(moment: Moment, record: Record, number: int | None = None) -> str:
    """A record on a button, so that it can be told from those beside it: code, place, component, title."""
    parts = [record.code or "", say_place(record, moment.guide.index, moment.say)]
    parts += [record.path[0].partition(":")[2].strip() or record.path[0]] if record.path else []
    parts += [record.title]
    told = " · ".join(part for part in parts if part)
    return shortened(f"{number}. {told}" if number else told, LABEL_CHARS)
