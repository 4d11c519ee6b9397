"""A terminal for the commands of staff: the project's index, and a database of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.staff.shapes import Scope
from bot.store import People, Store, Work, migrate
from tests.bot.store.reports import NOW
from tests.bot.terminal import Ran, Terminal

Result = TypeVar("Result")


@dataclass(frozen=True)
class StaffTerminal:
    """A terminal over the project's index, and a database of its own."""

    terminal: Terminal
    file: Path
    admins: str = ""

    @property
    def url(self) -> str:
        """The database."""
        return f"sqlite+aiosqlite:///{self.file}"

    def call(self, *arguments: str, **environment: str) -> Ran:
        """Run a command."""
        settings = {"INDRUMAR_DATABASE_URL": self.url, "INDRUMAR_ADMINS": self.admins} | environment
        return self.terminal.call(*arguments, **settings)

    def within(self, job: Callable[[Work], Awaitable[Result]]) -> Result:
        """Do something in the store, as the bot would."""

        async def run() -> Result:
            store = Store(self.url)
            await store.open()
            try:
                async with store.work() as work:
                    return await job(work)
            finally:
                await store.close()

        migrate(self.url)
        return asyncio.run(run())

    def enroll(
        self, telegram_id: int, name: str, role: str | None = "reporter", **scope: tuple[str, ...]
    ) -> int:
        """A person with a role, or with none; the internal id."""

        async def job(work: Work) -> int:
            person = await People(work).enroll(telegram_id, name, NOW)
            if role is not None:
                await People(work).grant(person, role, Scope(**scope), None, NOW)  # type: ignore[arg-type]
            return person

        return self.within(job)
