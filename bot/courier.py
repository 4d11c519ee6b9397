"""Makes the calls of the outbox: in order within a chat, chats beside one another, within the rates.

A call is made until Telegram has it or says that it never will. When the connection broke and nobody knows
whether a message arrived, the chat is looked at first: a message that is there cannot be changed into itself.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from typing import Any

from aiolimiter import AsyncLimiter
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    stop_after_delay,
    wait_exponential_jitter,
)

from bot import calls, metrics
from bot.files import Files
from bot.limits import CHAT_BURST
from bot.menus import set_staff_menu
from bot.numbers import Numbers
from bot.points import reach
from bot.request import may_have_arrived
from bot.settings import Settings
from bot.store import Store, Work
from bot.store.store import Sent, Unsent

_log = logging.getLogger(__name__)
_MADE = metrics.CALLS.labels("made")
_GROWING = wait_exponential_jitter(multiplier=0.3, max=30, jitter=0.3)
"""Seconds between attempts after a fault."""
_ENOUGH = stop_after_delay(24 * 3600)
"""An answer older than a day helps nobody."""
_GATHERING_SECONDS = 0.02
"""What is sent within that time is forgotten together; after a crash it is looked for, and not sent twice."""


@dataclass
class _Doubt:
    """What is not known of a call."""

    arrived: bool
    """It may have been made already."""


class Courier:
    """Delivers what the outbox holds."""

    def __init__(self, bot: Bot, store: Store, settings: Settings, clock: Callable[[], float]) -> None:
        self._bot = bot
        self._store = store
        self._clock = clock
        self._settings = settings
        self._lanes: dict[int, deque[tuple[Unsent, bool]]] = {}
        self.numbers = Numbers()
        self.files = Files(bot, store, clock)
        self._limits: dict[int, AsyncLimiter] = {}
        self._all = _limiter(settings.rate_per_second, 1)
        self._tasks: set[asyncio.Task[None]] = set()
        self._done: list[Sent] = []
        self._something_done = asyncio.Event()

    # ── what is to be sent ──

    async def resume(self) -> None:
        """Take up what an earlier run left; each may have arrived already.

        Of a message and its changes only the last words count: the others may be behind what is shown.
        """
        for chat_id, message_id in await self._store.last_ids():
            self.numbers.add(chat_id, message_id)
        left: dict[object, Unsent] = {}
        for one in await self._store.unsent():
            key = _shown_at(one) or one.id
            if key in left:
                words = {name: one.call[name] for name in ("html", "rows")}
                left[key] = replace(left[key], call=left[key].call | words)
                self._done.append(Sent(one, None))
            else:
                left[key] = one
        self._something_done.set()
        self.post(list(left.values()), doubtful=True)

    def post(self, unsent: Sequence[Unsent], doubtful: bool = False) -> None:
        """Deliver calls that are in the outbox."""
        for call in unsent:
            lane = self._lanes.get(call.lane)
            if lane is None:
                lane = self._lanes[call.lane] = deque()
                self._start(self._run(call.lane, lane))
            lane.append((call, doubtful))

    def pending(self, lane: int) -> int:
        """How many calls wait in a lane."""
        return len(self._lanes.get(lane, ()))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # ── sending ──

    async def _run(self, lane: int, queue: deque[tuple[Unsent, bool]]) -> None:
        while queue:
            unsent, doubtful = queue[0]
            try:
                message_id = await self._deliver(unsent, doubtful)
            except Forbidden:
                metrics.CALLS.labels("blocked").inc()
                await self._store.drop_lane(lane, self._clock())
                queue.clear()
                break
            except Exception as fault:
                # said once, without what was to be sent; the person can ask again, and what follows goes on
                _log.error("call %s refused: %s", unsent.id, type(fault).__name__)
                metrics.CALLS.labels("refused").inc()
                message_id = None
            queue.popleft()
            if message_id is not None:
                self.numbers.add(lane, message_id, ours=True)
            reach("before-delete")
            self._done.append(Sent(unsent, message_id))
            self._something_done.set()
        if self._lanes.get(lane) is queue:
            del self._lanes[lane]

    async def _deliver(self, unsent: Unsent, doubtful: bool) -> int | None:
        """Make one call, as often as it takes. Raises TelegramError when it will never be taken."""
        doubt = _Doubt(doubtful)
        try:
            message_id = await self._attempt(unsent, doubt)
        except TelegramError as fault:
            message_id = await self._deliver_after(fault, unsent, doubt)
        reach("after-send")
        _MADE.inc()
        return message_id

    async def _deliver_after(self, fault: TelegramError, unsent: Unsent, doubt: _Doubt) -> int | None:
        """The same when the first attempt failed, with pauses. Most calls are taken at once and need none."""
        failed = [fault]

        async def attempt() -> int | None:
            if failed:
                raise failed.pop()
            return await self._attempt(unsent, doubt)

        retrying = AsyncRetrying(
            retry=retry_if_exception(_will_pass), wait=_pause, stop=_ENOUGH, reraise=True, after=_count_retry
        )
        message_id: int | None = await retrying(attempt)
        return message_id

    async def _attempt(self, unsent: Unsent, doubt: _Doubt) -> int | None:
        """Make one call once; look first whether it arrived when that is not known."""
        await self._correct(unsent)
        if doubt.arrived:
            found = await self._find_arrived(unsent)
            if found is not None:
                return found
            doubt.arrived = False
        await self._wait_turn(unsent)
        try:
            return await self._make(unsent)
        except ChatMigrated as moved:
            unsent.call["chat_id"] = moved.new_chat_id
            raise
        except NetworkError as fault:
            doubt.arrived = may_have_arrived(fault)
            raise

    async def _correct(self, unsent: Unsent) -> None:
        """Turn the answer to an edited message into a change of the answer it had; that was sent before."""
        call = unsent.call
        if not call.get("corrects") or call["do"] != "send":
            return
        answered = (
            s.message_id
            for s in reversed(self._done)
            if s.unsent.lane == unsent.lane and s.unsent.call.get("answers") == call["answers"]
        )
        reply_id = next(answered, None) or await self._store.reply_to(unsent.lane, call["answers"])
        if reply_id is not None:
            call |= {"do": "change", "message_id": reply_id}

    async def _make(self, unsent: Unsent) -> int | None:
        if unsent.call["do"] == "fetch":
            await self.files.fetch(unsent.call)
            return None
        if unsent.call["do"] == "show":
            return await self.files.show(unsent.call)
        if unsent.call["do"] == "menu":
            await set_staff_menu(self._bot, unsent.call["chat_id"], unsent.call["role"])
            return None
        try:
            return await calls.make(self._bot, unsent.call)
        except BadRequest as refused:
            if unsent.call["do"] == "remove":
                return None
            if unsent.call["do"] != "change":
                raise
            if _is_same(refused):
                return int(unsent.call["message_id"])
            # the message is gone or too old to change: the answer comes as a new one
            return await calls.make(self._bot, unsent.call | {"do": "send"})

    async def _find_arrived(self, unsent: Unsent) -> int | None:
        """The id of a message that may have been sent already; None when it is not there.

        Only a message of ours that nobody knows of can stand after the last known id of the chat.
        """
        if unsent.call["do"] != "send" or unsent.after_id is None:
            return None
        for candidate in self.numbers.candidates(unsent.lane, unsent.after_id):
            try:
                await calls.edit(self._bot, unsent.call, candidate)
            except BadRequest as refused:
                if not _is_same(refused):
                    continue
            return candidate
        return None

    async def _wait_turn(self, unsent: Unsent) -> None:
        """Until one more call keeps the rates; in a chat only new messages count."""
        if unsent.call["do"] == "send" and not self._urgent(unsent.lane):
            await self._limit_of(unsent.lane).acquire()
        await self._all.acquire()

    def _urgent(self, lane: int) -> bool:
        """Whether somebody in danger waits for numbers: what comes before them goes out at once, too."""
        return any(call.call.get("silent") for call, _ in self._lanes.get(lane, ()))

    def _limit_of(self, lane: int) -> AsyncLimiter:
        settings = self._settings
        if lane not in self._limits:
            if lane < 0:
                self._limits[lane] = _limiter(settings.rate_group_per_minute, 60)
            else:
                each = settings.rate_chat_per_second
                self._limits[lane] = _limiter(CHAT_BURST, CHAT_BURST / each if each else 0)
        return self._limits[lane]

    def forget_idle(self) -> None:
        """Let go of what is known of chats where nothing was sent for a while."""
        idle = [n for n, limit in self._limits.items() if limit.has_capacity(limit.max_rate)]
        for lane in idle:
            if lane not in self._lanes:
                del self._limits[lane]
        self.numbers.forget(set(self._lanes))

    # ── what was sent ──

    async def run(self) -> None:
        """Forget what was sent, many at a time; until cancelled."""
        while True:
            await self._something_done.wait()
            await asyncio.sleep(_GATHERING_SECONDS)
            await self.settle()

    async def settle(self) -> None:
        """Forget what was sent up to now."""
        self._something_done.clear()
        if self._done:
            async with self._store.work() as work:
                done = await self.tell(work)
            self.told(done)

    async def tell(self, work: Work) -> int:
        """Forget what was sent up to now, in a transaction; how many calls, for `told` once it is kept."""
        done = self._done[:]
        if done:
            await work.sent(done, self._clock())
        return len(done)

    def told(self, calls: int) -> None:
        """So many of the calls told first are forgotten for good."""
        del self._done[:calls]

    async def finish(self, seconds: float) -> None:
        """Let what is being sent arrive, for so long at most; the rest waits in the outbox."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        for task in self._tasks:
            task.cancel()
        await self.settle()


class _NoLimit(AsyncLimiter):
    """A rate that was turned off."""

    def __init__(self) -> None:
        super().__init__(1)

    async def acquire(self, amount: float = 1) -> None:
        """At once."""


def _limiter(rate: float, seconds: float) -> AsyncLimiter:
    """At most `rate` in so many seconds; any number when either is 0."""
    return AsyncLimiter(rate, seconds) if rate and seconds else _NoLimit()


def _will_pass(fault: BaseException) -> bool:
    """Whether the same call may be taken later."""
    if isinstance(fault, BadRequest | Forbidden):
        return False
    return isinstance(fault, RetryAfter | ChatMigrated | NetworkError)


def _pause(state: RetryCallState) -> float:
    """Seconds until the next attempt: as told, else growing and not the same for everybody."""
    fault = state.outcome.exception() if state.outcome else None
    if isinstance(fault, RetryAfter):
        told = fault.retry_after
        return float(told if isinstance(told, int | float) else told.total_seconds())
    return 0.0 if isinstance(fault, ChatMigrated) else _GROWING(state)


def _count_retry(_state: RetryCallState) -> None:
    metrics.CALLS.labels("retried").inc()


def _shown_at(unsent: Unsent) -> tuple[int, str, int] | None:
    """Where a call's words are shown: a message by its own number, or by that of the message it answers."""
    call = unsent.call
    if call["do"] == "change":
        return unsent.lane, "own", call["message_id"]
    return (unsent.lane, "answer", call["answers"]) if call.get("answers") else None


def _is_same(refused: BadRequest) -> bool:
    return "not modified" in refused.message.lower()
