"""The index opened and asked: records, vocabulary, places and the full-text index of one build.

Texts are compared as stems, so that Whoosh compares what `language` compares. A build also holds the words
and places it was made with: it serves even while the data folder is being edited.
"""

from __future__ import annotations

import json
import math
import pickle
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.places import Places
from index.question import QuestionReader
from index.records import Record
from index.vocabulary import Vocabulary

if TYPE_CHECKING:
    from whoosh.searching import Searcher

WEIGHTS = {"title": 1.0, "activity": 1.0, "groups": 0.9, "body": 0.6, "context": 0.6, "who": 0.5}
"""How much a word counts by where it stands: the record's own wording most, its headings least."""
MAX_HITS = 60
"""Whoosh hands over this many records to be compared closely."""
_SOFT = 0.3
"""Words that ask count this much when they also stand in a record."""
_TITLE_BONUS = 0.5
"""Of two records with the same words, the one whose title says little else comes first."""
EITHER = "|"
"""Parts stems any of which will do."""
_MOST_TERMS = 10
"""The rarest words of a question decide; more only cost time."""


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
    reader: QuestionReader
    """Reads questions with the vocabulary, places and words of the build."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The domain's words."""
        return self.reader.vocabulary

    @property
    def places(self) -> Places:
        """Counties and localities."""
        return self.reader.places

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
        # imported when first needed: a question about a code needs no full text
        from whoosh import index as whoosh_index

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
    def names(self) -> frozenset[str]:
        """Stems of words that the plans only ever write with a capital: Magnolia, Pietricica."""
        return frozenset(json.loads((self.place / "names.json").read_text(encoding="utf-8")))

    def knows(self, stem: str) -> bool:
        """Whether any record holds a stem, or one of several parted by "|"."""
        return any(one in self._frequency for one in stem.split(EITHER))

    def weight(self, stem: str) -> float:
        """How much a stem tells: the rarer, the more. Of several parted by "|", any one counts."""
        return math.log(1 + len(self.records) / (1 + self._count(stem)))

    def _count(self, stem: str) -> int:
        """In how many records a stem stands; of several, about."""
        return sum(self._frequency.get(one, 0) for one in stem.split(EITHER))

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
        known = sorted({s for s in stems if self.knows(s)}, key=self._count)[:_MOST_TERMS]
        if not known:
            return []
        from whoosh import query as whoosh_query

        wanted = [w for w in (_any_of("kind", kinds), _any_of("plan", plans)) if w is not None]
        found = self._searcher.search(
            whoosh_query.Or(
                [whoosh_query.Term("words", one) for stem in known for one in stem.split(EITHER)]
            ),
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
        said = frozenset(one for stem in (*unique, *soft) for one in stem.split(EITHER))
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
            * max(
                (WEIGHTS[name] for name, held in profile.items() if any(o in held for o in options)),
                default=0.0,
            )
            for stem, options in ((s, s.split(EITHER)) for s in stems)
        )

    def _title_share(self, number: int, said: frozenset[str]) -> float:
        """Share of a title's words, by weight, that were said; marks of what they name left out."""
        title = [s for s in self._profiles[number]["title"] if ":" not in s]
        whole = sum(self.weight(s) for s in title) or 1.0
        return sum(self.weight(s) for s in title if s in said) / whole


def _any_of(field: str, values: Collection[str]) -> Any:
    from whoosh import query as whoosh_query

    return whoosh_query.Or([whoosh_query.Term(field, v) for v in sorted(values)]) if values else None


def read_index(place: Path) -> Index:
    """Open a build; its files were made here and match their digests."""
    with (place / "records.jsonl").open(encoding="utf-8") as lines:
        records = tuple(Record.model_validate_json(line) for line in lines)
    with (place / "reader.pickle").open("rb") as pickled:
        reader: QuestionReader = pickle.load(pickled)
    return Index(place, records, reader)
