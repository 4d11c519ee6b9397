"""Write data/words/ro.txt and en.txt: common words, so that a typing slip is told from a word.

For development only: the words come from the PyPI package `wordfreq` (data CC BY-SA 4.0), which no part
of the program depends on. Run it where that is installed:

    make words
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from unidecode import unidecode

FOLDER = Path(__file__).resolve().parent.parent / "data" / "words"
MOST = {"ro": 20_000, "en": 8_000}
"""So many of a language's most frequent words; rarer ones are as likely slips as words."""
SHORTEST_CHARS = 4
"""Shorter words are never mended."""


def common_words(lang: str) -> list[str]:
    """A language's common words, lower case without diacritics, each once, in order of the alphabet."""
    top = import_module("wordfreq").top_n_list(lang, MOST[lang])
    folded = {unidecode(word).lower() for word in top}
    return sorted(
        word for word in folded if word.isalpha() and word.isascii() and len(word) >= SHORTEST_CHARS
    )


def main() -> None:
    """Write both files."""
    for lang in MOST:
        (FOLDER / f"{lang}.txt").write_text("\n".join(common_words(lang)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
