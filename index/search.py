"""The index opened and asked: records, vocabulary, places and the full-text index of one build.

Texts are compared as stems, so that Whoosh compares what `language` compares. A build also holds the words
and places it was made with: it serves even while the data folder is being edited.
"""

from __future__ import annotations

import gc
import heapq
import json
import math
import pickle
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import groupby
from operator import or_
from pathlib import Path
from typing import NamedTuple

from index.language import fold
from index.numbers import Field, Levels, Lookups, Numbers, digits, listed, numbers_of, read_lookups
from index.places import Places
from index.postings import Postings, read_postings
from index.records import Record
from index.understanding import QuestionReader
from index.vocabulary import Vocabulary

WEIGHTS: dict[Field, float] = {
    "title": 1.0,
    "activity": 1.0,
    "groups": 0.9,
    "body": 0.6,
    "context": 0.6,
    "who": 0.5,
}
"""How much a word counts by where it stands: the record's own wording most, its headings least.

In falling order.
"""
_LEVELS = tuple((weight, tuple(parts)) for weight, parts in groupby(WEIGHTS, key=lambda part: WEIGHTS[part]))
"""Parts that count as much, the most first."""
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


class Hit(NamedTuple):
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
    lookups: Lookups
    """Sets of records by what a question may pick them by."""
    names: frozenset[str]
    """Stems of words that the plans only ever write with a capital: Magnolia, Pietricica."""
    _postings: Postings
    _title_weights: array[float]
    """Weights of whole titles, marks of what they name left out, by number of record."""

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
    def plans_of(self) -> dict[str, tuple[str, ...]]:
        """Slugs of the plans of a county, by its folded name."""
        out: dict[str, list[str]] = {}
        for slug, plan in self.plans.items():
            out.setdefault(fold(plan.county or ""), []).append(slug)
        return {county: tuple(slugs) for county, slugs in out.items()}

    def of_plan(self, slug: str) -> list[Record]:
        """Records of a plan in document order; none for a slug that is not there."""
        return self.pick(self.lookups.having("plan", slug))

    @property
    def everything(self) -> Numbers:
        """The set of all records."""
        return (1 << len(self.records)) - 1

    def pick(self, numbers: Numbers) -> list[Record]:
        """The records of a set, in the order of the catalogue."""
        return [self.records[number] for number in listed(numbers)]

    def numbers(self, records: Iterable[Record]) -> Numbers:
        """The set of some records."""
        return numbers_of(self.number_of[record.id] for record in records)

    def levels(self, marks: Iterable[str], among: Numbers) -> Levels:
        """Records by how surely they are about one of the marks: wording first, then lists, then headings."""
        marks = tuple(marks)
        out = []
        for weight, parts in _LEVELS:
            fitting = among & reduce(or_, [self.lookups.having(part, *marks) for part in parts])
            if fitting:
                out.append((weight, fitting))
                among &= ~fitting
        return out

    def about(self, marks: Iterable[str]) -> Numbers:
        """Records about any of the marks, however surely."""
        marks = tuple(marks)
        return reduce(or_, (self.lookups.having(part, *marks) for part in WEIGHTS))

    def titled(self, *stems: str) -> Numbers:
        """Records with any of some stems in their own wording."""
        return self.lookups.having("title", *stems) | self.lookups.having("activity", *stems)

    @property
    def content(self) -> str:
        """Hash of the content the build was made from."""
        return self.place.name

    @cached_property
    def number_of(self) -> dict[str, int]:
        """Numbers of records by id: their order in the catalogue, from 0."""
        return {r.id: n for n, r in enumerate(self.records)}

    def knows(self, stem: str) -> bool:
        """Whether any record holds a stem, or one of several parted by "|"."""
        return any(one in self._postings for one in stem.split(EITHER))

    def weight(self, stem: str) -> float:
        """How much a stem tells: the rarer, the more. Of several parted by "|", any one counts."""
        return weight_of(self._count(stem), len(self.records))

    def _count(self, stem: str) -> int:
        """In how many records a stem stands; of several, about."""
        return sum(self._postings.count(one) for one in stem.split(EITHER))

    def search(
        self, stems: Sequence[str], among: Numbers, soft: Sequence[str] = (), limit: int = MAX_HITS
    ) -> list[Hit]:
        """Records that hold any of the stems, best first; ties by order in the catalogue.

        Whoosh (BM25F, k1 = 1.2, b = 0.75) finds them; they are then compared by the share of the question's
        words they hold. among: only these are looked for. Returns 0 to `limit` hits.
        """
        known = sorted({s: None for s in stems if self.knows(s)}, key=self._count)[:_MOST_TERMS]
        said = dict.fromkeys(one for stem in known for one in stem.split(EITHER) if one in self._postings)
        scores = self._scores(list(said), among, limit)
        best = heapq.nsmallest(limit, ((-score, number) for number, score in scores.items()))
        return self.rank(numbers_of(number for _, number in best), stems, soft)

    def _scores(self, stems: Sequence[str], among: Numbers, limit: int) -> dict[int, float]:
        """Whoosh's scores of records, those of the `limit` best among them, from stems the rarest first.

        Once the stems left cannot lift a new record among the best, only those found so far, and of them only
        such as can still be among the best, count on (MaxScore): the longest lists are hardly read.
        """
        if not (among and stems):
            return {}
        first, last = (among & -among).bit_length() - 1, among.bit_length() - 1
        wanted = digits(among >> first)
        scores: dict[int, float] = {}
        left = [sum(map(self._postings.most, stems[n:])) for n in range(len(stems))]
        for stem, most_left in zip(stems, left, strict=True):
            held = self._postings.of(stem).between(first, last)
            least = heapq.nlargest(limit, scores.values())[-1] if len(scores) >= limit else 0.0
            if least > most_left:
                near = {number: score for number, score in scores.items() if score + most_left >= least}
                scores = {number: score + held.score_of(number) for number, score in near.items()}
            else:
                for number, score in zip(*held, strict=True):
                    if wanted[number - first]:
                        scores[number] = scores.get(number, 0.0) + score
        return scores

    def share(self, record: Record, marks: frozenset[str]) -> float:
        """How surely a record is about one of the marks, 0 to 1."""
        levels = self.levels(marks, 1 << self.number_of[record.id])
        return levels[0][0] if levels else 0.0

    def rank(self, numbers: Numbers, stems: Sequence[str], soft: Sequence[str] = ()) -> list[Hit]:
        """Records by the share of the stems they hold, best first; those that hold none are left out.

        soft: stems that only decide between records that hold as much of the others.
        """
        stems = list(dict.fromkeys(stems))
        total = sum(map(self.weight, stems)) or 1.0
        held = self._held(stems, numbers)
        numbers = numbers_of(held)
        deciding = self._held(soft, numbers)
        titles = self._titles_said((*stems, *soft), numbers)
        hits = []
        for number in listed(numbers):
            score = held[number] / total + _SOFT * deciding.get(number, 0.0) / total
            title = titles.get(number, 0.0) / self._title_weights[number]
            hits.append(Hit(self.records[number], score * (1 + _TITLE_BONUS * title)))
        hits.sort(key=lambda h: -h.score)
        return hits

    def _held(self, stems: Iterable[str], among: Numbers) -> dict[int, float]:
        """Weight of the stems that records hold, each by where it stands, by number."""
        out: dict[int, float] = {}
        for stem in stems:
            weight = self.weight(stem)
            for share, numbers in self.levels(stem.split(EITHER), among):
                for number in listed(numbers):
                    out[number] = out.get(number, 0.0) + weight * share
        return out

    def _titles_said(self, stems: Iterable[str], among: Numbers) -> dict[int, float]:
        """Weight of the words of titles that were said, by number."""
        out: dict[int, float] = {}
        for word in dict.fromkeys(one for stem in stems for one in stem.split(EITHER) if ":" not in one):
            weight = self.weight(word)
            for number in listed(among & self.lookups.having("title", word)):
                out[number] = out.get(number, 0.0) + weight
        return out


def weight_of(count: int, records: int) -> float:
    """How much a stem tells that stands in `count` of so many records."""
    return math.log(1 + records / (1 + count))


def read_index(place: Path) -> Index:
    """Open a build; its files were made here and match their digests, and may go once it is open."""
    with _made_to_stay():
        with (place / "records.jsonl").open(encoding="utf-8") as lines:
            records = tuple(Record.model_validate_json(line) for line in lines)
        with (place / "reader.pickle").open("rb") as pickled:
            reader: QuestionReader = pickle.load(pickled)
        lookups, postings = read_lookups(place / "lookups.pickle"), read_postings(place)
    names = frozenset(json.loads((place / "names.json").read_text(encoding="utf-8")))
    title_weights = array("d", (place / "title_weights").read_bytes())
    return Index(place, records, reader, lookups, names, postings, title_weights)


@contextmanager
def _made_to_stay() -> Iterator[None]:
    """Nothing made meanwhile is looked through for garbage, which would double the time.

    Frozen and released at once, it counts as old, so that the next question does not look through it either.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
        gc.unfreeze()
    finally:
        if was_enabled:
            gc.enable()
