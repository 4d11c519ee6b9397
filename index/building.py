"""An index built from a catalogue: on first use and when the data changed, whole or not at all."""

from __future__ import annotations

import json
import pickle
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from index.codes import code_heads, plain_code
from index.errors import DataFault, IndexMissing
from index.intents.danger import danger_rules
from index.language import comma_letters, fold
from index.records import Record
from index.search import Index, read_index
from index.shelf import Shelf, content_hash
from index.understanding import QuestionReader
from index.vocabulary import Vocabulary

if TYPE_CHECKING:
    from whoosh.fields import Schema

    from index.catalogue import Catalogue

Progress = Callable[[str, int, int], None]
"""Called with a step's name, what is done and how much there is in all."""
_IN_QUOTES = re.compile(r"[„“\"]([^„“”\"]{4,60})[”“\"]")
_LONGEST_NAME_WORDS = 12
"""Longer titles are sentences, which nobody types."""
_SHORTEST_NAME = 4
"""Letters of the shortest word that counts as a name."""


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
        # the readers are imported only to build: opening is what people wait for
        from index.catalogue import load_catalogue

        try:
            place = shelf.put(content, lambda aside: build_index(load_catalogue(data), aside, progress))
        except DataFault as bad:
            fault = bad
            try:
                place = shelf.current()
            except IndexMissing:
                raise bad from None
    return read_index(place), fault


def build_index(catalogue: Catalogue, place: Path, progress: Progress | None = None) -> None:
    """Fill an empty folder with a build of a catalogue."""
    records = catalogue.records
    with (place / "records.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(r.model_dump_json(exclude_defaults=True) + "\n" for r in records)
    profiles = [_stems(record, catalogue.vocabulary) for record in records]
    with (place / "stems.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(profile, ensure_ascii=False) + "\n" for profile in profiles)
    held = Counter(stem for profile in profiles for stem in {s for part in profile.values() for s in part})
    (place / "frequency.json").write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")
    words = Counter(word for record in records for word in set(fold(" ".join(_texts(record))).split()))
    (place / "reader.pickle").write_bytes(pickle.dumps(_reader(catalogue, words)))
    (place / "names.json").write_text(json.dumps(sorted(_names(records, catalogue))), encoding="utf-8")
    from whoosh import index as whoosh_index

    (place / "whoosh").mkdir()
    writer = whoosh_index.create_in(str(place / "whoosh"), _schema()).writer()
    for number, (record, profile) in enumerate(zip(records, profiles, strict=True)):
        writer.add_document(number=number, **_document(record, profile))
        if progress and (number % 100 == 0 or number + 1 == len(records)):
            progress("index", number + 1, len(records))
    writer.commit()
    meta = {"records": len(records), "plans": sorted({r.plan for r in records})}
    (place / "meta.json").write_text(json.dumps(meta), encoding="utf-8")


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
                capital.update(stem(fold(w)) for w in words[1:] if _is_name(w))
    return capital - small - {w for key in catalogue.places.by_name for w in key}


def _is_name(word: str) -> bool:
    """Whether a word is written as a name, and not as an acronym: Magnolia, JUSTinact."""
    return len(word) >= _SHORTEST_NAME and word[0].isupper() and not word.isupper()


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


def _schema() -> Schema:
    from whoosh.analysis import SpaceSeparatedTokenizer
    from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema

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
