"""Making an invitation: role, plans, for whom, a last look; each with buttons, the name or code typed too.

    [invite] ─► role ─► plans ─► institution, all of them, or one measure ─► sure? ─► the link
At each step only what the inviter may give is offered; that is asked again when the invitation is made.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.staff.engine import Invite, Line, Outcome, Tap, View, World
from bot.staff.invite_view import FOUND, nav, plans_view, role_view, sure_view, whom_view
from bot.staff.lines import CANCELLED, measure_name, numbers, stale
from bot.staff.offers import covers, institutions, may_give_all, measures, plans, scope_of
from bot.staff.queue import tag
from bot.staff.roles import may_give, may_invite
from bot.staff.shapes import Role, Scope
from bot.staff.steering import steers
from bot.staff.team_state import Making, Press, TeamState
from index import Record

_ROLES: dict[str, Role] = {"reporter": "reporter", "coordinator": "coordinator", "admin": "admin"}


def _show(making: Making | None, view: View, *, place: bool = True) -> Outcome:
    """A step of the invitation; while it is asked for whom, a name or code may be typed."""
    awaits = "for-whom" if making and making.chosen and not making.ready else None
    held = TeamState(making=making, awaits=awaits) if making else None
    return Outcome(held, views=(view,), in_place=place)


# ── buttons ──


def invite(press: Press) -> Outcome:
    """Begin: which role; asked only when there is a choice."""
    return _show(None, role_view(press.world))


def role(press: Press) -> Outcome:
    """The role is chosen; the plan is not asked when there is only one."""
    chosen = _ROLES.get(press.arg)
    if chosen is None or chosen not in may_give(press.world.me):
        return stale(press.state)
    making = Making(role=chosen)
    offered = plans(chosen, press.world)
    if len(offered) == 1:
        return _whom(making.model_copy(update={"plans": offered, "chosen": True}), press)
    return _show(making, plans_view(making, press.world))


def plan(press: Press) -> Outcome:
    """A plan is chosen, or no longer."""
    making = press.state.making
    if making is None or press.arg not in plans(making.role, press.world):
        return stale(press.state)
    one = press.arg
    held = tuple(p for p in making.plans if p != one) if one in making.plans else (*making.plans, one)
    changed = Making(role=making.role, plans=held)
    return _show(changed, plans_view(changed, press.world))


def plans_done(press: Press) -> Outcome:
    """The plans are settled."""
    making = press.state.making
    if making is None or not (making.plans or may_give_all(making.role, press.world)):
        return stale(press.state)
    if not making.plans:
        # what one may give for all plans is given for all institutions too: those differ by plan
        ready = Making(role=making.role, chosen=True, ready=True)
        return _show(ready, sure_view(ready, press.world))
    return _whom(Making(role=making.role, plans=making.plans, chosen=True), press)


def whom(press: Press) -> Outcome:
    """Another page of institutions."""
    making = press.state.making
    if making is None or not making.chosen:
        return stale(press.state)
    return _whom(making.model_copy(update={"ready": False}), press, (numbers(press.arg) or (0,))[0])


def _whom(making: Making, press: Press, page: int = 0) -> Outcome:
    return _show(making, whom_view(making, press.world, page))


def given_for(press: Press) -> Outcome:
    """An institution was chosen, or all of them."""
    making = press.state.making
    if making is None or not making.chosen:
        return stale(press.state)
    names = institutions(making, press.world)
    name = next((one for one in names if tag(one) == press.arg), None)
    if press.arg and name is None:
        return stale(press.state)
    return _ready(press, making.model_copy(update={"institution": name, "measure": None}))


def measure(press: Press) -> Outcome:
    """One measure was chosen."""
    making, record = press.state.making, press.world.guide.directory.by_key.get(press.arg)
    if making is None or not making.chosen or record is None:
        return stale(press.state)
    return _ready(press, _of_measure(making, record))


def _of_measure(making: Making, record: Record) -> Making:
    """The invitation for one measure, and so for its plan."""
    return making.model_copy(update={"plans": (record.plan,), "measure": record.id, "institution": None})


def _ready(press: Press, making: Making, *, place: bool = True) -> Outcome:
    ready = making.model_copy(update={"ready": True})
    if not may_invite(press.world.me, ready.role, scope_of(ready), press.world.guide.directory):
        return Outcome(None, views=(View((Line("team-no-right"),)),), in_place=place)
    return _show(ready, sure_view(ready, press.world), place=place)


def make(press: Press) -> Outcome:
    """Make it."""
    making = press.state.making
    if making is None or not making.ready:
        return stale(press.state)
    return Outcome(press.state.does("invite"), effects=(Invite(making.role, scope_of(making)),))


def back(press: Press) -> Outcome:
    """The step before; what was chosen stays."""
    making = press.state.making
    if making is None or not making.chosen:
        return _show(None, role_view(press.world))
    if making.ready and making.plans:
        return _whom(making.model_copy(update={"ready": False}), press)
    undone = Making(role=making.role, plans=making.plans)
    if len(plans(making.role, press.world)) == 1:
        return _show(None, role_view(press.world))
    return _show(undone, plans_view(undone, press.world))


ACTS: dict[str, Callable[[Press], Outcome]] = {
    "invite": invite,
    "role": role,
    "plan": plan,
    "plans": plans_done,
    "whom": whom,
    "for": given_for,
    "measure": measure,
    "make": make,
    "back": back,
}


# ── typed ──


def typed(state: TeamState, text: str, world: World) -> Outcome:
    """Giving up; the name of an institution or the code of a measure, while it is asked for whom."""
    making = state.making
    if making is None or text.startswith("/") or world.guide.in_danger(text):
        return Outcome(state, passes=True)
    if "cancel" in steers(text, world.guide):
        return Outcome(None, views=(View((CANCELLED,)),))
    if state.awaits != "for-whom":
        return Outcome(state, passes=True)
    press = Press(state, "", world)
    found = measures(making, text, world)
    if len(found) == 1:
        return _ready(press, _of_measure(making, found[0]), place=False)
    if found:
        rows = tuple((Tap(measure_name(r), "measure", r.key),) for r in found[:FOUND])
        return Outcome(state, views=(View((Line("invite-which"),), (*rows, nav())),))
    directory = world.guide.directory
    names = directory.institutions.looked_for(text, institutions(making, world))
    if len(names) == 1:
        spelled = directory.institutions.spelled(text, names[0])
        scope = Scope(plans=making.plans, institutions=(spelled,))
        fits = may_invite(world.me, making.role, scope, directory) and covers(scope, world)
        whom = {"institution": spelled if fits else names[0], "measure": None}
        return _ready(press, making.model_copy(update=whom), place=False)
    if names:
        taps = tuple((Tap(name, "for", tag(name)),) for name in names[:FOUND])
        return Outcome(state, views=(View((Line("invite-which"),), (*taps, nav())),))
    return Outcome(state, views=(whom_view(making, world, 0, (Line("invite-unknown", {"words": text}),)),))
