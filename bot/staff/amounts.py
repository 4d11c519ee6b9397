"""Numbers in what people type: in digits as Romanians or the English write them, and in letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from bot.staff.words import Token, Typed, Words

_DIGITS = re.compile(
    r"(?P<sign>(?<![\w.,)%-])[-−])?(?<![\w.,])(?P<digits>"
    r"[1-9][0-9]{0,2}(?: [0-9]{3})*(?: 0[0-9]{2})(?: [0-9]{3})*"  # 15 000: 000 is no number of its own
    r"|[0-9]+(?:[.,\u00a0\u202f'’][0-9]+)*)(?![0-9])"
)
_ROMANIAN = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_EITHER = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
"""1,250 is 1.25 to a Romanian and 1250 to the English."""
_GAPS = re.compile(r"[ \u00a0\u202f'’]")
_HUNDRED, _THOUSAND = 100, 1000
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True)
class Amount:
    """A number that was found."""

    value: float
    typed: str
    start: int
    end: int
    percent: bool = False
    """A per cent sign or word stands behind it."""
    english: float | None = None
    """What it is when its comma parts thousands, where that may be meant."""
    year: bool = False
    """It looks like a year."""
    article: bool = False
    """Only "un" or "o"."""


def find_amounts(typed: Typed, words: Words) -> tuple[Amount, ...]:
    """All numbers of a text, left to right; codes (1.1.1), dates and what follows a letter are none."""
    in_digits = list(_in_digits(typed))
    masked = typed.without((a.start, a.end) for a in in_digits)
    found = sorted((*in_digits, *_in_letters(masked, words)), key=lambda a: a.start)
    around = _around(words)
    return tuple(_with(amount, typed, words, *around) for amount in found)


def value_of(digits: str) -> float | None:
    """The value of digits with their points and commas; None for a code or a date.

    >>> value_of("1.250"), value_of("3,5"), value_of("1,250,000.5"), value_of("15 000"), value_of("1.2.3")
    (1250.0, 3.5, 1250000.5, 15000.0, None)
    """
    digits = _GAPS.sub("", digits)
    if _ROMANIAN.fullmatch(digits):
        return float(digits.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(digits) and not _EITHER.fullmatch(digits):
        return float(digits.replace(",", ""))
    return float(digits.replace(",", ".")) if _PLAIN.fullmatch(digits) else None


def _in_digits(typed: Typed) -> Iterator[Amount]:
    for match in _DIGITS.finditer(typed.plain):
        value = value_of(match["digits"])
        if value is None:
            continue
        either = _EITHER.fullmatch(match["digits"])
        yield Amount(
            value=-value if match["sign"] else value,
            typed=typed.text[match.start() : match.end()],
            start=match.start(),
            end=match.end(),
            english=float(match["digits"].replace(",", "")) if either else None,
            year=bool(_YEAR.fullmatch(match["digits"])),
        )


def _around(words: Words) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands around a number and changes it: "minus" before; "de mii" or "%" behind."""
    if "around" not in words.found:
        table = words.table["numbers"]
        times = words.pattern(t for t, value in table["times"].items() if value >= _THOUSAND)
        percent = words.pattern(table["words"]["percent"])
        words.found["around"] = (
            re.compile(rf"(?<![a-z])(?:{words.pattern(table['words']['negative'])})\s+$"),
            re.compile(rf"\s*(?:(?:{words.pattern(table['words']['of'])})\s+)?({times})(?![a-z])"),
            re.compile(rf"\s*(?:{percent})(?![a-z])"),
        )
    made: tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]] = words.found["around"]
    return made


def _with(
    amount: Amount,
    typed: Typed,
    words: Words,
    minus: re.Pattern[str],
    times: re.Pattern[str],
    percent: re.Pattern[str],
) -> Amount:
    """A number with the words around it that change it."""
    value, start, end, year = amount.value, amount.start, amount.end, amount.year
    if scale := times.match(typed.plain, end):
        value, end, year = value * words.table["numbers"]["times"][scale[1]], scale.end(), False
    if before := minus.search(typed.plain[:start]):
        value, start = -abs(value), before.start()
    if sign := percent.match(typed.plain, end):
        end, year = sign.end(), False
    return replace(
        amount, value=value, typed=typed.text[start:end], start=start, end=end, percent=bool(sign), year=year
    )


def _in_letters(typed: Typed, words: Words) -> Iterator[Amount]:
    """Numbers in letters: "douăzeci și trei", "o sută cinci", "niciun"."""
    table = words.table["numbers"]
    zero = {tuple(p.split()) for p in words.set_of("numbers", "words", "zero")}
    tokens = typed.tokens
    at = 0
    while at < len(tokens):
        end, value = _spelt(tokens, at, table)
        if value is None:
            said = next((z for z in zero if tuple(t.text for t in tokens[at : at + len(z)]) == z), None)
            end, value = (at + len(said), 0.0) if said else (at, None)
        article = value is None and tokens[at].text in table["words"]["articles"]
        if article:
            end, value = at + 1, 1.0
        if value is None:
            at += 1
            continue
        start, last = tokens[at].start, tokens[end - 1].end
        yield Amount(value, typed.text[start:last], start, last, article=article)
        at = end


def _spelt(tokens: tuple[Token, ...], at: int, table: dict[str, Any]) -> tuple[int, float | None]:
    """The longest number in letters that begins at a word: one after its last word, and its value."""
    total, group, last = 0, 0, 10**9
    begun, end = False, at
    while at < len(tokens):
        word = tokens[at].text
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if word in table["times"]:
            if not begun:
                break
            times = table["times"][word]
            if times >= _THOUSAND:
                total, group, last = total + max(group, 1) * times, 0, times
            else:
                group, last = group - group % 10 + group % 10 * times if group % 10 else group * times, times
        elif (value := table["units"].get(word, table["tens"].get(word))) is not None:
            if begun and not 0 < value < last:
                break
            group, last = group + value, 10 if value >= 20 else 1
        elif (
            word in table["words"]["articles"] and table["times"].get(following, 0) >= _HUNDRED and not group
        ):
            group, last = 1, 1
        elif begun and _goes_on(word, following, last, table):
            at += 1
            continue
        else:
            break
        begun, at = True, at + 1
        end = at
    return end, float(total + group) if begun else None


def _goes_on(word: str, following: str, last: int, table: dict[str, Any]) -> bool:
    """Whether a small word leads on to more of the number: "douăzeci și trei"; not "doi și trei"."""
    if word in table["words"]["of"]:
        return bool(table["times"].get(following, 0) >= _THOUSAND)
    value = table["units"].get(following, table["tens"].get(following))
    return word in table["words"]["links"] and value is not None and 0 < value < last
