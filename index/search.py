"""The Whoosh index: build it from a catalogue, open it, ask it.

Texts go in as stems, so that Whoosh compares what `language` compares. A build also holds the records and
the words and places they were read with: it serves even while the data folder is being edited.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from whoosh import index as whoosh_index
from whoosh import query as whoosh_query
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema
from whoosh.searching import Searcher

from index.catalogue import Catalogue, content_hash, load_catalogue
from index.codes import plain_code
from index.errors import DataFault, IndexMissing
from index.language import fold
from index.places import Places, load_places
from index.records import Record
from index.shelf import Shelf
from index.vocabulary import Vocabulary, load_vocabulary

Progress = Callable[[str, int, int], None]
"""Called with a step's name, what is done and how much there is in all."""

_BOOSTS = {"title": 3.0, "body": 1.0, "context": 0.7, "who": 0.8}
"""How much a word counts by where it stands: the record's own wording most, its headings least."""
MAX_HITS = 50


def _schema() -> Schema:
    words = {"analyzer": SpaceSeparatedTokenizer(), "phrase": False}
    return Schema(
        number=STORED,
        id=ID(stored=True, unique=True),
        plan=ID,
        kind=ID,
        code=ID,
        place=KEYWORD,
        types=KEYWORD,
        groups=KEYWORD,
        title=TEXT(**words),
        body=TEXT(**words),
        context=TEXT(**words),
        who=TEXT(**words),
    )


@dataclass(frozen=True)
class Hit:
    """A record found by its words."""

    record: Record
    score: float
    """BM25F, whoosh defaults; >= 0, unbounded."""


@dataclass(frozen=True)
class Index:
    """An opened build: records, vocabulary, places and the full-text index."""

    place: Path
    records: tuple[Record, ...]
    vocabulary: Vocabulary
    places: Places

    @cached_property
    def by_id(self) -> dict[str, Record]:
        """Records by id."""
        return {r.id: r for r in self.records}

    @cached_property
    def plans(self) -> dict[str, Record]:
        """The plans' own records by slug."""
        return {r.plan: r for r in self.records if r.kind == "plan"}

    @cached_property
    def _searcher(self) -> Searcher:
        return whoosh_index.open_dir(str(self.place / "whoosh"), readonly=True).searcher()

    @property
    def content(self) -> str:
        """Hash of the content the build was made from."""
        return self.place.name

    def search(
        self,
        stems: Sequence[str],
        kinds: Collection[str] = (),
        plans: Collection[str] = (),
        limit: int = MAX_HITS,
    ) -> list[Hit]:
        """Records that hold any of the stems, best first; ties by order in the catalogue.

        kinds, plans: only these, when given. Returns 0 to `limit` hits.
        """
        terms = [
            whoosh_query.Term(name, stem, boost=boost)
            for stem in dict.fromkeys(stems)
            for name, boost in _BOOSTS.items()
        ]
        if not terms:
            return []
        wanted = [_any_of("kind", kinds), _any_of("plan", plans)]
        within = whoosh_query.And([w for w in wanted if w is not None])
        found = self._searcher.search(
            whoosh_query.Or(terms), limit=limit, filter=within if within.subqueries else None
        )
        hits = [Hit(self.records[hit["number"]], float(hit.score or 0.0)) for hit in found]
        return sorted(hits, key=lambda h: -h.score)


def _any_of(field: str, values: Collection[str]) -> Any:
    return whoosh_query.Or([whoosh_query.Term(field, v) for v in sorted(values)]) if values else None


def open_index(data: Path, state: Path, progress: Progress | None = None) -> tuple[Index, DataFault | None]:
    """The index of a data folder, built first when it is missing, old or broken.

    When the data folder has a fault, the index that served last serves on, and the fault comes with it.
    Raises DataFault when there is a fault and nothing to serve.
    """
    shelf = Shelf(state / "index")
    content = content_hash(data)
    place = shelf.find(content)
    fault = None
    if place is None:
        try:
            place = shelf.put(content, lambda aside: build_index(load_catalogue(data), data, aside, progress))
        except DataFault as bad:
            fault = bad
            try:
                place = shelf.current()
            except IndexMissing:
                raise bad from None
    return read_index(place), fault


def read_index(place: Path) -> Index:
    """Open a build."""
    with (place / "records.jsonl").open(encoding="utf-8") as lines:
        records = tuple(Record.model_validate_json(line) for line in lines)
    return Index(place, records, load_vocabulary(place / "vocabulary"), load_places(place / "places"))


def build_index(catalogue: Catalogue, data: Path, place: Path, progress: Progress | None = None) -> None:
    """Fill an empty folder with a build of a catalogue."""
    for name in ("vocabulary", "places"):
        shutil.copytree(data / name, place / name)
    records = catalogue.records
    with (place / "records.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(r.model_dump_json(exclude_defaults=True) + "\n" for r in records)
    (place / "whoosh").mkdir()
    writer = whoosh_index.create_in(str(place / "whoosh"), _schema()).writer()
    for number, record in enumerate(records):
        writer.add_document(number=number, **_document(record, catalogue.vocabulary))
        if progress and (number % 100 == 0 or number + 1 == len(records)):
            progress("index", number + 1, len(records))
    writer.commit()
    meta = {"records": len(records), "plans": sorted({r.plan for r in records})}
    (place / "meta.json").write_text(json.dumps(meta), encoding="utf-8")


def _document(record: Record, vocabulary: Vocabulary) -> dict[str, str]:
    """The texts of a record, as stems."""

    def stems(texts: Iterable[str | None]) -> str:
        return " ".join(t for text in texts if text for t in vocabulary.language.terms(text))

    body = [*record.indicators, *record.results, *record.groups, record.activity, record.objective]
    body += [
        record.beneficiaries,
        record.section,
        record.staff,
        *record.funding,
        record.deadline,
        record.period,
    ]
    body += [record.locality, record.act, *record.participants]
    return {
        "id": record.id,
        "plan": record.plan,
        "kind": record.kind,
        "code": plain_code(record.code or ""),
        "place": fold(record.locality or "").replace(" ", "_"),
        "types": " ".join(record.service_types),
        "groups": " ".join(record.audiences),
        "title": stems([record.title]),
        "body": stems(body),
        "context": stems(record.path),
        "who": stems([*record.responsible, *record.partners, record.provider, record.institution]),
    }
