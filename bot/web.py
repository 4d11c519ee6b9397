"""What listens: Telegram's webhook, health and metrics. On the address of INDRUMAR_LISTEN."""

from __future__ import annotations

import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.points import reach
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.app import Running

_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_MOST_BYTES = 1024 * 1024
"""An update is a few kilobytes."""


def build_web(settings: Settings, running: Running) -> web.Application:
    """The routes."""

    async def on_update(request: web.Request) -> web.Response:
        """An update of Telegram: written down before it is confirmed."""
        secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
        given = request.headers.get(_SECRET_HEADER, "")
        if not secret or not hmac.compare_digest(given.encode(), secret.encode()):
            return web.Response(status=403)
        try:
            update = json.loads(await request.read())
        except ValueError:
            return web.Response(status=400)
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
            return web.Response(status=400)
        reach("after-fetch")
        await running.pump.take([update])
        taken = web.Response()
        await taken.prepare(request)
        await taken.write_eof()
        reach("after-confirm")
        return taken

    async def healthz(_request: web.Request) -> web.Response:
        return web.json_response({"alive": True})

    async def readyz(_request: web.Request) -> web.Response:
        try:
            await running.store.fact("username")
        except Exception:
            return web.json_response({"ready": False}, status=503)
        return web.json_response({"ready": True, "index": running.guide.index.content})

    async def metrics(_request: web.Request) -> web.Response:
        return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application(client_max_size=_MOST_BYTES)
    app.add_routes([web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", metrics)])
    if settings.webhook_url:
        app.router.add_post(urlsplit(settings.webhook_url).path or "/", on_update)
    return app


@asynccontextmanager
async def serve(settings: Settings, running: Running) -> AsyncIterator[None]:
    """Listen while the context lasts. Raises OSError when the address is taken."""
    host, _, port = (settings.listen or "").rpartition(":")
    runner = web.AppRunner(build_web(settings, running), access_log=None, handle_signals=False)
    await runner.setup()
    try:
        await web.TCPSite(runner, host or "127.0.0.1", int(port)).start()
        yield
    finally:
        await runner.cleanup()
