"""What every step of a conversation can look things up in, and the moment it is taken."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from bot.chat.screens import Rows, Said, Screen, Step
from bot.chat.state import ChatState
from bot.say import Lang, Texts, as_html, texts
from bot.staff.targets import Targets
from bot.store.store import Person
from index import NO_REPORTS, Assistant, Directory, Index, Memory, Record, Reports

LIST_RECORDS = 5
"""Records of a list in one message: what fits on a small screen."""
LIST_TITLE_CHARS = 160
"""A title in a list ends there; its card has it in full."""
LABEL_CHARS = 60
"""A button's label ends there: more does not fit across an old phone."""


@dataclass(frozen=True)
class Guide:
    """The catalogue and what answers from it."""

    assistant: Assistant
    data: Path
    """The folder the index was built from, for source lines."""
    name: str = ""
    """The bot's name, for links."""

    @property
    def index(self) -> Index:
        """The index that serves."""
        return self.assistant.index

    @cached_property
    def directory(self) -> Directory:
        """The catalogue to leaf through."""
        return Directory(self.index)

    @cached_property
    def targets(self) -> Targets:
        """What can be reported about."""
        return Targets(tuple(self.index.records))

    @cached_property
    def _versions(self) -> dict[str, str]:
        return {}

    def plan_version(self, slug: str) -> str:
        """Digest of a plan's text, as a report keeps it: 12 hexadecimal digits."""
        if slug not in self._versions:
            text = (self.data / "plans" / slug / "source.txt").read_bytes()
            self._versions[slug] = sha256(text).hexdigest()[:12]
        return self._versions[slug]

    def in_danger(self, text: str) -> bool:
        """Whether someone who writes this may be in danger."""
        return bool(self.assistant.danger_in(self.index.reader.parse(text)))

    def link(self, payload: str = "") -> str:
        """A link that opens the bot, and there what the payload names."""
        return f"https://t.me/{self.name}" + (f"?start={payload}" if payload else "")


@dataclass(frozen=True)
class Moment:
    """One update, as far as a conversation needs it."""

    guide: Guide
    state: ChatState
    person: Person
    now: float
    """When it was written, in seconds since 1970."""
    today: date
    language_code: str | None = None
    """Language of the person's Telegram."""
    message_id: int | None = None
    """Of the message typed, or of the one whose button was pressed."""
    private: bool = True
    """Nobody else reads along."""
    edited: bool = field(default=False)
    """The message was answered before and changed since."""
    is_staff: bool = False
    """The person has a role."""
    reports: Reports = NO_REPORTS
    """What was reported, as far as whoever reads may see it."""

    @property
    def lang(self) -> Lang:
        """What the person set, else wrote last, else what their Telegram speaks; Romanian when unknown."""
        if self.person.lang in ("ro", "en"):
            return "en" if self.person.lang == "en" else "ro"
        if self.state.memory.lang:
            return self.state.memory.lang
        code = (self.language_code or "ro").split("-")[0].lower()
        return "ro" if code in ("ro", "hu") else "en"

    @property
    def say(self) -> Texts:
        """The texts of that language."""
        return texts(self.lang)

    @property
    def memory(self) -> Memory:
        """What this message may go on from, with the county that was set."""
        memory = self.state.memory
        if self.edited:
            memory = self.state.before if self.message_id == self.state.question_id else Memory()
        county = self.person.county
        return memory if memory.county == county else memory.model_copy(update={"county": county})

    def going_on(self) -> Moment:
        """The same, for what is pressed or commanded: no sentence of feedback comes any more."""
        return replace(self, state=self.state.model_copy(update={"awaits": None}))

    def record(self, key: str) -> Record | None:
        """A record by its short key."""
        return self.guide.directory.by_key.get(key)

    def step(self, *said: Said | Screen, **changes: Any) -> Step:
        """A step that shows something and changes nothing else unless told."""
        shown = tuple(s if isinstance(s, Said) else Said(s) for s in said)
        return replace(Step(shown, self.state, self.person), **changes)

    def screen(self, key: str, rows: Rows = (), **values: object) -> Screen:
        """A screen of one text."""
        return Screen(as_html(self.say(key, **values)), rows)
