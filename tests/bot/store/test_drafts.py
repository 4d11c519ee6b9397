"""Drafts of staff: kept, closed, and handed over without losing any."""

from __future__ import annotations

import pytest

from bot.store import People, Store
from tests.bot.conftest import Look
from tests.bot.store.reports import NOW

pytestmark = pytest.mark.anyio


async def test_a_draft_is_kept_changed_and_closed(store: Store) -> None:
    async with store.work() as work:
        people, seen = People(work), []
        for document in ("{1}", "{2}", None, None):
            await people.keep_draft(1, document, NOW)
            seen.append(await people.draft(1))
    assert seen == ["{1}", "{2}", None, None]


async def test_a_draft_that_was_handed_over_waits_behind_the_open_one(store: Store) -> None:
    async with store.work() as work:
        people = People(work)
        await people.keep_draft(1, "{of 1}", NOW)
        await people.keep_draft(2, "{of 2}", NOW)
        moved = await people.hand_over(1, 2, NOW)
        seen = [await people.draft(1), await people.draft(2)]
        await people.keep_draft(2, "{of 2, changed}", NOW)
        await people.keep_draft(2, None, NOW)
        await people.keep_draft(2, None, NOW)
        seen.append(await people.draft(2))
        await people.keep_draft(2, None, NOW)
        seen.append(await people.draft(2))
    assert (moved, seen) == (1, [None, "{of 2}", "{of 1}", None])


async def test_drafts_of_several_people_and_generations_are_all_handed_on(store: Store) -> None:
    async with store.work() as work:
        people = People(work)
        for person in (1, 2, 3):
            await people.keep_draft(person, f"{{of {person}}}", NOW)
        await people.hand_over(1, 2, NOW)
        moved = await people.hand_over(2, 3, NOW)
        seen = []
        while (document := await people.draft(3)) is not None:
            seen.append(document)
            await people.keep_draft(3, None, NOW)
        assert [await people.draft(1), await people.draft(2)] == [None, None]
    assert (moved, seen) == (2, ["{of 3}", "{of 2}", "{of 1}"])


async def test_handing_over_to_oneself_changes_nothing(store: Store, look: Look) -> None:
    async with store.work() as work:
        await People(work).keep_draft(1, "{}", NOW)
        assert await People(work).hand_over(1, 1, NOW) == 0
    assert (len(look()["drafts"]), look()["handovers"]) == (1, [])


async def test_an_heir_answers_for_all_who_came_before_also_in_a_circle(store: Store) -> None:
    async with store.work() as work:
        people = People(work)
        for person, heir in ((1, 2), (2, 3), (3, 1), (8, 9)):
            await people.hand_over(person, heir, NOW)
        assert [await people.answers_for(n) for n in (1, 9, 7)] == [{1, 2, 3}, {8, 9}, {7}]
