"""Who may do what: pure, from grants and what the plans say. Asked again whenever something is saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.staff.shapes import ROLES, Grant, Member, Report, Role, Scope
from index import Directory, Record

Action = Literal["report", "approve"]
Right = Literal["report", "approve", "invite-reporter", "invite-coordinator", "invite-admin"]
_RIGHTS: dict[Role, tuple[Right, ...]] = {
    "reporter": ("report",),
    "coordinator": ("report", "approve", "invite-reporter", "invite-coordinator"),
    "admin": ("report", "approve", "invite-reporter", "invite-coordinator", "invite-admin"),
}
"""What each role may within its plans, institutions and measures; outside of them none may anything."""
_INVITES: dict[Role, Right] = {
    "reporter": "invite-reporter",
    "coordinator": "invite-coordinator",
    "admin": "invite-admin",
}


def may(member: Member | None, action: Action, record: Record, directory: Directory) -> Grant | None:
    """The grant that lets a member do something about a measure; None when none does.

    Reporters report; coordinators report and approve; so do administrators. An institution's grant holds for
    measures that name it as responsible, in any spelling. Of several grants the least role comes first, and
    one that names the institution before one that does not: it says for whom something is reported.
    """
    if member is None or record.kind != "measure":
        return None
    fitting = [g for g in member.grants if action in _RIGHTS[g.role] and in_scope(g.scope, record, directory)]
    return min(fitting, key=_plainest, default=None)


def may_decide(member: Member | None, report: Report, directory: Directory) -> Grant | None:
    """The grant that lets a member approve or return a report, his own too: that is asked by `is_own`.

    A measure that the plan's new text lost is named by nobody: whoever has the whole plan decides.
    """
    record = directory.index.by_id.get(report.measure)
    if record is not None:
        return may(member, "approve", record, directory)
    whole = [
        g
        for g in (member.grants if member else ())
        if "approve" in _RIGHTS[g.role]
        and not g.scope.institutions
        and (report.measure in g.scope.measures or not g.scope.measures)
        and (not g.scope.plans or report.plan in g.scope.plans)
    ]
    return min(whole, key=_plainest, default=None)


def is_own(member: Member | None, report: Report) -> bool:
    """Whether a member wrote a report, or answered for it: somebody else approves it then."""
    return member is not None and (
        report.author == member.id or any(e.state == "submitted" and e.by == member.id for e in report.events)
    )


def in_scope(scope: Scope, record: Record, directory: Directory) -> bool:
    """Whether a scope holds for a measure: everything that it names must fit."""
    if scope.plans and record.plan not in scope.plans:
        return False
    if scope.measures and record.id not in scope.measures:
        return False
    names = directory.institutions
    return not scope.institutions or any(names.named_in(one, record) for one in scope.institutions)


def may_invite(member: Member | None, role: Role, scope: Scope, directory: Directory) -> Grant | None:
    """The grant that lets a member give a role for a scope: coordinators make reporters and coordinators
    within their own scope, administrators anybody within theirs."""
    held = member.grants if member else ()
    fitting = [g for g in held if _INVITES[role] in _RIGHTS[g.role] and within(scope, g.scope, directory)]
    return min(fitting, key=_plainest, default=None)


def within(scope: Scope, wider: Scope, directory: Directory) -> bool:
    """Whether a scope holds for nothing that a wider one does not hold for."""
    records = [directory.index.by_id.get(one) for one in scope.measures]
    if records:
        return all(r is not None and in_scope(wider, r, directory) for r in records) and (
            not scope.plans or all(r is not None and r.plan in scope.plans for r in records)
        )
    if wider.measures or (wider.plans and not (scope.plans and set(scope.plans) <= set(wider.plans))):
        return False
    names = directory.institutions
    return not wider.institutions or (
        bool(scope.institutions)
        and all(any(names.within(one, other) for other in wider.institutions) for one in scope.institutions)
    )


def overlap(one: Scope, other: Scope, directory: Directory) -> bool:
    """Whether two scopes can hold for one measure."""
    names = directory.institutions
    plans = not one.plans or not other.plans or bool(set(one.plans) & set(other.plans))
    measures = not one.measures or not other.measures or bool(set(one.measures) & set(other.measures))
    return (
        plans
        and measures
        and (
            not one.institutions
            or not other.institutions
            or any(names.same(a, b) for a in one.institutions for b in other.institutions)
        )
    )


def may_revoke(member: Member | None, other: Member, directory: Directory) -> bool:
    """Whether a member may take all grants of another: those whom he could have invited.

    What the settings give (`INDRUMAR_ADMINS`) nobody can take in a chat.
    """
    grants = other.grants
    return bool(grants) and all(
        grant.id != 0 and may_invite(member, grant.role, grant.scope, directory) for grant in grants
    )


def holds(member: Member | None, right: Right) -> bool:
    """Whether a member has a right for anything at all."""
    return member is not None and any(right in _RIGHTS[grant.role] for grant in member.grants)


def may_give(member: Member | None) -> tuple[Role, ...]:
    """The roles that a member may give to somebody."""
    return tuple(role for role in ROLES if holds(member, _INVITES[role]))


@dataclass(frozen=True)
class RightRow:
    """One line of who may do what."""

    role: Role
    right: Right
    inside: bool
    """Within the plans, institutions and measures of the grant."""
    allowed: bool


def rights_table() -> tuple[RightRow, ...]:
    """Every role, every action, in and out of its scope: what documents and tests are made from."""
    actions = _RIGHTS["admin"]
    return tuple(
        RightRow(role, right, inside, inside and right in _RIGHTS[role])
        for role in ROLES
        for right in actions
        for inside in (True, False)
    )


def _plainest(grant: Grant) -> tuple[int, bool, int]:
    return ROLES.index(grant.role), not grant.scope.institutions, grant.id
