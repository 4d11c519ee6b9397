"""Whether a note looks as if it held personal data: such a note is asked about before it is kept.

Looks only at shapes and at words of `reports.toml`; it can be wrong both ways, so the person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from bot.staff.words import Typed, Words
from index import fold

Personal = Literal["cnp", "phone", "name-diagnosis", "address"]
_CNP = re.compile(r"(?<![\w.,])[1-9]\d{12}(?!\w)")
_SPACED_CNP = re.compile(r"(?<![\w.,])[1-9](?:[ .-]?\d){12}(?!\w)")
_CNP_WEIGHTS = (2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9)
"""Of the twelve digits before the control digit; their sum modulo 11 is that digit, 10 counts as 1."""
_PHONE = re.compile(r"(?<![\w.,])(?:(?:\+|00)?4\s?0|0)[\s.\-/()]*[237](?:[\s.\-/()]*\d){8}(?!\w)")
"""Romanian telephones: ten digits from 0, the second 2 or 3 at home, 7 in a pocket; helplines have 8."""
_DAY = re.compile(r"(?<!\d)(?:\d{1,2}[./-])?\d{1,2}[./-](?:19|20)\d\d(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NAME = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEAD = ""
"""Opens the row of words that follow "Asociația": they are its name."""
_NAME_WORDS = 2
"""Capitalised words in a row that may be a full name."""


def looks_personal(text: str, words: Words) -> Personal | None:
    """What looks like personal data in a text; `address` is an e-mail address or a flat."""
    typed = Typed.of(text)
    if _has_cnp(typed.plain):
        return "cnp"
    if _PHONE.search(typed.without(m.span() for m in _DAY.finditer(typed.plain)).plain):
        return "phone"
    if _MAIL.search(typed.plain) or _flat(words).search(typed.plain):
        return "address"
    named = _tells_condition(typed, words) and any(_full_names(typed, words))
    return "name-diagnosis" if named else None


def _flat(words: Words) -> re.Pattern[str]:
    """A street or block, and a flat in it: somebody's home."""
    table = words.table["personal"]
    streets, flats = words.pattern(table["streets"]), words.pattern(table["flats"])
    return re.compile(rf"\b(?:{streets})\b.{{1,60}}\b(?:{flats})\b")


def _has_cnp(plain: str) -> bool:
    """Whether 13 digits stand in a row, or parted ones that a control digit shows to be a CNP."""
    if _CNP.search(plain):
        return True
    return any(_is_cnp(re.sub(r"\D", "", match.group())) for match in _SPACED_CNP.finditer(plain))


def _is_cnp(digits: str) -> bool:
    total = sum(int(d) * weight for d, weight in zip(digits, _CNP_WEIGHTS, strict=False))
    return int(digits[-1]) == (1 if total % 11 == 10 else total % 11)


def _tells_condition(typed: Typed, words: Words) -> bool:
    """Whether a text names an illness, a disability or a harm done to somebody."""
    said = f" {fold(typed.text)} "
    return any(f" {fold(start)}" in said for start in words.table["personal"]["conditions"])


def _full_names(typed: Typed, words: Words) -> Iterator[str]:
    """Rows of capitalised words that are nothing known to us, nor what an institution is called."""
    stop = words.index.vocabulary.stop.values()
    no_names = words.set_of("personal", "no_names").union(*stop)
    leads = words.set_of("personal", "organisations")
    rows: list[list[str]] = [[]]
    last = 0
    for match in _NAME.finditer(typed.text):
        word = match.group()
        if typed.text[last : match.start()].strip() or not word[0].isupper() or fold(word) in no_names:
            rows.append([])
        if fold(word) in leads:
            rows.append([_LEAD])
        elif word[0].isupper() and fold(word) not in no_names:
            rows[-1].append(word)
        last = match.end()
    return (" ".join(row) for row in rows if len(row) >= _NAME_WORDS and _is_person(row, words))


def _is_person(row: list[str], words: Words) -> bool:
    """Whether capitalised words are neither a place, nor an institution, nor what one is called."""
    folded = fold(" ".join(row)).split()
    placed = sum(found.end - found.start for found in words.index.places.find(folded))
    institutions = any(True for _ in words.index.vocabulary.institutions.phrases.find(folded))
    return row[0] != _LEAD and placed < len(folded) and not institutions
