"""The bot as a process of its own, to be started, killed and stopped as in production."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Sequence
from pathlib import Path

from tests.botapi.state import State

PROJECT = Path(__file__).parents[2]


class BotProcess:
    """One bot; `start` may be called again after `kill` or `stop`, with the same state directory."""

    def __init__(
        self, state: State, command: Sequence[str], env: dict[str, str], folder: Path, ready_seconds: float
    ) -> None:
        self._state = state
        self._command = command
        self._env = env
        self._folder = folder
        self._ready_seconds = ready_seconds
        self._process: asyncio.subprocess.Process | None = None
        folder.mkdir(parents=True, exist_ok=True)
        self._log = folder / "log.txt"

    @property
    def log(self) -> str:
        """What it printed since the first start."""
        return self._log.read_text(encoding="utf-8", errors="replace") if self._log.exists() else ""

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int:
        """Number of the process that was started last."""
        assert self._process is not None
        return self._process.pid

    async def start(self) -> None:
        """Returns once it asks for updates, or has set its webhook; AssertionError where it does not."""
        assert not self.running, "the bot is running already"
        polls, hooks = self._state.updates.polls, self._state.updates.hooks
        kept = {name: value for name, value in os.environ.items() if not name.startswith("INDRUMAR_")}
        with self._log.open("ab") as log:
            self._process = process = await asyncio.create_subprocess_exec(
                *self._command,
                cwd=self._folder,
                env=kept | {"PYTHONPATH": str(PROJECT), "PYTHONUNBUFFERED": "1"} | self._env,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        ended = asyncio.create_task(process.wait())
        ended.add_done_callback(lambda _: self._state.pulse.beat())

        def ready() -> bool | None:
            assert process.returncode is None, f"the bot ended with status {process.returncode}:\n{self.log}"
            return (self._state.updates.polls, self._state.updates.hooks) != (polls, hooks) or None

        await self._state.pulse.until(
            ready, self._ready_seconds, lambda: f"the bot is not ready:\n{self.log}"
        )

    async def ended(self, seconds: float = 30) -> int:
        """Waits until it ends by itself; its exit status. AssertionError where it lives on."""
        assert self._process is not None
        try:
            return await asyncio.wait_for(self._process.wait(), seconds)
        except TimeoutError:
            raise AssertionError(f"the bot still runs after {seconds:g} s:\n{self.log}") from None

    async def kill(self) -> None:
        """SIGKILL to it and its children; nothing happens where it has ended."""
        if self._process and self.running:
            os.killpg(self._process.pid, signal.SIGKILL)
        if self._process:
            await self._process.wait()

    async def stop(self, seconds: float = 15) -> int:
        """SIGTERM; its exit status. AssertionError where it does not end within that time."""
        assert self._process is not None
        assert self.running, f"the bot ended by itself:\n{self.log}"
        self._process.terminate()
        try:
            return await asyncio.wait_for(self._process.wait(), seconds)
        except TimeoutError:
            await self.kill()
            raise AssertionError(f"the bot did not stop within {seconds:g} s:\n{self.log}") from None
