"""Keyboards under messages: read as Telegram reads them, refused in its words."""

from __future__ import annotations

import json
from typing import Any

from tests.botapi.calls import Json, bad
from tests.botapi.urls import InvalidUrl, normal_url

DATA_BYTES = 64
"""Longest callback_data. Source: InlineKeyboardButton."""
MAX_BUTTONS = 100
"""Buttons of one inline keyboard."""
_ACTIONS = (
    "url",
    "callback_data",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
)
"""What an inline button can do; others (payment, games, web apps) the bot has no use for."""


def parse_keyboard(source: Any) -> Json | None:
    """A `reply_markup`, as JSON text or already read; None where there is none. Raises Refusal."""
    if source in (None, ""):
        return None
    if isinstance(source, str):
        try:
            source = json.loads(source)
        except ValueError:
            raise bad("can't parse reply keyboard markup JSON object") from None
    if not isinstance(source, dict):
        raise bad("object expected as reply markup")
    for field in ("keyboard", "inline_keyboard"):
        if source.get(field) is not None:
            _check_shape(field, source[field])
    if source.get("keyboard") or source.get("remove_keyboard") or source.get("force_reply"):
        return source
    return {"inline_keyboard": source["inline_keyboard"]} if source.get("inline_keyboard") else None


def _check_shape(field: str, rows: Any) -> None:
    if not isinstance(rows, list):
        raise bad(f'field "{field}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        owner = " of the InlineKeyboardMarkup" if field == "inline_keyboard" else ""
        raise bad(f'field "{field}"{owner} must be an Array of Arrays')
    for button in (button for row in rows for button in row):
        if field == "inline_keyboard":
            _check_inline_button(button)
        elif not isinstance(button, str):
            _check_button(
                button, "can't parse keyboard button", "KeyboardButton must be a String or an Object"
            )


def _check_button(button: Any, prefix: str, shape: str) -> None:
    if not isinstance(button, dict):
        raise bad(f"{prefix}: {shape}")
    if "text" not in button:
        raise bad(f'{prefix}: Can\'t find field "text"')


def _check_inline_button(button: Any) -> None:
    prefix = "can't parse inline keyboard button"
    _check_button(button, prefix, "InlineKeyboardButton must be an Object")
    # an inline query to switch to may be empty; an address or data may not
    if not any(button.get(key) or (key in button and key.startswith("switch")) for key in _ACTIONS):
        raise bad(f"{prefix}: Text buttons are unallowed in the inline keyboard")


def check_keyboard(keyboard: Json | None, inline_only: bool = False) -> Json | None:
    """What Telegram looks at once it knows the chat: labels, links, data. Raises Refusal."""
    if keyboard is None:
        return None
    if "inline_keyboard" in keyboard:
        return _checked_inline(keyboard["inline_keyboard"])
    if inline_only:
        raise bad("inline keyboard expected")
    for button in (button for row in keyboard.get("keyboard", []) for button in row):
        if not (button if isinstance(button, str) else button["text"]):
            raise bad("keyboard button text must be non-empty")
    return keyboard


def _checked_inline(rows: list[list[Json]]) -> Json | None:
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise bad("reply markup is too long")
    checked = [[_checked(button) for button in row] for row in rows if row]
    return {"inline_keyboard": checked} if checked else None


def _checked(button: Json) -> Json:
    if not button["text"]:
        raise bad("inline keyboard button text must be non-empty")
    if button.get("url"):
        try:
            return {**button, "url": normal_url(button["url"])}
        except InvalidUrl as reason:
            raise bad(f"inline keyboard button URL '{button['url']}' is invalid: {reason}") from None
    if len(button.get("callback_data", "").encode()) > DATA_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    return button
