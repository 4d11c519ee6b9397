"""The shapes of what the plans say: one frozen model per thing, with where it was read.

A `Record` has the fields that other programs may rely on; those its kind does not have stay
null or empty. `title`, `path` and every other printed field keep the source's wording.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Kind = Literal[
    "measure",
    "service",
    "project",
    "campaign",
    "training",
    "objective",
    "plan",
    "institution",
    "term",
    "passage",
]
Status = Literal["existing", "planned", "closing"]
AnswerKind = Literal["number", "percent", "state", "text"]
Rhythm = Literal["year", "half-year", "quarter", "month", "permanent"]
Span = tuple[int, int]


class Frozen(BaseModel):
    """A value that never changes once read; change by `model_copy`."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Frozen):
    """Where a record was read. Lines are 1-based, both ends included."""

    document: str
    """The file below the plan's folder, e.g. `source.txt`."""
    lines: Span
    """First and last line of the record's own row or paragraph."""
    also: tuple[Span, ...] = ()
    """Headings and merged cells used from elsewhere."""


class IndicatorFact(Frozen):
    """What kind of answer one indicator or result takes."""

    id: str
    """Stable id: the record's id and a digest of the wording."""
    text: str
    """The indicator as printed."""
    origin: Literal["indicators", "results"]
    """The list it stands in."""
    answer: AnswerKind
    """number, percent, state (done or not) or text."""
    unit: str | None = None
    """What is counted, in the source's words; `%` for a percentage."""
    target: float | None = None
    """The value to reach, when the wording has one."""

    def as_contract(self) -> dict[str, Any]:
        """The fact with the names other programs know."""
        return {
            "id": self.id,
            "text": self.text,
            "from": self.origin,
            "answer": self.answer,
            "unit": self.unit,
            "target": self.target,
        }


class DeadlineFacts(Frozen):
    """A deadline's dates and rhythm, read from its wording."""

    dates: tuple[str, ...] = ()
    """ISO dates as exact as the wording: `2017`, `2017-07` or `2017-07-01`; in printed order."""
    every: Rhythm | None = None
    """How often it comes round."""


class Licence(Frozen):
    """The printed days a licence runs from and to."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    start: str | None = None
    """First day as printed, e.g. `24.09.2021`."""
    end: str | None = None
    """Last day as printed."""


class Record(Frozen):
    """One thing a plan says, as printed, with its source."""

    id: str
    """Unique in the catalogue and stable across rebuilds: plan, kind, first line (and a number); kept when
    the text changes, where the plan's folder holds it (`ids.tsv`)."""
    key: str
    """Short form of the id for links and buttons: 10 characters of `a-z` and `2-7`."""
    kind: Kind
    """What it is."""
    plan: str
    """Slug of its plan."""
    code: str | None = None
    """Code as printed, without a leading M and a final dot."""
    title: str
    """Full wording of the source."""
    path: tuple[str, ...] = ()
    """Headings above it, outermost first."""
    status: Status | None = None
    """What the plan says of a service; derived (`data/vocabulary/effects.toml`)."""
    county: str | None = None
    """County of the plan; derived from `plan.toml`."""
    locality: str | None = None
    """Where it is (service) or whose it is (project); derived from title and institution."""
    responsible: tuple[str, ...] = ()
    """Institutions that answer for it, one each."""
    partners: tuple[str, ...] = ()
    """Institutions that help, one each."""
    deadline: str | None = None
    """Deadline as printed."""
    indicators: tuple[str, ...] = ()
    """Indicators as printed, one each."""
    results: tuple[str, ...] = ()
    """Results as printed, one each."""
    groups: tuple[str, ...] = ()
    """Groups of people as printed, one each."""
    funding: tuple[str, ...] = ()
    """Sources of money as printed, one each."""
    number: int | None = None
    """Row number where the source numbers its rows."""
    service_code: str | None = None
    """Code of the national nomenclature as printed."""
    provider: str | None = None
    """Who runs the service."""
    activity: str | None = None
    """Wording of the service column, where it is apart from the name."""
    capacity: str | None = None
    """Places, as printed."""
    occupancy: str | None = None
    """How full it is, as printed."""
    budget: dict[str, str] = {}
    """Column heading → amount as printed."""
    staff: str | None = None
    """Who works there, as printed."""
    institution: str | None = None
    """Who carries a project, as printed."""
    objective: str | None = None
    """What a campaign is for."""
    period: str | None = None
    """When a campaign, project or plan runs, as printed."""
    persons: str | None = None
    """How many people a training is for, as printed."""
    beneficiaries: str | None = None
    """For whom a service is, as printed."""
    licence: Licence | None = None
    """Days of the licence, as printed."""
    smis: str | None = None
    """SMIS code of a project with European money."""
    participants: tuple[str, ...] = ()
    """Who meets, as printed."""
    space: str | None = None
    """Rooms a planned service needs, as printed."""
    section: str | None = None
    """Heading of the table it stands in."""
    issuer: str | None = None
    """Who issued a plan."""
    act: str | None = None
    """The act that approved a plan, as printed."""
    act_date: str | None = None
    """Day of that act as printed."""
    service_types: tuple[str, ...] = ()
    """Ids in `data/vocabulary/services.toml`; derived."""
    audiences: tuple[str, ...] = ()
    """Ids in `data/vocabulary/groups.toml`; derived."""
    same_as: str | None = None
    """Id of the running service that this project row also describes."""
    indicator_facts: tuple[IndicatorFact, ...] = ()
    """One per indicator and result; derived."""
    deadline_facts: DeadlineFacts = DeadlineFacts()
    """Derived from the deadline's wording."""
    source: Source
    """Where it was read."""

    def printed(self) -> Iterator[tuple[str, str]]:
        """Names of the fields that the document prints and what they hold; items are parted by " | "."""
        for field in (*LIST_FIELDS, *TEXT_FIELDS):
            held = getattr(self, field)
            if held:
                yield field, " | ".join(held) if isinstance(held, tuple) else str(held)

    def as_contract(self) -> dict[str, Any]:
        """The record with the names and shapes other programs know."""
        out = self.model_dump(mode="json")
        out["indicator_facts"] = [f.as_contract() for f in self.indicator_facts]
        out["budget"] = self.budget or None
        if self.licence:
            out["licence"] = {"from": self.licence.start, "to": self.licence.end}
        return out


LIST_FIELDS = ("responsible", "partners", "indicators", "results", "groups", "funding", "participants")
"""Printed fields that hold a list of strings."""

TEXT_FIELDS = (
    "title",
    "code",
    "deadline",
    "service_code",
    "provider",
    "activity",
    "capacity",
    "occupancy",
    "staff",
    "space",
    "institution",
    "objective",
    "period",
    "persons",
    "beneficiaries",
    "smis",
    "section",
    "issuer",
    "act",
    "act_date",
)
"""Printed fields that hold one string."""
