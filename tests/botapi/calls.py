"""One request of the bot, and the refusal it may get."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


class Refusal(Exception):
    """Telegram says no.

    status: the HTTP status, also `error_code`; description: the whole text, with its "Bad Request: ";
    retry_after_seconds: for 429.
    """

    def __init__(self, status: int, description: str, retry_after_seconds: int | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after_seconds = retry_after_seconds

    def body(self) -> Json:
        """The JSON object Telegram answers with."""
        body: Json = {"ok": False, "error_code": self.status, "description": self.description}
        if self.retry_after_seconds is not None:
            body["parameters"] = {"retry_after": self.retry_after_seconds}
        return body


class Cut(Exception):
    """The connection is closed without an answer."""


def bad(text: str) -> Refusal:
    """Status 400 with this text."""
    return Refusal(400, f"Bad Request: {text}")


def forbidden(text: str) -> Refusal:
    """Status 403 with this text."""
    return Refusal(403, f"Forbidden: {text}")


@dataclass(frozen=True)
class Upload:
    """A file sent with a request."""

    name: str
    content: bytes


@dataclass(eq=False)
class Call:
    """A request: what was asked, and what came of it."""

    method: str
    """As the bot wrote it, say sendMessage."""
    params: dict[str, str]
    """Every parameter as text; objects as JSON."""
    files: dict[str, Upload] = field(default_factory=dict)
    """By the name of its form field."""
    status: int = 0
    """HTTP status; 0 while it runs or when the connection was cut."""
    answer: Json = field(default_factory=dict)
    """The JSON object answered; also kept when it was lost on the way."""
    injected: bool = False
    """A fault of the test had a hand in it."""
    unknown: bool = False
    """No such method here: the test is to fail on it."""

    def text(self, name: str) -> str:
        """A parameter, or nothing."""
        return self.params.get(name, "")

    def number(self, name: str, default: int = 0) -> int:
        """The whole number a parameter begins with."""
        found = re.match(r"\s*-?\d+", self.text(name))
        return int(found[0]) if found else default

    def flag(self, name: str) -> bool:
        """Whether a parameter says yes."""
        return self.text(name).lower() in {"true", "yes", "1"}

    def value(self, name: str, complaint: str = "can't parse JSON object") -> Any:
        """A parameter read as JSON; None where absent. Raises Refusal with the complaint."""
        if not self.text(name):
            return None
        try:
            return json.loads(self.text(name))
        except ValueError:
            raise bad(complaint) from None

    def __str__(self) -> str:
        asked = ", ".join(f"{name}={value[:80]!r}" for name, value in self.params.items())
        return f"{self.method}({asked}) -> {self.status} {self.answer.get('description', '')}".rstrip()
