"""A bot that serves: its process, its Telegram, and what it keeps."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sqlite3
import sys
import time
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.botapi import BotProcess, TelegramServer
from tests.botapi.process import PROJECT

COMMAND = (sys.executable, "-m", "tests.bot.e2e.under_test", "bot")
SETTINGS = {
    "INDRUMAR_TODAY": "2026-11-22",
    "INDRUMAR_RATE_PER_SECOND": "0",
    "INDRUMAR_RATE_CHAT_PER_SECOND": "0",
    "INDRUMAR_RATE_GROUP_PER_MINUTE": "0",
}
"""Of all tests but those of the rates; the day on which only one of the five plans still runs."""
HARMLESS = ("message is not modified", "message to edit not found", "message can't be edited")
"""What Telegram says when the bot looks whether a message that may be lost is there."""
_LEAST_TOLD_CHARS = 6
"""A shorter text may stand in a log by accident."""


@dataclass
class Served:
    """One bot, its server and its state directory."""

    telegram: TelegramServer
    bot: BotProcess
    state: Path

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Rows of the bot's database."""
        with closing(sqlite3.connect(f"file:{self.state}/indrumar.sqlite?mode=ro", uri=True)) as base:
            return base.execute(query).fetchall()

    async def command(self, *words: str) -> str:
        """What a command prints that is run beside the bot, on the same database; faults are printed too."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot.cli", *words),
            cwd=PROJECT,
            env=os.environ | SETTINGS | {"INDRUMAR_STATE_DIR": str(self.state)},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        printed, _ = await process.communicate()
        return printed.decode()

    async def settle(self, seconds: float = 20) -> None:
        """Until nothing waits any more: every update is taken and handled, every call made."""
        end = time.monotonic() + seconds
        while self.telegram.state.updates.waiting or self._waits():
            assert time.monotonic() < end, f"still waiting: {self._waits()}\n{self.bot.log[-2000:]}"
            await asyncio.sleep(0.02)

    def _waits(self) -> list[tuple[Any, ...]]:
        return self.rows("select 'in', update_id from inbox where state = 'waiting' "
                         "union all select 'out', id from outbox")  # fmt: skip

    def arm(self, point: str, nth: int = 1) -> None:
        """The bot ends itself at the nth time it reaches a point from now on."""
        _write(self.state / "kill", f"{point} {nth}")

    def spoil(self, word: str) -> None:
        """Handling a message with this word fails from now on."""
        _write(self.state / "spoil", word)

    async def died_and_starts_again(self) -> None:
        """Waits until it ended at a point, then starts it."""
        assert await self.bot.ended() == 137
        await self.bot.start()

    def assert_log_is_discreet(self) -> None:
        """Neither the token, nor a name, nor anything people wrote is in what the bot printed."""
        chats = list(self.telegram.state.chats.values())
        said = [m.text for chat in chats for m in chat.messages.values() if not m.by_bot]
        told = {text for text in said if len(text) >= _LEAST_TOLD_CHARS and not text.startswith("/")}
        names = {str(chat.fields.get("first_name") or chat.fields.get("title")) for chat in chats}
        log = self.bot.log
        found = [text for text in told if text in log] + [n for n in names if re.search(rf"\b{n}\b", log)]
        found += [self.telegram.token] if self.telegram.token.partition(":")[2] in log else []
        assert found == [], log


def _write(path: Path, text: str) -> None:
    """At once: the bot never reads half of it."""
    new = path.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


@asynccontextmanager
async def serving(
    built: Path,
    env: Mapping[str, str] | None = None,
    *,
    webhook: bool = False,
    allow: Iterable[str] = (),
) -> AsyncIterator[Served]:
    """A bot of its own, and at the end a look at its calls and its log.

    built: a state directory with the index; allow: parts of refusals that may have come.
    """
    async with TelegramServer() as telegram:
        state = Path(telegram.folder) / "state"
        shutil.copytree(built / "index", state / "index")
        settings = SETTINGS | {"INDRUMAR_STATE_DIR": str(state)} | dict(env or {})
        bot = await telegram.launch(settings, webhook=webhook, command=COMMAND)
        served = Served(telegram, bot, state)
        yield served
        telegram.assert_clean((*HARMLESS, *allow))
        served.assert_log_is_discreet()
