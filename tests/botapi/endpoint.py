"""HTTP in front of the methods, and a record of every call."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from inspect import isawaitable
from typing import Any

import aiohttp
from aiohttp import web

from tests.botapi.calls import Call, Cut, Json, Refusal, Upload
from tests.botapi.faults import Fault, Faults
from tests.botapi.methods import BY_NAME
from tests.botapi.state import State

_LARGEST_BYTES = 50 * 1024 * 1024


class Endpoint(Faults):
    """Listens on a free port of 127.0.0.1 from `open` to `close`."""

    def __init__(self, username: str) -> None:
        super().__init__()
        self.state = State(username)
        self.token = f"{self.state.bot['id']}:test-token"
        self.calls: list[Call] = []
        """Every call but getUpdates, oldest first."""
        self.polls: list[Call] = []
        """Every getUpdates."""
        self.url = ""
        """Root of the API, as INDRUMAR_API_URL wants it."""
        self._down = False

    async def open(self) -> None:
        """Begins to listen."""
        app = web.Application(client_max_size=_LARGEST_BYTES)
        app.router.add_route("*", "/{path:.*}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self._session = aiohttp.ClientSession()

    async def close(self) -> None:
        """Cuts what waits, and no longer listens."""
        self.state.updates.interrupt(Cut())
        await self._session.close()
        await self._runner.cleanup()

    @contextmanager
    def outage(self) -> Iterator[None]:
        """Every connection is cut, the one that waits for updates too."""
        self._down = True
        self.state.updates.interrupt(Cut())
        try:
            yield
        finally:
            self._down = False

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
