"""What can be reported about: every indicator of every measure, and measures that print none."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.staff.shapes import Target
from index import STANDING, IndicatorFact, Record

_HANDLE_CHARS = 6
"""A thousand indicators share one in two thousand times; those that do get longer ones."""
_LONGER_CHARS = 12


@dataclass(frozen=True)
class Targets:
    """The targets of a catalogue."""

    records: tuple[Record, ...]

    @cached_property
    def all(self) -> tuple[Target, ...]:
        """In document order."""
        found = [(r, f) for r in self.records if r.kind == "measure" for f in r.indicator_facts or (None,)]
        ids = [target_id(record, fact) for record, fact in found]
        handles = _handles(ids)
        return tuple(
            Target(record=r, fact=f, id=i, handle=handles[i]) for (r, f), i in zip(found, ids, strict=True)
        )

    @cached_property
    def by_id(self) -> dict[str, Target]:
        """By the id that the ledger holds."""
        return {target.id: target for target in self.all}

    @cached_property
    def by_handle(self) -> dict[str, Target]:
        """By what is typed or tapped."""
        return {target.handle: target for target in self.all}

    @cached_property
    def _by_measure(self) -> dict[str, tuple[Target, ...]]:
        held: dict[str, list[Target]] = {}
        for target in self.all:
            held.setdefault(target.record.id, []).append(target)
        return {key: tuple(targets) for key, targets in held.items()}

    def of(self, record: Record) -> tuple[Target, ...]:
        """What can be reported about a record; nothing unless it is a measure."""
        return self._by_measure.get(record.id, ())


def target_id(record: Record, fact: IndicatorFact | None) -> str:
    """The id that the ledger holds."""
    return fact.id if fact else record.id + STANDING


def _handles(ids: Iterable[str]) -> dict[str, str]:
    """Handles by id; the same for an id whatever else there is, unless two collide."""
    long = {i: b32encode(hashlib.blake2s(i.encode()).digest()).decode().lower()[:_LONGER_CHARS] for i in ids}
    short = [whole[:_HANDLE_CHARS] for whole in long.values()]
    shared = {one for one in short if short.count(one) > 1} if len(set(short)) < len(short) else set()
    return {
        i: "i_" + (whole if whole[:_HANDLE_CHARS] in shared else whole[:_HANDLE_CHARS])
        for i, whole in long.items()
    }
