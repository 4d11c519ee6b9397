"""The command as people run it: in this process, or as a process of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bot.cli import main

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """One JSON object for each line of the output."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def error(self) -> tuple[int, list[str]]:
        """Exit status, and the lines of the error output."""
        return self.status, self.err.splitlines()


@dataclass(frozen=True)
class Terminal:
    """A terminal with one data folder, one state directory and one day."""

    data: Path
    state: Path
    today: str = "2026-11-22"

    @property
    def environment(self) -> dict[str, str]:
        """The settings, as the command reads them."""
        return {
            "INDRUMAR_DATA_DIR": str(self.data),
            "INDRUMAR_STATE_DIR": str(self.state),
            "INDRUMAR_TODAY": self.today,
        }

    def call(self, *arguments: str, stdin: str = "", **environment: str) -> Ran:
        """Run a command in this process, which knows already what is slow to learn."""
        out, err = io.StringIO(), io.StringIO()
        with (
            patch.object(sys, "argv", ["indrumar", *arguments]),
            patch.object(sys, "stdin", io.StringIO(stdin)),
            patch.dict(os.environ, self.environment | environment),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            try:
                main()
                status: object = 0
            except SystemExit as end:
                status = end.code
        assert isinstance(status, int)
        return Ran(status, out.getvalue(), err.getvalue())

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Start a process of its own, in the state directory's parent."""
        self.state.parent.mkdir(parents=True, exist_ok=True)
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        return subprocess.Popen(
            [sys.executable, "-m", "bot.cli", *arguments],
            cwd=self.state.parent,
            env={
                **kept,
                "PYTHONPATH": str(PROJECT),
                "PYTHONUTF8": "1",
                "COLUMNS": "200",
                **self.environment,
                **environment,
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, *arguments: str, stdin: str = "", **environment: str) -> Ran:
        """Run a process of its own to its end."""
        process = self.start(*arguments, **environment)
        out, err = process.communicate(stdin)
        return Ran(process.returncode, out, err)

    def ask(self, question: str, *options: str) -> dict[str, Any]:
        """The JSON object for one question."""
        return deepcopy(_asked(self, question, options))

    def ask_lines(self, *lines: str) -> list[dict[str, Any]]:
        """The JSON objects for lines on standard input."""
        return self.call("ask", "--json", "-", stdin="".join(f"{line}\n" for line in lines)).objects


@cache
def _asked(terminal: Terminal, question: str, options: tuple[str, ...]) -> dict[str, Any]:
    """The JSON object for one question; the same question is put once."""
    (answer,) = terminal.call("ask", "--json", *options, question).objects
    return answer
