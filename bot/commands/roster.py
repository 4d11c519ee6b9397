"""Who has which role: the list, the table of rights, and taking roles away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from bot.commands.opening import Fault
from bot.staff.kept import for_heir
from bot.staff.roles import rights_table
from bot.staff.shapes import ROLES, Grant, Member
from bot.store import Ledger, People, Store


async def read_roster(store: Store, admins: frozenset[int]) -> list[dict[str, Any]]:
    """One object a grant, by name; first the administrators of the settings, who have no day they began."""
    async with store.look() as work:
        members = await People(work).members()
        names = dict((await People(work).names()).values())
    settled = [
        _entry(one, names.get(one), Grant(id=0, role="admin")) | {"since": None} for one in sorted(admins)
    ]
    return settled + [_entry(m.telegram_id, m.name, grant) for m in members for grant in m.grants]


def _entry(telegram_id: int, name: str | None, grant: Grant) -> dict[str, Any]:
    return {
        "telegram_id": telegram_id,
        "name": name,
        "role": grant.role,
        "plans": list(grant.scope.plans),
        "institutions": list(grant.scope.institutions),
        "measures": list(grant.scope.measures),
        "since": datetime.fromtimestamp(grant.since, UTC).isoformat(timespec="seconds"),
    }


def roster_line(entry: dict[str, Any]) -> str:
    """One grant as a line."""
    scope = [", ".join(entry[field]) for field in ("plans", "institutions", "measures") if entry[field]]
    since = f"since {entry['since'][:10]}" if entry["since"] else "by INDRUMAR_ADMINS"
    return "\t".join(
        [
            str(entry["telegram_id"]),
            entry["name"] or "–",
            entry["role"],
            "; ".join(scope) or "everything",
            since,
        ]
    )


def rights_lines() -> Iterator[str]:
    """What each role may; outside of its plans, institutions and measures, nothing."""
    for role in ROLES:
        held = [row.right for row in rights_table() if row.role == role and row.inside and row.allowed]
        yield f"{role}: {', '.join(held)}"
    outside = [row for row in rights_table() if not row.inside and row.allowed]
    yield "outside of the plans, institutions and measures of a role: " + (
        ", ".join(f"{row.role} {row.right}" for row in outside) or "nothing"
    )
    yield "nobody approves his own reports"


async def take_roles(
    store: Store, admins: frozenset[int], telegram_id: int, heir: int | None, now: float
) -> str:
    """Take every role of a person and say what became of what was open.

    Who has no role any more can still be given an heir. Raises Fault when nothing can be taken, the person
    is an administrator by the settings or the last one, or the heir has no role.
    """
    async with store.work() as work:
        people, ledger = People(work), Ledger(work)
        await ledger.lock()
        numbers = {one: (number, name) for number, (one, name) in (await people.names()).items()}
        members = {member.telegram_id: member for member in await people.members()}
        _check_revocable(telegram_id, members, admins)
        if telegram_id not in numbers or (telegram_id not in members and heir is None):
            raise Fault(f"{telegram_id} has no role")
        if heir is not None and (
            heir == telegram_id or heir not in numbers or heir not in {*members, *admins}
        ):
            raise Fault(f"{heir} has no role, or never wrote to the bot; nothing was changed")
        person, name = numbers[telegram_id]
        returned = [r for r in await ledger.mine(person) if r.state == "returned" and not r.superseded_by]
        drafts = 0
        if heir is not None:
            drafts = await people.hand_over(person, numbers[heir][0], now, for_heir)
        taken = await people.revoke(person, None, now)
    done = f"{name} ({telegram_id}): {_count(taken, 'role')} taken"
    if heir is not None:
        left = f"{_count(drafts, 'draft')} and {_count(len(returned), 'returned report')}"
        return f"{done}; {left} handed over to {numbers[heir][1]}"
    waiting = f"; {_count(len(returned), 'returned report')} left to nobody: revoke again with --heir"
    return done + (waiting if returned else "")


def _check_revocable(telegram_id: int, members: dict[int, Member], admins: frozenset[int]) -> None:
    """Raises Fault when a person is an administrator who cannot be removed."""
    if telegram_id in admins:
        raise Fault(f"{telegram_id} is an administrator by INDRUMAR_ADMINS: take the id out of that setting")
    in_charge = {one for one, m in members.items() if any(g.role == "admin" for g in m.grants)}
    if in_charge == {telegram_id} and not admins:
        raise Fault(f"{telegram_id} is the last administrator: invite another one first")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
