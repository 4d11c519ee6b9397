"""Why something that was typed is not taken."""

from __future__ import annotations

from dataclasses import dataclass

from bot.staff.engine import Line


@dataclass(frozen=True)
class Refusal:
    """Why what was typed is not taken."""

    line: Line
    """Names what was typed, the reason, and an example."""
