"""A person who reports, without Telegram: the state is written out and read back between every two turns.

The ledger is a list here; what the engine asks for is carried out as the desk would, rights looked at again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from bot.chat.guide import Guide
from bot.chat.screens import Key, Screen
from bot.limits import MAX_TOAST_CHARS, text_chars
from bot.say import Lang, texts
from bot.staff.draft import Draft, load
from bot.staff.drawing import draw, packed, say_line, unpacked
from bot.staff.engine import (
    Command,
    Given,
    Kept,
    Outcome,
    Pressed,
    Refused,
    Sent,
    Submit,
    Typed,
    View,
    Wanted,
    Withdraw,
    World,
)
from bot.staff.reporting import step
from bot.staff.roles import may
from bot.staff.shapes import Evidence, Grant, Member, NewReport, Report, Role, Scope
from bot.staff.targets import Targets
from tests.bot.chat.phone import NOW, keys, read

MOST_BUTTON_BYTES = 58
"""An act and its argument, as `Tap` says."""


def member(number: int = 1, role: Role = "reporter", **scope: tuple[str, ...]) -> Member:
    """A person with one grant."""
    grant = Grant(id=number, role=role, scope=Scope(**scope))
    return Member(id=number, telegram_id=1000 + number, name=f"Omul {number}", grants=(grant,))


@dataclass
class Ledger:
    """Reports, oldest first, and which draft each was saved from."""

    reports: list[Report] = field(default_factory=list)
    drafts: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def add(self, new: NewReport, author: Member, targets: Targets, now: float) -> int:
        """Keep a report; its number."""
        target = targets.by_id[new.target]
        number = len(self.reports) + 1
        report = Report(
            id=number,
            plan=target.record.plan,
            plan_version="0" * 12,
            measure=target.record.id,
            state="submitted",
            author=author.id,
            author_telegram=author.telegram_id,
            author_name=author.name,
            role=author.grants[0].role if author.grants else "reporter",
            institution=None,
            created_at=new.written_at,
            saved_at=now,
            superseded_by=None,
            update_id=number,
            events=(),
            **{name: getattr(new, name) for name in NewReport.model_fields if name != "written_at"},
        )
        self.reports.append(report)
        if new.supersedes is not None:
            self.change(new.supersedes, superseded_by=number)
        return number

    def change(self, number: int, **changes: object) -> None:
        """Another state of a report."""
        self.reports[number - 1] = self.reports[number - 1].model_copy(update=changes)


class Reporter:
    """One person's reporting."""

    def __init__(self, guide: Guide, targets: Targets, me: Member | None, lang: Lang = "ro") -> None:
        self.guide, self.targets, self.me, self.lang = guide, targets, me, lang
        self.ledger = Ledger()
        self.kept: str | None = None
        self.now = NOW
        self.views: tuple[View, ...] = ()
        """The views of the last turn that showed any."""
        self.texts: list[str] = []
        """What was read on them."""
        self.outcome = Outcome(None)
        self.toast = ""
        self.steps: set[str] = set()
        """Steps that the draft was at after a turn."""
        self.acts: set[str] = set()
        """Buttons that were pressed."""
        self._tokens = 0

    # ── what a person does ──

    def says(self, text: str) -> str:
        """Type a message, or a command."""
        if text.startswith("/"):
            name, _, words = text[1:].partition(" ")
            return self.gives(Command(name, words.strip(), self.now))
        return self.gives(Typed(text, self.now))

    def presses(self, label: str) -> str:
        """Press the first button whose label begins so, on the last screen."""
        found = next((key for key in self.keys if key.label.startswith(label)), None)
        if found is None or found.button is None:
            raise AssertionError(f"no button {label!r}: {self.labels}")
        return self.gives(Pressed(*unpacked(found.button)))

    def sends(self, media_type: str, size_bytes: int = 2048) -> str:
        """Send a photo or document, or what is wrong with it."""
        if media_type in ("too-big", "not-allowed", "lost"):
            return self.gives(Sent(None, media_type))
        evidence = Evidence(digest="ab" * 32, media_type=media_type, size_bytes=size_bytes)
        return self.gives(Sent(evidence))

    def waits(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds

    # ── what is seen ──

    @property
    def keys(self) -> list[Key]:
        """The buttons of the last turn that showed any."""
        return [key for screen in self._screens() for key in keys(screen)]

    @property
    def labels(self) -> list[str]:
        """What stands on them."""
        return [key.label for key in self.keys]

    @property
    def draft(self) -> Draft | None:
        """The state as it was kept."""
        return load(self.kept)

    def _screens(self) -> list[Screen]:
        say = texts(self.lang)
        return [draw(view, say, packed) for view in self.views]

    # ── what the desk does ──

    def gives(self, given: Given) -> str:
        """One turn: the state is read, the engine asked, what it wants carried out, the state written."""
        self._tokens += 1
        self.now += 1
        self.outcome = self._asked(given)
        self.toast = self._toast(self.outcome)
        if self.outcome.views:
            self._look(self.outcome)
        for effect in self.outcome.effects:
            came = self._carried_out(effect)
            after = self._asked(came)
            self._look(after)
            self.toast = self._toast(after) or self.toast
            self.outcome = replace(after, effects=self.outcome.effects)
        self.steps |= {self.draft.step} if self.draft else set()
        self.acts |= {given.act} if isinstance(given, Pressed) else set()
        return "\n".join(self.texts) if self.outcome.views else self.toast

    def _asked(self, given: Given) -> Outcome:
        held: dict[tuple[str, str], object] = {}
        state = load(self.kept)
        for _ in range(50):
            try:
                outcome = step(state, given, self._world(held))
            except Wanted as wanted:
                if (wanted.what, wanted.key) in held:
                    raise AssertionError("looked up twice") from wanted
                held[wanted.what, wanted.key] = self._read(wanted)
                continue
            self.kept = outcome.state.model_dump_json() if outcome.state is not None else None
            assert load(self.kept) == outcome.state
            return outcome
        raise AssertionError("too much was looked up")

    def _world(self, held: dict[tuple[str, str], object]) -> World:
        today = datetime.fromtimestamp(self.now, UTC).date()
        assert isinstance(today, date)
        return World(
            guide=self.guide,
            targets=self.targets,
            me=self.me,
            telegram_id=1001,
            name="Ana",
            today=today,
            now=self.now,
            lang=self.lang,
            token=f"tok{self._tokens:05d}",
            held=held,
        )

    def _read(self, wanted: Wanted) -> object:
        newest = self.ledger.reports[::-1]
        if wanted.what == "history":
            return tuple(r for r in newest if r.target == wanted.key)
        if wanted.what == "mine":
            return tuple(r for r in newest if self.me and r.author == self.me.id)[:50]
        if wanted.what == "report":
            return next((r for r in newest if str(r.id) == wanted.key), None)
        raise AssertionError(wanted.what)

    def _carried_out(self, effect: object) -> Kept | Refused:
        if isinstance(effect, Withdraw):
            for number in effect.ids:
                report = self.ledger.reports[number - 1]
                if report.state == "withdrawn" or report.superseded_by is not None:
                    return Refused("stale")
                self.ledger.change(number, state="withdrawn")
                if report.supersedes is not None:
                    self.ledger.change(report.supersedes, superseded_by=None)
            return Kept(effect.ids)
        assert isinstance(effect, Submit)
        assert effect.reports
        if effect.draft in self.ledger.drafts:
            return Refused("twice", self.ledger.drafts[effect.draft])
        records = [self.targets.by_id[new.target].record for new in effect.reports]
        if not all(may(self.me, "report", record, self.guide.directory) for record in records):
            return Refused("rights")
        if any(self._is_stale(new) for new in effect.reports):
            return Refused("stale")
        assert self.me is not None
        ids = tuple(self.ledger.add(new, self.me, self.targets, self.now) for new in effect.reports)
        self.ledger.drafts[effect.draft] = ids
        return Kept(ids)

    def _is_stale(self, new: NewReport) -> bool:
        """Whether what a report corrects was corrected or withdrawn meanwhile."""
        if new.supersedes is None:
            return False
        old = self.ledger.reports[new.supersedes - 1]
        assert old.target == new.target
        return old.state == "withdrawn" or old.superseded_by is not None

    def _toast(self, outcome: Outcome) -> str:
        said = say_line(outcome.toast, texts(self.lang)) if outcome.toast else ""
        assert text_chars(said) <= MAX_TOAST_CHARS
        return said

    def _look(self, outcome: Outcome) -> None:
        """Read every view in both languages, as Telegram would show it."""
        if not outcome.views:
            return
        self.views = outcome.views
        for view in outcome.views:
            assert view.lines
            assert any(view.taps) or not (self.me and self.me.grants)
            for tap in (tap for row in view.taps for tap in row):
                assert len(f"{tap.act}:{tap.arg}".encode()) <= MOST_BUTTON_BYTES, tap
            for lang in ("ro", "en"):
                read(draw(view, texts(lang), packed))
        self.texts = [read(screen) for screen in self._screens()]
