"""An index built from a catalogue. Imported only to build: opening is what people wait for."""

from __future__ import annotations

import json
import pickle
import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.codes import code_heads
from index.intents.danger import danger_rules
from index.language import fold
from index.lookups import build_lookups
from index.opening import Progress
from index.postings import build_postings
from index.search import weight_of
from index.understanding import QuestionReader
from index.wording import Stems, Wording

if TYPE_CHECKING:
    from index.catalogue import Catalogue

_IN_QUOTES = re.compile(r"[„“\"]([^„“”\"]{4,60})[”“\"]")
_LONGEST_NAME_WORDS = 12
"""Longer titles are sentences, which nobody types."""


def build_index(catalogue: Catalogue, place: Path, progress: Progress | None = None) -> None:
    """Fill an empty folder with a build of a catalogue."""
    records = catalogue.records
    with (place / "records.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(r.model_dump_json(exclude_defaults=True) + "\n" for r in records)
    wording = Wording(catalogue.vocabulary)
    reader = _reader(catalogue, wording.word_counts(records))
    (place / "reader.pickle").write_bytes(pickle.dumps(reader))
    names = wording.names(records) - {w for key in catalogue.places.by_name for w in key}
    (place / "names.json").write_text(json.dumps(sorted(names)), encoding="utf-8")
    stems = [wording.stems(record) for record in records]
    held = Counter(stem for parts in stems for stem in {s for part in parts.values() for s in part})
    build_lookups(records, stems, catalogue.vocabulary, catalogue.places).write(place / "lookups.pickle")
    titles = ([weight_of(held[s], len(records)) for s in parts["title"] if ":" not in s] for parts in stems)
    (place / "title_weights").write_bytes(array("d", (sum(title) or 1.0 for title in titles)).tobytes())
    build_postings(_told(stems, progress), held, place)
    meta = {"records": len(records), "plans": sorted({r.plan for r in records})}
    (place / "meta.json").write_text(json.dumps(meta), encoding="utf-8")


def _told(stems: Sequence[Stems], progress: Progress | None) -> Iterator[list[str]]:
    """What the full text holds of each record; titles tell most, so their words count twice."""
    for number, parts in enumerate(stems):
        yield [*parts["title"], *(stem for part in parts.values() for stem in part)]
        if progress and (number % 100 == 0 or number + 1 == len(stems)):
            progress("index", number + 1, len(stems))


def _reader(catalogue: Catalogue, words: Counter[str]) -> QuestionReader:
    """A reader of questions that knows the catalogue's words and the places of its records, made ready."""
    places = catalogue.places
    for name, county in sorted({(r.locality, r.county or "") for r in catalogue.records if r.locality}):
        known = places.county_named(county)
        places.promote(name, known.county if known else "")
    reader = QuestionReader(
        catalogue.vocabulary,
        places,
        dict(words),
        catalogue.common,
        tuple(_title_names(catalogue)),
        code_heads(r.code for r in catalogue.records if r.kind == "objective" and r.code),
    )
    reader.make_ready()
    danger_rules(reader.vocabulary)
    return reader


def _title_names(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Titles, and what they have in quotes, by which people call a service, project or campaign; with its id.

    A title that only says kind, group and place ("Centru de zi pentru bătrâni") is no name.
    """
    vocabulary = catalogue.vocabulary
    place_words = {w for key in catalogue.places.by_name for w in key}
    for record in catalogue.records:
        if record.kind not in ("service", "project", "campaign") or record.same_as:
            continue
        parts = re.split(r"\s[-–]\s", record.title)[:-1]
        for name in (record.title, *(m.group(1) for m in _IN_QUOTES.finditer(record.title)), *parts):
            words = fold(name).split()
            covered = {
                n
                for t in (vocabulary.services, vocabulary.groups)
                for f in t.phrases.find(words)
                for n in range(f.start, f.end)
            }
            own = [w for n, w in enumerate(words) if n not in covered and w not in vocabulary.language.stop]
            if own and len(words) <= _LONGEST_NAME_WORDS and not set(own) <= place_words:
                yield name, record.id
