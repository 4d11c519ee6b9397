"""Conversations of several people as data: `tests/data/team/*.txt` → what is played and must be seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from bot.chat.buttons import Button
from bot.chat.guide import Guide
from bot.staff.shapes import Evidence, Grant, Part, Report, Scope, Value
from bot.staff.targets import Targets
from tests.bot.staff.office import Desk, Office
from tests.bot.staff.script import Script, read_scripts

FOLDER = Path(__file__).parents[2] / "data" / "team"
SCRIPTS = list(read_scripts(FOLDER))
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


class Player:
    """Plays one conversation; a line that does not hold is an AssertionError with its number."""

    def __init__(self, guide: Guide, targets: Targets) -> None:
        self.office = Office(guide, targets)
        self.targets = targets
        self.lang = "ro"
        self.now: Desk | None = None
        """Whose screen the lines after tell of."""
        self.payload = ""

    def play(self, script: Script) -> None:
        """Play all lines."""
        for number, word, rest in script.lines:
            try:
                _LINES[word](self, rest)
            except AssertionError as bad:
                seen = self.office.text(self.now) if self.now else ""
                labels = [key.label for key in self.office.keys(self.now)] if self.now else []
                raise AssertionError(
                    f"line {number}: {word} {rest}\n{bad}\n--- seen:\n{seen}\n{labels}"
                ) from None

    @property
    def desk(self) -> Desk:
        """Whose turn it was."""
        assert self.now, "nobody has done anything yet"
        return self.now

    # ── who and what was before ──

    def speak(self, rest: str) -> None:
        self.lang = rest

    def person(self, rest: str) -> None:
        name, role, *scope = rest.split()
        desk = self.office.desk(name, "en" if self.lang == "en" else "ro")
        if role != "stranger":
            parts = dict(part.split("=") for part in scope)
            held = {
                key: tuple(v.replace("_", " ") if key == "institutions" else v for v in value.split(";"))
                for key, value in parts.items()
            }
            given = Grant.model_validate({"id": 1, "role": role, "scope": Scope.model_validate(held)})
            self.office.keeper.give(desk.person, given)

    def report(self, rest: str) -> None:
        name, handle, said, period, *more = rest.split()
        desk, target = self.office.desk(name), self.targets.by_handle[handle]
        parts = {key: value.replace("_", " ") for key, _, value in (part.partition("=") for part in more)}
        grant = desk.person.grants[0] if desk.person.grants else None
        number = len(self.office.keeper.reports) + 1
        old = int(parts["corrects"]) if "corrects" in parts else None
        keeper = self.office.keeper
        keeper.reports[number] = Report(
            id=number,
            plan=target.record.plan,
            plan_version="0" * 12,
            measure=target.record.id,
            target=target.id,
            value=value_of(said, target.kind),
            period=period,
            place=parts.get("place"),
            note=parts.get("note"),
            evidence=Evidence(digest="ab" * 32, media_type="image/jpeg", size_bytes=240_000)
            if "photo" in parts
            else None,
            parts=tuple(
                Part(by="sex", name=p.split(":")[0], amount=float(p.split(":")[1]))
                for p in parts["parts"].split(",")
            )
            if "parts" in parts
            else (),
            doubts=tuple(parts["doubts"].split(",")) if "doubts" in parts else (),
            state=parts.get("state", "submitted"),
            author=desk.person.id,
            author_telegram=None,
            author_name=desk.person.name,
            role=grant.role if grant else "reporter",
            institution=grant.scope.institutions[0] if grant and grant.scope.institutions else None,
            created_at=keeper.now,
            saved_at=keeper.now,
            supersedes=old,
            superseded_by=None,
            reason=parts.get("reason"),
            update_id=number,
            events=(),
        )
        if old:
            keeper.reports[old] = keeper.reports[old].model_copy(update={"superseded_by": number})

    # ── what is done ──

    def does(self, rest: str) -> None:
        name, _, text = rest.partition(" ")
        self.now = self.office.desk(name)
        self.office.says(self.now, text.replace("PAYLOAD", self.payload))
        self._note_payload()

    def types_long(self, rest: str) -> None:
        name, _, chars = rest.partition(" ")
        self.does(f"{name} {('cuvinte ' * int(chars))[: int(chars) - 1]}.")

    def press(self, rest: str) -> None:
        name, _, label = rest.partition(" ")
        self.now = self.office.desk(name)
        self.pressed = self.office.presses(self.now, label)
        self._note_payload()

    def forge(self, rest: str) -> None:
        name, engine, data = rest.split(" ")
        self.now = self.office.desk(name)
        self.office.press(self.now, Button.model_validate({"do": engine, "key": data}))

    def _note_payload(self) -> None:
        for word in self.office.text(self.desk).split() if self.desk.seen else ():
            if "?start=s-" in word:
                self.payload = word.partition("?start=")[2]

    def wait(self, rest: str) -> None:
        self.office.keeper.now += int(rest[:-1]) * _SECONDS[rest[-1]]

    def loses(self, rest: str) -> None:
        self.office.desk(rest).person.grants.clear()

    def sees(self, rest: str) -> None:
        self.now = self.office.desk(rest)

    # ── what is seen ──

    def first(self, rest: str) -> None:
        assert self._lines()[0] == rest

    def holds(self, rest: str) -> None:
        assert any(rest in line for line in self._lines()), f"no line holds {rest!r}"

    def holds_not(self, rest: str) -> None:
        assert [line for line in self._lines() if rest in line] == []

    def buttons(self, rest: str) -> None:
        assert " | ".join(key.label for key in self.office.keys(self.desk)) == rest

    def button(self, rest: str) -> None:
        assert rest in [key.label for key in self.office.keys(self.desk)]

    def toast(self, rest: str) -> None:
        assert (self.desk.toast, self.desk.outcome.views) == (rest, ())

    def passes(self, rest: str) -> None:
        assert (rest, self.desk.outcome.passes, self.desk.outcome.views) == ("", True, ())

    def leads(self, rest: str) -> None:
        assert f"{self.pressed.do} {self.pressed.key}" == rest

    def ledger(self, rest: str) -> None:
        reports = self.office.keeper.reports.values()
        assert "; ".join(f"{r.id} {r.state}{' sums' if r.sums else ''}" for r in reports) == rest

    def told(self, rest: str) -> None:
        name, _, text = rest.partition(" ")
        desk = self.office.desk(name)
        assert desk.told, f"{name} was told nothing"
        assert desk.told[-1] == text

    def quiet(self, rest: str) -> None:
        assert self.office.desk(rest).told == []

    def grants(self, rest: str) -> None:
        name, _, wanted = rest.partition(" ")
        held = self.office.desk(name).person.grants
        said = [
            f"{g.role} {','.join(g.scope.plans)} {','.join((*g.scope.institutions, *g.scope.measures))}"
            for g in held
        ]
        assert "; ".join(one.strip() for one in said) == wanted

    def evidence(self, rest: str) -> None:
        assert [str(number) for number in self.office.keeper.shown] == rest.split()

    def _lines(self) -> list[str]:
        assert self.desk.seen, "nothing was shown"
        return self.office.text(self.desk).split("\n")


def value_of(said: str, kind: str) -> Value:
    """A value as a line of data has it."""
    if said == "nothing":
        return Value(kind="nothing")
    if kind == "state":
        return Value.model_validate({"kind": "state", "done": said})
    if kind == "text":
        return Value(kind="text", text=said.replace("_", " "))
    return Value.model_validate({"kind": kind, "amount": float(said)})


_LINES: Mapping[str, Callable[[Player, str], None]] = {
    "lang": Player.speak,
    "person": Player.person,
    "report": Player.report,
    ">": Player.does,
    "long": Player.types_long,
    "+": Player.press,
    "forge": Player.forge,
    "wait": Player.wait,
    "loses": Player.loses,
    "sees": Player.sees,
    "=": Player.first,
    ".": Player.holds,
    "!": Player.holds_not,
    "[]": Player.buttons,
    "[": Player.button,
    "toast": Player.toast,
    "passes": Player.passes,
    "leads": Player.leads,
    "ledger": Player.ledger,
    "told": Player.told,
    "quiet": Player.quiet,
    "grants": Player.grants,
    "evidence": Player.evidence,
}
