"""The Whoosh index: build it from a catalogue, open it, ask it.

Texts go in as stems, so that Whoosh compares what `language` compares. A build also holds the records and
the words and places they were read with: it serves even while the data folder is being edited.
"""

from __future__ import annotations

import json
import math
import re
import shutil
from collections import Counter
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
from index.language import comma_letters, fold
from index.places import Places, load_places
from index.records import Record
from index.shelf import Shelf
from index.vocabulary import Vocabulary, load_vocabulary

Progress = Callable[[str, int, int], None]
"""Called with a step's name, what is done and how much there is in all."""

WEIGHTS = {"title": 1.0, "activity": 1.0, "groups": 0.9, "body": 0.6, "context": 0.6, "who": 0.5}
"""How much a word counts by where it stands: the record's own wording most, its headings least."""
MAX_HITS = 60
"""Whoosh hands over this many records to be compared closely."""
_SOFT = 0.3
"""Words that ask count this much when they also stand in a record."""
_TITLE_BONUS = 0.5
"""Of two records with the same words, the one whose title says little else comes first."""
_SHORTEST_NAME = 4
"""Letters of the shortest word that counts as a name."""
_MOST_TERMS = 10
"""The rarest words of a question decide; more only cost time."""


def _schema() -> Schema:
    words = {"analyzer": SpaceSeparatedTokenizer(), "phrase": False}
    return Schema(
        number=STORED,
        id=ID(unique=True),
        plan=ID,
        kind=ID,
        code=ID,
        place=KEYWORD,
        types=KEYWORD,
        groups=KEYWORD,
        words=TEXT(**words),
    )


@dataclass(frozen=True)
class Hit:
    """A record found by its words."""

    record: Record
    score: float
    """Share of the question's words, by their weight, that the record holds; 0 to about 1.1."""


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

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {r.id: n for n, r in enumerate(self.records)}

    @cached_property
    def _profiles(self) -> list[dict[str, list[str]]]:
        """Stems of each record by where they stand."""
        with (self.place / "stems.jsonl").open(encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

    @cached_property
    def _frequency(self) -> dict[str, int]:
        """In how many records a stem stands."""
        frequency: dict[str, int] = json.loads((self.place / "frequency.json").read_text(encoding="utf-8"))
        return frequency

    @cached_property
    def word_counts(self) -> dict[str, int]:
        """Folded words of the catalogue and in how many records they stand."""
        counts: dict[str, int] = json.loads((self.place / "words.json").read_text(encoding="utf-8"))
        return counts

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of words that the plans only ever write with a capital: Magnolia, Pietricica."""
        return frozenset(json.loads((self.place / "names.json").read_text(encoding="utf-8")))

    def knows(self, stem: str) -> bool:
        """Whether any record holds a stem."""
        return stem in self._frequency

    def weight(self, stem: str) -> float:
        """How much a stem tells: the rarer, the more."""
        return math.log(1 + len(self.records) / (1 + self._frequency.get(stem, 0)))

    def search(
        self,
        stems: Sequence[str],
        kinds: Collection[str] = (),
        plans: Collection[str] = (),
        soft: Sequence[str] = (),
        limit: int = MAX_HITS,
    ) -> list[Hit]:
        """Records that hold any of the stems, best first; ties by order in the catalogue.

        Whoosh (BM25F, k1 = 1.2, b = 0.75) finds them; they are then compared by the share of the question's
        words they hold. kinds, plans: only these, when given. Returns 0 to `limit` hits.
        """
        known = sorted({s for s in stems if self.knows(s)}, key=lambda s: self._frequency[s])[:_MOST_TERMS]
        if not known:
            return []
        wanted = [w for w in (_any_of("kind", kinds), _any_of("plan", plans)) if w is not None]
        found = self._searcher.search(
            whoosh_query.Or([whoosh_query.Term("words", stem) for stem in known]),
            limit=limit,
            filter=whoosh_query.And(wanted) if wanted else None,
        )
        return self.rank([self.records[hit["number"]] for hit in found], stems, soft)

    def titled(self, record: Record, stem: str) -> bool:
        """Whether a stem stands in a record's own wording."""
        profile = self._profiles[self._numbers[record.id]]
        return stem in profile["title"] or stem in profile["activity"]

    def share(self, record: Record, marks: frozenset[str]) -> float:
        """How surely a record is about one of the marks, 0 to 1: wording first, then lists, then headings."""
        profile = self._profiles[self._numbers[record.id]]
        return max(
            (WEIGHTS[name] for name, held in profile.items() if not marks.isdisjoint(held)), default=0.0
        )

    def rank(self, records: Iterable[Record], stems: Sequence[str], soft: Sequence[str] = ()) -> list[Hit]:
        """Records by the share of the stems they hold, best first; those that hold none are left out.

        soft: stems that only decide between records that hold as much of the others.
        """
        unique = list(dict.fromkeys(stems))
        total = sum(self.weight(s) for s in unique) or 1.0
        said = frozenset([*unique, *soft])
        hits = []
        for record in records:
            number = self._numbers[record.id]
            score = self._score(number, unique) / total
            if score > 0:
                score += _SOFT * self._score(number, soft) / total
                hits.append(Hit(record, score * (1 + _TITLE_BONUS * self._title_share(number, said))))
        hits.sort(key=lambda h: (-h.score, self._numbers[h.record.id]))
        return hits

    def _score(self, number: int, stems: Sequence[str]) -> float:
        """Weight of the stems that a record holds, each by where it stands."""
        profile = self._profiles[number]
        return sum(
            self.weight(stem)
            * max((WEIGHTS[name] for name, held in profile.items() if stem in held), default=0.0)
            for stem in stems
        )

    def _title_share(self, number: int, said: frozenset[str]) -> float:
        """Share of a title's words, by weight, that were said; marks of what they name left out."""
        title = [s for s in self._profiles[number]["title"] if ":" not in s]
        whole = sum(self.weight(s) for s in title) or 1.0
        return sum(self.weight(s) for s in title if s in said) / whole


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
    places = load_places(place / "places")
    for name, county in {(r.locality, r.county) for r in records if r.locality}:
        known = places.county_named(county or "")
        places.promote(name, known.county if known else "")
    return Index(place, records, load_vocabulary(place / "vocabulary"), places)


def build_index(catalogue: Catalogue, data: Path, place: Path, progress: Progress | None = None) -> None:
    """Fill an empty folder with a build of a catalogue."""
    for name in ("vocabulary", "places"):
        shutil.copytree(data / name, place / name)
    records = catalogue.records
    with (place / "records.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(r.model_dump_json(exclude_defaults=True) + "\n" for r in records)
    profiles = [_stems(record, catalogue.vocabulary) for record in records]
    with (place / "stems.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(profile, ensure_ascii=False) + "\n" for profile in profiles)
    held = Counter(stem for profile in profiles for stem in {s for part in profile.values() for s in part})
    (place / "frequency.json").write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")
    words = Counter(word for record in records for word in set(fold(" ".join(_texts(record))).split()))
    (place / "words.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
    (place / "names.json").write_text(json.dumps(sorted(_names(records, catalogue))), encoding="utf-8")
    (place / "whoosh").mkdir()
    writer = whoosh_index.create_in(str(place / "whoosh"), _schema()).writer()
    for number, (record, profile) in enumerate(zip(records, profiles, strict=True)):
        writer.add_document(number=number, **_document(record, profile))
        if progress and (number % 100 == 0 or number + 1 == len(records)):
            progress("index", number + 1, len(records))
    writer.commit()
    meta = {"records": len(records), "plans": sorted({r.plan for r in records})}
    (place / "meta.json").write_text(json.dumps(meta), encoding="utf-8")


def _names(records: Iterable[Record], catalogue: Catalogue) -> set[str]:
    """Stems of words with a capital inside titles that stand nowhere in small letters."""
    capital: set[str] = set()
    small: set[str] = set()
    stem = catalogue.vocabulary.language.stem
    for record in records:
        for text in _texts(record):
            words = re.findall(r"[^\W\d_]+", comma_letters(text))
            small.update(stem(fold(w)) for w in words if w.islower())
            if text in (record.title, record.activity):
                capital.update(stem(fold(w)) for w in words[1:] if w.istitle() and len(w) >= _SHORTEST_NAME)
    return capital - small - {w for key in catalogue.places.by_name for w in key}


def _parts(record: Record) -> dict[str, list[str | None]]:
    """The texts of a record by where they stand."""
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
        "title": [record.title, record.code if record.kind == "term" else None],
        "activity": [record.activity],
        "groups": [*record.groups, record.objective],
        "body": body,
        "context": list(record.path),
        "who": [*record.responsible, *record.partners, record.provider, record.institution],
    }


def _texts(record: Record) -> list[str]:
    return [text for part in _parts(record).values() for text in part if text]


def _stems(record: Record, vocabulary: Vocabulary) -> dict[str, list[str]]:
    """The stems of a record by where they stand, each once, and marks of what its words name."""
    out = {}
    for name, texts in _parts(record).items():
        held: dict[str, None] = {}
        for text in texts:
            if text:
                held.update(dict.fromkeys(vocabulary.language.terms(text)))
                held.update(dict.fromkeys(vocabulary.marks(text)))
        out[name] = list(held)
    if record.service_code:
        out["title"] += [f"services:{t}" for t in record.service_types]
    return out


def _document(record: Record, profile: dict[str, list[str]]) -> dict[str, str]:
    """A record as Whoosh keeps it."""
    return {
        "id": record.id,
        "plan": record.plan,
        "kind": record.kind,
        "code": plain_code(record.code or ""),
        "place": fold(record.locality or "").replace(" ", "_"),
        "types": " ".join(record.service_types),
        "groups": " ".join(record.audiences),
        "words": " ".join([*profile["title"], *(stem for part in profile.values() for stem in part)]),
    }
