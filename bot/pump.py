"""The inbox at work: updates are written down, then handled one by one, with all it leads to or not at all.

fetched → written down → confirmed to Telegram → handled and its effects kept, in one transaction → sent
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from telegram import Update

from bot import metrics
from bot.calls import send
from bot.chat.context import App
from bot.chat.guide import Guide
from bot.chat.screens import Screen
from bot.chat.state import ChatState
from bot.courier import Courier
from bot.files import KEY as FILE
from bot.points import reach
from bot.settings import Settings
from bot.staff.board import Board
from bot.staff.desk import Desk
from bot.staff.keeping import Keeper
from bot.store import Store, Work
from bot.store.store import Chat, NewCall, Person, Waiting
from bot.turn import Toast, Turn, lane_of, written_at

_log = logging.getLogger(__name__)
_HANDLED, _FAULTY = (metrics.UPDATES.labels(result) for result in ("handled", "fault"))
_BATCH = 50
"""Updates handled in one transaction; with 20 a quarter fewer are handled in a second."""
_TRIES = 3
"""How often an update is handled anew when something fails outside of its handler."""
_MOST_FRESH = 1000
"""Updates held as they were fetched; what waits beyond them is read from the store again."""
_PAUSE_SECONDS = 1.0
"""After a fault of the store, before it is tried again."""


class Pump:
    """Takes updates in and sees them through."""

    def __init__(
        self,
        app: App,
        store: Store,
        courier: Courier,
        guide: Guide,
        settings: Settings,
        clock: Callable[[], float],
    ) -> None:
        self._app = app
        self._store = store
        self._courier = courier
        self._guide = guide
        self._settings = settings
        self._clock = clock
        self._board = Board()
        self._arrived = asyncio.Event()
        self._flooding: set[int] = set()
        self._quick: set[asyncio.Task[None]] = set()
        self._in_hand = 0
        """Number of the update that is being handled."""
        self._failed: dict[int, int] = {}
        """Updates whose handling failed, and how often."""
        courier.files.arrived = self._arrived.set
        self._fresh: dict[int, dict[str, Any]] = {}
        """Updates as they were fetched, so that what was just written down need not be read again."""

    async def take(self, updates: Sequence[dict[str, Any]]) -> None:
        """Write fetched updates down; only then may they be confirmed."""
        rows = [Waiting(u["update_id"], lane_of(u), json.dumps(u, ensure_ascii=False)) for u in updates]
        if rows:
            self._fresh |= {u["update_id"]: u for u in updates}
            while len(self._fresh) > _MOST_FRESH:
                del self._fresh[next(iter(self._fresh))]
            await self._store.take(rows, self._clock())
            reach("after-inbox")
            self._arrived.set()

    async def run(self) -> None:
        """Handle what waits, until cancelled; a fault of the store is waited out."""
        while True:
            self._arrived.clear()
            try:
                if await self._handle_waiting():
                    continue
            except (SQLAlchemyError, OSError) as fault:
                _log.error("the store failed: %s", type(fault).__name__)
                await asyncio.sleep(_PAUSE_SECONDS)
                continue
            except Exception as fault:
                await self._set_aside(self._in_hand, fault)
                continue
            await self._arrived.wait()

    async def _set_aside(self, update_id: int, fault: Exception) -> None:
        """After a fault outside of any handler: all is handled anew; what fails too often no longer."""
        self._failed[update_id] = tries = self._failed.get(update_id, 0) + 1
        _log.error("update %s failed: %s", update_id, type(fault).__name__)
        if tries == _TRIES:
            async with self._store.work() as work:
                await work.park(update_id)
            del self._failed[update_id]
            _FAULTY.inc()

    async def _handle_waiting(self) -> bool:
        """Handle the oldest updates that wait, in one transaction; whether there may be more.

        What was sent meanwhile is forgotten in the same one: a transaction costs more than what it holds.
        """
        calls: list[NewCall] = []
        turns: list[Turn] = []
        async with self._store.work() as work:
            told = await self._courier.tell(work)
            waiting = await work.waiting(_BATCH)
            if waiting:
                await self._board.look(work)
            for one in waiting:
                self._in_hand = one.update_id
                update = await self._read(work, one)
                if update is not None:
                    turns.append(await self._handle(work, one, update, calls))
            unsent = await work.write_calls(calls, self._clock())
        self._courier.told(told)
        self._failed.clear()
        if waiting:
            reach("after-effect")
        for turn in turns:
            self._say_at_once(turn)
        self._courier.post(unsent)
        return len(waiting) == _BATCH

    async def _read(self, work: Work, one: Waiting) -> Update | None:
        """The update; None for one that nobody can read, which is set aside."""
        fresh = self._fresh.pop(one.update_id, None)
        try:
            return Update.de_json(fresh or json.loads(one.body), self._app.bot)
        except Exception as fault:
            _log.error("update %s cannot be read: %s", one.update_id, type(fault).__name__)
            metrics.UPDATES.labels("unreadable").inc()
            await work.park(one.update_id)
            return None

    async def _handle(self, work: Work, one: Waiting, update: Update, calls: list[NewCall]) -> Turn:
        """Take one update's turn; what it leads to sending is added to the calls."""
        started = time.perf_counter()
        chat = await work.chat(one.lane)
        message = update.effective_message
        turn = await self._turn(work, one, update, chat)
        pending = self._courier.pending(one.lane) + sum(call.lane == one.lane for call in calls)
        if self._is_flood(one.lane, pending, update):
            await self._slow(turn, one.lane, update)
        else:
            self._app.bot_data.turn = turn
            await self._app.process_update(update)
        if await turn.desk.close(failed=turn.fault is not None):
            await self._board.look(work)
        if turn.fault is not None:
            self._apologise(turn, one.lane, update)
        if written := update.message or update.edited_message:
            self._courier.numbers.add(one.lane, written.message_id)
        last_id = max(chat.last_id or 0, message.message_id if message else 0) or None
        await self._keep(work, one, turn, update, replace(chat, last_id=last_id))
        after_id = max(last_id or 0, self._courier.numbers.highest(one.lane)) or None
        calls += [NewCall(one.lane, call, after_id) for call in (*turn.calls, *turn.desk.keeper.shown)]
        calls += [self._to_other(chat_id, screen) for chat_id, screen in turn.desk.others]
        (_FAULTY if turn.fault else _HANDLED).inc()
        if turn.counts is not None:
            metrics.ANSWERS.labels(*turn.counts).inc()
        metrics.HANDLING.observe(time.perf_counter() - started)
        return turn

    async def _turn(self, work: Work, one: Waiting, update: Update, chat: Chat) -> Turn:
        """What is known before an update is handled."""
        user, file = update.effective_user, update.api_kwargs.get(FILE)
        telegram_id = user.id if user else int(file["from"]["id"]) if file else 0
        now, today = written_at(update) or self._clock(), self._settings.day
        keeper = Keeper(
            work,
            self._guide,
            admins=self._settings.admin_ids,
            telegram_id=telegram_id,
            name=user.full_name if user else "",
            update_id=one.update_id,
            now=self._clock(),
            today=today,
        )
        person = await work.person(telegram_id) if telegram_id else Person()
        turn = Turn(self._guide, ChatState.load(chat.state, now), person, Desk(keeper), today, now)
        turn.public = self._board.approved
        me = await keeper.me()
        turn.is_staff, turn.reports = me is not None, self._board.seen_by(me)
        turn.edited = update.edited_message is not None
        return turn

    def _to_other(self, chat_id: int, screen: Screen) -> NewCall:
        """Something shown in another chat than the update's."""
        return NewCall(chat_id, send(chat_id, screen), self._courier.numbers.highest(chat_id) or None)

    async def _keep(self, work: Work, one: Waiting, turn: Turn, update: Update, chat: Chat) -> None:
        """All that a turn leads to, in the transaction of the batch."""
        user = update.effective_user
        state = turn.state
        if turn.note is not None:
            number = await work.note(turn.note.kind, turn.note.about, turn.note.words, self._clock())
            if turn.awaits_words:
                state = state.model_copy(update={"awaits": number, "at": turn.now})
        if turn.note_words is not None:
            await work.add_words(*turn.note_words)
        if user is not None:
            await self._keep_person(work, turn, user.id)
        if update.effective_chat is not None and not turn.forgets:
            document = state.document()
            # pressing buttons makes no memory younger
            written = state.at if document else turn.now
            await work.keep_chat(one.lane, Chat(document, chat.last_id), written)
        await (work.park if turn.fault else work.done)(one.update_id)

    async def _keep_person(self, work: Work, turn: Turn, telegram_id: int) -> None:
        known = await work.person(telegram_id)
        if turn.forgets:
            await work.forget(telegram_id)
        elif turn.person != known:
            await work.keep_person(telegram_id, turn.person)
        if turn.blocks:
            await work.blocked(telegram_id, self._clock())
        elif turn.unblocks:
            await work.unblocked(telegram_id)

    # ── too much at once, and what went wrong ──

    def _is_flood(self, lane: int, pending: int, update: Update) -> bool:
        """Whether somebody writes faster than can be answered; who is in danger is always answered."""
        if pending == 0:
            self._flooding.discard(lane)
        if pending < self._settings.flood_messages or update.effective_message is None:
            return False
        text = update.effective_message.text or update.effective_message.caption or ""
        return update.callback_query is not None or not self._guide.in_danger(text)

    async def _slow(self, turn: Turn, lane: int, update: Update) -> None:
        """One sentence for the whole burst; a button gets it at once."""
        if update.callback_query is not None:
            user = update.callback_query.from_user
            turn.toast = Toast(update.callback_query.id, turn.moment(user.language_code).say("flood"))
        elif lane not in self._flooding:
            self._flooding.add(lane)
            self._say(turn, lane, update, "flood")

    def _apologise(self, turn: Turn, lane: int, update: Update) -> None:
        turn.calls.clear()
        if update.effective_message is not None:
            self._say(turn, lane, update, "fault")

    @staticmethod
    def _say(turn: Turn, lane: int, update: Update, key: str) -> None:
        user = update.effective_user
        turn.say(lane, turn.moment(user.language_code if user else None).screen(key))

    # ── what is not worth keeping ──

    def _say_at_once(self, turn: Turn) -> None:
        """Answers to buttons and inline queries: of use now or never."""
        bot = self._app.bot
        if turn.toast is not None:
            self._start(bot.answer_callback_query(turn.toast.query_id, turn.toast.text))
        if turn.inline is not None:
            self._start(bot.answer_inline_query(**turn.inline))

    def _start(self, call: Any) -> None:
        task = asyncio.get_running_loop().create_task(_quietly(call))
        self._quick.add(task)
        task.add_done_callback(self._quick.discard)


async def _quietly(call: Any) -> None:
    try:
        await call
    except Exception as fault:
        _log.warning("an answer came too late: %s", type(fault).__name__)
