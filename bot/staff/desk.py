"""One update of a member of staff: what was kept is read, an engine steps, and what it wants is written.

The only place of staff work that is not pure. All of it happens within the transaction of the update.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncTransaction

from bot.chat.buttons import Button
from bot.chat.guide import Moment
from bot.chat.screens import Said, Screen, Step
from bot.say import LANGS, texts
from bot.staff import approving, mine, reporting, team
from bot.staff.draft import Draft
from bot.staff.draft import load as load_draft
from bot.staff.drawing import ENGINES, Engine, draw, pack_of, say_line, unpacked
from bot.staff.engine import Command, Given, Outcome, Pressed, Sent, Tell, Typed, Wanted, World
from bot.staff.keeping import Keeper
from bot.staff.kept import Kept
from bot.staff.line import is_report
from bot.staff.shapes import Member
from bot.staff.steering import steers
from bot.staff.team_state import TeamState
from bot.staff.team_state import load as load_team
from bot.staff.tokens import GUESS_SECONDS, PAYLOAD_START
from bot.staff.words import words_of

Stepper = Callable[[Any, Given, World], Outcome]
STEPS: dict[Engine, Stepper] = {
    "report": reporting.step,
    "approving": approving.step,
    "mine": mine.step,
    "team": team.step,
}
COMMANDS: dict[str, tuple[Engine, str]] = {
    "raport": ("report", "raport"),
    "report": ("report", "raport"),
    "rapoartele_mele": ("mine", "rapoartele_mele"),
    "my_reports": ("mine", "rapoartele_mele"),
    "aprobari": ("approving", "aprobari"),
    "approvals": ("approving", "aprobari"),
    "echipa": ("team", "echipa"),
    "team": ("team", "echipa"),
}
"""What is typed after the slash → the engine, and the name it knows."""
_WITH_TEAM: tuple[Engine, ...] = ("approving", "mine", "team")
"""Engines that share one state."""
_TOKEN_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_TOKEN_CHARS = 8
_ERASING = Button(do="delete-data", key="yes")
_MOST_ROUNDS = 40
"""Looking things up ends: a screen needs a dozen."""


@dataclass
class Desk:
    """A member's, or a stranger's, turn."""

    keeper: Keeper
    others: list[tuple[int, Screen]] = field(default_factory=list)
    """Chats of other people, and what they are shown."""
    _point: AsyncTransaction | None = None
    """To go back to when something fails."""

    async def close(self, failed: bool) -> bool:
        """The turn is over: keep what was written, or none of it. Whether there may be something."""
        point, self._point = self._point, None
        if failed:
            self.others.clear()
        if point is not None:
            await (point.rollback() if failed else point.commit())
        return point is not None

    # ── what comes in ──

    async def command(self, moment: Moment, name: str, words: str) -> Step | None:
        """A command of staff, an invitation, an indicator's handle; None for anything else.

        words: as typed after the command, with their line ends.
        """
        name = name.lower()
        if name == "start" and words.startswith(PAYLOAD_START):
            return await self._step(moment, "team", Command("start", words, moment.now))
        if name in moment.guide.targets.by_handle:
            given = Command(name, words, moment.now)
            return await self._step(moment, "report", given) if await self._is_member() else None
        if name not in COMMANDS:
            return await self._steered(moment, name) if not words else None
        if moment.guide.in_danger(words):
            return None
        engine, known = COMMANDS[name]
        return await self._step(moment, engine, Command(known, words, moment.now))

    async def _steered(self, moment: Moment, name: str) -> Step | None:
        """`/cancel`, `/renunta`: a word that steers a conversation, typed as many other bots want it.

        `/help` is everybody's command and shows what can be asked.
        """
        words = name.replace("_", " ")
        meant = steers(words, moment.guide) - {"help"}
        return await self.typed(moment, words) if meant else None

    async def typed(self, moment: Moment, text: str) -> Step | None:
        """A message, when it belongs to a conversation of staff."""
        if not moment.private or not await self._is_member() or moment.guide.in_danger(text):
            return None
        kept, given = await self._kept(), Typed(text, moment.now)
        waiting: list[Engine] = [*_WITH_TEAM] if kept.team is not None else []
        waiting += ["report"] if kept.draft is not None else []
        for engine in waiting:
            step = await self._step(moment, engine, given)
            if step is not None:
                return step
        if is_report(text, words_of(moment.guide.index)):
            return await self._step(moment, "report", Command("raport", text, moment.now))
        return None

    async def pressed(self, moment: Moment, button: Button) -> Step | None:
        """A button of staff, None for any other; from a stranger or out of date it does nothing."""
        if button == _ERASING and await self.keeper.is_last_admin():
            return moment.step(moment.screen("delete-last-admin"))
        given = Pressed(*unpacked(button))
        engine = next((one for one in ENGINES if one == button.do), None)
        if engine is None:
            return None
        step = await self._step(moment, engine, given) if moment.private else None
        return step or moment.step(toast=moment.say("toast-old-button"))

    async def sent(self, moment: Moment, given: Sent) -> Step | None:
        """A file that was fetched and looked into."""
        return await self._step(moment, "report", given) if await self._is_member() else None

    async def takes_file(self) -> bool:
        """Whether a photo or document may come now."""
        return await self._is_member() and (await self._kept()).wants_file

    async def _is_member(self) -> bool:
        return await self.keeper.is_member()

    # ── one step ──

    async def _step(self, moment: Moment, engine: Engine, given: Given) -> Step | None:
        """Let an engine take a step, carry out what it wants, and keep its state; None when it passes."""
        if self._point is None:
            self._point = await self.keeper.work.undoable()
        kept = await self._kept()
        state = load_draft(kept.draft) if engine == "report" else load_team(kept.team)
        outcome = await self._run(moment, engine, state, given)
        if outcome.passes:
            return None
        left = _written(outcome.state)
        changed: dict[str, object] = {"team": left}
        if engine == "report":
            # what was awaited before something else was begun is awaited no longer
            changed = {"draft": left, "team": None, "wants_file": outcome.wants_file}
        await self._keep(kept.model_copy(update=changed))
        step = _as_step(moment, engine, outcome)
        if moment.person.lang is None and await self._is_member():
            # what others do is told in the language that is spoken here
            return replace(step, person=replace(step.person, lang=moment.lang))
        return step

    async def _run(self, moment: Moment, engine: Engine, state: Any, given: Given) -> Outcome:
        """Step, and step on with what came of the effects, until there are none."""
        outcome = await self._look(moment, engine, state, given)
        shown = outcome
        for effect in outcome.effects:
            if isinstance(effect, Tell):
                await self._tell(effect)
                continue
            came = await self.keeper.carry_out(effect)
            shown = await self._run(moment, engine, outcome.state, came)
        return replace(shown, views=shown.views or outcome.views, toast=shown.toast or outcome.toast)

    async def _look(self, moment: Moment, engine: Engine, state: Any, given: Given) -> Outcome:
        """One step; what has to be looked up for it is looked up."""
        me = await self.keeper.me()
        held: dict[tuple[str, str], Any] = {}
        for _ in range(_MOST_ROUNDS):
            try:
                return STEPS[engine](state, given, self._world(moment, me, held))
            except Wanted as wanted:
                held[wanted.what, wanted.key] = await self._look_up(wanted, me)
        raise RuntimeError("a step wants too much")

    def _world(self, moment: Moment, me: Member | None, held: dict[tuple[str, str], Any]) -> World:
        return World(
            guide=moment.guide,
            targets=moment.guide.targets,
            me=me,
            telegram_id=self.keeper.telegram_id,
            name=self.keeper.name,
            today=moment.today,
            now=moment.now,
            lang=moment.lang,
            token="".join(secrets.choice(_TOKEN_LETTERS) for _ in range(_TOKEN_CHARS)),
            county=moment.person.county,
            held=held,
        )

    async def _tell(self, tell: Tell) -> None:
        """Show something to somebody else, in the language that they set.

        Who has no role any more is shown nothing of it but that the role is gone; the heir is.
        """
        other = await self.keeper.member_by_id(tell.member)
        if other is not None and not other.grants and not tell.about_role:
            other = await self.keeper.people.who_answers(tell.member)
        if other is not None:
            lang = (await self.keeper.work.person(other.telegram_id)).lang
            say = texts(next((one for one in LANGS if one == lang), "ro"))
            self.others.append((other.telegram_id, draw(tell.view, say, pack_of("team"))))

    async def _look_up(self, wanted: Wanted, me: Member | None) -> Any:
        keeper, key = self.keeper, wanted.key
        match wanted.what:
            case "history":
                return await keeper.ledger.history(key)
            case "mine":
                return await keeper.ledger.mine(me.id) if me else ()
            case "queue":
                return await keeper.ledger.submitted()
            case "report":
                return await keeper.ledger.report(int(key))
            case "members":
                return await keeper.members()
            case "invitation":
                return await keeper.invitation(key)
            case "guesses":
                return await keeper.people.guesses(keeper.telegram_id, keeper.now - GUESS_SECONDS)
        raise KeyError(wanted.what)

    # ── what is kept ──

    async def _kept(self) -> Kept:
        me = await self.keeper.me()
        return Kept.load(await self.keeper.people.draft(me.id)) if me else Kept()

    async def _keep(self, kept: Kept) -> None:
        me = await self.keeper.me()
        if me is not None:
            await self.keeper.people.keep_draft(me.id, kept.document(), self.keeper.now)


def _written(state: Draft | TeamState | None) -> str | None:
    return None if state is None else state.model_dump_json(exclude_defaults=True)


def _as_step(moment: Moment, engine: Engine, outcome: Outcome) -> Step:
    """Views as screens."""

    screens = [draw(view, moment.say, pack_of(engine)) for view in outcome.views]
    said = tuple(Said(screen, outcome.in_place and n == 0) for n, screen in enumerate(screens))
    toast = say_line(outcome.toast, moment.say) if outcome.toast else None
    return replace(moment.going_on().step(*said), toast=toast)
