"""Shared by the tests of conversations: the bot over the five plans, and people who write to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.chat.guide import Guide
from index import Assistant
from tests.bot.chat.phone import Phone


@pytest.fixture(scope="session")
def guide(assistant: Assistant, data: Path) -> Guide:
    """What answers, as a bot named `indrumar_bot`."""
    return Guide(assistant, data, "indrumar_bot")


@pytest.fixture
def phone(guide: Guide) -> Phone:
    """A person with a Romanian phone."""
    return Phone(guide)


@pytest.fixture
def group(guide: Guide) -> Phone:
    """A person with a Romanian phone in a group."""
    return Phone(guide, private=False)
