"""The token of an invitation: random, in a deep link, and nowhere kept but as a hash."""

from __future__ import annotations

import hashlib
import re
import secrets

INVITATION_SECONDS = 72 * 3600
"""An invitation made on a Friday still works on Monday; one in a forgotten chat does not work for long."""
MOST_GUESSES = 5
"""Wrong links an hour: a person who mistypes or presses an old one needs fewer, one who guesses more."""
GUESS_SECONDS = 3600
"""How long a wrong link counts."""
PAYLOAD_START = "s-"
"""What the payload of an invitation's link begins with; the token follows."""
_TOKEN_BYTES = 16
"""128 random bits, 32 hexadecimal digits: the payload stays below Telegram's 64 characters."""
_PAYLOAD = re.compile(r"s-([A-Za-z0-9_-]{1,62})")


def new_token() -> str:
    """A fresh token of 32 characters."""
    return secrets.token_hex(_TOKEN_BYTES)


def payload(token: str) -> str:
    """What stands in the link after `start=`.

    >>> payload("abc_-9")
    's-abc_-9'
    """
    return PAYLOAD_START + token


def token_of(words: str) -> str | None:
    """The token of a payload; None when it is no invitation.

    >>> token_of("s-abc_-9"), token_of("i_abcdef")
    ('abc_-9', None)
    """
    found = _PAYLOAD.fullmatch(words.strip())
    return found[1] if found else None


def hash_of(token: str) -> str:
    """What is kept of a token, or of the payload that holds it: its SHA-256 in hexadecimal digits.

    Nobody finds 128 random bits from it.
    """
    return hashlib.sha256(token.removeprefix(PAYLOAD_START).encode()).hexdigest()
