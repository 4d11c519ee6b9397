"""The domain's words, from `data/vocabulary`: kinds of service, groups, institutions, terms.

In: the files. Out: entries, and phrases found in text. Knows no plan and no question.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from index.errors import DataFault
from index.language import fold
from index.language.stems import Language
from index.phrases import Phrases, PhraseSets
from index.readers.lists import ListRules


class Entry(BaseModel):
    """One entry of a vocabulary file: a kind of service, a group of people, an institution or a term."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str
    ro: str
    """Name as shown; the full name of an institution or the expansion of a term."""
    ro_plural: str = ""
    en: str = ""
    en_plural: str = ""
    short: str = ""
    """Acronym, where it has one."""
    broader: tuple[str, ...] = ()
    """Ids of the wider entries; one may be written without a list."""
    codes: tuple[str, ...] = ()
    """Beginnings of codes of the national nomenclature, letters and digits only."""
    words: tuple[str, ...] = ()
    """Romanian phrases that mean it, in base form."""
    words_en: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    """Ids of kinds that serve as well when there is none of this one."""
    words_asked: tuple[str, ...] = ()
    """Phrases that mean it when someone asks, but are too wide to be looked for in plans."""
    programme: bool = False
    """The term is a source of money."""
    note: str = ""

    @field_validator("broader", mode="before")
    @classmethod
    def _one_or_many(cls, given: object) -> object:
        return ((given,) if given else ()) if isinstance(given, str) else given


_SHORTEST_VERB_CHARS = 3
_DOUBLED = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprt]$")
"""Short verbs whose last letter is doubled before an ending: drop, plan."""


@dataclass(frozen=True)
class Topic:
    """One vocabulary file: its entries by id and their phrases."""

    entries: dict[str, Entry]
    phrases: Phrases
    """What the plans say."""
    asked: Phrases
    """What people ask: the same, and the wide words of every day."""

    def get(self, entry_id: str) -> Entry:
        """The entry with an id. Raises KeyError."""
        return self.entries[entry_id]

    def find_in(self, text: str) -> list[str]:
        """Ids of what a text names, in order, each once."""
        return list(dict.fromkeys(found.id for found in self.phrases.find(fold(text).split())))

    def canonical(self, name: str) -> str:
        """Id of the entry that a whole name means, else the folded name."""
        words = fold(name).split()
        found = list(self.phrases.find(words))
        if len(found) == 1 and found[0].start == 0 and found[0].end == len(words):
            return found[0].id
        return fold(name)

    def wider(self, entry_id: str) -> list[str]:
        """The entry's id and those of the wider entries, nearest first."""
        out = [entry_id]
        for one in out:
            entry = self.entries.get(one)
            out += [b for b in (entry.broader if entry else ()) if b not in out]
        return out


@dataclass(frozen=True)
class EffectWords:
    """What verbs say of a service (`effects.toml`); phrases in order of precedence."""

    closing: tuple[str, ...]
    planned: tuple[str, ...]
    none: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """Everything under `data/vocabulary`."""

    folder: Path
    language: Language
    services: Topic
    groups: Topic
    institutions: Topic
    terms: Topic
    lists: dict[str, Any]
    tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The other files as they stand, by name."""
    ready: dict[str, Any] = field(default_factory=dict, compare=False, init=False)
    """What was made from a table before, so that a question does not wait for it."""

    def marks(self, text: str) -> list[str]:
        """Marks of what a text names and of the wider entries: "services:day-centre", "groups:children"."""
        words = fold(text).split()
        out: dict[str, None] = {}
        for name, topic in self.topics.items():
            for found in topic.phrases.find(words):
                out.update(dict.fromkeys(f"{name}:{wide}" for wide in topic.wider(found.id)))
                if name == "services":
                    # "complex de servicii pentru protecția copilului" is a "complex de servicii" too
                    begins = topic.phrases.beginnings(words[found.start : found.end])
                    out.update(dict.fromkeys(f"{name}:{wide}" for b in begins for wide in topic.wider(b)))
        return list(out)

    def list_rules(self, places: frozenset[str]) -> dict[str, ListRules]:
        """How lists are cut, with the names of places that may not begin an item."""
        common = self.lists["common"]
        return {n: ListRules.of(t, common, places) for n, t in self.lists.items() if n != "common"}

    @cached_property
    def stop(self) -> dict[str, frozenset[str]]:
        """Words without meaning, by language."""
        return {lang: frozenset(said) for lang, said in self.tables["language"]["stop"].items()}

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """Topics by file name."""
        return {
            "services": self.services,
            "groups": self.groups,
            "institutions": self.institutions,
            "terms": self.terms,
        }

    @cached_property
    def asked(self) -> PhraseSets:
        """What people ask for, by topic."""
        return PhraseSets(self.language, {name: topic.asked for name, topic in self.topics.items()})


_TABLE_NAMES = {"services": "service", "groups": "group", "institutions": "institution", "terms": "term"}
_NEEDED_TABLES = {
    "danger": ("calls", "confused", "fillers", "kind", "known", "short", "verbs"),
    "effects": ("measure", "project"),
    "english": ("words",),
    "everyday": ("words",),
    "stories": ("words", "story"),
    "questions": (
        "ages",
        "ask",
        "beside",
        "carrier",
        "complement",
        "county",
        "door",
        "heading",
        "kin",
        "local",
        "locative",
        "months_en",
        "period_after",
        "personal",
        "relative",
        "target",
        "when",
    ),
    "steering": ("steer", "talk", "find"),
    "facts": ("answer", "before_number", "numbers", "unit", "rhythm", "months", "sum"),
    "reports": (
        "numbers",
        "fractions",
        "unit",
        "state",
        "nothing",
        "period",
        "age",
        "sex",
        "personal",
        "line",
    ),
    "lists": ("common", "indicators", "results", "institutions", "funding", "groups"),
}
"""What plans are read with and questions are understood by."""


def read_text(path: Path) -> str:
    """A text file. Raises DataFault when it is missing, or with the line that is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise DataFault(path, 0, "the file is missing") from None
    except UnicodeDecodeError as bad:
        line = bad.object[: bad.start].count(b"\n") + 1
        raise DataFault(path, line, "the text is not UTF-8") from None


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file. Raises DataFault with its line when it is missing or not TOML."""
    try:
        return tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as bad:
        raise DataFault(path, toml_error_line(bad), str(bad)) from None


def read_entries(path: Path, table: str) -> list[dict[str, Any]]:
    """The entries `[[table]]` of a TOML file that holds nothing else. Raises DataFault with its line."""
    raw = read_toml(path)
    for name, entries in raw.items():
        if name != table or not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
            raise DataFault(path, line_of(path, name), f"only [[{table}]] may stand here, not {name!r}")
    return list(raw.get(table, []))


def toml_error_line(bad: tomllib.TOMLDecodeError) -> int:
    """Line of a TOML error; Python before 3.14 has it only in the message."""
    after = str(bad).partition("(at line ")[2]
    digits = after.partition(",")[0]
    return int(digits) if digits.isdigit() else 0


def line_of(path: Path, needle: str, after: int = 0) -> int:
    """First line of a file, after line `after`, that holds a string; 0 when none does."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return next((n for n, line in enumerate(lines[after:], after + 1) if needle in line), 0)


def load_vocabulary(folder: Path) -> Vocabulary:
    """The vocabulary of a data folder. Raises DataFault with file, line and fault."""
    words = read_toml(folder / "language.toml")
    try:
        stop = words["stop"]
        language = Language.of(words["irregular"], stop["ro"] + stop["en"], stop["inner"])
    except KeyError as missing:
        raise DataFault(folder / "language.toml", 0, f"the table {missing} is missing") from None
    topics = {
        name: _load_topic(folder / f"{name}.toml", table, language) for name, table in _TABLE_NAMES.items()
    }
    tables = {
        name: read_toml(folder / f"{name}.toml")
        for name in (
            *("danger", "effects", "english", "everyday", "facts", "questions", "reports", "steering"),
            "stories",
        )
    }
    tables["language"] = words
    lists = read_toml(folder / "lists.toml")
    held = tables | {"lists": lists}
    for name, needed in _NEEDED_TABLES.items():
        for table in needed:
            if table not in held[name]:
                raise DataFault(folder / f"{name}.toml", 0, f"the table {table!r} is missing")
    _check_stories(tables["stories"], topics, folder / "stories.toml")
    return Vocabulary(folder, language, **topics, lists=lists, tables=tables)


def _check_stories(table: dict[str, Any], topics: dict[str, Topic], path: Path) -> None:
    """Every story must mean an entry and be told by sets that stand there. Raises DataFault with its line."""
    for story in table["story"]:
        topic, _, entry = str(story.get("means", "")).partition(":")
        if topic not in ("groups", "services") or entry not in topics[topic].entries:
            raise DataFault(path, line_of(path, f'"{topic}:{entry}"'), f"no entry {topic}:{entry}")
        sets = [*story.get("words", ()), *(story[key] for key in ("also", "unless") if key in story)]
        for name in sets:
            if name not in table["words"]:
                raise DataFault(path, line_of(path, f'"{name}"'), f"no set of words {name!r}")


def english_plural(phrase: str) -> str:
    """The regular plural of an English phrase.

    >>> english_plural("day centre"), english_plural("nursery"), english_plural("services")
    ('day centres', 'nurseries', 'services')
    """
    if not phrase or phrase.endswith("s"):
        return phrase
    if phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        return phrase[:-1] + "ies"
    return phrase + ("es" if phrase.endswith(("x", "ch", "sh")) else "s")


def english_forms(phrase: str) -> set[str]:
    """Regular forms of an English word or phrase: its plural, and -s, -ing and -ed of its first word.

    >>> sorted(english_forms("close"))
    ['close', 'closed', 'closes', 'closing']
    >>> sorted(english_forms("drop out"))
    ['drop out', 'drop outs', 'dropped out', 'dropping out', 'drops out']
    """
    forms = {phrase, english_plural(phrase)}
    first, *others = phrase.split()
    if len(first) > _SHORTEST_VERB_CHARS:
        stem = first.removesuffix("e")
        if _DOUBLED.search(first):
            stem += first[-1]
        verbs = (english_plural(first), stem + "ing", stem + "ed")
        forms |= {" ".join([verb, *others]) for verb in verbs}
    return forms


def _load_topic(path: Path, table: str, language: Language) -> Topic:
    entries: dict[str, Entry] = {}
    pairs: list[tuple[str, str]] = []
    for raw in read_entries(path, table):
        try:
            entry = Entry.model_validate(raw)
        except ValidationError as bad:
            first = bad.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            line = line_of(path, f'id = "{raw.get("id", "")}"')
            raise DataFault(path, line, f"{where}: {first['msg']}") from None
        if entry.id in entries:
            needle = f'id = "{entry.id}"'
            again = line_of(path, needle, after=line_of(path, needle))
            raise DataFault(path, again, f"the id {entry.id!r} stands twice")
        entries[entry.id] = entry
        named = (entry.ro, entry.ro_plural, entry.en, entry.en_plural, entry.short)
        english = [p for phrase in (*entry.words_en, entry.en) for p in (phrase, english_plural(phrase))]
        pairs += [(phrase, entry.id) for phrase in (*entry.words, *english, *named) if phrase]
    for entry in entries.values():
        for wider in entry.broader:
            if wider not in entries:
                raise DataFault(path, line_of(path, f'id = "{entry.id}"'), f"{entry.id}: no entry {wider!r}")
    wide = [(phrase, entry.id) for entry in entries.values() for phrase in entry.words_asked]
    return Topic(entries, Phrases(language, pairs), Phrases(language, [*pairs, *wide]))
