"""Waiting for something to happen, without looking at the clock in between."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Pulse:
    """Tells those who wait that something has happened."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def beat(self) -> None:
        """Wakes everyone who waits."""
        self._event.set()
        self._event = asyncio.Event()

    async def until(self, probe: Callable[[], T | None], seconds: float, complaint: Callable[[], str]) -> T:
        """The first answer of the probe that is not None; AssertionError with the complaint otherwise."""
        end = time.monotonic() + seconds
        while (found := probe()) is None:
            event, left = self._event, end - time.monotonic()
            try:
                async with asyncio.timeout(left):
                    await event.wait()
            except TimeoutError:
                raise AssertionError(f"after {seconds:g} s: {complaint()}") from None
        return found
