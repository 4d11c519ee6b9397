"""What can go wrong while reading plans and answering from them.

    IndexFault
    ├── DataFault          a file under data/ cannot be read as it should
    │   └── PlanFault      ... and it belongs to one plan
    └── IndexMissing       nothing was built in the state directory

Each carries a `code` with named values and no words for people: `bot/say` finds those.
"""

from __future__ import annotations

from pathlib import Path


class IndexFault(Exception):
    """Base of everything `index` raises on purpose."""

    code = "index-fault"


class DataFault(IndexFault):
    """A file under `data/` does not say what it should.

    file: the file at fault. line: 1-based, 0 when the fault has no line.
    fault: a short technical description for whoever tends the data, never shown to citizens.
    """

    code = "data-fault"

    def __init__(self, file: Path, line: int, fault: str) -> None:
        super().__init__(f"{file}:{line}: {fault}")
        self.file = file
        self.line = line
        self.fault = fault


class PlanFault(DataFault):
    """A plan folder cannot be read; the other plans can."""

    code = "plan-fault"

    @classmethod
    def of(cls, bad: DataFault) -> PlanFault:
        """The fault of a file that belongs to a plan."""
        return cls(bad.file, bad.line, bad.fault)


class IndexMissing(IndexFault):
    """No index was built in the state directory yet."""

    code = "index-missing"
