"""Telegram's HTML: text and entities out of it, and back, with Telegram's words for what is wrong.

Offsets and lengths of entities count UTF-16 code units; offsets in complaints count bytes of UTF-8.
Source: core.telegram.org/bots/api#html-style; complaints as in tdlib's MessageEntity.cpp. Not built: tg-time.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from tests.botapi.calls import Json, bad
from tests.botapi.urls import InvalidUrl, normal_url

TYPES = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
"""Tag → type of entity."""
WRITTEN = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
    "text_link": "a",
}
"""Type of entity → tag it is written with."""
_OUTER_FIRST = (
    *("blockquote", "expandable_blockquote", "pre", "code", "text_link"),
    *("bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji"),
)
"""Of two entities over the same letters, the outer one first."""
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot)(?![A-Za-z]));?")
_TAG_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']*)\s*""")
_QUOTED = re.compile(r"""\s*(["'])(.*?)(?:\1|\Z)""", re.DOTALL)
_BARE = re.compile(r"\s*()([A-Za-z0-9.-]*)")


@dataclass(frozen=True)
class Formatted:
    """What a person sees: text, and which parts of it look different."""

    text: str
    entities: list[Json]


def utf16_units(text: str) -> int:
    """Length as Telegram counts offsets.

    >>> utf16_units("ă🙂")
    3
    """
    return len(text.encode("utf-16-le")) // 2


def part(text: str, entity: Json) -> str:
    """The letters an entity covers."""
    start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
    return text.encode("utf-16-le")[start:end].decode("utf-16-le")


def parse_html(source: str) -> Formatted:
    """Text and entities of a text with tags.

    Raises Refusal (400) as Telegram does.

    >>> parse_html("<b>Ana</b> &lt; 3").entities
    [{'type': 'bold', 'offset': 0, 'length': 3}]
    """
    return _Reader(source).read()


@dataclass(frozen=True)
class _Open:
    tag: str
    argument: str
    offset: int
    chars: int


class _Reader:
    """Goes once through the source; `at` is where it stands."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text = ""
        self.entities: list[Json] = []
        self.open: list[_Open] = []

    def read(self) -> Formatted:
        while self.at < len(self.source):
            if self.source.startswith("</", self.at):
                self.end_tag()
            elif self.source[self.at] == "<":
                self.start_tag()
            else:
                self.letter()
        if self.open:
            raise _wrong(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        shown = [{key: value for key, value in entity.items() if key != "_code"} for entity in self.entities]
        return Formatted(self.text, outer_first(shown))

    def letter(self) -> None:
        reference = _REFERENCE.match(self.source, self.at)
        if reference:
            self.text += html.unescape(reference[0].rstrip(";") + ";")
            self.at = reference.end()
        else:
            self.text += self.source[self.at]
            self.at += 1

    def start_tag(self) -> None:
        begin = self.at
        name = self._match(_TAG_NAME, begin + 1)
        tag = name[0].lower()
        if self.at == len(self.source):
            raise _wrong(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        if tag not in TYPES:
            raise _wrong(f'Unsupported start tag "{tag}" at byte offset {self._bytes(begin)}')
        argument = self.attributes(tag, begin)
        if tag == "span" and argument != "spoiler":
            raise _wrong(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(begin)}')
        self.open.append(_Open(tag, argument, utf16_units(self.text), len(self.text)))

    def attributes(self, tag: str, begin: int) -> str:
        """The one attribute that matters to the tag; leaves `at` behind the tag's end."""
        argument = ""
        while self._match(re.compile(r"\s*"), self.at) and not self.source.startswith(">", self.at):
            start = self.at
            name = self._match(_ATTRIBUTE, start)[1].lower()
            if not name:
                raise _wrong(f'Empty attribute name in the tag "{tag}" at byte offset {self._bytes(begin)}')
            value = self.value(tag, begin) if self.source.startswith("=", self.at) else ""
            if self.at >= len(self.source):
                raise _wrong(f'Unclosed start tag "{tag}" at byte offset {self._bytes(begin)}')
            argument = _argument(tag, name, value, argument)
        self.at += 1
        return argument

    def value(self, tag: str, begin: int) -> str:
        rest = self.source[self.at + 1 :]
        if not rest.strip():
            raise _wrong(f'Unclosed start tag "{tag}" at byte offset {self._bytes(begin)}')
        quoted = rest.lstrip()[0] in "\"'"
        found = self._match(_QUOTED if quoted else _BARE, self.at + 1)
        if self.at >= len(self.source):
            raise _wrong(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        if not quoted and self.source[self.at] not in " \t\r\n>":
            raise _wrong(f"Unexpected end of name token at byte offset {self._bytes(found.start(2))}")
        return html.unescape(found[2]) if quoted else found[2].lower()

    def end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise _wrong(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        tag = self._match(_TAG_NAME, begin + 2)[0].lower()
        self._match(re.compile(r"\s*"), self.at)
        if not self.source.startswith(">", self.at):
            raise _wrong(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        self.at += 1
        opened = self.open.pop()
        if tag and tag != opened.tag:
            where = self._bytes(begin)
            raise _wrong(
                f'Unmatched end tag at byte offset {where}, expected "</{opened.tag}>", found "</{tag}>"'
            )
        self.close(opened)

    def close(self, opened: _Open) -> None:
        length = utf16_units(self.text) - opened.offset
        if not length:
            return
        entity: Json = {"type": TYPES[opened.tag], "offset": opened.offset, "length": length}
        if opened.tag == "a":
            try:
                entity["url"] = normal_url(opened.argument or self.text[opened.chars :])
            except InvalidUrl:
                return  # Telegram drops such a link and keeps its text
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.argument
        elif opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "pre":
            self._take_code(entity)
        elif opened.tag == "code" and opened.argument:
            entity["_code"] = opened.argument
        self.entities.append(entity)

    def _take_code(self, pre: Json) -> None:
        """A `code` that fills a `pre` gives it its language and goes."""
        last = self.entities[-1] if self.entities else {}
        if (last.get("offset"), last.get("length")) == (pre["offset"], pre["length"]) and "_code" in last:
            pre["language"] = self.entities.pop()["_code"]

    def _match(self, pattern: re.Pattern[str], at: int) -> re.Match[str]:
        """A pattern that always matches, if only nothing; `at` goes behind it."""
        found = pattern.match(self.source, at)
        assert found is not None
        self.at = found.end()
        return found

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode())


def _wrong(text: str) -> Exception:
    return bad(f"can't parse entities: {text}")


def _argument(tag: str, name: str, value: str, before: str) -> str:
    if (tag, name) in {("a", "href"), ("tg-emoji", "emoji-id")}:
        return value
    if (tag, name) == ("blockquote", "expandable"):
        return "expandable"
    for wanted, prefix in (("code", "language-"), ("span", "tg-")):
        if (tag, name) == (wanted, "class") and value.startswith(prefix):
            return value.removeprefix(prefix)
    return before


def outer_first(entities: list[Json]) -> list[Json]:
    """Entities in the order of a message: by place, and what contains others before them."""
    depth = {kind: place for place, kind in enumerate(_OUTER_FIRST)}
    return sorted(entities, key=lambda e: (e["offset"], -e["length"], depth.get(e["type"], len(depth))))


def say_html(formatted: Formatted) -> str:
    """Formatted text as HTML again, for comparing; links Telegram finds by itself are left as text.

    >>> say_html(parse_html("<strong>1 &lt; 2</strong>"))
    '<b>1 &lt; 2</b>'
    """
    opening: dict[int, str] = {}
    closing: dict[int, str] = {}
    for entity in formatted.entities:
        if entity["type"] not in WRITTEN:
            continue
        tag = WRITTEN[entity["type"]]
        end = entity["offset"] + entity["length"]
        opening[entity["offset"]] = opening.get(entity["offset"], "") + f"<{tag}{_attribute(entity)}>"
        closing[end] = f"</{tag}>" + closing.get(end, "")
    written, at = "", 0
    for letter in formatted.text:
        written += closing.get(at, "") + opening.get(at, "") + html.escape(letter, quote=False)
        at += utf16_units(letter)
    return written + closing.get(at, "")


def _attribute(entity: Json) -> str:
    if entity["type"] == "text_link":
        return f' href="{html.escape(entity["url"])}"'
    return " expandable" if entity["type"] == "expandable_blockquote" else ""
