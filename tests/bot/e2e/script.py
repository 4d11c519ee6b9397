"""Conversations as data: who does what, and what is seen then. The form is told in README.md beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "data" / "conversations"
_ACTION = re.compile(
    r"(?P<who>[A-ZȘȚÎ]\w+)(?P<group> \(group\))?"
    r"(?: (?P<verb>edits|presses|presses old|forges|sends|shares|waits|types|picks|blocks|unblocks"
    r"|is invited|runs))?"
    r": ?(?P<what>.*)"
)
_SEEN = re.compile(
    r"(?P<kind>bot|bot \(edit\)|bot \(group\)|toast|link|gone|offer|above|picked|told [A-ZȘȚÎ]\w+|prints)"
    r": ?(?P<what>.*)"
)


@dataclass(frozen=True)
class Seen:
    """Something the bot shows: what it is, its first line, and what must be in it or not."""

    kind: str
    """bot, bot (edit), bot (group), toast, link, gone (deleted messages), offer, above, picked (inline),
    told WHO (somebody else), prints (a command)."""
    first: str
    """The whole first line; one that ends in "…" is only its beginning."""
    parts: tuple[str, ...] = ()
    """Texts that are in it."""
    absent: tuple[str, ...] = ()
    """Texts that are not."""
    buttons: tuple[str, ...] = ()
    """Labels of buttons that are under it; "none" for none at all."""
    silent: bool = False
    where: str = ""
    """File and line, for whoever looks for a failure."""


@dataclass(frozen=True)
class Step:
    """What one person does, and all that the bot shows then, in order."""

    who: str
    verb: str
    """says, edits, presses, presses old, forges, sends, shares, waits, types, picks, blocks, unblocks,
    is invited (by the command), runs (a command)."""
    what: str
    group: bool
    where: str
    seen: tuple[Seen, ...] = ()


@dataclass
class Script:
    """One conversation."""

    name: str
    language_code: str
    """Of the people's Telegram."""
    steps: list[Step] = field(default_factory=list)


def read_scripts(folder: Path = FOLDER) -> list[Script]:
    """Every conversation, by name. Raises ValueError for a line that means nothing."""
    return [read_script(path) for path in sorted(folder.glob("*.txt"))]


def read_script(path: Path) -> Script:
    """One conversation; the language is the end of the file's name. Raises ValueError as `read_scripts`."""
    script = Script(path.stem, path.stem.rpartition("-")[2])
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            _add(script, line, f"{path.name}:{number}")
    return script


def _add(script: Script, line: str, where: str) -> None:
    if line.startswith(" "):
        _add_detail(script, line.strip(), where)
    elif found := _SEEN.fullmatch(line):
        step = script.steps[-1]
        seen = Seen(found["kind"], found["what"], where=where)
        script.steps[-1] = Step(**{**vars(step), "seen": (*step.seen, seen)})
    elif found := _ACTION.fullmatch(line):
        what = found["what"].replace("⏎", "\n")
        script.steps.append(Step(found["who"], found["verb"] or "says", what, bool(found["group"]), where))
    else:
        raise ValueError(f"{where}: {line}")


def _add_detail(script: Script, line: str, where: str) -> None:
    step = script.steps[-1]
    if not step.seen:
        raise ValueError(f"{where}: {line}")
    last = step.seen[-1]
    if line.startswith("["):
        change: dict[str, object] = {"buttons": (*last.buttons, *re.findall(r"\[(.*?)\](?= |$)", line))}
    elif line.startswith("not: "):
        change = {"absent": (*last.absent, line.removeprefix("not: "))}
    elif line == "silent":
        change = {"silent": True}
    else:
        change = {"parts": (*last.parts, line)}
    seen = Seen(**{**vars(last), **change})
    script.steps[-1] = Step(**{**vars(step), "seen": (*step.seen[:-1], seen)})
