"""Nothing in the catalogue was made up: every printed word is looked for in the lines its record names.

For each printed field the words are found, in their order, in the cells (or, in prose and transcripts, the
lines) that the field was read from, and these must lie within the record's published source lines; an amount
is found under its heading, and of two fields in one cell the first stands first. In a transcript the columns
of a row must also follow each other from left to right. What is not found is listed; a field corrected by
hand is listed with its reason.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from index.catalogue import Catalogue
from index.language import comma_letters
from index.readers.draft import Draft, Place, SourceText, clean, flat
from index.reading import PlanReading
from index.records import LIST_FIELDS, TEXT_FIELDS, Record

Fault = Literal["not-found", "order"]

_TOKEN = re.compile(r"\d+|[^\W\d_]+|%")
_COLUMNS = ("title", "indicators", "responsible", "partners", "deadline")
"""Columns of a transcribed table, left to right."""
_ABOUT_A_PLAN = ("title", "issuer", "act", "act_date", "period")
"""Fields that a plan's own record takes from `plan.toml`; its document need not print them."""
_PRINTED = (*TEXT_FIELDS, *LIST_FIELDS, "number", "budget", "licence_start", "licence_end")
_FIRST = {"partners": "responsible", "licence_end": "licence_start"}
"""Field → the field that stands before it when both were read from one cell."""


class Finding(NamedTuple):
    """One field whose words are not where the record says."""

    record: str
    field: str
    fault: Fault
    words: str
    """The words that were not found, or the two columns out of order."""
    reason: str = ""
    """Reason of the hand correction, when the field has one."""


@dataclass(frozen=True)
class CheckReport:
    """What a check found."""

    records: int
    fields: int
    """Printed fields compared."""
    corrected: int
    """Fields whose value comes from a corrections file."""
    findings: tuple[Finding, ...]

    @property
    def unexplained(self) -> tuple[Finding, ...]:
        """Findings without a hand correction's reason."""
        return tuple(f for f in self.findings if not f.reason)

    @property
    def corrected_share(self) -> float:
        """Share of printed fields that were corrected by hand, 0 to 1."""
        return self.corrected / self.fields if self.fields else 0.0


def tokens(text: str) -> list[str]:
    """Words and numbers of a text, as compared: composed letters, lower case, numbers cut at dots."""
    return _TOKEN.findall(comma_letters(text).lower())


def check_catalogue(catalogue: Catalogue) -> dict[str, CheckReport]:
    """A report for each plan."""
    by_plan: dict[str, list[Record]] = {slug: [] for slug in catalogue.readings}
    for record in catalogue.records:
        by_plan[record.plan].append(record)
    return {slug: check_plan(reading, by_plan[slug]) for slug, reading in catalogue.readings.items()}


def check_plan(reading: PlanReading, records: Sequence[Record]) -> CheckReport:
    """Compare the records of one plan with its source."""
    findings: list[Finding] = []
    fields = corrected = 0
    for record in records:
        draft = reading.drafts.get(record.id) or _bare_draft(record)
        corrected += len(draft.corrected)
        for name, items in printed_fields(record, draft):
            fields += 1
            missing = _missing(record, draft, name, items, reading.source)
            if missing:
                correction = draft.corrected.get(name)
                reason = correction.reason if correction else ""
                findings.append(Finding(record.id, name, "not-found", missing, reason))
        findings += _out_of_order(record, draft, reading.source)
    return CheckReport(len(records), fields, corrected, tuple(findings))


def _bare_draft(record: Record) -> Draft:
    """For records that no reader drafted (institutions): their title stands in their lines."""
    first, last = record.source.lines
    return Draft(
        record.kind, record.source.lines, places={"title": tuple(Place(n) for n in range(first, last + 1))}
    )


def printed_fields(record: Record, draft: Draft) -> Iterator[tuple[str, list[str]]]:
    """Names and items of a record's printed fields: all that have a place in the source or hold something."""
    headings = (f"path.{depth}" for depth in range(len(record.path)))
    for name in dict.fromkeys((*draft.places, *headings, *_PRINTED)):
        items = _items(record, name)
        if name in draft.places or (items and not (record.kind == "plan" and name in _ABOUT_A_PLAN)):
            yield name, items


def _items(record: Record, name: str) -> list[str]:
    """The texts that a printed field holds."""
    if name.startswith("path."):
        depth = int(name.removeprefix("path."))
        return list(record.path[depth : depth + 1])
    if name == "budget":
        return [f"{heading} {amount}" for heading, amount in record.budget.items()]
    if name.startswith("licence_"):
        value = getattr(record.licence, name.removeprefix("licence_"), None)
    else:
        value = getattr(record, name)
    return list(value) if isinstance(value, tuple) else [str(value)] if value is not None else []


def _missing(record: Record, draft: Draft, name: str, items: list[str], source: SourceText) -> str | None:
    """The first words that are not found, None when all are."""
    places = draft.places.get(name, ())
    if name == "budget":
        return _missing_amount(record, places, items, source)
    stream = _stream(record, places, source)
    if name in draft.shuffled:
        return _missing_unordered(items, stream, draft.repairs)
    first = _FIRST.get(name, "")
    if places == draft.places.get(first) and all(p.column is not None for p in places):
        items = [*_items(record, first), *items]
    at = 0
    for item in items:
        found = find_in_order(tokens(item), stream, draft.repairs, 0 if draft.repairs else at)
        if isinstance(found, str):
            return found
        at = found[-1] + 1 if found else at
    return None


def _missing_amount(
    record: Record, places: Sequence[Place], items: list[str], source: SourceText
) -> str | None:
    """The first word of an amount that is not found below its heading, in one column; None when all are."""
    columns = {p.column: [q for q in places if q.column == p.column] for p in places}
    streams = [_stream(record, column, source) for column in columns.values()]
    for item in items:
        wanted = tokens(item)
        found = [find_in_order(wanted, stream, {}) for stream in streams]
        missing = [one for one in found if isinstance(one, str)]
        if len(missing) == len(found):
            return max(missing, key=wanted.index, default=wanted[0])
    return None


def _stream(record: Record, places: Sequence[Place], source: SourceText) -> list[str]:
    """Tokens at some places; only places within the record's source lines count."""
    spans = (record.source.lines, *record.source.also)
    inside = (p for p in places if any(first <= p.line <= last for first, last in spans))
    return [token for place in inside for token in tokens(flat(clean(source.cell(place))))]


def find_in_order(
    wanted: Sequence[str], stream: Sequence[str], repairs: dict[str, str], start: int = 0
) -> list[int] | str:
    """Positions of the wanted tokens in a stream, each after the one before; or the first one not found.

    repairs: what the scanner printed → what was on the paper; a wanted run may stand as its scanned form.
    """
    ways = [(tokens(scan), tokens(ours)) for scan, ours in repairs.items()]
    best: list[list[int] | None] = [None] * (len(wanted) + 1)
    best[0] = []
    furthest = 0
    for at in range(len(wanted)):
        here = best[at]
        if here is None:
            continue
        furthest = at
        options = [([wanted[at]], 1)]
        options += [(scan, len(ours)) for scan, ours in ways if list(wanted[at : at + len(ours)]) == ours]
        for scan, length in options:
            found = _run(scan, stream, here[-1] + 1 if here else start)
            known = best[at + length]
            if found is not None and (known is None or found[-1] < known[-1]):
                best[at + length] = [*here, *found]
    last = best[-1]
    return last if last is not None else wanted[furthest]


def _run(scan: Sequence[str], stream: Sequence[str], start: int) -> list[int] | None:
    out = []
    for token in scan:
        try:
            start = stream.index(token, start) + 1
        except ValueError:
            return None
        out.append(start - 1)
    return out or None


def _missing_unordered(items: list[str], stream: list[str], repairs: dict[str, str]) -> str | None:
    """For cells whose words the scanner shuffled: each word must be there, as often as it is used."""
    left = list(stream)
    for item in items:
        for token in tokens(item):
            scans = [token, *(s for s, ours in repairs.items() if tokens(ours) == [token])]
            parts = next((p for p in map(tokens, scans) if all(t in left for t in p)), None)
            if parts is None:
                return token
            for part in parts:
                left.remove(part)
    return None


def _out_of_order(record: Record, draft: Draft, source: SourceText) -> Iterator[Finding]:
    """Columns of a transcribed row that cannot stand left to right, however their words are matched."""
    if not draft.transcribed or record.kind != "measure":
        return
    stream = _own_stream(draft, source)
    words = [token for token, _, _ in stream]
    earliest: dict[str, int] = {}
    latest: dict[str, int] = {}
    for name, items in printed_fields(record, draft):
        if name in _COLUMNS and name not in draft.shuffled and items:
            wanted = tokens(items[0])
            first = find_in_order(wanted, words, draft.repairs)
            last = find_in_order(wanted[::-1], words[::-1], _backwards(draft.repairs))
            if not isinstance(first, str) and not isinstance(last, str):
                earliest[name], latest[name] = first[0], len(words) - 1 - last[-1]
    names = [n for n in _COLUMNS if n in earliest]
    for left, right in itertools.pairwise(names):
        if earliest[left] > latest[right]:
            line = stream[earliest[left]][1]
            yield Finding(record.id, f"{left}, {right}", "order", f"line {line}")


def _backwards(repairs: dict[str, str]) -> dict[str, str]:
    return {" ".join(tokens(s)[::-1]): " ".join(tokens(o)[::-1]) for s, o in repairs.items()}


def _own_stream(draft: Draft, source: SourceText) -> list[tuple[str, int, int]]:
    """Tokens of a row's own lines with line and place in the line."""
    first, last = draft.lines
    return [(t, n, at) for n in range(first, last + 1) for at, t in enumerate(tokens(source.line(n)))]
