"""Questions made from records by templates, each with the records any of which may come first.

What is fair: a question cannot tell apart records that are alike in all it says. So a record counts as found
when the first record of the answer

- by words: has the same title, or a title that holds every word asked (the words are the record's rarest);
  an objective, which is a heading, is asked for as "obiectivul …" and found by what stands under it too;
  the title of a training only says who is trained, so it is asked for as "cursuri de formare pentru …";
- by kind and place: is of the kind of service asked, or of a narrower one, and at the place asked;
- by code and plan: has the code (or row number) asked, in the plan asked, and the record itself is listed.

Asked are the records that answer people: measures, services, projects, campaigns, trainings, objectives,
plans and terms. Institutions and passages of prose are no answers of their own.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from index import Catalogue, Record
from index.codes import plain_code
from index.language import fold
from index.language.folding import printed_words

Way = Literal["words", "kind-place", "code-plan"]
Spelling = Literal["ro", "bare", "typo", "en"]

SEED = "selfcheck"
"""Each record's choices come from this and its id alone: another record changes none of them."""
KINDS = ("measure", "service", "project", "campaign", "training", "objective", "plan", "term")
"""Kinds of record that are asked for; the engines beside Îndrumar hold these too and nothing else."""
_MOST_WORDS = 6
"""People type a few words, not a title."""
_SHORTEST_WORD = 4
"""Letters of the shortest word that tells something."""
_SHORTEST_SLIP = 6
"""Letters of the shortest word that gets a typing slip: in shorter ones a slip makes other words."""
_BARE = str.maketrans("ăâîșțşţĂÂÎȘȚŞŢ", "aaiststAAISTST")
_BY_KIND = {
    "ro": ("{kind} în {place}", "există {kind} în {place}?", "caut {kind} în {place}"),
    "en": ("{kind} in {place}", "is there a {kind} in {place}?", "looking for a {kind} in {place}"),
}
_BY_CODE = {
    "measure": (
        "măsura {code} din planul {place}",
        "{code} {place}",
        "ce prevede măsura {code} din {place}?",
    ),
    "objective": ("obiectivul {code} din planul {place}",),
    "project": ("proiectul {code} din planul {place}", "proiectul cu numărul {code} din {place}"),
    "service": ("serviciul cu codul {code} din {place}",),
}


@dataclass(frozen=True)
class Asked:
    """One question and what is right for it."""

    text: str
    way: Way
    spelling: Spelling
    record: str
    """Id of the record it was made from."""
    right: frozenset[str]
    """Ids of the records any of which may come first."""
    bound: bool
    """A place or plan is named: records of other places are wrong, however alike."""

    listed: frozenset[str] = frozenset()
    """Ids of which one must be anywhere in the answer; empty when the first record says it all."""

    def is_found(self, ids: list[str]) -> bool:
        """Whether an answer's records, best first, are right."""
        return bool(ids) and ids[0] in self.right and (not self.listed or not self.listed.isdisjoint(ids))


def typo(text: str, choice: random.Random) -> str:
    """The text with one slip in one long word, never in its first letter; as it was when no word is long.

    >>> typo("centru rezidențial", random.Random(1))
    'cntru rezidențial'
    """
    long = [w for w in text.split() if len(w) >= _SHORTEST_SLIP and w.isalpha()]
    if not long:
        return text
    word = choice.choice(long)
    at = choice.randrange(1, len(word) - 1)
    slips = [word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]]
    if word[at] != word[at + 1]:
        slips.append(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    slips.append(word[:at] + choice.choice("aeiourtnsl".replace(word[at], "")) + word[at + 1 :])
    return text.replace(word, choice.choice(slips), 1)


def bare(text: str) -> str:
    """The text without diacritics, else as typed.

    >>> bare("măsura 3.1.2 din Bacău?")
    'masura 3.1.2 din Bacau?'
    """
    return text.translate(_BARE)


@dataclass(frozen=True)
class Questions:
    """Makes the questions of one catalogue."""

    catalogue: Catalogue

    @cached_property
    def records(self) -> list[Record]:
        """The records asked for."""
        return [r for r in self.catalogue.records if r.kind in KINDS]

    @cached_property
    def _titles(self) -> list[tuple[Record, frozenset[str]]]:
        return [(r, self._terms(r.title)) for r in self.records]

    @cached_property
    def _held(self) -> Counter[str]:
        """In how many titles a word stands."""
        return Counter(word for _, title in self._titles for word in title)

    @cached_property
    def _place_words(self) -> frozenset[str]:
        names = {r.county or "" for r in self.records} | {r.locality or "" for r in self.records}
        return frozenset(w for name in names for w in self._terms(name))

    def _terms(self, text: str) -> frozenset[str]:
        """A text's words as the index compares them: centru and centre are one word to a person, too."""
        return frozenset(self.catalogue.vocabulary.language.terms(text))

    def all(self) -> Iterator[Asked]:
        """Every question about every record, in document order."""
        for record in self.records:
            yield from self.about(record)

    def about(self, record: Record) -> Iterator[Asked]:
        """The questions about one record: each way it can be asked for, in each spelling."""
        choice = random.Random(f"{SEED} {record.id}")
        for make in (self._by_words, self._by_code, self._by_kind):
            asked = make(record, choice)
            if asked:
                yield asked
                plain = bare(asked.text)
                yield _again(asked, plain, "bare")
                yield _again(asked, typo(plain, choice), "typo")
        in_english = self._by_kind(record, choice, "en")
        if in_english:
            yield in_english

    def _by_words(self, record: Record, choice: random.Random) -> Asked | None:
        del choice
        language = self.catalogue.vocabulary.language
        printed = [w.lower() if w.isupper() else w for w in printed_words(record.title)]
        telling = {
            w: language.stem(fold(w))
            for w in printed
            if w.isalpha() and fold(w) not in language.stop and len(w) >= _SHORTEST_WORD
        }
        if not telling:
            return None
        rarest = sorted(telling, key=lambda w: (self._held[telling[w]], printed.index(w)))[:_MOST_WORDS]
        words = frozenset(telling[w] for w in rarest)
        text = " ".join(sorted(rarest, key=printed.index))
        right = {r.id for r, title in self._titles if words <= title}
        if record.kind == "objective":
            text = f"obiectivul {text}"
            right |= {i for r in self.records if r.id in right for i in self._under(r)}
        if record.kind == "training":
            text = f"cursuri de formare pentru {text}"
        if record.kind == "term" and record.code:
            text = f"ce înseamnă {record.code}?"
        return Asked(text, "words", "ro", record.id, frozenset(right), bool(words & self._place_words))

    def _by_kind(
        self, record: Record, choice: random.Random, lang: Literal["ro", "en"] = "ro"
    ) -> Asked | None:
        if not record.service_types:
            return None
        services = self.catalogue.vocabulary.services
        kind = record.service_types[0]
        entry = services.get(kind)
        name = entry.ro if lang == "ro" else entry.en
        town = record.locality or self.catalogue.plans[record.plan].locality
        county = {"ro": f"județul {record.county}", "en": f"{record.county} county"}[lang]
        text = choice.choice(_BY_KIND[lang]).format(kind=name, place=town or county)
        right = {
            r.id
            for r in self.records
            if r.county == record.county
            and (town in (None, r.locality) or (not r.locality and self._town(r) == town))
            and any(kind in services.wider(t) for t in r.service_types)
        }
        return Asked(
            bare(text) if lang == "en" else text, "kind-place", lang, record.id, frozenset(right), True
        )

    def _by_code(self, record: Record, choice: random.Random) -> Asked | None:
        code = _code(record)
        if code is None or record.kind not in _BY_CODE:
            return None
        place = self._town(record) or record.county
        text = choice.choice(_BY_CODE[record.kind]).format(code=_said(record, code), place=place)
        right = {
            r.id for r in self.records if r.plan == record.plan and r.kind == record.kind and _code(r) == code
        }
        listed = {record.id}
        if record.kind == "objective":
            listed |= self._under(record)
            right |= {i for r in self.records if r.id in right for i in self._under(r)}
        return Asked(text, "code-plan", "ro", record.id, frozenset(right), True, frozenset(listed))

    def _under(self, heading: Record) -> set[str]:
        """Ids of what stands under a heading."""
        depth = len(heading.path)
        return {
            r.id
            for r in self.records
            if r.plan == heading.plan
            and len(r.path) > depth
            and r.path[:depth] == heading.path
            and r.path[depth].endswith(heading.title)
        }

    def _town(self, record: Record) -> str | None:
        """The town whose plan a record is in; None for a county's plan."""
        return self.catalogue.plans[record.plan].locality


def _code(record: Record) -> str | None:
    """How a person calls a record by code: its code, a project's number, a service's national code."""
    if record.kind == "project":
        return str(record.number) if record.number is not None else record.smis
    if record.kind == "service":
        return record.service_code
    return plain_code(record.code) if record.code else None


def _said(record: Record, code: str) -> str:
    """A code as people say it; of a number on two levels, the heading above is said too."""
    if record.kind != "objective":
        return code
    printed = record.code or ""
    if re.fullmatch(r"\d+|[IVX]+", printed):
        above = re.search(r"\b[IVX]+\b(?=:)", record.path[-1]) if record.path else None
        return (
            f"specific {printed} de la obiectivul general {above.group()}" if above else f"general {printed}"
        )
    in_brackets = re.search(r"\((\w+)\)", printed)
    return in_brackets.group(1) if in_brackets else re.sub(r"(?i)^obiectiv(ul)? ", "", printed)


def _again(asked: Asked, text: str, spelling: Spelling) -> Asked:
    return replace(asked, text=text, spelling=spelling)
