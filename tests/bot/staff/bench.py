"""A bot that runs without a network, with everybody of the matrix before it, and what each is told."""

from __future__ import annotations

from dataclasses import dataclass

from bot.staff.kept import Kept
from bot.store import Ledger, Store
from bot.store.staff import People
from tests.bot.conftest import Look
from tests.bot.office import Office
from tests.bot.staff.matrix import ROOT, VICTIMS, Matrix, Who
from tests.bot.store.reports import NOW


@dataclass
class Bench:
    """A bot, its store, and the people who try."""

    office: Office
    store: Store
    matrix: Matrix
    look: Look
    before: tuple[int, int, int] = (0, 0, 0)
    """What was written when the try began."""

    async def clear(self) -> None:
        """Nothing waits for approval, and who lost a role has it again."""
        async with self.store.work() as work:
            for report in await Ledger(work).submitted():
                await Ledger(work).event(report.id, "withdrawn", 1, "admin", None, 1, NOW)
            for role, victim in VICTIMS.items():
                if await People(work).member(victim) is None:
                    await self.matrix.join(work, victim, role, self.matrix.wanted)

    def begin(self) -> None:
        """All is prepared: what is written from here on, the try wrote."""
        self.before = self.written()

    async def report(self, author: int, *, returned: bool = False) -> int:
        """A report of somebody, returned with a question when told."""
        async with self.store.work() as work:
            number = await self.matrix.report(work, author)
            if returned:
                root = await self.matrix.id_of(work, ROOT)
                await Ledger(work).event(number, "returned", root, "admin", "de ce?", 1, NOW)
        return number

    async def forge_draft(self, who: Who, kept: Kept) -> None:
        """Put a state into the store that no conversation led to."""
        async with self.store.work() as work:
            person = await self.matrix.id_of(work, who.telegram_id)
            await People(work).keep_draft(person, kept.model_dump_json(), NOW)

    async def id_of(self, telegram_id: int) -> int:
        """The internal id."""
        async with self.store.look() as work:
            return await self.matrix.id_of(work, telegram_id)

    async def press(self, data: str, who: Who) -> None:
        """A button with any data in it."""
        await self.office.presses(data, person=who.telegram_id)

    async def type(self, text: str, who: Who) -> None:
        """A message."""
        await self.office.types(text, person=who.telegram_id)

    def written(self) -> tuple[int, int, int]:
        """Rows of the ledger, invitations, and roles that somebody holds."""
        rows = self.look()
        held = [row for row in rows["grants"] if row["revoked_at"] is None]
        return len(rows["ledger"]), len(rows["invitations"]), len(held)

    def told(self, who: Who, since: int) -> str:
        """All that was said to somebody, toasts too."""
        calls = self.office.offline.calls[since:]
        mine = [g for name, g in calls if g.get("chat_id", who.telegram_id) == who.telegram_id]
        return "\n".join(str(given.get("text", "")) for given in mine)
