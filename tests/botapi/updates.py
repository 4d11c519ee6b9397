"""Updates that wait for the bot: each stays until a getUpdates with a higher offset, or a webhook's 200."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import islice

from tests.botapi.calls import Call, Cut, Json, Refusal

KINDS = (
    *(
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "inline_query",
        "chosen_inline_result",
    ),
    *("callback_query", "shipping_query", "pre_checkout_query", "poll", "poll_answer", "my_chat_member"),
    *("chat_join_request", "chat_boost", "removed_chat_boost"),
)
"""What the bot gets without asking; also chat_member and the reactions, once it asks."""
MAX_SECONDS = 50
"""Longest poll. Source: getUpdates."""
CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
HOOKED = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


class Updates:
    """The queue, its one poller, and what was delivered."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self.waiting: dict[int, Json] = {}
        self.delivered: list[Json] = []
        """Every update handed out, in order, as often as it was."""
        self.polls = 0
        """How many times getUpdates was called."""
        self.hooks = 0
        """How many times a webhook was set."""
        self.webhook: Json | None = None
        """url and secret, while it is set."""
        self.allowed: frozenset[str] = frozenset(KINDS)
        self._again: list[Json] = []
        self._next_id = 500_001
        self._poll: asyncio.Future[None] | None = None
        self._changed = changed

    def push(self, kind: str, payload: Json) -> None:
        """Queues an update, unless the bot said it does not want this kind."""
        if kind in self.allowed:
            self.waiting[self._next_id] = {"update_id": self._next_id, kind: payload}
            self._next_id += 1
            self._wake()

    def redeliver_last(self, count: int = 1) -> None:
        """The last updates once more with the same numbers, though they were confirmed."""
        assert len(self.delivered) >= count, f"only {len(self.delivered)} updates were delivered"
        self._again += self.delivered[-count:]
        self._wake()

    def forget(self) -> None:
        """drop_pending_updates."""
        self.waiting.clear()
        self._changed()

    def allow(self, call: Call) -> None:
        """Takes over allowed_updates, where it is given."""
        kinds = call.value("allowed_updates")
        if isinstance(kinds, list):
            self.allowed = frozenset(kinds or KINDS)

    def interrupt(self, fault: Refusal | Cut) -> None:
        """Ends the poll that waits now with a refusal or a cut."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(fault)

    async def poll(self, call: Call) -> list[Json]:
        """getUpdates. Raises Refusal (409) when another one comes, or a webhook is set."""
        self.polls += 1
        self._changed()
        if self.webhook:
            raise Refusal(409, HOOKED)
        self.interrupt(Refusal(409, CONFLICT))
        self.allow(call)
        self._confirm(call.number("offset"))
        limit = min(max(call.number("limit", 100), 1), 100)
        seconds = min(max(call.number("timeout"), 0), MAX_SECONDS)
        if not self.waiting and not self._again and seconds:
            self._poll = asyncio.get_running_loop().create_future()
            try:
                async with asyncio.timeout(seconds):
                    await self._poll
            except TimeoutError:
                return []
        found = [*self._again, *islice(self.waiting.values(), limit)][:limit]
        self._again = []
        self.delivered += found
        return found

    def _confirm(self, offset: int) -> None:
        """Forgets what lies below the offset; a negative one leaves that many of the last."""
        ids = list(self.waiting)
        done = ids[:offset] if offset < 0 else [update_id for update_id in ids if update_id < offset]
        for update_id in done:
            del self.waiting[update_id]
        if done:
            self._changed()

    def next_for_webhook(self) -> Json | None:
        """The update to be posted next; it stays until `posted`."""
        return self._again[0] if self._again else next(iter(self.waiting.values()), None)

    def posted(self, update: Json) -> None:
        """The webhook took this update."""
        self.delivered.append(update)
        if self._again and self._again[0] is update:
            del self._again[0]
        else:
            self.waiting.pop(update["update_id"], None)
        self._changed()

    def _wake(self) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_result(None)
        self._changed()
