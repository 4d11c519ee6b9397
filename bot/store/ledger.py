"""The ledger: what was reported and what became of it. Rows are only added; rights are judged elsewhere."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sqlalchemy import exists, select, update

from bot.staff.shapes import Evidence, EvidenceType, NewReport, Report, Role
from bot.store.chain import Head, append, read_head, take_turn
from bot.store.current import read_current
from bot.store.reading import read_reports
from bot.store.staff import People
from bot.store.tables import evidence, ledger, ledger_texts
from bot.store.verify import Broken, Verified, verify

if TYPE_CHECKING:
    from bot.store.store import Work
    from index import Reported

MINE_MOST = 50
"""Most reports that `mine` gives."""
Field = Literal["text", "place", "note", "words", "parts", "evidence"]
"""What of a row can be erased: words of the value, place, note, question or answer or reason, parts, file."""


@dataclass(frozen=True)
class Submission:
    """A report with all that the ledger keeps beside it."""

    report: NewReport
    plan: str
    plan_version: str
    """Digest of the plan's text (12 hexadecimal digits)."""
    measure: str
    """Id of the measure's record."""
    author: int
    """Internal id."""
    role: Role
    """Of the grant it is reported with."""
    institution: str | None
    """Of that grant."""
    draft: str
    """Token of the draft; a draft is saved once."""
    nth: int
    """Which report of the draft this is, from 0."""
    update_id: int
    saved_at: float
    """Seconds since 1970."""


class SavedAlready(Exception):
    """This draft was saved before; `ids` are the reports that were saved then."""

    def __init__(self, ids: tuple[int, ...]) -> None:
        super().__init__(ids)
        self.ids = ids


class Ledger:
    """The ledger, within one transaction."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def lock(self) -> Head:
        """From here to the end of the transaction nobody else writes; the last row.

        For whoever looks (has he the right, is it still submitted) before he writes.
        """
        return await take_turn(self._work)

    # ── writing ──

    async def submit(self, new: Submission) -> int:
        """Save one report; its number. Raises SavedAlready when this part of the draft was saved before."""
        await take_turn(self._work)
        saved = ledger.c.draft == new.draft, ledger.c.nth == new.nth
        if await self._work.rows(select(ledger.c.id).where(*saved)):
            raise SavedAlready(await self.saved(new.draft))
        return await append(self._work, "submitted", _columns(new), _texts(new.report))

    async def saved(self, draft: str) -> tuple[int, ...]:
        """The reports that a draft was saved as, in its order; () when it was not."""
        query = select(ledger.c.id).where(ledger.c.draft == draft).order_by(ledger.c.nth)
        return tuple(row.id for row in await self._work.rows(query))

    async def event(
        self,
        report: int,
        event: Literal["returned", "answered", "approved", "withdrawn"],
        by: int,
        role: Role,
        words: str | None,
        update_id: int,
        at: float,
    ) -> None:
        """Add what became of a report. "answered": its question was, and it is submitted again."""
        did = {"report": report, "author": by, "role": role, "update_id": update_id}
        times = {"written_at": float(at), "saved_at": float(at)}
        await append(self._work, event, did | times, {"words": words})

    async def allow_sums(
        self, target: str, sums: bool, by: int, role: Role, update_id: int, at: float
    ) -> None:
        """Add that an indicator's values may be added up, or may not."""
        said = {"indicator": target, "value": json.dumps(sums), "update_id": update_id}
        did = {"author": by, "role": role, "written_at": float(at), "saved_at": float(at)}
        await append(self._work, "sums", said | did, {})

    async def erase_text(self, row: int, field: Field, at: float) -> bool:
        """Erase words, or a file, of a row, and add that this was done; False when there is nothing."""
        if field == "evidence":
            digest = select(ledger.c.evidence).where(ledger.c.id == row).scalar_subquery()
            held = update(evidence).where(evidence.c.digest == digest, evidence.c.body.is_not(None))
            erased = await self._work.run(held.values(body=None))
        else:
            theirs = ledger_texts.c.row == row, ledger_texts.c.field == field
            words = update(ledger_texts).where(*theirs, ledger_texts.c.text.is_not(None))
            erased = await self._work.run(words.values(text=None, salt=None))
        if erased:
            times = {"written_at": float(at), "saved_at": float(at)}
            await append(self._work, "erased", {"report": row, "value": json.dumps(field)} | times, {})
        return bool(erased)

    # ── reading ──

    async def report(self, number: int) -> Report | None:
        """A report by its number."""
        found = await read_reports(self._work, ledger.c.id == number)
        return found[0] if found else None

    async def history(self, target: str) -> tuple[Report, ...]:
        """All about an indicator, newest first; withdrawn and corrected ones too."""
        return tuple(reversed(await read_reports(self._work, ledger.c.indicator == target)))

    async def mine(self, person: int) -> tuple[Report, ...]:
        """A person's reports, and the open ones of those whose reports he answers for; newest first."""
        theirs = await People(self._work).answers_for(person)
        found = await read_reports(self._work, ledger.c.author.in_(theirs))
        open_ones = [r for r in found if r.author == person or _is_open(r)]
        return tuple(reversed(open_ones[-MINE_MOST:]))

    async def is_answered_by(self, person: int, report: Report) -> bool:
        """Whether a report is one of `mine`, however many there are."""
        if report.author == person:
            return True
        return _is_open(report) and report.author in await People(self._work).answers_for(person)

    async def submitted(self) -> tuple[Report, ...]:
        """What waits for a coordinator, oldest first."""
        done = ledger.alias()
        ended = exists().where(done.c.report == ledger.c.id, done.c.event.in_(("approved", "withdrawn")))
        found = await read_reports(self._work, ~ended)
        return tuple(r for r in found if r.state == "submitted" and r.superseded_by is None)

    async def all(self, plan: str | None = None, measure: str | None = None) -> tuple[Report, ...]:
        """Every report, oldest first; of one plan, of one measure."""
        which = [ledger.c.plan == plan] if plan is not None else []
        which += [ledger.c.measure == measure] if measure is not None else []
        return tuple(await read_reports(self._work, *which))

    async def current(self) -> list[Reported]:
        """What holds now, as answers take it, oldest first; of the whole ledger."""
        return await read_current(self._work)

    async def hashes(self) -> dict[int, tuple[str, str]]:
        """The hash of the row before, and its own, by number of a report."""
        query = select(ledger.c.id, ledger.c.previous, ledger.c.hash).where(ledger.c.event == "submitted")
        return {row.id: (row.previous, row.hash) for row in await self._work.rows(query)}

    async def head(self) -> Head | None:
        """The last row, without taking the turn: what was read of the ledger holds while this is the same."""
        return await read_head(self._work)

    async def verify(self, noted: Head | None = None) -> Verified | Broken:
        """Look whether anything was altered, removed or put in; noted: what an earlier proof gave."""
        return await verify(self._work, noted)

    # ── evidence ──

    async def keep_evidence(self, body: bytes, media_type: EvidenceType, at: float) -> Evidence:
        """Keep a photo or document."""
        digest = hashlib.sha256(body).hexdigest()
        row = {"digest": digest, "media_type": media_type, "size_bytes": len(body), "body": body, "at": at}
        await self._work.put(evidence, [row])
        return Evidence(digest=digest, media_type=media_type, size_bytes=len(body))

    async def evidence(self, digest: str) -> bytes | None:
        """The content of a photo or document; None when it was erased or never was."""
        rows = await self._work.rows(select(evidence.c.body).where(evidence.c.digest == digest))
        return rows[0].body if rows else None


def _is_open(report: Report) -> bool:
    return report.state in ("submitted", "returned") and report.superseded_by is None


def _columns(new: Submission) -> dict[str, object]:
    """A submission as columns of `ledger`."""
    value = new.report.value.model_dump(include={"amount", "done", "part", "whole"}, exclude_none=True)
    return {
        "plan": new.plan,
        "plan_version": new.plan_version,
        "measure": new.measure,
        "indicator": new.report.target,
        "kind": new.report.value.kind,
        "value": json.dumps(value, sort_keys=True),
        "period": new.report.period,
        "evidence": new.report.evidence.digest if new.report.evidence else None,
        "doubts": json.dumps(new.report.doubts),
        "author": new.author,
        "role": new.role,
        "institution": new.institution,
        "written_at": float(new.report.written_at),
        "saved_at": float(new.saved_at),
        "supersedes": new.report.supersedes,
        "draft": new.draft,
        "nth": new.nth,
        "update_id": new.update_id,
    }


def _texts(report: NewReport) -> dict[str, str | None]:
    """What of a report is words."""
    parts = json.dumps([part.model_dump() for part in report.parts], ensure_ascii=False)
    return {
        "text": report.value.text,
        "place": report.place,
        "note": report.note,
        "words": report.reason,
        "parts": parts if report.parts else None,
    }
