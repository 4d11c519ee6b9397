"""Taking in a new plan: it is read and shown beside its lines, then put in place whole or not at all."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from index.assembly import Assembly
from index.check import CheckReport, check_plan
from index.errors import PlanFault
from index.keeping import FILE, kept_lines
from index.places import load_places
from index.readers.draft import clean, flat
from index.reading import PlanReading, doubts, read_plan
from index.records import Record
from index.vocabulary import load_vocabulary

_SLUG = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")


@dataclass(frozen=True)
class PlanTrial:
    """What a plan's folder would bring into the catalogue."""

    reading: PlanReading
    records: tuple[Record, ...]
    report: CheckReport
    doubts: tuple[tuple[int, str], ...]
    """Source line (0 for none) and what a person should look at."""

    @property
    def counts(self) -> dict[str, int]:
        """How many records of each kind."""
        return dict(Counter(r.kind for r in self.records))

    def lines_of(self, record: Record) -> str:
        """The source lines of a record as plain text."""
        first, last = record.source.lines
        cells = (
            flat(clean(self.reading.source.line(n).replace("\t", " │ "))) for n in range(first, last + 1)
        )
        return " ⏎ ".join(text for text in cells if text)


def try_plan(folder: Path, data: Path) -> PlanTrial:
    """Read a plan's folder without taking it in. Raises PlanFault with file, line and fault."""
    if not folder.is_dir():
        raise PlanFault(folder, 0, "this is not a folder")
    if not _SLUG.match(folder.name):
        raise PlanFault(folder, 0, "the folder's name is the plan's slug: small letters, digits and hyphens")
    vocabulary = load_vocabulary(data / "vocabulary")
    places = load_places(data / "places")
    reading = read_plan(folder, vocabulary.list_rules(frozenset(places.printed)))
    records = tuple(Assembly(vocabulary, places).records(reading))
    if not any(r.kind in ("measure", "service", "project") for r in records):
        raise PlanFault(folder / "plan.toml", 0, "nothing was read: no measure, service or project")
    return PlanTrial(reading, records, check_plan(reading, records), tuple(doubts(reading)))


def keep_ids(folder: Path, data: Path) -> int:
    """Write down the ids of a plan's records, so that they keep them when its text changes; how many.

    Raises PlanFault with file, line and fault when the plan cannot be read.
    """
    vocabulary, places = load_vocabulary(data / "vocabulary"), load_places(data / "places")
    reading = read_plan(folder, vocabulary.list_rules(frozenset(places.printed)))
    (folder / FILE).write_text("".join(kept_lines(reading.wordings, reading.kept)), encoding="utf-8")
    return len(reading.wordings)


@dataclass
class Added:
    """A plan put in place that is taken out again unless it is kept."""

    folder: Path
    data: Path
    kept: bool = False

    def __enter__(self) -> Added:
        self.place = self.data / "plans" / self.folder.name
        self._own = self.place.exists() and self.folder.resolve() == self.place.resolve()
        if self.place.exists() and not self._own:
            raise PlanFault(self.place, 0, "a plan with this slug is there already")
        if not self._own:
            aside = Path(tempfile.mkdtemp(prefix=".new-", dir=self.data / "plans"))
            try:
                shutil.copytree(self.folder, aside / self.folder.name)
                (aside / self.folder.name).rename(self.place)
            finally:
                shutil.rmtree(aside, ignore_errors=True)
        return self

    def keep(self) -> None:
        """The plan stays."""
        self.kept = True

    def __exit__(self, *_: object) -> None:
        if not self.kept and not self._own:
            shutil.rmtree(self.place, ignore_errors=True)
