"""What waits for approval: whose turn it is, what belongs together, what may be approved at once."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.staff.engine import World
from bot.staff.roles import is_own, may_decide
from bot.staff.shapes import Report

_TAG_CHARS = 8
"""Of a hundred measures or lists two share a tag once in two hundred million times."""
MOST_AT_ONCE = 20
"""Reports approved with one tap: as many as one message shows."""


@dataclass(frozen=True)
class Group:
    """Reports about one measure, oldest first."""

    measure: str
    """Id of the record."""
    reports: tuple[Report, ...]

    @property
    def tag(self) -> str:
        """What a button names the measure by."""
        return tag(self.measure)


def tag(words: str) -> str:
    """Eight characters of `a-z2-7` that stand for some words."""
    return b32encode(hashlib.blake2s(words.encode()).digest()).decode().lower()[:_TAG_CHARS]


def waiting(world: World) -> tuple[Report, ...]:
    """Submitted reports that one may decide or that are one's own, oldest first."""
    directory = world.guide.directory
    return tuple(
        report
        for report in world.queue()
        if report.state == "submitted"
        and report.superseded_by is None
        and may_decide(world.me, report, directory)
    )


def groups(reports: Iterable[Report]) -> tuple[Group, ...]:
    """Reports by measure, the one that waits longest first."""
    held: dict[str, list[Report]] = {}
    for report in reports:
        held.setdefault(report.measure, []).append(report)
    return tuple(Group(measure, tuple(of)) for measure, of in held.items())


def conflicts(report: Report, world: World) -> tuple[Report, ...]:
    """Other people's reports that say something about the same indicator, period and place."""
    return tuple(
        other
        for other in world.history(report.target)
        if other.id != report.id
        and other.author != report.author
        and other.period == report.period
        and (other.place == report.place or not (other.place and report.place))
        and other.state != "withdrawn"
        and other.superseded_by is None
    )


def at_once(group: Group, world: World) -> tuple[Report, ...]:
    """Of a measure's reports that one message shows, those that need no second look: not one's own, not
    doubtful, no conflict."""
    plain = (r for r in group.reports if not is_own(world.me, r) and not r.doubts and not conflicts(r, world))
    return tuple(plain)[:MOST_AT_ONCE]


def fingerprint(reports: Sequence[Report]) -> str:
    """What a button to approve several is bound to: these reports as they stand, and no others."""
    return tag(" ".join(stamp(report) for report in reports))


def stamp(report: Report) -> str:
    """A report and how many steps it has gone: another when somebody did something about it."""
    return f"{report.id}.{len(report.events)}"


def after(number: int, reports: Sequence[Report]) -> Report | None:
    """The next report to look at once one is decided: the next one in order, else the first."""
    others = [report for report in reports if report.id != number]
    later = [report for report in others if report.id > number]
    return next(iter(later or others), None)
