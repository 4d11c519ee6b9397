"""What was reported, in words: values by period against the target, each with who reported it and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.say.fields import say_asked
from bot.say.texts import Texts
from bot.say.titles import shortened
from index import PROGRESS, STANDING, Answer, Index, IndicatorFact, Record, Reported

_CARD_LINES = 6
"""Reports on a card; more are told to whoever asks for them."""
_MOST_LINES = 12
"""Reports in an answer to who asks for them."""
_FEW = 3
"""So many records leave room for who reported them and when."""
_IN_SHORT_LIST = 3
"""Reports of one of so few records; of more, the newest."""
_INDICATOR_CHARS = 160
_IN_LIST_CHARS = 80
_MOST_NAMED = 5
_NAME_CHARS = 60
_GENITIVE = ("lor", "lui")
"""A unit that ends so ("numărul copiilor") cannot stand after a number."""
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Told:
    """The reports of one answer, in words."""

    answer: Answer
    index: Index
    say: Texts

    @property
    def asked(self) -> bool:
        """Whether reports were asked for."""
        return bool(PROGRESS & set(self.answer.asks))

    def of(self, record: Record) -> tuple[Reported, ...]:
        """What was reported about a record, or about the measures beside it, newest first."""
        return self.answer.reported.get(record.id, ())

    # ── one record ──

    def first(self, record: Record, ask: str) -> str:
        """The answer itself: the newest value against the target, or that there is none."""
        if ask == "unreported":
            left = self.answer.missing.get(record.id)
            if left is None:
                return self.say("unreported-none")
            period = say_period(left.period, self.say)
            return self.say("unreported", period=period, n=len(left.indicators), of=left.of)
        held = self.of(record)
        if not held:
            return self.say("reported-none-then" if self.answer.when else "reported-none")
        return self._line(held[0], record)

    def lines(self, record: Record) -> list[str]:
        """What else there is to say of one record, below its title and place."""
        if not self.asked:
            return self._card(record)
        lines = [self.time()]
        left = self.answer.missing.get(record.id)
        if left is not None:
            names = [name for i in left.indicators if (name := self._indicator(record, i))]
            lines.append(self.say("unreported-which", indicators="; ".join(names)) if names else "")
        held = self.of(record)
        if not held:
            return [*lines, *self._asked_of_plan(record)]
        said = held if "unreported" in self.answer.asks else held[1:]
        lines += self._limited(said, record, _MOST_LINES)
        return [*lines, *self._added(record, held), self._left(record, held)]

    def _card(self, record: Record) -> list[str]:
        held = self.of(record)
        lines = self._limited(held, record, _CARD_LINES)
        if record.kind == "measure" or not held:
            return lines
        measure = self.index.by_id.get(held[0].measure)
        name = measure.code or shortened(measure.title, _INDICATOR_CHARS) if measure else ""
        return [self.say("reported-beside", measure=name), *lines]

    def _limited(self, held: Sequence[Reported], record: Record, most: int) -> list[str]:
        lines = [self._line(one, record) for one in held[:most]]
        return [*lines, self.say("reported-more", n=len(held) - most)] if len(held) > most else lines

    def _asked_of_plan(self, record: Record) -> list[str]:
        """Where nothing was reported: what the plan sets, by when, and who answers for it."""
        fields = [f for f in ("indicators", "deadline", "responsible") if f not in self.answer.asks]
        return [say_asked(record, f, self.say, self.answer.today) for f in fields if record.kind == "measure"]

    def _added(self, record: Record, held: Sequence[Reported]) -> list[str]:
        """Sums of what may be added up; that the rest may not, where that is not plain to see."""
        totals = self.answer.totals.get(record.id, ())
        lines = []
        for total in totals:
            fact = self._fact(record, total.indicator)
            first, last = (say_period(p, self.say) for p in (total.first, total.last))
            period = first if first == last else self.say("reported-range", first=first, last=last)
            lines.append(self.say("reported-total", period=period, what=self._number(total.amount, fact)))
        numbers = Counter(one.indicator for one in held if one.kind == "number")
        apart = any(n > 1 and i not in {t.indicator for t in totals} for i, n in numbers.items())
        return [*lines, self.say("reported-apart") if apart else ""]

    def _left(self, record: Record, held: Sequence[Reported]) -> str:
        """The indicators about which nothing was reported."""
        said = {one.indicator for one in held}
        left = [fact for fact in record.indicator_facts if fact.id not in said]
        if self.answer.when or not left or "unreported" in self.answer.asks:
            return ""
        names = "; ".join(_tidy(fact) for fact in left)
        return self.say("reported-left", indicators=names)

    def time(self) -> str:
        """The time that was asked for, and how it was taken."""
        when = self.answer.when
        if when is None:
            return ""
        return self.say(
            "reported-when-day" if when.by == "day" else "reported-when-period",
            period=say_period(when.period, self.say),
        )

    # ── in a list ──

    def short(self, record: Record) -> str:
        """The newest value, when there is one."""
        return self._short(held[0], record) if (held := self.of(record)) else ""

    def shorts(self, record: Record, ask: str) -> str:
        """What was asked of a record in a list."""
        if ask == "unreported":
            return self.first(record, ask).rstrip(".")
        held, few = self.of(record), len(self.answer.records) <= _FEW
        most = _IN_SHORT_LIST if few else 1
        said = [
            self._line(one, record, _IN_LIST_CHARS).rstrip(".") if few else self._short(one, record)
            for one in held[:most]
        ]
        said += [self.say("reported-more", n=len(held) - most)] if len(held) > most else []
        return "; ".join(said) or self.say("reported-none-short")

    def who(self, records: Iterable[Record]) -> str:
        """Who answers for records, the institutions with the most of them first."""
        canonical = self.index.vocabulary.institutions.canonical
        known: dict[str, str] = {}
        names: dict[tuple[str, str], Counter[str]] = {}
        for record in records:
            for name in dict.fromkeys(record.responsible):
                known[name] = known.get(name) or canonical(name)
                names.setdefault((record.plan, known[name]), Counter())[name] += 1
        ranked = sorted(names.items(), key=lambda item: -item[1].total())[:_MOST_NAMED]
        said = []
        for (slug, _), spelled in ranked:
            plan, name = self.index.plans[slug], spelled.most_common(1)[0][0]
            where = plan.locality or plan.county or ""
            name = shortened(name, _NAME_CHARS)
            full = name if where.casefold() in name.casefold() else f"{name} {where}"
            said.append(self.say("unreported-one", name=full, n=spelled.total()))
        return self.say("unreported-who", names=", ".join(said)) if said else ""

    # ── one report ──

    def _line(self, one: Reported, record: Record, most_chars: int = _INDICATOR_CHARS) -> str:
        named = self._indicator(record, one.indicator, one.measure)
        several = len(self._measure(record, one.measure).indicator_facts) > 1
        return self.say(
            "reported",
            named="yes" if named and several else "no",
            indicator=shortened(named, most_chars),
            day=_day(one.day),
            **{"from": "yes" if one.by else "no"},
            by=one.by or "",
            **self._values(one, record),
        )

    def _short(self, one: Reported, record: Record) -> str:
        return self.say("reported-short", **self._values(one, record))

    def _values(self, one: Reported, record: Record) -> dict[str, object]:
        fact = self._fact(self._measure(record, one.measure), one.indicator)
        target = fact.target if fact and self.asked else None
        return {
            "what": self._what(one, fact),
            "placed": "yes" if one.place else "no",
            "place": one.place or "",
            "period": say_period(one.period, self.say),
            "aimed": "no" if target is None else "yes",
            "target": "" if target is None else self.say("reported-amount", n=_whole(target)),
            "waits": "yes" if one.state == "submitted" else "no",
        }

    def _what(self, one: Reported, fact: IndicatorFact | None) -> str:
        if one.kind == "nothing" or one.value is None:
            return self.say("reported-nothing")
        if one.kind == "state":
            return self._state(str(one.value))
        if one.kind == "text":
            return self.say("reported-text", text=str(one.value))
        if one.kind == "percent":
            return self.say("reported-percent", n=_whole(float(one.value)))
        return self._number(float(one.value), fact)

    def _state(self, done: str) -> str:
        if done == "done":
            return self.say("reported-state-done")
        return self.say("reported-state-partly" if done == "partly" else "reported-state-not-done")

    def _number(self, amount: float, fact: IndicatorFact | None) -> str:
        unit = fact.unit if fact else None
        if unit is None or unit.endswith(_GENITIVE):
            return self.say("reported-amount", n=_whole(amount))
        return self.say("reported-number", n=_whole(amount), unit=unit)

    def _measure(self, record: Record, measure: str) -> Record:
        return self.index.by_id.get(measure, record)

    def _fact(self, record: Record, indicator: str) -> IndicatorFact | None:
        return next((fact for fact in record.indicator_facts if fact.id == indicator), None)

    def _indicator(self, record: Record, indicator: str, measure: str = "") -> str:
        """An indicator's own words; empty for the standing report of a measure without any."""
        if indicator.endswith(STANDING):
            return ""
        fact = self._fact(self._measure(record, measure or record.id), indicator)
        return _tidy(fact) if fact else ""


def say_reports(held: Iterable[Reported], answer: Answer, index: Index, say: Texts) -> list[str]:
    """Reports about the one record of an answer, a line each, in their order."""
    told, record = Told(answer, index, say), answer.records[0]
    return [told._line(one, record) for one in held]


def say_period(period: str, say: Texts) -> str:
    """A period as it is said: "semestrul I 2024", "noiembrie 2026", "22.11.2026"."""
    if "/" in period:
        first, last = (_day(date.fromisoformat(day)) for day in period.split("/"))
        return say("reported-range", first=first, last=last)
    year, _, part = period.partition("-")
    if not part:
        return year
    if part[0] in "HQ":
        roman = _ROMAN[int(part[1:]) - 1]
        return say("reported-half" if part[0] == "H" else "reported-quarter", part=roman, year=year)
    if "-" in part:
        return _day(date.fromisoformat(period))
    return say("reported-month", month=int(part), year=year)


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _whole(amount: float) -> float | int:
    return int(amount) if amount.is_integer() else amount


def _tidy(fact: IndicatorFact) -> str:
    return shortened(fact.text.rstrip(" .;,"), _INDICATOR_CHARS)
