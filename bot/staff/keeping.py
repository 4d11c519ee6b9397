"""Carrying out effects: rights are looked up anew in the store, whatever the conversation believed.

All of it happens in the transaction of the update, so a report is saved with the answer that says so, or
neither is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bot.calls import Call, menu, show
from bot.chat.guide import Guide
from bot.staff.engine import (
    Accept,
    AllowSums,
    Decide,
    Decline,
    Effect,
    Invite,
    Kept,
    Refused,
    Respond,
    Revoke,
    ShowEvidence,
    Submit,
    Withdraw,
)
from bot.staff.kept import for_heir
from bot.staff.parts import adds_up
from bot.staff.periods import period_end, period_start
from bot.staff.roles import is_own, may, may_decide, may_invite, may_revoke, overlap
from bot.staff.shapes import ROLES, Grant, Invitation, Member, NewReport, Report, Target
from bot.staff.tokens import GUESS_SECONDS, INVITATION_SECONDS, MOST_GUESSES, new_token, payload
from bot.store.ledger import Ledger, Submission
from bot.store.staff import People
from bot.store.store import Work

Result = Kept | Refused
_Event = Literal["returned", "answered", "approved", "withdrawn"]
_MOST_PERCENT = 100
NAME_CHARS = 64
"""Of a name as Telegram has it."""


@dataclass(frozen=True)
class Keeper:
    """What one person's update may change."""

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

    async def carry_out(self, effect: Effect) -> Result:
        """Do what a step asks for, or say why not; then nothing of it is kept."""
        # nobody revokes or decides between the look and the deed
        await self.ledger.lock()
        me = await self.me()
        if isinstance(effect, Accept):
            return await self._accept(effect)
        if me is None:
            return Refused("rights")
        match effect:
            case Submit():
                return await self._submit(me, effect)
            case Decide():
                return await self._decide(me, effect)
            case Withdraw():
                return await self._withdraw(me, effect)
            case Respond():
                return await self._respond(me, effect)
            case Invite():
                return await self._invite(me, effect)
            case Decline():
                return await self._decline(me, effect)
            case ShowEvidence():
                return await self._show_evidence(me, effect)
            case Revoke():
                return await self._revoke(me, effect)
            case AllowSums():
                return await self._allow_sums(me, effect)
        raise TypeError(f"{type(effect).__name__} is not to be kept")

    # ── reports ──

    async def _submit(self, me: Member, effect: Submit) -> Result:
        saved = await self.ledger.saved(effect.draft)
        if saved:
            return Refused("twice", saved)
        granted: list[tuple[NewReport, Target, Grant]] = []
        for report in effect.reports:
            target = self.guide.targets.by_id.get(report.target)
            if target is None:
                return Refused("gone")
            grant = may(me, "report", target.record, self.guide.directory)
            if grant is None:
                return Refused("rights")
            if not _is_possible(report, target, self.today):
                return Refused("value")
            if refused := await self._supersedes(me, report):
                return refused
            if report.supersedes and report.supersedes in [one.supersedes for one, _, _ in granted]:
                return Refused("stale", (report.supersedes,))
            granted.append((report, target, grant))
        ids = [
            await self.ledger.submit(self._submission(me, effect.draft, nth, *one))
            for nth, one in enumerate(granted)
        ]
        return Kept(tuple(ids))

    def _submission(
        self, me: Member, draft: str, nth: int, report: NewReport, target: Target, grant: Grant
    ) -> Submission:
        return Submission(
            report,
            plan=target.record.plan,
            plan_version=self.guide.plan_version(target.record.plan),
            measure=target.record.id,
            author=me.id,
            role=grant.role,
            institution=_institution(grant, target, self.guide),
            draft=draft,
            nth=nth,
            update_id=self.update_id,
            saved_at=self.now,
        )

    async def _supersedes(self, me: Member, report: NewReport) -> Refused | None:
        """Why a correction cannot be taken: only the newest of one's own is corrected."""
        if report.supersedes is None:
            return None
        old = await self.ledger.report(report.supersedes)
        if old is None or old.target != report.target:
            return Refused("gone")
        return await self._own_and_open(me, old)

    async def _own_and_open(self, me: Member, report: Report) -> Refused | None:
        """Why nothing is done about one's own report: not own, no longer within one's role, or over."""
        target = self.guide.targets.by_id.get(report.target)
        lost = target is None or may(me, "report", target.record, self.guide.directory) is None
        if not await self.ledger.is_answered_by(me.id, report) or (target is not None and lost):
            return Refused("rights")
        if report.state == "withdrawn" or report.superseded_by is not None:
            return Refused("stale", (report.id,))
        return None

    async def _decide(self, me: Member, effect: Decide) -> Result:
        if effect.state == "returned" and not (effect.words or "").strip():
            return Refused("value")
        for number in effect.ids:
            report = await self.ledger.report(number)
            if report is None:
                return Refused("gone")
            if may_decide(me, report, self.guide.directory) is None:
                return Refused("rights")
            if is_own(me, report):
                return Refused("own", (report.id,))
            if report.state != "submitted" or report.superseded_by is not None:
                return Refused("stale", (report.id,))
        return await self._note(me, effect.state, effect.ids, effect.words)

    async def _withdraw(self, me: Member, effect: Withdraw) -> Result:
        for number in effect.ids:
            report = await self.ledger.report(number)
            refused = await self._own_and_open(me, report) if report else Refused("gone")
            if refused:
                return refused
        return await self._note(me, "withdrawn", effect.ids, effect.words)

    async def _respond(self, me: Member, effect: Respond) -> Result:
        report = await self.ledger.report(effect.id)
        refused = await self._own_and_open(me, report) if report else Refused("gone")
        if refused:
            return refused
        if report is not None and report.state != "returned":
            return Refused("stale", (effect.id,))
        return await self._note(me, "answered", (effect.id,), effect.words)

    async def _note(self, me: Member, event: _Event, ids: Iterable[int], words: str | None) -> Kept:
        """Add the same event to each report once, with the role that it was done in."""
        once = tuple(dict.fromkeys(ids))
        for number in once:
            report = await self.ledger.report(number)
            grant = self._grant_for(me, event, report) if report else None
            role = grant.role if grant else me.grants[0].role
            await self.ledger.event(
                number, event, by=me.id, role=role, words=words, update_id=self.update_id, at=self.now
            )
        return Kept(once)

    def _grant_for(self, me: Member, event: _Event, report: Report) -> Grant | None:
        """The grant that something is done to a report with."""
        if event in ("approved", "returned"):
            return may_decide(me, report, self.guide.directory)
        target = self.guide.targets.by_id.get(report.target)
        return may(me, "report", target.record, self.guide.directory) if target else None

    async def _show_evidence(self, me: Member, effect: ShowEvidence) -> Result:
        report = await self.ledger.report(effect.report)
        if report is None or report.evidence is None:
            return Refused("gone")
        own = await self.ledger.is_answered_by(me.id, report)
        if not own and may_decide(me, report, self.guide.directory) is None:
            return Refused("rights")
        self.shown.append(show(self.telegram_id, report.evidence.digest, report.evidence.media_type))
        return Kept((report.id,))

    async def _allow_sums(self, me: Member, effect: AllowSums) -> Result:
        target = self.guide.targets.by_id.get(effect.target)
        if target is None:
            return Refused("gone")
        grant = may(me, "approve", target.record, self.guide.directory)
        if grant is None:
            return Refused("rights")
        await self.ledger.allow_sums(
            target.id, effect.sums, by=me.id, role=grant.role, update_id=self.update_id, at=self.now
        )
        return Kept()

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


def _institution(grant: Grant, target: Target, guide: Guide) -> str | None:
    """For whom it is reported: the institution of the grant that the measure names, in the plan's words."""
    names = guide.directory.institutions
    named = (one for one in grant.scope.institutions if names.named_in(one, target.record))
    return next(named, None)


def _is_possible(report: NewReport, target: Target, today: date) -> bool:
    """The hard limits, whatever the conversation let through."""
    value = report.value
    if value.kind not in (target.kind, "nothing"):
        return False
    amount = value.amount
    if value.kind in ("number", "percent") and (amount is None or not 0 <= amount < float("inf")):
        return False
    if value.kind == "percent" and amount is not None and amount > _MOST_PERCENT:
        return False
    if (value.kind == "state" and value.done is None) or (value.kind == "text" and not value.text):
        return False
    if report.parts and (value.kind != "number" or amount is None or adds_up(report.parts, amount)):
        return False
    try:
        return period_start(report.period) <= min(today, period_end(report.period))
    except ValueError:
        return False
