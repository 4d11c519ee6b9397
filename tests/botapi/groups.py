"""Groups: what the bot sees in them, and what it is told when it is let in, thrown out or blocked."""

from __future__ import annotations

import time

from tests.botapi.calls import Json
from tests.botapi.chats import Chat, Message
from tests.botapi.formatting import part
from tests.botapi.state import State


class Group:
    """A group; people write in it by `says(…, group)`."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat

    def transcript(self) -> str:
        """What was said in it, as plain lines."""
        return self.chat.transcript()


def tell_membership(state: State, chat: Chat, by: Json, old: str, new: str) -> None:
    """Tells the bot that its own place in a chat has changed: member, left, kicked (also: blocked)."""
    change: Json = {"chat": chat.json(), "from": by, "date": int(time.time())}
    for key, status in (("old_chat_member", old), ("new_chat_member", new)):
        change[key] = {"user": state.bot, "status": status}
        if status == "kicked":
            change[key]["until_date"] = 0
    state.push("my_chat_member", change)


def reaches_bot(state: State, message: Message) -> bool:
    """All of a private chat; of a group what privacy lets through.

    Source: core.telegram.org/bots/features#privacy-mode; mentions as BotFather's /setprivacy says.
    """
    if message.chat.refusal is not None:
        return False
    if message.chat.kind == "private" or not state.privacy:
        return True
    called = f"@{state.bot['username']}".lower()
    for entity in message.json.get("entities", []):
        letters = part(message.text, entity).lower()
        if entity["type"] == "mention" and letters == called:
            return True
        if entity["type"] == "bot_command" and ("@" not in letters or letters.endswith(called)):
            return True
    answered = message.json.get("reply_to_message", {})
    return bool(answered.get("from", {}).get("id") == state.bot["id"])
