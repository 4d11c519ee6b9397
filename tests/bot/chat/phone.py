"""One person's chat with the bot, without Telegram; the state is written out and read back between turns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.calls import keyboard, rows_of
from bot.chat.asking import asked
from bot.chat.commands import COMMANDS
from bot.chat.guide import Guide, Moment
from bot.chat.pressing import pressed
from bot.chat.screens import Key, Screen, Step
from bot.chat.state import ChatState
from bot.limits import MAX_TEXT_CHARS, MAX_TOAST_CHARS, text_chars
from bot.store.store import Person
from bot.terminal import tidy
from tests.botapi.calls import Json
from tests.botapi.formatting import part
from tests.botapi.keyboards import check_keyboard
from tests.botapi.text import finish_message, parse_source

TODAY = date(2026, 11, 22)
NOW = 1_795_000_000.0
"""When the conversations of the tests are held, in seconds since 1970."""
MAX_LABEL_CHARS = 64
"""A label that is longer is cut by an old phone."""


def read(screen: Screen) -> str:
    """What a person reads on a screen. Raises Refusal where Telegram would refuse it."""
    formatted = finish_message(parse_source(screen.html, "HTML"))
    assert text_chars(formatted.text) <= MAX_TEXT_CHARS
    check_keyboard(keyboard(rows_of(screen.rows)))
    assert [k.label for k in keys(screen) if not 0 < len(k.label.strip()) <= MAX_LABEL_CHARS] == []
    return formatted.text


def bold(screen: Screen) -> list[str]:
    """The parts of a screen in bold."""
    formatted = finish_message(parse_source(screen.html, "HTML"))
    entities: list[Json] = formatted.entities
    return [part(formatted.text, e) for e in entities if e["type"] == "bold"]


def keys(screen: Screen) -> list[Key]:
    """The buttons of a screen in order."""
    return [key for row in screen.rows for key in row]


def labels(screen: Screen) -> list[str]:
    """What stands on them."""
    return [key.label for key in keys(screen)]


class Phone:
    """A person in a chat with the bot."""

    def __init__(
        self, guide: Guide, lang: str | None = None, *, private: bool = True, code: str | None = "ro"
    ) -> None:
        self.guide = guide
        self.state: str | None = None
        self.person = Person(lang)
        self.private = private
        self.code = code
        self.now = NOW
        self.message_id = 100
        self.step = Step((), ChatState(), self.person)
        """What the last turn led to."""

    def moment(self, message_id: int | None = None, *, edited: bool = False) -> Moment:
        """The next turn, from what was kept of the one before."""
        state = ChatState.load(self.state, self.now)
        number = self.message_id if message_id is None else message_id
        return Moment(
            self.guide,
            state,
            self.person,
            self.now,
            TODAY,
            self.code,
            number,
            private=self.private,
            edited=edited,
        )

    def says(self, text: str) -> str:
        """Type a message; what is answered."""
        self.message_id += 1
        return self._took(asked(self.moment(), tidy(text)))

    def edits(self, message_id: int, text: str) -> str:
        """Change a message; what is answered."""
        return self._took(asked(self.moment(message_id, edited=True), tidy(text)))

    def commands(self, name: str, words: str = "") -> str:
        """Type a command of the menu; what is answered."""
        self.message_id += 1
        command = next(c for c in COMMANDS if name in c.names)
        return self._took(command.step(self.moment(), words))

    def presses(self, label: str) -> str:
        """Press the first button with this label under the last message; what is answered."""
        key = next(k for k in keys(self.screen) if k.label.startswith(label))
        assert key.button is not None
        return self.sends(key.button.encode())

    def sends(self, data: str) -> str:
        """Press a button that holds this, whoever made it; what is answered."""
        return self._took(pressed(self.moment(), data))

    @property
    def screen(self) -> Screen:
        """The last message of the last turn."""
        return self.step.said[-1].screen

    def _took(self, step: Step) -> str:
        """Keep what a turn led to, as JSON; all that was said or the toast."""
        state = step.state
        if step.awaits_words:
            state = state.model_copy(update={"awaits": 7, "at": self.now})
        self.state, self.person = state.model_dump_json(), step.person
        self.step = replace(step, state=state)
        assert step.toast is None or text_chars(step.toast) <= MAX_TOAST_CHARS
        read_all = [read(said.screen) for said in step.said]
        return "\n".join(read_all) if read_all else step.toast or ""
