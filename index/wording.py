"""What records say, by where they say it: words, stems, and marks of what the words name.

In: records. Out: what an index is built from. Knows no question.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from index.language import comma_letters, fold
from index.numbers import Field
from index.records import Record
from index.vocabulary import Vocabulary

Stems = Mapping[Field, Sequence[str]]
"""Stems and marks of a record by part, each once."""
_SHORTEST_NAME = 4
"""Letters of the shortest word that counts as a name."""


class _Read(NamedTuple):
    """One text as it was read."""

    words: tuple[str, ...]
    """Folded."""
    stems: tuple[str, ...]
    """Of the words that mean something, then marks: "services:day-centre", "groups:children"."""


@dataclass(frozen=True)
class Wording:
    """Reads the texts of records, each text once: headings and institutions are printed again and again."""

    vocabulary: Vocabulary
    _read: dict[str, _Read] = field(default_factory=dict)

    def stems(self, record: Record) -> Stems:
        """The stems of a record and marks of what its words name."""
        out = {
            part: list(dict.fromkeys(stem for text in texts for stem in self._of(text).stems))
            for part, texts in _parts(record).items()
        }
        if record.service_code:
            out["title"] += [f"services:{t}" for t in record.service_types]
        return out

    def word_counts(self, records: Iterable[Record]) -> Counter[str]:
        """In how many records a folded word stands."""
        return Counter(w for r in records for w in {w for text in _texts(r) for w in self._of(text).words})

    def names(self, records: Iterable[Record]) -> set[str]:
        """Stems of words with a capital inside titles that stand nowhere in small letters."""
        records = list(records)
        stem = self.vocabulary.language.stem
        own = {text for r in records for text in (r.title, r.activity) if text}
        capital = {stem(fold(w)) for text in own for w in _printed(text)[1:] if _is_name(w)}
        texts = {text for r in records for text in _texts(r)}
        return capital - {stem(fold(w)) for text in texts for w in _printed(text) if w.islower()}

    def _of(self, text: str) -> _Read:
        read = self._read.get(text)
        if read is None:
            stems = (*self.vocabulary.language.terms(text), *self.vocabulary.marks(text))
            read = self._read[text] = _Read(tuple(fold(text).split()), tuple(dict.fromkeys(stems)))
        return read


def _is_name(word: str) -> bool:
    """Whether a word is written as a name, and not as an acronym: Magnolia, JUSTinact."""
    return len(word) >= _SHORTEST_NAME and word[0].isupper() and not word.isupper()


def _printed(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", comma_letters(text))


def _parts(record: Record) -> dict[Field, list[str]]:
    """The texts of a record by where they stand."""
    body = (*record.indicators, *record.results, *record.groups, record.activity, record.objective)
    body += (record.beneficiaries, record.section, record.staff, *record.funding, record.deadline)
    body += (record.period, record.locality, record.act, *record.participants)
    parts: dict[Field, Iterable[str | None]] = {
        "title": (record.title, record.code if record.kind == "term" else None),
        "activity": (record.activity,),
        "groups": (*record.groups, record.objective),
        "body": body,
        "context": record.path,
        "who": (*record.responsible, *record.partners, record.provider, record.institution),
    }
    return {part: [text for text in texts if text] for part, texts in parts.items()}


def _texts(record: Record) -> Iterator[str]:
    return (text for texts in _parts(record).values() for text in texts)
