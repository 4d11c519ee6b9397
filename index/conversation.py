"""A conversation: (memory, message) → (reply, memory). Pure: no clock, no files, no messenger.

What a message is, tried in this order:

    danger          → the emergency numbers, before everything
    end, thanks     → "pa", "mulțumesc"
    help            → "ajutor"
    county          → "județ …" is preferred from now on; a choice that was open is settled by it
    source          → "sursa 1": the lines a record was read from
    number, word    → "2", "cel din …": opens or narrows what was shown
    field only      → "și cine răspunde?": of the record spoken of, else of all that were shown
    place only, …   → "dar în …?": the last question with that part replaced
    anything else   → a new question

A message that cannot be tied to what was said is a new question: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from index.answer import Assistant
from index.codes import code_forms
from index.follow import Said
from index.intents.base import Answer, Outcome, field_asks
from index.memory import MAX_SHOWN, Memory, Named, Read, question_of, read_of
from index.numbers import holds
from index.progress import PROGRESS
from index.question import Lang, Question
from index.records import Frozen, Record
from index.reports import NO_REPORTS, Reports
from index.scope import Scope

ReplyKind = Literal[
    "answer",
    "end",
    "thanks",
    "help",
    "county",
    "county-unknown",
    "source",
    "source-unclear",
    "number-unknown",
]

_LONGEST_CHOICE_WORDS = 6
"""Whoever picks from a list says a word or two; longer messages are questions."""


_LONGEST_REPLACING_WORDS = 9
"""A longer message that does not say that it goes on is a question of its own."""
_TITLE_SHARE = 1.0
"""Share of what stands in a record's own wording."""


class Reply(Frozen):
    """What a person is told in one turn, before it is put into words."""

    kind: ReplyKind
    lang: Lang
    answer: Answer | None = None
    """With kind "answer"; with "county", the choice that it settled."""
    understood: bool = False
    """The answer rests on what was said before, and its question is what was understood."""
    record: Record | None = None
    """With "source": the record whose lines are asked for."""
    county: str | None = None
    """With "county": the one preferred from now on; None when any will do."""
    has_plan: bool = True
    """With "county": a plan of it is loaded."""
    number: int | None = None
    """Place in the list of the record that a word opened."""
    shown: int = 0
    """With "number-unknown" and "source-unclear": how many records there are to choose from."""


def turn(
    assistant: Assistant, memory: Memory, text: str, today: date, reports: Reports = NO_REPORTS
) -> tuple[Reply, Memory]:
    """Answer one message of a conversation.

    memory: what the turn before left, `Memory()` at first; records that are no longer in the index are
    forgotten. today: decides which plans have run out. reports: as in `Assistant.answer`. Never raises for
    anything that was typed.
    """
    return _Turn(assistant, memory, text, today, reports).take()


@dataclass(frozen=True)
class _Turn:
    assistant: Assistant
    memory: Memory
    text: str
    today: date
    reports: Reports

    @cached_property
    def question(self) -> Question:
        read = self.assistant.index.reader.parse(self.text)
        lang = self.lang_of(read)
        return read if lang == read.lang else read.model_copy(update={"lang": lang})

    @cached_property
    def said(self) -> Said:
        """The message as words that may continue a conversation."""
        return Said(self.text, self.assistant.follow)

    @cached_property
    def shown(self) -> list[Record]:
        by_id = self.assistant.index.by_id
        return [by_id[i] for i in self.memory.shown if i in by_id]

    @cached_property
    def opened(self) -> Record | None:
        return self.assistant.index.by_id.get(self.memory.opened or "")

    @cached_property
    def read(self) -> Read | None:
        """What may be remembered of this message."""
        return read_of(self.question, Scope(self.question, self.assistant.index, self.memory.county))

    @property
    def lang(self) -> Lang:
        return self.question.lang

    def lang_of(self, read: Question) -> Lang:
        """The message's language; that of the one before when its words belong to neither ("2", a name)."""
        common = self.assistant.index.reader.common
        en, ro = common.get("en", frozenset()), common.get("ro", frozenset())
        telling = set(self.said.words) - self.said.follow.shared - self.said.place_words(read)
        if self.memory.lang is None or self.said.lang or any((w in en) != (w in ro) for w in telling):
            return self.said.lang or read.lang
        return self.memory.lang

    def take(self) -> tuple[Reply, Memory]:
        """The reply, and what is remembered for the next turn."""
        danger = self.assistant.danger_in(self.question)
        if danger:
            # of such a message nothing is kept, not even its language
            answer = Answer(question=self.question, intent="referral", outcome="referred", danger=danger)
            return Reply(kind="answer", lang=self.lang, answer=answer), self.memory
        if self.said.is_end:
            return self.reply("end"), self.kept()
        if self.said.is_thanks:
            return self.reply("thanks"), self.kept()
        if self.question.helping:
            return self.reply("help"), self.kept()
        return (
            self.county()
            or self.source()
            or self.number()
            or self.field()
            or self.distinguished()
            or self.replaced()
            or self.asked(self.question)
        )

    def reply(self, kind: ReplyKind, **values: object) -> Reply:
        return Reply.model_validate({"kind": kind, "lang": self.lang, **values})

    def kept(self, **changes: object) -> Memory:
        """The memory with the language of this message and other changes."""
        return self.memory.model_copy(update={"lang": self.lang, **changes})

    # ── a new question, or the last one with a part replaced ──

    def asked(self, question: Question, read: Read | None = None) -> tuple[Reply, Memory]:
        """The answer to a question, and the memory it leaves; `read` when it was made of what was read."""
        answer = self.assistant.find_answer(question, self.today, self.memory.county, reports=self.reports)
        reply = self.reply("answer", answer=answer, understood=read is not None)
        if answer.why in ("not_ours", "not_understood"):
            # when the talk may have turned elsewhere, "and who answers?" would be tied to the wrong thing
            turned = answer.why == "not_ours" or self.named
            return reply, self.kept(**_NOTHING_SHOWN) if turned else self.kept()
        return reply, self.remembered(answer, read or self.read)

    def remembered(self, answer: Answer, read: Read | None) -> Memory:
        shown = answer.records or answer.nearest
        return self.kept(
            read=read,
            intent=answer.intent,
            outcome=answer.outcome,
            asks=answer.asks,
            shown=tuple(r.id for r in shown[:MAX_SHOWN]),
            total=max(answer.total, len(shown)),
            opened=shown[0].id if len(shown) == 1 and answer.records else None,
        )

    def replaced(self) -> tuple[Reply, Memory] | None:
        """The last question with the one part replaced that this message names."""
        last, question = self.memory.read, self.question
        if last is None or not last.says_what:
            return None
        new = self.read
        if new is None or self.named - _PARTS.keys() or self.left_over:
            return None
        if not self.said.continues and len(self.said.words) > _LONGEST_REPLACING_WORDS:
            return None
        if not self.said.continues and PROGRESS & set(question.asks):
            # what was reported in a place is a question of its own
            return None
        parts = self.named - {"asks"}
        if not (parts == {"places"} or (self.said.continues and len(parts) == 1)):
            return None
        (part,) = parts
        if part == "institutions" and not last.institutions:
            return None
        values = {name: getattr(new, name) for name in _PARTS[part]}
        if question.asks:
            values["asks"] = new.asks
        read = last.model_copy(update=values)
        return self.asked(question_of(read, self.assistant.index.vocabulary, self.lang), read)

    @cached_property
    def named(self) -> frozenset[str]:
        """Which parts of a question this message has."""
        return frozenset(name for name in _NAMEABLE if getattr(self.question, name))

    @cached_property
    def left_over(self) -> bool:
        """Whether words are left that say what, beside those that only continue."""
        spare = self.said.small | self.said.place_words(self.question)
        return any(s.value not in spare for s in self.question.rest)

    # ── what was shown ──

    def number(self) -> tuple[Reply, Memory] | None:
        """ "2", "deschide 2", "al doilea": opens what has that number."""
        number = self.said.number
        if number is None or self.question.codes or not self.shown:
            return None
        at = number - 1 if number > 0 else len(self.shown) + number
        if not 0 <= at < len(self.shown):
            return self.reply("number-unknown", shown=len(self.shown)), self.kept()
        return self.open(self.shown[at])

    def open(self, record: Record) -> tuple[Reply, Memory]:
        """One record of those shown; of a choice, with the field that was asked."""
        asks = self.memory.asks if self.memory.outcome == "choose" else ()
        answer = self.told([record], "answered", asks)
        return self.reply("answer", answer=answer), self.kept(
            opened=record.id, read=self.settled_read(record)
        )

    def settled_read(self, record: Record) -> Read | None:
        """The last question; whoever chose one plan's record of several asks on about that plan's place."""
        read, index = self.memory.read, self.assistant.index
        if read is None or read.places or self.memory.outcome != "choose":
            return read
        plan = index.plans[record.plan]
        county = index.places.county_named(plan.county or "")
        if county is None:
            return read
        place = Named(value=f"{plan.locality or county.name}/{county.county}", as_county=not plan.locality)
        return read.model_copy(update={"places": (place,)})

    def told(
        self, records: Sequence[Record], outcome: Outcome, asks: tuple[str, ...], total: int | None = None
    ) -> Answer:
        """An answer of records that were shown before."""
        return self.assistant.show(records, self.today, self.lang, asks, outcome, total, self.reports)

    def distinguished(self) -> tuple[Reply, Memory] | None:
        """A word that fits one of those shown opens it; one that fits some narrows them."""
        question = self.question
        if len(self.shown) < 2 or self.said.continues or self.named & {"asks", "plan_asks", "dates"}:
            return None
        if question.counting or question.defining or len(self.said.words) > _LONGEST_CHOICE_WORDS:
            return None
        # a kind of service may be the next question as well, unless it is the very name of one that was shown
        sure = self.memory.outcome != "choose" and bool(self.named & {"services", "kinds"})
        fitting = self.fitting(_TITLE_SHARE if sure else 0.0)
        if len(fitting) == 1:
            reply, memory = self.open(fitting[0])
            return reply.model_copy(update={"number": self.shown.index(fitting[0]) + 1}), memory
        if sure or not fitting or len(fitting) == len(self.shown):
            return None
        outcome: Outcome = "choose" if self.memory.outcome == "choose" else "answered"
        answer = self.told(fitting, outcome, self.memory.asks)
        ids = tuple(r.id for r in fitting)
        return self.reply("answer", answer=answer), self.kept(shown=ids, total=len(ids), opened=None)

    def fitting(self, least: float) -> list[Record]:
        """Those shown that hold everything this message names; none when it names nothing.

        least: how surely a record must be about each thing named; 0 when any mention will do.
        """
        question = self.question
        index = self.assistant.index
        marks = [s for s in question.words if ":" in s.value]
        units = [frozenset({mark.value}) for mark in marks]
        spare = self.said.small | self.said.place_words(question)
        stem = index.vocabulary.language.stem
        small = {stem(s.value) for s in question.rest if s.value in spare}
        units += [
            frozenset(s.value.split("|"))
            for s in question.words
            if s not in marks
            and s.value not in small
            and not any(m.start <= s.start and s.end <= m.end for m in marks)
        ]
        codes = {s.value for s in question.codes}
        if not (units or codes or question.places):
            return []
        scope = Scope(question, index)
        if question.places and not scope.plans:
            return []
        there = scope.at_places(index.numbers(self.shown))
        return [
            r
            for r in self.shown
            if holds(there, index.number_of[r.id])
            and (not scope.plans or r.plan in scope.plans)
            and all(index.share(r, unit) > 0 and index.share(r, unit) >= least for unit in units)
            and (not codes or codes & set(code_forms(r.code or "")))
        ]

    def field(self) -> tuple[Reply, Memory] | None:
        """A field only: of the record spoken of, else of all that were shown."""
        question = self.question
        records = [self.opened] if self.opened else self.shown
        asks = tuple(sorted(question.plan_asks)) or field_asks(question)
        alone = not (self.named - {"asks", "kinds", "plan_asks"} or self.left_over)
        if not records or (not question.asks and not asks) or not alone:
            return None
        if any(r.kind == "term" or (question.plan_asks and r.kind != "plan") for r in records):
            return None
        if question.kinds and not {r.kind for r in records} & {*question.kinds}:
            return None
        if len(records) == 1:
            answer = self.told(records, "answered", asks)
            return self.reply("answer", answer=answer, understood=True), self.kept()
        outcome: Outcome = "choose" if self.memory.outcome == "choose" else "answered"
        answer = self.told(records, outcome, asks, self.memory.total)
        return self.reply("answer", answer=answer, understood=True), self.kept(asks=asks)

    def source(self) -> tuple[Reply, Memory] | None:
        """ "sursa 1", "sursa": of that number, of the record spoken of, of the only one shown."""
        asked, number = self.said.source
        if not asked:
            return None
        if number is None:
            only = self.shown[0] if len(self.shown) == 1 else None
            record = self.opened or only
        else:
            at = number - 1 if number > 0 else len(self.shown) + number
            record = self.shown[at] if 0 <= at < len(self.shown) else None
        if record is None:
            return self.reply("source-unclear", shown=len(self.shown)), self.kept()
        return self.reply("source", record=record), self.kept()

    # ── the county preferred ──

    def county(self) -> tuple[Reply, Memory] | None:
        """ "județ …", "orice județ"."""
        if self.said.any_county:
            return self.reply("county"), self.kept(county=None)
        name = self.said.county
        if name is None:
            return None
        index = self.assistant.index
        place = next((p for p in index.places.by_name.get(tuple(name), ()) if p.kind == "county"), None)
        place = place or index.places.county_named(" ".join(name))
        if place is None:
            named = self.named - {"places"} or len(name) > 1
            return None if named else (self.reply("county-unknown"), self.kept())
        has_plan = any(r.county == place.name for r in index.plans.values())
        memory = self.kept(county=place.name)
        settled = self.settled(memory)
        if settled is None:
            return self.reply("county", county=place.name, has_plan=has_plan), memory
        reply = self.reply("county", county=place.name, has_plan=has_plan, answer=settled)
        record = settled.records[0]
        return reply, memory.model_copy(update={"opened": record.id, "read": self.settled_read(record)})

    def settled(self, memory: Memory) -> Answer | None:
        """The one candidate of an open choice that is in the county preferred."""
        if memory.outcome != "choose" or self.opened:
            return None
        there = [r for r in self.shown if r.county == memory.county]
        return self.told(there, "answered", memory.asks) if len(there) == 1 else None


_NOTHING_SHOWN: dict[str, object] = {
    "read": None,
    "intent": None,
    "outcome": None,
    "asks": (),
    "shown": (),
    "total": 0,
    "opened": None,
}
_PARTS: dict[str, tuple[str, ...]] = {
    "places": ("places",),
    "groups": ("groups",),
    "services": ("services", "groups", "kinds", "stems", "head", "codes", "headings"),
    "codes": ("codes", "stems", "headings"),
    "kinds": ("kinds",),
    "institutions": ("institutions",),
    "dates": ("dates",),
    "asks": ("asks",),
}
"""A part that a message may name alone → what it takes the place of in the last question."""
_NAMEABLE = (
    "asks",
    "kinds",
    "codes",
    "places",
    "services",
    "groups",
    "institutions",
    "terms",
    "dates",
    "plan_asks",
    "titles",
    "headings",
    "quoted",
)
