"""Methods that send, change and take back messages; checks in Telegram's order, refusals in its words."""

from __future__ import annotations

import re
import time
from typing import Any

from tests.botapi.calls import Call, Json, bad, forbidden
from tests.botapi.chats import Chat, Message, StoredFile
from tests.botapi.files import uploaded
from tests.botapi.keyboards import check_keyboard, parse_keyboard
from tests.botapi.state import State
from tests.botapi.text import CAPTION_CHARS, finish_message, finish_text, parse_text

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
DELETABLE_SECONDS = 48 * 3600
"""How long a message can be taken back. Source: deleteMessage."""
ACTIONS = {
    *("typing", "upload_photo", "upload_document", "upload_video", "upload_voice", "record_video"),
    *("record_voice", "choose_sticker", "find_location", "record_video_note", "upload_video_note"),
}


def find_chat(state: State, call: Call) -> Chat:
    """The chat a call names. Raises Refusal where the bot never saw it, or is not in the group any more."""
    if not call.text("chat_id"):
        raise bad("chat_id is empty")
    number = call.text("chat_id")
    chat = state.chats.get(int(number)) if re.fullmatch(r"-?\d+", number) else None
    if chat is None or not chat.known:
        raise bad("chat not found")
    if chat.kind != "private" and chat.refusal:
        raise chat.refusal
    return chat


def send_message(state: State, call: Call) -> Json:
    """sendMessage."""
    if not call.text("text"):
        raise bad("message text is empty")
    parsed = parse_text(call)
    keyboard = parse_keyboard(call.text("reply_markup"))
    chat = find_chat(state, call)
    replied = _replied(chat, call)
    shown = finish_message(parsed)
    content: Json = {"text": shown.text}
    if shown.entities:
        content["entities"] = shown.entities
    return _deliver(state, call, chat, content | replied, keyboard, None)


def send_photo(state: State, call: Call) -> Json:
    """sendPhoto."""
    return _send_file(state, call, "photo")


def send_document(state: State, call: Call) -> Json:
    """sendDocument."""
    return _send_file(state, call, "document")


def _send_file(state: State, call: Call, kind: str) -> Json:
    keyboard = parse_keyboard(call.text("reply_markup"))
    chat = find_chat(state, call)
    replied = _replied(chat, call)
    file, described = uploaded(state, call, kind)
    content: Json = {kind: described}
    caption = finish_text(parse_text(call, "caption"), CAPTION_CHARS, "message caption is too long")
    if caption.text:
        content["caption"] = caption.text
    if caption.entities:
        content["caption_entities"] = caption.entities
    return _deliver(state, call, chat, content | replied, keyboard, file)


def _deliver(
    state: State, call: Call, chat: Chat, content: Json, keyboard: Json | None, file: StoredFile | None
) -> Json:
    keyboard = check_keyboard(keyboard)
    if chat.refusal:
        raise chat.refusal
    message = state.store(chat, state.bot, content, keyboard, by_bot=True)
    message.silent, message.file = call.flag("disable_notification"), file
    chat.show(message, edited=False)
    return message.json


def _replied(chat: Chat, call: Call) -> Json:
    """The message that is answered, as a part of the new one; nothing where none is, or it may be gone."""
    parameters = call.value("reply_parameters", "can't parse reply parameters JSON object")
    if parameters is None:
        return {}
    if not isinstance(parameters, dict):
        raise bad("object expected as reply parameters")
    message = chat.messages.get(int(parameters.get("message_id", 0)))
    if message and not message.deleted:
        return {"reply_to_message": {k: v for k, v in message.json.items() if k != "reply_to_message"}}
    if parameters.get("allow_sending_without_reply"):
        return {}
    raise bad("message to be replied not found")


def edit_message_text(state: State, call: Call) -> Json | bool:
    """editMessageText."""
    if not call.text("text"):
        raise bad("message text is empty")
    parsed = parse_text(call)
    parse_keyboard(call.text("reply_markup"))
    message = _editable(state, call)
    if "text" not in message.json:
        raise bad("there is no text in the message to edit")
    shown = finish_message(parsed, "MESSAGE_TOO_LONG")
    content: Json = {"text": shown.text}
    if shown.entities:
        content["entities"] = shown.entities
    return _edit(call, message, {"text", "entities"}, content)


def edit_message_reply_markup(state: State, call: Call) -> Json | bool:
    """editMessageReplyMarkup."""
    parse_keyboard(call.text("reply_markup"))
    return _edit(call, _editable(state, call), set(), {})


def _editable(state: State, call: Call) -> Message:
    """The bot's own message a call names, in a chat or sent inline. Raises Refusal."""
    if not call.text("chat_id") and not call.number("message_id"):
        if not call.text("inline_message_id"):
            raise bad("message identifier is not specified")
        sent_inline = state.inline_messages.get(call.text("inline_message_id"))
        if sent_inline is None:
            raise bad("MESSAGE_ID_INVALID")
        return sent_inline
    message = _message(find_chat(state, call), call, "message to edit")
    if not message.by_bot or (message.keyboard and "inline_keyboard" not in message.keyboard):
        raise bad("message can't be edited")
    return message


def _message(chat: Chat, call: Call, what: str) -> Message:
    message = chat.messages.get(call.number("message_id"))
    if message is None or message.deleted:
        raise bad(f"{what} not found")
    return message


def _edit(call: Call, message: Message, replaced: set[str], content: dict[str, Any]) -> Json | bool:
    """Puts new content and a new keyboard (or none) in place. Raises Refusal where nothing is new."""
    keyboard = check_keyboard(parse_keyboard(call.text("reply_markup")), inline_only=True)
    before = {key: value for key, value in message.json.items() if key != "edit_date"}
    after = {key: value for key, value in before.items() if key not in replaced | {"reply_markup"}} | content
    if keyboard:
        after["reply_markup"] = keyboard
    if after == before:
        raise bad(NOT_MODIFIED)
    # the message gets a new object: what was answered or read before stays as it was
    message.json, message.keyboard = {**after, "edit_date": int(time.time())}, keyboard
    message.chat.show(message, edited=True)
    return True if call.text("inline_message_id") else message.json


def delete_message(state: State, call: Call) -> bool:
    """deleteMessage."""
    if not call.text("chat_id"):
        raise bad("chat identifier is not specified")
    if not call.number("message_id"):
        raise bad("message identifier is not specified")
    _delete(_message(find_chat(state, call), call, "message to delete"))
    return True


def delete_messages(state: State, call: Call) -> bool:
    """deleteMessages: those that are gone already are passed over."""
    ids = call.value("message_ids") or []
    if not ids:
        raise bad("message identifiers are not specified")
    if len(ids) > 100:
        raise bad("too many message identifiers specified")
    chat = find_chat(state, call)
    for message_id in ids:
        message = chat.messages.get(int(message_id))
        if message and not message.deleted:
            _delete(message)
    return True


def _delete(message: Message) -> None:
    if message.chat.kind != "private" and not message.by_bot:
        raise bad("message can't be deleted")
    if time.time() - message.json["date"] > DELETABLE_SECONDS:
        raise bad("message can't be deleted for everyone")
    message.deleted = True
    message.chat.note(f"bot deletes: {message.text}")
    message.chat.pulse.beat()


def send_chat_action(state: State, call: Call) -> bool:
    """sendChatAction."""
    if call.text("action").lower() not in ACTIONS:
        raise bad("wrong parameter action in request")
    chat = find_chat(state, call)
    if chat.refusal:
        raise chat.refusal
    chat.actions.append(call.text("action").lower())
    return True


def leave_chat(state: State, call: Call) -> bool:
    """leaveChat."""
    chat = find_chat(state, call)
    if chat.kind == "private":
        raise bad("chat member status can't be changed in private chats")
    chat.refusal = forbidden(f"bot is not a member of the {chat.kind} chat")
    return True
