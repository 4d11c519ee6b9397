"""The process dies between two steps of handling: afterwards everybody has one answer, which counts once."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import get_args

import pytest

from bot.points import Point
from tests.bot.e2e.served import Served, serving
from tests.botapi import Reply, User

POINTS = ("after-fetch", "after-inbox", "after-confirm", "after-effect", "after-send", "before-delete")
PER_CALL = ("after-send", "before-delete")
"""Reached once for each message that is sent; the others in polling once for many updates."""
POLLING = [(point, 1) for point in POINTS] + [(point, nth) for point in PER_CALL for nth in (2, 3, 4, 5)]
WEBHOOK = [(point, nth) for point in POINTS for nth in (1, 2, 4)]
SEED = 20261122
EACH_TIME = 3
"""How many of each way `make test` tries."""


def chosen(ways: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """All in `make soak`, else some that are always the same."""
    return ways if os.environ.get("INDRUMAR_SOAK") else random.Random(SEED).sample(ways, EACH_TIME)


class Town:
    """Five people who each do something else at the same moment."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self.people = [served.telegram.user(name) for name in ("Ana", "Ion", "Dan", "Eva", "Mia")]

    async def prepare(self) -> tuple[Reply, object]:
        """What some of them did before: an answer to complain about, a question to change."""
        _, _, dan, _, mia = self.people
        answer = await dan.asks("centre de zi în Pașcani")
        question = await mia.says("centre de zi în Pașcani")
        await mia.reply()
        await self._served.settle()
        return answer, question

    async def act(self, answer: Reply, question: object) -> None:
        """Everybody at once; nobody waits."""
        ana, ion, dan, eva, mia = self.people
        await ana.says("azil movila")
        await ion.says("/start r-nimic")
        await dan.presses(answer, "Nu e ce căutam", wait=False)
        await eva.says("/judet Iași")
        await mia.edits(question, "centre de zi în Slobozia")  # type: ignore[arg-type]

    def seen(self) -> list[str]:
        """What each sees in the end."""
        return [person.transcript() for person in self.people]


def effects(served: Served, eva: User) -> list[tuple[object, ...]]:
    """What was done besides: complaints so far, and the county of one person."""
    return [
        *served.rows("select count(*) from feedback where kind = 'unwanted'"),
        *served.rows(f"select county from people where telegram_id = {eva.id}"),
    ]


@pytest.mark.anyio
@pytest.mark.soak
@pytest.mark.parametrize(("webhook", "ways"), [(False, POLLING), (True, WEBHOOK)], ids=["polling", "webhook"])
async def test_nothing_is_lost_or_doubled_by_a_death_at_any_point(
    state: Path, webhook: bool, ways: list[tuple[str, int]]
) -> None:
    async with serving(state, {"INDRUMAR_POLL_SECONDS": "1"}, webhook=webhook) as served:
        calm = Town(served)
        await calm.act(*await calm.prepare())
        await served.settle()
        for n, (point, nth) in enumerate(chosen(ways), 2):
            town = Town(served)
            before = await town.prepare()
            served.arm(point, nth)
            await town.act(*before)
            await served.died_and_starts_again()
            await served.settle()
            assert town.seen() == calm.seen(), (point, nth)
            assert effects(served, town.people[3]) == [(n,), ("Iași",)], (point, nth)


def test_every_point_is_among_the_ways() -> None:
    assert {point for point, _ in POLLING} == {point for point, _ in WEBHOOK} == set(get_args(Point))
