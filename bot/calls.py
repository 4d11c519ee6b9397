"""Calls to Telegram as plain documents: what is written to the outbox, and how it is made."""

from __future__ import annotations

from typing import Any

from telegram import Bot

from bot.chat.screens import Key, Rows, Screen
from bot.request import ask

Call = dict[str, Any]


def send(chat_id: int, screen: Screen, answers: int | None = None, thread_id: int | None = None) -> Call:
    """A new message. answers: id of the person's message, so that an edit of it finds this one."""
    call: Call = {"do": "send", "chat_id": chat_id, "html": screen.html, "rows": rows_of(screen.rows)}
    if screen.silent:
        call["silent"] = True
    if answers is not None:
        call["answers"] = answers
        if screen.quotes:
            call["quotes"] = answers
    if thread_id is not None:
        call["thread"] = thread_id
    return call


def change(chat_id: int, message_id: int, screen: Screen) -> Call:
    """Another text and other buttons for a message of ours."""
    return {
        "do": "change",
        "chat_id": chat_id,
        "message_id": message_id,
        "html": screen.html,
        "rows": rows_of(screen.rows),
    }


def remove(chat_id: int, message_ids: tuple[int, ...]) -> Call:
    """Messages that go."""
    return {"do": "remove", "chat_id": chat_id, "message_ids": list(message_ids)}


def fetch(chat_id: int, whose: dict[str, Any], file_id: str, update_id: int) -> Call:
    """A photo or document to be fetched and looked into: `bot.files`.

    whose: id and language code of whoever sent it. update_id: of the update that it came with.
    """
    return {"do": "fetch", "chat_id": chat_id, "from": whose, "file_id": file_id, "update_id": update_id}


def show(chat_id: int, digest: str, media_type: str) -> Call:
    """A photo or document that was kept as evidence, to be sent: `bot.files`."""
    return {"do": "show", "chat_id": chat_id, "digest": digest, "media_type": media_type}


def menu(chat_id: int, role: str | None) -> Call:
    """The menu of somebody's chat, for what they may do: `bot.menus`."""
    return {"do": "menu", "chat_id": chat_id, "role": role}


def rows_of(rows: Rows) -> list[list[dict[str, str]]]:
    """Buttons as a document."""
    return [[_key(key) for key in row] for row in rows]


def _key(key: Key) -> dict[str, str]:
    if key.button is not None:
        return {"text": key.label, "callback_data": key.button.encode()}
    return {"text": key.label, "url": key.url or ""}


def keyboard(rows: list[list[dict[str, str]]]) -> dict[str, Any] | None:
    """The buttons under a message, as the Bot API takes them; None when there are none."""
    return {"inline_keyboard": rows} if rows else None


async def make(bot: Bot, call: Call) -> int | None:
    """Make a call; the id of the message it made or changed. Raises telegram.error.TelegramError."""
    if call["do"] == "remove":
        await bot.delete_messages(call["chat_id"], call["message_ids"])
        return None
    if call["do"] == "change":
        await edit(bot, call, call["message_id"])
        return int(call["message_id"])
    quotes = call.get("quotes")
    more = {
        "disable_notification": call.get("silent"),
        "message_thread_id": call.get("thread"),
        "reply_parameters": quotes and {"message_id": quotes, "allow_sending_without_reply": True},
    }
    sent = await ask(bot, "sendMessage", _shown(call) | more)
    return int(sent["message_id"])


async def edit(bot: Bot, call: Call, message_id: int) -> None:
    """Give a message the text and buttons of a call. Raises telegram.error.TelegramError."""
    await ask(bot, "editMessageText", _shown(call) | {"message_id": message_id})


def _shown(call: Call) -> dict[str, Any]:
    return {
        "chat_id": call["chat_id"],
        "text": call["html"],
        "parse_mode": "HTML",
        "reply_markup": keyboard(call["rows"]),
        "link_preview_options": {"is_disabled": True},
    }
