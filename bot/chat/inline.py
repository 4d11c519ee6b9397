"""Inline mode: `@bot words` in any chat → cards to pass on, or an invitation to ask alone."""

from __future__ import annotations

from dataclasses import dataclass

from bot.chat.cards import START_RECORD
from bot.chat.guide import LABEL_CHARS, LIST_TITLE_CHARS, Moment
from bot.chat.screens import Key, Screen
from bot.limits import MAX_INLINE_RESULTS, MAX_QUERY_CHARS
from bot.say import as_html, pages, say_answer, say_place, shortened
from index import Record

_MOST = min(20, MAX_INLINE_RESULTS)
"""Results offered: nobody scrolls through more."""


@dataclass(frozen=True)
class Offer:
    """One result: what is seen in the list, and the message it becomes."""

    id: str
    title: str
    description: str
    screen: Screen


def offers(moment: Moment, query: str) -> tuple[Offer, ...]:
    """Records that answer a query, best first; none when nothing fits, or when someone may be in danger.

    query: as typed, at most MAX_QUERY_CHARS.
    """
    query = query[:MAX_QUERY_CHARS].strip()
    if not query:
        return ()
    answer = moment.guide.assistant.answer(query, moment.today, county=moment.person.county)
    return tuple(offer(moment, record) for record in answer.records[:_MOST])


def invitation(moment: Moment, query: str) -> str:
    """What stands on the button to ask alone, when there is nothing to offer; in danger, 112."""
    if not query:
        return moment.say("inline-empty")
    return moment.say("inline-danger" if moment.guide.in_danger(query) else "inline-private")


def offer(moment: Moment, record: Record) -> Offer:
    """A record as a result, and the card it becomes."""
    guide, say = moment.guide, moment.say
    answer = guide.assistant.show([record], moment.today, moment.lang, reports=moment.reports)
    text = pages(say_answer(answer, guide.index, say))[0]
    facts = [say_place(record, guide.index, say)]
    if record.status:
        facts.append(say(f"status-{record.status}"))
    facts += [record.provider or record.institution or ", ".join(record.responsible)]
    title = f"{record.code} – {record.title}" if record.code else record.title
    open_ = Key(say("button-open"), url=guide.link(f"{START_RECORD}{record.key}"))
    return Offer(
        record.key,
        shortened(title, LIST_TITLE_CHARS),
        shortened(" · ".join(f for f in facts if f), LIST_TITLE_CHARS + LABEL_CHARS),
        Screen(as_html(text), ((open_,),)),
    )
