"""The bot's log: one JSON object a line, without the token and without what anybody wrote."""

from __future__ import annotations

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from typing import IO

_TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{20,}")
"""What every bot token looks like, also inside an address."""
_HIDDEN = "[token]"
_STEPS = 8
"""Innermost steps of a fault that are logged."""


class JsonLines(logging.Formatter):
    """A line of a log as JSON; of an exception its kind and place, never its words: a person wrote them."""

    def __init__(self, token: str = "") -> None:
        super().__init__()
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {"at": at, "level": record.levelname, "by": record.name}
        line["says"] = self._redacted(record.getMessage())
        if record.exc_info and record.exc_info[0]:
            frames = traceback.extract_tb(record.exc_info[2])[-_STEPS:]
            line["fault"] = record.exc_info[0].__name__
            line["steps"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return json.dumps(line, ensure_ascii=False)

    def _redacted(self, text: str) -> str:
        hidden = _TOKEN.sub(_HIDDEN, text)
        return hidden.replace(self._token, _HIDDEN) if self._token else hidden


def log_to(stream: IO[str], token: str) -> None:
    """Log to a stream from now on, whoever logs."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines(token))
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    # these tell every call, or what was in it
    for name in ("httpx", "httpcore", "aiohttp", "alembic"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
