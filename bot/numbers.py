"""Numbers of messages known to be taken, so that a message which may be lost is looked for where it can be.

All private chats of a bot share one row of numbers, each supergroup has its own.
"""

from __future__ import annotations

from collections import OrderedDict

_KEPT = 4096
"""Numbers kept: what arrives within minutes, even when many write."""
_AHEAD = 8
"""Numbers looked at after the highest known one; between two others few messages come."""
_MOST = 40
"""Numbers looked at in all: each costs a call."""
_SUPERGROUPS = -1_000_000_000_000
"""Ids of supergroups begin below. Source: core.telegram.org/bots/api, as seen in use."""


class Numbers:
    """What is known of the numbers of messages since the start."""

    def __init__(self) -> None:
        self._taken: OrderedDict[tuple[int, int], None] = OrderedDict()
        self._highest: dict[int, int] = {}
        """Row → highest number seen."""
        self._ours: dict[int, int] = {}
        """Chat → highest number of a message of ours."""

    def add(self, chat_id: int, message_id: int, ours: bool = False) -> None:
        """A message with this number is there."""
        row = _row(chat_id)
        self._taken[row, message_id] = None
        if len(self._taken) > _KEPT:
            self._taken.popitem(last=False)
        self._highest[row] = max(message_id, self._highest.get(row, 0))
        if ours:
            self._ours[chat_id] = max(message_id, self._ours.get(chat_id, 0))

    def highest(self, chat_id: int) -> int:
        """The highest number known where this chat's numbers come from; what is sent next stands after it."""
        return self._highest.get(_row(chat_id), 0)

    def candidates(self, chat_id: int, after_id: int) -> list[int]:
        """Numbers a message of ours may have, nearest first, when it was written down after `after_id`."""
        row = _row(chat_id)
        # what it follows may have been sent after it was written down
        first = max(after_id, self._ours.get(chat_id, 0)) + 1
        last = max(first - 1, self._highest.get(row, 0)) + _AHEAD
        free = [number for number in range(first, last + 1) if (row, number) not in self._taken]
        return free[:_MOST]

    def forget(self, chats: set[int]) -> None:
        """Let go of what is known of single chats but these."""
        self._ours = {chat: number for chat, number in self._ours.items() if chat in chats}


def _row(chat_id: int) -> int:
    return chat_id if chat_id < _SUPERGROUPS else 0
