"""A Question → an Answer: outcome, records, what was understood, what is near. No words for people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from index.follow import Follow
from index.founding import Founding
from index.headings import under_headings
from index.intents.base import Answer, Found, Outcome, intent_of
from index.intents.codes import answer_code
from index.intents.danger import find_danger
from index.intents.lists import answer_list
from index.intents.names import answer_named
from index.intents.parts import answer_parts
from index.intents.plans import answer_plan
from index.intents.progress import answer_progress, missing_of, report_filter, when_of
from index.intents.services import answer_groups, answer_services
from index.intents.terms import answer_term
from index.intents.words import answer_words
from index.language import fold
from index.progress import PROGRESS, told, totals
from index.question import Lang, Question
from index.records import Record
from index.reports import NO_REPORTS, Reports
from index.scope import Scope
from index.search import Index

Attempt = Callable[[Scope], Found | None]

ATTEMPTS: tuple[Attempt, ...] = (
    answer_term,
    answer_progress,
    answer_code,
    answer_parts,
    answer_named,
    answer_plan,
    answer_list,
    answer_services,
    answer_words,
)
"""Asked in this order; the first that has something to say answers."""


_FEW = 3
"""Of so many records "how many" asks for a number inside them; of more, for how many they are."""


_MOST_GUESSED = 12
"""Where words led nowhere, more records for a group than this only hide that nothing was found."""


@dataclass(frozen=True)
class Assistant:
    """Answers questions over one index."""

    index: Index

    @cached_property
    def follow(self) -> Follow:
        """The words that go on with what was said before."""
        return Follow.of(self.index.vocabulary)

    @cached_property
    def founding(self) -> Founding:
        """Which measures stand beside services and projects."""
        return Founding(self.index)

    def answer(
        self,
        text: str,
        today: date,
        county: str | None = None,
        plan: str | None = None,
        lang: Literal["ro", "en"] | None = None,
        reports: Reports = NO_REPORTS,
    ) -> Answer:
        """Answer a sentence.

        today: decides which plans have run out; never read from the clock.
        county: the person's county; settles what several fit. plan: slug that binds.
        lang: language of the answer when it is not to follow the sentence.
        reports: made ready once; they hold only what whoever asks may see.
        """
        question = self.index.reader.parse(text, lang)
        danger = self.danger_in(question)
        if danger:
            return Answer(question=question, intent="referral", outcome="referred", danger=danger)
        return self.find_answer(question, today, county, plan, reports)

    def danger_in(self, question: Question) -> tuple[str, ...]:
        """Kinds of danger that a message tells of; whoever asks looks here first (rule 14)."""
        reader = self.index.reader
        return find_danger(question, reader.vocabulary, (reader.frequency, *reader.common.values()))

    def find_answer(
        self,
        question: Question,
        today: date,
        county: str | None = None,
        plan: str | None = None,
        reports: Reports = NO_REPORTS,
    ) -> Answer:
        """Answer a question already read, in which no danger was found. Arguments as in `answer`."""
        if question.helping or not question.text.strip():
            return Answer(
                question=question,
                intent="help",
                outcome="answered" if question.helping else "nothing",
                why=None if question.helping else "not_understood",
            )
        scope = under_headings(Scope(question, self.index, county, plan, reports=reports, today=today))
        return self._finish(self._find(scope), scope)

    def is_personal(self, text: str) -> bool:
        """Whether a person speaks of their own need: others should not read the answer."""
        words = f" {' '.join(fold(text).split())} "
        personal = self.index.vocabulary.tables["questions"]["personal"]["words"]
        return any(f" {' '.join(fold(word).split())} " in words for word in personal)

    def show(
        self,
        records: Sequence[Record],
        today: date,
        lang: Lang,
        asks: tuple[str, ...] = (),
        outcome: Outcome = "answered",
        total: int | None = None,
        reports: Reports = NO_REPORTS,
    ) -> Answer:
        """An answer of records that were chosen and not asked for in words; at least one."""
        question = Question(text="", lang=lang, asks=asks)
        intent = "search" if records[0].kind == "term" else intent_of(asks, records)
        found = Found(intent, outcome, records, total=total, asks=asks)
        return self._finish(found, Scope(question, self.index, reports=reports, today=today))

    def _finish(self, found: Found, scope: Scope) -> Answer:
        """The answer, with what was reported about its records or was not."""
        answer = finish(found, scope, scope.today)
        records, asked = answer.records, PROGRESS & set(answer.asks)
        if not asked:
            held = told(records, scope.reports, self.founding.measures, None)
            return answer.model_copy(update={"reported": held}) if held else answer
        held = told(records, scope.reports, self.founding.measures, report_filter(scope))
        words = self.index.vocabulary.tables["facts"]["sum"]
        added = {r.id: totals(r, held[r.id], words) for r in records if r.id in held}
        missing = {
            r.id: missing_of(r, scope) for r in records if "unreported" in asked and r.kind == "measure"
        }
        return answer.model_copy(
            update={
                "reported": held,
                "totals": {key: sums for key, sums in added.items() if sums},
                "missing": {key: left for key, left in missing.items() if left},
                "when": when_of(scope),
            }
        )

    @staticmethod
    def _find(scope: Scope) -> Found:
        for attempt in ATTEMPTS:
            found = attempt(scope)
            if found is not None:
                break
        else:
            found = Found("search", "nothing", why="not_understood")
        if attempt is answer_words and found.outcome == "nothing" and found.why != "no_plan":
            groups = answer_groups(scope)
            # a word led nowhere: a few records for the group may still be meant, a long list is not
            return groups if groups and len(groups.records) <= _MOST_GUESSED else found
        return found


def finish(found: Found, scope: Scope, today: date) -> Answer:
    """An answer with what holds for all of them: totals, the places and plans named, what has run out."""
    records = tuple(found.records)
    ended = [_year(scope.index, slug) for slug in {r.plan for r in records}]
    return Answer(
        question=scope.question,
        intent=found.intent,
        outcome=found.outcome,
        records=records,
        total=len(records) if found.total is None else found.total,
        why=found.why,
        asks=_with_counted(found, scope),
        nearest=tuple(found.nearest),
        recurring=tuple(found.recurring),
        definitions=found.definitions,
        unfound=found.unfound,
        ended=max(ended) if ended and all(year < today.year for year in ended) else None,
        today=today,
    )


def _with_counted(found: Found, scope: Scope) -> tuple[str, ...]:
    """The fields to say, and where a few records hold the number that "how many" asks for."""
    if not scope.question.counting or len(found.records) > _FEW or found.outcome != "answered":
        return found.asks
    fields = (
        "persons",
        *(("results", "indicators") if not {"results", "indicators"} & set(found.asks) else ()),
    )
    holding = {
        "persons": [r for r in found.records if r.kind == "training" and r.persons],
        "results": [r for r in found.records if r.kind == "measure" and r.results],
        "indicators": [r for r in found.records if r.kind == "measure" and r.indicators and not r.results],
    }
    return (*found.asks, *(f for f in fields if holding[f] and f not in found.asks))


def _year(index: Index, slug: str) -> int:
    period = index.plans[slug].period or ""
    return int(period[-4:])


def question_line(question: Question) -> str:
    """The canonical line of a question, for tests and for saying why."""
    return question.line()
