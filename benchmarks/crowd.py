"""Five hundred people who write to a bot by way of the test server, and how long each waited for a reply.

They either write again as soon as they are answered, which finds the most a bot can do, or all together so
many times a second, whether answered or not, which is how people come. A reply time runs from the moment a
person was due to write to the moment the reply is in the chat.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import random
import time
from collections import deque
from pathlib import Path

from tests.botapi import TelegramServer, User

QUESTIONS = Path(__file__).parent / "questions.jsonl"
PATIENCE_SECONDS = 120.0
"""After that a run fails: a message was never answered."""
_KEPT_CALLS = 5000
"""Calls the server remembers before they are checked and forgotten."""


class Crowd:
    """People and what they ask; each reply is counted, and none may be missing or double."""

    def __init__(self, telegram: TelegramServer, people: int) -> None:
        lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
        asked = [str(json.loads(line)["question"]) for line in lines]
        random.Random("load").shuffle(asked)
        self._asked = itertools.cycle(asked)
        self._telegram = telegram
        self._people = [telegram.user(f"Om {n}") for n in range(people)]
        self._free = deque(self._people)
        self.updates = 0
        """Messages written and answered so far."""

    async def at_once(self, count: int) -> list[float]:
        """So many messages, everybody writing again as soon as answered; the reply times in seconds."""
        left = iter(range(count))
        waited: list[float] = []

        async def keep_asking(person: User) -> None:
            for _ in left:
                waited.append(await self._ask(person, time.perf_counter()))

        await asyncio.gather(*(keep_asking(person) for person in self._people))
        return waited

    async def at_rate(self, count: int, per_second: float) -> list[float]:
        """So many messages at times that do not depend on the replies; the reply times in seconds.

        The gaps are those of people who do not know of one another (exponential, always the same ones).
        """
        gaps = random.Random("gaps")
        due = time.perf_counter()
        asking = []
        for _ in range(count):
            due += gaps.expovariate(per_second)
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            asking.append(asyncio.create_task(self._ask_when_free(due)))
        return list(await asyncio.gather(*asking))

    async def _ask_when_free(self, due: float) -> float:
        while not self._free:
            await asyncio.sleep(0.001)
        person = self._free.popleft()
        waited = await self._ask(person, due)
        self._free.append(person)
        return waited

    async def _ask(self, person: User, due: float) -> float:
        await person.asks(next(self._asked), seconds=PATIENCE_SECONDS)
        waited = time.perf_counter() - due
        assert not person.unread(), f"{person.name} was answered twice"
        person.forgets()
        self.updates += 1
        if len(self._telegram.calls) > _KEPT_CALLS:
            self.check()
        return waited

    def check(self) -> None:
        """AssertionError when the server refused a call; then the calls are forgotten."""
        self._telegram.assert_clean()
        self._telegram.forget()
