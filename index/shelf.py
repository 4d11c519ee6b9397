"""The shelf of built indexes in the state directory.

Each build is a folder named by the hash of the content it was made from, with a list of its files' digests.
A build is made aside and put in place in one step; `current` names the one that serves. A build whose files
do not match their digests is not served.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.errors import IndexMissing

FORMAT = "2"
"""Layout of a build; another number means another folder name."""
_DIGESTS = "digests.json"
_KEPT_BUILDS = 2
"""The build that serves and the one before it stay on the shelf."""


@dataclass(frozen=True)
class Shelf:
    """Built indexes below one folder."""

    folder: Path

    def place_of(self, content: str) -> Path:
        """The folder of the build of some content."""
        return self.folder / f"{FORMAT}-{content}"

    def find(self, content: str) -> Path | None:
        """The build of some content, None when it is not there or broken."""
        place = self.place_of(content)
        return place if is_whole(place) else None

    def current(self) -> Path:
        """The build that served last. Raises IndexMissing when there is none whole."""
        try:
            place = self.folder / (self.folder / "current").read_text(encoding="utf-8").strip()
        except OSError:
            raise IndexMissing from None
        if not is_whole(place):
            raise IndexMissing
        return place

    def put(self, content: str, build: Callable[[Path], None]) -> Path:
        """Build aside, then put the build in place and let it serve.

        build: fills an empty folder. When it raises, nothing on the shelf has changed.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._locked():
            ready = self.find(content)
            if ready is None:
                ready = self._build(content, build)
            self.serve(ready)
            self._forget_old(ready)
        return ready

    def serve(self, place: Path) -> None:
        """Name the build that serves, in one step."""
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=self.folder, delete=False) as aside:
            aside.write(place.name)
        Path(aside.name).replace(self.folder / "current")

    def _build(self, content: str, build: Callable[[Path], None]) -> Path:
        aside = Path(tempfile.mkdtemp(prefix=".build-", dir=self.folder))
        try:
            build(aside)
            (aside / _DIGESTS).write_text(json.dumps(digests(aside)), encoding="utf-8")
            place = self.place_of(content)
            if place.exists():
                shutil.rmtree(place)
            aside.rename(place)
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise
        return place

    def _forget_old(self, serving: Path) -> None:
        """Drop all but the newest builds, and what a killed build left behind."""
        builds = [p for p in self.folder.iterdir() if p.is_dir() and p != serving]
        builds.sort(key=lambda p: p.stat().st_mtime, reverse=True)
        kept = [p for p in builds if not p.name.startswith(".")][: _KEPT_BUILDS - 1]
        for place in builds:
            if place not in kept:
                shutil.rmtree(place, ignore_errors=True)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One builder at a time."""
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def digests(place: Path) -> dict[str, str]:
    """Digest of each file of a build, by path below it."""
    return {
        str(path.relative_to(place)): hashlib.blake2s(path.read_bytes()).hexdigest()
        for path in sorted(place.rglob("*"))
        if path.is_file() and path.name != _DIGESTS
    }


def is_whole(place: Path) -> bool:
    """Whether a build is there with every file as it was built."""
    try:
        listed = json.loads((place / _DIGESTS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(listed == digests(place))


def content_hash(data: Path) -> str:
    """Digest of everything the catalogue is made of: the data folder's files, and this package's code."""
    digest = hashlib.blake2s(digest_size=16)
    code = Path(__file__).parent
    files = sorted(p for p in data.rglob("*") if p.is_file()) + sorted(code.rglob("*.py"))
    for path in files:
        name, content = path.relative_to(data if data in path.parents else code), path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
