"""How many updates a second the bot sees through, and how long people wait, beside the least a bot can do.

500 people send mixed questions through HTTP to the test server, which the bot polls from a process of its
own. The ceiling is the same server with `echo_bot` on plain python-telegram-bot, taking updates one by one or
many at once, whichever is faster. The bots take turns, so that a machine with other work to do slows all
alike; `cpu_ms` is the processor's time of the bot's process for one update, which others change less. Rates
and the brake on floods, which are settings, are off: they would hold the bot to what Telegram allows, 30
messages a second. Then each bot is asked at half the maximum of ours, and last ours goes on until it has seen
50,000 updates. Writes `results/load.csv`. A message answered twice, not at all or by a call that the server
refuses ends the run with a fault.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import os
import statistics
import sys
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.bench import commit, machine
from benchmarks.crowd import Crowd
from tests.botapi import BotProcess, TelegramServer
from tests.botapi.server import BOT_COMMAND

_HERE = Path(__file__).parent
RESULTS = _HERE / "results" / "load.csv"
COLUMNS = (
    "bot",
    "run",
    "updates",
    "per_second",
    "ratio",
    "ms_p50",
    "ms_p95",
    "ms_p99",
    "cpu_ms",
    "server_cpu_ms",
    "memory_mb_first",
    "memory_mb_last",
    "machine",
    "load",
    "commit",
)
_ECHO = (sys.executable, str(_HERE / "echo_bot.py"))
UNLIMITED = {
    "INDRUMAR_RATE_PER_SECOND": "0",
    "INDRUMAR_RATE_CHAT_PER_SECOND": "0",
    "INDRUMAR_RATE_GROUP_PER_MINUTE": "0",
    "INDRUMAR_FLOOD_MESSAGES": "1000000",
}
"""What holds the bot to Telegram's limits, turned off."""
OURS = "indrumar"
BOTS = {"echo-one-by-one": (*_ECHO, "--one-by-one"), "echo": _ECHO, OURS: BOT_COMMAND}
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Size:
    """How much is asked."""

    people: int = 500
    warming: int = 1000
    """Updates before anything is measured."""
    rounds: int = 3
    """How often the two bots take turns at full speed."""
    updates: int = 1500
    """Updates of one turn."""
    half: int = 2000
    """Updates at half the maximum."""
    last: int = 50_000
    """Updates that the bot has seen at the end."""


QUICK = Size(people=100, warming=200, rounds=1, updates=500, half=300, last=1500)
"""Enough to see that it works, not to compare."""


@dataclass
class Measured:
    """What one bot did in one run."""

    seconds: float = 0.0
    cpu_seconds: float = 0.0
    server_cpu_seconds: float = 0.0
    waited: list[float] = field(default_factory=list)
    """Reply times in seconds."""

    @property
    def per_second(self) -> float:
        """Updates a second."""
        return len(self.waited) / self.seconds

    def figures(self) -> dict[str, Any]:
        """The columns of a run."""
        cuts = statistics.quantiles(self.waited, n=100)
        per_update = 1000 / len(self.waited)
        return {
            "updates": len(self.waited),
            "per_second": round(self.per_second, 1),
            **{f"ms_p{n}": round(cuts[n - 1] * 1000, 1) for n in (50, 95, 99)},
            "cpu_ms": round(self.cpu_seconds * per_update, 2),
            "server_cpu_ms": round(self.server_cpu_seconds * per_update, 2),
        }


class Bench:
    """One bot with a server and a crowd of its own."""

    def __init__(self, telegram: TelegramServer, bot: BotProcess, people: int) -> None:
        self._proc = Path("/proc") / str(bot.pid)
        self.crowd = Crowd(telegram, people)

    async def run(self, asking: Awaitable[list[float]], into: Measured) -> Measured:
        """Let people ask, and add what it took."""
        started, worked, served = time.perf_counter(), self._cpu_seconds(), time.process_time()
        into.waited += await asking
        into.seconds += time.perf_counter() - started
        into.cpu_seconds += self._cpu_seconds() - worked
        into.server_cpu_seconds += time.process_time() - served
        self.crowd.check()
        return into

    def _cpu_seconds(self) -> float:
        """Processor time of the bot's process so far, in user and system mode. Source: proc(5), stat."""
        fields = (self._proc / "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def memory_mb(self) -> float:
        """Memory of the bot's process that is in use now."""
        lines = (self._proc / "status").read_text().splitlines()
        found = next(line for line in lines if line.startswith("VmRSS"))
        return round(int(found.split()[1]) / 1024, 1)


async def measure(size: Size) -> AsyncIterator[dict[str, Any]]:
    """The rows of the results: each bot at full speed, then at half of ours, then ours after many updates."""
    async with AsyncExitStack() as stack:
        benches = {name: await _bench(stack, size, command) for name, command in BOTS.items()}
        ours = benches[OURS]
        at_first = ours.memory_mb()
        full = {name: Measured() for name in benches}
        for _ in range(size.rounds):
            for name, bench in benches.items():
                await bench.run(bench.crowd.at_once(size.updates), full[name])
        ceiling = max(done.per_second for name, done in full.items() if name != OURS)
        for name, done in full.items():
            ratio = round(done.per_second / ceiling, 3)
            yield {"bot": name, "run": "full", "ratio": ratio, **done.figures()}
        for name, bench in benches.items():
            half = await bench.run(bench.crowd.at_rate(size.half, full[OURS].per_second / 2), Measured())
            yield {"bot": name, "run": "half", **half.figures()}
        long = await ours.run(ours.crowd.at_once(size.last - ours.crowd.updates), Measured())
        memory = {"memory_mb_first": at_first, "memory_mb_last": ours.memory_mb()}
        yield {"bot": OURS, "run": "long", **long.figures(), "updates": ours.crowd.updates, **memory}


async def _bench(stack: AsyncExitStack, size: Size, command: tuple[str, ...]) -> Bench:
    """A bot that runs and has seen everything once."""
    telegram = await stack.enter_async_context(TelegramServer())
    bot = await telegram.launch(UNLIMITED, command=command, ready_seconds=120)
    bench = Bench(telegram, bot, size.people)
    await bench.run(bench.crowd.at_once(size.warming), Measured())
    return bench


async def write(size: Size, results: Path | None) -> None:
    """Measure, print each row, and renew the results; without a place for them nothing is written."""
    where = {"machine": machine(), "commit": commit()}
    rows: list[dict[str, Any]] = []
    async for row in measure(size):
        rows.append(row | where | {"load": round(os.getloadavg()[0], 1)})
        print(row, flush=True)
        if results is not None:
            results.parent.mkdir(parents=True, exist_ok=True)
            with results.open("w", encoding="utf-8", newline="") as out:
                writer = csv.DictWriter(out, COLUMNS)
                writer.writeheader()
                writer.writerows(rows)


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description="Measure the bot under load, beside an echo bot.")
    parser.add_argument("--quick", action="store_true", help="few updates, written only with --results")
    parser.add_argument("--results", type=Path, help="where the table goes")
    given = parser.parse_args()
    results = given.results or (None if given.quick else RESULTS)
    asyncio.run(write(QUICK if given.quick else Size(), results))


if __name__ == "__main__":
    main()
