"""Carrying out effects: rights are looked up anew in the store, whatever the conversation believed.

All of it happens in the transaction of the update, so a report is saved with the answer that says so, or
neither is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.calls import show
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
from bot.staff.members import Members, Result
from bot.staff.parts import adds_up
from bot.staff.periods import period_end, period_start
from bot.staff.roles import is_own, may, may_decide
from bot.staff.shapes import Grant, Member, NewReport, Report, Target
from bot.store.ledger import Submission

_Event = Literal["returned", "answered", "approved", "withdrawn"]
_MOST_PERCENT = 100


@dataclass(frozen=True)
class Keeper(Members):
    """What one person's update may change."""

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
