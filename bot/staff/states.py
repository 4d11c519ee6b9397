"""Done, partly or not done: read from what people write about a thing, with its negations and slips."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from rapidfuzz.distance import OSA

from bot.staff.engine import Line
from bot.staff.figures import find_shares
from bot.staff.refusals import Refusal
from bot.staff.shapes import Done, Value
from bot.staff.words import Token, Typed, Words, find_phrases
from index import fold

_NEGATED_WORDS = 5
"""So far a negation reaches: "nu am reușit să fie gata"."""
_SHORTEST_MENDED_CHARS = 6
"""Shorter words are one slip away from too many others."""
_CUT = re.compile(r"\s*(?:[:;,.!?\n]|\s[-–—]\s)\s*")
_ENDINGS = ("", "a", "e", "i")
"""Of a participle, by gender and number: realizat, realizată, realizate, realizați."""
_ALL = 100

Found = Done | Literal["both"]
Mark = Literal["yes", "no", "done", "begun", "partly", "not-done"]
"""What a phrase tells; "yes" and "no" only when nothing else does."""


def read_state(typed: Typed, standing: bool, words: Words) -> Value | Refusal:
    """The state that a text tells.

    standing: words may stand beside it and are kept: "parțial: lipsesc fondurile".
    """
    cut = _CUT.search(typed.text)
    head = Typed.of(typed.text[: cut.start()]) if cut else typed
    rest = typed.text[cut.end() :].strip() if cut else ""
    told = None
    if standing and not _goes_against(rest, words):
        told = find_state(head, words)
    told = told or find_state(typed, words)
    if told is None or told == "both":
        return Refusal(Line("value-state-both" if told else "value-no-state", {"typed": typed.shown}))
    if not standing:
        return Value(kind="state", done=told)
    plain_head = find_state(head, words) == told and not _beside(head, words)
    return Value(kind="state", done=told, text=(rest or None) if plain_head else typed.text)


def find_state(typed: Typed, words: Words) -> Found | None:
    """The state that the words of a text tell; "both" when they contradict each other."""
    phrases = _phrases(words)
    tokens = [_mended(token, words) for token in typed.tokens]
    found = list(find_phrases(tokens, phrases))
    if any(meaning == "unknown" for *_, meaning in found):
        return None
    clauses = _clauses(typed, tokens, found)
    marks = {mark for clause in clauses for mark in _marks(clause, tokens, typed)}
    marks |= set(map(_of_share, find_shares(typed, words)))
    return _told(marks)


def nothing_phrases(words: Words) -> Mapping[tuple[str, ...], str]:
    """Phrases that say that there is nothing to report; of `alone` when they are all that is said."""
    if "nothing" not in words.found:
        table = words.table["nothing"]
        words.found["nothing"] = {
            tuple(fold(p).split()): name for name in ("alone", "phrases") for p in table[name]
        }
    made: Mapping[tuple[str, ...], str] = words.found["nothing"]
    return made


def state_spans(typed: Typed, words: Words) -> list[tuple[int, int]]:
    """Where a text tells a state, or that there is nothing to report: from its first word to its last."""
    tokens = [_mended(token, words) for token in typed.tokens]
    nothing = [n for n in find_phrases(tokens, nothing_phrases(words)) if n[2] == "phrases"]
    told = [s for s in find_phrases(tokens, _phrases(words)) if s[2] not in ("break", "unknown", "wholly")]
    found = nothing or (told if find_state(typed, words) else [])
    return [(tokens[found[0][0]].start, tokens[found[-1][1] - 1].end)] if found else []


def _told(marks: set[Mark]) -> Found | None:
    """One state of what the words of a text tell."""
    if not marks:
        return None
    if "partly" in marks or ("begun" in marks and "done" not in marks):
        return "partly"
    if "not-done" in marks:
        return "both" if marks & {"yes", "done"} else "not-done"
    return "done" if marks & {"yes", "done"} else "not-done"


def _of_share(percent: float) -> Mark:
    return "done" if percent >= _ALL else "partly" if percent > 0 else "not-done"


Span = tuple[int, int, str]


def _clauses(typed: Typed, tokens: list[Token], found: list[Span]) -> Iterator[list[Span]]:
    """What was found, cut where a negation ends: at a comma, at "dar"."""
    cuts = [m.start() for m in _CUT.finditer(typed.text)]
    clause: list[Span] = []
    for span in found:
        start = tokens[span[0]].start
        if (clause and any(tokens[clause[-1][0]].start < cut <= start for cut in cuts)) or span[2] == "break":
            yield clause
            clause = []
        if span[2] != "break":
            clause.append(span)
    yield clause


def _marks(clause: list[Span], tokens: list[Token], typed: Typed) -> Iterator[Mark]:
    """What the phrases of one clause tell."""
    denied: int | None = None
    used = True
    for first, end, meaning in clause:
        if meaning == "negation":
            denied, used = end, False
            continue
        near = denied is not None and first - denied < _NEGATED_WORDS
        used = used or near
        if meaning == "wholly":
            yield "partly" if near else "done"
        elif meaning in ("done", "begun", "partly"):
            yield "not-done" if near else meaning  # type: ignore[misc]
        else:
            yield meaning  # type: ignore[misc]
    if denied is not None and not used:
        # "nu, lipsesc fondurile" says it, "nu avem fonduri" only when nothing else is said
        after = typed.plain[tokens[denied - 1].end :]
        if not after.strip() or _CUT.match(after):
            yield "not-done"
        elif tokens[clause[0][0]].start == 0:
            yield "no"


def _phrases(words: Words) -> Mapping[tuple[str, ...], str]:
    """What phrases tell, by their words."""
    if "state" not in words.found:
        table = words.table["state"]
        said: dict[str, list[str]] = {name: list(table[name]) for name in ("yes", "done", "begun", "partly")}
        for name in ("done", "begun"):
            said[name] += [p + ending for p in table["participles"][name] for ending in _ENDINGS]
        said |= {"not-done": table["not-done"], "negation": table["negations"], "break": table["breaks"]}
        said |= {"unknown": table["unknown"], "wholly": table["wholly"]}
        words.found["state"] = {
            tuple(fold(phrase).split()): name for name, phrases in said.items() for phrase in phrases
        }
    made: Mapping[tuple[str, ...], str] = words.found["state"]
    return made


def _mended(token: Token, words: Words) -> Token:
    """A word with one slip mended, when nobody else knows it: "realziat"."""
    reader = words.index.reader
    known = (reader.frequency, *reader.common.values())
    if len(token.text) < _SHORTEST_MENDED_CHARS or any(token.text in held for held in known):
        return token
    single = [phrase[0] for phrase in _phrases(words) if len(phrase) == 1]
    if token.text in single:
        return token
    near = [
        word
        for word in single
        if len(word) >= _SHORTEST_MENDED_CHARS - 1 and OSA.distance(word, token.text, score_cutoff=1) <= 1
    ]
    return token._replace(text=near[0]) if near else token


def _beside(head: Typed, words: Words) -> bool:
    """Whether a text says more than a state."""
    tokens = [_mended(token, words) for token in head.tokens]
    taken = {n for first, end, _ in find_phrases(tokens, _phrases(words)) for n in range(first, end)}
    small = words.set_of("state", "small")
    return any(n not in taken and token.text not in small for n, token in enumerate(tokens))


def _goes_against(rest: str, words: Words) -> bool:
    """Whether what follows a state takes some of it back: "da, dar nu tot"."""
    return fold(rest).partition(" ")[0] in words.set_of("state", "breaks")
