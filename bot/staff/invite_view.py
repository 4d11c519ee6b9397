"""The screens of an invitation that is being made: role, plans, for whom, a last look, the link."""

from __future__ import annotations

from urllib.parse import quote

from bot.staff.engine import Line, Tap, View, World
from bot.staff.lines import CANCEL, ROLE, day_of, measure_name, page_of, pager, plan_line, scope_line
from bot.staff.offers import covers, institutions, may_give_all, own_measures, plans, scope_of
from bot.staff.queue import tag
from bot.staff.roles import may_give, may_invite
from bot.staff.shapes import Role
from bot.staff.team_state import Making
from bot.staff.tokens import INVITATION_SECONDS

_ROW = 8
"""Names on one page of a list of buttons."""
FOUND = 12
"""Measures or institutions that a typed code or word may mean and that are offered at once."""


def role_view(world: World) -> View:
    """The roles that one may give."""
    lines = (Line("invite-role"), *(_ABOUT[role] for role in may_give(world.me)))
    rows = tuple((Tap(ROLE[role], "role", role),) for role in may_give(world.me))
    return View(lines, (*rows, nav(back=False)))


_ABOUT: dict[Role, Line] = {
    "reporter": Line("invite-about-reporter"),
    "coordinator": Line("invite-about-coordinator"),
    "admin": Line("invite-about-admin"),
}


def plans_view(making: Making, world: World) -> View:
    """The plans that one may give the role for; those chosen are marked."""
    offered = plans(making.role, world)
    rows = []
    for slug in offered:
        name = plan_line(slug, world)
        label = Line("do-plan-chosen", {"plan": name}) if slug in making.plans else name
        rows.append((Tap(label, "plan", slug),))
    if making.plans:
        rows.append((Tap(Line("do-onward"), "plans", ""),))
    elif may_give_all(making.role, world):
        rows.append((Tap(Line("do-all-plans"), "plans", ""),))
    return View((Line("invite-plans", {"role": ROLE[making.role]}),), (*rows, nav()))


def whom_view(making: Making, world: World, page: int = 0, note: tuple[Line, ...] = ()) -> View:
    """The institutions that answer for measures of the plans chosen; or all; or a measure by its code."""
    names = institutions(making, world)
    page, pages = page_of(page, len(names), _ROW)
    rows = [(Tap(name, "for", tag(name)),) for name in names[page * _ROW : (page + 1) * _ROW]]
    if page == 0 and may_invite(world.me, making.role, scope_of(making), world.guide.directory):
        rows.insert(0, (Tap(Line("do-all-institutions"), "for", ""),))
    rows += [(Tap(measure_name(r), "measure", r.key),) for r in own_measures(making, world)[:FOUND]]
    lines = (*note, Line("invite-whom", {"role": ROLE[making.role]}), Line("invite-whom-how"))
    return View(lines, (*rows, pager("whom", page, pages), nav()))


def sure_view(making: Making, world: World) -> View:
    """What will be given, before it is."""
    scope = scope_of(making)
    said = {"role": ROLE[making.role], "scope": scope_line(scope, world)}
    lines = (
        Line("invite-sure", said),
        Line("invite-covers", {"n": covers(scope, world)}),
        _ABOUT[making.role],
    )
    return View(lines, ((Tap(Line("do-make-invitation"), "make"),), nav()))


def made_view(making: Making, payload: str, world: World) -> View:
    """The link, how long it works, and how to pass it on."""
    link = world.guide.link(payload)
    said = {"role": ROLE[making.role], "scope": scope_line(scope_of(making), world)}
    until = day_of(world.now + INVITATION_SECONDS)
    lines = (
        Line("invite-made", said),
        Line("invite-link", {"link": link}),
        Line("invite-how", {"day": until}),
    )
    share = Tap(Line("do-share"), "", url=f"https://t.me/share/url?url={quote(link, safe='')}")
    return View(
        lines, ((share,), (Tap(Line("do-invite-more"), "invite"), Tap(Line("do-team"), "people", "0")))
    )


def nav(*, back: bool = True) -> tuple[Tap, ...]:
    """One step back, and giving up."""
    before = (Tap(Line("do-back"), "back"),) if back else ()
    return (*before, Tap(CANCEL, "cancel"))
