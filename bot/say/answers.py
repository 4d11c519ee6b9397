"""An answer in words: the answer itself on the first line, then what it rests on and whom to ask next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.limits import MAX_TEXT_CHARS, text_chars
from bot.say.fields import CARD, field_of, licence_ended, say_asked, say_field
from bot.say.reported import Told
from bot.say.texts import Texts
from bot.say.titles import shortened
from index import PROGRESS, Answer, Index, Record

MAX_ITEMS = 10
"""A list shows at most this many records."""
_ITEM_CHARS = 650
"""On a phone a record in a list ends there, so that five of them fit into a message."""
_HEADING_CHARS = 90
_LEAST_TITLE_CHARS = 200
_TITLE_CHARS = (None, 600, 400, 300, _LEAST_TITLE_CHARS)
"""Titles in a list are whole where they fit into one message, else as long as they can be."""
_NAMED_PLANS = 5
"""A list names at most this many plans it comes from."""


def say_answer(
    answer: Answer, index: Index, say: Texts, limit: int = MAX_ITEMS, title_chars: int | None = None
) -> str:
    """The whole text for a person, in one language, plain.

    limit: most records of a list. title_chars: titles in lists end there, at a word; None: only where the
    whole text would not fit into one message.
    """
    text = ""
    for chars in (title_chars,) if title_chars else _TITLE_CHARS:
        text = "\n".join(line for line in _Words(answer, index, say, limit, chars).lines() if line)
        if text_chars(text) <= MAX_TEXT_CHARS:
            break
    return text


def say_items(
    answer: Answer, index: Index, say: Texts, first: int, title_chars: int | None = None
) -> list[str]:
    """The records of an answer as lines of a list that begins at a number."""
    return _Words(answer, index, say, MAX_ITEMS, title_chars).items(answer.records, first)


def say_place(record: Record, index: Index, say: Texts) -> str:
    """Where a record is: its locality, its town, or the county."""
    town = record.locality or index.plans[record.plan].locality
    return town or say("item-county", county=record.county or "")


def say_named(answer: Answer, index: Index, say: Texts) -> str:
    """Everything that was recognised in the question, in our words; empty when nothing was."""
    return _Words(answer, index, say, MAX_ITEMS).named()


@dataclass(frozen=True)
class _Words:
    answer: Answer
    index: Index
    say: Texts
    limit: int
    title_chars: int | None = None

    @property
    def path_chars(self) -> int | None:
        """A heading ends there where titles are shortened too: on a phone it only says where one is."""
        return _HEADING_CHARS if self.title_chars else None

    @cached_property
    def today(self) -> date | None:
        return self.answer.today

    @cached_property
    def told(self) -> Told:
        """The reports of the answer."""
        return Told(self.answer, self.index, self.say)

    def said(self, record: Record, ask: str) -> str:
        """The field of a record that was asked for, or what was reported about it."""
        if ask in PROGRESS:
            return self.told.first(record, ask)
        return say_asked(record, ask, self.say, self.today)

    def lines(self) -> list[str]:
        """Lines of the text, the answer first."""
        answer = self.answer
        if answer.outcome == "referred":
            return self._danger()
        if answer.intent == "help":
            said = self.say("help" if answer.outcome == "answered" else "nothing-not_understood")
            return [said, self.say("door-spas")]
        if answer.outcome == "nothing":
            return [*self._nothing(), self.say("door-spas")]
        if answer.definitions:
            return self._term()
        if answer.intent == "plan":
            return self._plans()
        if answer.outcome == "choose" or len(answer.records) > 1:
            return self._with_unfound(self._list())
        return self._with_unfound(self._one(answer.records[0]))

    def _with_unfound(self, lines: list[str]) -> list[str]:
        """Lines with what was asked too and is nowhere, before whom to ask next (rules 9 and 10)."""
        unknown = self.say("place-unknown-beside") if self.answer.question.has_unknown_place else ""
        if not self.answer.unfound:
            return [*lines[:-1], unknown, lines[-1]]
        codes = ", ".join(self.say("named-code", code=code) for code in self.answer.unfound)
        return [*lines[:-1], self.say("nothing-not_in_plan", named=codes), unknown, lines[-1]]

    # one record

    def _one(self, record: Record) -> list[str]:
        lines = [self._first(record)]
        if self.answer.asks:
            lines += [self.said(record, ask) for ask in self.answer.asks[1:]]
            lines.append(self._title(record))
        elif record.code and record.status:
            lines.append(self._title(record))
        if record.kind in ("service", "project", "measure"):
            lines.append(self._where(record))
        shown = {field_of(record, ask) for ask in self.answer.asks}
        if not self.answer.asks:
            lines += [say_field(record, f, self.say, self.today) or "" for f in CARD.get(record.kind, ())]
        elif record.licence and "licence" not in shown:
            lines.append(say_field(record, "licence", self.say, self.today) or "")
        lines += self.told.lines(record)
        if record.path:
            path = " › ".join(shortened(p, self.path_chars) for p in record.path)
            lines.append(self.say("under", path=path).replace("….", "…"))
        return [*lines, self._source(record), self._ended(), self._door([record])]

    def _first(self, record: Record) -> str:
        """The line that a notification shows: what was asked, and whether a service runs (rule 6)."""
        if self.answer.asks:
            said = self.said(record, self.answer.asks[0])
            if record.status:
                return self.say("first-asked-status", said=said, status=record.status)
            return self.say("first-asked", said=said)
        if record.status:
            return self.say("first-status", title=record.title, status=record.status)
        return self._title(record) if record.code else self.say("first-plain", title=record.title)

    def _title(self, record: Record) -> str:
        if record.code and record.kind == "measure":
            return self.say("field-code", value=record.code, title=record.title)
        if record.code and record.kind == "objective":
            return self.say("field-objective-code", value=record.code, title=record.title)
        return self.say("field-plain-title", title=record.title)

    def _where(self, record: Record) -> str:
        return self.say("field-location", value=say_place(record, self.index, self.say))

    def _source(self, record: Record) -> str:
        plan = self.index.plans[record.plan]
        first, last = record.source.lines
        lines = (
            self.say("source-line", line=str(first))
            if first == last
            else self.say("source-lines", first=str(first), last=str(last))
        )
        where = plan.locality or plan.county or ""
        return self.say("source", plan=plan.title, where=where, period=plan.period or "", lines=lines)

    # several records

    def _list(self) -> list[str]:
        answer = self.answer
        records = answer.records
        count = self._count(records, answer.total)
        if "unreported" in answer.asks and answer.outcome == "answered":
            head = self.say("unreported-head", count=count)
        else:
            head = self.say("choose-head" if answer.outcome == "choose" else "list-head", count=count)
        told = [self.told.time(), self.told.who(records) if "unreported" in answer.asks else ""]
        items = self.items(records[: self.limit])
        more = answer.total - len(items)
        lines = [head, *told, *items, self.say("item-more", n=more) if more > 0 else ""]
        if answer.recurring:
            lines.append(
                self.say("recurring-head", count=self._count(answer.recurring, len(answer.recurring)))
            )
        return [*lines, self._plans_named(records), self._ended(), self._door(records)]

    def items(self, records: Sequence[Record], first: int = 1) -> list[str]:
        """Records as numbered lines."""
        return [self._item(n, r) for n, r in enumerate(records, first)]

    def _item(self, number: int, record: Record) -> str:
        title = shortened(record.title, self.title_chars)
        title = f"{record.code} – {title}" if record.code else title
        facts = [say_place(record, self.index, self.say)]
        if self.answer.outcome == "choose" and record.path:
            facts.append(shortened(record.path[0], self.path_chars))
        if record.status:
            facts.append(self.say(f"status-{record.status}"))
        asks = self.answer.asks or (("responsible",) if record.kind != "plan" else ())
        facts += [self._fact(record, ask) for ask in asks]
        facts += [self.told.short(record)] if not self.told.asked and self.told.of(record) else []
        if self.answer.asks and "responsible" not in self.answer.asks:
            who = record.provider or record.institution
            shown = {field_of(record, ask) for ask in self.answer.asks}
            if who:
                facts.append(who)
            elif record.responsible and "responsible" not in shown:
                facts.append(say_asked(record, "responsible", self.say, self.today).rstrip("."))
        if licence_ended(record, self.today) and "licence" not in {field_of(record, a) for a in asks}:
            facts.append((say_field(record, "licence", self.say, self.today) or "").rstrip("."))
        most = _ITEM_CHARS if self.title_chars and self.title_chars < _LEAST_TITLE_CHARS else None
        return shortened(self.say("item", number=str(number), title=f"{title} ({'; '.join(facts)})"), most)

    def _fact(self, record: Record, ask: str) -> str:
        if ask in PROGRESS:
            return self.told.shorts(record, ask)
        return say_asked(record, ask, self.say, self.today).rstrip(".")

    def _count(self, records: Sequence[Record], n: int) -> str:
        kinds = {r.kind for r in records}
        kind = next(iter(kinds)) if len(kinds) == 1 else "record"
        return self.say(f"count-{kind}" if self.say.has(f"count-{kind}") else "count-record", n=n)

    def _plans_named(self, records: Sequence[Record]) -> str:
        slugs = list(dict.fromkeys(r.plan for r in records))
        plans = [self.index.plans[s] for s in slugs]
        if len(plans) == 1:
            plan = plans[0]
            where = plan.locality or plan.county or ""
            return self.say("source-plan", plan=plan.title, where=where, period=plan.period or "")
        named = ", ".join(f"{p.locality or p.county} {p.period}" for p in plans[:_NAMED_PLANS])
        more = len(plans) - _NAMED_PLANS
        return self.say(
            "source-plans", plans=f"{named} {self.say('item-more', n=more)}" if more > 0 else named
        )

    def _ended(self) -> str:
        """Said once, when every plan of the answer has run out (rule 7)."""
        if self.answer.ended is None:
            return ""
        several = len({r.plan for r in self.answer.records}) > 1
        return self.say("ended-several" if several else "ended", year=str(self.answer.ended))

    def _door(self, records: Sequence[Record]) -> str:
        """Whom to ask next (rule 13): who runs the first record, a directorate, else the town hall's SPAS."""
        first = records[0]
        if first.provider:
            return self.say("door-institution", name=first.provider)
        topic = self.index.vocabulary.institutions
        doors = self.index.vocabulary.tables["questions"]["door"]["institutions"]
        names = [n for r in records for n in (r.institution, *r.responsible) if n and r.plan == first.plan]
        for name in names:
            if set(topic.find_in(name)) & set(doors):
                place = first.county or ""
                # a name in capitals holds its county too: "DAS IAȘI" is DAS Iași
                known = re.sub(re.escape(place), place, name, flags=re.IGNORECASE)
                return self.say("door-institution", name=known if place in known else f"{known} {place}")
        return self.say("door-spas")

    # plans, terms, nothing, danger

    def _plans(self) -> list[str]:
        lines = []
        for record in self.answer.records:
            if "valid" in self.answer.asks:
                lines.append(self._validity(record))
            lines += [
                self.say("field-plain-title", title=f"{record.title} – {record.locality or record.county}")
            ]
            fields = [a for a in self.answer.asks if a not in ("valid", "list")] or ["period"]
            if "period" not in fields:
                fields.append("period")
            lines += [say_asked(record, f, self.say, self.today) for f in fields]
            if "act" in fields and record.act_date and record.act_date not in (record.act or ""):
                lines.append(record.act_date)
        told = "valid" in self.answer.asks
        return [*lines, "" if told else self._ended(), self.say("door-spas")]

    def _validity(self, record: Record) -> str:
        years = [int(y) for y in (record.period or "0").split("-")]
        year = self.today.year if self.today else years[0]
        if year > years[-1]:
            return self.say("field-valid-no", period=record.period, year=str(years[-1]))
        if year < years[0]:
            return self.say("field-valid-not-yet", year=str(years[0]))
        return self.say("field-valid-yes", period=record.period)

    def _term(self) -> list[str]:
        lines = []
        for definition in self.answer.definitions:
            gloss = f" ({definition.en})" if self.say.lang == "en" and definition.en else ""
            lines.append(self.say("term", short=definition.short, meaning=definition.ro + gloss))
            if definition.record:
                lines += [self.say("term-from-plan"), self._source(definition.record)]
            else:
                lines.append(self.say("term-ours"))
        return [*lines, self._ended(), self.say("door-spas")]

    def _nothing(self) -> list[str]:
        answer = self.answer
        why = answer.why or "not_understood"
        named = self.named()
        if answer.question.has_unknown_place:
            lines = [self.say("place-unknown")]
            return [*lines, self.say("nothing-recognised", named=named)] if named else lines
        if why == "no_plan":
            return [self.say("nothing-no_plan", places=", ".join(self._places_named()) or "?")]
        if why == "not_in_plan" and PROGRESS & set(answer.asks):
            return self._nothing_reported(named)
        if why == "not_in_plan":
            lines = [
                self.say("nothing-not_in_plan", named=named)
                if named
                else self.say("nothing-not_in_plan-bare")
            ]
            if answer.nearest:
                lines.append(self.say("nearest-head"))
                lines += self.items(answer.nearest)
            return lines
        return [self.say(f"nothing-{why}"), self.say("nothing-recognised", named=named) if named else ""]

    def _nothing_reported(self, named: str) -> list[str]:
        """No measure has a report that was asked for, or every one has those that are due."""
        if "unreported" in self.answer.asks:
            said = self.say("unreported-none-named", named=named) if named else self.say("unreported-none")
        else:
            said = self.say("reported-nowhere-named", named=named) if named else self.say("reported-nowhere")
        return [said, self.told.time()]

    def _places_named(self) -> list[str]:
        out = []
        for slot in self.answer.question.known_places:
            name, _, code = slot.value.split("|")[0].rpartition("/")
            county = self.index.places.counties.get(code)
            same = county is None or county.name == name
            out.append(
                name
                if same or county is None
                else self.say("named-place-county", name=name, county=county.name)
            )
        return list(dict.fromkeys(out))

    def named(self) -> str:
        """Everything that was recognised, in our words (rule 10)."""
        question, vocabulary = self.answer.question, self.index.vocabulary
        lang = self.say.lang
        what = [self.say("named-code", code=question.text[s.start : s.end].strip()) for s in question.codes]
        for slot in question.services:
            entry = vocabulary.services.get(slot.value)
            what.append(entry.ro if lang == "ro" else entry.en or entry.ro)
        groups = [vocabulary.groups.get(s.value) for s in question.groups]
        what += [self.say("named-group", group=g.ro if lang == "ro" else g.en or g.ro) for g in groups]
        what += [
            i.short or i.ro for i in (vocabulary.institutions.get(s.value) for s in question.institutions)
        ]
        what, places = list(dict.fromkeys(what)), self._places_named()
        if what and places:
            return self.say("named-in", what=", ".join(what), place=", ".join(places))
        return ", ".join(what or places)

    def _danger(self) -> list[str]:
        """112 alone, then the numbers for these kinds of danger, then whom to ask (rules 13 and 14)."""
        table = self.index.vocabulary.tables["danger"]
        wanted = {"112", *(call for kind in self.answer.danger for call in table["kind"][kind])}
        calls = [call for call in table["calls"] if call in wanted]
        lines = [self.say(f"danger-{call.replace(' ', '')}", number=call) for call in calls]
        return [*lines, self.say("danger-free", number="112"), self.say("door-spas")]
