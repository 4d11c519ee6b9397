"""What goes wrong on demand: the next call of a method is refused, kept waiting, or loses its connection."""

from __future__ import annotations

from dataclasses import dataclass

from tests.botapi.calls import Refusal

DESCRIPTIONS = {
    400: "Bad Request: refused by the test",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
    504: "Gateway Timeout",
}
"""What Telegram says with a status where the test does not say it."""


@dataclass
class Fault:
    """One thing to go wrong."""

    method: str
    """Small letters; "*" is every method but getUpdates."""
    refusal: Refusal | None = None
    """Answered instead of doing it."""
    seconds: float = 0
    """How long the call waits before it is done."""
    lost: bool = False
    """It is done, and the answer never arrives."""
    dropped: bool = False
    """The connection breaks before it is done."""
    times: int = 1

    def concerns(self, method: str) -> bool:
        """Whether it meets a call of this method, in small letters."""
        return self.method == method or (self.method == "*" and method != "getupdates")


class Faults:
    """Faults in the order they were asked for; each meets as many calls as it says."""

    def __init__(self) -> None:
        self.coming: list[Fault] = []

    def fail_next(
        self, method: str, code: int, *, retry_after: int | None = None, description: str = "", times: int = 1
    ) -> None:
        """The next calls of this method are refused with a status; retry_after, in seconds, is for 429."""
        if code == 429:
            retry_after = 1 if retry_after is None else retry_after
            description = description or f"Too Many Requests: retry after {retry_after}"
        refusal = Refusal(code, description or DESCRIPTIONS.get(code, "Error"), retry_after)
        self.coming.append(Fault(method.lower(), refusal=refusal, times=times))

    def hang_next(self, method: str, seconds: float, *, times: int = 1) -> None:
        """The next calls of this method take that long, then they are done."""
        self.coming.append(Fault(method.lower(), seconds=seconds, times=times))

    def lose_next(self, method: str, *, times: int = 1) -> None:
        """The next calls of this method are done, but their connection is cut before the answer."""
        self.coming.append(Fault(method.lower(), lost=True, times=times))

    def drop_next(self, method: str, *, times: int = 1) -> None:
        """The next calls of this method are cut off before anything is done."""
        self.coming.append(Fault(method.lower(), dropped=True, times=times))

    def take(self, method: str) -> Fault | None:
        """The fault a call meets, if any; it then has one call less to meet."""
        for fault in self.coming:
            if fault.concerns(method.lower()):
                fault.times -= 1
                if not fault.times:
                    self.coming.remove(fault)
                return fault
        return None
