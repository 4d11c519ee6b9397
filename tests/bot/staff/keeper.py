"""A store of staff in memory: it keeps people, reports and invitations, and judges every right by itself.

What the engines ask for is carried out as the desk would: all or nothing, refused with a reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.staff import engine
from bot.staff.engine import Effect, Kept, Refused, Wanted
from bot.staff.roles import is_own, may_decide, may_invite, may_revoke
from bot.staff.shapes import Event, Grant, Invitation, Member, Report, Scope
from bot.staff.tokens import INVITATION_SECONDS, hash_of, payload
from index import Directory


@dataclass
class Person:
    """Somebody with a Telegram account, of staff or not."""

    id: int
    name: str
    grants: list[Grant] = field(default_factory=list)

    @property
    def member(self) -> Member | None:
        """As engines see him."""
        if not self.grants:
            return None
        return Member(id=self.id, telegram_id=1000 + self.id, name=self.name, grants=tuple(self.grants))


@dataclass
class Keeper:
    """People, reports, invitations, guesses, and who was told what."""

    directory: Directory
    people: dict[int, Person] = field(default_factory=dict)
    reports: dict[int, Report] = field(default_factory=dict)
    handed: dict[int, int] = field(default_factory=dict)
    """Report → who has it now."""
    invitations: dict[str, Invitation] = field(default_factory=dict)
    """By the hash of the token."""
    guesses: dict[int, int] = field(default_factory=dict)
    shown: list[int] = field(default_factory=list)
    """Reports whose evidence was sent."""
    now: float = 0.0
    grants: int = 0

    def add(self, name: str) -> Person:
        """Somebody new."""
        person = Person(len(self.people) + 1, name)
        self.people[person.id] = person
        return person

    def give(self, person: Person, grant: Grant) -> int:
        """A role for somebody; its number."""
        self.grants += 1
        person.grants.append(grant.model_copy(update={"id": self.grants, "since": self.now}))
        return self.grants

    # ── reading ──

    def read(self, person: Person, wanted: Wanted) -> object:
        """What an engine wants to know."""
        reads: dict[str, Callable[[str], object]] = {
            "history": lambda key: tuple(r for r in self._newest() if r.target == key),
            "mine": lambda _: tuple(r for r in self._newest() if self._owner(r) == person.id)[:50],
            "queue": lambda _: tuple(self._queue(person)),
            "report": lambda key: self.reports.get(int(key)),
            "members": lambda _: self._members(),
            "invitation": self._usable,
            "guesses": lambda _: self.guesses.get(person.id, 0),
        }
        return reads[wanted.what](wanted.key)

    def _newest(self) -> list[Report]:
        return sorted(self.reports.values(), key=lambda r: -r.id)

    def _owner(self, report: Report) -> int:
        return self.handed.get(report.id, report.author)

    def _queue(self, person: Person) -> list[Report]:
        plans = [set(grant.scope.plans) for grant in person.grants]
        waits = [r for r in self.reports.values() if r.state == "submitted" and r.superseded_by is None]
        return [r for r in waits if any(not of or r.plan in of for of in plans)]

    def _members(self) -> tuple[Member, ...]:
        held = [person.member for person in self.people.values()]
        return tuple(sorted((m for m in held if m), key=lambda m: m.name))

    def _usable(self, token: str) -> Invitation | None:
        found = self.invitations.get(hash_of(token))
        return found if found and found.expires > self.now else None

    # ── effects ──

    def carry_out(self, person: Person, effect: Effect, token: str) -> Kept | Refused:
        """What came of an effect; nothing is changed when it is refused."""
        does: dict[type, Callable[[Person, engine.Effect], Kept | Refused]] = {
            engine.Decide: self._decide,
            engine.Withdraw: self._withdraw,
            engine.Respond: self._respond,
            engine.Invite: lambda p, e: self._invite(p, e, token),
            engine.Accept: self._accept,
            engine.Decline: self._decline,
            engine.Revoke: self._revoke,
            engine.AllowSums: self._sums,
            engine.ShowEvidence: self._show,
        }
        return does[type(effect)](person, effect)

    def step(self, report: Report, state: str, person: Person, words: str | None) -> None:
        """Another step of a report."""
        role = person.grants[0].role if person.grants else "reporter"
        event = Event.model_validate(
            {"state": state, "at": self.now, "by": person.id, "role": role, "words": words}
        )
        changed = {"state": state, "events": (*report.events, event)}
        self.reports[report.id] = report.model_copy(update=changed)

    def _decide(self, person: Person, effect: Effect) -> Kept | Refused:
        assert isinstance(effect, engine.Decide)
        held = [self.reports.get(number) for number in effect.ids]
        for report in held:
            if report is None:
                return Refused("gone")
            if not may_decide(person.member, report, self.directory):
                return Refused("rights")
            if is_own(person.member, report):
                return Refused("own")
            if report.state != "submitted" or report.superseded_by is not None:
                return Refused("stale")
        for report in held:
            if report:
                self.step(report, effect.state, person, effect.words)
        return Kept(effect.ids)

    def _withdraw(self, person: Person, effect: Effect) -> Kept | Refused:
        assert isinstance(effect, engine.Withdraw)
        for number in effect.ids:
            report = self.reports.get(number)
            if report is None or not person.grants or self._owner(report) != person.id:
                return Refused("rights" if report else "gone")
            if report.state == "withdrawn" or report.superseded_by is not None:
                return Refused("stale")
        for number in effect.ids:
            self.step(self.reports[number], "withdrawn", person, effect.words)
        return Kept(effect.ids)

    def _respond(self, person: Person, effect: Effect) -> Kept | Refused:
        assert isinstance(effect, engine.Respond)
        report = self.reports.get(effect.id)
        if report is None or not person.grants or self._owner(report) != person.id:
            return Refused("rights" if report else "gone")
        if report.state != "returned" or report.superseded_by is not None:
            return Refused("stale")
        self.step(report, "submitted", person, effect.words)
        return Kept((report.id,))

    def _invite(self, person: Person, effect: Effect, token: str) -> Kept | Refused:
        assert isinstance(effect, engine.Invite)
        if not may_invite(person.member, effect.role, effect.scope, self.directory):
            return Refused("rights")
        made = Invitation(
            role=effect.role,
            scope=effect.scope,
            invited_by=person.id,
            expires=self.now + INVITATION_SECONDS,
        )
        self.invitations[hash_of(token)] = made
        return Kept(payload=payload(token))

    def _accept(self, person: Person, effect: Effect) -> Kept | Refused:
        assert isinstance(effect, engine.Accept)
        found = self._usable(effect.token)
        if found is None:
            self.guesses[person.id] = self.guesses.get(person.id, 0) + 1
            return Refused("gone")
        del self.invitations[hash_of(effect.token)]
        return Kept((self.give(person, Grant(id=1, role=found.role, scope=found.scope)),))

    def _decline(self, person: Person, effect: Effect) -> Kept | Refused:
        assert isinstance(effect, engine.Decline)
        held = [grant for grant in person.grants if grant.id == effect.grant]
        if not held:
            return Refused("gone")
        if self._last_admin(person, held):
            return Refused("last-admin")
        person.grants.remove(held[0])
        return Kept()

    def _last_admin(self, person: Person, lost: list[Grant]) -> bool:
        left = [g for p in self.people.values() for g in p.grants if not (p is person and g in lost)]
        return any(g.role == "admin" for g in lost) and not any(g.role == "admin" for g in left)

    def _revoke(self, person: Person, effect: Effect) -> Kept | Refused:
        assert isinstance(effect, engine.Revoke)
        other = self.people.get(effect.member)
        if other is None or other.member is None:
            return Refused("gone")
        if not may_revoke(person.member, other.member, self.directory):
            return Refused("rights")
        if self._last_admin(other, other.grants):
            return Refused("last-admin")
        open_ = [r for r in self.reports.values() if self._owner(r) == other.id and r.state == "returned"]
        if effect.heir is not None:
            self.handed |= {r.id: effect.heir for r in open_}
        other.grants.clear()
        return Kept(left=len(open_))

    def _sums(self, person: Person, effect: Effect) -> Kept | Refused:
        assert isinstance(effect, engine.AllowSums)
        of = [r for r in self.reports.values() if r.target == effect.target]
        if not of or not may_decide(person.member, of[0], self.directory):
            return Refused("rights")
        for report in of:
            self.reports[report.id] = report.model_copy(update={"sums": effect.sums})
        return Kept()

    def _show(self, person: Person, effect: Effect) -> Kept | Refused:
        assert isinstance(effect, engine.ShowEvidence)
        report = self.reports.get(effect.report)
        if report is None or report.evidence is None:
            return Refused("gone")
        if self._owner(report) != person.id and not may_decide(person.member, report, self.directory):
            return Refused("rights")
        self.shown.append(report.id)
        return Kept()


def scope(**named: tuple[str, ...]) -> Scope:
    """A scope by its parts."""
    return Scope(**named)
