"""The server itself: HTTP in front of the methods, a record of every call, and the people of a test."""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from inspect import isawaitable
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from tests.botapi.calls import Call, Cut, Json, Refusal, Upload
from tests.botapi.chats import Chat
from tests.botapi.faults import Fault, Faults
from tests.botapi.groups import Group
from tests.botapi.methods import BY_NAME
from tests.botapi.people import User
from tests.botapi.process import BotProcess
from tests.botapi.state import State
from tests.botapi.webhook import post_updates

BOT_COMMAND = (sys.executable, "-c", "from bot.cli import main; main()", "bot")
"""The bot under test, as `indrumar bot` runs it."""
_LARGEST_BYTES = 50 * 1024 * 1024


class TelegramServer(Faults):
    """Telegram for one test: `async with TelegramServer() as telegram:`.

    Also says what goes wrong: see `Faults` for fail_next, hang_next, lose_next and drop_next.
    """

    def __init__(self, username: str = "indrumar_test_bot") -> None:
        super().__init__()
        self.state = State(username)
        self.state.account = self._account
        self.token = f"{self.state.bot['id']}:test-token"
        self.calls: list[Call] = []
        """Every call but getUpdates, oldest first."""
        self.polls: list[Call] = []
        """Every getUpdates."""
        self.url = ""
        """Root of the API, as INDRUMAR_API_URL wants it."""
        self._down = False
        self._user_ids = itertools.count(1001)
        self._group_ids = itertools.count(-1_001_000_000_001, -1)
        self._bots: list[BotProcess] = []
        self._folder = tempfile.TemporaryDirectory(prefix="botapi-")

    async def __aenter__(self) -> TelegramServer:
        app = web.Application(client_max_size=_LARGEST_BYTES)
        app.router.add_route("*", "/{path:.*}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self._session = aiohttp.ClientSession()
        self._posting = asyncio.create_task(post_updates(self.state.updates, self.state))
        return self

    async def __aexit__(self, *_failure: object) -> None:
        for bot in self._bots:
            await bot.kill()
        self.state.updates.interrupt(Cut())
        self._posting.cancel()
        with suppress(asyncio.CancelledError):
            await self._posting
        await self._session.close()
        await self._runner.cleanup()
        self._folder.cleanup()

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

    @contextmanager
    def outage(self) -> Iterator[None]:
        """Every connection is cut, the one that waits for updates too."""
        self._down = True
        self.state.updates.interrupt(Cut())
        try:
            yield
        finally:
            self._down = False

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

    async def request(self, method: str, /, **params: Any) -> tuple[int, Json]:
        """Calls a method over HTTP as a bot would, by hand: status and JSON answered.

        Raises aiohttp.ClientError where the connection is cut.
        """
        async with self._session.post(f"{self.url}/bot{self.token}/{method}", json=params) as response:
            return response.status, await response.json()

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        file = re.fullmatch(r"/file/bot([^/]+)/\w+/([^/]+)", request.path)
        method = re.fullmatch(r"/bot([^/]*)/(.*)", request.path)
        if self._down:
            return _cut(request)
        if file and file[1] == self.token and file[2] in self.state.files:
            return web.Response(body=self.state.files[file[2]].content)
        if not method:
            return web.json_response(Refusal(404, "Not Found").body(), status=404)
        params, files = await _parameters(request)
        call = Call(method[2], params, files)
        (self.polls if call.method.lower() == "getupdates" else self.calls).append(call)
        self.state.pulse.beat()
        return await self._answer(request, call, token=method[1])

    async def _answer(self, request: web.Request, call: Call, token: str) -> web.StreamResponse:
        """Does what a call asks and writes down what came of it."""
        try:
            if token != self.token:
                raise Refusal(401, "Unauthorized")
            result = await self._do(call, self.take(call.method))
            call.status, call.answer = 200, {"ok": True, "result": result}
        except Refusal as refusal:
            call.status, call.answer = refusal.status, refusal.body()
        except Cut:
            return _cut(request)
        finally:
            self.state.pulse.beat()
        return web.json_response(call.answer, status=call.status)

    async def _do(self, call: Call, fault: Fault | None) -> Any:
        call.injected = fault is not None
        if fault and fault.refusal:
            raise fault.refusal
        if fault and fault.dropped:
            raise Cut
        if fault and fault.seconds:
            await asyncio.sleep(fault.seconds)
        method = BY_NAME.get(call.method.lower())
        if method is None:
            call.unknown = True
            raise Refusal(404, "Not Found: method not found")
        result = method(self.state, call)
        if isawaitable(result):
            result = await result
        if fault and fault.lost:
            call.answer = {"ok": True, "result": result}
            raise Cut
        return result


def _cut(request: web.Request) -> web.Response:
    """Breaks the connection; what is returned goes nowhere."""
    if request.transport:
        request.transport.abort()
    return web.Response(status=500)


async def _parameters(request: web.Request) -> tuple[dict[str, str], dict[str, Upload]]:
    """Parameters as text and files, from the address, a form or JSON."""
    given: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        given |= await request.json()
    else:
        given |= await request.post()
    params, files = {}, {}
    for name, value in given.items():
        if isinstance(value, web.FileField):
            files[name] = Upload(value.filename, value.file.read())
        elif value is not None:
            params[name] = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return params, files


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
