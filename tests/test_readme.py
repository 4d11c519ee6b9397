"""The README is true: its shown outputs are what the commands print today."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_PROJECT = Path(__file__).parent.parent


def test_the_readme_shows_what_its_commands_print() -> None:
    done = subprocess.run(
        [sys.executable, "tools/readme.py", "--check"],
        cwd=_PROJECT,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(_PROJECT), "PATH": "/usr/bin:/bin"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
