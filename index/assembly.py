"""Drafts → records: ids, keys, and the derived fields (status, place, kinds of service, facts)."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import ValidationError

from index.effects import Effects
from index.errors import PlanFault
from index.facts import Facts
from index.language import fold
from index.locality import locality_of
from index.places import Places
from index.readers.draft import Draft, Place
from index.reading import SOURCE, PlanReading
from index.records import IndicatorFact, Licence, Record, Source, Span
from index.vocabulary import Vocabulary

_WITH_SERVICES = ("measure", "service", "project", "campaign", "training")


def key_of(record_id: str) -> str:
    """Short key of a record id for links and buttons: 10 characters of a-z and 2-7.

    >>> key_of("iasi-2021-2027:measure:406")
    'fhzjhx2wue'
    """
    digest = hashlib.blake2s(record_id.encode(), digest_size=8).digest()
    return base64.b32encode(digest).decode().lower()[:10]


@dataclass(frozen=True)
class Assembly:
    """Makes records with one vocabulary and one set of places."""

    vocabulary: Vocabulary
    places: Places

    def records(self, reading: PlanReading) -> list[Record]:
        """All records of a plan, in document order, institutions last."""
        facts = Facts(self.vocabulary.tables["facts"])
        effects = Effects(self.vocabulary)
        ids = {id(draft): record_id for record_id, draft in reading.drafts.items()}
        records = [
            self._record(reading, rid, draft, facts, effects, ids) for rid, draft in reading.drafts.items()
        ]
        return records + list(self._institutions(reading, records))

    def _record(
        self,
        reading: PlanReading,
        record_id: str,
        draft: Draft,
        facts: Facts,
        effects: Effects,
        ids: dict[int, str],
    ) -> Record:
        fields = dict(draft.fields)
        spec = reading.spec
        licence = Licence(start=fields.pop("licence_start", None), end=fields.pop("licence_end", None))
        try:
            record = Record(
                id=record_id,
                key=key_of(record_id),
                kind=draft.kind,
                plan=reading.slug,
                county=spec.county,
                licence=licence if licence.start or licence.end else None,
                source=source_of(draft),
                **fields,
            )
        except ValidationError as bad:
            first = bad.errors()[0]
            fault = f"{draft.kind}, {'.'.join(map(str, first['loc']))}: {first['msg']}"
            raise PlanFault(reading.source.path, draft.lines[0], fault) from None
        derived = {
            "indicator_facts": tuple(_indicator_facts(record, facts)),
            "deadline_facts": facts.deadline(
                record.deadline or (record.period if draft.kind == "campaign" else None)
            ),
            "locality": locality_of(record, spec.locality, self.places),
            "same_as": ids.get(id(draft.twin)) if draft.twin else None,
        }
        if draft.kind in _WITH_SERVICES:
            types = effects.service_types(f"{record.title} {record.activity or ''}", record.service_code)
            derived["service_types"] = types
            derived["audiences"] = effects.audiences(
                record.title, record.activity or "", record.beneficiaries or "", *record.groups
            )
            derived["status"] = (
                draft.status if draft.kind == "service" else effects.status(draft.kind, record.title, types)
            )
        return record.model_copy(update=derived)

    def _institutions(self, reading: PlanReading, records: list[Record]) -> Iterator[Record]:
        """One record for each institution a plan names, under its most common spelling."""
        named: dict[str, list[tuple[str, Record, str]]] = {}
        for record in records:
            for field in ("responsible", "partners", "provider", "institution"):
                value = getattr(record, field)
                for name in value if isinstance(value, tuple) else (value,) if value else ():
                    canonical = self.vocabulary.institutions.canonical(name)
                    named.setdefault(canonical, []).append((name, record, field))
        for canonical, uses in named.items():
            title = Counter(name for name, _, _ in uses).most_common(1)[0][0]
            _, record, field = next(use for use in uses if use[0] == title)
            yield self._institution(reading, canonical, title, reading.drafts[record.id], field)

    def _institution(self, reading: PlanReading, canonical: str, title: str, of: Draft, field: str) -> Record:
        """An institution, with the lines of the first cell that prints it under its common spelling."""
        slug = re.sub(r"\s+", "-", fold(canonical))
        record_id = f"{reading.slug}:institution:{slug}"
        places = of.places.get(field) or (Place(of.lines[0]),)
        first = places[0].line
        draft = Draft("institution", (first, first), repairs=of.repairs)
        draft.shuffled = ("title",) if field in of.shuffled else ()
        draft.put("title", title, places)
        reading.drafts[record_id] = draft
        return Record(
            id=record_id,
            key=key_of(record_id),
            kind="institution",
            plan=reading.slug,
            title=title,
            county=reading.spec.county,
            source=source_of(draft),
        )


def _indicator_facts(record: Record, facts: Facts) -> Iterator[IndicatorFact]:
    seen: Counter[tuple[str, str]] = Counter()
    origins: tuple[Literal["indicators", "results"], ...] = ("indicators", "results")
    for origin in origins:
        for text in getattr(record, origin):
            seen[origin, fold(text)] += 1
            yield facts.indicator(record.id, text, origin, seen[origin, fold(text)])


def source_of(draft: Draft) -> Source:
    """The lines of a draft: its own row, and what its fields use from elsewhere."""
    first, last = draft.lines
    others = {p.line for places in draft.places.values() for p in places if not first <= p.line <= last}
    return Source(document=SOURCE, lines=(first, last), also=tuple(spans(others)))


def spans(lines: set[int]) -> Iterator[Span]:
    """Runs of line numbers as first and last.

    >>> list(spans({3, 4, 9}))
    [(3, 4), (9, 9)]
    """
    run: list[int] = []
    for line in sorted(lines):
        if run and line > run[-1] + 1:
            yield run[0], run[-1]
            run = []
        run.append(line)
    if run:
        yield run[0], run[-1]
