"""Several people of staff, without Telegram: approving, own reports and the team, over one keeper.

Every state is written to JSON and read back between two turns, and every screen is read in both languages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from bot.chat.buttons import Button
from bot.chat.guide import Guide
from bot.chat.screens import Key
from bot.limits import MAX_TOAST_CHARS, text_chars
from bot.say import Lang, texts
from bot.staff import approving, mine, team
from bot.staff.drawing import Engine, draw, pack_of, say_line, unpacked
from bot.staff.engine import Command, Given, Outcome, Pressed, Tell, Typed, View, Wanted, World
from bot.staff.targets import Targets
from bot.staff.team_state import TeamState, load
from tests.bot.chat.phone import NOW, keys, read
from tests.bot.staff.keeper import Keeper, Person

Step = Callable[[TeamState | None, Given, World], Outcome]
ENGINES: dict[Engine, Step] = {"approving": approving.step, "mine": mine.step, "team": team.step}
COMMANDS: dict[str, Engine] = {
    "aprobari": "approving",
    "approvals": "approving",
    "rapoartele_mele": "mine",
    "my_reports": "mine",
    "echipa": "team",
    "team": "team",
    "start": "team",
}
_MOST_READS = 200
"""Looking up more than this for one turn would make somebody wait."""


@dataclass
class Desk:
    """What one person has before him."""

    person: Person
    lang: Lang = "ro"
    kept: str | None = None
    """The state that the three share, as JSON."""
    seen: tuple[tuple[Engine, View], ...] = ()
    """The last messages, with the engine each is of."""
    outcome: Outcome = field(default_factory=lambda: Outcome(None))
    toast: str = ""
    told: list[str] = field(default_factory=list)
    """First lines of what others' doings told him."""


class Office:
    """All desks, and the clock."""

    def __init__(self, guide: Guide, targets: Targets) -> None:
        self.guide, self.targets = guide, targets
        self.keeper = Keeper(guide.directory, now=NOW)
        self.desks: dict[str, Desk] = {}
        self.tokens = 0

    def desk(self, name: str, lang: Lang = "ro") -> Desk:
        """The desk of somebody by name; a new one when nobody has it."""
        if name not in self.desks:
            self.desks[name] = Desk(self.keeper.add(name), lang)
        return self.desks[name]

    # ── what a person does ──

    def says(self, desk: Desk, text: str) -> None:
        """Type a message or a command."""
        if text.startswith("/"):
            name, _, words = text[1:].partition(" ")
            if name in COMMANDS:
                self.gives(desk, COMMANDS[name], Command(name, words.strip(), self.keeper.now))
                return
        for engine in ENGINES:
            self.gives(desk, engine, Typed(text, self.keeper.now))
            if not desk.outcome.passes:
                return

    def presses(self, desk: Desk, label: str) -> Button:
        """Press the first button whose label begins so; what it carries."""
        found = next((key for key in self.keys(desk) if key.label.startswith(label)), None)
        if found is None or found.button is None:
            raise AssertionError(f"no button {label!r}: {[key.label for key in self.keys(desk)]}")
        self.press(desk, found.button)
        return found.button

    def press(self, desk: Desk, button: Button) -> None:
        """A button's data, from a screen or forged."""
        engine = next((one for one in ENGINES if one == button.do), None)
        if engine is not None:
            self.gives(desk, engine, Pressed(*unpacked(button)))
        else:
            desk.outcome = Outcome(None)

    # ── what is seen ──

    def keys(self, desk: Desk) -> list[Key]:
        """The buttons of the last messages."""
        say = texts(desk.lang)
        return [key for of, view in desk.seen for key in keys(draw(view, say, pack_of(of)))]

    def text(self, desk: Desk) -> str:
        """The words of the last messages."""
        say = texts(desk.lang)
        return "\n".join(read(draw(view, say, pack_of(of))) for of, view in desk.seen)

    # ── what the real desk does ──

    def gives(self, desk: Desk, engine: Engine, given: Given) -> None:
        """One turn: the state is read, the engine asked, what it wants carried out, the state written."""
        self.keeper.now += 1
        first = self._asked(desk, engine, given)
        views, toast = first.views, first.toast
        last = first
        for effect in first.effects:
            if isinstance(effect, Tell):
                self._tell(effect, engine)
                continue
            self.tokens += 1
            came = self.keeper.carry_out(desk.person, effect, f"tok{self.tokens:05d}")
            last = self._asked(desk, engine, came)
            views, toast = last.views or views, last.toast or toast
            for told in last.effects:
                assert isinstance(told, Tell)
                self._tell(told, engine)
        desk.outcome = replace(last, views=views, toast=toast, passes=first.passes)
        desk.toast = say_line(toast, texts(desk.lang)) if toast else ""
        assert text_chars(desk.toast) <= MAX_TOAST_CHARS
        if views:
            self._look(desk, engine, views)

    def _tell(self, effect: Tell, engine: Engine) -> None:
        other = next((d for d in self.desks.values() if d.person.id == effect.member), None)
        if other is None:
            return
        self._look(other, engine, (effect.view,))
        other.told.append(self.text(other).split("\n")[0])

    def _look(self, desk: Desk, engine: Engine, views: tuple[View, ...]) -> None:
        """Read every view in both languages, as Telegram would show it."""
        desk.seen = tuple((engine, view) for view in views)
        for view in views:
            assert view.lines
            for lang in ("ro", "en"):
                read(draw(view, texts(lang), pack_of(engine)))

    def _asked(self, desk: Desk, engine: Engine, given: Given) -> Outcome:
        held: dict[tuple[str, str], object] = {}
        state = load(desk.kept)
        for _ in range(_MOST_READS):
            try:
                outcome = ENGINES[engine](state, given, self._world(desk, held))
            except Wanted as wanted:
                if (wanted.what, wanted.key) in held:
                    raise AssertionError("looked up twice") from wanted
                held[wanted.what, wanted.key] = self.keeper.read(desk.person, wanted)
                continue
            kept = outcome.state.model_dump_json() if outcome.state is not None else None
            assert load(kept) == outcome.state
            desk.kept = kept
            return outcome
        raise AssertionError("too much was looked up")

    def _world(self, desk: Desk, held: dict[tuple[str, str], object]) -> World:
        return World(
            guide=self.guide,
            targets=self.targets,
            me=desk.person.member,
            telegram_id=1000 + desk.person.id,
            name=desk.person.name,
            today=datetime.fromtimestamp(self.keeper.now, UTC).date(),
            now=self.keeper.now,
            lang=desk.lang,
            token="abcdefgh",
            held=held,
        )
