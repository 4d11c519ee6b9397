"""People who write to the bot, and what they see: a test is what they do, in order."""

from __future__ import annotations

import copy
import secrets
import time
from typing import Any

from tests.botapi.calls import Json, forbidden
from tests.botapi.chats import Chat, Message, Reply
from tests.botapi.contents import build_content
from tests.botapi.groups import Group, reaches_bot, tell_membership
from tests.botapi.queries import result_message
from tests.botapi.state import Answer, InlineQuery, Press, State
from tests.botapi.text import typed

REPLY_SECONDS = 10.0
"""How long people wait before a test fails."""


class User:
    """A person with a Telegram app."""

    def __init__(self, state: State, user_id: int, name: str, language_code: str, username: str) -> None:
        self._state = state
        self.id = user_id
        self.name = name
        self.language_code = language_code
        self.username = username
        names = {"first_name": name} | ({"username": username} if username else {})
        cold = forbidden("bot can't initiate conversation with a user")
        self.chat = Chat(user_id, "private", names, refusal=cold, known=False)
        state.chats[user_id] = self.chat
        self._read: dict[int, int] = {}

    def json(self) -> Json:
        """As the Bot API shows a person."""
        return {"id": self.id, "is_bot": False, "language_code": self.language_code, **self.chat.fields}

    def waits(self, seconds: int) -> None:
        """Lets time pass: what they write in private from now on bears a later time."""
        self.chat.later_seconds += seconds

    def be_seen(self) -> None:
        """The bot knows of this person from now on."""
        self.chat.known = True

    async def says(
        self, text: str, group: Group | None = None, reply_to: Reply | Message | None = None
    ) -> Message:
        """Writes a text; commands, mentions and links in it become entities as in an app."""
        shown = typed(text)
        assert 1 <= len(shown.text) <= 4096, "no app sends an empty text, or one over 4096 characters"
        content: Json = {"text": shown.text}
        if shown.entities:
            content["entities"] = shown.entities
        return self._send(content, shown.text, group, reply_to)

    async def sends(
        self, kind: str, group: Group | None = None, *, caption: str = "", **fields: Any
    ) -> Message:
        """Sends a sticker, voice, photo, contact, dice, poll, location, document, video or audio.

        fields: what its object holds instead; content and name: bytes and name of a file.
        """
        content = build_content(self._state, kind, caption, fields)
        return self._send(content, f"<{kind}>" + (f" {caption}" if caption else ""), group, None)

    def _send(
        self, content: Json, line: str, group: Group | None, reply_to: Reply | Message | None
    ) -> Message:
        chat = group.chat if group else self._open_private()
        self.be_seen()
        if reply_to is not None:
            answered = {key: value for key, value in reply_to.json.items() if key != "reply_to_message"}
            content = {**content, "reply_to_message": answered}
        message = self._state.store(chat, self.json(), content)
        chat.note(f"{self.name}: {line}")
        if reaches_bot(self._state, message):
            self._state.push("message", message.json)
        return message

    def _open_private(self) -> Chat:
        refusal = self.chat.refusal
        assert refusal is None or "initiate" in refusal.description, f"{self.name} has blocked the bot"
        self.chat.refusal = None
        return self.chat

    async def edits(self, message: Message, text: str) -> None:
        """Changes a message of their own."""
        shown = typed(text)
        kept = {key: value for key, value in message.json.items() if key != "entities"}
        now = int(time.time()) + message.chat.later_seconds
        message.json = kept | {"text": shown.text, "edit_date": now}
        if shown.entities:
            message.json["entities"] = shown.entities
        message.chat.note(f"{self.name} (edit): {shown.text}")
        if reaches_bot(self._state, message):
            self._state.push("edited_message", message.json)

    async def reply(self, group: Group | None = None, *, seconds: float = REPLY_SECONDS) -> Reply:
        """The next message or edit of the bot they have not read; AssertionError where none comes."""
        chat = group.chat if group else self.chat

        def next_one() -> Reply | None:
            unread = self.unread(group)
            return unread[0] if unread else None

        found = await chat.pulse.until(next_one, seconds, lambda: self._in_vain("got no reply", chat))
        self._read[chat.id] = self._read.get(chat.id, 0) + 1
        return found

    def _in_vain(self, complaint: str, chat: Chat) -> str:
        return "\n".join(
            part for part in (f"{self.name} {complaint}", chat.transcript(), self._state.account()) if part
        )

    async def asks(self, text: str, group: Group | None = None, *, seconds: float = REPLY_SECONDS) -> Reply:
        """Writes, and reads the next reply."""
        await self.says(text, group)
        return await self.reply(group, seconds=seconds)

    def unread(self, group: Group | None = None) -> list[Reply]:
        """What the bot sent or edited and they have not read."""
        chat = group.chat if group else self.chat
        return chat.shown[self._read.get(chat.id, 0) :]

    async def presses(
        self, reply: Reply, which: str | int = 0, *, stale: bool = False, wait: bool = True
    ) -> Answer:
        """Presses a button by its label or place, and waits until the bot answers; what it answered.

        An inline button is that of the message as it is now, with `stale` as it was when read. A button in
        place of letters says its label, or sends a contact or location. An address or a text to copy is the
        answer itself.
        """
        seen = reply if stale or "inline_keyboard" not in reply.keyboard else reply.now()
        assert stale or not reply.message.deleted, f"message {reply.message_id} is deleted"
        button = seen.button(which)
        if "inline_keyboard" not in seen.keyboard:
            await self._presses_letter(button)
            return Answer()
        reply.message.chat.note(f"{self.name} presses [{button['text']}]")
        if "callback_data" in button:
            return await self._calls_back(reply, str(button["callback_data"]), wait)
        return Answer(text=button.get("copy_text", {}).get("text", ""), url=button.get("url", ""))

    async def forges(self, reply: Reply, data: str) -> Answer:
        """Presses a button that was never there, as changed software could."""
        reply.message.chat.note(f"{self.name} forges a button")
        return await self._calls_back(reply, data, wait=True)

    async def _presses_letter(self, button: Json) -> None:
        if button.get("request_contact"):
            await self.sends("contact", first_name=self.name, user_id=self.id)
        elif button.get("request_location"):
            await self.sends("location")
        else:
            await self.says(button["text"])

    async def _calls_back(self, reply: Reply, data: str, wait: bool) -> Answer:
        chat = reply.message.chat
        query_id, press = str(secrets.randbits(62)), Press(chat)
        self._state.presses[query_id] = press
        query: Json = {"id": query_id, "from": self.json(), "chat_instance": str(chat.id), "data": data}
        inline_id = reply.message.inline_message_id
        gone = {"message_id": reply.message_id, "chat": chat.json(), "date": 0}
        query |= (
            {"inline_message_id": inline_id}
            if inline_id
            else {"message": gone if reply.message.deleted else reply.message.json}
        )
        self._state.push("callback_query", query)
        if not wait:
            return Answer()
        answer = await chat.pulse.until(
            lambda: press.answer, REPLY_SECONDS, lambda: self._in_vain("got no answer to the press", chat)
        )
        if answer.text:
            chat.note(f"bot ({'alert' if answer.alert else 'toast'}): {answer.text}")
        return answer

    async def types_inline(self, query: str, *, offset: str = "") -> InlineQuery:
        """Types behind the bot's name in any chat, and does not wait for results."""
        self.be_seen()
        query_id, asked = str(secrets.randbits(62)), InlineQuery(query)
        self._state.inline_queries[query_id] = asked
        update = {
            "id": query_id,
            "from": self.json(),
            "query": query,
            "offset": offset,
            "chat_type": "sender",
        }
        self._state.push("inline_query", update)
        return asked

    async def inline(self, query: str, *, offset: str = "") -> InlineQuery:
        """As `types_inline`, with the results the bot offers; AssertionError where none come."""
        asked = await self.types_inline(query, offset=offset)
        await asked.pulse.until(
            lambda: asked.results,
            REPLY_SECONDS,
            lambda: self._in_vain(f"got no results for {query!r}", self.chat),
        )
        return asked

    async def chooses(self, asked: InlineQuery, which: str | int = 0, group: Group | None = None) -> Reply:
        """Takes one result, by title or place: its message appears in the chat, as sent by them."""
        result = (asked.results or [])[asked.titles.index(which) if isinstance(which, str) else which]
        shown, keyboard = result_message(copy.deepcopy(result))
        content: Json = {"text": shown.text, "via_bot": self._state.bot}
        if shown.entities:
            content["entities"] = shown.entities
        chat = group.chat if group else self.chat
        message = self._state.store(chat, self.json(), content, keyboard)
        inline_id = f"inline-{secrets.token_hex(8)}"
        self._state.inline_messages[inline_id] = message
        chosen: Json = {"from": self.json(), "query": asked.query, "result_id": str(result["id"])}
        if keyboard:
            chosen["inline_message_id"] = inline_id
            message.inline_message_id = inline_id
        chat.note(f"{self.name} (via bot): {shown.text}")
        self._state.push("chosen_inline_result", chosen)
        if chat.kind == "private" and chat.refusal is None:
            self._state.push("message", message.json)
        return Reply(message, edited=False)

    async def blocks(self) -> None:
        """Blocks the bot."""
        self.chat.refusal = forbidden("bot was blocked by the user")
        tell_membership(self._state, self.chat, self.json(), "member", "kicked")

    async def unblocks(self) -> None:
        """Takes the bot back."""
        self.chat.refusal = None
        tell_membership(self._state, self.chat, self.json(), "kicked", "member")

    async def adds_bot(self, group: Group) -> None:
        """Takes the bot into a group."""
        thrown_out = "kicked" in str(group.chat.refusal)
        group.chat.refusal = None
        tell_membership(self._state, group.chat, self.json(), "kicked" if thrown_out else "left", "member")
        message = self._state.store(group.chat, self.json(), {"new_chat_members": [self._state.bot]})
        self._state.push("message", message.json)

    async def removes_bot(self, group: Group) -> None:
        """Throws the bot out of a group."""
        group.chat.refusal = forbidden("bot was kicked from the supergroup chat")
        tell_membership(self._state, group.chat, self.json(), "member", "kicked")

    def forgets(self) -> None:
        """Clears the private chat on this side, as long runs need: nothing is left to be read or printed."""
        self._read.pop(self.id, None)
        for kept in (self.chat.messages, self.chat.shown, self.chat.lines):
            kept.clear()

    def transcript(self) -> str:
        """The private chat so far as plain lines: who said, pressed and saw what."""
        return self.chat.transcript()
