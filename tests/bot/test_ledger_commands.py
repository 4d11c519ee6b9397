"""`indrumar reports` and `indrumar ledger`: what was reported, erased, and proved."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial

import pytest

from bot.store import Ledger, Work
from tests.bot.staff_terminal import StaffTerminal
from tests.bot.store.reports import NOW, TARGET, save

PLAN = "bacau-2014-2024"


async def two_reports(ana: int, work: Work) -> None:
    """One that was returned, answered and corrected, and its correction."""
    ledger = Ledger(work)
    await save(work, 14.0, author=ana, note="cu ploaie")
    await ledger.event(1, "returned", 2, "coordinator", "de ce?", 80, NOW + 90)
    await ledger.event(1, "answered", ana, "reporter", "fiindcă", 81, NOW + 91)
    await save(work, 15.5, author=ana, supersedes=1, reason="greșeală", plan="iasi", measure="m2")


def test_every_report_is_an_object_a_line_oldest_first(staff: StaffTerminal) -> None:
    ana = staff.enroll(5, "Ana")
    staff.within(partial(two_reports, ana))
    first, second = staff.call("reports", "--json").objects
    with closing(sqlite3.connect(staff.file)) as connection:
        hashes = [row[0] for row in connection.execute("select hash from ledger order by id")]
    assert first == {
        "id": 1,
        "plan": "bacau",
        "plan_version": "0123456789ab",
        "measure": "bacau:measure:10",
        "indicator": TARGET,
        "kind": "number",
        "value": 14.0,
        "part": None,
        "whole": None,
        "text": None,
        "period": "2026-H1",
        "place": None,
        "note": "cu ploaie",
        "parts": [],
        "evidence": None,
        "doubts": [],
        "state": "submitted",
        "author": 5,
        "person": ana,
        "role": "reporter",
        "institution": "DGASPC",
        "created_at": "2026-11-18T11:06:40+00:00",
        "saved_at": "2026-11-18T11:07:40+00:00",
        "supersedes": None,
        "superseded_by": 4,
        "reason": None,
        "update_id": 77,
        "steps": [
            {
                "state": "submitted",
                "at": "2026-11-18T11:07:40+00:00",
                "person": ana,
                "role": "reporter",
                "words": None,
            },
            {
                "state": "returned",
                "at": "2026-11-18T11:08:10+00:00",
                "person": 2,
                "role": "coordinator",
                "words": "de ce?",
            },
            {
                "state": "submitted",
                "at": "2026-11-18T11:08:11+00:00",
                "person": ana,
                "role": "reporter",
                "words": "fiindcă",
            },
        ],
        "previous": "0" * 64,
        "hash": hashes[0],
    }
    assert (second["id"], second["supersedes"], second["reason"]) == (4, 1, "greșeală")
    assert (second["previous"], second["hash"]) == (hashes[2], hashes[3])


def test_without_json_a_report_is_a_line(staff: StaffTerminal) -> None:
    staff.within(partial(two_reports, 1))
    assert staff.call("reports").out.splitlines() == [
        f"1\t2026-11-18\tsubmitted\t14\t2026-H1\t{TARGET}\tDGASPC\tcorrected by 4",
        f"4\t2026-11-18\tsubmitted\t15.5\t2026-H1\t{TARGET}\tDGASPC",
    ]


def test_reports_can_be_narrowed_also_to_a_plan_that_is_no_longer_there(staff: StaffTerminal) -> None:
    staff.within(partial(two_reports, 1))
    narrowed = [("--plan", "iasi"), ("--measure", "bacau:measure:10"), ("--plan", PLAN), ("--measure", "x")]
    found = [[row["id"] for row in staff.call("reports", "--json", *one).objects] for one in narrowed]
    assert found == [[4], [1], [], []]
    assert staff.call("reports", "--plan", "cluj").status == 2


def test_after_erasure_a_report_has_no_telegram_id_and_the_ledger_fits(staff: StaffTerminal) -> None:
    ana = staff.enroll(5, "Ana")
    staff.within(partial(two_reports, ana))
    staff.within(lambda work: work.forget(5))
    first, _ = staff.call("reports", "--json").objects
    assert (first["author"], first["person"]) == (None, ana)
    assert staff.call("ledger", "verify").out.startswith("4 rows fit")


def test_words_are_erased_and_the_ledger_fits(staff: StaffTerminal) -> None:
    staff.within(partial(two_reports, 1))
    done = staff.call("ledger", "erase-text", "1", "note")
    assert (done.status, done.out) == (0, "row 1: note erased\n")
    assert staff.call("reports", "--json").objects[0]["note"] is None
    assert staff.call("ledger", "erase-text", "1", "note").error == (1, ["row 1 has no note to erase"])
    assert staff.call("ledger", "erase-text", "1", "value").status == 2
    assert staff.call("ledger", "verify").out.startswith("5 rows fit")


def test_a_ledger_that_does_not_fit_ends_with_one_line_that_names_the_first_row(staff: StaffTerminal) -> None:
    staff.within(partial(two_reports, 1))
    with closing(sqlite3.connect(staff.file)) as connection:
        connection.execute("drop trigger ledger_no_delete")
        connection.execute("delete from ledger where id > 2")
        connection.commit()
    ran = staff.call("ledger", "verify")
    assert (ran.out, ran.error) == ("", (1, ["row 3 does not fit: the row was removed"]))


def test_a_proof_can_be_noted_down_and_held_against_a_later_one(staff: StaffTerminal) -> None:
    staff.within(partial(two_reports, 1))
    noted = staff.call("ledger", "verify").out.partition("(")[2].rstrip(")\n")
    staff.within(lambda work: save(work, 16.0))
    other = f"4:{'0' * 64}"
    ran = [staff.call("ledger", "verify", "--noted", one) for one in (noted, other, "x")]
    assert [r.status for r in ran] == [0, 1, 2]
    assert (ran[0].out[:11], ran[1].err) == (
        "5 rows fit ",
        "row 4 does not fit: the row, or one before it, was made anew\n",
    )


def test_where_nothing_was_reported_there_is_nothing_to_print(staff: StaffTerminal) -> None:
    ran = [staff.call("reports", "--json"), staff.call("staff", "list"), staff.call("ledger", "verify")]
    assert [(r.status, r.err) for r in ran] == [(0, "")] * 3
    assert [r.out for r in ran[:2]] + [ran[2].out[:10]] == ["", "", "0 rows fit"]


@pytest.mark.parametrize(
    "command",
    [("staff", "list"), ("staff", "revoke", "5"), ("reports",), ("ledger", "verify"), ("backup", "x")],
)
def test_a_database_that_is_none_ends_with_one_line(staff: StaffTerminal, command: tuple[str, ...]) -> None:
    staff.file.write_text("nu e o bază de date " * 100, encoding="utf-8")
    status, (line,) = staff.call(*command).error
    assert (status, line.startswith("the database cannot be used (DatabaseError)")) == (1, True)


def test_commands_wait_for_a_bot_that_writes_and_readers_do_not(staff: StaffTerminal) -> None:
    ana = staff.enroll(5, "Ana")
    staff.within(partial(two_reports, ana))
    with closing(sqlite3.connect(staff.file, isolation_level=None)) as bot:
        bot.execute("BEGIN IMMEDIATE")
        bot.execute("update staff set name = 'Altul'")
        ran = [staff.call(*c) for c in (("staff", "list"), ("reports",), ("ledger", "verify"))]
        assert [(r.status, r.err, "Altul" in r.out) for r in ran] == [(0, "", False)] * 3
        bot.execute("COMMIT")
    assert "Altul" in staff.call("staff", "list").out
