"""Questions for reports, made and missing: "ce s-a raportat luna asta la Bacău", "cine nu a raportat".

The records are measures. One named by its code is found by it (`codes`); here they are found by what else is
named: a target ("ținta de 10 ședințe"), words, an institution, a place, a plan, a time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from index.facts import number
from index.intents.base import Found, field_asks
from index.intents.lists import done_by
from index.intents.services import for_groups, known_words
from index.intents.words import answer_words
from index.language import fold
from index.numbers import Numbers
from index.periods import period_before, period_of
from index.progress import PROGRESS, Fits, Missing, When, due_period, known, missing
from index.question import Slot
from index.records import Record
from index.reports import Reported
from index.scope import Scope
from index.search import EITHER


def answer_progress(scope: Scope) -> Found | None:
    """Measures with what was reported about them, or without it; None when neither is asked."""
    question = scope.question
    asks = field_asks(question)
    if not PROGRESS & set(asks) or question.codes or question.defining:
        return None
    if scope.without_plan and not scope.plans:
        return Found("progress", "nothing", why="no_plan", asks=asks)
    records = _with_target(scope)
    if records:
        return Found("progress", "answered", records, asks=asks)
    # a target that no measure has is not passed over to tell of others
    misses = bool(_targets_said(scope))
    if names_topic(scope) and not (misses and _says_target(scope)):
        return _of_topic(scope, asks)
    measures = [] if misses else scope.pick(_named(scope))
    found = _unreported(measures, scope) if "unreported" in asks else _reported(measures, scope)
    if found:
        return Found("progress", "answered", found, asks=asks)
    return Found("progress", "nothing", why="not_in_plan", asks=asks)


def names_topic(scope: Scope) -> bool:
    """Whether a question says by words which measures it is about."""
    question = scope.question
    return bool(
        question.services or question.groups or question.titles or question.quoted or known_words(scope)
    )


def _of_topic(scope: Scope, asks: tuple[str, ...]) -> Found | None:
    """The measures that words lead to; of them those with reports of the time named, or without any."""
    records = scope.pick(_of_kinds(scope)) or _by_words(scope)
    if "unreported" in asks:
        records = _unreported(records, scope) or records
    elif scope.question.when or scope.question.dates:
        records = _reported(records, scope) or records
    return Found("progress", "answered", records, asks=asks) if records else None


def _of_kinds(scope: Scope) -> Numbers:
    """Measures about the kinds of service and the groups named; none when other words say more."""
    question = scope.question
    if question.titles or question.quoted or known_words(scope):
        return 0
    numbers = for_groups(scope.having("kind", "measure"), scope)
    if question.services:
        numbers &= scope.index.about(f"services:{s.value}" for s in question.services)
    return scope.at_places(numbers) if scope.has_locality else numbers


def _by_words(scope: Scope) -> list[Record]:
    """The measures that hold most of what was said."""
    question = scope.question.model_copy(update={"kinds": ("measure",), "asks": ()})
    found = answer_words(replace(scope, question=question))
    records = found.records if found and found.outcome == "answered" else ()
    return [r for r in records if r.kind == "measure"]


def _named(scope: Scope) -> Numbers:
    """Measures of the plans, places and institutions named; all of them when nothing is."""
    numbers = scope.having("kind", "measure")
    if scope.institutions:
        # what somebody else reported for them is theirs too
        numbers = numbers & (done_by(scope) | _reported_by(scope))
    if scope.has_locality:
        here, fits = scope.at_places(numbers), report_filter(scope)
        numbers = here | scope.index.numbers(
            r for r in _having_reports(scope) if any(map(fits, known(r, scope.reports)))
        )
    return numbers


def _having_reports(scope: Scope) -> Iterable[Record]:
    """Measures of the plans in question about which something was reported."""
    index, reports = scope.index, scope.reports
    slugs = scope.plans or reports.of_plan
    ids = (i for slug in slugs for i in reports.of_plan.get(slug, ()))
    held = [index.by_id[i] for i in ids if i in index.by_id]
    return index.pick(index.numbers(held) & scope.numbers)


def _reported_by(scope: Scope) -> Numbers:
    fits = report_filter(scope)
    return scope.index.numbers(
        r for r in _having_reports(scope) if any(one.by and fits(one) for one in known(r, scope.reports))
    )


def _reported(measures: list[Record], scope: Scope) -> list[Record]:
    """Those of some measures with reports that were asked for, the newest report first."""
    if not scope.reports.shown:
        return []
    fits = report_filter(scope)
    dated = [
        (max(days), -n, record)
        for n, record in enumerate(measures)
        if (days := [one.day for one in known(record, scope.reports) if fits(one)])
    ]
    return [record for _, _, record in sorted(dated, key=lambda item: item[:2], reverse=True)]


def _unreported(measures: list[Record], scope: Scope) -> list[Record]:
    """Those of some measures about which something is still to be reported."""
    return [record for record in measures if missing_of(record, scope)]


def missing_of(record: Record, scope: Scope) -> Missing | None:
    """What nobody has reported about a measure for the time named, else for the period that is due."""
    ends = int((scope.index.plans[record.plan].period or "9999")[-4:])
    return missing(record, scope.reports, due_period(record, ends, scope.today), when_of(scope))


def _targets_said(scope: Scope) -> dict[float, frozenset[str]]:
    """Numbers named, each with the stems of what is counted after it: 10 of "ședințe"; none when not said."""
    index, question = scope.index, scope.question
    small = {*index.vocabulary.tables["facts"]["unit"]["skip"], *index.vocabulary.language.stop}
    out: dict[float, frozenset[str]] = {}
    for slot in question.rest:
        value = number(slot.value)
        if value is not None:
            after = [w for w in fold(question.text[slot.end :]).split() if w not in small][:1]
            stems = {index.vocabulary.language.stem(w) for w in after}
            # an English word is read as the Romanian ones it may stand for
            read = [s for s in question.words if fold(question.text[s.start : s.end]).split() == after]
            stems |= {one for s in read for one in s.value.split(EITHER) if ":" not in one}
            out[value] = frozenset(filter(index.knows, stems))
    return out


def _says_target(scope: Scope) -> bool:
    said = set(fold(scope.question.text).split())
    return bool(said & set(scope.index.vocabulary.tables["questions"]["target"]["words"]))


def _with_target(scope: Scope) -> list[Record]:
    """Measures with an indicator whose target is named by its number: "ținta de 10 ședințe"."""
    said = _targets_said(scope)
    if not said:
        return []
    numbers = _named(scope)
    for units in filter(None, said.values()):
        numbers &= scope.index.about(units)
    stems = scope.index.vocabulary.language.stems
    return [
        record
        for record in scope.pick(numbers)
        if any(
            fact.target in said and (not said[fact.target] or said[fact.target] & set(stems(fact.text)))
            for fact in record.indicator_facts
            if fact.target is not None
        )
    ]


# ── which reports a question is about ──


def report_filter(scope: Scope) -> Fits:
    """Whether a report is of the time, the place and the institution that a question names."""
    when = when_of(scope)
    wanted = set(scope.institutions)
    find_in = scope.index.vocabulary.institutions.find_in
    towns = {fold(place.name) for place in scope.localities} if scope.has_locality else set()
    by_id = scope.index.by_id
    theirs: dict[str, bool] = {}

    def is_theirs(name: str) -> bool:
        if name not in theirs:
            theirs[name] = bool(wanted & set(find_in(name)))
        return theirs[name]

    def is_there(one: Reported) -> bool:
        measure = by_id.get(one.measure)
        return fold(one.place or (measure.locality if measure else None) or "") in towns

    def fits(one: Reported) -> bool:
        timely = when is None or when.holds(one)
        return (
            timely and not (wanted and one.by and not is_theirs(one.by)) and not (towns and not is_there(one))
        )

    return fits


def when_of(scope: Scope) -> When | None:
    """The time that a question for reports names, None when it names none.

    "Ce s-a raportat luna asta" is when it was written; "stadiul pe 2024" and "raportat pentru 2024"
    what it is about.
    """
    question, table = scope.question, scope.index.vocabulary.tables["questions"]
    writes = bool({"reported", "unreported"} & set(question.asks))
    if question.when:
        part = question.when.removesuffix("-before")
        period = (period_of if question.when == part else period_before)(scope.today, part)  # type: ignore[arg-type]
        said = fold(question.text).split()
        phrases = [fold(p).split() for lang in ("ro", "en") for p in table["when"][question.when][lang]]
        at = next((n for p in phrases for n in range(len(said)) if said[n : n + len(p)] == p), 0)
        about = at > 0 and said[at - 1] in table["period_after"]["words"]
        return When(period=period, by="day" if writes and not about else "period")
    for slot in question.dates:
        about = _word_before(slot, question.text) in table["period_after"]["words"]
        return When(period=slot.value, by="day" if writes and not about else "period")
    return None


def _word_before(slot: Slot, text: str) -> str:
    return (fold(text[: slot.start]).split() or [""])[-1]
