"""What is kept of a member's conversations, and what of it somebody else can go on with."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.staff.draft import load as load_draft


class Kept(BaseModel):
    """What is kept of a member's conversations."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = 1
    draft: str | None = None
    """Of the reporting conversation, as `Draft` in JSON: each engine knows its own versions."""
    team: str | None = None
    """Of the others, as `TeamState` in JSON."""
    wants_file: bool = False
    """A photo or document may come next."""

    @classmethod
    def load(cls, document: str | None) -> Kept:
        """As it was kept; nothing when it is of another layout or not there."""
        try:
            return cls.model_validate_json(document) if document else cls()
        except ValidationError:
            return cls()

    def document(self) -> str | None:
        """As it is kept; None when there is nothing to keep."""
        return None if self == Kept() else self.model_dump_json(exclude_defaults=True)


def for_heir(document: str) -> tuple[str, int] | None:
    """What of somebody's conversations another goes on with, and how many reports those are: begun ones.

    What was saved is in the ledger, and a question that was awaited is not for the heir to answer.
    """
    draft = load_draft(Kept.load(document).draft)
    begun = [d for d in (draft.changed(parked=()), *draft.parked) if d.is_begun] if draft else []
    if not begun:
        return None
    left = begun[0].changed(parked=tuple(begun[1:]))
    return Kept(draft=left.model_dump_json(exclude_defaults=True)).model_dump_json(
        exclude_defaults=True
    ), len(begun)
