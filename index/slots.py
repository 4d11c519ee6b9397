"""What a question names beside the vocabulary's phrases: places, dates, headings, ages.

In: the words of a question and the tables of `questions.toml`. Out: phrases and slots. Each function finds
one kind of thing; `understanding` puts them together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from index.codes import DAY
from index.facts import Facts
from index.language.stems import roman_number
from index.places import Place, PlaceFound, Places
from index.question import Slot
from index.spans import Span, Word, is_inside, quoted
from index.vocabulary import Found

_BIG_TOWN = 15_000
"""Inhabitants from which a town is known by its bare name."""
_LONGEST_NUMBER_DIGITS = 3
"""Objectives and projects are numbered up to here; longer numbers are years, or of another register."""

_YEAR = re.compile(r"(?:19|20)\d\d")

_BESIDE_WORDS = 2
"""Words that may stand between a child and its age: "un copil care are un an"."""

Table = Mapping[str, Any]


def is_known_place(places: Sequence[Place]) -> bool:
    """Whether people know one of some places by its bare name."""
    return any(p.from_plan or p.kind == "county" or p.population >= _BIG_TOWN for p in places)


def find_places(
    words: Sequence[Word], places: Places, table: Table, everyday: Sequence[Iterable[str]]
) -> Iterator[tuple[PlaceFound, str]]:
    """Places named, each as "name/county code", several with "|" when a name has several counties.

    everyday: words of the plans and of every day; a small place of such a name needs its capital.
    """
    locative = table["locative"]["words"]
    for found in places.find([w.text for w in words]):
        before = words[found.start - 1].text if found.start else ""
        word = words[found.start]
        capital = word.typed[:1].isupper() and not all(w.typed.isupper() for w in words)
        strange = not any(word.text in known for known in everyday)
        if places.is_everyday([w.typed for w in words[found.start : found.end]], before):
            continue
        likely = capital or (before in locative and strange)
        named = [p for p in found.places if likely or is_known_place([p])]
        if not named or (found.end - found.start == 1 and len(word.text) < 3):
            continue
        known = [p for p in named if p.from_plan or p.kind == "county"] or named
        yield found, "|".join(dict.fromkeys(f"{p.name}/{p.county}" for p in known))


def is_other(found: PlaceFound, words: Sequence[Word], taken: Iterable[Found], table: Table) -> bool:
    """Whether the words of a place mean a group or a service here: Roma, voluntarilor."""
    if not is_inside(found, taken):
        return False
    before = words[found.start - 1].text if found.start else ""
    named = words[found.start].typed[:1].isupper() or before in table["locative"]["words"]
    return not (is_known_place(found.places) and named)


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


def find_strange_places(
    text: str, words: Sequence[Word], taken: Iterable[Span], is_known: Callable[[str], bool], table: Table
) -> Iterator[PlaceFound]:
    """Names that stand where a place stands and that nothing knows: "în Satu Nou de Nicăieri", "comuna x".

    taken: spans of words that mean something else.
    """
    locative = table["locative"]
    inside = {n for start, end in taken for n in range(start, end)}
    for n, (before, word) in enumerate(pairwise(words), 1):
        apart = text[before.end : word.start].strip(" .")
        if apart or n in inside or not word.text.isalpha() or is_known(word.text):
            continue
        like_name = word.typed[:1].isupper() and not word.typed.isupper()
        like_name = like_name or word.text.endswith(tuple(locative["strange_endings"]))
        if before.text in locative["kinds"] or (before.text in locative["strange_after"] and like_name):
            yield PlaceFound(n, n + 1, ())


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
        if number is None or not end:
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


def _unit_end(at: int, words: Sequence[Word], ages: Table) -> int:
    """Where an age ends whose number stands at a word: after its unit; 0 when there is none."""
    last = at + 1 + (words[at + 1].text in ages["between"] and at + 2 < len(words))
    return last + 1 if words[last].text in (*ages["units_years"], *ages["units_months"]) else 0


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
