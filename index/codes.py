"""Codes of measures, objectives and services, in the many ways they are printed and typed."""

from __future__ import annotations

import re

from index.language import fold
from index.language.stems import roman_number


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
