"""The methods the bot calls, each with the function that answers it; any other fails the test."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from tests.botapi import about, files, messages, queries, webhook
from tests.botapi.calls import Call
from tests.botapi.state import State

METHODS: dict[str, Callable[[State, Call], Any]] = {
    "getUpdates": lambda state, call: state.updates.poll(call),
    "setWebhook": webhook.set_webhook,
    "deleteWebhook": webhook.delete_webhook,
    "getWebhookInfo": webhook.get_webhook_info,
    "sendMessage": messages.send_message,
    "sendPhoto": messages.send_photo,
    "sendDocument": messages.send_document,
    "sendChatAction": messages.send_chat_action,
    "editMessageText": messages.edit_message_text,
    "editMessageReplyMarkup": messages.edit_message_reply_markup,
    "deleteMessage": messages.delete_message,
    "deleteMessages": messages.delete_messages,
    "leaveChat": messages.leave_chat,
    "getFile": files.get_file,
    "answerCallbackQuery": queries.answer_callback_query,
    "answerInlineQuery": queries.answer_inline_query,
    "getMe": about.get_me,
    "setMyCommands": about.set_my_commands,
    "getMyCommands": about.get_my_commands,
    "deleteMyCommands": about.delete_my_commands,
    "setMyName": partial(about.set_text, "name"),
    "getMyName": partial(about.get_text, "name"),
    "setMyDescription": partial(about.set_text, "description"),
    "getMyDescription": partial(about.get_text, "description"),
    "setMyShortDescription": partial(about.set_text, "short_description"),
    "getMyShortDescription": partial(about.get_text, "short_description"),
}
BY_NAME = {name.lower(): method for name, method in METHODS.items()}
"""Telegram does not mind capitals in a method's name."""
