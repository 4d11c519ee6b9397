"""Reader `transcript`: a scan that rules cannot read right, written out by a person as data.

`transcript.toml` beside the source holds general objectives, specific objectives and actions in document
order, each with its source lines, and the words the scanner spoiled with what was on the paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from index.errors import DataFault, PlanFault
from index.readers.draft import Draft, Heading, Place, put_path
from index.readers.measures import objective_draft
from index.records import Span
from index.vocabulary import read_toml


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str
    lines: Span
    also: list[Span] = Field(default_factory=list)
    repairs: dict[str, str] = Field(default_factory=dict)
    shuffled: list[str] = Field(default_factory=list)
    """Fields whose words the scanner printed out of order."""
    note: str | None = None
    doubt: str | None = None

    def places(self) -> tuple[Place, ...]:
        """Every line of the part, its own first."""
        spans = [self.lines, *self.also]
        return tuple(Place(n) for n in sorted({n for a, b in spans for n in range(a, b + 1)}))


class Action(_Part):
    """One row of the table."""

    indicators: list[str] = Field(default_factory=list)
    responsible: list[str] = Field(default_factory=list)
    partners: list[str] = Field(default_factory=list)
    deadline: str | None = None


class Specific(_Part):
    """A specific objective with its actions."""

    code: str | None = None
    action: list[Action] = Field(default_factory=list)


class General(_Part):
    """A general objective with its specific ones."""

    code: str | None = None
    specific: list[Specific] = Field(default_factory=list)


class Transcript(BaseModel):
    """The whole of `transcript.toml`."""

    model_config = ConfigDict(extra="forbid")
    repairs: dict[str, str] = Field(default_factory=dict)
    """What the scanner spoils everywhere → what was on the paper."""
    general: list[General]


class TranscriptSpec(BaseModel):
    """Keys of a `[[section]]` with reader = "transcript"."""

    model_config = ConfigDict(extra="forbid")
    reader: Literal["transcript"]
    file: str = "transcript.toml"


def load_transcript(path: Path) -> Transcript:
    """The transcript file. Raises PlanFault with the line for bad TOML."""
    try:
        return Transcript.model_validate(read_toml(path))
    except DataFault as bad:
        raise PlanFault.of(bad) from None
    except ValidationError as bad:
        first = bad.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise PlanFault(path, 0, f"{where}: {first['msg']}") from None


def read_transcript(path: Path) -> Iterator[Draft]:
    """Drafts of objectives and actions, in document order."""
    transcript = load_transcript(path)
    for general in transcript.general:
        top = Heading(1, general.title, general.places(), *_code_and_title(general.title))
        yield _repaired(objective_draft(top, []), general, transcript)
        for specific in general.specific:
            below = Heading(2, specific.title, specific.places(), *_code_and_title(specific.title))
            yield _repaired(objective_draft(below, [top]), specific, transcript, general)
            for action in specific.action:
                yield _repaired(_action(action, [top, below]), action, transcript, general, specific)


def _code_and_title(text: str) -> tuple[str | None, str | None]:
    """Code and wording of a heading: "OBIECTIV GENERAL IV. …", "2. …"."""
    head, _, rest = text.partition(":") if text.partition(":")[0].isupper() else text.partition(".")
    code = head.split()[-1] if head else ""
    return (code, rest.strip()) if rest and len(head) < 30 else (None, None)


def _action(action: Action, path: list[Heading]) -> Draft:
    draft = Draft("measure", action.lines)
    places = action.places()
    draft.put("title", action.title, places)
    draft.put("indicators", tuple(action.indicators), places)
    draft.put("responsible", tuple(action.responsible), places)
    draft.put("partners", tuple(action.partners), places)
    draft.put("deadline", action.deadline, places)
    put_path(draft, path)
    draft.doubt = action.doubt
    return draft


def _repaired(draft: Draft, part: _Part, transcript: Transcript, *above: _Part) -> Draft:
    draft.lines = part.lines
    draft.transcribed = True
    draft.shuffled = tuple(part.shuffled)
    draft.repairs = dict(transcript.repairs)
    for one in (*above, part):
        draft.repairs |= one.repairs
    if any("title" in one.shuffled for one in above):
        draft.shuffled = (
            *draft.shuffled,
            *(f"path.{n}" for n, a in enumerate(above) if "title" in a.shuffled),
        )
    return draft
