"""Sets of records by their number in the catalogue: the measures, what is in a place, what is for a group.

A set is one whole number, bit n for record n, so that sets of any size meet by `&` and join by `|` at once. A
build keeps every set that a question may pick by, packed, under a field and a value; `lookups` makes them.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

Numbers = int
"""A set of record numbers; 0 is the empty set."""
Levels = Sequence[tuple[float, Numbers]]
"""Sets of records by how surely they fit, 0 to 1: the surest first, none empty, no record in two."""
Field = Literal[
    "plan",
    "kind",
    "status",
    "class",
    "code",
    "letters",
    "service_code",
    "number",
    "smis",
    "term",
    "heading",
    "locality",
    "commune",
    "due",
    "doer",
    "partner",
    "institution",
    "funding",
    "title",
    "activity",
    "groups",
    "body",
    "context",
    "who",
]
"""What a set is picked by; `lookups` says what each means."""
_KEPT_SETS = 256
"""Sets asked for last stay unpacked: those of a plan or a kind are wanted nearly every time."""
_DIGITS = bytes.maketrans(b"01", b"\0\1")


def numbers_of(held: Iterable[int]) -> Numbers:
    """The set of some numbers.

    >>> bin(numbers_of([0, 3]))
    '0b1001'
    """
    ordered = sorted(held)
    octets = bytearray((ordered[-1] >> 3) + 1 if ordered else 0)
    for number in ordered:
        octets[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(octets, "little")


def listed(numbers: Numbers) -> list[int]:
    """The numbers of a set, ascending.

    >>> listed(0b1001 << 40), listed(0)
    ([40, 43], [])
    """
    printed = bin(numbers)
    highest = len(printed) - 1
    out = []
    at = printed.find("1")
    while at >= 0:
        out.append(highest - at)
        at = printed.find("1", at + 1)
    out.reverse()
    return out


def digits(numbers: Numbers) -> bytes:
    """1 at the place of each number that is in a set, 0 at the others up to the last.

    >>> list(digits(0b1001))
    [1, 0, 0, 1]
    """
    return bin(numbers)[:1:-1].encode().translate(_DIGITS)


def holds(numbers: Numbers, number: int) -> bool:
    """Whether a number is in a set."""
    return bool(numbers >> number & 1)


def at_least(least: int, sets: Iterable[Numbers]) -> Numbers:
    """What is in at least so many of the sets.

    >>> listed(at_least(2, [0b0111, 0b0110, 0b1100]))
    [1, 2]
    """
    in_so_many = [-1] + [0] * least
    for one in sets:
        for n in range(least, 0, -1):
            in_so_many[n] |= in_so_many[n - 1] & one
    return in_so_many[least]


def surest(levels: Levels, floor: float) -> Numbers:
    """What fits at least `floor` times as surely as what fits best.

    >>> surest([(0.9, 0b001), (0.6, 0b010), (0.5, 0b100)], 0.65)
    3
    """
    out = 0
    for share, numbers in levels:
        if share >= levels[0][0] * floor:
            out |= numbers
    return out


def shares_of(levels: Levels) -> dict[int, float]:
    """How surely each number fits.

    >>> shares_of([(0.9, 0b101), (0.5, 0b010)])
    {0: 0.9, 2: 0.9, 1: 0.5}
    """
    return {number: share for share, numbers in levels for number in listed(numbers)}


@dataclass(frozen=True)
class Lookups:
    """The sets of one build, unpacked as they are asked for."""

    packed: Mapping[tuple[Field, str], bytes]

    @classmethod
    def of(cls, held: Mapping[tuple[Field, str], Iterable[int]]) -> Lookups:
        """Lookups of the numbers of records by field and value."""
        return cls({key: _pack(numbers_of(numbers)) for key, numbers in held.items()})

    def having(self, field: Field, *values: str) -> Numbers:
        """Records with any of some values in a field."""
        out = 0
        for value in values:
            packed = self.packed.get((field, value))
            if packed is not None:
                out |= _unpack(packed)
        return out

    def write(self, path: Path) -> None:
        """Keep them in a file."""
        path.write_bytes(pickle.dumps(self.packed))


def _pack(numbers: Numbers) -> bytes:
    return zlib.compress(numbers.to_bytes((numbers.bit_length() + 7) >> 3, "little"))


@lru_cache(maxsize=_KEPT_SETS)
def _unpack(packed: bytes) -> Numbers:
    return int.from_bytes(zlib.decompress(packed), "little")


def read_lookups(path: Path) -> Lookups:
    """Lookups kept in a file of a build, which matches its digest."""
    return Lookups(pickle.loads(path.read_bytes()))
