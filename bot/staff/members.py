"""Members of staff within one update: who writes, who else has a role, inviting, joining, taking roles back.

Rights are looked up in the store at that moment, whatever the conversation believed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.calls import Call, menu
from bot.chat.guide import Guide
from bot.staff.engine import Accept, Decline, Invite, Kept, Refused, Revoke
from bot.staff.kept import for_heir
from bot.staff.roles import may_invite, may_revoke, overlap
from bot.staff.shapes import ROLES, Grant, Invitation, Member
from bot.staff.tokens import GUESS_SECONDS, INVITATION_SECONDS, MOST_GUESSES, new_token, payload
from bot.store.ledger import Ledger
from bot.store.staff import People
from bot.store.store import Work

Result = Kept | Refused
NAME_CHARS = 64
"""Of a name as Telegram has it."""


@dataclass(frozen=True)
class Members:
    """Whoever writes, and everybody else with a role."""

    work: Work
    guide: Guide
    admins: frozenset[int]
    """Telegram ids that are administrators by the settings."""
    telegram_id: int
    name: str
    """As Telegram has it."""
    update_id: int
    now: float
    """Seconds since 1970."""
    today: date
    shown: list[Call] = field(default_factory=list)
    """Photos and documents to be sent to whoever writes, and menus to be set."""

    @property
    def people(self) -> People:
        """Members of staff."""
        return People(self.work)

    @property
    def ledger(self) -> Ledger:
        """What was reported."""
        return Ledger(self.work)

    async def is_member(self) -> bool:
        """Whether whoever writes may have a role; costs nothing for whom the update's lane is known."""
        return self.telegram_id in self.admins or await self.work.is_staff(self.telegram_id)

    async def me(self) -> Member | None:
        """Whoever writes, with the grants of this moment."""
        if not await self.is_member():
            return None
        member = await self.people.member(self.telegram_id)
        if self.telegram_id not in self.admins:
            return member
        if member is None:
            number = await self.people.enroll(self.telegram_id, self._name, self.now)
            member = Member(id=number, telegram_id=self.telegram_id, name=self._name, grants=())
        return self._with_settings(member)

    async def members(self) -> tuple[Member, ...]:
        """Everybody with a role, by name; administrators of the settings once they have written."""
        held = {member.id: member for member in await self.people.members()}
        if self.admins:
            for number, (telegram_id, name) in (await self.people.names()).items():
                if telegram_id in self.admins and number not in held:
                    held[number] = Member(id=number, telegram_id=telegram_id, name=name, grants=())
        found = (self._with_settings(member) for member in held.values())
        return tuple(sorted(found, key=lambda member: (member.name, member.id)))

    async def member_by_id(self, person: int) -> Member | None:
        """A person by the internal id, also when all roles are gone; None after erasure."""
        member = await self.people.member_by_id(person)
        return self._with_settings(member) if member else None

    def _with_settings(self, member: Member) -> Member:
        """A member with what the settings give (`INDRUMAR_ADMINS`)."""
        if member.telegram_id not in self.admins:
            return member
        return member.model_copy(update={"grants": (*member.grants, Grant(id=0, role="admin", since=0.0))})

    async def _member(self, number: int | None) -> Member | None:
        """Somebody with a role, by internal id."""
        member = await self.member_by_id(number) if number is not None else None
        return member if member and member.grants else None

    @property
    def _name(self) -> str:
        return self.name[:NAME_CHARS]

    # ── people ──

    async def _invite(self, me: Member, effect: Invite) -> Result:
        if may_invite(me, effect.role, effect.scope, self.guide.directory) is None:
            return Refused("rights")
        token = new_token()
        expires = self.now + INVITATION_SECONDS
        await self.people.invite(token, effect.role, effect.scope, me.id, self.now, expires)
        return Kept(payload=payload(token))

    async def _accept(self, effect: Accept) -> Result:
        tried = await self.people.guesses(self.telegram_id, self.now - GUESS_SECONDS)
        if tried >= MOST_GUESSES:
            return Refused("gone")
        invitation = await self.invitation(effect.token)
        if invitation is None:
            await self.people.guess(self.telegram_id, self.now)
            return Refused("gone")
        person = await self.people.enroll(self.telegram_id, self._name, self.now)
        if not await self.people.use(effect.token, person, self.now):
            return Refused("gone")
        self.work.now_staff(self.telegram_id)
        number = await self.people.grant(
            person, invitation.role, invitation.scope, invitation.invited_by, self.now
        )
        await self._set_menu(person)
        return Kept((number,))

    async def invitation(self, token: str) -> Invitation | None:
        """An invitation that can be used; with the inviter's right to it, it ends too."""
        found = await self.people.invitation(token, self.now)
        if found is None or found.invited_by is None:
            return found
        inviter = await self._member(found.invited_by)
        return found if may_invite(inviter, found.role, found.scope, self.guide.directory) else None

    async def _set_menu(self, person: int) -> None:
        """The menu for the highest role that a person has now."""
        member = await self.people.member_by_id(person)
        if member is not None:
            held = [role for role in ROLES if any(g.role == role for g in member.grants)]
            if member.telegram_id in self.admins:
                held = ["admin"]
            self.shown.append(menu(member.telegram_id, held[-1] if held else None))

    async def _decline(self, me: Member, effect: Decline) -> Result:
        grant = next((g for g in me.grants if g.id == effect.grant and g.id), None)
        if grant is None:
            return Refused("gone")
        if grant.role == "admin" and not await self._another_admin(me):
            return Refused("last-admin")
        await self.people.give_back(me.id, grant.id, self.now)
        await self._set_menu(me.id)
        return Kept()

    async def _revoke(self, me: Member, effect: Revoke) -> Result:
        other = await self.member_by_id(effect.member)
        if other is None:
            return Refused("gone")
        if effect.member != me.id and not may_revoke(me, other, self.guide.directory):
            return Refused("rights")
        if any(g.role == "admin" for g in other.grants) and not await self._another_admin(other):
            return Refused("last-admin")
        left = 0
        if effect.heir is not None:
            heir = await self._member(effect.heir)
            if heir is None or heir.id == other.id:
                return Refused("gone")
            if not _meet(heir, other, self.guide):
                return Refused("rights")
            open_ones = await self.ledger.mine(other.id)
            left = sum(r.state == "returned" and r.superseded_by is None for r in open_ones)
            left += await self.people.hand_over(other.id, heir.id, self.now, for_heir)
        await self.people.revoke(other.id, me.id, self.now)
        await self._set_menu(other.id)
        return Kept(left=left)

    async def is_last_admin(self) -> bool:
        """Whether without whoever writes nobody could invite any more."""
        me = await self.me()
        held = me is not None and any(g.role == "admin" and g.id for g in me.grants)
        return held and me is not None and not await self._another_admin(me)

    async def _another_admin(self, other: Member) -> bool:
        if self.admins - {other.telegram_id}:
            return True
        members = await self.people.members()
        return any(m.id != other.id and any(g.role == "admin" for g in m.grants) for m in members)


def _meet(one: Member, other: Member, guide: Guide) -> bool:
    """Whether two people's roles can hold for one measure."""
    pairs = ((a.scope, b.scope) for a in one.grants for b in other.grants)
    return any(overlap(a, b, guide.directory) for a, b in pairs)
