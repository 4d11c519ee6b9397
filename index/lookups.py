"""Which sets each record belongs to: all that a question may pick records by, worked out for each build.

In: records, their stems, vocabulary and places. Out: `Lookups`; intents pick by the same fields and values.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from index.codes import code_forms, service_code
from index.headings import heading_numbers
from index.intents.services import is_service_like
from index.language import fold
from index.numbers import Field, Lookups
from index.places import Places
from index.records import Record
from index.vocabulary import Vocabulary
from index.wording import Stems

Key = tuple[Field, str]


def build_lookups(
    records: Iterable[Record], stems: Iterable[Stems], vocabulary: Vocabulary, places: Places
) -> Lookups:
    """The lookups of a catalogue; stems and marks of each record in the order of the records."""
    keys = _Keys(vocabulary, places)
    held: dict[Key, array[int]] = {}
    for number, (record, parts) in enumerate(zip(records, stems, strict=True)):
        for key in keys.of(record, parts):
            held.setdefault(key, array("l")).append(number)
    return Lookups.of(held)


@dataclass(frozen=True)
class _Keys:
    """Works out fields and values with the words and places of one catalogue."""

    vocabulary: Vocabulary
    places: Places
    _institutions: dict[str, frozenset[str]] = field(default_factory=dict)
    """Ids by printed name: the same names stand in many records."""

    def of(self, record: Record, stems: Stems) -> Iterator[Key]:
        """Every field and value that a record can be picked by; a key may come twice."""
        yield "plan", record.plan
        yield "kind", record.kind
        if record.status:
            yield "status", record.status
        yield from self._classes(record)
        yield from self._numbers(record)
        yield from self._places(record)
        for date in record.deadline_facts.dates:
            # what is due on a day is due in its month and year
            yield from (("due", date[:end]) for end in (4, 7, 10) if len(date) >= end)
        yield from self._doers(record)
        for said in record.funding:
            yield from (("funding", term) for term in self.vocabulary.terms.find_in(said))
        yield from ((part, stem) for part, held in stems.items() for stem in held)

    @staticmethod
    def _classes(record: Record) -> Iterator[Key]:
        if record.same_as:
            yield "class", "repeated"
        if is_service_like(record):
            yield "class", "service-like"
        if not record.locality:
            yield "class", "placeless"
        if record.kind == "service" and not record.audiences:
            yield "class", "for-anyone"

    def _numbers(self, record: Record) -> Iterator[Key]:
        """Codes and numbers in the forms in which people ask for them."""
        if record.service_code:
            yield "service_code", service_code(record.service_code)
        if record.code and record.kind in ("measure", "objective"):
            yield from (("code", form) for form in code_forms(record.code))
            heads = {form.split(".")[0] for form in code_forms(record.code)}
            yield from (("letters", head) for head in heads if not head.isdigit())
        if record.number is not None:
            yield "number", f"{record.kind}:{record.number}"
        for digits in re.findall(r"\d+", record.smis or ""):
            yield "smis", digits
        if record.kind == "term":
            yield "term", fold(record.code or "")
        if record.kind == "objective":
            levels = self.vocabulary.tables["questions"]["heading"]["levels"]
            yield from (("heading", number) for number in heading_numbers(record, levels))

    def _places(self, record: Record) -> Iterator[Key]:
        """The place itself, and the communes it is a village of as "county code/name"."""
        if not record.locality:
            return
        name = fold(record.locality)
        yield "locality", name
        for known in self.places.by_name.get(tuple(name.split()), ()):
            if known.commune:
                yield "commune", f"{known.county}/{fold(known.commune)}"

    def _doers(self, record: Record) -> Iterator[Key]:
        """Institutions that answer for a record or run it, its partners, and whom else it names."""
        names = [*record.responsible, *([record.provider] if record.provider else [])]
        if record.institution:
            # a project's carrier is named before its partners
            opens = self.vocabulary.tables["questions"]["carrier"]["partners_after"]
            names.append(fold(record.institution).split(opens)[0])
        yield from (("doer", i) for name in names for i in self._institution_ids(name))
        yield from (("partner", i) for name in record.partners for i in self._institution_ids(name))
        named = (*names, *record.partners, record.institution or "", record.title)
        yield from (("institution", i) for name in named for i in self._institution_ids(name))

    def _institution_ids(self, name: str) -> frozenset[str]:
        """Ids of an institution by its printed name, and of what stands inside a longer name."""
        known = self._institutions.get(name)
        if known is None:
            topic = self.vocabulary.institutions
            ids = frozenset([topic.canonical(name), *topic.find_in(name)])
            known = self._institutions[name] = ids & topic.entries.keys()
        return known
