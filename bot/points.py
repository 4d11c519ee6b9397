"""The moments between two steps of handling an update: what is done before one survives a crash at it."""

from __future__ import annotations

from typing import Literal

Point = Literal["after-fetch", "after-inbox", "after-confirm", "after-effect", "after-send", "before-delete"]


def reach(point: Point) -> None:
    """Nothing; the end-to-end tests end the process here."""
