"""An image without a container engine: the Dockerfile carried out in an empty folder that stands for /."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.container import BUILD, FINAL, PROJECT, Step, environment, named

TOKEN = "123456:a-token-that-must-not-be-found"
"""Planted where a builder may have a token: in the environment and in a .env file."""
STRANGER = 65534
"""User and group id of nobody; used when the tests themselves run as root."""
_SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin"
_PYTHONS = ("python3.11", "python3.12", "python3.13", "python3")
_USABLE = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))"


@dataclass(frozen=True)
class Image:
    """A folder that holds what the image would hold."""

    root: Path
    left: list[str]
    """What the script put into the source, or forgot in its folder for work and in the cache."""

    @property
    def prefix(self) -> Path:
        """The virtual environment."""
        return self.root / "opt/indrumar"

    @property
    def state(self) -> Path:
        """The state directory."""
        return self.root / "var/lib/indrumar"

    def files(self) -> Iterator[Path]:
        """Every file and link that the final stage takes."""
        for place in (self.prefix, self.state):
            yield from (path for path in place.rglob("*") if path.is_symlink() or not path.is_dir())

    def run(self, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run a program of the image as its user would, from a folder where he may not write."""
        known = {name: moved(value, self.root) for name, value in environment(FINAL).items()}
        known["PATH"] = known["PATH"].replace("$PATH", _SYSTEM_PATH)
        program = shutil.which(words[0], path=known["PATH"]) or words[0]
        return as_stranger([program, *words[1:]], known | settings)


def made(root: Path, python: str) -> Image:
    """Carry out the Dockerfile below an empty folder, with a Python of this machine."""
    source = root / "src"
    source.mkdir()
    for step in named(BUILD, "COPY"):
        _copy(step, source)
    (source / ".env").write_text(f"INDRUMAR_BOT_TOKEN={TOKEN}\n", encoding="utf-8")
    aside = root / "aside"
    aside.mkdir()
    before = _listed(source)
    [script] = named(BUILD, "RUN")
    known = {n: v for n, v in os.environ.items() if not n.startswith("INDRUMAR_") and n != "VIRTUAL_ENV"}
    known |= {"PY": python, "TMPDIR": str(aside), "PIP_CACHE_DIR": str(aside), "INDRUMAR_BOT_TOKEN": TOKEN}
    words = shlex.split(moved(script.words, root))
    done = subprocess.run(words, cwd=source, env=known, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    image = Image(root, sorted(_listed(source) ^ before | _listed(aside)))
    shutil.rmtree(source)
    # who runs the tests owns what was made, and is the one to ask when he is not root
    subprocess.run(["chmod", "-R", "u-w", image.prefix, image.state], check=True)
    return image


def removed(root: Path) -> None:
    """Take away all that was made."""
    subprocess.run(["chmod", "-R", "u+w", root], check=True)
    shutil.rmtree(root)


def moved(words: str, root: Path) -> str:
    """Words in which every absolute path is one below another root."""
    return re.sub(r"(^|[\s:])/", rf"\1{root}/", words)


def stranger_python() -> str | None:
    """A Python that may run as the image's user: not one inside root's own folder."""
    here = Path(sys.executable).resolve()
    found = [str(here), *(shutil.which(name, path=_SYSTEM_PATH) for name in _PYTHONS)]
    for python in filter(None, found):
        try:
            if as_stranger([python, "-c", _USABLE], {}).returncode == 0:
                return python
        except OSError:
            continue
    return None


def as_stranger(words: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a program at / as nobody; as whoever runs the tests when that is not root."""
    stranger = STRANGER if os.geteuid() == 0 else None
    groups: list[int] | None = None if stranger is None else []
    return subprocess.run(
        words,
        cwd="/",
        env=environment,
        user=stranger,
        group=stranger,
        extra_groups=groups,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def _copy(step: Step, source: Path) -> None:
    """Carry out a COPY of the build stage: folders, or files into a folder."""
    *wanted, target = step.arguments
    for name in wanted:
        path, place = PROJECT / name, source / target
        if path.is_dir():
            shutil.copytree(path, place, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            place.mkdir(exist_ok=True)
            shutil.copy(path, place)


def _listed(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
