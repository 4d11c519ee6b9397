"""Plain text → HTML for Telegram, and pages that fit into one message."""

from __future__ import annotations

import re
from html import escape

from bot.limits import MAX_TEXT_CHARS, text_chars

_NUMBER = re.compile(r"\b(112|119)\b")


def as_html(text: str, numbers: bool = False) -> str:
    """A text with its first line in bold; whatever looks like markup in it is shown as typed.

    numbers: emergency numbers too short to be seen as telephone numbers can be tapped and copied.

    >>> as_html("Casa <b>\\nA & B")
    '<b>Casa &lt;b&gt;</b>\\nA &amp; B'
    """
    first, line_end, others = escape(text, quote=False).partition("\n")
    out = f"<b>{first}</b>{line_end}{others}" if first.strip() else f"{first}{line_end}{others}"
    return _NUMBER.sub(r"<code>\1</code>", out) if numbers else out


def pages(text: str, most_chars: int = MAX_TEXT_CHARS) -> list[str]:
    """A text in parts of at most so many characters, parted at line ends, else between words; at least one.

    Nothing is lost: all words come back, once and in order. A single word longer than a page is cut.
    """
    if text_chars(text) <= most_chars:
        return [text]
    out: list[str] = []
    page: list[str] = []
    for line in text.split("\n"):
        for piece in _pieces(line, most_chars):
            if page and text_chars("\n".join([*page, piece])) > most_chars:
                out.append("\n".join(page))
                page = []
            page.append(piece)
    return [*out, "\n".join(page)]


def _pieces(line: str, most_chars: int) -> list[str]:
    """A line in parts that fit, between words where possible."""
    if text_chars(line) <= most_chars:
        return [line]
    out, piece = [], ""
    for word in line.split(" "):
        longer = f"{piece} {word}" if piece else word
        if text_chars(longer) <= most_chars:
            piece = longer
            continue
        if piece:
            out.append(piece)
        piece = word
        while text_chars(piece) > most_chars:
            cut = most_chars // 2
            out.append(piece[:cut])
            piece = piece[cut:]
    return [*out, piece]
