"""What an inviter may give: plans, institutions and measures within his own grants."""

from __future__ import annotations

from bot.staff.engine import World
from bot.staff.roles import in_scope, may_invite
from bot.staff.shapes import Role, Scope
from bot.staff.team_state import Making
from index import Record, fold


def scope_of(making: Making) -> Scope:
    """What an invitation would be for."""
    institutions = (making.institution,) if making.institution else ()
    measures = (making.measure,) if making.measure else ()
    return Scope(plans=making.plans, institutions=institutions, measures=measures)


def may_give_all(role: Role, world: World) -> bool:
    """Whether one may give a role for every plan, those of next year too."""
    return may_invite(world.me, role, Scope(), world.guide.directory) is not None


def plans(role: Role, world: World) -> tuple[str, ...]:
    """Plans that one may give a role for, or for something in them."""
    slugs = world.guide.index.plans
    return tuple(slug for slug in slugs if any(_reach(role, r, world) for r in _measures(slug, world)))


def institutions(making: Making, world: World) -> tuple[str, ...]:
    """Institutions that one may give a role for, in the plans chosen, by name; each once.

    Of an inviter who acts for an institution, it is offered in his own spelling.
    """
    names = world.guide.directory.institutions
    printed = [name for slug in making.plans for name in names.of_plan(slug)]
    own = [name for grant in (world.me.grants if world.me else ()) for name in grant.scope.institutions]
    records = [record for slug in making.plans for record in _measures(slug, world)]
    printed += [name for name in own if any(names.named_in(name, record) for record in records)]
    out: list[str] = []
    for name in sorted(set(printed), key=fold):
        scope = Scope(plans=making.plans, institutions=(name,))
        if may_invite(world.me, making.role, scope, world.guide.directory) and not any(
            names.read(name) == names.read(other) for other in out
        ):
            out.append(name)
    return tuple(out)


def measures(making: Making, text: str, world: World) -> tuple[Record, ...]:
    """Measures with a typed code that one may give a role for, in the plans chosen."""
    index = world.guide.index
    codes = [slot.value for slot in index.reader.parse(text).codes]
    coded = index.pick(index.lookups.having("code", *codes)) if codes else []
    return tuple(r for r in coded if r.plan in making.plans and _reach(making.role, r, world))


def own_measures(making: Making, world: World) -> tuple[Record, ...]:
    """Measures that an inviter is bound to, in the plans chosen."""
    bound = {one for grant in (world.me.grants if world.me else ()) for one in grant.scope.measures}
    records = (r for slug in making.plans for r in _measures(slug, world) if r.id in bound)
    return tuple(r for r in records if _reach(making.role, r, world))


def covers(scope: Scope, world: World) -> int:
    """How many measures a scope holds for."""
    directory = world.guide.directory
    return sum(r.kind == "measure" and in_scope(scope, r, directory) for r in world.guide.index.records)


def _reach(role: Role, record: Record, world: World) -> bool:
    if record.kind != "measure":
        return False
    scope = Scope(plans=(record.plan,), measures=(record.id,))
    return may_invite(world.me, role, scope, world.guide.directory) is not None


def _measures(slug: str, world: World) -> tuple[Record, ...]:
    return tuple(r for r in world.guide.index.of_plan(slug) if r.kind == "measure")
