"""Two services of two places in one message: "centru de zi în Urziceni și cămin la Movila"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from index.intents.base import Found
from index.intents.names import answer_named
from index.intents.services import answer_services
from index.question import Question
from index.scope import Scope

_LINKS = re.compile(r"(?:,|;|\b(?:și|si|şi|iar|and)\b)", re.IGNORECASE)
"""Where one part ends and the next begins."""


def answer_parts(scope: Scope) -> Found | None:
    """What each part asks for, when every part is answered on its own; None when the message has no parts."""
    found = [_answer(part, scope) for part in _parts(scope)]
    if len(found) < 2 or not all(f and f.outcome == "answered" for f in found):
        return None
    whole = [f for f in found if f]
    records = {r.id: r for f in whole for r in f.records}
    asks = tuple(dict.fromkeys(ask for f in whole for ask in f.asks))
    return replace(whole[0], records=list(records.values()), asks=asks, total=None)


def _answer(part: Question, scope: Scope) -> Found | None:
    own = replace(scope, question=part)
    return answer_named(own) or answer_services(own)


def _parts(scope: Scope) -> list[Question]:
    """The message cut between its services; none when they are not said of places of their own."""
    question = scope.question
    if len({s.value for s in question.services}) < 2 or not question.places or question.codes:
        return []
    parse = scope.index.reader.parse
    first, *others = _pieces(question)
    parts = [parse(first, question.lang)]
    opening = [p for p in parts[0].places if p.start < min((s.start for s in parts[0].services), default=0)]
    frame = "".join(f"{first[p.start : p.end]}: " for p in opening)
    parts += [parse(frame + piece, question.lang) for piece in others]
    places = [{p.value for p in part.places} for part in parts]
    apart = all(part.services for part in parts) and all(places) and len(set(map(frozenset, places))) > 1
    return [_with_asks(part, question) for part in parts] if apart else []


def _pieces(question: Question) -> Iterator[str]:
    """The text cut at the last link between each service and the next."""
    text, begin = question.text, 0
    services = sorted(question.services, key=lambda s: s.start)
    for one, other in pairwise(services):
        links = list(_LINKS.finditer(text, one.end, other.start))
        if links:
            yield text[begin : links[-1].start()]
            begin = links[-1].end()
    yield text[begin:]


def _with_asks(part: Question, question: Question) -> Question:
    """A part with what was asked of the whole, when it asks nothing itself."""
    return part if part.asks else part.model_copy(update={"asks": question.asks})
