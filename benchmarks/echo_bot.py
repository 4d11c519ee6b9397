"""The least a bot can do, on plain python-telegram-bot: what our bot's load is measured against.

Takes the same settings from the environment: INDRUMAR_BOT_TOKEN, INDRUMAR_API_URL, and INDRUMAR_WEBHOOK_URL,
INDRUMAR_WEBHOOK_SECRET and INDRUMAR_LISTEN for a webhook. `python benchmarks/echo_bot.py` handles many
updates at once; with `--one-by-one` each after the other, as the first page of python-telegram-bot's
documentation shows it.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from typing import Any

from aiohttp import web
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

Echo = Application[Any, Any, Any, Any, Any, Any]
BUTTON = InlineKeyboardMarkup([[InlineKeyboardButton("again", callback_data="again")]])


async def on_text(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Says what was said, with a button."""
    message = update.effective_message
    if message and message.text:
        await message.reply_text(message.text, reply_markup=BUTTON)


async def on_press(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answers a press and changes the message."""
    if update.callback_query:
        await update.callback_query.answer("pressed")
        await update.callback_query.edit_message_text("pressed")


def build_app() -> Echo:
    """The bot with its two handlers."""
    root = os.environ.get("INDRUMAR_API_URL", "https://api.telegram.org")
    builder = Application.builder().token(os.environ["INDRUMAR_BOT_TOKEN"])
    builder = builder.base_url(f"{root}/bot").base_file_url(f"{root}/file/bot")
    app = builder.concurrent_updates("--one-by-one" not in sys.argv).build()
    app.add_handler(CallbackQueryHandler(on_press))
    app.add_handler(MessageHandler(filters.TEXT, on_text))
    return app


async def run_webhook(app: Echo, url: str) -> None:
    """Listens until SIGTERM or SIGINT; updates without the secret are refused."""
    secret = os.environ.get("INDRUMAR_WEBHOOK_SECRET", "")
    host, _, port = os.environ["INDRUMAR_LISTEN"].rpartition(":")

    async def on_update(request: web.Request) -> web.Response:
        if request.headers.get("X-Telegram-Bot-Api-Secret-Token", "") != secret:
            return web.Response(status=403)
        await app.update_queue.put(Update.de_json(await request.json(), app.bot))
        return web.Response()

    served = web.Application()
    served.router.add_post("/{path:.*}", on_update)
    runner, ended = web.AppRunner(served, access_log=None), asyncio.Event()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(signal_number, ended.set)
    async with app:
        await app.start()
        await runner.setup()
        await web.TCPSite(runner, host, int(port)).start()
        await app.bot.set_webhook(url, secret_token=secret)
        await ended.wait()
        await runner.cleanup()
        await app.stop()


def main() -> None:
    """Runs until SIGTERM or SIGINT."""
    url = os.environ.get("INDRUMAR_WEBHOOK_URL")
    if url is None:
        build_app().run_polling()
    else:
        asyncio.run(run_webhook(build_app(), url))


if __name__ == "__main__":
    main()
