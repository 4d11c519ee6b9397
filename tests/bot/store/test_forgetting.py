"""What the store forgets, and when: each thing in its time, and all about a person when they want it."""

from __future__ import annotations

import pytest

from bot.store import Store
from bot.store.forgetting import HANDLED_KEPT_SECONDS, REPLIES_KEPT_SECONDS
from bot.store.store import Chat, Person, Sent, Unsent, Waiting
from tests.bot.conftest import Look
from tests.bot.store.test_store import CALL, NOW, sent, write

pytestmark = pytest.mark.anyio


async def old_and_new(store: Store, age: float) -> None:
    """A row of each kind, so many seconds old, and one of now."""
    for n, at in ((1, NOW - age), (2, NOW)):
        await store.take([Waiting(n, n, "ud"), Waiting(n + 10, n, "parcat"), Waiting(n + 20, n, "{}")], at)
        async with store.work() as work:
            await work.done(n)
            await work.park(n + 10)
            await work.keep_chat(n, Chat("{}", 10), at)
            (call,) = await write(work, n, [CALL], 10, at)
        await sent(store, [Sent(Unsent(call.id, n, call.call, 10), 11)], at)


@pytest.mark.parametrize(
    ("age", "gone"),
    [
        (599.0, set()),
        (601.0, {"memory"}),
        (REPLIES_KEPT_SECONDS - 1.0, {"memory"}),
        (REPLIES_KEPT_SECONDS + 1.0, {"memory", "reply"}),
        (HANDLED_KEPT_SECONDS - 1.0, {"memory", "reply"}),
        (HANDLED_KEPT_SECONDS + 1.0, {"memory", "reply", "chat", "number", "parked text"}),
    ],
)
async def test_each_thing_is_forgotten_in_its_time(
    store: Store, look: Look, age: float, gone: set[str]
) -> None:
    await old_and_new(store, age)
    await store.purge(NOW, 600)
    held = look()
    inbox = {row["update_id"]: row for row in held["inbox"]}
    chats = {row["chat_id"]: row for row in held["chats"]}
    missing = {
        "memory": chats.get(1, {}).get("state") is None,
        "reply": 1 not in [row["chat_id"] for row in held["replies"]],
        "chat": 1 not in chats,
        "number": 1 not in inbox,
        "parked text": inbox[11]["body"] is None,
    }
    assert {name for name, is_gone in missing.items() if is_gone} == gone
    assert (chats[2]["state"], inbox[12]["body"], 2 in inbox, 21 in inbox) == ("{}", "parcat", True, True)
    assert [p.update_id for p in await store.parked()] == [11, 12]


async def test_deleting_everything_about_a_person_leaves_the_others(store: Store, look: Look) -> None:
    await old_and_new(store, 0)
    body = '{"message": {"chat": {"id": -9}, "from": {"id": 1, "is_bot": false}}}'
    other = '{"message": {"chat": {"id": -9}, "from": {"id": 12, "is_bot": false}}}'
    await store.take([Waiting(30, -9, body), Waiting(31, -9, other)], NOW)
    async with store.work() as work:
        for person in (1, 2):
            await work.keep_person(person, Person("ro", "Iași"))
        await work.park(30)
        await work.park(31)
        await work.forget(1)
    held = look()
    assert [row["telegram_id"] for row in held["people"]] == [2]
    assert [row["chat_id"] for row in held["chats"]] == [2]
    assert [row["chat_id"] for row in held["replies"]] == [2]
    assert [row["update_id"] for row in held["inbox"] if row["state"] == "parked"] == [12, 31]
