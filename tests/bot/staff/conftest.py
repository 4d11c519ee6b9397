"""Shared by the tests of staff: the five plans, and what can be reported about."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.chat.guide import Guide
from bot.staff.targets import Targets
from index import Assistant


@pytest.fixture(scope="session")
def guide(assistant: Assistant, data: Path) -> Guide:
    """What answers, as a bot named `indrumar_bot`."""
    return Guide(assistant, data, "indrumar_bot")


@pytest.fixture(scope="session")
def targets(guide: Guide) -> Targets:
    """Every indicator of the five plans."""
    return Targets(guide.index.records)
