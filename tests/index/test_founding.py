"""Which measures stand beside services and projects: by their lines, or because they are the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from index.founding import Founding
from index.records import Record, Source


def record(short: str, first: int, last: int, **fields: Any) -> Record:
    """A record of one plan, named by the first letter of its kind and a number: `m1`, `s1`, `p1`."""
    kind = {"m": "measure", "s": "service", "p": "project"}[short[0]]
    source = Source(document="source.txt", lines=(first, last))
    known = {"id": short, "key": short, "kind": kind, "plan": "plan", "title": short, "source": source}
    return Record.model_validate(known | fields)


RECORDS = {
    r.id: r
    for r in (
        record("m1", 1, 4),
        record("m2", 5, 9),
        record("s1", 6, 6),
        record("s2", 4, 5),
        record("s3", 20, 20),
        record("p1", 30, 30, same_as="s1"),
        record("p2", 6, 6),
    )
}


@dataclass
class Shelf:
    """As much of an index as is looked at."""

    by_id: dict[str, Record]

    def of_plan(self, slug: str) -> list[Record]:
        """Those of a plan."""
        return [r for r in self.by_id.values() if r.plan == slug]


@pytest.mark.parametrize(
    ("short", "beside"),
    [("m1", ["m1"]), ("s1", ["m2"]), ("s2", ["m1", "m2"]), ("s3", []), ("p1", ["m2"]), ("p2", [])],
)
def test_a_service_stands_beside_the_measures_whose_lines_it_shares(short: str, beside: list[str]) -> None:
    founding = Founding(Shelf(RECORDS))  # type: ignore[arg-type]
    assert [m.id for m in founding.measures(RECORDS[short])] == beside
