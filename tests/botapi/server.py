"""Telegram for one test: the server, the people, the bot as a process, and what a test asks in the end."""

from __future__ import annotations

import asyncio
import itertools
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from tests.botapi.calls import Call
from tests.botapi.chats import Chat
from tests.botapi.endpoint import Endpoint
from tests.botapi.groups import Group
from tests.botapi.people import User
from tests.botapi.process import BotProcess
from tests.botapi.webhook import post_updates

BOT_COMMAND = (sys.executable, "-c", "from bot.cli import main; main()", "bot")
"""The bot under test, as `indrumar bot` runs it."""


class TelegramServer(Endpoint):
    """Telegram for one test: `async with TelegramServer() as telegram:`.

    What goes wrong on demand: fail_next, hang_next, lose_next, drop_next (see `Faults`), outage.
    """

    def __init__(self, username: str = "indrumar_test_bot") -> None:
        super().__init__(username)
        self.state.account = self._account
        self._user_ids = itertools.count(1001)
        self._group_ids = itertools.count(-1_001_000_000_001, -1)
        self._bots: list[BotProcess] = []
        self._folder = tempfile.TemporaryDirectory(prefix="botapi-")

    async def __aenter__(self) -> TelegramServer:
        await self.open()
        self._posting = asyncio.create_task(post_updates(self.state))
        return self

    async def __aexit__(self, *_failure: object) -> None:
        for bot in self._bots:
            await bot.kill()
        self._posting.cancel()
        with suppress(asyncio.CancelledError):
            await self._posting
        await self.close()
        self._folder.cleanup()

    @property
    def folder(self) -> str:
        """A folder that goes with the server."""
        return self._folder.name

    def user(self, name: str = "Ana", *, language_code: str = "ro", username: str = "") -> User:
        """A new person, whom the bot has not met."""
        return User(self.state, next(self._user_ids), name, language_code, username)

    def group(self, title: str = "Grup", members: Iterable[User] = ()) -> Group:
        """A group the bot has long been in."""
        chat = Chat(next(self._group_ids), "supergroup", {"title": title})
        self.state.chats[chat.id] = chat
        for member in members:
            member.be_seen()
        return Group(chat)

    async def launch(
        self,
        env: Mapping[str, str] | None = None,
        *,
        webhook: bool = False,
        command: Sequence[str] = BOT_COMMAND,
        ready_seconds: float = 60,
    ) -> BotProcess:
        """Starts the bot as a process with a state directory of its own; returns once it is ready.

        env: further settings; webhook: sets INDRUMAR_WEBHOOK_URL, _SECRET and INDRUMAR_LISTEN.
        Raises AssertionError with what it printed where it ends or takes too long.
        """
        folder = Path(self._folder.name) / f"bot{len(self._bots)}"
        settings = {"BOT_TOKEN": self.token, "API_URL": self.url, "STATE_DIR": str(folder)}
        if webhook:
            address = f"127.0.0.1:{_free_port()}"
            settings |= {"WEBHOOK_URL": f"http://{address}/telegram", "WEBHOOK_SECRET": "secret-of-the-test"}
            settings |= {"LISTEN": address}
        own = {f"INDRUMAR_{name}": value for name, value in settings.items()}
        bot = BotProcess(self.state, command, own | dict(env or {}), folder, ready_seconds)
        self._bots.append(bot)
        await bot.start()
        return bot

    def calls_to(self, method: str) -> list[Call]:
        """Calls of one method, oldest first."""
        return [call for call in self.calls if call.method.lower() == method.lower()]

    def _account(self) -> str:
        """The last calls, and the end of what each bot printed."""
        calls = [f"call: {call}" for call in self.calls[-8:]]
        return "\n".join([*calls, *(line for bot in self._bots for line in bot.log.splitlines()[-30:])])

    async def until_called(self, method: str, count: int = 1, seconds: float = 10) -> Call:
        """Waits until a method was called that many times; that call, which may still be running."""

        def enough() -> Call | None:
            calls = self.calls_to(method)
            return calls[count - 1] if len(calls) >= count else None

        return await self.state.pulse.until(enough, seconds, lambda: f"{method} was not called {count} times")

    def forget(self) -> None:
        """Forgets calls and updates that are over, as long runs need."""
        for over in (self.calls, self.polls, self.state.updates.delivered):
            over.clear()

    def assert_clean(self, allow: Iterable[str] = ()) -> None:
        """No unknown method, nothing answered 400 but by a fault; allow: parts of texts that may be."""
        wrong = [call for call in self.calls if call.unknown or (call.status == 400 and not call.injected)]
        said = [str(call) for call in wrong if not any(text in str(call) for text in allow)]
        assert said == [], "\n".join(said)

    def redeliver_last(self, count: int = 1) -> None:
        """The last updates come once more, with the same update_id."""
        self.state.updates.redeliver_last(count)

    async def until_confirmed(self, seconds: float = 10) -> None:
        """Waits until the bot has confirmed every update; one that is not comes again after a kill."""
        updates = self.state.updates
        await self.state.pulse.until(
            lambda: not updates.waiting or None, seconds, lambda: f"not confirmed: {list(updates.waiting)}"
        )

    def expire_queries(self) -> None:
        """Presses and inline queries still open can no longer be answered."""
        for press in self.state.presses.values():
            press.too_late = True
        for query in self.state.inline_queries.values():
            query.too_late = True

    @asynccontextmanager
    async def second_poller(self) -> AsyncIterator[list[int]]:
        """Someone else polls with the same token; gives the statuses it got so far. It confirms nothing."""
        statuses: list[int] = []

        async def poll() -> None:
            while True:
                status, _ = await self.request("getUpdates", timeout=1)
                statuses.append(status)
                await asyncio.sleep(0.05)

        task = asyncio.create_task(poll())
        try:
            yield statuses
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
