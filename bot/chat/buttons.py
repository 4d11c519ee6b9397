"""What a button under a message carries: one packed, versioned value of at most 64 bytes."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict

from bot.limits import MAX_BUTTON_BYTES

Do = Literal[
    "card",
    "source",
    "choose",
    "more",
    "plans",
    "plan",
    "children",
    "services",
    "served",
    "counties",
    "county",
    "lang",
    "settings",
    "unwanted",
    "wrong",
    "no-words",
    "delete-both",
    "delete-data",
    "keep-data",
    "home",
    "report",
    "approving",
    "team",
    "mine",
]
_VERSION = "1"
"""Another layout has another number: a button of it gets a kind answer."""
_LETTERS: dict[Do, str] = {
    "card": "o",
    "source": "s",
    "choose": "c",
    "more": "m",
    "plans": "p",
    "plan": "q",
    "children": "b",
    "services": "v",
    "served": "w",
    "counties": "j",
    "county": "k",
    "lang": "l",
    "settings": "t",
    "unwanted": "u",
    "wrong": "g",
    "no-words": "n",
    "delete-both": "x",
    "delete-data": "d",
    "keep-data": "e",
    "home": "h",
    "report": "r",
    "approving": "a",
    "team": "i",
    "mine": "y",
}
_DO = {letter: do for do, letter in _LETTERS.items()}
_PACKED = re.compile(r"(?P<do>[a-z])(?P<page>[0-9]{0,4}):(?P<key>[^\x00-\x1f]*)")


class Button(BaseModel):
    """What pressing does, to what, and at which page."""

    model_config = ConfigDict(frozen=True)

    do: Do
    key: str = ""
    """A record's key, a vocabulary id, a place, a county, a message id; what `do` needs."""
    page: int = 0
    """0 is the first page."""

    def encode(self) -> str:
        """The packed value. Raises ValueError when it would not fit.

        >>> Button(do="card", key="abcde23456").encode()
        '1o:abcde23456'
        """
        packed = f"{_VERSION}{_LETTERS[self.do]}{self.page or ''}:{self.key}"
        if len(packed.encode()) > MAX_BUTTON_BYTES:
            raise ValueError(f"a button of {len(packed.encode())} bytes")
        return packed

    @classmethod
    def decode(cls, packed: str) -> Button | None:
        """The button of a packed value; None when it is not one of ours or of an older layout.

        >>> Button.decode("1o:abcde23456")
        Button(do='card', key='abcde23456', page=0)
        >>> Button.decode("0o:abcde23456")
        """
        found = _PACKED.fullmatch(packed[1:]) if packed.startswith(_VERSION) else None
        if found is None or found["do"] not in _DO:
            return None
        return cls(do=_DO[found["do"]], key=found["key"], page=int(found["page"] or 0))
