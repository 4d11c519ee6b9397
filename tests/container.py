"""Reads the Dockerfile and compose.yaml, as far as ours go; anything else is refused, not guessed."""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
_BEYOND_PLAIN = re.compile(r"""^[\[{&*!|>'"%@`?]|\s#|\t|:\s""")
"""Signs that make a YAML value more than the words that stand there."""


@dataclass(frozen=True)
class Step:
    """One instruction of a Dockerfile."""

    name: str
    words: str
    """All that follows the name, on one line."""

    @property
    def arguments(self) -> list[str]:
        """The words, one each; those of the form with brackets too."""
        return [str(w) for w in json.loads(self.words)] if self.words[0] == "[" else shlex.split(self.words)


def stages(dockerfile: str) -> list[list[Step]]:
    """The steps of each stage; every stage begins with its FROM."""
    lines = [line for line in dockerfile.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines))
    steps = [Step(*line.split(maxsplit=1)) for line in joined.splitlines()]
    starts = [n for n, step in enumerate(steps) if step.name == "FROM"]
    return [steps[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]


def named(stage: list[Step], name: str) -> list[Step]:
    """The steps of a stage with one name."""
    return [step for step in stage if step.name == name]


def environment(stage: list[Step]) -> dict[str, str]:
    """What the stage's ENV steps set."""
    return dict(word.split("=", 1) for step in named(stage, "ENV") for word in step.arguments)


def read_yaml(text: str) -> dict[str, Any]:
    """Mappings, lists of plain values, and plain values of a YAML text, by indentation.

    Values are texts, true and false, or None where nothing stands.
    Raises ValueError for quotes, brackets, anchors, comments behind a value and all else.
    """
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    read, rest = _block(lines, 0)
    if rest or not isinstance(read, dict):
        raise ValueError(rest[0] if rest else "no mapping")
    return read


def _block(lines: list[str], depth: int) -> tuple[Any, list[str]]:
    """What stands at one depth of indentation, and the lines after it."""
    held: list[tuple[str | None, Any]] = []
    while lines and (indent := len(lines[0]) - len(lines[0].lstrip(" "))) >= depth:
        line, lines = lines[0].strip(), lines[1:]
        entry = re.fullmatch(r"(?:- |([\w-]+):(?: |$))(.*)", line)
        if indent != depth or entry is None:
            raise ValueError(line)
        key, value = entry.group(1), _plain(entry.group(2))
        deeper = len(lines[0]) - len(lines[0].lstrip(" ")) if lines else 0
        if key and value is None and deeper > depth:
            value, lines = _block(lines, deeper)
        held.append((key, value))
    keys = [key for key, _ in held]
    if not any(keys):
        return [value for _, value in held], lines
    if None in keys or len(set(keys)) < len(keys):
        raise ValueError(f"not one mapping: {keys}")
    return dict(held), lines


def _plain(value: str) -> str | bool | None:
    if _BEYOND_PLAIN.search(value):
        raise ValueError(value)
    return {"true": True, "false": False, "": None}.get(value, value)


BUILD, FINAL = stages((PROJECT / "Dockerfile").read_text(encoding="utf-8"))
"""The two stages of the Dockerfile."""
