"""What was reported, ready for answers: citizens are shown what was approved, staff what waits as well.

Read from the ledger again whenever its last row is another one, whoever wrote it.
"""

from __future__ import annotations

from bot.staff.shapes import Member
from bot.store.chain import Head
from bot.store.ledger import Ledger
from bot.store.store import Work
from index import NO_REPORTS, Reported, Reports

_APPROVERS = ("coordinator", "admin")
_MOST_VIEWS = 64
"""Sets of plans for which what waits is kept ready."""


class Board:
    """The reports of the ledger as it was looked at last."""

    def __init__(self) -> None:
        self._head: Head | None = None
        self._reported: list[Reported] = []
        self._views: dict[frozenset[str] | None, Reports] = {}
        self.approved: Reports = NO_REPORTS
        """For everybody."""

    async def look(self, work: Work) -> None:
        """Take up what the ledger holds now."""
        ledger = Ledger(work)
        head = await ledger.head()
        if head != self._head:
            self._reported = await ledger.current()
            self.approved = Reports.of(self._reported)
            self._views.clear()
            self._head = head

    def seen_by(self, member: Member | None) -> Reports:
        """What a person is shown: whoever approves sees what waits in their plans."""
        grants = [g for g in member.grants if g.role in _APPROVERS] if member else []
        if not grants:
            return self.approved
        plans = frozenset(plan for grant in grants for plan in grant.scope.plans)
        view = None if any(not grant.scope.plans for grant in grants) else plans
        if view not in self._views:
            if len(self._views) >= _MOST_VIEWS:
                self._views.clear()
            seen = [r for r in self._reported if r.state == "approved" or view is None or r.plan in view]
            self._views[view] = Reports.of(seen, pending=True)
        return self._views[view]
