"""The catalogue: every record of every plan, loaded from the data folder and held together.

In: a data folder. Out: records by id, key, plan and kind. Knows no Telegram, no database, no clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from index.assembly import Assembly
from index.errors import DataFault
from index.places import Places, load_places
from index.reading import PlanReading, read_plan
from index.records import Record
from index.vocabulary import Vocabulary, load_vocabulary


@dataclass(frozen=True)
class Catalogue:
    """All records, in document order, plan by plan."""

    records: tuple[Record, ...]
    vocabulary: Vocabulary
    places: Places
    common: dict[str, frozenset[str]] = field(default_factory=dict)
    """Common words by language (`data/words`)."""
    readings: dict[str, PlanReading] = field(default_factory=dict)
    """How each plan was read, by slug; for checks."""

    @cached_property
    def by_id(self) -> dict[str, Record]:
        """Records by id."""
        return {r.id: r for r in self.records}

    @cached_property
    def by_key(self) -> dict[str, Record]:
        """Records by short key."""
        return {r.key: r for r in self.records}

    @cached_property
    def plans(self) -> dict[str, Record]:
        """The plans' own records by slug."""
        return {r.plan: r for r in self.records if r.kind == "plan"}


def load_catalogue(data: Path, only: Iterable[str] = ()) -> Catalogue:
    """The catalogue of a data folder, of all plans or of those named.

    Raises DataFault with file, line and fault when any file cannot be read as it should.
    """
    vocabulary = load_vocabulary(data / "vocabulary")
    places = load_places(data / "places")
    rules = vocabulary.list_rules(frozenset(places.printed))
    assembly = Assembly(vocabulary, places)
    readings, records = {}, []
    for folder in plan_folders(data):
        if only and folder.name not in only:
            continue
        readings[folder.name] = read_plan(folder, rules)
        records += assembly.records(readings[folder.name])
    _check_unique(records, data)
    return Catalogue(tuple(records), vocabulary, places, load_common_words(data / "words"), readings)


def load_common_words(folder: Path) -> dict[str, frozenset[str]]:
    """Common words by language; a language without a file has none."""
    return {
        path.stem: frozenset(path.read_text(encoding="utf-8").split())
        for path in sorted(folder.glob("*.txt"))
    }


def plan_folders(data: Path) -> list[Path]:
    """Folders of plans, by name. Raises DataFault when there is no folder of plans."""
    plans = data / "plans"
    if not plans.is_dir():
        raise DataFault(plans, 0, "the folder is missing")
    return sorted(f for f in plans.iterdir() if f.is_dir() and not f.name.startswith("."))


def _check_unique(records: list[Record], data: Path) -> None:
    keys: dict[str, str] = {}
    for record in records:
        if keys.setdefault(record.key, record.id) != record.id:
            raise DataFault(data, 0, f"{record.id} and {keys[record.key]} have the same key")
