"""What the conversations of staff have in common: what comes in, what they can look up, what comes out.

Each engine is `step(state, given, world) -> Outcome`, pure: the same three give the same outcome. What has to
be read from the store first is named by raising `Wanted`; `desk` reads it and steps again. What has to be
written is an effect; `desk` checks rights, writes it, and tells the engine how that went (`Kept`, `Refused`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from bot.chat.guide import Guide
from bot.say import Lang
from bot.staff.shapes import Evidence, Invitation, Member, NewReport, Report, Role, Scope
from bot.staff.targets import Targets

# ── what comes in ──


@dataclass(frozen=True)
class Typed:
    """A message."""

    text: str
    at: float
    """When it was written, in seconds since 1970."""


@dataclass(frozen=True)
class Command:
    """A command of staff: `raport`, `rapoartele_mele`, `aprobari`, `echipa`; or a link: `start`."""

    name: str
    words: str
    at: float
    """When it was written, in seconds since 1970."""


@dataclass(frozen=True)
class Pressed:
    """A button of this engine."""

    act: str
    arg: str = ""


@dataclass(frozen=True)
class Sent:
    """A photo or document arrived, was looked into and kept; or why not."""

    evidence: Evidence | None
    fault: str | None = None
    """`too-big`, `not-allowed` (type) or `lost` (could not be fetched)."""


@dataclass(frozen=True)
class Kept:
    """An effect was carried out."""

    ids: tuple[int, ...] = ()
    """Reports that it made or changed; of `Accept`, the number of the grant."""
    payload: str = ""
    """Of an invitation."""
    left: int = 0
    """Of `Revoke`: drafts and returned reports handed over."""


@dataclass(frozen=True)
class Refused:
    """An effect was not carried out, and nothing of it was kept."""

    why: Literal["rights", "own", "gone", "stale", "twice", "last-admin", "value"]
    """No right to it; one's own report; no such report or person; its state changed meanwhile; saved
    already; the last administrator; a value or period that cannot be."""
    ids: tuple[int, ...] = ()
    """Of `twice`: the reports that were saved then."""


Given = Typed | Command | Pressed | Sent | Kept | Refused

# ── what comes out ──


@dataclass(frozen=True)
class Line:
    """A text of the catalogues with its values; a value may be a line, or a tuple of lines."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Tap:
    """A button."""

    label: Line | str
    """A str is shown as it is: a title, a name, a number."""
    act: str
    arg: str = ""
    """Together with `act` at most 58 bytes."""
    of: str = ""
    """Engine it belongs to, when it is not the one that shows it (`ENGINES`); or `card`."""
    url: str = ""
    """A link that it opens instead; `act` is empty then."""


@dataclass(frozen=True)
class View:
    """A message: lines, the first one in bold, and rows of buttons."""

    lines: tuple[Line, ...]
    taps: tuple[tuple[Tap, ...], ...] = ()


@dataclass(frozen=True)
class Submit:
    """Save reports, all or none; needs the right to report each. → Kept(ids) or Refused."""

    draft: str
    """Token of the draft: saved once, however often it is asked for."""
    reports: tuple[NewReport, ...]


@dataclass(frozen=True)
class Decide:
    """Approve or return reports, all or none. → Kept(ids) or Refused."""

    state: Literal["approved", "returned"]
    ids: tuple[int, ...]
    words: str | None = None
    """The question of a returned report."""


@dataclass(frozen=True)
class Withdraw:
    """Take back own reports, all or none. → Kept(ids) or Refused."""

    ids: tuple[int, ...]
    words: str | None = None
    """Why."""


@dataclass(frozen=True)
class Respond:
    """Answer the question of a returned report of one's own; it is submitted again. → Kept or Refused."""

    id: int
    words: str


@dataclass(frozen=True)
class Invite:
    """Make an invitation; needs the right to give this role for this scope. → Kept(payload) or Refused."""

    role: Role
    scope: Scope


@dataclass(frozen=True)
class Accept:
    """Take the role of an invitation. → Kept((grant,)) or Refused(gone), which counts as a guess."""

    token: str


@dataclass(frozen=True)
class Decline:
    """Give back a grant of one's own. → Kept or Refused(gone, last-admin)."""

    grant: int


@dataclass(frozen=True)
class Revoke:
    """Take every grant of a person; drafts and returned reports go to the heir. → Kept or Refused."""

    member: int
    heir: int | None


@dataclass(frozen=True)
class AllowSums:
    """Say whether an indicator's values may be added up. → Kept or Refused."""

    target: str
    sums: bool


@dataclass(frozen=True)
class ShowEvidence:
    """Send the photo or document of a report to whoever asks; needs the right to approve it, or to be its
    author. → Kept or Refused(rights, gone)."""

    report: int


@dataclass(frozen=True)
class Tell:
    """Show something to somebody else."""

    member: int
    """Internal id."""
    view: View
    about_role: bool = False
    """Shown also to whoever has no role any more: that it is gone."""


Effect = (
    Submit
    | Decide
    | Withdraw
    | Respond
    | Invite
    | Accept
    | Decline
    | Revoke
    | AllowSums
    | ShowEvidence
    | Tell
)


@dataclass(frozen=True)
class Outcome:
    """What a step leads to."""

    state: Any
    """The engine's state, a frozen pydantic model; None when nothing is open any more."""
    views: tuple[View, ...] = ()
    in_place: bool = False
    """The first view takes the place of the message that was pressed."""
    toast: Line | None = None
    """Short answer to a pressed button."""
    effects: tuple[Effect, ...] = ()
    """Carried out in order. All but `Tell` are answered: the engine steps on with what came of it."""
    wants_file: bool = False
    """A photo or document may come next."""
    passes: bool = False
    """Nothing of this engine: the message is answered as anybody's."""


# ── what can be looked up ──


class Wanted(Exception):
    """Something has to be read from the store first."""

    def __init__(self, what: str, key: str) -> None:
        super().__init__(what, key)
        self.what, self.key = what, key


@dataclass(frozen=True)
class World:
    """What an engine can look up."""

    guide: Guide
    targets: Targets
    me: Member | None
    """Whoever writes; None: no member of staff."""
    telegram_id: int
    name: str
    """Of whoever writes, as Telegram has it."""
    today: date
    now: float
    """When it was written, else when it is handled; seconds since 1970."""
    lang: Lang
    token: str
    """Fresh random characters (8 of `a-z2-7`) for what a step opens."""
    county: str | None = None
    """The county that the person set; settles what several fit."""
    held: Mapping[tuple[str, str], Any] = field(default_factory=dict)
    """What was read, by what and key."""

    def _get(self, what: str, key: str = "") -> Any:
        if (what, key) not in self.held:
            raise Wanted(what, key)
        return self.held[what, key]

    def history(self, target: str) -> tuple[Report, ...]:
        """Reports about an indicator, newest first; withdrawn and corrected ones too. Raises Wanted."""
        return tuple(self._get("history", target))

    def mine(self) -> tuple[Report, ...]:
        """Own reports, newest first, at most 50. Raises Wanted."""
        return tuple(self._get("mine"))

    def queue(self) -> tuple[Report, ...]:
        """Submitted reports, oldest first, of the plans in one's scope. Raises Wanted."""
        return tuple(self._get("queue"))

    def report(self, number: int) -> Report | None:
        """A report by its number. Raises Wanted."""
        found: Report | None = self._get("report", str(number))
        return found

    def members(self) -> tuple[Member, ...]:
        """Everybody with a grant, by name. Raises Wanted."""
        return tuple(self._get("members"))

    def invitation(self, token: str) -> Invitation | None:
        """An invitation that can still be used. Raises Wanted."""
        found: Invitation | None = self._get("invitation", token)
        return found

    def guesses(self) -> int:
        """How many invitations that do not exist whoever writes tried in the last hour. Raises Wanted."""
        return int(self._get("guesses"))
