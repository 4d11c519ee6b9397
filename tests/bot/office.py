"""The bot without a network: the real pump, handlers, courier and store; Telegram's answers are made up."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from telegram.request import BaseRequest, RequestData

from bot.app import build_app
from bot.chat.context import App
from bot.chat.guide import Guide
from bot.courier import Courier
from bot.pump import Pump
from bot.settings import Settings
from bot.store import Store

NAME = "indrumar_bot"
ME = {"id": 42, "is_bot": True, "first_name": "Îndrumar", "username": NAME}
Json = dict[str, Any]


class Offline(BaseRequest):
    """Answers every call at once and notes it; nothing leaves this process."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Json]] = []
        """Method and parameters, in order."""
        self.next_id = 1000

    @property
    def read_timeout(self) -> float | None:
        """None: nothing is waited for."""
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_args: Any, **_kwargs: Any
    ) -> tuple[int, bytes]:
        """Note a call; what Telegram would answer."""
        name = url.rsplit("/", 1)[1]
        given: Json = dict(request_data.parameters) if request_data else {}
        result: Any = True
        if name == "getMe":
            result = ME
        else:
            self.calls.append((name, given))
        if name in ("sendMessage", "editMessageText"):
            self.next_id += 1
            chat = {"id": given["chat_id"], "type": "private" if int(given["chat_id"]) > 0 else "group"}
            number = given.get("message_id", self.next_id)
            result = {"message_id": number, "date": 0, "chat": chat, "text": given["text"]}
        assert method == "POST"
        return 200, json.dumps({"ok": True, "result": result}).encode()


class Office:
    """People write, the bot answers."""

    def __init__(self, app: App, store: Store, guide: Guide, settings: Settings, offline: Offline) -> None:
        self.app = app
        self.store = store
        self.offline = offline
        self.now = 1_795_000_000
        self.courier = Courier(app.bot, store, settings, lambda: float(self.now))
        self.pump = Pump(app, store, self.courier, guide, settings, lambda: float(self.now))
        self.next_update, self.next_message = 1, 100

    async def take(self, **update: Any) -> None:
        """An update comes and is seen through."""
        await self.pump.take([{"update_id": self.next_update, **update}])
        self.next_update += 1
        while await self.store.waiting(1):
            await asyncio.sleep(0)
        await asyncio.sleep(0)
        await self.courier.finish(10)

    def message(self, person: int, chat: int | None = None, **content: Any) -> Json:
        """A message of a person."""
        self.next_message += 1
        where = (
            {"id": chat, "type": "group", "title": "Vecinii"} if chat else {"id": person, "type": "private"}
        )
        names = {"first_name": "Ruxandra", "last_name": "Zmeurescu", "username": "ruxi_z"}
        sender = {"id": person, "is_bot": False, "language_code": "ro", **names}
        return {"message_id": self.next_message, "date": self.now, "chat": where, "from": sender, **content}

    async def types(self, text: str, person: int = 5, chat: int | None = None) -> None:
        """Somebody types."""
        message = self.message(person, chat, text=text)
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        await self.take(message=message)

    async def presses(self, data: str, person: int = 5, chat: int | None = None) -> None:
        """Somebody presses a button under a message of ours."""
        message = self.message(person, chat, text="…") | {"from": ME}
        sender = self.message(person)["from"]
        query = {"id": "9", "from": sender, "chat_instance": "1", "data": data, "message": message}
        await self.take(callback_query=query)

    @property
    def said(self) -> list[tuple[str, int, str]]:
        """Method, chat and first line of everything that was said."""
        return [
            (name, int(given["chat_id"]), given["text"].split("\n")[0])
            for name, given in self.offline.calls
            if "text" in given and "chat_id" in given
        ]


@asynccontextmanager
async def open_office(guide: Guide, store: Store, **changes: Any) -> AsyncIterator[Office]:
    """An office that works while the context lasts."""
    rates = {"rate_per_second": 0, "rate_chat_per_second": 0, "rate_group_per_minute": 0}
    settings = Settings.model_validate({"bot_token": "42:abc", "today": "2026-11-22", **rates, **changes})
    app = build_app(settings, lambda: NAME)
    offline = Offline()
    app.bot._request = (offline, offline)
    await app.initialize()
    office = Office(app, store, guide, settings, offline)
    work = asyncio.create_task(office.pump.run())
    yield office
    work.cancel()
    with suppress(asyncio.CancelledError):
        await work
    await app.shutdown()
