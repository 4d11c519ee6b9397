"""The screens of the team: everybody in one's scope, one person, who may what, whose reports go to whom."""

from __future__ import annotations

from bot.staff.engine import Line, Tap, View, World
from bot.staff.lines import CANCEL, PAGE, ROLE, grant_lines, page_of, pager
from bot.staff.roles import Right, holds, may_give, may_revoke, overlap, rights_table
from bot.staff.shapes import ROLES, Member


def seen(world: World) -> tuple[Member, ...]:
    """Whom one may see: oneself, and of the others those whose grants meet one's own.

    Reporters see only those who coordinate.
    """
    me = world.me
    if me is None:
        return ()
    directory = world.guide.directory
    members = world.members()
    met = [
        other
        for other in members
        if other.id != me.id
        and (holds(me, "approve") or holds(other, "approve"))
        and any(overlap(a.scope, b.scope, directory) for a in me.grants for b in other.grants)
    ]
    return (me, *met)


def people_view(world: World, page: int = 0, note: tuple[Line, ...] = ()) -> View:
    """Everybody whom one may see, oneself first, with roles."""
    held = seen(world)
    page, pages = page_of(page, len(held))
    start = page * PAGE
    shown = list(enumerate(held[start : start + PAGE], start + 1))
    lines: list[Line] = [*note, Line("team-head", {"n": len(held)})]
    for number, member in shown:
        said: dict[str, object] = {"number": str(number), "name": member.name}
        said["grants"] = grant_lines(member, world)
        mine = world.me is not None and member.id == world.me.id
        lines.append(Line("team-me", said) if mine else Line("team-member", said))
    rows: list[tuple[Tap, ...]] = []
    if holds(world.me, "approve"):
        rows.append(tuple(Tap(str(number), "person", str(member.id)) for number, member in shown))
    rows.append(pager("people", page, pages))
    if may_give(world.me):
        rows.append((Tap(Line("do-invite"), "invite"),))
    return View(tuple(lines), (*rows, (Tap(Line("do-rights"), "rights"),)))


def person_view(member: Member, world: World) -> View:
    """One person's roles, and taking them back."""
    lines = (Line("team-person", {"name": member.name}), *grant_lines(member, world))
    rows: list[tuple[Tap, ...]] = []
    if may_revoke(world.me, member, world.guide.directory):
        rows.append((Tap(Line("do-revoke"), "revoke", str(member.id)),))
    return View(lines, (*rows, (Tap(Line("do-team"), "people", "0"),)))


def heirs_view(member: Member, world: World, page: int = 0) -> View:
    """Who may go on with somebody's open reports: those whose grants meet his, the nearest first."""
    directory = world.guide.directory
    heirs = sorted(
        (
            other
            for other in seen(world)
            if other.id != member.id
            and any(overlap(a.scope, b.scope, directory) for a in member.grants for b in other.grants)
        ),
        key=lambda other: min(ROLES.index(grant.role) for grant in other.grants),
    )
    page, pages = page_of(page, len(heirs))
    shown = heirs[page * PAGE : (page + 1) * PAGE]
    rows = [(Tap(other.name, "heir", f"{member.id}.{other.id}"),) for other in shown]
    turn = tuple(Tap(t.label, "revoke", f"{member.id}.{t.arg}") for t in pager("revoke", page, pages))
    nobody = (Tap(Line("do-no-heir"), "heir", f"{member.id}.0"),)
    return View(
        (Line("revoke-heir", {"name": member.name}),), (*rows, turn, nobody, (Tap(CANCEL, "cancel"),))
    )


def sure_view(member: Member, heir: Member | None) -> View:
    """A last look before somebody loses his roles."""
    names = {"name": member.name}
    line = Line("revoke-sure", names | {"heir": heir.name}) if heir else Line("revoke-sure-nobody", names)
    arg = f"{member.id}.{heir.id if heir else 0}"
    return View((line,), ((Tap(Line("do-revoke-yes"), "really", arg),), (Tap(CANCEL, "cancel"),)))


def rights_view() -> View:
    """Who may do what, by role."""
    rows = rights_table()
    lines = [Line("rights-head")]
    for role in ROLES:
        rights = tuple(_RIGHT[row.right] for row in rows if row.role == role and row.allowed)
        lines.append(Line("rights-role", {"role": ROLE[role], "rights": rights}))
    lines.append(Line("rights-foot"))
    return View(tuple(lines), ((Tap(Line("do-team"), "people", "0"),),))


_RIGHT: dict[Right, Line] = {
    "report": Line("right-report"),
    "approve": Line("right-approve"),
    "invite-reporter": Line("right-invite-reporter"),
    "invite-coordinator": Line("right-invite-coordinator"),
    "invite-admin": Line("right-invite-admin"),
}
