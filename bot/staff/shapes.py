"""The shapes of staff work: who may what, what is reported, what the ledger holds."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from index import IndicatorFact, Record, Reported, ReportState

Role = Literal["reporter", "coordinator", "admin"]
ROLES: tuple[Role, ...] = ("reporter", "coordinator", "admin")
"""Each may what those before it may, within its own plans, institutions and measures."""
Kind = Literal["number", "percent", "state", "text", "nothing"]
Done = Literal["done", "partly", "not-done"]
EvidenceType = Literal["image/jpeg", "image/png", "application/pdf"]
By = Literal["sex", "age", "place"]


class Frozen(BaseModel):
    """A value that never changes; change by `model_copy`."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# ── who ──


class Scope(Frozen):
    """What a grant is for; an empty tuple binds nothing."""

    plans: tuple[str, ...] = ()
    """Slugs."""
    institutions: tuple[str, ...] = ()
    """Names, in any spelling the vocabulary knows as one."""
    measures: tuple[str, ...] = ()
    """Ids of records."""


class Grant(Frozen):
    """A role that a person holds."""

    id: int
    """Number in the store; 0 for one that the settings give (`INDRUMAR_ADMINS`)."""
    role: Role
    scope: Scope = Scope()
    since: float = 0.0
    """Seconds since 1970."""


class Member(Frozen):
    """A person with at least one grant."""

    id: int
    """Internal; never used again for somebody else."""
    telegram_id: int
    name: str
    """As Telegram has it when the invitation was accepted; at most 64 characters."""
    grants: tuple[Grant, ...]


class Invitation(Frozen):
    """An invitation as the store has it; the token itself is nowhere."""

    role: Role
    scope: Scope
    invited_by: int | None
    """Internal id; None when it was made on the command line."""
    expires: float
    """Seconds since 1970."""


# ── what ──


class Target(Frozen):
    """What a report can be about: one indicator of a measure, or the measure when it prints none."""

    record: Record
    fact: IndicatorFact | None
    id: str
    """The indicator's id, or the record's id and `index.STANDING`."""
    handle: str
    """`i_` and 6 of `a-z2-7`: what is typed or tapped for it, the same after every rebuild."""

    @property
    def kind(self) -> Kind:
        """What its value is; a standing report takes done / partly / not done, with words."""
        return self.fact.answer if self.fact else "state"


class Value(Frozen):
    """What is reported."""

    kind: Kind
    amount: float | None = None
    """number, and percent (30.0 is 30 %)."""
    done: Done | None = None
    """state."""
    text: str | None = None
    """text; and what may be said beside a standing report's state."""
    part: float | None = None
    """12 of "12 din 40", which is 30 %."""
    whole: float | None = None
    """40 of "12 din 40"."""

    @property
    def plain(self) -> float | str | None:
        """As the ledger and answers have it."""
        return {"state": self.done, "text": self.text, "nothing": None}.get(self.kind, self.amount)


class Part(Frozen):
    """A part of a number."""

    by: By
    name: str
    """As typed: "fete", "0-6 ani", "Movila"."""
    amount: float


class Evidence(Frozen):
    """A photo or document that belongs to a report; our own copy lies in the store."""

    digest: str
    """SHA-256 of the content, in hexadecimal digits."""
    media_type: EvidenceType
    size_bytes: int


class NewReport(Frozen):
    """A report to be saved."""

    target: str
    """Id of the indicator, or of the standing report."""
    value: Value
    period: str
    """As in `index.Reported`."""
    place: str | None = None
    note: str | None = None
    evidence: Evidence | None = None
    parts: tuple[Part, ...] = ()
    doubts: tuple[str, ...] = ()
    """Keys of what was asked "sigur?" about: `jump`, `below-last`, `personal`."""
    written_at: float
    """When the person wrote it, in seconds since 1970."""
    supersedes: int | None = None
    """Number of the report it corrects."""
    reason: str | None = None
    """Why it was corrected."""


class Event(Frozen):
    """A step of a report after it was submitted."""

    state: ReportState
    at: float
    """Seconds since 1970."""
    by: int
    """Internal id."""
    role: Role
    words: str | None = None
    """The question of a returned report, the answer to it, the reason of a withdrawal."""


class Report(Frozen):
    """A report as the ledger has it, with what became of it."""

    id: int
    """Number of its row in the ledger."""
    plan: str
    plan_version: str
    """Digest of the plan's text when it was reported (12 hexadecimal digits)."""
    measure: str
    target: str
    value: Value
    period: str
    place: str | None
    note: str | None
    evidence: Evidence | None
    parts: tuple[Part, ...]
    doubts: tuple[str, ...]
    state: ReportState
    """Of its last event."""
    author: int
    """Internal id."""
    author_telegram: int | None
    """While it is known."""
    author_name: str | None
    """While it is known."""
    role: Role
    """The author's when it was saved."""
    institution: str | None
    """Of the author's grant when it was saved: whom it is reported for."""
    created_at: float
    """When it was written, in seconds since 1970."""
    saved_at: float
    """When it was kept."""
    supersedes: int | None
    superseded_by: int | None
    """Number of the report that corrects it."""
    reason: str | None
    update_id: int
    events: tuple[Event, ...]
    """What happened after it was submitted, oldest first."""
    sums: bool = False
    """As in `index.Reported`."""

    def reported(self) -> Reported | None:
        """As an answer takes it; None for one that was withdrawn or corrected."""
        if self.state == "withdrawn" or self.superseded_by is not None:
            return None
        return Reported(
            id=self.id,
            plan=self.plan,
            measure=self.measure,
            indicator=self.target,
            kind=self.value.kind,
            value=self.value.plain,
            period=self.period,
            day=datetime.fromtimestamp(self.created_at, UTC).date(),
            by=self.institution,
            place=self.place,
            state=self.state,
            sums=self.sums,
        )
