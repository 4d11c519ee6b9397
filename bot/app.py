"""The bot as a process: built from settings, run until it is told to stop.

Telegram ⇄ fetch (polling) or web (webhook) → pump → handlers → courier ⇄ Telegram
"""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import time
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import replace

from telegram import Bot, Message, Update
from telegram.constants import ChatType
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    ContextTypes,
    ExtBot,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.chat import handlers
from bot.chat.context import App, Context, Desk
from bot.chat.groups import mention
from bot.chat.guide import Guide
from bot.chat.state import MEMORY_SECONDS
from bot.courier import Courier
from bot.files import KEY as FILE
from bot.menus import set_menus
from bot.points import reach
from bot.pump import Pump
from bot.reported import lost_targets, say_lost
from bot.request import Request, ask
from bot.settings import Settings
from bot.store import Ledger, Store, migrate
from bot.web import serve
from index import Assistant

_log = logging.getLogger(__name__)
_CONNECTIONS = 64
"""Calls made beside one another."""
_READ_SECONDS = 20.0
"""How long an answer of Telegram is waited for."""
_LATE_SECONDS = 10
"""How much later than asked for a poll may end."""
_PURGE_SECONDS = 60
_LEAVE_SECONDS = 3.0
"""How long messages on their way are waited for when the process ends."""
_LONGEST_PAUSE_SECONDS = 30.0
_TELEGRAM = "https://api.telegram.org"
ALLOWED = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
]
"""Kinds of updates that are asked for."""


class _Named(filters.MessageFilter):
    """A message in a private chat, or one in a group that names the bot."""

    def __init__(self, name: Callable[[], str]) -> None:
        super().__init__()
        self._bot_name = name

    def filter(self, message: Message) -> bool:
        """Whether it was said to the bot."""
        text = message.text or message.caption or ""
        private = message.chat.type == ChatType.PRIVATE
        answered = message.reply_to_message
        ours = bool(answered and answered.from_user and answered.from_user.username == self._bot_name())
        return private or ours or mention(text, self._bot_name()) is not None


class _OwnHandler(BaseHandler[Update, Context, None]):
    """Takes updates of our own."""

    def check_update(self, update: object) -> bool:
        """Whether it is one: nothing in it is Telegram's."""
        return isinstance(update, Update) and FILE in update.api_kwargs


def handlers_in_order(name: Callable[[], str]) -> list[BaseHandler[Update, Context, None]]:
    """Every handler; the first that fits takes the update."""
    said_to_us = _Named(name)
    # a card that somebody passed on by way of a bot is no question
    content = (filters.UpdateType.MESSAGE | filters.UpdateType.EDITED_MESSAGE) & ~filters.VIA_BOT
    return [
        _OwnHandler(handlers.on_file),
        CallbackQueryHandler(handlers.on_press),
        InlineQueryHandler(handlers.on_inline),
        ChatMemberHandler(handlers.on_membership, ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(content & filters.Regex(r"^/[A-Za-z0-9_@]+"), handlers.on_command),
        MessageHandler(content & (filters.TEXT | filters.CAPTION) & said_to_us, handlers.on_text),
        MessageHandler(content & filters.LOCATION & filters.ChatType.PRIVATE, handlers.on_location),
        MessageHandler(
            filters.UpdateType.MESSAGE
            & filters.ChatType.PRIVATE
            & ~filters.StatusUpdate.ALL
            & ~filters.VIA_BOT,
            handlers.on_other,
        ),
    ]


def build_app(settings: Settings, name: Callable[[], str]) -> App:
    """The application of python-telegram-bot, which dispatches and calls but neither fetches nor keeps."""
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    api, files = _urls(settings)
    request = Request(api, _CONNECTIONS, _READ_SECONDS)
    bot: ExtBot[None] = ExtBot(token, api, files, request, request)
    types = ContextTypes[Context, dict[str, object], dict[str, object], Desk](
        context=Context, bot_data=Desk, chat_data=dict, user_data=dict
    )
    app: App = Application.builder().bot(bot).updater(None).job_queue(None).context_types(types).build()
    for handler in handlers_in_order(name):
        app.add_handler(handler)
    app.add_error_handler(handlers.on_error)
    return app


def _urls(settings: Settings) -> tuple[str, str]:
    """Where the Bot API and its files are; the token follows."""
    root = (settings.api_url or _TELEGRAM).rstrip("/")
    return f"{root}/bot", f"{root}/file/bot"


class Running:
    """The parts of a running bot."""

    def __init__(self, settings: Settings, assistant: Assistant) -> None:
        self._settings = settings
        self._clock = time.time
        self.guide = Guide(assistant, settings.data_dir)
        self.app = build_app(settings, lambda: self.guide.name)
        self.store = Store(settings.store_url)
        self.courier = Courier(self.app.bot, self.store, settings, self._clock)
        self._stop = asyncio.Event()
        self.pump: Pump

    async def run(self) -> None:
        """Serve until SIGTERM or SIGINT. Raises InvalidToken for an unknown token."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop.set)
        await asyncio.to_thread(migrate, self._settings.store_url)
        await self.store.open()
        async with AsyncExitStack() as stack:
            stack.push_async_callback(self.store.close)
            # also when the token is refused; once more after `shutdown` does no harm
            stack.push_async_callback(self.app.bot.request.shutdown)
            await self._say_lost()
            if not await self._or_stop(self._introduce()):
                return
            stack.push_async_callback(self.app.shutdown)
            self.pump = Pump(self.app, self.store, self.courier, self.guide, self._settings, self._clock)
            if self._settings.listen:
                await stack.enter_async_context(serve(self._settings, self))
            await self._serve()

    async def _say_lost(self) -> None:
        """Note which reports are about nothing that the plans hold now."""
        async with self.store.work() as work:
            reported = await Ledger(work).current()
        for lost in lost_targets(self.guide.targets.by_id, reported) if reported else ():
            _log.warning("%s", say_lost(lost))

    async def _serve(self) -> None:
        await self.courier.resume()
        fetch = self._set_webhook() if self._settings.webhook_url else self._poll()
        works = [self.pump.run(), self.courier.run(), self._purge(), fetch]
        if not self._settings.webhook_url:
            works.append(self._menus())
        tasks = [asyncio.create_task(work) for work in works]
        stopped = asyncio.create_task(self._stop.wait())
        try:
            await self._until_stopped(tasks, stopped)
        finally:
            for task in tasks[:1] + tasks[2:]:
                task.cancel()
            await self.courier.finish(_LEAVE_SECONDS)
            tasks[1].cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    @staticmethod
    async def _until_stopped(tasks: list[asyncio.Task[None]], stopped: asyncio.Task[bool]) -> None:
        """Until a signal; a work that ends by a fault ends the process with it."""
        running: set[asyncio.Task[None] | asyncio.Task[bool]] = {stopped, *tasks}
        while stopped in running:
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done - {stopped}:
                task.result()

    async def _or_stop(self, work: object) -> bool:
        """Do something that may take long; False when the process is to end before."""
        task = asyncio.ensure_future(work)  # type: ignore[call-overload]
        stopped = asyncio.ensure_future(self._stop.wait())
        await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if not task.done():
            task.cancel()
            return False
        task.result()
        return True

    # ── getting to know one another ──

    async def _introduce(self) -> None:
        """Learn the bot's name; waits until Telegram can be reached."""
        await self._patiently(self.app.initialize)
        name = self.app.bot.username
        await self.store.set_fact("username", name)
        self.guide = replace(self.guide, name=name)

    async def _patiently(self, call: Callable[[], object]) -> None:
        pause = 0.5
        while True:
            try:
                await call()  # type: ignore[misc]
                return
            except InvalidToken:
                raise
            except RetryAfter as wait:
                await asyncio.sleep(_told(wait))
            except NetworkError as fault:
                _log.warning("Telegram cannot be reached: %s", type(fault).__name__)
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE_SECONDS)

    async def _menus(self) -> None:
        """Set the command menus; nobody waits for it."""
        with suppress(TelegramError):
            await set_menus(self.app.bot, self.store)

    async def _set_webhook(self) -> None:
        settings = self._settings
        secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else None
        bot: Bot = self.app.bot
        await self._patiently(
            lambda: bot.set_webhook(settings.webhook_url or "", allowed_updates=ALLOWED, secret_token=secret)
        )
        await self._menus()

    # ── fetching ──

    async def _poll(self) -> None:
        """Fetch updates; what was written down is confirmed by asking for what follows."""
        bot: Bot = self.app.bot
        await self._patiently(bot.delete_webhook)
        offset, pause, seconds = 0, 0.5, self._settings.poll_seconds
        while True:
            try:
                # `Bot.get_updates` would parse them first: one that it cannot parse would end every batch
                wanted = {"offset": offset, "timeout": seconds, "allowed_updates": ALLOWED}
                updates = await ask(bot, "getUpdates", wanted, seconds + _LATE_SECONDS)
            except RetryAfter as wait:
                await asyncio.sleep(_told(wait))
                continue
            except (NetworkError, Conflict) as fault:
                _log.warning("no updates: %s", type(fault).__name__)
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE_SECONDS)
                continue
            pause = 0.5
            if offset:
                reach("after-confirm")
            if updates:
                reach("after-fetch")
                await self.pump.take(updates)
                offset = updates[-1]["update_id"] + 1

    async def _purge(self) -> None:
        """Forget what has had its time, every minute."""
        while True:
            await self.store.purge(self._clock(), MEMORY_SECONDS)
            self.courier.forget_idle()
            await asyncio.sleep(_PURGE_SECONDS)


def _told(wait: RetryAfter) -> float:
    told = wait.retry_after
    return float(told if isinstance(told, int | float) else told.total_seconds())


def run_bot(settings: Settings, assistant: Assistant) -> None:
    """Run the bot until it is told to stop. Raises InvalidToken, sqlalchemy.exc.DatabaseError."""

    async def run() -> None:
        running = Running(settings, assistant)
        # the catalogue stays: looked through for garbage, it would stop everybody for a tenth of a second
        gc.collect()
        gc.freeze()
        await running.run()

    asyncio.run(run())
