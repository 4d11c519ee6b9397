"""Shared by the server's own tests: a server, and a person who wrote to its bot."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.botapi import TelegramServer, User


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    """A server of its own for each test."""
    async with TelegramServer() as server:
        yield server


@pytest.fixture
async def ana(telegram: TelegramServer) -> User:
    """Someone who has written to the bot once; the update waits."""
    person = telegram.user("Ana")
    await person.says("/start")
    return person
