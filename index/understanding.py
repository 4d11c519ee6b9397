"""A sentence → a Question: what it names (with spans in the text) and what is asked about it.

Deterministic: words are folded and looked up in the vocabulary, the places and the catalogue's codes; what
is left over is kept as stems for the full-text index. Returns no words for people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from index.codes import blank_out, find_codes
from index.cues import Cues
from index.facts import Facts
from index.gazetteer import Gazetteer, is_known_place
from index.glossary import Glossary
from index.language import comma_letters, fold, readable
from index.phrases import Found, Phrases
from index.places import Places
from index.progress import PROGRESS
from index.question import Lang, Question, Slot
from index.sentence import Named, Sentence
from index.slips import Slips
from index.slots import (
    find_dates,
    find_headings,
    is_kin,
    is_relative,
    says_again,
    with_age,
)
from index.spans import Span, Spots, Word, is_in, is_within, quoted, words_of
from index.stories import Stories
from index.vocabulary import Vocabulary


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
    def _numbers(self) -> dict[str, int]:
        """Words for numbers up to ten, in both languages."""
        return {**self.vocabulary.tables["facts"]["numbers"], **self._table["ages"]["numbers_en"]}

    @property
    def _table(self) -> dict[str, Any]:
        return self.vocabulary.tables["questions"]

    @cached_property
    def _facts(self) -> Facts:
        return Facts(self.vocabulary.tables["facts"])

    @cached_property
    def _cues(self) -> Cues:
        return Cues.of(self.vocabulary)

    @cached_property
    def _slips(self) -> Slips:
        names = {w for key, places in self.places.by_name.items() if is_known_place(places) for w in key}
        right = (self._cues.all_words, self._place_words, self._told_words, *self.common.values())
        known = {*self._cues.all_words, *names}
        return Slips.of(self.vocabulary.language, self.frequency, right, known)

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        everyday = (self.frequency, *self.common.values())
        return Gazetteer(self.places, self.vocabulary, everyday, self._is_word)

    @cached_property
    def _glossaries(self) -> dict[Lang, Glossary]:
        """Words of every day by the language of the sentence."""
        return {
            "en": Glossary.english(self.vocabulary, self.frequency),
            "ro": Glossary.everyday(self.vocabulary, self.frequency),
        }

    @cached_property
    def _stories(self) -> Stories:
        return Stories.of(self.vocabulary.language, self.vocabulary.tables["stories"])

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
    def _told_words(self) -> frozenset[str]:
        """Words of stories and of every day."""
        tables = self.vocabulary.tables
        said = [*tables["everyday"]["words"], *(p for of in tables["stories"]["words"].values() for p in of)]
        return frozenset(w for phrase in said for w in fold(phrase).split())

    @cached_property
    def _of_one_language(self) -> dict[str, frozenset[str]]:
        """Common words of English only and of Romanian only."""
        if not self.common:
            return {}
        english, romanian = self.common["en"], self.common["ro"]
        return {"en": english - romanian, "ro": romanian - english}

    def make_ready(self) -> None:
        """Prepare everything that is the same for every question."""
        self._facts, self._cues, self._slips, self._glossaries, self._titles  # noqa: B018
        self._of_one_language, self._stories, self.vocabulary.asked  # noqa: B018
        language = self.vocabulary.language
        for word in {*self.frequency, *self._cues.all_words, *self._place_words}:
            language.ready[word] = language.stem(word)

    def parse(self, text: str, lang: Lang | None = None) -> Question:
        """Read a sentence.

        lang: the language to answer in, when it is not to follow the sentence's.
        """
        text = readable(text)
        plain = comma_letters(text)
        in_text = find_codes(plain, self.code_heads)
        codes = [Slot(value=code, start=start, end=end) for code, start, end in in_text]
        masked = blank_out(plain, [(c.start, c.end) for c in codes])
        sentence = self._sentence(plain, [self._slips.mend(w) for w in words_of(masked)])
        dates = list(find_dates(sentence.words, self._facts, self._table))
        headings = [
            h
            for h in find_headings(plain, sentence.words, self._table["heading"])
            if not any(says_again(c, h) for c in codes)
        ]
        self._take(sentence, [span for _, span in dates], headings)
        spoken = self._language(sentence)
        return Question(
            text=text,
            lang=lang or spoken,
            codes=tuple(codes),
            places=sentence.place_slots(),
            dates=tuple(slot for slot, _ in dates),
            headings=tuple(headings),
            titles=tuple(
                sentence.spot.slot(f)
                for f in self._titles.find(sentence.folded)
                if self._is_name(f, sentence)
            ),
            quoted=tuple(s.value for s in quoted(plain)),
            **{name: tuple(map(sentence.spot.slot, found)) for name, found in sentence.named.items()},
            **self._asked(sentence),
            **self._said(sentence, spoken),
        )

    def _sentence(self, text: str, words: list[Word]) -> Sentence:
        """What the vocabulary, the ways of asking and the places find in words."""
        folded = [w.text for w in words]
        named = self._named(folded, words)
        stories = self._tell(named, text, words)
        in_quotes = [(s.start, s.end) for s in quoted(text)]
        cues = {
            name: [f for f in found if not is_in(words[f.start], in_quotes)]
            for name, found in self._cues.sets.find(folded).items()
        }
        cues["term_bare"] = [f for f in cues["term_bare"] if not is_within(f, cues["ask"])]
        # "personal assistants" asks for no staff; what asks only beside something else needs it
        cues["ask"] = [f for f in cues["ask"] if not any(is_within(f, found) for found in named.values())]
        cues["story"] = stories
        cues["beside"] = cues["beside"] if cues["ask"] else []
        # "luna asta" says when only of what is reported; elsewhere it is small talk
        cues["when"] = cues["when"] if any(f.id in PROGRESS for f in cues["ask"]) else []
        places = self._gazetteer.find(text, words, named)
        return Sentence(text, words, named, cues, places, Spots(words))

    def _is_word(self, word: str) -> bool:
        """Whether the plans, the vocabulary or everyday language have a word, in any form."""
        if word in self._cues.all_words or any(word in known for known in self.common.values()):
            return True
        return word in self._place_words or self.vocabulary.language.stem(word) in self._slips.stems

    def _named(self, folded: list[str], words: list[Word]) -> Named:
        """What the vocabulary knows, without what only stands inside a longer name."""
        found = self.vocabulary.asked.find(folded)
        for name in ("services", "groups"):
            found[name] = [f for f in found[name] if not is_within(f, found["institutions"])]
        found["services"] = [f for f in found["services"] if not is_within(f, found["groups"])]
        services = {(f.start, f.end) for f in found["services"]}
        groups = [
            f
            for f in found["groups"]
            if not is_within(f, found["services"]) and (f.start, f.end) not in services
        ]
        aged = with_age(groups, words, self._table["ages"], self._numbers)
        # "copilul meu are 4 ani" says for whom, "copilul meu" alone does not
        found["groups"] = [g for g in aged if g not in groups or not is_kin(g, words, self._table["kin"])]
        return found

    def _tell(self, named: Named, text: str, words: list[Word]) -> list[Found]:
        """Put what stories tell in place of what their telling words name; the phrases of the stories."""
        out: list[Found] = []
        for topic, phrases in self._stories.find(text, words):
            told = phrases[-1]
            if any(f.id == told.id for f in named[topic]) or any(_overlap(told, phrase) for phrase in out):
                continue
            for name in ("services", "groups"):
                named[name] = [f for f in named[name] if not any(_overlap(f, phrase) for phrase in phrases)]
            named[topic].append(told)
            out += phrases
        return out

    def _take(self, sentence: Sentence, dates: list[Span], headings: Sequence[Slot]) -> None:
        """Mark the words of all that was found."""
        spot, words = sentence.spot, sentence.words
        spot.take("date", dates)
        for name in ("services", "groups"):
            spot.take("marked", [(f.start, f.end) for f in sentence.named[name]])
        for found in sentence.named.values():
            spot.take("named", [(f.start, f.end) for f in found])
        spot.take("place", [(p.start, p.end) for p, _ in sentence.places])
        for found in sentence.cues.values():
            spot.take("cue", [(f.start, f.end) for f in found])
        spot.take("filler", [(f.start, f.end) for f in self._cues.filler.find(sentence.folded)])
        spot.take("gloss", _glosses(sentence))
        numbers = {h.end for h in headings if ":" in h.value} | {h.start for h in headings}
        spot.take("heading", [(n, n + 1) for n, w in enumerate(words) if w.end in numbers])

    def _language(self, sentence: Sentence) -> Lang:
        """The language of a sentence, whatever its places are called."""
        of_places = {n for p, _ in sentence.places for n in range(p.start, p.end)}
        own = [w for n, w in enumerate(sentence.words) if n not in of_places]
        typed = " ".join(w.typed for w in own)
        return self._cues.language(typed, [w.text for w in own], self._of_one_language)

    def _is_name(self, found: Found, sentence: Sentence) -> bool:
        """Whether a title of one common word is a name here: with a capital, in quotes, after "proiectul"."""
        word = sentence.words[found.start]
        if found.end - found.start > 1 or not any(word.text in known for known in self.common.values()):
            return True
        before = sentence.folded[found.start - 1] if found.start else ""
        capital = found.start > 0 and word.typed.istitle()
        in_quotes = is_in(word, [(s.start, s.end) for s in quoted(sentence.text)])
        return capital or in_quotes or before in self._table["heading"]["one"]

    def _asked(self, sentence: Sentence) -> dict[str, Any]:
        """What is asked, by field of the question."""
        cues = sentence.cues
        relative = self._table["relative"]
        asks = [f for f in cues["ask"] if not is_relative(f, sentence.words, sentence.text, relative)]
        asks += cues["beside"]
        return {
            "asks": _each_once(asks),
            "kinds": _each_once(f for f in cues["kind"] if not cues["term"] or f.id != "anything"),
            "plan_asks": _each_once(cues["plan"]),
            "role": _role(cues),
            "status": next((f.id for f in cues["status"]), None),
            "when": next((f.id for f in cues["when"]), None),
            "counting": bool(cues["count"]),
            "defining": bool(cues["term"]),
            "bare": bool(cues["term_bare"]),
        }

    def _said(self, sentence: Sentence, spoken: Lang) -> dict[str, Any]:
        """The words that say what or for whom, by field of the question."""
        spot, language = sentence.spot, self.vocabulary.language
        complement = self._table["complement"]
        opens = complement["words"]
        translated = self._glossaries[spoken].translate(sentence.words, spot)
        content = sentence.content(language.stop)
        # the one that carries out a whole plan says nothing of what is asked
        doors = self._table["door"]["institutions"]
        of_all = [spot.slot(f) for f in sentence.named["institutions"] if f.id in doors]
        if any(is_in(w, sentence.asking) for _, w in content):
            translated = [t for t in translated if any(a <= t.start < b for a, b in sentence.asking)]
        own = [
            self._slot(w, stem=True)
            for n, w in content
            if not spot.has(n, "marked") and not (spoken == "en" and self._is_foreign(n, w, sentence))
        ]
        own = [s for s in own if not _is_inside(s, of_all)] or own
        head = sentence.head(opens, language.stop)
        quiet = language.stop | frozenset(complement["mild"])
        # in English a verb may follow: "which shelters accept …"
        unknown = sentence.complements(opens, complement["links"] if spoken == "ro" else (), quiet)
        return {
            "words": (*own, *translated, *_marks(sentence)),
            "soft": self._soft(sentence),
            "rest": tuple(self._slot(w) for n, w in content if not spot.has(n, "named")),
            "helping": bool(sentence.cues["help"]) and not content,
            "head": self._slot(head, stem=True) if head else None,
            "complement": next((w for w in unknown if language.stem(w) not in self._slips.stems), None),
        }

    def _is_foreign(self, n: int, word: Word, sentence: Sentence) -> bool:
        """Whether a word of a name stands in no plan: "town", "hall"."""
        return sentence.spot.has(n, "named") and word.text not in self.frequency

    def _slot(self, word: Word, stem: bool = False) -> Slot:
        value = self.vocabulary.language.stem(word.text) if stem else word.text
        return Slot(value=value, start=word.start, end=word.end)

    def _soft(self, sentence: Sentence) -> tuple[str, ...]:
        """Stems of words that ask or name, and the institutions named."""
        spot, language = sentence.spot, self.vocabulary.language
        stems = [
            language.stem(w.text)
            for n, w in enumerate(sentence.words)
            if any(spot.has(n, name) for name in ("cue", "place", "marked")) and w.text not in language.stop
        ]
        institutions = [f"institutions:{f.id}" for f in sentence.named["institutions"]]
        return tuple(dict.fromkeys([*stems, *institutions]))


def _marks(sentence: Sentence) -> Iterator[Slot]:
    """Marks of what is named: "groups:children"."""
    for name, found in sentence.named.items():
        if name != "institutions":
            for slot in map(sentence.spot.slot, found):
                yield slot.model_copy(update={"value": f"{name}:{slot.value}"})


def _is_inside(slot: Slot, others: Iterable[Slot]) -> bool:
    return any(o.start <= slot.start and slot.end <= o.end for o in others)


def _glosses(sentence: Sentence) -> Iterator[Span]:
    """Words with a capital right before a bracket in which a name stands: "Born Angel (Născută Înger)"."""
    named = [f for name in ("institutions", "services") for f in sentence.named[name]]
    for found in named:
        opened = sentence.text[: sentence.words[found.start].start].rstrip()
        if not opened.endswith("("):
            continue
        first = found.start
        while first and sentence.words[first - 1].typed.istitle():
            first -= 1
        yield first, found.start


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _each_once(found: Iterable[Found]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f.id for f in found))


def _role(cues: Mapping[str, Sequence[Found]]) -> str | None:
    """The one role asked about; none when both are, or any part at all."""
    roles = {f.id for f in cues["role"]}
    return roles.pop() if len(roles) == 1 and all(f.id != "involved" for f in cues["ask"]) else None
