"""Codes of measures, objectives and services, in the many ways they are printed and typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from index.language import fold
from index.language.stems import roman_number

DAY = re.compile(r"(?<!\d)\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\d)")
"""A whole date, which is no code."""
_SERVICE_CODE = re.compile(
    r"(?<!\d)(8\d{2,3})[\s-]?((?:CR|CZ|ID|CP)[A-Z]{0,3}(?:[\s-]{1,2}[A-Z]{1,3}\b)?(?:[\s-]{1,2}[IVX\d]+\b)?)",
    re.IGNORECASE,
)
"""A code of the national nomenclature: four digits and letters, in its many spellings."""
_MEASURE = r"(?<![\w.,])(?:m\.?\s?)?(?P<code>\d{1,2}(?:\.\s?\d{1,2}){1,2})(?![\w]|[.,]\d)"
_LETTER = r"(?<!\w)(?P<letter>[a-z]\.\d{1,2})(?!\w)"


def find_codes(text: str, heads: frozenset[str] = frozenset()) -> Iterator[tuple[str, int, int]]:
    """Codes in a text: plain form, start and end; those of services first.

    heads: letters that codes of objectives begin with, besides those of measures.

    >>> list(find_codes("O.S. 1.2 sau 8730 CR-V-I", frozenset({"os"})))
    [('8730crvi', 13, 24), ('os.1.2', 0, 8)]
    """
    services = list(_SERVICE_CODE.finditer(text))
    for match in services:
        yield service_code(match.group()), match.start(), match.end()
    rest = blank_out(text, [m.span() for m in (*services, *DAY.finditer(text))])
    for match in _pattern(heads).finditer(rest):
        yield plain_code(next(g for g in match.groups() if g)), match.start(), match.end()


@lru_cache
def _pattern(heads: frozenset[str]) -> re.Pattern[str]:
    """Codes of measures and objectives; dots and blanks may stand between a head's letters and its number."""
    number = r"(?:[ivx]+|\d{1,2})(?:\.\d{1,2})*"
    ways = [_MEASURE, _LETTER]
    for head in sorted(heads, key=lambda h: (-len(h), h)):
        letters = r"\.?\s?".join(head) if len(head) > 1 else head
        gap = r"\.?\s?" if len(head) > 1 else r"\.?"
        ways.append(rf"(?<!\w)({letters}{gap}{number})(?!\w)")
    return re.compile("|".join(ways), re.IGNORECASE)


def code_heads(codes: Iterable[str]) -> frozenset[str]:
    """Letters that printed codes begin with, also as initials, to be looked for in questions.

    >>> sorted(code_heads(["OS.II.2", "Direcția de Acțiune 2.2", "3.1.2"]))
    ['da', 'os']
    """
    forms = (form.split(".") for code in codes for form in code_forms(code))
    return frozenset(
        parts[0]
        for parts in forms
        if len(parts) > 1 and len(parts[0]) <= _HEAD_LETTERS and _is_head(parts[0])
    )


def _is_head(letters: str) -> bool:
    return letters.isalpha() and not roman_number(letters)


def blank_out(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with blanks in place of some spans, as long as before."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


_HEAD_LETTERS = 3


def plain_code(code: str) -> str:
    """A code in one form: its numbers and letters with dots between, without a measure's leading M.

    >>> plain_code("M3.1.2."), plain_code("1.2 1"), plain_code("O.S.1.3"), plain_code("D.5")
    ('3.1.2', '1.2.1', 'os.1.3', 'd.5')
    """
    parts = re.findall(r"[a-z]+|\d+", fold(code))
    if len(parts) > 1 and parts[0] == "m" and parts[1].isdigit():
        parts = parts[1:]
    if parts[:2] == ["o", "s"]:
        parts = ["os", *parts[2:]]
    return ".".join(parts)


def code_forms(code: str) -> set[str]:
    """The plain forms under which people may ask for a printed code: whole, number alone, with initials.

    >>> sorted(code_forms("Direcția de Acțiune 2.2"))
    ['2.2', 'da.2.2', 'directia.de.actiune.2.2']
    >>> sorted(code_forms("OS.II.2"))
    ['ii.2', 'os.ii.2']
    """
    whole = plain_code(code)
    parts = whole.split(".")
    at = next(
        (n for n, p in enumerate(parts) if p.isdigit() or (roman_number(p) and len(parts) > 1)), len(parts)
    )
    forms = {whole}
    number, words = parts[at:], [w for w in parts[:at] if len(w) > 2]
    while number and not (number[-1].isdigit() or roman_number(number[-1])):
        number = number[:-1]
    if number:
        forms.add(".".join(number))
        if len(words) > 1:
            forms.add(".".join(["".join(w[0] for w in words), *number]))
    bracketed = re.search(r"\(([A-Z]+)\s?(\d+)\)", code)
    if bracketed:
        forms.add(f"{bracketed[1].lower()}.{bracketed[2]}")
        forms.discard(".".join(number))
    return forms


def service_code(code: str) -> str:
    """A code of the national nomenclature by its letters and digits alone.

    >>> service_code("8730 CR-V-I"), service_code("8790CR-II")
    ('8730crvi', '8790crii')
    """
    return "".join(re.findall(r"[a-z0-9]", fold(code)))
