"""Questions that name a code: "3.1.2 iasi", "ce indicatori are 2.4.1 din Bacău la romi"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.headings import under
from index.intents.base import Found, field_asks, intent_of
from index.language import fold
from index.numbers import Numbers, shares_of
from index.question import Slot
from index.records import Record
from index.scope import Scope

_SMIS_DIGITS = 5
"""SMIS, the EU funds' register, numbers projects with five digits or more."""


def answer_code(scope: Scope) -> Found | None:
    """The records of the codes named; a choice when one code has several; nothing when it has none."""
    codes = scope.question.codes
    if not codes:
        return _numbered(scope)
    asks = field_asks(scope.question)
    if scope.without_plan and not scope.plans:
        return Found(intent_of(asks, ()) if asks else "measure", "nothing", why="no_plan", asks=asks)
    records: list[Record] = []
    several = False
    unfound = []
    for code in codes:
        here = _beside(code, scope)
        fitting = _narrow(_with_code(here, code), here)
        if not fitting:
            unfound.append(scope.question.text[code.start : code.end].strip())
        listed = _below(fitting, scope)
        if listed is not None:
            return Found("list_measures", "answered", listed, asks=asks)
        several = several or len(fitting) > 1
        records += fitting
    if not records:
        return Found(intent_of(asks, ()) if asks else "measure", "nothing", why="not_in_plan", asks=asks)
    outcome = "choose" if several else "answered"
    intent = intent_of(asks, records)
    return Found(intent, outcome, records, asks=asks, unfound=tuple(unfound))  # type: ignore[arg-type]


def _beside(code: Slot, scope: Scope) -> Scope:
    """The scope for one of several codes: with the places that stand after it, before the next code.

    "3.1.2 din Iași și 2.3.4 din Bacău": each is looked for in its own plan.
    """
    question = scope.question
    end = min((c.start for c in question.codes if c.start > code.start), default=len(question.text))
    own = tuple(p for p in question.places if code.end <= p.start < end)
    if len(question.codes) < 2 or not own or own == question.places:
        return scope
    return replace(scope, question=question.model_copy(update={"places": own}))


def _numbered(scope: Scope) -> Found | None:
    """Projects by their number in the plan's list ("proiectul 130") or by their SMIS number."""
    said = {s.value for s in scope.question.headings}
    long = {s.value for s in scope.question.rest if s.value.isdigit() and len(s.value) >= _SMIS_DIGITS}
    if not said and not long:
        return None
    numbers = scope.having("number", *said) | scope.having("smis", *long)
    # a number that no project has for its own may stand in the results of a measure
    records = scope.pick(numbers or scope.numbers & scope.index.about(long))
    asks = field_asks(scope.question)
    if records:
        return Found(intent_of(asks, records), "answered", records, asks=asks)
    if long and not scope.question.places:
        return Found("projects", "nothing", why="not_in_plan", asks=asks)
    return None


def _with_code(scope: Scope, code: Slot) -> Numbers:
    """Records with a code, measures before objectives unless objectives are asked for."""
    services = scope.having("service_code", code.value)
    if services:
        return services
    fitting = scope.having("code", code.value)
    measures = fitting & scope.having("kind", "measure")
    if "objective" in scope.question.kinds or not measures:
        return fitting & ~measures or measures
    return measures


def _narrow(numbers: Numbers, scope: Scope) -> list[Record]:
    """Those that fit what else was said: a component, a group, words of the title or the headings."""
    records = scope.pick(numbers)
    if len(records) < 2:
        return records
    if scope.county and not scope.places:
        near = [r for r in records if r.county and fold(r.county) == fold(scope.county)]
        records = near or records
    groups = shares_of(scope.group_levels(numbers)) if scope.question.groups else {}
    said = {h.record.id: h.score for h in scope.index.rank(numbers, [s.value for s in scope.question.words])}
    number_of = scope.index.number_of
    shares = [(groups.get(number_of[r.id], 0.0) + said.get(r.id, 0.0), r) for r in records]
    best = max(share for share, _ in shares)
    return [r for share, r in shares if share >= best - 1e-9] if best > 0 else records


def _below(fitting: Sequence[Record], scope: Scope) -> list[Record] | None:
    """Measures under the one objective named, when measures are asked for."""
    if len(fitting) != 1 or fitting[0].kind != "objective":
        return None
    if "measure" not in scope.question.kinds and scope.question.asks:
        return None
    return scope.pick(under(fitting[0], scope) & scope.having("kind", "measure")) or None
