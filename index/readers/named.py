"""Names that a section of `plan.toml` may give to columns and to the groups of its patterns.

A name that no record has would be read and then lost, or break the reading: it is a fault of the section.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from pydantic import AfterValidator


def columns(*known: str) -> AfterValidator:
    """Columns may have only these names."""

    def check(given: dict[str, list[str]]) -> dict[str, list[str]]:
        _check(given, known, ())
        return given

    return AfterValidator(check)


def groups(*known: str, needed: Collection[str] = ()) -> AfterValidator:
    """The groups of a pattern may have only these names, and must have those needed."""

    def check(pattern: re.Pattern[str]) -> re.Pattern[str]:
        _check(pattern.groupindex, known, needed)
        return pattern

    return AfterValidator(check)


def _check(given: Iterable[str], known: Collection[str], needed: Collection[str]) -> None:
    given = list(given)
    for name in given:
        if name not in known:
            raise ValueError(f"no field {name!r} is read here")
    for name in needed:
        if name not in given:
            raise ValueError(f"the group {name!r} is missing")
