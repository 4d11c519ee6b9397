"""Three engines behind one shape: Îndrumar, stock Whoosh, SQLite's FTS5.

Each is built into a folder and opened from it. Whoosh and SQLite get each record as one text of every printed
field with place, code and plan's title, in the kinds of record that answer people, and are asked as their
documentation shows: any of the words, best by BM25.
"""

from __future__ import annotations

import re
import sqlite3
from abc import ABC, abstractmethod
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from index import Catalogue, Record

TODAY = date(2026, 11, 22)
"""The day the questions are asked on."""
_SHOWN = 10
"""As many records as `indrumar ask` prints."""


class Engine(ABC):
    """A search engine over one folder."""

    def __init__(self, place: Path) -> None:
        self.place = place

    @abstractmethod
    def build(self, catalogue: Catalogue) -> None:
        """Fill the empty folder."""

    @abstractmethod
    def open(self) -> None:
        """Make ready to be asked; imports what only answering needs."""

    @abstractmethod
    def ask(self, question: str) -> list[str]:
        """Ids of the records that answer, best first; none when the engine says that nothing does."""


class Indrumar(Engine):
    """What `indrumar ask` does, from reading the question to the finished text."""

    def build(self, catalogue: Catalogue) -> None:
        from index.building import build_index

        build_index(catalogue, self.place)

    def open(self) -> None:
        from bot.say import say_answer, texts
        from index import Assistant
        from index.search import read_index

        self._assistant = Assistant(read_index(self.place))
        self._say, self._texts = say_answer, texts

    def ask(self, question: str) -> list[str]:
        answer = self._assistant.answer(question, TODAY)
        self._say(answer, self._assistant.index, self._texts(answer.question.lang))
        return [r.id for r in answer.records] if answer.outcome in ("answered", "choose") else []


class Whoosh(Engine):
    """Whoosh as it comes: its standard analyzer, BM25F."""

    def build(self, catalogue: Catalogue) -> None:
        from whoosh import index as whoosh_index
        from whoosh.fields import ID, TEXT, Schema

        from benchmarks.asking import KINDS

        writer = whoosh_index.create_in(str(self.place), Schema(id=ID(stored=True), text=TEXT)).writer()
        for record in catalogue.records:
            if record.kind in KINDS:
                writer.add_document(id=record.id, text=text_of(record, catalogue.plans[record.plan]))
        writer.commit()

    def open(self) -> None:
        from whoosh import index as whoosh_index
        from whoosh.qparser import OrGroup, QueryParser

        found = whoosh_index.open_dir(str(self.place), readonly=True)
        self._searcher: Any = found.searcher()
        self._parser: Any = QueryParser("text", found.schema, group=OrGroup, plugins=[])

    def ask(self, question: str) -> list[str]:
        hits = self._searcher.search(self._parser.parse(" ".join(re.findall(r"\w+", question))), limit=_SHOWN)
        return [hit["id"] for hit in hits]


class Sqlite(Engine):
    """SQLite's FTS5: unicode61 with `remove_diacritics 2`, OR, bm25."""

    def build(self, catalogue: Catalogue) -> None:
        from benchmarks.asking import KINDS

        base = sqlite3.connect(self.place / "fts.sqlite")
        base.execute(
            "CREATE VIRTUAL TABLE record USING fts5(id UNINDEXED, text, "
            "tokenize = 'unicode61 remove_diacritics 2')"
        )
        base.executemany(
            "INSERT INTO record VALUES (?, ?)",
            ((r.id, text_of(r, catalogue.plans[r.plan])) for r in catalogue.records if r.kind in KINDS),
        )
        base.execute("INSERT INTO record(record) VALUES ('optimize')")
        base.commit()
        base.close()

    def open(self) -> None:
        self._base = sqlite3.connect(self.place / "fts.sqlite")

    def ask(self, question: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question))
        if not words:
            return []
        rows = self._base.execute(
            "SELECT id FROM record WHERE record MATCH ? ORDER BY bm25(record) LIMIT ?", (words, _SHOWN)
        )
        return [row[0] for row in rows]


ENGINES: dict[str, type[Engine]] = {"indrumar": Indrumar, "whoosh": Whoosh, "sqlite-fts5": Sqlite}


def text_of(record: Record, plan: Record) -> str:
    """Everything printed of a record, with its code, place and the title of its plan."""
    texts = [record.code, record.title, record.activity, *record.path, *record.responsible, *record.partners]
    texts += [record.deadline, *record.indicators, *record.results, *record.groups, *record.funding]
    texts += [record.provider, record.institution, record.objective, record.period, record.beneficiaries]
    texts += [record.service_code, record.staff, record.locality, record.county, plan.title, record.kind]
    texts += [str(record.number) if record.number is not None else None]
    return "\n".join(text for text in texts if text)
