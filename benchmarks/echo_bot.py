"""The least a bot can do, on plain python-telegram-bot: what our bot's load is measured against.

Takes the same settings from the environment: INDRUMAR_BOT_TOKEN, INDRUMAR_API_URL, and INDRUMAR_WEBHOOK_URL,
INDRUMAR_WEBHOOK_SECRET and INDRUMAR_LISTEN for a webhook. `python benchmarks/echo_bot.py` handles many
updates at once; with `--one-by-one` each after the other, as the first page of python-telegram-bot's
documentation shows it.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

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


def build_app() -> Application[Any, Any, Any, Any, Any, Any]:
    """The bot with its two handlers."""
    root = os.environ.get("INDRUMAR_API_URL", "https://api.telegram.org")
    builder = Application.builder().token(os.environ["INDRUMAR_BOT_TOKEN"])
    builder = builder.base_url(f"{root}/bot").base_file_url(f"{root}/file/bot")
    app = builder.concurrent_updates("--one-by-one" not in sys.argv).build()
    app.add_handler(CallbackQueryHandler(on_press))
    app.add_handler(MessageHandler(filters.TEXT, on_text))
    return app


def main() -> None:
    """Runs until SIGTERM or SIGINT."""
    url = os.environ.get("INDRUMAR_WEBHOOK_URL")
    if url is None:
        build_app().run_polling()
        return
    host, _, port = os.environ["INDRUMAR_LISTEN"].rpartition(":")
    secret = os.environ.get("INDRUMAR_WEBHOOK_SECRET")
    path = url.split("/", 3)[-1]
    build_app().run_webhook(host, int(port), url_path=path, webhook_url=url, secret_token=secret)


if __name__ == "__main__":
    main()
