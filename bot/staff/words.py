"""The words by which what a reporter types is read: `data/vocabulary/reports.toml`, made ready once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from index import Index


@dataclass(frozen=True)
class Words:
    """The tables of `reports.toml`, with what else of the index the readers of values look things up in."""

    table: Mapping[str, Any]
    index: Index


def words_of(index: Index) -> Words:
    """The words of an index, made once for each build."""
    ready = index.vocabulary.ready
    if "reports" not in ready:
        ready["reports"] = Words(index.vocabulary.tables["reports"], index)
    made: Words = ready["reports"]
    return made
