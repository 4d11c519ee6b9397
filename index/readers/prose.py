"""What stands between the tables: passages of prose, and the acronyms a plan explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.readers.draft import Draft, Place, SourceText, clean, flat
from index.readers.tables import is_rule

_SHORTEST_PASSAGE_CHARS = 30
"""Shorter lines are signatures, page numbers and captions."""
_MARKDOWN_HEADING = re.compile(r"^(#+)\s+(.*)")
_IN_BRACKETS = re.compile(r"\(([A-ZĂÂÎȘȚ][A-Za-zĂÂÎȘȚăâîșț]?[A-ZĂÂÎȘȚ]+(?:\s*/\s*[A-ZĂÂÎȘȚ]{2,})*)\)")
_DASHED = re.compile(r"\b([A-ZĂÂÎȘȚ]{3,})\s?[-–]\s?([A-ZĂÂÎȘȚ][^\t;.()]{8,120})")
_SMALL = {
    "a",
    "al",
    "ale",
    "ai",
    "de",
    "din",
    "la",
    "în",
    "in",
    "și",
    "si",
    "pentru",
    "cu",
    "pe",
    "privind",
    "prin",
    "of",
    "for",
}
_WORDS_BACK = 14
"""How far before its brackets an acronym's words may begin."""


def read_passages(source: SourceText, used: set[int], skip: list[re.Pattern[str]]) -> Iterator[Draft]:
    """Drafts of the paragraphs that no other reader used, under the document's own headings."""
    headings: list[tuple[int, str, Place]] = []
    for number, line in enumerate(source.lines, 1):
        text = flat(clean(" — ".join(cell for cell in line.split("\t") if cell.strip())))
        text = text.replace("*", "").strip("-–➤•☞ ").strip()
        if is_rule(line) or any(p.search(flat(clean(line))) for p in skip):
            continue
        heading = _MARKDOWN_HEADING.match(line)
        if heading and text:
            depth = len(heading.group(1))
            headings = [h for h in headings if h[0] < depth]
            headings.append((depth, text, Place(number)))
            continue
        if number in used or len(text) < _SHORTEST_PASSAGE_CHARS:
            continue
        draft = Draft("passage", (number, number))
        draft.put("title", text, (Place(number),))
        draft.fields["path"] = tuple(h[1] for h in headings)
        for depth, (_, _, place) in enumerate(headings):
            draft.places[f"path.{depth}"] = (place,)
        yield draft


def read_terms(source: SourceText) -> Iterator[Draft]:
    """Drafts of the acronyms a plan explains: "căsuțe de tip familial (CTF)", "FONSS - Federația …"."""
    seen: set[str] = set()
    for number, line in enumerate(source.lines, 1):
        for cell in line.split("\t"):
            text = flat(clean(cell))
            for acronym, words in [*_bracketed(text), *_dashed(text)]:
                if acronym not in seen:
                    seen.add(acronym)
                    yield _term(acronym, words, (number, number))
    for number in range(1, len(source.lines)):
        two = (
            flat(clean(f"{source.line(number)} {source.line(number + 1)}"))
            if source.line(number).strip()
            else ""
        )
        for acronym, words in _bracketed(two):
            if acronym not in seen and f"({acronym}" not in source.line(number):
                seen.add(acronym)
                yield _term(acronym, words, (number, number + 1))


def _term(acronym: str, words: str, lines: tuple[int, int]) -> Draft:
    draft = Draft("term", lines)
    places = tuple(Place(n) for n in range(lines[0], lines[1] + 1))
    draft.put("code", acronym, places)
    draft.put("title", words, places)
    return draft


def _bracketed(text: str) -> Iterator[tuple[str, str]]:
    for match in _IN_BRACKETS.finditer(text):
        before = text[: match.start()].split()[-_WORDS_BACK:]
        acronyms = [a.strip() for a in match.group(1).split("/")]
        for acronym in acronyms:
            words = _spelled(acronym, before, len(acronyms))
            if words:
                yield acronym, words


def _spelled(acronym: str, before: list[str], alternatives: int) -> str | None:
    """The last words whose first letters spell the acronym, small words left out.

    With alternatives, "Serviciului Public/ Direcției de Asistență Socială (SPAS/ DAS)", the heads before the
    slashes are tried with the common tail.
    """
    for start in range(len(before) - 1, -1, -1):
        if _spells(before[start:], acronym):
            words = " ".join(before[start:]).strip(' ,;„”"')
            return words if ")" in words else words.lstrip("(")
    if alternatives > 1:
        parts = " ".join(before).split("/")
        tail = parts[-1].split()
        for head in parts[:-1]:
            for cut in range(1, len(tail)):
                for begin in range(len(head.split())):
                    chosen = [*head.split()[begin:], *tail[cut:]]
                    if _spells(chosen, acronym):
                        return " ".join(chosen).strip(" ,;")
    return None


def _spells(words: list[str], acronym: str) -> bool:
    letters = [w.strip("„”\"'(,") for w in words]
    if not letters or not letters[0] or letters[0].lower() in _SMALL:
        return False
    first = "".join(part[0] for w in letters if w.lower() not in _SMALL for part in w.split("-") if part)
    return len(first) >= 2 and first.upper() == acronym.upper()


def _dashed(text: str) -> Iterator[tuple[str, str]]:
    for match in _DASHED.finditer(text):
        words = match.group(2).split()
        for end in range(len(words), 1, -1):
            first = "".join(w[0] for w in words[:end] if w.lower() not in _SMALL)
            if first.upper() == match.group(1).upper():
                yield match.group(1), " ".join(words[:end]).strip(" ,;")
                break
