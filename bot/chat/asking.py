"""Asking in free text: a message → an answer with buttons. Pure; the conversation itself is `index.turn`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b

from bot.chat.buttons import Button
from bot.chat.cards import card, card_rows, label, pass_on, source, turning
from bot.chat.groups import over
from bot.chat.guide import LIST_RECORDS, LIST_TITLE_CHARS, Moment
from bot.chat.indicators import say_handles
from bot.chat.screens import Key, Note, Rows, Said, Screen, Step
from bot.limits import MAX_BUTTONS, MAX_TEXT_CHARS, text_chars
from bot.say import Texts, as_html, pages, say_items, say_reply, texts
from index import Answer, Memory, Record, Reply, turn

_LONG_NUMBER = re.compile(r"\d(?:[^\w\n]{0,3}\d){5,}")
"""A telephone, a CNP, a card, however it is grouped: never kept."""
_ADDRESS = re.compile(r"\S*@\S+")
"""An e-mail address or a name in a messenger: never kept."""
_MOST_NOTED_CHARS = 300
_MOST_CANDIDATES = MAX_BUTTONS - 10
"""Buttons of a choice; the rest is for what stands below."""


def asked(moment: Moment, text: str) -> Step:
    """Answer a typed message. In a group nothing personal is answered; whoever needs help is asked over."""
    guide = moment.guide
    before = moment.memory
    reply, memory = turn(guide.assistant, before, text, moment.today, moment.reports)
    if moment.person.lang in ("ro", "en"):
        reply = reply.model_copy(update={"lang": moment.person.lang})
    danger = reply.answer is not None and reply.answer.outcome == "referred"
    if not moment.private and (danger or guide.assistant.is_personal(text)):
        return moment.step(over(texts(reply.lang), guide, danger))
    if danger:
        # what is written next is no sentence for a piece of feedback
        calm = moment.state.model_copy(update={"awaits": None})
        return moment.step(_danger(moment, reply), state=calm, counts=_counts(reply))
    awaits = None if moment.edited else moment.state.awaits
    found = reply.answer is not None and bool(reply.answer.records)
    if awaits is not None and not found:
        return _words(moment, text)
    person = moment.person
    if reply.kind == "county":
        person = replace(person, county=memory.county)
    state = moment.state.model_copy(
        update={
            "memory": memory,
            "before": before,
            "question_id": moment.message_id,
            "at": moment.now,
            "awaits": None,
        }
    )
    screen = _screen(replace(moment, state=state, person=person), reply)
    step = Step((Said(screen),), state, person, note=_unanswered(reply.answer), counts=_counts(reply))
    return step if awaits is None else _with_words(step, awaits, text, texts(reply.lang))


def _counts(reply: Reply) -> tuple[str, str] | None:
    return (reply.answer.intent, reply.answer.outcome) if reply.answer else None


def _screen(moment: Moment, reply: Reply) -> Screen:
    guide, say = moment.guide, texts(reply.lang)
    if reply.kind == "source" and reply.record is not None:
        return source(moment, reply.record)
    text = say_reply(reply, guide.index, say, LIST_RECORDS, LIST_TITLE_CHARS)
    parts = pages("\n".join(part for part in (text, _handles(moment, reply)) if part))
    return Screen(as_html(parts[0]), _rows(moment, reply, len(parts)) if reply.answer else ())


def _handles(moment: Moment, reply: Reply) -> str:
    """The handles of indicators below an answer that is a whole card, for those who report."""
    answer = reply.answer
    if answer is None or answer.asks or answer.definitions or not (moment.is_staff and moment.private):
        return ""
    one = answer.outcome == "answered" and len(answer.records) == 1
    return say_handles(moment, answer.records[0], texts(reply.lang)) if one else ""


def _rows(moment: Moment, reply: Reply, parts: int) -> Rows:
    answer, say = reply.answer, texts(reply.lang)
    if answer is None:
        return ()
    rows: list[tuple[Key, ...]] = []
    records = answer.records
    if answer.outcome == "choose":
        shown = records[:_MOST_CANDIDATES]
        rows = [(Key(label(moment, r, n), Button(do="choose", key=r.key)),) for n, r in enumerate(shown, 1)]
    elif len(records) > 1:
        rows.append(tuple(opening(records[:LIST_RECORDS], 1)))
        memory = moment.state.memory
        left = min(answer.total, len(memory.shown)) - LIST_RECORDS
        if left > 0:
            rows.append((Key(say("button-more", n=left), Button(do="more", key=list_mark(memory), page=1)),))
    elif records and not answer.definitions:
        record = records[0]
        if answer.asks or parts > 1:
            rows.append((Key(say("button-card"), Button(do="card", key=record.key)),))
            source_key = Key(say("button-source"), Button(do="source", key=record.key))
            rows.append((source_key, pass_on(moment, record)))
        else:
            rows += card_rows(moment, record)[:-1]
    if answer.intent != "help":
        rows += _below(reply)
    return tuple(rows)


def _below(reply: Reply) -> list[tuple[Key, ...]]:
    """What stands under every answer: another county, what is not right."""
    say = texts(reply.lang)
    rows: list[tuple[Key, ...]] = [(Key(say("button-county"), Button(do="counties")),)]
    if reply.answer and reply.answer.outcome == "nothing":
        rows.append((Key(say("button-plans"), Button(do="plans")), Key(say("button-services"), _SERVICES)))
    said: tuple[Key, ...] = (Key(say("button-unwanted"), Button(do="unwanted")),)
    if reply.answer and reply.answer.records:
        said += (Key(say("button-wrong"), Button(do="wrong", key=reply.answer.records[0].key)),)
    return [*rows, said]


_SERVICES = Button(do="services", key="place")


def opening(records: Sequence[Record], first: int) -> list[Key]:
    """One button a record, with its number in the list."""
    return [Key(str(n), Button(do="card", key=r.key)) for n, r in enumerate(records, first)]


def list_mark(memory: Memory) -> str:
    """Tells one list that was shown from another."""
    return blake2b("\n".join(memory.shown).encode(), digest_size=4).hexdigest()


def more(moment: Moment, mark: str, page: int) -> Step:
    """Another page of the list that was shown, in its place."""
    memory, index = moment.state.memory, moment.guide.index
    records = [index.by_id[i] for i in memory.shown if i in index.by_id]
    if mark != list_mark(memory) or not records:
        return moment.step(toast=moment.say("toast-old-list"))
    of = -(-len(records) // LIST_RECORDS)
    page = min(page, of - 1)
    first = page * LIST_RECORDS
    shown = records[first : first + LIST_RECORDS]
    answer = moment.guide.assistant.show(
        shown, moment.today, moment.lang, memory.asks, reports=moment.reports
    )
    say = moment.say
    head = say("list-page", first=first + 1, last=first + len(shown), n=memory.total)
    rest = say("list-rest", n=len(records)) if memory.total > len(records) and page == of - 1 else ""
    lines = [head, *say_items(answer, index, say, first + 1, LIST_TITLE_CHARS), rest]
    text = "\n".join(line for line in lines if line)
    rows = (
        tuple(opening(shown, first + 1)),
        turning(moment, Button(do="more", key=mark), page, of),
        (Key(say("button-unwanted"), Button(do="unwanted")),),
    )
    return moment.step(Said(Screen(as_html(pages(text)[0]), tuple(r for r in rows if r)), in_place=True))


def chosen(moment: Moment, key: str) -> Step:
    """A candidate of a choice was pressed: the field that was asked, or its card when that was forgotten."""
    record = moment.record(key)
    if record is None:
        return moment.step(toast=moment.say("toast-gone"))
    memory = moment.state.memory
    if memory.outcome == "choose" and record.id in memory.shown:
        number = memory.shown.index(record.id) + 1
        step = asked(moment.going_on(), str(number))
        # the message pressed is the bot's own: nothing to answer when it is edited
        return Step(step.said, step.state.model_copy(update={"question_id": None}), step.person)
    return moment.step(card(moment, record))


def _danger(moment: Moment, reply: Reply) -> Screen:
    """The numbers, at once and without a sound; a button takes both messages away."""
    say = texts(reply.lang)
    html = as_html(say_reply(reply, moment.guide.index, say), numbers=True)
    gone = Key(say("button-delete-both"), Button(do="delete-both", key=str(moment.message_id or 0)))
    return Screen(html, ((gone,),), silent=True, quotes=False)


def _words(moment: Moment, text: str) -> Step:
    """The sentence that goes with what the person said is wrong."""
    number = moment.state.awaits or 0
    state = moment.state.model_copy(update={"awaits": None})
    step = moment.step(moment.screen("feedback-words-kept"), note_words=(number, without_numbers(text)))
    return Step(step.said, state, step.person, note_words=step.note_words)


def _with_words(step: Step, number: int, text: str, say: Texts) -> Step:
    """What was awaited as a sentence may be the next question: it is answered, and kept as well."""
    (said,) = step.said
    html = f"{said.screen.html}\n{say('feedback-also-kept')}"
    if text_chars(html) <= MAX_TEXT_CHARS:
        said = replace(said, screen=replace(said.screen, html=html))
    return replace(step, said=(said,), note_words=(number, without_numbers(text)))


def without_numbers(text: str) -> str:
    """A text without telephones, CNPs, other long numbers and addresses, and not longer than a few lines.

    >>> without_numbers("sunt la 0740 123 456 acum, ana@exemplu.ro")
    'sunt la … acum, …'
    """
    return _LONG_NUMBER.sub("…", _ADDRESS.sub("…", " ".join(text.split())))[:_MOST_NOTED_CHARS]


def _unanswered(answer: Answer | None) -> Note | None:
    """What could not be answered, for whoever tends the vocabulary: what was read, and words left over."""
    if answer is None or answer.outcome != "nothing" or answer.why in (None, "no_plan"):
        return None
    question = answer.question
    words = [slot for slot in question.rest if slot.value.isalpha() and slot.value.isascii()]
    # a word with a capital letter may be somebody's name
    left = sorted({slot.value for slot in words if not question.text[slot.start].isupper()})
    about: dict[str, object] = {"why": answer.why, "lang": question.lang, "intent": answer.intent}
    for name in ("asks", "kinds"):
        about[name] = list(getattr(question, name))
    for name in ("services", "groups", "institutions", "places", "codes"):
        about[name] = [slot.value for slot in getattr(question, name)]
    return Note("unanswered", about, " ".join(left[:20]) or None)
