"""The index opened and asked: records, vocabulary, places and the full-text index of one build.

Texts are compared as stems, so that Whoosh compares what `language` compares. A build also holds the words
and places it was made with: it serves even while the data folder is being edited.
"""

from __future__ import annotations

import heapq
import json
import math
import pickle
import sys
from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from index.places import Places
from index.records import Record
from index.understanding import QuestionReader
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
_KEPT_POSTINGS = 1024
"""Stems whose records stay in memory: a few megabytes for one catalogue."""


@dataclass(frozen=True)
class Profile:
    """A record's stems and marks."""

    weights: dict[str, float]
    """By stem, how much it counts there: the most of all the places it stands in."""
    own: frozenset[str]
    """Those of its own wording: title and activity."""
    title: tuple[str, ...]
    """Stems of the title, marks of what they name left out."""

    @classmethod
    def of(cls, parts: dict[str, list[str]]) -> Profile:
        """A profile of the stems of each part of a record."""
        weights: dict[str, float] = {}
        for name in sorted(parts, key=lambda part: WEIGHTS[part]):
            weights.update(dict.fromkeys(map(sys.intern, parts[name]), WEIGHTS[name]))
        title = tuple(sys.intern(s) for s in parts["title"] if ":" not in s)
        return cls(weights, frozenset(map(sys.intern, (*parts["title"], *parts["activity"]))), title)


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
    def _by_plan(self) -> dict[str, tuple[Record, ...]]:
        out: dict[str, list[Record]] = {}
        for record in self.records:
            out.setdefault(record.plan, []).append(record)
        return {slug: tuple(records) for slug, records in out.items()}

    def of_plan(self, slug: str) -> tuple[Record, ...]:
        """Records of a plan in document order; none for a slug that is not there."""
        return self._by_plan.get(slug, ())

    @cached_property
    def _institution_ids(self) -> dict[str, frozenset[str]]:
        return {}

    def institution_ids(self, name: str) -> frozenset[str]:
        """Ids of an institution by its printed name, and of what stands inside a longer name."""
        known = self._institution_ids.get(name)
        if known is None:
            topic = self.vocabulary.institutions
            known = frozenset([topic.canonical(name), *topic.find_in(name)])
            self._institution_ids[name] = known
        return known

    @cached_property
    def terms(self) -> tuple[Record, ...]:
        """Records that explain an acronym."""
        return tuple(r for r in self.records if r.kind == "term")

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
    def _profiles(self) -> list[Profile]:
        with (self.place / "stems.jsonl").open(encoding="utf-8") as lines:
            return [Profile.of(json.loads(line)) for line in lines]

    @cached_property
    def _told(self) -> dict[str, float]:
        """Weights of stems, once they were asked for."""
        return {}

    @cached_property
    def _title_weights(self) -> dict[int, float]:
        """Weights of whole titles by the number of their record, once they were asked for."""
        return {}

    @cached_property
    def _postings(self) -> Callable[[str], tuple[array[int], array[float]]]:
        return lru_cache(_KEPT_POSTINGS)(self._read_postings)

    def _read_postings(self, stem: str) -> tuple[array[int], array[float]]:
        """Numbers of the records that hold a stem, and Whoosh's score of each."""
        numbers, scores = array("l"), array("d")
        found = self._searcher.postings("words", stem)
        while found.is_active():
            numbers.append(found.id())
            scores.append(found.score())
            found.next()
        return numbers, scores

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
        told = self._told.get(stem)
        if told is None:
            told = self._told[stem] = math.log(1 + len(self.records) / (1 + self._count(stem)))
        return told

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
        said = dict.fromkeys(one for stem in known for one in stem.split(EITHER) if one in self._frequency)
        scores: dict[int, float] = {}
        for one in said:
            for number, score in zip(*self._postings(one), strict=True):
                scores[number] = scores.get(number, 0.0) + score
        fitting = (
            (-score, number)
            for number, score in scores.items()
            if (not kinds or self.records[number].kind in kinds)
            and (not plans or self.records[number].plan in plans)
        )
        best = heapq.nsmallest(limit, fitting)
        return self.rank([self.records[number] for _, number in best], stems, soft)

    def titled(self, record: Record, stem: str) -> bool:
        """Whether a stem stands in a record's own wording."""
        return stem in self._profiles[self._numbers[record.id]].own

    def share(self, record: Record, marks: frozenset[str]) -> float:
        """How surely a record is about one of the marks, 0 to 1: wording first, then lists, then headings."""
        weights = self._profiles[self._numbers[record.id]].weights
        return max((weights.get(mark, 0.0) for mark in marks), default=0.0)

    def rank(self, records: Iterable[Record], stems: Sequence[str], soft: Sequence[str] = ()) -> list[Hit]:
        """Records by the share of the stems they hold, best first; those that hold none are left out.

        soft: stems that only decide between records that hold as much of the others.
        """
        unique = [(self.weight(s), s.split(EITHER)) for s in dict.fromkeys(stems)]
        deciding = [(self.weight(s), s.split(EITHER)) for s in soft]
        total = sum(weight for weight, _ in unique) or 1.0
        said = frozenset(one for _, options in (*unique, *deciding) for one in options)
        hits = []
        for record in records:
            number = self._numbers[record.id]
            score = self._score(number, unique) / total
            if score > 0:
                score += _SOFT * self._score(number, deciding) / total
                hits.append(Hit(record, score * (1 + _TITLE_BONUS * self._title_share(number, said))))
        hits.sort(key=lambda h: (-h.score, self._numbers[h.record.id]))
        return hits

    def _score(self, number: int, told: Iterable[tuple[float, list[str]]]) -> float:
        """Weight of the stems that a record holds, each by where it stands."""
        weights = self._profiles[number].weights
        return sum(
            weight * max(weights.get(one, 0.0) for one in options)
            if len(options) > 1
            else weight * weights.get(options[0], 0.0)
            for weight, options in told
        )

    def _title_share(self, number: int, said: frozenset[str]) -> float:
        """Share of a title's words, by weight, that were said; marks of what they name left out."""
        title = self._profiles[number].title
        whole = self._title_weights.get(number)
        if whole is None:
            whole = self._title_weights[number] = sum(map(self.weight, title)) or 1.0
        return sum(self.weight(s) for s in title if s in said) / whole


def read_index(place: Path) -> Index:
    """Open a build; its files were made here and match their digests."""
    with (place / "records.jsonl").open(encoding="utf-8") as lines:
        records = tuple(Record.model_validate_json(line) for line in lines)
    with (place / "reader.pickle").open("rb") as pickled:
        reader: QuestionReader = pickle.load(pickled)
    return Index(place, records, reader)
