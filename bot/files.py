"""Photos and documents that people send as evidence: fetched, looked into, kept, and told of in the inbox.

What became of a file comes back as an update of our own, with a number below zero, and is handled in order
with what else happens in the chat.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, NetworkError, TelegramError
from tenacity import AsyncRetrying, retry_if_exception, stop_after_delay, wait_exponential_jitter

from bot.calls import Call
from bot.staff.media import MAX_EVIDENCE_BYTES, media_type
from bot.staff.shapes import Evidence
from bot.store import Store
from bot.store.ledger import Ledger
from bot.store.tables import inbox

_PATIENCE = stop_after_delay(60)
"""Whoever sent it waits for an answer; it can be sent again."""
_GROWING = wait_exponential_jitter(multiplier=0.3, max=10, jitter=0.3)
_NAME_CHARS = 8
KEY = "file"
"""Where an update of ours holds what became of a file."""


class Files:
    """Fetches what the outbox asks for."""

    def __init__(self, bot: Bot, store: Store, clock: Callable[[], float]) -> None:
        self._bot = bot
        self._store = store
        self._clock = clock
        self.arrived: Callable[[], None] = lambda: None
        """Called when an update was put into the inbox."""

    async def fetch(self, call: Call) -> None:
        """Fetch a file and put what became of it into the inbox; a second time changes nothing."""
        body, fault = await self._body(call["file_id"])
        kind = media_type(body) if body is not None else None
        if body is not None and kind is None:
            fault = "not-allowed"
        async with self._store.work() as work:
            evidence: Evidence | None = None
            if body is not None and kind is not None:
                evidence = await Ledger(work).keep_evidence(body, kind, self._clock())
            await work.insert_new(inbox, [_row(call, evidence, fault, self._clock())])
        self.arrived()

    async def show(self, call: Call) -> int | None:
        """Send what was kept; the id of the message. Nothing when it was erased meanwhile."""
        async with self._store.work() as work:
            body = await Ledger(work).evidence(call["digest"])
        if body is None:
            return None
        if call["media_type"] == "application/pdf":
            name = f"{call['digest'][:_NAME_CHARS]}.pdf"
            return (await self._bot.send_document(call["chat_id"], body, filename=name)).message_id
        return (await self._bot.send_photo(call["chat_id"], body)).message_id

    async def _body(self, file_id: str) -> tuple[bytes | None, str | None]:
        """The content, or why there is none."""
        retrying = AsyncRetrying(
            retry=retry_if_exception(_will_pass), wait=_GROWING, stop=_PATIENCE, reraise=True
        )
        try:
            body: bytes | None = await retrying(self._attempt, file_id)
        except BadRequest as refused:
            return None, "too-big" if "too big" in refused.message.lower() else "lost"
        except TelegramError:
            return None, "lost"
        return body, None if body is not None else "too-big"

    async def _attempt(self, file_id: str) -> bytes | None:
        """The content; None when it is too big. Raises TelegramError."""
        file = await self._bot.get_file(file_id)
        if (file.file_size or 0) > MAX_EVIDENCE_BYTES:
            return None
        body = await self._bot.request.retrieve(file.file_path or "")
        return bytes(body) if len(body) <= MAX_EVIDENCE_BYTES else None


def _row(call: Call, evidence: Evidence | None, fault: str | None, now: float) -> dict[str, Any]:
    """The update of ours as a row of the inbox."""
    number = -call["update_id"]
    held = {
        "chat": {"id": call["chat_id"]},
        "from": call["from"],
        "evidence": evidence.model_dump() if evidence else None,
        "fault": fault,
    }
    body = json.dumps({"update_id": number, KEY: held}, ensure_ascii=False)
    return {"update_id": number, "lane": call["chat_id"], "body": body, "state": "waiting", "at": now}


def _will_pass(fault: BaseException) -> bool:
    return isinstance(fault, NetworkError) and not isinstance(fault, BadRequest)
