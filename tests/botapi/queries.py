"""Answers to presses and to inline queries."""

from __future__ import annotations

import re
from typing import Any

from tests.botapi.calls import Call, Json, Refusal, bad
from tests.botapi.formatting import Formatted
from tests.botapi.keyboards import check_keyboard, parse_keyboard
from tests.botapi.state import Answer, State
from tests.botapi.text import finish_message, parse_source

TOO_LATE = "query is too old and response timeout expired or query ID is invalid"
MAX_RESULTS = 50
"""Results of one inline answer. Source: answerInlineQuery."""
ID_BYTES = 64
"""Longest id of a result, and longest next_offset."""


def answer_callback_query(state: State, call: Call) -> bool:
    """answerCallbackQuery: once for each press, and not too late."""
    press = state.presses.get(call.text("callback_query_id"))
    if press is None or press.too_late or press.answer is not None:
        raise bad(TOO_LATE)
    if len(call.text("text")) > 200:
        raise bad("MESSAGE_TOO_LONG")
    if not re.match(r"(?i)(https?://(t\.me|telegram\.me)/|tg:|\Z)", call.text("url")):
        raise bad("URL_INVALID")
    press.answer = Answer(call.text("text"), call.flag("show_alert"), call.text("url"))
    press.chat.pulse.beat()
    return True


def answer_inline_query(state: State, call: Call) -> bool:
    """answerInlineQuery."""
    results = call.value("results", "can't parse JSON encoded inline query results")
    results = [] if results is None else results
    if not isinstance(results, list):
        raise bad("expected an Array of inline query results")
    if len(results) > MAX_RESULTS:
        raise bad("too many inline query results specified")
    for result in results:
        _check_result(result)
    query = state.inline_queries.get(call.text("inline_query_id"))
    if query is None or query.too_late or query.results is not None:
        raise bad(TOO_LATE)
    ids = [str(result["id"]) for result in results]
    if any(not 1 <= len(result_id.encode()) <= ID_BYTES for result_id in ids):
        raise bad("RESULT_ID_INVALID")
    if len(set(ids)) != len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    if len(call.text("next_offset").encode()) > ID_BYTES:
        raise bad("NEXT_OFFSET_INVALID")
    button = call.value("button")
    if button and not re.fullmatch(r"[\w-]{1,64}", button.get("start_parameter", "x"), re.ASCII):
        raise bad("START_PARAM_INVALID")
    query.results, query.next_offset = results, call.text("next_offset")
    query.button = button
    query.pulse.beat()
    query.options = {name: call.text(name) for name in ("cache_time", "is_personal") if call.text(name)}
    return True


def _check_result(result: Any) -> None:
    """Only articles are built; the bot offers nothing else."""
    prefix = "can't parse inline query result"
    if not isinstance(result, dict):
        raise bad(f"{prefix}: Inline query result must be an object")
    for field in ("type", "id"):
        if field not in result:
            raise bad(f'{prefix}: Can\'t find field "{field}"')
    if result["type"] != "article":
        raise bad(f'{prefix}: type "{result["type"]}" is unsupported for the inline query result')
    if not result.get("input_message_content"):
        raise bad(f'{prefix}: Can\'t find field "message_text"')
    if "title" not in result:
        raise bad(f'{prefix}: Can\'t find field "title"')
    result_message(result)


def result_message(result: Json) -> tuple[Formatted, Json | None]:
    """The message and the keyboard a result sends once it is chosen. Raises Refusal."""
    keyboard = check_keyboard(parse_keyboard(result.get("reply_markup")), inline_only=True)
    content = result["input_message_content"]
    if not content.get("message_text"):
        raise bad("can't parse inline query result: Message text is empty")
    try:
        parsed = parse_source(content["message_text"], content.get("parse_mode") or "")
    except Refusal as refusal:
        reason = refusal.description.removeprefix("Bad Request: ")
        raise bad(f"can't parse inline query result: {reason[0].upper()}{reason[1:]}") from None
    return finish_message(parsed, "MESSAGE_TOO_LONG"), keyboard
