"""Shared by all tests: the data as it is, read once; property tests without a clock and always the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from index import Assistant, Catalogue, load_catalogue, open_index
from index.readers.lists import ListRules
from index.vocabulary import Vocabulary, load_vocabulary

settings.register_profile("indrumar", deadline=None, derandomize=True, database=None)
settings.load_profile("indrumar")


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Async tests and fixtures run on asyncio only."""
    return "asyncio"


@pytest.fixture(scope="session")
def data() -> Path:
    """The project's own data folder; never written to."""
    return Path(__file__).parent.parent / "data"


@pytest.fixture(scope="session")
def catalogue(data: Path) -> Catalogue:
    """Every record of the five plans."""
    return load_catalogue(data)


@pytest.fixture(scope="session")
def vocabulary(data: Path) -> Vocabulary:
    """The words of `data/vocabulary`."""
    return load_vocabulary(data / "vocabulary")


@pytest.fixture(scope="session")
def rules(vocabulary: Vocabulary) -> dict[str, ListRules]:
    """How cells are cut into items, with one invented place."""
    return vocabulary.list_rules(frozenset({"Călimanu"}))


@pytest.fixture(scope="session")
def state(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state directory with the index of the project's data, built once for all workers; only read."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if base.name.startswith("popen-") else base) / "served"
    open_index(data, folder)
    return folder


@pytest.fixture(scope="session")
def assistant(data: Path, state: Path) -> Assistant:
    """Answers from the five plans."""
    index, fault = open_index(data, state)
    assert fault is None
    return Assistant(index)


@pytest.fixture(scope="session")
def today() -> date:
    """The day all answers of the tests are given on: only the Iași plan still runs."""
    return date(2026, 11, 22)
