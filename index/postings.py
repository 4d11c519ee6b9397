"""Which records hold a stem, with Whoosh's score of each: asked of Whoosh once, when a build is made.

Whoosh hands over a list posting by posting, in Python; kept as plain arrays, in files that are only mapped,
any part of it is there at once, however long the list.
"""

from __future__ import annotations

import json
import mmap
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

_COUNTS, _NUMBERS, _SCORES = "postings.json", "postings.numbers", "postings.scores"
"""Length and highest score of each stem's list; the lists themselves, one after another."""


class Held(NamedTuple):
    """Records that hold a stem."""

    numbers: Sequence[int]
    """Ascending."""
    scores: Sequence[float]
    """Whoosh's score of each (BM25F, k1 = 1.2, b = 0.75)."""

    def between(self, first: int, last: int) -> Held:
        """Those from one number to another."""
        part = slice(bisect_left(self.numbers, first), bisect_right(self.numbers, last))
        return Held(self.numbers[part], self.scores[part])

    def score_of(self, number: int) -> float:
        """The score of one record; 0 when it does not hold the stem."""
        at = bisect_left(self.numbers, number)
        return self.scores[at] if at < len(self.numbers) and self.numbers[at] == number else 0.0


@dataclass(frozen=True)
class Postings:
    """The lists of one build."""

    _listed: dict[str, tuple[int, float]]
    """Length and highest score of each stem's list, in the order of the lists."""
    _numbers: memoryview[int]
    _scores: memoryview[float]

    @cached_property
    def _starts(self) -> dict[str, int]:
        counts = accumulate((count for count, _ in self._listed.values()), initial=0)
        return dict(zip(self._listed, counts, strict=False))

    def __contains__(self, stem: str) -> bool:
        return stem in self._listed

    def count(self, stem: str) -> int:
        """In how many records a stem stands."""
        return self._listed.get(stem, (0, 0.0))[0]

    def most(self, stem: str) -> float:
        """The highest score of a stem that some record holds."""
        return self._listed[stem][1]

    def of(self, stem: str) -> Held:
        """The records that hold a stem, of which there is at least one."""
        start = self._starts[stem]
        part = slice(start, start + self.count(stem))
        return Held(self._numbers[part], self._scores[part])


def read_postings(place: Path) -> Postings:
    """The lists of a build, which matches its digests."""
    listed = json.loads((place / _COUNTS).read_text(encoding="utf-8"))
    return Postings(listed, _mapped(place / _NUMBERS).cast("I"), _mapped(place / _SCORES).cast("d"))


def _mapped(path: Path) -> memoryview:
    """A file that is read where it is looked at."""
    if not path.stat().st_size:
        return memoryview(b"")
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def build_postings(texts: Iterable[Sequence[str]], stems: Iterable[str], place: Path) -> None:
    """Let Whoosh index the stems of each record in turn and score each stem; keep what it says.

    stems: every stem of the texts, each once.
    """
    from whoosh import index as whoosh_index
    from whoosh.analysis import SpaceSeparatedTokenizer
    from whoosh.fields import TEXT, Schema

    schema = Schema(words=TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=False))
    listed = {}
    with (
        TemporaryDirectory(dir=place) as aside,
        (place / _NUMBERS).open("wb") as all_numbers,
        (place / _SCORES).open("wb") as all_scores,
    ):
        writer = whoosh_index.create_in(aside, schema).writer()
        for text in texts:
            writer.add_document(words=" ".join(text))
        writer.commit()
        with whoosh_index.open_dir(aside, readonly=True).searcher() as searcher:
            for stem in stems:
                numbers, scores = array("I"), array("d")
                found = searcher.postings("words", stem)
                while found.is_active():
                    numbers.append(found.id())
                    scores.append(found.score())
                    found.next()
                all_numbers.write(numbers.tobytes())
                all_scores.write(scores.tobytes())
                listed[stem] = (len(numbers), max(scores))
    (place / _COUNTS).write_text(json.dumps(listed, ensure_ascii=False), encoding="utf-8")
