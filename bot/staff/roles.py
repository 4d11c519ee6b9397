"""Who may do what: pure, from grants and what the plans say. Asked again whenever something is saved."""

from __future__ import annotations

from typing import Literal

from bot.staff.shapes import Grant, Member, Role, Scope
from index import Record

Action = Literal["report", "approve"]


def may(member: Member | None, action: Action, record: Record) -> Grant | None:
    """The grant that lets a member do something about a measure; None when none does.

    Reporters report; coordinators report and approve; so do administrators. An institution's grant holds for
    measures that name it as responsible, in any spelling.
    """
    raise NotImplementedError


def may_invite(member: Member | None, role: Role, scope: Scope) -> Grant | None:
    """The grant that lets a member give a role for a scope: coordinators make reporters and coordinators
    within their own scope, administrators anybody within theirs."""
    raise NotImplementedError


def may_revoke(member: Member | None, other: Member) -> bool:
    """Whether a member may take all grants of another: those whom he could have invited."""
    raise NotImplementedError
