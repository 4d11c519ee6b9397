"""What a question names beside the vocabulary's phrases and places: dates, headings, ages.

In: the words of a question and the tables of `questions.toml`. Out: phrases and slots. Each function finds
one kind of thing; `understanding` puts them together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from index.codes import DAY
from index.facts import Facts
from index.language.stems import roman_number
from index.phrases import Found
from index.question import Slot
from index.spans import Word, quoted

_LONGEST_NUMBER_DIGITS = 3
"""Objectives and projects are numbered up to here; longer numbers are years, or of another register."""

_YEAR = re.compile(r"(?:19|20)\d\d")

_BESIDE_WORDS = 2
"""Words that may stand between a child and its age: "un copil care are un an"."""

Table = Mapping[str, Any]


def find_dates(words: Sequence[Word], facts: Facts, table: Table) -> Iterator[tuple[Slot, tuple[int, int]]]:
    """Whole dates, months with their year, and years: each as ISO date, and the words that say it."""
    months = {**facts.table["months"], **table["months_en"]}
    for n, word in enumerate(words):
        first, isos = n, facts.dates(word.typed) if DAY.fullmatch(word.typed) else []
        if _YEAR.fullmatch(word.text):
            month = months.get(words[n - 1].text) if n else None
            first = n - 1 if month else n
            isos = [f"{word.text}-{month:02}" if month else word.text]
        for iso in isos:
            yield Slot(value=iso, start=words[first].start, end=word.end), (first, n + 1)


def find_headings(text: str, words: Sequence[Word], heading: Table) -> Iterator[Slot]:
    """Objectives by number ("obiectivul XV"), components and objectives by words or a text in quotes."""
    levels = {word: name for name, said in heading["levels"].items() for word in said}
    leading = {*heading["words"], *heading["between"], *heading["project"], *levels}
    for n, word in enumerate(words):
        if number := _number(word.text):
            first = n
            while first and words[first - 1].text in leading:
                first -= 1
            yield from _numbered(number, words[first : n + 1], heading, levels)
        if word.text in heading["component"] and n + 1 < len(words):
            end = re.search(r"[,.;?!:]|$", text[word.end + 1 :])
            yield Slot(value="component", start=word.end, end=word.end + 1 + (end.start() if end else 0))
    if any(w.text in {*heading["words"], *levels} for w in words):
        yield from (s.model_copy(update={"value": "title"}) for s in quoted(text))


def _numbered(
    number: int, words: Sequence[Word], heading: Table, levels: Mapping[str, str]
) -> Iterator[Slot]:
    """The objective or project that words with a number at their end name."""
    said = [w.text for w in words[:-1]]
    start, end = words[0].start, words[-1].end
    if set(said) & {*heading["words"], *heading["levels"]["direction"]}:
        level = next((levels[w] for w in said if w in levels), "")
        yield Slot(value=f"{level}:{number}", start=start, end=end)
    if set(said) & set(heading["project"]):
        yield Slot(value=f"project:{number}", start=start, end=end)


def _number(word: str) -> int | None:
    """A number of an objective or a project: up to three digits, or a Roman numeral."""
    if word.isdigit():
        return int(word) if len(word) <= _LONGEST_NUMBER_DIGITS else None
    return roman_number(word) if set(word) <= set("ivx") else None


def with_age(
    groups: list[Found], words: Sequence[Word], ages: Table, numbers: Mapping[str, int]
) -> list[Found]:
    """Groups, with the one that a named age stands for in place of the groups for other ages.

    numbers: words for numbers, which say an age only beside a child: "un copil de un an".
    """
    of_ages = {group for _, group in ages["groups"]} | {ages["over"][1]}
    for at in range(len(words) - 1):
        beside = next((g for g in groups if g.id in of_ages and g.start <= at <= g.end + _BESIDE_WORDS), None)
        said = words[at].text
        number = int(said) if said.isdigit() else numbers.get(said) if beside else None
        end = _unit_end(at, words, ages)
        if number is None or not end or _is_rhythm(at, end, beside, words, ages):
            continue
        years = number // (12 if words[end - 1].text in ages["units_months"] else 1)
        years -= bool(at and words[at - 1].text in ages["under"])
        fitting = [group for most, group in ages["groups"] if years <= most]
        if years >= ages["over"][0]:
            fitting = [ages["over"][1]]
        if fitting:
            start = beside.start if beside else at
            return [*(g for g in groups if g.id not in of_ages), Found(start, end, fitting[0])]
    return groups


def _is_rhythm(at: int, end: int, beside: Found | None, words: Sequence[Word], ages: Table) -> bool:
    """Whether a number of years or months says how often: "din 3 în 3 luni", "o dată la 6 luni"."""
    before = [words[n].text if n >= 0 else "" for n in (at - 2, at - 1)]
    if before[1] in ages["rhythm_after"] or before[0] == words[at].text:
        return True
    return not beside and words[end - 1].text in ages["units_months"] and before[1] in ages["rhythm_months"]


def _unit_end(at: int, words: Sequence[Word], ages: Table) -> int:
    """Where an age ends whose number stands at a word: after its unit; 0 when there is none."""
    last = at + 1 + (words[at + 1].text in ages["between"] and at + 2 < len(words))
    return last + 1 if words[last].text in (*ages["units_years"], *ages["units_months"]) else 0


def says_again(code: Slot, heading: Slot) -> bool:
    """Whether a heading's number only says again the code of an objective: "obiectivul specific 1 (OS1)"."""
    letters, *numbers = code.value.split(".")
    return letters.isalpha() and numbers[-1:] == [heading.value.partition(":")[2]]


def is_kin(found: Found, words: Sequence[Word], kin: Table) -> bool:
    """Whether a group is only someone's own people: "părinții mei" does not say for whom."""
    after = words[found.end].text if found.end < len(words) else ""
    before = words[found.start - 1].text if found.start else ""
    return found.id in kin["groups"] and (after in kin["after"] or before in kin["before"])


def is_relative(found: Found, words: Sequence[Word], text: str, relative: Table) -> bool:
    """Whether "who" only carries a sentence on: "families who care for adults"."""
    if found.start == 0 or found.end - found.start > 1 or words[found.start].text not in relative["words"]:
        return False
    before = words[found.start - 1]
    gap = text[before.end : words[found.start].start]
    return not gap.strip() and before.text not in relative["after"]
