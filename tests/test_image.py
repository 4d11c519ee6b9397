"""What the Dockerfile makes, in an empty folder: it answers at once, to a user who may write nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from bot.say import say_answer, texts
from index import Assistant
from tests.container import FINAL, PROJECT, named
from tests.image import TOKEN, Image, made, removed, stranger_python

QUESTION = "which day centers exist in Urziceni"
TOOLS = {"pip", "setuptools", "wheel", "pkg_resources", "_distutils_hack"}
"""Packages that build or install."""


@pytest.fixture
def image() -> Iterator[Image]:
    """The image, made from the lock; below a folder that others may enter, which pytest's own is not."""
    python = stranger_python()
    if python is None:
        pytest.skip("there is no Python here that another user may run")
    root = Path(tempfile.mkdtemp(prefix="image-"))
    root.chmod(0o755)
    try:
        yield made(root, python)
    finally:
        removed(root)


def test_the_image_answers_at_once_and_holds_what_it_should_and_no_more(
    image: Image, assistant: Assistant, today: date
) -> None:
    # one test: each of several could run in a worker of its own, which would make the image once more
    said = say_answer(assistant.answer(QUESTION, today), assistant.index, texts("en")) + "\n"
    building = f"Built the index: {len(assistant.index.records)} records\n"
    found = {
        "the first question, with no right to write": asked(image, today, image.state),
        "a question with a folder of the host, still empty": asked(image, today, empty_folder(image)),
        "what others may write or may not read": wrong_modes(image),
        "tools that build or install": tools(image),
        "program and data that differ from the project's": differing(image),
        "files that name a token or a folder of the builder": telling(image),
        "what was left beside the image": image.left,
    }
    assert found == {
        "the first question, with no right to write": (0, said, ""),
        "a question with a folder of the host, still empty": (0, said, building),
        "what others may write or may not read": [],
        "tools that build or install": [],
        "program and data that differ from the project's": [],
        "files that name a token or a folder of the builder": [],
        "what was left beside the image": [],
    }


def asked(image: Image, today: date, state: Path) -> tuple[int, str, str]:
    """What the image's command answers with a state directory: status, output, error output."""
    [entry] = named(FINAL, "ENTRYPOINT")
    settings = {"INDRUMAR_TODAY": today.isoformat(), "INDRUMAR_STATE_DIR": str(state)}
    done = image.run(*entry.arguments, "ask", QUESTION, **settings)
    return done.returncode, done.stdout, done.stderr


def empty_folder(image: Image) -> Path:
    """A folder beside the image where everyone may write."""
    empty = image.root / "host"
    empty.mkdir()
    empty.chmod(0o777)
    return empty


def wrong_modes(image: Image) -> list[Path]:
    """Files and folders that others may write or may not read."""
    paths = [image.prefix, image.state, *image.prefix.rglob("*"), *image.state.rglob("*")]
    modes = [(path, path.stat().st_mode) for path in paths if not path.is_symlink()]
    return [path for path, mode in modes if mode & 0o022 or mode & 0o044 != 0o044]


def tools(image: Image) -> list[str]:
    """Packages, commands and archives that install or build."""
    packages = [path.name for path in image.prefix.glob("lib/python*/site-packages/*")]
    commands = [path.name for path in (image.prefix / "bin").iterdir()]
    found = [name for name in packages if name.partition("-")[0] in TOOLS]
    found += [name for name in commands if name.startswith(("pip", "easy_install", "wheel"))]
    found += [path.name for path in image.files() if path.suffix == ".whl"]
    code = f"from importlib.util import find_spec; print(*(t for t in {sorted(TOOLS)} if find_spec(t)))"
    return found + image.run("python", "-c", code).stdout.split()


def differing(image: Image) -> list[tuple[str, str]]:
    """Files of the program and data that are not in both places with the same content."""
    [site] = image.prefix.glob("lib/python*/site-packages")
    pairs = [(site / name, PROJECT / name) for name in ("bot", "index")]
    pairs.append((image.prefix / "share/indrumar/data", PROJECT / "data"))
    return sorted(pair for here, there in pairs for pair in held(here) ^ held(there))


def telling(image: Image) -> list[Path]:
    """Files in which a token stands or where the image was made."""
    folders = (image.root / "src", image.root / "aside", PROJECT / ".venv")
    secrets = [TOKEN.encode(), *map(bytes, folders)]
    return [path for path in image.files() if path.is_file() and any(s in path.read_bytes() for s in secrets)]


def held(folder: Path) -> set[tuple[str, str]]:
    """Path and digest of each file below a folder, without what Python itself notes aside."""
    return {
        (path.relative_to(folder).as_posix(), sha256(path.read_bytes()).hexdigest())
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
