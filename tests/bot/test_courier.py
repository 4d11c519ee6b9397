"""Delivering: in order within a chat, through every fault, never twice and never not at all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import aiohttp
import pytest
from telegram import Message
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut
from tenacity import AsyncRetrying

from bot import courier as courier_module
from bot.courier import Courier
from bot.settings import Settings
from bot.store import Store
from bot.store.store import NewCall, Unsent
from tests.bot.conftest import Look

NOW = 1_795_000_000.0
pytestmark = [
    pytest.mark.anyio,
    # the library announces that seconds will be a timedelta; both are understood
    pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning"),
]


def lost(cause: Exception | None = None) -> NetworkError:
    """A connection that broke: nobody knows whether the message arrived, unless it never left."""
    cause = cause or aiohttp.ServerDisconnectedError()
    fault = TimedOut() if isinstance(cause, TimeoutError) else NetworkError("broken")
    fault.__cause__ = cause
    return fault


UNREACHED = aiohttp.ClientConnectorError(
    aiohttp.client_reqrep.ConnectionKey("t", 443, True, True, None, None, None), OSError("refused")
)


@dataclass
class Chats:
    """Telegram, as far as a courier sees it: messages by chat, and faults that wait to happen."""

    shown: dict[tuple[int, int], str] = field(default_factory=dict)
    """Chat and message id → text."""
    next_id: int = 11
    faults: list[Exception | None] = field(default_factory=list)
    """For the next calls, in order; None: none."""
    arrives: bool = False
    """A call that ends in a fault was carried out all the same."""
    called: list[tuple[str, int]] = field(default_factory=list)
    gone: set[int] = field(default_factory=set)
    """Messages that cannot be changed."""

    base_url = "http://127.0.0.1/bot"

    @property
    def request(self) -> Chats:
        """As of a bot: what posts."""
        return self

    async def post(self, url: str, data: Any, **_options: Any) -> Any:
        """The calls that are made without objects."""
        given = data.parameters
        if url.endswith("/sendMessage"):
            return (await self.send_message(given["chat_id"], given["text"])).to_dict()
        return await self.edit_message_text(given["text"], given["chat_id"], given["message_id"])

    async def send_message(self, chat_id: int, html: str, **_options: Any) -> Message:
        """A new message."""
        self.called.append(("send", chat_id))
        fault = self.faults.pop(0) if self.faults else None
        if fault is None or self.arrives:
            self.shown[chat_id, self.next_id] = html
            self.next_id += 1
        if fault is not None:
            raise fault
        return Message.de_json(
            {"message_id": self.next_id - 1, "date": 0, "chat": {"id": chat_id, "type": "private"}}
        )

    async def edit_message_text(self, html: str, chat_id: int, message_id: int, **_options: Any) -> bool:
        """Another text for a message."""
        self.called.append(("edit", message_id))
        fault = self.faults.pop(0) if self.faults else None
        if fault is not None:
            raise fault
        if (chat_id, message_id) not in self.shown or message_id in self.gone:
            raise BadRequest("Message to edit not found")
        if self.shown[chat_id, message_id] == html:
            raise BadRequest("Message is not modified: specified new message content")
        self.shown[chat_id, message_id] = html
        return True

    async def delete_messages(self, chat_id: int, message_ids: list[int]) -> bool:
        """Messages go."""
        self.called.append(("delete", chat_id))
        fault = self.faults.pop(0) if self.faults else None
        if fault is not None:
            raise fault
        for number in message_ids:
            self.shown.pop((chat_id, number), None)
        return True


@dataclass
class Post:
    """A courier over a store, and Telegram as it sees it."""

    store: Store
    telegram: Chats
    courier: Courier
    pauses: list[float]
    """Seconds it wanted to wait, in order."""

    async def write(self, lane: int, *texts: str, **changes: Any) -> list[Unsent]:
        """Write calls into the outbox."""
        calls = [{"do": "send", "chat_id": lane, "html": text, "rows": []} | changes for text in texts]
        async with self.store.work() as work:
            return await work.write_calls([NewCall(lane, call, 10) for call in calls], NOW)

    async def deliver(self, *unsent: Unsent, doubtful: bool = False) -> None:
        """Post calls and see them through."""
        self.courier.post(unsent, doubtful)
        await self.courier.finish(30)

    def texts(self, lane: int) -> list[str]:
        """What stands in a chat, in order."""
        return [text for (chat, _), text in sorted(self.telegram.shown.items()) if chat == lane]


@pytest.fixture
def post(store: Store, monkeypatch: pytest.MonkeyPatch) -> Post:
    """A courier without rates that never really waits."""
    telegram = Chats()
    settings = Settings(rate_per_second=0, rate_chat_per_second=0, rate_group_per_minute=0)
    courier = Courier(telegram, store, settings, lambda: NOW)  # type: ignore[arg-type]
    pauses: list[float] = []
    real = asyncio.sleep

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        await real(0)

    monkeypatch.setattr(courier_module, "AsyncRetrying", partial(AsyncRetrying, sleep=sleep))
    return Post(store, telegram, courier, pauses)


# ── order ───────────────────────────────────────────────────────────────────────────────────────────────────


async def test_messages_of_a_chat_arrive_in_order_and_leave_the_outbox(post: Post, look: Look) -> None:
    await post.deliver(*await post.write(5, "a", "b", "c"))
    assert (post.texts(5), look()["outbox"], post.courier.pending(5)) == (["a", "b", "c"], [], 0)


async def test_a_chat_that_must_wait_keeps_its_order_and_holds_nobody_up(post: Post) -> None:
    slow = await post.write(5, "a", "b")
    quick = await post.write(6, "x", "y")
    post.telegram.faults = [RetryAfter(7)]
    await post.deliver(*slow, *quick)
    sent = [chat for _, chat in post.telegram.called]
    assert (post.texts(5), post.texts(6), post.pauses) == (["a", "b"], ["x", "y"], [7.0])
    assert sent.index(6) < len(sent) - 1 - sent[::-1].index(5)


async def test_what_is_posted_meanwhile_comes_after_what_waits(post: Post) -> None:
    first, second = await post.write(5, "a", "b")
    post.courier.post([first])
    post.courier.post([second])
    waits = post.courier.pending(5)
    await post.courier.finish(30)
    assert (waits, post.texts(5)) == (2, ["a", "b"])


# ── faults that pass ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "fault",
    [
        lambda: RetryAfter(3),
        lambda: NetworkError("Bad Gateway"),
        TimedOut,
        lambda: lost(UNREACHED),
        lambda: lost(aiohttp.ConnectionTimeoutError()),
    ],
    ids=["wait", "bad gateway", "timed out", "not connected", "connecting too long"],
)
async def test_after_a_fault_before_the_message_arrived_it_is_sent_once_more(
    post: Post, fault: Callable[[], Exception]
) -> None:
    post.telegram.faults = [fault(), fault()]
    await post.deliver(*await post.write(5, "a"))
    assert (post.texts(5), [do for do, _ in post.telegram.called]) == (["a"], ["send"] * 3)


async def test_who_is_told_to_wait_waits_as_told(post: Post) -> None:
    post.telegram.faults = [RetryAfter(35), RetryAfter(2)]
    await post.deliver(*await post.write(5, "a"))
    assert post.pauses == [35.0, 2.0]


async def test_pauses_after_other_faults_grow_up_to_a_bound(post: Post) -> None:
    post.telegram.faults = [NetworkError("Bad Gateway") for _ in range(12)]
    await post.deliver(*await post.write(5, "a"))
    assert (post.texts(5), len(post.pauses), max(post.pauses) <= 30) == (["a"], 12, True)
    assert post.pauses[0] < post.pauses[3] < post.pauses[6]


@pytest.mark.parametrize(
    "kind", [aiohttp.ServerDisconnectedError, aiohttp.SocketTimeoutError, ConnectionResetError]
)
@pytest.mark.parametrize("arrives", [True, False])
async def test_a_message_that_may_have_arrived_is_looked_for_and_not_doubled(
    post: Post, kind: type[Exception], arrives: bool, look: Look
) -> None:
    post.telegram.faults, post.telegram.arrives = [lost(kind())], arrives
    await post.deliver(*await post.write(5, "a", answers=10))
    held = look()
    assert (post.texts(5), held["outbox"]) == (["a"], [])
    assert [(r["message_id"], r["reply_id"]) for r in held["replies"]] == [(10, 11)]


async def test_what_is_looked_for_never_overwrites_the_message_before(post: Post) -> None:
    post.telegram.faults, post.telegram.arrives = [None, lost()], True
    await post.deliver(*await post.write(5, "a", "b"))
    assert post.texts(5) == ["a", "b"]


async def test_nor_the_last_message_of_an_errand_that_had_ended(post: Post) -> None:
    first, second = await post.write(5, "a", "b")
    await post.deliver(first)
    post.telegram.faults, post.telegram.arrives = [lost()], True
    await post.deliver(second)
    assert post.texts(5) == ["a", "b"]


async def test_nor_messages_of_other_people_in_the_chat(post: Post) -> None:
    post.telegram.shown[5, 11] = "al altcuiva"
    post.telegram.gone, post.telegram.next_id = {11}, 12
    post.telegram.faults, post.telegram.arrives = [lost()], True
    await post.deliver(*await post.write(5, "a"))
    assert post.texts(5) == ["al altcuiva", "a"]


async def test_a_fault_while_looking_does_not_double_it_either(post: Post) -> None:
    post.telegram.faults, post.telegram.arrives = [lost(), lost(), NetworkError("Bad Gateway"), None], True
    await post.deliver(*await post.write(5, "a"))
    assert post.texts(5) == ["a"]


@pytest.mark.parametrize("arrived", [True, False])
async def test_what_an_earlier_run_left_is_looked_for_first(post: Post, arrived: bool) -> None:
    await post.write(5, "a", "b")
    if arrived:
        post.telegram.shown[5, 11] = "a"
        post.telegram.next_id = 12
    await post.courier.resume()
    await post.courier.finish(30)
    assert post.texts(5) == ["a", "b"]


async def test_of_two_changes_of_one_message_an_earlier_run_left_only_the_last_is_made(
    post: Post, look: Look
) -> None:
    await post.deliver(*await post.write(5, "first", answers=10))
    await post.write(5, "second", answers=10, corrects=True)
    await post.write(5, "third", answers=10, corrects=True)
    post.telegram.called.clear()
    await post.courier.resume()
    await post.courier.finish(30)
    assert (post.texts(5), post.telegram.called, look()["outbox"]) == (["third"], [("edit", 11)], [])


async def test_a_message_that_arrived_is_not_shown_as_it_was_before_it_was_changed(
    post: Post, look: Look
) -> None:
    await post.write(5, "first", answers=10)
    await post.write(5, "second", answers=10, corrects=True)
    post.telegram.shown[5, 11] = "second"
    await post.courier.resume()
    await post.courier.finish(30)
    assert (post.telegram.shown, post.telegram.called[0], look()["outbox"]) == (
        {(5, 11): "second"},
        ("edit", 11),
        [],
    )


# ── faults that stay ────────────────────────────────────────────────────────────────────────────────────────


async def test_who_blocked_the_bot_is_noted_and_nothing_more_is_tried(post: Post, look: Look) -> None:
    post.telegram.faults = [Forbidden("Forbidden: bot was blocked by the user")]
    await post.deliver(*await post.write(5, "a", "b"), *await post.write(6, "x"))
    people = [(p["telegram_id"], p["blocked_at"]) for p in look()["people"]]
    assert (post.texts(5), post.texts(6), look()["outbox"], people) == ([], ["x"], [], [(5, NOW)])


@pytest.mark.parametrize("fault", [BadRequest("Chat not found"), BadRequest("Message text is empty")])
async def test_what_telegram_will_never_take_is_given_up_and_the_rest_goes_on(
    post: Post, fault: Exception, look: Look
) -> None:
    post.telegram.faults = [fault]
    await post.deliver(*await post.write(5, "a", "b"))
    assert (post.texts(5), look()["outbox"], post.pauses) == (["b"], [], [])


async def test_a_call_that_cannot_even_be_made_holds_nothing_up(post: Post, look: Look) -> None:
    async with post.store.work() as work:
        broken = await work.write_calls([NewCall(5, {"do": "send"}, 10)], NOW)
    await post.deliver(*broken, *await post.write(5, "b"))
    assert (post.texts(5), look()["outbox"]) == (["b"], [])


async def test_a_group_that_moved_gets_its_message_where_it_is_now(post: Post) -> None:
    post.telegram.faults = [ChatMigrated(-1009)]
    await post.deliver(*await post.write(-9, "a"))
    assert (post.texts(-9), post.texts(-1009), post.pauses) == ([], ["a"], [0.0])


# ── changing and deleting ───────────────────────────────────────────────────────────────────────────────────


async def test_a_message_is_changed(post: Post) -> None:
    post.telegram.shown[5, 9] = "vechi"
    await post.deliver(*await post.write(5, "nou", do="change", message_id=9))
    assert post.texts(5) == ["nou"]


async def test_a_message_that_is_so_already_is_left(post: Post) -> None:
    post.telegram.shown[5, 9] = "nou"
    await post.deliver(*await post.write(5, "nou", do="change", message_id=9))
    assert (post.texts(5), post.telegram.called) == (["nou"], [("edit", 9)])


async def test_a_message_that_is_gone_comes_anew(post: Post) -> None:
    await post.deliver(*await post.write(5, "nou", do="change", message_id=9))
    assert post.texts(5) == ["nou"]


async def test_messages_are_deleted_and_those_that_cannot_be_are_left(post: Post, look: Look) -> None:
    post.telegram.shown[5, 9] = "a"
    await post.deliver(*await post.write(5, "", do="remove", message_ids=[8, 9]))
    post.telegram.faults = [BadRequest("message can't be deleted")]
    await post.deliver(*await post.write(5, "", do="remove", message_ids=[8, 9]))
    assert (post.texts(5), look()["outbox"]) == ([], [])
