"""Whether a note looks as if it held personal data."""

from __future__ import annotations

from typing import Literal

from bot.staff.words import Words

Personal = Literal["cnp", "phone", "name-diagnosis", "address"]


def looks_personal(text: str, words: Words) -> Personal | None:
    """What looks like personal data in a text; `address` is an e-mail address. None when nothing does."""
    raise NotImplementedError
