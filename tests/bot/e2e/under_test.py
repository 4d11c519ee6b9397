"""The bot's command, with two files by which a test makes it die or fail; run as a module, with its words.

`kill` in the state directory: "POINT N", end at once at the Nth time of reaching the point from then on.
`spoil`: a word; handling a question with it fails. "!" before the word: also what stands around the handler.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any


def main() -> None:
    """Run the command with both in place, before anything has taken the originals by name."""
    folder = Path(os.environ["INDRUMAR_STATE_DIR"])
    from bot import points

    points.reach = lambda point: _die_at(point, folder / "kill")
    from bot.chat import asking

    answer = asking.asked

    def spoilt(moment: Any, text: str) -> Any:
        word = _read(folder / "spoil")
        if word and word in text:
            raise RuntimeError(f"spoilt: {text}")
        return answer(moment, text)

    asking.asked = spoilt
    from bot.pump import Pump

    is_flood = Pump._is_flood

    def spoilt_around(self: Pump, lane: int, pending: int, update: Any) -> bool:
        word = _read(folder / "spoil")
        if word.startswith("!") and word[1:] in (update.effective_message.text or ""):
            raise RuntimeError(f"spoilt: {update}")
        return is_flood(self, lane, pending, update)

    Pump._is_flood = spoilt_around  # type: ignore[method-assign]
    from bot.cli import main as command

    command()


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""


def _die_at(point: str, file: Path) -> None:
    armed, _, nth = _read(file).partition(" ")
    if armed != point:
        return
    if int(nth) > 1:
        file.write_text(f"{point} {int(nth) - 1}", encoding="utf-8")
        return
    file.unlink()
    os._exit(137)


if __name__ == "__main__":
    main()
