"""A view of an engine → a screen of Telegram: texts of a language in HTML, buttons with what they carry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from bot.chat.buttons import Button
from bot.chat.guide import LABEL_CHARS
from bot.chat.screens import Key, Screen
from bot.limits import MAX_TEXT_CHARS, text_chars
from bot.say import Texts, as_html, pages, shortened
from bot.staff.engine import Line, Tap, View

Engine = Literal["report", "approving", "mine", "team"]
ENGINES: tuple[Engine, ...] = ("report", "approving", "mine", "team")
"""The conversations of staff; each has buttons of its own."""
Pack = Callable[[Tap], Button]
"""What a tap of the engine that shows it carries."""


def draw(view: View, say: Texts, pack: Pack) -> Screen:
    """The screen of a view. What does not fit into one message ends with an ellipsis; buttons stay."""
    text = "\n".join(say_line(line, say) for line in view.lines)
    if text_chars(text) > MAX_TEXT_CHARS:
        text = pages(text, MAX_TEXT_CHARS - 2)[0] + "\n…"
    rows = tuple(tuple(_key(tap, say, pack) for tap in row) for row in view.taps if row)
    return Screen(as_html(text), rows)


def _key(tap: Tap, say: Texts, pack: Pack) -> Key:
    if tap.url:
        return Key(say_label(tap, say), url=tap.url)
    return Key(say_label(tap, say), pack(tap))


def pack_of(engine: Engine) -> Pack:
    """What taps of an engine carry; of one with `of`, what that engine takes."""

    def pack(tap: Tap) -> Button:
        if tap.of == "card":
            return Button(do="card", key=tap.arg)
        return Button(do=next((e for e in ENGINES if e == tap.of), engine), key=f"{tap.act}:{tap.arg}")

    return pack


packed = pack_of("report")
"""What a tap of the reporting conversation carries."""


def unpacked(button: Button) -> tuple[str, str]:
    """The act and arg of a button that `packed` made."""
    act, _, arg = button.key.partition(":")
    return act, arg


def say_line(line: Line, say: Texts) -> str:
    """A line in words: values that are lines are said too, several of them parted by commas."""
    return say(line.key, **{name: _said(value, say) for name, value in line.values.items()})


def _said(value: object, say: Texts) -> object:
    if isinstance(value, Line):
        return say_line(value, say)
    if isinstance(value, tuple):
        return ", ".join(str(_said(one, say)) for one in value)
    return value


def say_label(tap: Tap, say: Texts) -> str:
    """What stands on a button."""
    label = tap.label if isinstance(tap.label, str) else say_line(tap.label, say)
    return shortened(label, LABEL_CHARS)
