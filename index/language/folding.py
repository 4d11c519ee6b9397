"""Letters: one path from Romanian as people type it to the form that is compared.

NFC, then cedillas to commas (ş→ș, ţ→ț), then letters without diacritics, lower case.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from unidecode import unidecode

_COMMA = str.maketrans({"ş": "ș", "Ş": "Ș", "ţ": "ț", "Ţ": "Ț"})
_OLD_I = re.compile(
    r"(?<!\bre)(?<!\bne)(?<!\bpre)(?<!\bsub)(?<!\bbine)(?<=[a-zăâșțA-ZĂÂȘȚ])[îÎ](?=[a-zăâșțA-ZĂÂȘȚ])"
)
"""î inside a word, as it was written before 1993 and by many still: bătrîn."""
_BARE = str.maketrans("ăâîșțĂÂÎȘȚ", "aaistAAIST")
_FOLDED = re.compile(r"[a-z0-9%]+")
_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W_]+|%")


def comma_letters(text: str) -> str:
    """Composed text with ș and ț in place of the cedilla letters.

    >>> comma_letters("Ţinta judeţului Iaşi")
    'Ținta județului Iași'
    """
    return unicodedata.normalize("NFC", text).translate(_COMMA)


def readable(text: str) -> str:
    r"""Text in which bytes that are no UTF-8 stand as the replacement character.

    >>> readable("Ia\udcffi")
    'Ia\ufffdi'
    """
    if text.isascii():
        return text
    return text.encode("utf-8", "surrogateescape" if _is_escaped(text) else "replace").decode(
        "utf-8", "replace"
    )


def _is_escaped(text: str) -> bool:
    """Whether all lone surrogates stand for bytes, as the interpreter writes what it cannot read."""
    return all("\udc80" <= c <= "\udcff" for c in text if "\ud800" <= c <= "\udfff")


def fold(text: str) -> str:
    """Lower case without diacritics; everything that is no letter or digit becomes one space.

    >>> fold("Măsura 3.1.2 — DGASPC Iaşi"), fold("bătrîn")
    ('masura 3 1 2 dgaspc iasi', 'batran')
    """
    # a whole message is not kept, not even in memory: a question lives as long as its answer takes
    return _folded(text) if " " in text else _folded_word(text)


def _folded(text: str) -> str:
    plain = text if text.isascii() else _without_diacritics(comma_letters(text))
    return " ".join(_FOLDED.findall(plain.lower()))


def _without_diacritics(text: str) -> str:
    if "î" in text or "Î" in text:
        text = _OLD_I.sub("â", text)
    bare = text.translate(_BARE)
    # letters of other languages are rare, and take much longer
    return bare if bare.isascii() else unidecode(bare)


@lru_cache(maxsize=32768)
def _folded_word(word: str) -> str:
    return _folded(word)


def plain(text: str) -> str:
    """Lower case without diacritics, one character for each, so that spans still fit.

    >>> plain("Șapte Școli")
    'sapte scoli'
    """
    out = []
    for char in unicodedata.normalize("NFC", text):
        base = unidecode(char.translate(_COMMA)).lower()
        out.append(base if len(base) == 1 else char.lower()[:1] if char else " ")
    return "".join(out)


def printed_words(text: str) -> list[str]:
    """Words of a text as printed, in order, composed; numbers keep their inner dots.

    >>> printed_words("29 AMP atestaţi")
    ['29', 'AMP', 'atestați']
    """
    return _WORD.findall(comma_letters(text))


def words(text: str) -> list[str]:
    """Words of a text in lower case, as `printed_words` finds them.

    >>> words("Nr. copii: 1.080 (10%)")
    ['nr', 'copii', '1.080', '10', '%']
    """
    return _WORD.findall(comma_letters(text).lower())
