"""A sentence on the way to a question: its words, what was found in them, and what they are taken as."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from index.phrases import Found
from index.places import PlaceFound
from index.question import Slot
from index.spans import Span, Spots, Word, asking_sentences, is_in

_PAUSE = re.compile(r"[.,;:!?()–—-]")
"""Between two words: the second does not belong to the first."""

Named = dict[str, list[Found]]
"""Phrases found, by topic of the vocabulary or table of `questions.toml`."""


@dataclass(frozen=True)
class Sentence:
    """What the vocabulary, the ways of asking and the places find in words."""

    text: str
    """As typed, in letters with commas."""
    words: list[Word]
    """Typing slips mended; codes left out."""
    named: Named
    cues: Named
    places: list[tuple[PlaceFound, str]]
    """Each with its name and county: "Iași/IS"."""
    spot: Spots

    @cached_property
    def folded(self) -> list[str]:
        """The words alone."""
        return [w.text for w in self.words]

    @cached_property
    def asking(self) -> list[Span]:
        """Spans of the sentences that ask, when there are several."""
        cues = self.cues
        return asking_sentences(self.text, self.words, [*cues["ask"], *cues["count"]], cues["kind"])

    def content(self, stop: Collection[str]) -> list[tuple[int, Word]]:
        """The words that say what or for whom: those of the sentences that ask, and all names.

        stop: words without meaning, which count only inside a name.
        """
        said = [
            (n, w)
            for n, w in enumerate(self.words)
            if self.spot.is_content(n)
            and len(w.text) > 1
            and (w.text not in stop or self.spot.has(n, "named"))
        ]
        kept = [(n, w) for n, w in said if self.spot.has(n, "named") or is_in(w, self.asking)]
        return kept if self._asks_alone([n for n, w in kept if is_in(w, self.asking)]) else said

    def _asks_alone(self, content: Sequence[int]) -> bool:
        """Whether the sentences that ask say what they ask about, and the others may be left out.

        "Ce se construiește la Grajduri?" does; "…: ce instituție răspunde?" does not.
        """
        places = any(is_in(self.words[p.start], self.asking) for p, _ in self.places)
        kinds = any(is_in(self.words[f.start], self.asking) for f in self.cues["kind"])
        named = any(self.spot.has(n, "named") for n in content)
        return len(content) > 1 or named or (places and (kinds or bool(content)))

    def is_unrecognised(self, n: int, stop: Collection[str]) -> bool:
        """Whether a word says what or for whom, and nothing recognised it."""
        return self.spot.is_content(n) and not self.spot.has(n, "named") and self.folded[n] not in stop

    def head(self, opens: Collection[str], stop: Collection[str]) -> Word | None:
        """The word before "pentru" and a group, when nothing recognised it.

        opens: "pentru" in its spellings.
        """
        for group in self.named["groups"]:
            at = group.start - 2
            if at >= 0 and self.folded[at + 1] in opens and self.is_unrecognised(at, stop):
                return self.words[at]
        return None

    def complements(self, opens: Collection[str], links: Collection[str], stop: Collection[str]) -> list[str]:
        """Words after "pentru", or right after a kind of service ("centru de …"), that nothing recognised.

        links: small words that may stand between a kind and the word; without any, none is looked for.
        """
        after = [n for n in range(1, len(self.words)) if self.folded[n - 1] in opens]
        kinds = [*self.named["services"], *(f for f in self.cues["kind"] if f.id == "service")]
        for found in kinds if links else ():
            at = found.end
            while at < len(self.words) and self.folded[at] in links:
                at += 1
            if (
                at < len(self.words)
                and len(self.folded[at]) > 2
                and not _PAUSE.search(self._between(found.end - 1, at))
            ):
                after.append(at)
        return [self.folded[n] for n in after if self.is_unrecognised(n, stop)]

    def _between(self, first: int, last: int) -> str:
        """The text from the end of one word to the beginning of another."""
        return self.text[self.words[first].end : self.words[last].start]

    def place_slots(self) -> tuple[Slot, ...]:
        """The places of the sentences that ask; all of them when those name none."""
        asked = [(p, v) for p, v in self.places if is_in(self.words[p.start], self.asking)]
        return tuple(
            Slot(value=v, start=self.words[p.start].start, end=self.words[p.end - 1].end)
            for p, v in asked or self.places
        )
