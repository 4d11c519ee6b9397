"""Accepting an invitation: the link is enough; whoever was not meant gives the role back with one tap."""

from __future__ import annotations

from bot.staff.engine import Accept, Decline, Kept, Line, Outcome, Tap, Tell, View, World
from bot.staff.lines import ROLE, STALE_BUTTON, member_name, numbers, scope_line
from bot.staff.roles import holds
from bot.staff.shapes import Grant, Invitation, Role
from bot.staff.team_state import Press, TeamState
from bot.staff.tokens import MOST_GUESSES, token_of


def start(state: TeamState | None, words: str, world: World) -> Outcome:
    """A link was opened: the role is taken at once; a wrong one is counted by whoever keeps roles."""
    token = token_of(words)
    if token is None:
        return Outcome(state, passes=True)
    if world.guesses() >= MOST_GUESSES:
        return Outcome(None, views=(View((Line("join-slow"),)),))
    invitation = world.invitation(token)
    if invitation and world.me and invitation.invited_by == world.me.id:
        # an inviter who tries the link does not use it up
        return Outcome(None, views=(View((Line("join-own"),)),))
    return Outcome(TeamState(doing="accept", invitation=invitation), effects=(Accept(token),))


def accepted(state: TeamState, given: Kept, world: World) -> Outcome:
    """Name, role and scope to both sides."""
    invitation = state.invitation
    if invitation is None:
        return Outcome(None)
    inviter = member_name(invitation.invited_by, world.members())
    said = {"name": world.me.name if world.me else world.name, **_role(invitation.role, invitation, world)}
    by = Line("join-by", {"inviter": inviter}) if inviter else Line("join-by-admin")
    lines = (Line("join-done", said), by, _CAN[invitation.role], Line("join-wrong"))
    decline = ((Tap(Line("do-decline"), "decline", str(given.ids[0])),),) if given.ids else ()
    open_ = Tap(Line("do-queue"), "queue", "0", of="approving")
    ways = ((open_, Tap(Line("do-team"), "people", "0")),) if holds(world.me, "approve") else ()
    told: tuple[Tell, ...] = ()
    if invitation.invited_by is not None and inviter:
        card = ((Tap(Line("do-person"), "person", str(world.me.id)),),) if world.me else ()
        told = (Tell(invitation.invited_by, View((Line("told-joined", said),), _of_team(card))),)
    return Outcome(None, views=(View(lines, (*ways, *decline)),), effects=told)


_CAN: dict[Role, Line] = {
    "reporter": Line("join-can-reporter"),
    "coordinator": Line("join-can-coordinator"),
    "admin": Line("join-can-admin"),
}


def _role(role: Role, held: Invitation | Grant, world: World) -> dict[str, object]:
    return {"role": ROLE[role], "scope": scope_line(held.scope, world)}


def _of_team(rows: tuple[tuple[Tap, ...], ...]) -> tuple[tuple[Tap, ...], ...]:
    return tuple(tuple(Tap(t.label, t.act, t.arg, of="team") for t in row) for row in rows)


def not_accepted() -> Outcome:
    """Used, too old or never made: one sentence, the same for all three."""
    return Outcome(None, views=(View((Line("join-gone"),)),))


def decline(press: Press) -> Outcome:
    """Give the role back."""
    wanted = numbers(press.arg)
    held = press.world.me.grants if press.world.me else ()
    if not wanted or not any(grant.id == wanted[0] and grant.id for grant in held):
        return Outcome(None, toast=STALE_BUTTON)
    return Outcome(TeamState(doing="decline"), effects=(Decline(wanted[0]),))


def declined() -> Outcome:
    """The role was given back."""
    return Outcome(None, views=(View((Line("join-declined"),)),), in_place=True)
