"""The team: who may what, inviting, and taking roles back.

/echipa ─► people ─► person ─► [take access] ─► who gets the open reports? ─► sure? ─► revoked
              ├────► who may what
              └────► [invite] ─► `inviting`
/start PAYLOAD ─► `joining`
"""

from __future__ import annotations

from collections.abc import Callable

from bot.staff import inviting, joining
from bot.staff.engine import (
    Command,
    Given,
    Kept,
    Line,
    Outcome,
    Pressed,
    Refused,
    Revoke,
    Tap,
    Tell,
    Typed,
    View,
    World,
)
from bot.staff.invite_view import made_view
from bot.staff.lines import CANCELLED, no_access, numbers, stale
from bot.staff.people import heirs_view, people_view, person_view, rights_view, seen, sure_view
from bot.staff.roles import may_give, may_revoke
from bot.staff.shapes import Member
from bot.staff.team_state import Press, TeamState

_START = "start"
"""The command of a link; all others of this engine open the team."""


def step(state: TeamState | None, given: Given, world: World) -> Outcome:
    """One turn about the team; pure. Raises Wanted when something has to be read first."""
    held = state or TeamState()
    if isinstance(given, Kept):
        return _kept(held, given, world)
    if isinstance(given, Refused):
        return _refused(held, given, world)
    if isinstance(given, Command) and given.name == _START:
        return joining.start(state, given.words, world)
    if isinstance(given, Typed) and held.making is None:
        return Outcome(state, passes=True)
    if world.me is None:
        return no_access()
    if isinstance(given, Command):
        return Outcome(None, views=(people_view(world),))
    if isinstance(given, Typed):
        return inviting.typed(held, given.text, world) if may_give(world.me) else _no_right()
    if isinstance(given, Pressed):
        return _pressed(Press(held, given.arg, world), given.act)
    return Outcome(state, passes=True)


def _pressed(press: Press, act: str) -> Outcome:
    if act in inviting.ACTS:
        return inviting.ACTS[act](press) if may_give(press.world.me) else _no_right()
    own = _ACTS.get(act)
    return own(press) if own else stale(press.state)


def _no_right() -> Outcome:
    return Outcome(None, views=(View((Line("team-no-right"),)),))


# ── people ──


def _people(press: Press) -> Outcome:
    page = (numbers(press.arg) or (0,))[0]
    return Outcome(None, views=(people_view(press.world, page),), in_place=True)


def _rights(_: Press) -> Outcome:
    return Outcome(None, views=(rights_view(),), in_place=True)


def _found(number: int, world: World) -> Member | None:
    """Somebody whom one may see, by internal id."""
    return next((m for m in seen(world) if m.id == number), None)


def _person(press: Press) -> Outcome:
    other = _found((numbers(press.arg) or (0,))[0], press.world)
    if other is None:
        return _gone(press.world)
    return Outcome(None, views=(person_view(other, press.world),), in_place=True)


def _gone(world: World, note: Line | None = None) -> Outcome:
    line = note or Line("team-gone")
    return Outcome(None, views=(people_view(world, 0, (line,)),), in_place=True, toast=line)


# ── taking roles back ──


def _revoke(press: Press) -> Outcome:
    """Whose access, and at which page of those who may get his open reports."""
    wanted = numbers(press.arg)
    other = _revocable(wanted[0] if wanted else 0, press.world)
    if isinstance(other, Outcome):
        return other
    page = wanted[1] if len(wanted) > 1 else 0
    return Outcome(None, views=(heirs_view(other, press.world, page),), in_place=True)


def _revocable(number: int, world: World) -> Member | Outcome:
    other = _found(number, world)
    if other is None:
        return _gone(world)
    if not may_revoke(world.me, other, world.guide.directory):
        return _gone(world, Line("team-no-right"))
    return other


def _heir(press: Press) -> Outcome:
    """A last look before somebody loses his roles."""
    both = _both(press)
    if isinstance(both, Outcome):
        return both
    return Outcome(None, views=(sure_view(*both),), in_place=True)


def _both(press: Press) -> tuple[Member, Member | None] | Outcome:
    """Who loses his roles, and who gets his open reports."""
    wanted = numbers(press.arg)
    if len(wanted) != 2:
        return stale(press.state)
    other = _revocable(wanted[0], press.world)
    if isinstance(other, Outcome):
        return other
    heir = _found(wanted[1], press.world)
    if wanted[1] and (heir is None or heir.id == other.id):
        return _gone(press.world)
    return other, heir


def _really(press: Press) -> Outcome:
    both = _both(press)
    if isinstance(both, Outcome):
        return both
    other, heir = both
    state = TeamState(doing="revoke", member=other.id, name=other.name, heir=heir.id if heir else None)
    return Outcome(state, effects=(Revoke(other.id, state.heir),))


def _cancel(press: Press) -> Outcome:
    return Outcome(None, views=(people_view(press.world),), in_place=True, toast=CANCELLED)


_ACTS: dict[str, Callable[[Press], Outcome]] = {
    "people": _people,
    "rights": _rights,
    "person": _person,
    "revoke": _revoke,
    "heir": _heir,
    "really": _really,
    "decline": joining.decline,
    "cancel": _cancel,
}


# ── what came of it ──


def _kept(state: TeamState, given: Kept, world: World) -> Outcome:
    if state.doing == "accept":
        return joining.accepted(state, given, world)
    if state.doing == "decline":
        return joining.declined()
    if state.doing == "invite" and state.making:
        return Outcome(None, views=(made_view(state.making, given.payload, world),), in_place=True)
    if state.doing == "revoke" and state.member is not None:
        return _revoked(state, given, world)
    return Outcome(None)


def _revoked(state: TeamState, given: Kept, world: World) -> Outcome:
    """Both sides are told, and whoever goes on with the open reports."""
    name = state.name or "–"
    me = world.me.name if world.me else world.name
    line = Line("revoked", {"name": name, "n": given.left})
    told = [Tell(state.member or 0, View((Line("told-revoked", {"by": me}),)), about_role=True)]
    if state.heir is not None and given.left and (world.me is None or state.heir != world.me.id):
        mine = ((Tap(Line("do-my-reports"), "list", "0", of="mine"),),)
        told.append(Tell(state.heir, View((Line("told-heir", {"name": name, "n": given.left}),), mine)))
    return Outcome(None, views=(people_view(world, 0, (line,)),), in_place=True, effects=tuple(told))


def _refused(state: TeamState, given: Refused, world: World) -> Outcome:
    """Nothing was changed, and why."""
    if state.doing == "accept":
        return joining.not_accepted()
    if world.me is None:
        return no_access()
    if given.why == "last-admin":
        return _gone(world, Line("team-last-admin"))
    return _gone(world, Line("team-no-right") if given.why == "rights" else None)
