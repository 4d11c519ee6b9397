"""Shared by all tests: the data as it is, read once; property tests without a clock and always the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from index import Catalogue, load_catalogue
from index.readers.lists import ListRules
from index.vocabulary import Vocabulary, load_vocabulary

settings.register_profile("indrumar", deadline=None, derandomize=True, database=None)
settings.load_profile("indrumar")


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
