"""Calls to Telegram over aiohttp, for python-telegram-bot: half the work of its own way through httpx.

httpx asks every connection of its pool whenever one is taken or given back, which with many chats at once
costs more than all else that is done for a message.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx
from telegram import Bot
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

_NOT_ARRIVED = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
"""The request never left this machine."""
_JSON = {"Content-Type": "application/json"}


class Request(BaseRequest):
    """Connections to one Bot API server, kept open.

    root: of the server; a proxy for it is taken from the environment. connections: the most at once.
    read_seconds: how long an answer is waited for.
    """

    def __init__(self, root: str, connections: int, read_seconds: float) -> None:
        where = urlsplit(root)
        self._proxy = None if proxy_bypass(where.hostname or "") else getproxies().get(where.scheme)
        self._connections = connections
        self._read_seconds = read_seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds an answer is waited for."""
        return self._read_seconds

    async def initialize(self) -> None:
        """Open the pool; a second time nothing happens."""
        if self._session is None or self._session.closed:
            # the certificates that python-telegram-bot itself would trust
            connector = aiohttp.TCPConnector(limit=self._connections, ssl=httpx.create_ssl_context())
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        connect_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Status and body of the answer. Raises TimedOut, NetworkError; RuntimeError before `initialize`."""
        if self._session is None:
            raise RuntimeError("the request is not initialized")
        seconds = read_timeout if isinstance(read_timeout, int | float) else self._read_seconds
        waits = aiohttp.ClientTimeout(connect=self._read_seconds, sock_read=seconds)
        body, headers = _body(request_data)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=waits, proxy=self._proxy
            ) as response:
                return response.status, await response.read()
        except TimeoutError as fault:
            raise TimedOut from fault
        except (aiohttp.ClientError, OSError) as fault:
            # without the text of the fault: it may hold the address, and that the token
            raise NetworkError(type(fault).__name__) from fault


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    """What is sent, and its headers: JSON, or a form in parts when there are files.

    Each value is text, as in a form. A form without files takes nine times as long: it spells ș as %C8%99.
    """
    if data is None:
        return None, {}
    if not data.multipart_data:
        return data.json_payload, _JSON
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, {}


async def ask(bot: Bot, method: str, params: dict[str, Any], read_seconds: float | None = None) -> Any:
    """Call a method of the Bot API; its result as it came. Raises telegram.error.TelegramError.

    For what is called most: to build an object for each button and parse each message sent back takes longer
    than to send it. read_seconds: how long the answer may take, where that is not as usual.
    """
    waits = BaseRequest.DEFAULT_NONE if read_seconds is None else read_seconds
    given = [RequestParameter(name, value, None) for name, value in params.items() if value is not None]
    return await bot.request.post(f"{bot.base_url}/{method}", RequestData(given), read_timeout=waits)


def may_have_arrived(fault: NetworkError) -> bool:
    """Whether Telegram may have done what was asked although no answer came: not if it said an error."""
    cause = fault.__cause__
    return isinstance(cause, aiohttp.ClientError | OSError) and not isinstance(cause, _NOT_ARRIVED)
