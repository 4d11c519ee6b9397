"""Conversations as data: `tests/data/reporting/*.txt` → what is played and what must be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.chat.guide import Guide
from bot.staff.engine import Pressed
from bot.staff.shapes import NewReport, Value
from bot.staff.targets import Targets
from tests.bot.staff.reporter import Reporter, member

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_OTHER = 2
"""Internal id of somebody else."""


@dataclass(frozen=True)
class Script:
    """One conversation."""

    name: str
    lines: tuple[tuple[int, str, str], ...]
    """Number of the line in the file, its first word, the rest."""


def read_scripts(folder: Path) -> Iterator[Script]:
    """The conversations of a folder."""
    for path in sorted(folder.glob("*.txt")):
        name = ""
        lines: list[tuple[int, str, str]] = []
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            word, _, rest = line.partition(" ")
            if word == "==":
                if name:
                    yield Script(name, tuple(lines))
                name, lines = f"{path.stem}: {rest}", []
            else:
                lines.append((number, word, rest))
        if name:
            yield Script(name, tuple(lines))


class Player:
    """Plays one conversation; a line that does not hold is an AssertionError with its number."""

    def __init__(self, guide: Guide, targets: Targets) -> None:
        self.guide, self.targets = guide, targets
        self.reporter = Reporter(guide, targets, member())

    def play(self, script: Script) -> None:
        """Play all lines."""
        for number, word, rest in script.lines:
            try:
                _LINES[word](self, rest)
            except AssertionError as bad:
                seen = "\n".join([*self.reporter.texts, *self.reporter.labels])
                raise AssertionError(f"line {number}: {word} {rest}\n{bad}\n--- seen:\n{seen}") from None

    # ── who and what was before ──

    def lang(self, rest: str) -> None:
        self.reporter.lang = "en" if rest == "en" else "ro"

    def who(self, rest: str) -> None:
        role, *scope = rest.split()
        if role == "nobody":
            self.reporter.me = None
            return
        parts = {name: tuple(value.replace("_", " ").split(";")) for name, _, value in _pairs(scope)}
        if "plans" in parts:
            parts["plans"] = tuple(one.replace(" ", "_") for one in parts["plans"])
        self.reporter.me = member(1, role, **parts)  # type: ignore[arg-type]

    def loses(self, rest: str) -> None:
        assert rest == "rights"
        self.reporter.me = None

    def past(self, rest: str) -> None:
        handle, said, period, state, who = rest.split()
        target = self.targets.by_handle[handle]
        author = member(1 if who == "me" else _OTHER)
        new = NewReport(
            target=target.id, value=_value(said, target.kind), period=period, written_at=self.reporter.now
        )
        number = self.reporter.ledger.add(new, author, self.targets, self.reporter.now)
        self.reporter.ledger.change(number, state=state)

    def becomes(self, rest: str) -> None:
        number, state = rest.split()
        self.reporter.ledger.change(int(number), state=state)

    # ── what is done ──

    def types(self, rest: str) -> None:
        self.reporter.says(rest.replace("\\n", "\n"))

    def presses(self, rest: str) -> None:
        self.reporter.presses(rest)

    def card(self, rest: str) -> None:
        code, plan = rest.split()
        record = next(r for r in self.targets.records if (r.code, r.plan, r.kind) == (code, plan, "measure"))
        self.reporter.gives(Pressed("new", record.key))

    def correct(self, rest: str) -> None:
        self.reporter.gives(Pressed("correct", rest))

    def file(self, rest: str) -> None:
        self.reporter.sends(rest)

    def wait(self, rest: str) -> None:
        self.reporter.waits(int(rest[:-1]) * _SECONDS[rest[-1]])

    # ── what is seen ──

    def first(self, rest: str) -> None:
        assert self.lines()[0] == rest

    def holds(self, rest: str) -> None:
        assert any(rest in line for line in self.lines()), f"no line holds {rest!r}"

    def holds_not(self, rest: str) -> None:
        assert [line for line in self.lines() if rest in line] == []

    def button(self, rest: str) -> None:
        assert rest in self.reporter.labels

    def toast(self, rest: str) -> None:
        assert (self.reporter.toast, self.reporter.outcome.views) == (rest, ())

    def passes(self, rest: str) -> None:
        assert (rest, self.reporter.outcome.passes, self.reporter.outcome.views) == ("", True, ())

    def saved(self, rest: str) -> None:
        assert "; ".join(self._ledger()) == rest

    def lines(self) -> list[str]:
        """What was read in the last turn, which must have shown something."""
        assert self.reporter.outcome.views, "nothing was shown"
        return "\n".join(self.reporter.texts).split("\n")

    def _ledger(self) -> Iterator[str]:
        for report in self.reporter.ledger.reports:
            plain = report.value.plain
            value = f"{plain:g}" if isinstance(plain, float) else plain or "nothing"
            place = f" @{report.place}" if report.place else ""
            fixes = f" corrects {report.supersedes}" if report.supersedes else ""
            doubts = f" {','.join(report.doubts)}" if report.doubts else ""
            handle = self.targets.by_id[report.target].handle
            yield f"{handle} {value} {report.period}{place} {report.state}{fixes}{doubts}"


def _pairs(words: list[str]) -> Iterator[tuple[str, str, str]]:
    return (word.partition("=") for word in words)


def _value(said: str, kind: str) -> Value:
    if kind == "state":
        return Value(kind="state", done=said)
    if kind == "text":
        return Value(kind="text", text=said)
    return Value(kind=kind, amount=float(said))


_LINES: Mapping[str, Callable[[Player, str], None]] = {
    "lang": Player.lang,
    "who": Player.who,
    "loses": Player.loses,
    "past": Player.past,
    "becomes": Player.becomes,
    ">": Player.types,
    "+": Player.presses,
    "card": Player.card,
    "correct": Player.correct,
    "file": Player.file,
    "wait": Player.wait,
    "=": Player.first,
    ".": Player.holds,
    "!": Player.holds_not,
    "[": Player.button,
    "toast": Player.toast,
    "passes": Player.passes,
    "saved": Player.saved,
}
