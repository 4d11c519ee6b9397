"""Who may do what, as one table, and the people, reports and invitations it is tried with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.chat.guide import Guide
from bot.staff.keeping import Keeper
from bot.staff.shapes import Evidence, NewReport, Role, Scope, Target, Value
from bot.store import Ledger, Work
from bot.store.ledger import Submission
from bot.store.staff import People
from tests.bot.store.reports import NOW

TODAY = date(2026, 11, 22)
PLAN, OTHER_PLAN = "iasi-2021-2027", "bacau-2014-2024"
BOUNDS = ("plan", "institution", "measure")
WHERE = ("inside", "outside", "revoked")
MAY: dict[str, tuple[Role, ...]] = {
    "report": ("reporter", "coordinator", "admin"),
    "correct": ("reporter", "coordinator", "admin"),
    "correct another's": (),
    "withdraw": ("reporter", "coordinator", "admin"),
    "withdraw another's": (),
    "respond": ("reporter", "coordinator", "admin"),
    "respond to another's": (),
    "approve": ("coordinator", "admin"),
    "approve one's own": (),
    "approve what one answered for": (),
    "return": ("coordinator", "admin"),
    "return one's own": (),
    "return without a question": (),
    "approve several": ("coordinator", "admin"),
    "approve several with one elsewhere": (),
    "allow sums": ("coordinator", "admin"),
    "show evidence": ("coordinator", "admin"),
    "invite a reporter": ("coordinator", "admin"),
    "invite a coordinator": ("coordinator", "admin"),
    "invite an admin": ("admin",),
    "invite for everything": (),
    "revoke a reporter": ("coordinator", "admin"),
    "revoke a coordinator": ("coordinator", "admin"),
    "revoke an admin": ("admin",),
    "decline another's role": (),
}
"""Action → roles that may do it, each only within its plans, institutions and measures. Nobody else may."""


@dataclass(frozen=True)
class Who:
    """Somebody who tries."""

    telegram_id: int
    role: Role | None
    bound: str = ""
    where: str = ""

    @property
    def name(self) -> str:
        """What a failing test says."""
        return f"{self.role or 'stranger'} {self.bound} {self.where}".strip()

    def may(self, action: str) -> bool:
        """What the table says."""
        return self.where == "inside" and self.role in MAY[action]


_ROLES: tuple[Role, ...] = ("reporter", "coordinator", "admin")
EVERYBODY = (
    Who(100, None),
    *(
        Who(101 + n, role, bound, where)
        for n, (role, bound, where) in enumerate((r, b, w) for r in _ROLES for b in BOUNDS for w in WHERE)
    ),
)
OWNER = 50
"""Telegram id of whoever wrote the reports that are decided about; a reporter of the measure."""
VICTIMS: dict[Role, int] = {"reporter": 51, "coordinator": 52, "admin": 53}
"""Telegram ids of those whose roles are taken, by role; within the scope of all who are inside."""
ROOT = 54
"""An administrator of everything."""


@dataclass
class Matrix:
    """The people of a store, and what they are tried with."""

    guide: Guide

    @property
    def target(self) -> Target:
        """What is reported: a number that a directorate is responsible for, and others beside it."""
        return self._targets(PLAN)[0]

    @property
    def other(self) -> Target:
        """Something of another plan."""
        return self._targets(OTHER_PLAN)[0]

    def _targets(self, plan: str) -> list[Target]:
        found = [t for t in self.guide.targets.all if t.record.plan == plan and t.kind == "number"]
        return [t for t in found if "DGASPC" in t.record.responsible]

    def scope(self, bound: str, where: str) -> Scope:
        """What a grant is for; `revoked` ones were inside."""
        plans = (PLAN,)
        if where == "outside":
            elsewhere = next(t for t in self._targets(PLAN) if t.record.id != self.target.record.id)
            return {
                "plan": Scope(plans=(OTHER_PLAN,)),
                "institution": Scope(plans=plans, institutions=("Inspectoratul Școlar Județean",)),
                "measure": Scope(plans=plans, measures=(elsewhere.record.id,)),
            }[bound]
        return {
            "plan": Scope(plans=plans),
            "institution": Scope(plans=plans, institutions=("DGASPC",)),
            "measure": Scope(plans=plans, measures=(self.target.record.id,)),
        }[bound]

    @property
    def wanted(self) -> Scope:
        """What an invitation is for: within the scope of all who are inside."""
        return Scope(plans=(PLAN,), institutions=("DGASPC",), measures=(self.target.record.id,))

    async def settle(self, work: Work) -> None:
        """Everybody gets a role; those who are to have none any more lose it."""
        for who in EVERYBODY:
            if who.role is None:
                continue
            person = await self.join(work, who.telegram_id, who.role, self.scope(who.bound, who.where))
            if who.where == "revoked":
                await People(work).revoke(person, None, NOW)
        for role, telegram_id in VICTIMS.items():
            await self.join(work, telegram_id, role, self.wanted)
        await self.join(work, OWNER, "reporter", self.wanted)
        await self.join(work, ROOT, "admin", Scope())

    async def join(self, work: Work, telegram_id: int, role: Role, scope: Scope) -> int:
        """Somebody with a role; the internal id."""
        person = await People(work).enroll(telegram_id, f"P{telegram_id}", NOW)
        await People(work).grant(person, role, scope, None, NOW)
        work.now_staff(telegram_id)
        return person

    async def id_of(self, work: Work, telegram_id: int) -> int:
        """The internal id; of a stranger, one that nobody has."""
        names = await People(work).names()
        return next((n for n, (one, _) in names.items() if one == telegram_id), 9999)

    async def report(self, work: Work, author: int, target: Target | None = None, **changes: Any) -> int:
        """A submitted report of somebody; its number."""
        about = target or self.target
        held = await Ledger(work).head()
        return await Ledger(work).submit(
            Submission(
                self.new(about, **changes),
                plan=about.record.plan,
                plan_version="0" * 12,
                measure=about.record.id,
                author=await self.id_of(work, author),
                role="reporter",
                institution="DGASPC",
                draft=f"d{held.last if held else 0}",
                nth=0,
                update_id=1,
                saved_at=NOW,
            )
        )

    @staticmethod
    def new(target: Target, **changes: Any) -> NewReport:
        """A report to be saved."""
        value = Value(kind="number", amount=3.0)
        return NewReport(target=target.id, value=value, period="2026", written_at=NOW, **changes)

    async def evidence(self, work: Work) -> Evidence:
        """A photo that is kept."""
        return await Ledger(work).keep_evidence(b"\x89PNG, more or less", "image/png", NOW)

    def keeper(self, work: Work, telegram_id: int, admins: frozenset[int] = frozenset()) -> Keeper:
        """What calls the save."""
        return Keeper(work, self.guide, admins, telegram_id, f"P{telegram_id}", 1, NOW, TODAY)
