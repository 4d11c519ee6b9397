"""Draws docs/exchange.svg: what the bot and a person really said, in the conversation `picture-ro`.

The bot runs as a process of its own and the person writes to it by way of the tests' Bot API server; what is
drawn is what stood in the chat then, without times or numbers of messages, so that the same answers give the
same picture, byte for byte. Each line is at most as wide as in the widest of the fonts it may be shown in.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from bot.settings import Settings
from index import open_index
from tests.bot.e2e.player import Player
from tests.bot.e2e.script import FOLDER, read_script
from tests.bot.e2e.served import serving
from tests.botapi.chats import Message, Reply

_PROJECT = Path(__file__).resolve().parent.parent
PICTURE = _PROJECT / "docs" / "exchange.svg"
CONVERSATION = FOLDER / "picture-ro.txt"
_SCREEN, _MARGIN, _BETWEEN = 420, 14, 20
"""Widths, and distances between things, in pixels."""
_BUBBLE = 352
"""Most a bubble takes; Telegram leaves the other side free."""
_PAD, _SIZE, _LINE, _BUTTON = 11, 14, 19, 32
_WIDTHS = {
    **dict.fromkeys(" .,;:!|'iîjlI", 0.34),
    **dict.fromkeys("()[]-·tțfr/›", 0.43),
    **dict.fromkeys("cszșk…", 0.56),
    **dict.fromkeys("mwMW@%–…", 1.0),
}
"""Width of a letter in units of its size, in the widest usual font (DejaVu Sans)."""
_OTHER, _CAPITAL, _BOLD = 0.64, 0.74, 1.12
_STYLE = """\
svg { color-scheme: light dark }
text { font: 14px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: #111 }
.paper { fill: #dfe7ec } .bot { fill: #fff } .person { fill: #d9fdd3 } .b { font-weight: 700 }
.key { fill: #54748a } .pressed { fill: #1f6fc4 }
.key-label { fill: #fff; text-anchor: middle; font-size: 13px }
@media (prefers-color-scheme: dark) {
  text { fill: #f1f1f1 } .paper { fill: #0e1621 } .bot { fill: #182533 } .person { fill: #2b5278 }
  .key { fill: #2f4358 } .pressed { fill: #3b7ab8 }
}"""


@dataclass(frozen=True)
class Bubble:
    """One message as it is drawn."""

    person: bool
    """Of the person, not of the bot."""
    text: str
    bold: frozenset[int]
    """Places of the letters in bold."""
    keys: tuple[tuple[str, ...], ...] = ()
    """Labels of the buttons, row after row."""
    pressed: frozenset[str] = frozenset()


async def converse(built: Path) -> list[Bubble]:
    """Hold the conversation with the bot; built: a state directory with the index.

    Raises AssertionError when it goes otherwise than its file says.
    """
    script = read_script(CONVERSATION)
    async with serving(built) as served:
        player = Player(script, served.telegram)
        await player.play(script)
        (person,) = player.people.values()
        marks = [line.partition(" presses [")[2].rstrip("]") for line in person.chat.lines]
        return [_bubble(message, frozenset(marks)) for message in person.chat.messages.values()]


def _bubble(message: Message, marks: frozenset[str]) -> Bubble:
    shown = Reply(message, edited=False)
    bold: set[int] = set()
    for entity in shown.entities:
        if entity["type"] == "bold":
            # offsets count UTF-16 units; of a text without signs beyond them, letters
            bold |= set(range(entity["offset"], entity["offset"] + entity["length"]))
    keys = tuple(tuple(str(key["text"]) for key in row) for row in shown.rows)
    return Bubble(not message.by_bot, shown.text, frozenset(bold), keys, marks)


# ── measuring ──


def _width(letters: str, bold: bool = False) -> float:
    """How wide a text may be at most, in pixels."""
    wide = sum(_WIDTHS.get(c, _CAPITAL if c.isupper() else _OTHER) for c in letters)
    return wide * _SIZE * (_BOLD if bold else 1)


def _wrapped(bubble: Bubble, width: float) -> list[tuple[int, int]]:
    """Where each line of a text begins and ends."""
    lines = []
    at = 0
    for paragraph in bubble.text.split("\n"):
        begin = end = at
        for word in paragraph.split(" "):
            new = at + len(word)
            if end > begin and _width(bubble.text[begin:new], bool(bubble.bold & {at})) > width:
                lines.append((begin, end))
                begin = at
            end, at = new, new + 1
        lines.append((begin, end))
    return lines


def _cut(label: str, width: float) -> str:
    """A label as a button of that width shows it."""
    if _width(label) <= width:
        return label
    while _width(label + "…") > width:
        label = label[:-1].rstrip()
    return label + "…"


# ── drawing ──


def _height(bubble: Bubble) -> int:
    lines = _wrapped(bubble, _BUBBLE - 2 * _PAD)
    return len(lines) * _LINE + 2 * _PAD + len(bubble.keys) * (_BUTTON + 4)


def _draw(bubble: Bubble, left: int, top: int) -> Iterator[str]:
    lines = _wrapped(bubble, _BUBBLE - 2 * _PAD)
    widest = max(_width(bubble.text[a:b], bool(bubble.bold & {a})) for a, b in lines)
    width = _BUBBLE if bubble.keys else min(_BUBBLE, round(widest) + 2 * _PAD)
    x = left + (_SCREEN - _MARGIN - width if bubble.person else _MARGIN)
    high = len(lines) * _LINE + 2 * _PAD
    kind = "person" if bubble.person else "bot"
    yield f'<rect class="{kind}" x="{x}" y="{top}" width="{width}" height="{high}" rx="12"/>'
    for n, (begin, end) in enumerate(lines):
        y = top + _PAD + n * _LINE + _SIZE
        yield f'<text x="{x + _PAD}" y="{y}">{_spans(bubble, begin, end)}</text>'
    for n, row in enumerate(bubble.keys):
        yield from _draw_keys(row, bubble.pressed, x, top + high + 4 + n * (_BUTTON + 4), width)


def _spans(bubble: Bubble, begin: int, end: int) -> str:
    """A line's letters, those in bold apart."""
    out, at = "", begin
    while at < end:
        bold, start = at in bubble.bold, at
        while at < end and (at in bubble.bold) == bold:
            at += 1
        letters = escape(bubble.text[start:at], quote=False)
        out += f'<tspan class="b">{letters}</tspan>' if bold else letters
    return out


def _draw_keys(row: Sequence[str], pressed: frozenset[str], x: int, y: int, width: int) -> Iterator[str]:
    each = (width - 4 * (len(row) - 1)) // len(row)
    for n, label in enumerate(row):
        left = x + n * (each + 4)
        kind = "key pressed" if label in pressed else "key"
        yield f'<rect class="{kind}" x="{left}" y="{y}" width="{each}" height="{_BUTTON}" rx="7"/>'
        shown = escape(_cut(label, each - _PAD), quote=False)
        yield f'<text class="key-label" x="{left + each // 2}" y="{y + 21}">{shown}</text>'


def _screens(bubbles: Sequence[Bubble]) -> tuple[list[Bubble], list[Bubble]]:
    """Two screens, of heights as alike as can be; the second begins with something the person says."""
    cuts = [n for n, b in enumerate(bubbles) if b.person and n] or [len(bubbles)]
    heights = [_height(b) for b in bubbles]
    best = min(cuts, key=lambda n: abs(sum(heights[:n]) - sum(heights[n:])))
    return list(bubbles[:best]), list(bubbles[best:])


def draw(bubbles: Sequence[Bubble]) -> str:
    """The picture, as SVG."""
    screens = [screen for screen in _screens(bubbles) if screen]
    step = _MARGIN
    high = max(sum(_height(b) + step for b in screen) for screen in screens) + step
    wide = len(screens) * _SCREEN + (len(screens) - 1) * _BETWEEN
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
        ' role="img">',
        f"<style>\n{_STYLE}\n</style>",
    ]
    for n, screen in enumerate(screens):
        left, top = n * (_SCREEN + _BETWEEN), step
        out.append(f'<rect class="paper" x="{left}" width="{_SCREEN}" height="{high}" rx="18"/>')
        for bubble in screen:
            out += _draw(bubble, left, top)
            top += _height(bubble) + step
    return "\n".join([*out, "</svg>"]) + "\n"


def main() -> None:
    """Hold the conversation and draw it."""
    settings = Settings()
    open_index(settings.data_dir, settings.state_dir)
    PICTURE.write_text(draw(asyncio.run(converse(settings.state_dir))), encoding="utf-8")


if __name__ == "__main__":
    main()
