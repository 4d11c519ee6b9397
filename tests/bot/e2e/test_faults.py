"""What goes wrong between bot and Telegram: in the end there is one message, and others notice nothing."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from tests.bot.e2e.served import Served, serving
from tests.botapi import TelegramServer, User

pytestmark = pytest.mark.anyio

QUESTION, FIRST = (
    "azil movila",
    "Doar în plan: Înființarea unui cămin pentru persoanele vârstnice în com.Movila",
)


@pytest.fixture(scope="module")
async def shaken(state: Path) -> AsyncIterator[Served]:
    """A bot for which things go wrong."""
    async with serving(state) as served:
        yield served


async def seen_first_lines(served: Served, person: User) -> list[str]:
    """First lines of all that the bot ever showed a person, once nothing waits any more."""
    await served.settle()
    return [reply.text.partition("\n")[0] for reply in person.chat.shown]


FAULTS: dict[str, Callable[[TelegramServer, str], None]] = {
    "500": lambda telegram, method: telegram.fail_next(method, 500, times=2),
    "502": lambda telegram, method: telegram.fail_next(method, 502),
    "429": lambda telegram, method: telegram.fail_next(method, 429, retry_after=1),
    "dropped": lambda telegram, method: telegram.drop_next(method, times=2),
    "lost": lambda telegram, method: telegram.lose_next(method),
    "lost, twice": lambda telegram, method: telegram.lose_next(method, times=2),
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_an_answer_arrives_once_whatever_befalls_it(shaken: Served, fault: str) -> None:
    ana = shaken.telegram.user("Ana")
    before = len(shaken.telegram.calls)
    FAULTS[fault](shaken.telegram, "sendMessage")
    assert (await ana.asks(QUESTION)).text.startswith(FIRST)
    assert await seen_first_lines(shaken, ana) == [FIRST]
    assert any(call.injected for call in shaken.telegram.calls[before:])
    # a lost message is found, so that nothing is sent a second time
    shaken.telegram.coming.clear()


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_page_is_turned_once_whatever_befalls_it(shaken: Served, fault: str) -> None:
    ana = shaken.telegram.user("Ana")
    plans = await ana.asks("/planuri")
    FAULTS[fault](shaken.telegram, "editMessageText")
    await ana.presses(plans, "Servicii")
    assert (await ana.reply()).edited
    assert len(await seen_first_lines(shaken, ana)) == 2
    assert shaken.telegram.take("editMessageText") is None


@pytest.mark.parametrize("fault", FAULTS)
async def test_updates_come_once_whatever_befalls_their_fetching(shaken: Served, fault: str) -> None:
    ana = shaken.telegram.user("Ana")
    FAULTS[fault](shaken.telegram, "getUpdates")
    await ana.says(QUESTION)
    assert await ana.reply(seconds=20)
    assert await seen_first_lines(shaken, ana) == [FIRST]


@pytest.mark.parametrize("fault", ["500", "429", "dropped", "lost"])
async def test_the_press_does_its_work_when_its_own_answer_fails(shaken: Served, fault: str) -> None:
    ana = shaken.telegram.user("Ana")
    plans = await ana.asks("/planuri")
    FAULTS[fault](shaken.telegram, "answerCallbackQuery")
    await ana.presses(plans, "Servicii", wait=False)
    assert (await ana.reply()).edited
    assert len(await seen_first_lines(shaken, ana)) == 2
    shaken.telegram.coming.clear()


async def test_a_lost_message_is_looked_for_and_a_refused_look_is_repeated(shaken: Served) -> None:
    ana = shaken.telegram.user("Ana")
    shaken.telegram.lose_next("sendMessage")
    shaken.telegram.fail_next("editMessageText", 500)
    await ana.says("/start r-nimic")
    assert [(await ana.reply()).text.split()[0] for _ in range(2)] == ["Linkul", "Bună!"]
    assert [line.split()[0] for line in await seen_first_lines(shaken, ana)] == ["Linkul", "Bună!"]


async def test_a_pause_that_telegram_orders_is_kept(shaken: Served) -> None:
    ana, ion = shaken.telegram.user("Ana"), shaken.telegram.user("Ion")
    shaken.telegram.fail_next("sendMessage", 429, retry_after=2)
    before = len(shaken.telegram.calls_to("sendMessage"))
    await ana.says(QUESTION)
    await shaken.telegram.until_called("sendMessage", before + 1)
    assert (await ion.asks(QUESTION)).text.startswith(FIRST)
    assert ana.unread() == []
    assert (await ana.reply()).text.startswith(FIRST)
    tries = [call.status for call in shaken.telegram.calls_to("sendMessage")[before:]]
    assert tries == [429, 200, 200]


async def test_who_blocked_the_bot_is_left_alone_and_others_are_served(shaken: Served) -> None:
    ana, ion = shaken.telegram.user("Ana"), shaken.telegram.user("Ion")
    await ana.asks(QUESTION)
    shaken.telegram.hang_next("sendMessage", 0.3)
    await ana.says(QUESTION)
    await ana.says(QUESTION)
    await ana.blocks()
    assert (await ion.asks(QUESTION)).text.startswith(FIRST)
    await shaken.settle()
    tried = [
        call for call in shaken.telegram.calls_to("sendMessage") if call.params["chat_id"] == str(ana.id)
    ]
    assert [call.status for call in tried] == [200, 403]
    assert shaken.rows(f"select blocked_at is null from people where telegram_id = {ana.id}") == [(0,)]
    await ana.unblocks()
    assert (await ana.asks(QUESTION)).text.startswith(FIRST)
    await shaken.settle()
    assert shaken.rows(f"select blocked_at is null from people where telegram_id = {ana.id}") == [(1,)]


async def test_an_error_in_one_update_is_said_and_logged_and_touches_no_other(shaken: Served) -> None:
    ana, ion = shaken.telegram.user("Ana"), shaken.telegram.user("Ion")
    shaken.spoil("zmeura")
    await ana.says("unde cumpăr zmeura coaptă")
    await ion.says(QUESTION)
    await ana.says(QUESTION)
    assert (await ana.reply()).text.startswith("Ceva s-a stricat la noi și nu ți-am putut răspunde.")
    assert (await ana.reply()).text.startswith(FIRST)
    assert (await ion.reply()).text.startswith(FIRST)
    shaken.spoil("")
    await shaken.settle()
    logged = [json.loads(line) for line in shaken.bot.log.splitlines() if line.startswith("{")]
    (fault,) = (line for line in logged if line["by"] == "bot.chat.handlers")
    assert fault["level"] == "ERROR"
    assert re.fullmatch(r"fault [0-9a-f]{8}: RuntimeError at \S+under_test\.py:\d+", fault["says"])
    assert "zmeura" not in shaken.bot.log


async def test_an_update_that_comes_twice_counts_once(shaken: Served) -> None:
    ana = shaken.telegram.user("Ana")
    answer = await ana.asks(QUESTION)
    await ana.presses(answer, "Nu e ce căutam")
    await ana.reply()
    await shaken.telegram.until_confirmed()
    kept = shaken.rows("select count(*) from feedback")
    shaken.telegram.redeliver_last(2)
    ion = shaken.telegram.user("Ion")
    await ion.asks(QUESTION)
    await shaken.settle()
    assert (ana.unread(), shaken.rows("select count(*) from feedback")) == ([], kept)


@pytest.mark.parametrize(
    "broken", [{}, {"message_id": 1, "text": "x"}, {"message_id": 2, "date": "y", "chat": 5}]
)
async def test_an_update_that_cannot_be_read_is_set_aside_and_its_batch_goes_on(
    shaken: Served, broken: dict[str, object]
) -> None:
    ana = shaken.telegram.user("Ana")
    parked = shaken.rows("select count(*) from inbox where state = 'parked'")[0][0]
    shaken.telegram.state.push("message", broken)
    assert (await ana.asks(QUESTION)).text.startswith(FIRST)
    await shaken.settle()
    assert shaken.rows("select count(*) from inbox where state = 'parked'") == [(parked + 1,)]


async def test_an_update_that_fails_three_times_is_set_aside_and_the_others_go_on(shaken: Served) -> None:
    people = [shaken.telegram.user(name) for name in ("Ana", "Ion", "Dan")]
    parked = shaken.rows("select count(*) from inbox where state = 'parked'")[0][0]
    shaken.spoil("!zmeura")
    for person, text in zip(people, (QUESTION, "zmeura coaptă", QUESTION), strict=True):
        await person.says(text)
    for person in (people[0], people[2]):
        assert (await person.reply()).text.startswith(FIRST)
    await shaken.settle()
    shaken.spoil("")
    assert shaken.rows("select count(*) from inbox where state = 'parked'") == [(parked + 1,)]
    assert "zmeura" not in shaken.bot.log


async def test_the_bot_outlives_an_outage_and_somebody_else_with_its_token(shaken: Served) -> None:
    ana = shaken.telegram.user("Ana")
    with shaken.telegram.outage():
        await ana.says(QUESTION)
    assert (await ana.reply(seconds=20)).text.startswith(FIRST)
    async with shaken.telegram.second_poller():
        await ana.says(QUESTION)
        await ana.reply(seconds=20)
    assert await seen_first_lines(shaken, ana) == [FIRST] * 2
