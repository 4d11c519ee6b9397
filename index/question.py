"""A sentence → a Question: what it names (with spans in the text) and what is asked about it.

Deterministic: words are folded and looked up in the vocabulary, the places and the catalogue's codes; what
is left over is kept as stems for the full-text index. Returns no words for people.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

from rapidfuzz.distance import OSA

from index.codes import DAY, blank_out, find_codes
from index.facts import Facts
from index.language import comma_letters, fold, readable
from index.language.stems import roman_number
from index.places import Place, PlaceFound, Places
from index.records import Frozen
from index.vocabulary import Found, Phrases, Vocabulary, english_forms

Lang = Literal["ro", "en"]

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|%")
_QUOTED = re.compile(r"""[„“"«'](?=\S)([^„“”"»']{4,80})[”“"»']""")
_CLEARLY_ENGLISH = 0.5
"""Share of English words among those of either language, above which a question counts as English."""


class Slot(Frozen):
    """Something a question names: what it is, and where it stands in the text as typed."""

    value: str
    start: int
    end: int


class Word(NamedTuple):
    """A word of a question: folded, with its span; `fixed` when a typing slip was mended."""

    text: str
    start: int
    end: int
    typed: str


class Question(Frozen):
    """What was read from a sentence."""

    text: str
    """The sentence as typed."""
    lang: Lang
    """Language of the sentence."""
    asks: tuple[str, ...] = ()
    """Fields asked about (`responsible`, `deadline`, …), in order."""
    kinds: tuple[str, ...] = ()
    """Kinds of record named."""
    codes: tuple[Slot, ...] = ()
    """Codes in plain form."""
    places: tuple[Slot, ...] = ()
    """Places as "name/county code"."""
    services: tuple[Slot, ...] = ()
    groups: tuple[Slot, ...] = ()
    institutions: tuple[Slot, ...] = ()
    terms: tuple[Slot, ...] = ()
    dates: tuple[Slot, ...] = ()
    """ISO dates."""
    plan_asks: tuple[str, ...] = ()
    """What is asked about a plan itself: valid, act, period, list."""
    role: str | None = None
    """Whether an institution is looked for as responsible or partner."""
    status: str | None = None
    """State of a service that is asked for."""
    counting: bool = False
    """How many?"""
    defining: bool = False
    """What does it mean?"""
    bare: bool = False
    """"What is …" with nothing else asked."""
    titles: tuple[Slot, ...] = ()
    """Names of records, as their ids parted by "|"."""
    headings: tuple[Slot, ...] = ()
    """Headings named: "component", "title", or an objective's level and number ("general:15", ":4")."""
    quoted: tuple[str, ...] = ()
    """Texts in quotes."""
    helping: bool = False
    """What can you do?"""
    words: tuple[Slot, ...] = ()
    """Stems of the words that say what or for whom, and marks of what they name ("groups:children")."""
    soft: tuple[str, ...] = ()
    """Stems of places and of words that ask ("servicii", "beneficiari"): they may stand in titles too."""
    rest: tuple[Slot, ...] = ()
    """Folded words that nothing recognised."""
    head: Slot | None = None
    """What is asked for a group, when nothing recognised it: a camp in "a camp for children"."""
    complement: str | None = None
    """What a thing is for, when nothing recognised it: dogs in "a shelter for dogs"."""

    def line(self) -> str:
        """One canonical line, for tests and for saying why."""
        parts = []
        for name in ("asks", "kinds", "plan_asks"):
            if getattr(self, name):
                parts.append(f"{name}={','.join(getattr(self, name))}")
        for name in ("codes", "places", "services", "groups", "institutions", "terms", "dates", "rest"):
            if getattr(self, name):
                parts.append(f"{name}={','.join(s.value for s in getattr(self, name))}")
        for name in ("role", "status"):
            if getattr(self, name):
                parts.append(f"{name}={getattr(self, name)}")
        parts += [name for name in ("counting", "defining", "bare", "helping") if getattr(self, name)]
        return f"{self.lang} " + " ".join(parts)


_SHORTEST_MENDED_CHARS = 5
"""Words shorter than this are never mended: too many others are one slip away."""
_TWO_SLIPS_FROM_CHARS = 8
"""From this length on a word may have two slips."""
_BIG_TOWN = 15_000
"""Inhabitants from which a town is known by its bare name."""


@dataclass(frozen=True)
class _Cues:
    """The phrases of `questions.toml`, each table one set."""

    sets: dict[str, Phrases]
    filler: Phrases
    english: frozenset[str]
    """Words said in English only."""
    romanian: frozenset[str]
    """Words said in Romanian only."""
    all_words: frozenset[str]


@dataclass
class QuestionReader:
    """Reads questions with one vocabulary, one set of places and the catalogue's words."""

    vocabulary: Vocabulary
    places: Places
    frequency: Mapping[str, int] = field(default_factory=dict)
    """Folded words of the catalogue and how often they occur: typing slips are mended towards them."""
    common: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Common words by language: they are no slips of others."""
    titles: tuple[tuple[str, str], ...] = ()
    """Names of records and the records' ids."""
    code_heads: frozenset[str] = frozenset()
    """Letters that codes of objectives begin with: "os", "da"."""

    @cached_property
    def _facts(self) -> Facts:
        return Facts(self.vocabulary.tables["facts"])

    @cached_property
    def _cues(self) -> _Cues:
        table = self.vocabulary.tables["questions"]
        language = self.vocabulary.language
        sets: dict[str, Phrases] = {}
        for topic in ("ask", "kind", "plan", "role", "status"):
            pairs = [(p, name) for name, said in table[topic].items() for p in (*said["ro"], *said["en"])]
            sets[topic] = Phrases(language, pairs, exact=True)
        for topic in ("count", "term", "term_bare", "help"):
            pairs = [(p, topic) for p in (*table[topic]["ro"], *table[topic]["en"])]
            sets[topic] = Phrases(language, pairs, exact=True)
        pairs = [(p, "filler") for p in (*table["filler"]["ro"], *table["filler"]["en"])]
        filler = Phrases(language, pairs, exact=True)
        english, romanian = self._words_of_languages(table)
        return _Cues(sets, filler, english - romanian, romanian - english, english | romanian)

    def _words_of_languages(self, table: dict[str, Any]) -> tuple[frozenset[str], frozenset[str]]:
        said: dict[str, set[str]] = {"ro": set(), "en": set()}
        tables = [t for topic in ("ask", "kind", "plan", "role", "status") for t in table[topic].values()]
        tables += [table[topic] for topic in ("count", "term", "term_bare", "help", "filler")]
        for one in tables:
            for lang in ("ro", "en"):
                said[lang].update(w for phrase in one[lang] for w in fold(phrase).split())
        for topic in self.vocabulary.topics.values():
            for entry in topic.entries.values():
                said["ro"].update(w for phrase in (*entry.words, entry.ro) for w in fold(phrase).split())
                said["en"].update(w for phrase in (*entry.words_en, entry.en) for w in fold(phrase).split())
        stop = self.vocabulary.stop
        return frozenset(said["en"] | stop["en"]), frozenset(said["ro"] | stop["ro"])

    @cached_property
    def _known(self) -> dict[tuple[str, int], list[str]]:
        """Words that slips may be mended to, by first letter and length."""
        cues = self._cues
        names = {w for key, places in self.places.by_name.items() if _is_known_place(places) for w in key}
        out: dict[tuple[str, int], list[str]] = {}
        for word in {*self.frequency, *cues.all_words, *names}:
            if word.isalpha() and len(word) >= _SHORTEST_MENDED_CHARS - 1:
                out.setdefault((word[0], len(word)), []).append(word)
        return out

    @cached_property
    def _english(self) -> Phrases:
        """English words of the plans' subjects; each leads to its Romanian words, parted by "|"."""
        pairs = [
            (form, "|".join(romanian))
            for english, romanian in self.vocabulary.tables["english"]["words"].items()
            for form in english_forms(english)
        ]
        return Phrases(self.vocabulary.language, pairs, exact=True)

    @cached_property
    def _titles(self) -> Phrases:
        ids: dict[str, list[str]] = {}
        for name, record_id in self.titles:
            ids.setdefault(name, []).append(record_id)
        return Phrases(self.vocabulary.language, [(name, "|".join(of)) for name, of in ids.items()])

    @cached_property
    def _place_words(self) -> frozenset[str]:
        return frozenset(w for key in self.places.by_name for w in key)

    @cached_property
    def _known_stems(self) -> frozenset[str]:
        stem = self.vocabulary.language.stem
        return frozenset(stem(w) for words in self._known.values() for w in words)

    def make_ready(self) -> None:
        """Prepare everything that is the same for every question."""
        self._facts, self._cues, self._known, self._known_stems, self._english, self.stem_counts, self._titles  # noqa: B018
        language = self.vocabulary.language
        for word in {*self.frequency, *self._cues.all_words, *self._place_words}:
            language.ready[word] = language.stem(word)

    def parse(self, text: str, lang: Lang | None = None) -> Question:
        """Read a sentence.

        lang: the language to answer in, when it is not to follow the sentence's.
        """
        text = readable(text)
        plain = comma_letters(text)
        in_text = list(find_codes(plain, self.code_heads))
        codes = tuple(Slot(value=code, start=start, end=end) for code, start, end in in_text)
        masked = blank_out(plain, [(start, end) for _, start, end in in_text])
        words = [self._mend(w) for w in _words(masked)]
        folded = [w.text for w in words]
        spot = _Spots(words)
        found = {name: list(topic.asked.find(folded)) for name, topic in self.vocabulary.topics.items()}
        for name in ("services", "groups"):
            found[name] = [f for f in found[name] if not _is_within(f, found["institutions"])]
        found["services"] = [f for f in found["services"] if not _is_within(f, found["groups"])]
        services = {(f.start, f.end) for f in found["services"]}
        found["groups"] = [
            f
            for f in found["groups"]
            if not _is_within(f, found["services"]) and (f.start, f.end) not in services
        ]
        found["groups"] = [f for f in found["groups"] if not self._is_kin(f, words)]
        in_quotes = [(m.start(1), m.end(1)) for m in _QUOTED.finditer(plain)]
        cues = {
            name: [f for f in phrases.find(folded) if not _is_in(words[f.start], in_quotes)]
            for name, phrases in self._cues.sets.items()
        }
        found["groups"] = self._with_age(found["groups"], words)
        taken = [f for name in ("groups", "services", "institutions") for f in found[name]]
        places = [(p, v) for p, v in self._places(words) if not self._is_other(p, words, taken)]
        apart = [(p, v) for p, v in places if not _is_inside(p, found["institutions"])]
        places = apart or places
        dates = self._dates(plain, words, spot)
        for name in ("services", "groups"):
            spot.take("marked", [(f.start, f.end) for f in found[name]])
        for name in found:
            spot.take("named", [(f.start, f.end) for f in found[name]])
        spot.take("place", [(p.start, p.end) for p, _ in places])
        for name in cues:
            spot.take("cue", [(f.start, f.end) for f in cues[name]])
        spot.take("filler", [(f.start, f.end) for f in self._cues.filler.find(folded)])
        headings = list(self._headings(plain, words))
        numbers = [n for n, w in enumerate(words) if any(w.end == h.end for h in headings if ":" in h.value)]
        numbers += [n for n, w in enumerate(words) if any(w.end == h.start for h in headings)]
        spot.take("heading", [(n, n + 1) for n in numbers])
        of_places = {n for p, _ in places for n in range(p.start, p.end)}
        own = "".join(w.typed + " " for n, w in enumerate(words) if n not in of_places)
        spoken = self._language(own, [w.text for n, w in enumerate(words) if n not in of_places])
        in_english = spoken == "en"
        english = [f for f in self._english.find(folded) if in_english and spot.is_free(f)]
        spot.take("english", [(f.start, f.end) for f in english])
        translated = [slot for f in english for slot in self._translate(f, words)]
        stop = self.vocabulary.language.stop
        stem = self.vocabulary.language.stem
        words_said = [
            (n, w)
            for n, w in enumerate(words)
            if spot.is_content(n) and len(w.text) > 1 and (w.text not in stop or spot.has(n, "named"))
        ]
        asking = _asking_sentences(plain, words, [*cues["ask"], *cues["count"]], cues["kind"])
        inside = [(n, w) for n, w in words_said if spot.has(n, "named") or _is_in(w, asking)]
        if any(_is_in(w, asking) for _, w in inside):
            words_said = inside
            translated = [t for t in translated if any(a <= t.start < b for a, b in asking)]
        asked_places = [(p, v) for p, v in places if _is_in(words[p.start], asking)]
        return Question(
            text=text,
            lang=lang or spoken,
            asks=tuple(dict.fromkeys(f.id for f in cues["ask"] if not self._is_relative(f, words, plain))),
            kinds=tuple(dict.fromkeys(f.id for f in cues["kind"])),
            codes=codes,
            places=tuple(
                Slot(value=v, start=words[p.start].start, end=words[p.end - 1].end)
                for p, v in asked_places or places
            ),
            **{name: tuple(spot.slot(f) for f in found[name]) for name in found},
            dates=dates,
            plan_asks=tuple(dict.fromkeys(f.id for f in cues["plan"])),
            role=_role(cues),
            status=next((f.id for f in cues["status"]), None),
            counting=bool(cues["count"]),
            defining=bool(cues["term"]),
            bare=bool(cues["term_bare"]),
            titles=tuple(spot.slot(f) for f in self._titles.find(folded)),
            headings=tuple(headings),
            quoted=tuple(m.group(1) for m in _QUOTED.finditer(plain)),
            helping=bool(cues["help"]) and not words_said,
            words=(
                *(
                    Slot(value=stem(w.text), start=w.start, end=w.end)
                    for n, w in words_said
                    if not spot.has(n, "marked") and not (in_english and spot.has(n, "named"))
                ),
                *translated,
                *(
                    s.model_copy(update={"value": f"{name}:{s.value}"})
                    for name in found
                    if name != "institutions"
                    for s in map(spot.slot, found[name])
                ),
            ),
            soft=tuple(
                dict.fromkeys(
                    stem(w.text)
                    for n, w in enumerate(words)
                    if any(spot.has(n, name) for name in ("cue", "place", "marked")) and w.text not in stop
                )
                | {f"institutions:{f.id}": None for f in found["institutions"]}
            ),
            head=self._head(words, spot, found["groups"]),
            complement=self._complement(words, spot),
            rest=tuple(
                Slot(value=w.text, start=w.start, end=w.end)
                for n, w in words_said
                if not spot.has(n, "named")
            ),
        )

    def _headings(self, text: str, words: Sequence[Word]) -> Iterator[Slot]:
        """Objectives by number ("obiectivul XV"), components and objectives by words or a text in quotes."""
        table = self.vocabulary.tables["questions"]["heading"]
        levels = {word: name for name, said in table["levels"].items() for word in said}
        for n, word in enumerate(words):
            number = _number(word.text)
            before = n
            leading = {*table["words"], *table["between"], *table["project"], *levels}
            while before and words[before - 1].text in leading:
                before -= 1
            said = [w.text for w in words[before:n]]
            if number and set(said) & {*table["words"], *table["levels"]["direction"]}:
                level = next((levels[w] for w in said if w in levels), "")
                yield Slot(value=f"{level}:{number}", start=words[before].start, end=word.end)
            if number and set(said) & set(table["project"]):
                yield Slot(value=f"project:{number}", start=words[before].start, end=word.end)
            if word.text in table["component"] and n + 1 < len(words):
                end = re.search(r"[,.;?!:]|$", text[word.end + 1 :])
                yield Slot(value="component", start=word.end, end=word.end + 1 + (end.start() if end else 0))
        if any(w.text in {*table["words"], *levels} for w in words):
            for match in _QUOTED.finditer(text):
                yield Slot(value="title", start=match.start(1), end=match.end(1))

    def _translate(self, found: Found, words: Sequence[Word]) -> Iterator[Slot]:
        """Stems of the Romanian words for an English phrase.

        Single words that will do alike are parted by "|"; of longer wordings, that which the plans use most.
        """
        stems = self.vocabulary.language.terms
        options = [stems(option) for option in found.id.split("|")]
        if all(len(option) <= 1 for option in options):
            either = "|".join(dict.fromkeys(one for option in options for one in option))
            yield Slot(value=either, start=words[found.start].start, end=words[found.end - 1].end)
            return
        best = max(options, key=lambda o: sum(self.stem_counts.get(s, 0) for s in o) / max(1, len(o)))
        for one in best:
            yield Slot(value=one, start=words[found.start].start, end=words[found.end - 1].end)

    @cached_property
    def stem_counts(self) -> Counter[str]:
        """In how many records the words of a stem stand."""
        out: Counter[str] = Counter()
        for word, count in self.frequency.items():
            out[self.vocabulary.language.stem(word)] += count
        return out

    def _with_age(self, groups: list[Found], words: Sequence[Word]) -> list[Found]:
        """Groups, with the one that a named age stands for in place of the groups for other ages."""
        ages = self.vocabulary.tables["questions"]["ages"]
        for at in range(len(words) - 1):
            last = at + 1 + (words[at + 1].text in ages["between"] and at + 2 < len(words))
            unit = words[last].text
            if not words[at].text.isdigit() or unit not in (*ages["units_years"], *ages["units_months"]):
                continue
            years = int(words[at].text) // (12 if unit in ages["units_months"] else 1)
            years -= bool(at and words[at - 1].text in ages["under"])
            fitting = [group for most, group in ages["groups"] if years <= most]
            if years >= ages["over"][0]:
                fitting = [ages["over"][1]]
            if fitting:
                others = {group for _, group in ages["groups"]}
                return [*(g for g in groups if g.id not in others), Found(at, last + 1, fitting[0])]
        return groups

    def _is_kin(self, found: Found, words: Sequence[Word]) -> bool:
        """Whether a group is only someone's own people: "părinții mei" does not say for whom."""
        kin = self.vocabulary.tables["questions"]["kin"]
        after = words[found.end].text if found.end < len(words) else ""
        before = words[found.start - 1].text if found.start else ""
        return found.id in kin["groups"] and (after in kin["after"] or before in kin["before"])

    def _is_relative(self, found: Found, words: Sequence[Word], text: str) -> bool:
        """Whether "who" only carries a sentence on: "families who care for adults"."""
        table = self.vocabulary.tables["questions"]["relative"]
        if found.start == 0 or found.end - found.start > 1 or words[found.start].text not in table["words"]:
            return False
        before = words[found.start - 1]
        gap = text[before.end : words[found.start].start]
        return not gap.strip() and before.text not in table["after"]

    def _head(self, words: Sequence[Word], spot: _Spots, groups: Iterable[Found]) -> Slot | None:
        """The word that stands before "pentru" and a group, when nothing recognised it."""
        opens = self.vocabulary.tables["questions"]["complement"]["words"]
        for group in groups:
            at = group.start - 2
            if at < 0 or words[group.start - 1].text not in opens:
                continue
            word = words[at]
            if (
                spot.is_content(at)
                and not spot.has(at, "named")
                and word.text not in self.vocabulary.language.stop
            ):
                return Slot(value=self.vocabulary.language.stem(word.text), start=word.start, end=word.end)
        return None

    def _complement(self, words: Sequence[Word], spot: _Spots) -> str | None:
        """A word after "pentru" that no plan and no vocabulary knows."""
        opens = self.vocabulary.tables["questions"]["complement"]["words"]
        for before, after in zip(range(len(words)), range(1, len(words)), strict=False):
            text = words[after].text
            said = (
                words[before].text in opens
                and text not in self.vocabulary.language.stop
                and spot.is_content(after)
                and not spot.has(after, "named")
            )
            if said and self.vocabulary.language.stem(text) not in self._known_stems:
                return text
        return None

    def _mend(self, word: Word) -> Word:
        """Mend one slip (two in long words) in a word that nothing knows; never one with a digit."""
        text = word.text
        if len(text) < _SHORTEST_MENDED_CHARS or not text.isalpha():
            return word
        if text in self.frequency or text in self._cues.all_words or text in self._place_words:
            return word
        if any(text in words for words in self.common.values()):
            return word
        allowed = 2 if len(text) >= _TWO_SLIPS_FROM_CHARS else 1
        if self.vocabulary.language.stem(text) in self._known_stems:
            allowed = 1 if len(text) >= _TWO_SLIPS_FROM_CHARS - 1 else 0
        near = [
            (OSA.distance(text, known, score_cutoff=allowed), -self.frequency.get(known, 0), known)
            for length in range(len(text) - allowed, len(text) + allowed + 1)
            for known in self._known.get((text[0], length), ())
        ]
        near = [n for n in near if n[0] <= allowed]
        return word._replace(text=min(near)[2]) if near else word

    def _places(self, words: Sequence[Word]) -> Iterator[tuple[PlaceFound, str]]:
        """Places named, each as "name/county code", several with "|" when a name has several counties."""
        locative = self.vocabulary.tables["questions"]["locative"]["words"]
        for found in self.places.find([w.text for w in words]):
            before = words[found.start - 1].text if found.start else ""
            capital = words[found.start].typed[:1].isupper() and not all(w.typed.isupper() for w in words)
            word = words[found.start].text
            strange = word not in self.frequency and not any(word in w for w in self.common.values())
            places = [
                p for p in found.places if _is_known_place([p]) or (before in locative and strange) or capital
            ]
            if not places or (found.end - found.start == 1 and len(words[found.start].text) < 3):
                continue
            known = [p for p in places if p.from_plan or p.kind == "county"] or places
            yield found, "|".join(dict.fromkeys(f"{p.name}/{p.county}" for p in known))

    def _is_other(self, found: PlaceFound, words: Sequence[Word], taken: Sequence[Found]) -> bool:
        """Whether the words of a place mean a group or a service here: Roma, voluntarilor."""
        if not _is_inside(found, taken):
            return False
        locative = self.vocabulary.tables["questions"]["locative"]["words"]
        before = words[found.start - 1].text if found.start else ""
        named = words[found.start].typed[:1].isupper() or before in locative
        return not (_is_known_place(found.places) and named)

    def _dates(self, text: str, words: Sequence[Word], spot: _Spots) -> tuple[Slot, ...]:
        out = [
            Slot(value=iso, start=0, end=len(text))
            for m in DAY.finditer(text)
            for iso in self._facts.dates(m.group())
        ]
        months = self.vocabulary.tables["facts"]["months"] | self.vocabulary.tables["questions"]["months_en"]
        for n, word in enumerate(words):
            if re.fullmatch(r"(?:19|20)\d\d", word.text):
                month = months.get(words[n - 1].text) if n else None
                first = n - 1 if month else n
                iso = f"{word.text}-{month:02}" if month else word.text
                out.append(Slot(value=iso, start=words[first].start, end=word.end))
                spot.take("date", [(first, n + 1)])
        return tuple(out)

    @cached_property
    def _of_one_language(self) -> tuple[frozenset[str], frozenset[str]]:
        """Common words of English only and of Romanian only."""
        english, romanian = self.common["en"], self.common["ro"]
        return english - romanian, romanian - english

    def _language(self, text: str, folded: Sequence[str]) -> Lang:
        """The language most words belong to; Romanian letters decide, and Romanian wins a tie."""
        english = sum(w in self._cues.english for w in folded)
        romanian = sum(w in self._cues.romanian for w in folded)
        if self.common:
            only_english, only_romanian = self._of_one_language
            english += sum(w in only_english for w in folded)
            romanian += sum(w in only_romanian for w in folded)
        romanian += 2 * bool(re.search("[ăâîșț]", text.lower())) if romanian else 0
        return "en" if english > romanian * (1 / _CLEARLY_ENGLISH - 1) else "ro"


class _Spots:
    """Which words of a question are taken, and as what."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._taken: list[set[str]] = [set() for _ in words]

    def take(self, name: str, spans: Iterable[tuple[int, int]]) -> None:
        """Mark the words of spans."""
        for start, end in spans:
            for n in range(start, end):
                self._taken[n].add(name)

    def has(self, n: int, name: str) -> bool:
        """Whether a word is taken as this."""
        return name in self._taken[n]

    def is_free(self, found: Found) -> bool:
        """Whether nothing named and no way of asking has the words of a phrase, and not all are filler."""
        taken = [self._taken[n] for n in range(found.start, found.end)]
        return not any(t & {"named", "cue"} for t in taken) and not all("filler" in t for t in taken)

    def is_content(self, n: int) -> bool:
        """A word that says what or for whom: named, or taken by nothing."""
        return self.has(n, "named") or not self._taken[n]

    def slot(self, found: Found) -> Slot:
        """A phrase with its span in the text."""
        return Slot(value=found.id, start=self._words[found.start].start, end=self._words[found.end - 1].end)


def _asking_sentences(
    text: str, words: Sequence[Word], asks: Iterable[Found], kinds: Iterable[Found]
) -> list[tuple[int, int]]:
    """Spans of the sentences that ask, of several; the others only tell the story.

    Those that say what is asked for; without such, those with a question mark; then those that name a kind.
    """
    ends = [m.end() for m in re.finditer(r"[^.!?]{12,}(?:[.!?]+(?=\s)|$)", text)]
    spans = [(a, b) for a, b in zip([0, *ends], [*ends, len(text)], strict=False) if b > a]
    by_cue = [
        [(a, b) for a, b in spans if any(a <= words[f.start].start < b for f in found)]
        for found in (list(asks), list(kinds))
    ]
    return by_cue[0] or [(a, b) for a, b in spans if text[a:b].rstrip().endswith("?")] or by_cue[1]


def _is_in(word: Word, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= word.start < end for start, end in spans)


def _role(cues: Mapping[str, Sequence[Found]]) -> str | None:
    """The one role asked about; none when both are, or any part at all."""
    roles = {f.id for f in cues["role"]}
    return roles.pop() if len(roles) == 1 and all(f.id != "involved" for f in cues["ask"]) else None


def _is_inside(place: PlaceFound, phrases: Iterable[Found]) -> bool:
    return any(f.start <= place.start and place.end <= f.end for f in phrases)


def _number(word: str) -> int | None:
    """A number of an objective or a project: up to three digits, or a Roman numeral."""
    if word.isdigit():
        return int(word) if len(word) <= 3 else None
    return roman_number(word) if set(word) <= set("ivx") else None


def _is_within(inner: Found, outer: Iterable[Found]) -> bool:
    """Whether a phrase is only a part of a longer name: children in "Save the Children"."""
    return any(
        o.start <= inner.start and inner.end <= o.end and o.end - o.start > inner.end - inner.start
        for o in outer
    )


def _words(text: str) -> list[Word]:
    out = []
    for match in _WORD.finditer(text):
        folded = fold(match.group())
        if folded and " " not in folded:
            out.append(Word(folded, match.start(), match.end(), match.group()))
        elif folded:
            out.append(Word(folded.replace(" ", "."), match.start(), match.end(), match.group()))
    return out


def _is_known_place(places: Sequence[Place]) -> bool:
    return any(p.from_plan or p.kind == "county" or p.population >= _BIG_TOWN for p in places)
