"""What is kept between two turns of approving, of one's own reports and of the team: small and versioned."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pydantic import ValidationError

from bot.staff.engine import World
from bot.staff.shapes import Frozen, Invitation, Role

Awaited = Literal["question", "answer", "why", "for-whom"]
"""A typed message is: the question of a returned report, the answer to one, the reason of a withdrawal,
the institution or measure of an invitation."""
Doing = Literal[
    "approve", "return", "withdraw", "respond", "invite", "accept", "decline", "revoke", "sums", "evidence"
]


class Making(Frozen):
    """An invitation that is being made."""

    role: Role
    plans: tuple[str, ...] = ()
    """Slugs; empty: all of those that the inviter has."""
    chosen: bool = False
    """The plans are settled."""
    institution: str | None = None
    measure: str | None = None
    """Id of a record."""
    ready: bool = False
    """For whom is settled too."""


class TeamState(Frozen):
    """What one of the three conversations waits for."""

    version: Literal[1] = 1
    awaits: Awaited | None = None
    ids: tuple[int, ...] = ()
    """Reports that are asked about, answered, taken back or being decided."""
    at: float = 0.0
    """Since when it waits, in seconds since 1970."""
    words: str | None = None
    """Typed, and asked about once more before they are kept."""
    doing: Doing | None = None
    """An effect that was asked for and is not answered yet."""
    making: Making | None = None
    invitation: Invitation | None = None
    """Being accepted."""
    member: int | None = None
    """Internal id of who loses his roles."""
    name: str | None = None
    """His name: when he has lost them, it is found nowhere."""
    heir: int | None = None
    """Internal id of who gets his open reports."""

    def does(self, doing: Doing, *ids: int) -> TeamState:
        """An effect is on its way; what was waited for is kept, in case it is refused."""
        return self.model_copy(update={"doing": doing, "ids": ids or self.ids})


def waiting_for(awaited: Awaited, at: float, *ids: int) -> TeamState:
    """Waiting for words about reports, and for nothing else."""
    return TeamState(awaits=awaited, at=at, ids=ids)


class Press(NamedTuple):
    """A button of one of the three conversations, pressed."""

    state: TeamState
    arg: str
    world: World


def load(kept: str | None) -> TeamState | None:
    """The state that was kept as JSON; None when there is none, or of another version."""
    if not kept:
        return None
    try:
        return TeamState.model_validate_json(kept)
    except ValidationError:
        return None
