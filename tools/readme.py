"""Runs the commands shown in README.md and puts what they print below them; `--check` only compares.

A block that begins with ```console holds lines `$ indrumar …` or `$ printf '%s\n' … | indrumar …`, each
followed by its output. The table of
settings is made from the settings model.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

from bot.settings import Settings

_PROJECT = Path(__file__).resolve().parent.parent
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_TABLE = re.compile(r"(\| name \| meaning \| default \|\n\| --- \| --- \| --- \|\n)(?:\|.*\n)+")
_TODAY = "2026-11-22"
"""The day the shown answers are given on."""


def run(command: str) -> str:
    """What a command line prints; before a bar, `printf` says what is typed."""
    typed, _, command = command.rpartition(" | ")
    lines = shlex.split(typed)[2:]
    program, *arguments = shlex.split(command)
    path = Path(sys.executable).parent / program
    environment = {"INDRUMAR_TODAY": _TODAY, "PATH": "/usr/bin:/bin", "COLUMNS": "100", "LANG": "C.UTF-8"}
    done = subprocess.run(
        [path, *arguments],
        input="".join(line + "\n" for line in lines),
        capture_output=True,
        text=True,
        cwd=_PROJECT,
        env=environment,
        check=True,
    )
    return done.stdout.rstrip("\n")


def with_outputs(readme: str) -> str:
    """The README with the present output below each shown command."""

    def shown(block: re.Match[str]) -> str:
        commands = [line for line in block.group(1).splitlines() if line.startswith("$ ")]
        parts = [f"{command}\n{run(command[2:])}\n" for command in commands]
        return "```console\n" + "\n".join(parts) + "```"

    return _TABLE.sub(lambda table: table.group(1) + settings_table(), _BLOCK.sub(shown, readme))


def settings_table() -> str:
    """The rows of the table of settings."""
    rows = []
    for name, field in Settings.model_fields.items():
        meaning, _, default = (field.description or "").partition("; default: ")
        rows.append(f"| `INDRUMAR_{name.upper()}` | {meaning} | {default or 'none'} |\n")
    return "".join(rows)


def main() -> None:
    """Rewrite README.md, or with --check say whether it is true."""
    path = _PROJECT / "README.md"
    before = path.read_text(encoding="utf-8")
    after = with_outputs(before)
    if "--check" in sys.argv[1:]:
        sys.exit("README.md is not what the commands print; run `make readme`" if after != before else 0)
    path.write_text(after, encoding="utf-8")


if __name__ == "__main__":
    main()
