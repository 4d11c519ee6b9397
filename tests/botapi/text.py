"""What Telegram does to a text before anyone sees it: trims and measures it, finds links and commands."""

from __future__ import annotations

import re

from tests.botapi.calls import Call, Json, bad
from tests.botapi.formatting import Formatted, outer_first, parse_html, utf16_units

MESSAGE_CHARS = 4096
"""Longest message, in characters (code points) once its tags are read. Source: sendMessage."""
CAPTION_CHARS = 1024
"""Longest caption. Source: sendPhoto."""
MAX_ENTITIES = 100
"""Telegram forgets the formatting behind them."""
_SOURCE_BYTES = 1 << 15
_FOUND = (
    ("url", re.compile(r"(?i)(?<![\w@/.])https?://[^\s<>\"]*[^\s<>\".,;:!?)\]”]")),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")),
    ("url", re.compile(r"(?i)(?<![\w@/.-])(?:[a-z0-9-]+\.)+(?:ro|com|org|net|eu|info)\b(?:/[^\s<>\"]*\w)?")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])")),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z0-9_]{2,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#/])#(?=\w*[^\W\d])\w{1,255}")),
)
"""What is found without tags, the first wins; the endings of hosts are those our texts use."""


def parse_text(call: Call, field: str = "text") -> Formatted:
    """A parameter with its parse mode. Raises Refusal where it is too long or its tags are wrong.

    Not built: the two Markdown modes (the bot writes HTML) and entities given apart from the text.
    """
    return parse_source(call.text(field), call.text("parse_mode"))


def parse_source(source: str, parse_mode: str) -> Formatted:
    """Text and entities. Raises Refusal as `parse_text` does."""
    if len(source.encode()) > _SOURCE_BYTES:
        raise bad("text is too long")
    source = re.sub(r"[\r\u2028-\u202e]", "", source)
    if parse_mode.lower() not in {"", "none", "html"}:
        raise bad("unsupported parse_mode")
    return parse_html(source) if parse_mode.lower() == "html" else Formatted(source, [])


def finish_text(parsed: Formatted, max_chars: int, too_long: str) -> Formatted:
    """The text as it is shown: trimmed, with entities Telegram adds. Raises Refusal where it is too long."""
    shown = _trimmed(parsed)
    if len(shown.text) > max_chars:
        raise bad(too_long)
    return shown


def finish_message(parsed: Formatted, too_long: str = "message is too long") -> Formatted:
    """As `finish_text`, for a message, which may not be empty either."""
    shown = finish_text(parsed, MESSAGE_CHARS, too_long)
    if not shown.text:
        raise bad("text must be non-empty")
    return shown


def typed(text: str) -> Formatted:
    """A text as a person's own app sends it."""
    return _trimmed(Formatted(text, []))


def _trimmed(parsed: Formatted) -> Formatted:
    text = re.sub(r"[\x00-\x09\x0b-\x1f]", " ", parsed.text).rstrip(" \n")
    first = min((entity["offset"] for entity in parsed.entities), default=len(text))
    cut = min(len(text) - len(text.lstrip(" \n")), first)
    text = text[cut:]
    units = utf16_units(text)
    entities = []
    for entity in parsed.entities:
        offset = entity["offset"] - cut
        if offset < units:
            entities.append({**entity, "offset": offset, "length": min(entity["length"], units - offset)})
    return _with_found(Formatted(text, entities))


def _with_found(parsed: Formatted) -> Formatted:
    opaque = {"code", "pre", "text_link", "custom_emoji"}
    taken = [(e["offset"], e["offset"] + e["length"]) for e in parsed.entities if e["type"] in opaque]
    entities = list(parsed.entities)
    for kind, pattern in _FOUND:
        for hit in pattern.finditer(parsed.text):
            start = utf16_units(parsed.text[: hit.start()])
            end = start + utf16_units(hit[0])
            if all(end <= low or start >= high for low, high in taken):
                taken.append((start, end))
                entities.append({"type": kind, "offset": start, "length": end - start})
    plain = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in {"code", "pre"}]
    kept = [e for e in entities if e["type"] in {"code", "pre"} or not _within(e, plain)]
    return Formatted(parsed.text, outer_first(kept)[:MAX_ENTITIES])


def _within(entity: Json, spans: list[tuple[int, int]]) -> bool:
    return any(low <= entity["offset"] < high for low, high in spans)
