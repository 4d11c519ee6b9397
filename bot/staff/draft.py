"""What is kept of a report while it is being written: small, versioned, the same after a restart."""

from __future__ import annotations

from hashlib import blake2s
from typing import Literal

from pydantic import ValidationError

from bot.staff.shapes import Evidence, Frozen, NewReport, Part, Report, Value
from bot.staff.targets import Targets

StepName = Literal[
    "find",
    "which-measure",
    "which-indicator",
    "value",
    "sure",
    "twin",
    "reason",
    "period",
    "place",
    "note",
    "note-sure",
    "evidence",
    "parts",
    "item",
    "summary",
    "saved",
    "lost",
]
VERSION = 1
MOST_ITEMS = 10
"""Lines of one message: their summary still fits into one."""
MOST_PARKED = 20
"""Reports begun and not ended, beside the open one."""
SAID_CHARS = 120
"""Of a line as typed so much is shown again."""
MOST_CANDIDATES = 120
"""Handles kept to choose among."""


class Item(Frozen):
    """One report as far as it is written."""

    target: str | None = None
    """Id of the indicator; None until it is known."""
    candidates: tuple[str, ...] = ()
    """Handles of the indicators that may be meant, when there are several."""
    measure: str | None = None
    """Id of the measure that was chosen among theirs."""
    said: str = ""
    """The line as typed, to be shown while it is not clear what it is about."""
    line: str = ""
    """The words of it that hold the value; they are read once the indicator is known."""
    value: Value | None = None
    period: str | None = None
    ahead: str | None = None
    """The period that was named, when it has not begun yet."""
    place: str | None = None
    note: str | None = None
    evidence: Evidence | None = None
    parts: tuple[Part, ...] = ()
    doubts: tuple[str, ...] = ()
    """As in `NewReport`: asked about, and said to be right."""
    twin_kept: bool = False
    """Another line of the message is about the same, and both are meant."""
    written_at: float
    """When the person wrote it, in seconds since 1970."""
    supersedes: int | None = None
    reason: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be lost without it."""
        typed = (self.value, self.place, self.note, self.evidence, self.reason, self.supersedes)
        return not any(one is not None for one in typed) and not self.parts and not self.line

    def changed(self, **changes: object) -> Item:
        """The same with some fields changed."""
        return self.model_copy(update=changes)

    def report(self) -> NewReport | None:
        """What is saved; None while the indicator, the value or the period is missing."""
        if self.target is None or self.value is None or self.period is None:
            return None
        return NewReport(
            target=self.target,
            value=self.value,
            period=self.period,
            place=self.place,
            note=self.note,
            evidence=self.evidence,
            parts=self.parts,
            doubts=self.doubts,
            written_at=self.written_at,
            supersedes=self.supersedes,
            reason=self.reason,
        )


class Draft(Frozen):
    """The open report, or those of one message, and where the person is."""

    version: Literal[1] = 1
    token: str
    """Ties buttons to this draft; what is saved under it is saved once."""
    step: StepName = "find"
    items: tuple[Item, ...]
    at: int = 0
    """The item that is asked about."""
    returns: bool = False
    """The step was opened from the summary and leads back there."""
    lists: bool = False
    """One's own measures are shown: a number chooses one of them."""
    refusals: int = 0
    """Answers in a row that could not be taken at this step."""
    touched_at: float
    """When the person last did something in it, in seconds since 1970."""
    doing: Literal["save", "undo"] | None = None
    """An effect that was asked for and is not answered yet."""
    saved: tuple[int, ...] = ()
    """Numbers of the reports that were made of it."""
    saved_at: float = 0.0
    undoing: tuple[int, ...] = ()
    """Reports that `undo` takes back."""
    parked: tuple[Draft, ...] = ()
    """Begun before this one and not ended, the latest first; they park none themselves."""

    @property
    def item(self) -> Item:
        """The item that is asked about."""
        return self.items[self.at]

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be lost without it; what was saved is in the ledger."""
        return self.step in ("saved", "lost") or all(item.is_empty for item in self.items)

    @property
    def is_begun(self) -> bool:
        """Whether there is something to go on with: at least what it is about was chosen."""
        about = any(item.target or item.candidates for item in self.items)
        return not self.is_empty or (about and self.step not in ("saved", "lost"))

    @property
    def is_single(self) -> bool:
        """Whether it is about one indicator only."""
        return len(self.items) == 1

    @property
    def mark(self) -> str:
        """What would be saved, in short: a button of an older summary holds another one."""
        kept = {"target", "value", "period", "place", "note", "evidence", "parts", "reason"}
        said = "\n".join(item.model_dump_json(include=kept) for item in self.items)
        return blake2s(said.encode(), digest_size=3).hexdigest()

    def changed(self, **changes: object) -> Draft:
        """The same with some fields changed."""
        return self.model_copy(update=changes)

    def with_item(self, **changes: object) -> Draft:
        """The same with fields of the item that is asked about changed."""
        items = list(self.items)
        items[self.at] = self.item.changed(**changes)
        return self.changed(items=tuple(items))

    def goes(self, step: StepName, *, returns: bool = False) -> Draft:
        """The same at another step."""
        return self.changed(step=step, returns=returns, refusals=0, lists=False)

    def fits(self, targets: Targets) -> bool:
        """Whether all it is about is still in the plans."""
        known = all(item.target is None or item.target in targets.by_id for item in self.items)
        return known and all(h in targets.by_handle for item in self.items for h in item.candidates)


def load(kept: str | None) -> Draft | None:
    """The draft that was kept as JSON; of an unknown version or broken, one at the step `lost`."""
    if not kept:
        return None
    try:
        return Draft.model_validate_json(kept)
    except ValidationError:
        return Draft(token="", step="lost", items=(Item(written_at=0.0),), touched_at=0.0)


def begun(token: str, now: float, *items: Item) -> Draft:
    """A new draft; of one empty item when none is given."""
    return Draft(token=token, items=items or (Item(written_at=now),), touched_at=now)


def correcting(report: Report, now: float) -> Item:
    """An item with what a report said, to be corrected."""
    return Item(
        target=report.target,
        value=report.value,
        period=report.period,
        place=report.place,
        note=report.note,
        evidence=report.evidence,
        parts=report.parts,
        doubts=report.doubts,
        written_at=now,
        supersedes=report.id,
    )
