"""Who may report and approve: people, grants, invitations, drafts, and who tried what does not exist.

Rights are not judged here (`bot.staff.roles`); whoever needs them takes the ledger's turn first
(`Ledger.lock`), so that nobody revokes between the look and the deed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update

from bot.staff.shapes import Grant, Invitation, Member, Role, Scope
from bot.staff.tokens import hash_of
from bot.store.tables import drafts, evidence, grants, guesses, handovers, invitations, ledger, staff

if TYPE_CHECKING:
    from bot.store.store import Work

NAME_CHARS = 64
"""Telegram's first names are as long at most."""
_GUESSES_KEPT_SECONDS = 24 * 3600
_INVITATIONS_KEPT_SECONDS = 30 * 24 * 3600
_EVIDENCE_KEPT_SECONDS = 7 * 24 * 3600
"""How long a photo may wait for its report to be saved."""


class People:
    """People of staff, within one transaction."""

    def __init__(self, work: Work) -> None:
        self._work = work

    # ── members ──

    async def member(self, telegram_id: int) -> Member | None:
        """Whoever has at least one grant; None for anybody else."""
        found = await self._members(staff.c.telegram_id == telegram_id)
        return found[0] if found else None

    async def member_by_id(self, person: int) -> Member | None:
        """A person by the internal id, also when all grants are gone; None after erasure."""
        rows = await self._work.rows(
            select(staff).where(staff.c.id == person, staff.c.telegram_id.is_not(None))
        )
        if not rows:
            return None
        held = await self._members(staff.c.id == person)
        return held[0] if held else _member(rows[0], ())

    async def members(self) -> tuple[Member, ...]:
        """Everybody with at least one grant, by name."""
        return await self._members()

    async def _members(self, *which: Any) -> tuple[Member, ...]:
        query = select(staff, *(grants.c[n].label(f"grant_{n}") for n in ("id", "role", "scope", "at")))
        query = query.join(grants, grants.c.person == staff.c.id)
        query = query.where(grants.c.revoked_at.is_(None), staff.c.telegram_id.is_not(None), *which)
        people: dict[int, list[Any]] = {}
        for row in await self._work.rows(query.order_by(staff.c.name, staff.c.id, grants.c.id)):
            people.setdefault(row.id, []).append(row)
        return tuple(_member(rows[0], rows) for rows in people.values())

    async def enroll(self, telegram_id: int, name: str, at: float) -> int:
        """The internal id of a person, made when missing; the name is the present one."""
        known = await self._work.rows(select(staff).where(staff.c.telegram_id == telegram_id))
        name = name[:NAME_CHARS]
        if known and known[0].name != name:
            await self._work.run(update(staff).where(staff.c.id == known[0].id).values(name=name))
        if known:
            return int(known[0].id)
        new = insert(staff).values(telegram_id=telegram_id, name=name, since=at)
        return int((await self._work.rows(new.returning(staff.c.id)))[0].id)

    async def names(self) -> dict[int, tuple[int, str]]:
        """Telegram id and name of everybody not erased, by internal id; grants or none."""
        rows = await self._work.rows(select(staff).where(staff.c.telegram_id.is_not(None)))
        return {row.id: (row.telegram_id, row.name) for row in rows}

    # ── grants ──

    async def grant(self, person: int, role: Role, scope: Scope, by: int | None, at: float) -> int:
        """Give a role; the number of the grant. by: None on the command line."""
        row = {"person": person, "role": role, "scope": scope.model_dump_json(), "granted_by": by, "at": at}
        return int((await self._work.rows(insert(grants).values(row).returning(grants.c.id)))[0].id)

    async def revoke(self, person: int, by: int | None, at: float) -> int:
        """Take every grant of a person; how many there were. by: None on the command line."""
        theirs = update(grants).where(grants.c.person == person, grants.c.revoked_at.is_(None))
        return await self._work.run(theirs.values(revoked_by=by, revoked_at=at))

    async def give_back(self, person: int, number: int, at: float) -> bool:
        """Take one grant of a person, who wants it so; False when he holds none of this number."""
        theirs = grants.c.id == number, grants.c.person == person, grants.c.revoked_at.is_(None)
        return (
            await self._work.run(update(grants).where(*theirs).values(revoked_by=person, revoked_at=at)) == 1
        )

    # ── invitations ──

    async def invite(
        self, token: str, role: Role, scope: Scope, by: int | None, at: float, expires: float
    ) -> None:
        """Keep an invitation; only the token's hash is written. by: None on the command line."""
        made = {"key": hash_of(token), "role": role, "scope": scope.model_dump_json(), "invited_by": by}
        await self._work.run(insert(invitations).values(**made, made_at=at, expires_at=expires))

    async def invitation(self, token: str, at: float) -> Invitation | None:
        """An invitation that is neither used nor expired."""
        rows = await self._work.rows(select(invitations).where(*_usable(token, at)))
        if not rows:
            return None
        scope = Scope.model_validate_json(rows[0].scope)
        return Invitation(
            role=rows[0].role, scope=scope, invited_by=rows[0].invited_by, expires=rows[0].expires_at
        )

    async def use(self, token: str, person: int, at: float) -> bool:
        """Use an invitation up; False when it was used before, expired, or never was."""
        taken = update(invitations).where(*_usable(token, at)).values(used_at=at, used_by=person)
        return await self._work.run(taken) == 1

    async def guess(self, telegram_id: int, at: float) -> None:
        """Note that somebody tried an invitation that does not exist."""
        await self._work.run(insert(guesses).values(telegram_id=telegram_id, at=at))

    async def guesses(self, telegram_id: int, since: float) -> int:
        """How often somebody did."""
        theirs = select(func.count()).where(guesses.c.telegram_id == telegram_id, guesses.c.at >= since)
        return int((await self._work.rows(theirs))[0][0])

    # ── drafts ──

    async def draft(self, person: int) -> str | None:
        """The open draft; when there is none, one that waited is opened."""
        query = select(drafts.c.nth, drafts.c.document).where(drafts.c.person == person)
        rows = await self._work.rows(query.order_by(drafts.c.nth).limit(1))
        if rows and rows[0].nth:
            theirs = update(drafts).where(drafts.c.person == person, drafts.c.nth == rows[0].nth)
            await self._work.run(theirs.values(nth=0))
        return str(rows[0].document) if rows else None

    async def keep_draft(self, person: int, document: str | None, at: float) -> None:
        """Keep the open draft; None closes it, and leaves those that wait."""
        if document is None:
            await self._work.run(delete(drafts).where(drafts.c.person == person, drafts.c.nth == 0))
        else:
            await self._work.put(drafts, [{"person": person, "nth": 0, "document": document, "at": at}])

    async def hand_over(
        self,
        person: int,
        heir: int,
        at: float,
        left: Callable[[str], tuple[str, int] | None] = lambda document: (document, 1),
    ) -> int:
        """Give a person's drafts, and the answering for his open reports, to somebody else.

        left: what of a draft the heir gets, and how many reports are begun in it; None for nothing. Drafts
        stand behind those that the heir has. Returns how many begun reports there were; those that were
        saved are those of `Ledger.mine`.
        """
        if person == heir:
            return 0
        rows = await self._work.rows(select(drafts).where(drafts.c.person == person).order_by(drafts.c.nth))
        last = select(func.coalesce(func.max(drafts.c.nth), -1)).where(drafts.c.person == heir)
        free = (await self._work.rows(last))[0][0] + 1
        given = [(found, row.at) for row in rows if (found := left(str(row.document))) is not None]
        moved = [
            {"person": heir, "nth": free + n, "document": document, "at": then}
            for n, ((document, _), then) in enumerate(given)
        ]
        await self._work.put(drafts, moved)
        await self._work.run(delete(drafts).where(drafts.c.person == person))
        await self._work.run(insert(handovers).values(person=person, heir=heir, at=at))
        return sum(begun for (_, begun), _ in given)

    async def who_answers(self, person: int) -> Member | None:
        """A person while they have a role, else whoever their open reports went to; None for nobody."""
        seen: set[int] = set()
        while person not in seen:
            seen.add(person)
            member = await self.member_by_id(person)
            if member is not None and member.grants:
                return member
            heirs = select(handovers.c.heir).where(handovers.c.person == person)
            rows = await self._work.rows(heirs.order_by(handovers.c.id.desc()).limit(1))
            person = rows[0].heir if rows else person
        return None

    async def answers_for(self, person: int) -> frozenset[int]:
        """Whose open reports a person answers: his own, and those of whoever was handed over to him."""
        rows = await self._work.rows(select(handovers.c.person, handovers.c.heir))
        found = {person}
        while more := {row.person for row in rows if row.heir in found} - found:
            found |= more
        return frozenset(found)

    # ── forgetting ──

    async def erase(self, telegram_id: int) -> None:
        """Forget who a person was: id and name, grants, drafts, guesses. The ledger stays as it is."""
        await self._work.run(delete(guesses).where(guesses.c.telegram_id == telegram_id))
        rows = await self._work.rows(select(staff.c.id).where(staff.c.telegram_id == telegram_id))
        for row in rows:
            await self._work.run(delete(drafts).where(drafts.c.person == row.id))
            # the day stands in the grant already when it was revoked before
            left = update(grants).where(grants.c.person == row.id, grants.c.revoked_at.is_(None))
            await self._work.run(left.values(revoked_at=grants.c.at))
            gone = update(staff).where(staff.c.id == row.id)
            await self._work.run(gone.values(telegram_id=None, name=None))

    async def purge(self, now: float) -> None:
        """Forget old guesses, invitations long used or expired, and evidence that nothing names."""
        old = now - _INVITATIONS_KEPT_SECONDS
        await self._work.run(delete(guesses).where(guesses.c.at < now - _GUESSES_KEPT_SECONDS))
        await self._work.run(delete(invitations).where(invitations.c.expires_at < old))
        await self._work.run(delete(invitations).where(invitations.c.used_at < old))
        reported = select(ledger.c.id).where(ledger.c.evidence == evidence.c.digest).exists()
        drafted = select(drafts.c.nth).where(drafts.c.document.contains(evidence.c.digest)).exists()
        waiting = evidence.c.at < now - _EVIDENCE_KEPT_SECONDS
        await self._work.run(delete(evidence).where(waiting, ~reported, ~drafted))


def _usable(token: str, at: float) -> tuple[Any, ...]:
    return invitations.c.key == hash_of(token), invitations.c.used_at.is_(None), invitations.c.expires_at > at


def _member(row: Any, held: Sequence[Any]) -> Member:
    """A member from a row of `staff` and rows of grants."""
    return Member(
        id=row.id,
        telegram_id=row.telegram_id,
        name=row.name,
        grants=tuple(
            Grant(
                id=g.grant_id,
                role=g.grant_role,
                scope=Scope.model_validate_json(g.grant_scope),
                since=g.grant_at,
            )
            for g in held
        ),
    )
