"""Titles as long as a screen lets them be."""

from __future__ import annotations


def shortened(text: str, most_chars: int | None) -> str:
    """A text that ends at a word, with an ellipsis, when it is longer than that.

    >>> shortened("Centru de zi pentru copii", 16)
    'Centru de zi…'
    """
    if most_chars is None or len(text) <= most_chars:
        return text
    cut = text[:most_chars].rsplit(" ", 1)[0].rstrip(" ,;:-–(")
    return f"{cut or text[: most_chars - 1]}…"
