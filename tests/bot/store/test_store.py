"""The store: nothing is taken twice, work is done whole or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from bot.calls import Call
from bot.store import Store, Work
from bot.store.store import Chat, NewCall, Person, Sent, Unsent, Waiting
from tests.bot.conftest import Look

NOW = 1_795_000_000.0
CALL = {"do": "send", "chat_id": 5, "html": "x", "rows": [], "answers": 10}

pytestmark = pytest.mark.anyio


async def done(store: Store, update_id: int) -> None:
    """Handle an update without any effect."""
    async with store.work() as work:
        await work.done(update_id)


async def write(work: Work, lane: int, calls: list[Call], after_id: int | None, at: float) -> list[Unsent]:
    """Write calls to one chat down."""
    return await work.write_calls([NewCall(lane, call, after_id) for call in calls], at)


async def sent(store: Store, calls: list[Sent], at: float) -> None:
    """Forget calls that were made."""
    async with store.work() as work:
        await work.sent(calls, at)


# ── updates ─────────────────────────────────────────────────────────────────────────────────────────────────


async def test_an_update_that_comes_again_is_left_as_it_is(store: Store) -> None:
    await store.take([Waiting(7, 5, "{1}"), Waiting(8, 5, "{2}")], NOW)
    await store.take([Waiting(8, 5, "{alt}"), Waiting(9, 6, "{3}"), Waiting(9, 6, "{4}")], NOW + 1)
    assert await store.waiting(10) == [Waiting(7, 5, "{1}"), Waiting(8, 5, "{2}"), Waiting(9, 6, "{3}")]


async def test_an_update_that_was_handled_does_not_wait_when_it_comes_again(store: Store) -> None:
    await store.take([Waiting(7, 5, "{}")], NOW)
    await done(store, 7)
    await store.take([Waiting(7, 5, "{}")], NOW + 1)
    assert await store.waiting(10) == []


async def test_the_oldest_updates_come_first_and_not_more_than_wanted(store: Store) -> None:
    await store.take([Waiting(n, 5, "{}") for n in (9, 3, 7, 1)], NOW)
    assert [w.update_id for w in await store.waiting(3)] == [1, 3, 7]


async def test_many_updates_are_taken_at_once(store: Store) -> None:
    await store.take([Waiting(n, n, "{}") for n in range(1, 1001)], NOW)
    assert len(await store.waiting(2000)) == 1000


async def test_nothing_to_take_is_no_fault(store: Store) -> None:
    await store.take([], NOW)
    assert await store.waiting(10) == []


async def test_of_a_handled_update_only_its_number_stays(store: Store, look: Look) -> None:
    await store.take([Waiting(7, 5, '{"text": "zmeură"}')], NOW)
    await done(store, 7)
    assert look()["inbox"] == [{"update_id": 7, "lane": 0, "body": None, "state": "done", "at": NOW}]


async def test_the_words_of_a_handled_update_are_not_left_in_the_file(store: Store, tmp_path: Path) -> None:
    await store.take([Waiting(7, 5, '{"text": "zmeurica mea"}'), Waiting(8, 5, "zmeurica" * 3000)], NOW)
    await done(store, 7)
    await done(store, 8)
    await store.close()
    files = list((tmp_path / "state").iterdir())
    assert [file.name for file in files if b"zmeurica" in file.read_bytes()] == []


# ── all or nothing ──────────────────────────────────────────────────────────────────────────────────────────


class Broken(Exception):
    """Something that goes wrong in the middle."""


async def break_off(store: Store) -> None:
    """Begin all kinds of work and break off."""
    async with store.work() as work:
        await work.done(7)
        await work.keep_person(5, Person("ro", "Iași"))
        await work.keep_chat(5, Chat("{}", 10), NOW)
        await work.note("wrong", {}, None, NOW)
        await write(work, 5, [CALL], 10, NOW)
        raise Broken


async def test_work_that_breaks_off_leaves_nothing_behind(store: Store, look: Look) -> None:
    await store.take([Waiting(7, 5, "{}")], NOW)
    before = look()
    with pytest.raises(Broken):
        await break_off(store)
    assert look() == before
    async with store.work() as work:
        assert (await work.person(5), await work.chat(5)) == (Person(), Chat())


async def test_work_after_work_that_broke_off_is_kept(store: Store) -> None:
    with pytest.raises(Broken):
        async with store.work():
            raise Broken
    async with store.work() as work:
        await work.keep_person(5, Person("ro", "Iași"))
    async with store.work() as work:
        assert await work.person(5) == Person("ro", "Iași")


async def test_another_process_sees_nothing_before_the_work_is_done(store: Store, look: Look) -> None:
    async with store.work() as work:
        await work.keep_person(5, Person("ro", "Iași"))
        during = look()["people"]
    assert (during, len(look()["people"])) == ([], 1)


async def test_a_store_that_was_not_opened_says_so(url: str) -> None:
    store = Store(url)
    with pytest.raises(RuntimeError):
        await store.waiting(1)
    await store.close()


# ── calls ───────────────────────────────────────────────────────────────────────────────────────────────────


async def test_calls_wait_in_the_order_they_were_written_until_they_were_made(store: Store) -> None:
    async with store.work() as work:
        written = await write(work, 5, [CALL, CALL | {"html": "ș"}], 10, NOW)
        written += await write(work, 6, [CALL | {"chat_id": 6}], None, NOW)
    assert await store.unsent() == written
    await sent(store, [Sent(written[0], 11)], NOW)
    left = await store.unsent()
    assert [(u.id, u.call["html"]) for u in left] == [(written[1].id, "ș"), (written[2].id, "x")]


async def test_what_is_still_to_be_sent_comes_after_what_was_sent_to_its_chat(store: Store) -> None:
    async with store.work() as work:
        first, second = await write(work, 5, [CALL, CALL], 10, NOW)
        (other,) = await write(work, 6, [CALL], 10, NOW)
    await sent(store, [Sent(first, 12)], NOW)
    assert [(u.id, u.after_id) for u in await store.unsent()] == [(second.id, 12), (other.id, 10)]


async def test_which_message_answers_which_is_known_afterwards(store: Store) -> None:
    async with store.work() as work:
        await work.keep_chat(5, Chat(None, 10), NOW)
        (call,) = await write(work, 5, [CALL], 10, NOW)
    await sent(store, [Sent(call, 11)], NOW)
    async with store.work() as work:
        last_id = (await work.chat(5)).last_id
    assert (await store.reply_to(5, 10), await store.reply_to(6, 10), last_id) == (11, None, 11)


async def test_a_call_that_made_no_message_answers_nothing(store: Store, look: Look) -> None:
    async with store.work() as work:
        (call,) = await write(work, 5, [CALL], 10, NOW)
    await sent(store, [Sent(call, None)], NOW)
    assert (look()["outbox"], look()["replies"]) == ([], [])


async def test_to_who_blocked_the_bot_nothing_waits_to_be_sent_and_a_group_is_nobody(
    store: Store, look: Look
) -> None:
    async with store.work() as work:
        await work.keep_person(5, Person("ro", None))
        await write(work, 5, [CALL, CALL], 10, NOW)
        await write(work, 6, [CALL], 10, NOW)
    await store.drop_lane(5, NOW)
    await store.drop_lane(-9, NOW)
    person = {"id": 1, "telegram_id": 5, "lang": "ro", "county": None, "blocked_at": NOW}
    assert ([u.lane for u in await store.unsent()], look()["people"]) == ([6], [person])


# ── people, facts, feedback ─────────────────────────────────────────────────────────────────────────────────


async def test_who_sets_something_again_takes_messages_again(store: Store, look: Look) -> None:
    async with store.work() as work:
        await work.keep_person(5, Person("ro", "Iași"))
        await work.blocked(5, NOW)
        await work.keep_person(5, Person("en", "Iași"))
    kept = {"id": 1, "telegram_id": 5, "lang": "en", "county": "Iași", "blocked_at": None}
    assert look()["people"] == [kept]


async def test_who_blocks_the_bot_keeps_what_was_set(store: Store) -> None:
    async with store.work() as work:
        await work.keep_person(5, Person("en", "Iași"))
        await work.blocked(5, NOW)
        await work.unblocked(5)
        assert await work.person(5) == Person("en", "Iași")


async def test_a_fact_is_the_last_one_that_was_set(store: Store) -> None:
    before = await store.fact("username")
    await store.set_fact("username", "a")
    await store.set_fact("username", "b")
    assert (before, await store.fact("username")) == (None, "b")


async def test_feedback_is_listed_oldest_first_with_its_sentence(store: Store) -> None:
    async with store.work() as work:
        first = await work.note("unwanted", {"shown": ["ș"]}, None, NOW)
        await work.note("unanswered", {}, "xilofon", NOW + 1)
        await work.add_words(first, "voiam altceva")
    assert await store.feedback() == [
        {"id": 1, "kind": "unwanted", "about": {"shown": ["ș"]}, "words": "voiam altceva", "at": NOW},
        {"id": 2, "kind": "unanswered", "about": {}, "words": "xilofon", "at": NOW + 1},
    ]


async def test_the_database_is_written_ahead_and_read_by_others_meanwhile(
    store: Store, tmp_path: Path
) -> None:
    await store.set_fact("username", "a")
    connection = sqlite3.connect(tmp_path / "state" / "indrumar.sqlite")
    mode = connection.execute("pragma journal_mode").fetchone()
    connection.close()
    assert mode == ("wal",)
