"""Approved reports in `ask` and `chat`, and reports about what a plan no longer has."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest

from bot.reported import Lost, lost_targets, reports_of
from bot.settings import Settings
from bot.staff.targets import Targets
from bot.store import Ledger, Work
from index import NO_REPORTS, Assistant, IndicatorFact
from tests.bot.conftest import PLANS
from tests.bot.staff_terminal import StaffTerminal
from tests.bot.store.reports import NOW, save
from tests.bot.terminal import Terminal
from tests.index.reported import measure, report

QUESTION = "stadiul măsurii 3.1.2 bacău"
NONE_YET = "Încă nu e nimic raportat și aprobat la această măsură. Serviciul e doar în plan."
FOURTEEN = (
    "Raportat: 14 asistenți pentru 2024, la 18.11.2026 de DGASPC Bacău "
    "– „Nr asistenți maternali profesioniști recrutați”. Serviciul e doar în plan."
)


@pytest.fixture
def fact(assistant: Assistant) -> IndicatorFact:
    """The first indicator of measure 3.1.2 of Bacău."""
    return measure(assistant, "bacau:87").indicator_facts[0]


async def saved(target: str, approved: bool, work: Work) -> None:
    """A report of fourteen, and whether it was approved."""
    record = target.partition("#")[0]
    new = {"plan": record.partition(":")[0], "measure": record, "target": target, "period": "2024"}
    number = await save(work, 14.0, institution="DGASPC Bacău", **new)
    if approved:
        await Ledger(work).event(number, "approved", 2, "coordinator", None, 80, NOW + 90)


@pytest.mark.parametrize(("approved", "first"), [(True, FOURTEEN), (False, NONE_YET)])
def test_what_was_approved_is_answered_and_what_waits_is_not(
    staff: StaffTerminal, fact: IndicatorFact, approved: bool, first: str
) -> None:
    staff.within(partial(saved, fact.id, approved))
    url = {"INDRUMAR_DATABASE_URL": staff.url}
    asked = staff.call("ask", QUESTION)
    (line,) = staff.terminal.call("ask", "--json", "-", stdin=f"{QUESTION}\n", **url).objects
    chat = staff.terminal.call("chat", stdin=f"{QUESTION}\n", **url)
    texts = (asked.out, line["text"], chat.out)
    assert ([text.splitlines()[0] for text in texts], asked.err) == ([first] * 3, "")


def test_without_a_database_none_is_made_and_nothing_of_it_is_imported(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "none.sqlite"
    ran = terminal.run(
        "ask", QUESTION, INDRUMAR_DATABASE_URL=f"sqlite+aiosqlite:///{file}", PYTHONVERBOSE="1"
    )
    assert (ran.out.splitlines()[0], file.exists()) == (NONE_YET, False)
    assert [
        line for line in ran.err.splitlines() if "import 'sqlalchemy" in line or "import 'sqlite3" in line
    ] == []


def test_an_empty_ledger_is_not_read_any_further(
    staff: StaffTerminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff.enroll(5, "Ana")
    monkeypatch.setattr(Ledger, "current", None)
    assert reports_of(Settings(database_url=staff.url), sys.stderr) == NO_REPORTS


def test_a_database_that_cannot_be_read_is_said_and_the_plans_still_answer(staff: StaffTerminal) -> None:
    staff.file.write_bytes(b"no database at all, but more than a hundred bytes of something else" * 9)
    ran = staff.call("ask", QUESTION)
    said = "answered without reports: the database cannot be read (DatabaseError)\n"
    assert (ran.status, ran.out.splitlines()[0], ran.err) == (0, NONE_YET, said)


# ── a plan's new text ───────────────────────────────────────────────────────────────────────────────────────


def test_reports_about_what_is_gone_are_counted_by_measure(assistant: Assistant) -> None:
    bacau, iasi = measure(assistant, "bacau:87"), measure(assistant, "iasi:622")
    held = [report(bacau, 1.0), report(bacau, 2.0, indicator=f"{bacau.id}#gone"), report(iasi, "done")]
    held += [report(iasi, "done", nth=1, indicator="x"), report(iasi, "done", indicator="y")]
    targets = Targets(assistant.index.records).by_id
    assert lost_targets(targets, held) == (Lost(bacau.plan, bacau.id, 1), Lost(iasi.plan, iasi.id, 2))


def test_adding_a_plan_says_which_reports_its_text_has_no_indicator_for(
    copied_terminal: Terminal, tmp_path: Path
) -> None:
    staff = StaffTerminal(copied_terminal, tmp_path / "staff.sqlite")
    staff.within(partial(saved, "vrancea-2026:measure:999#0a1b2c3d", True))
    ran = staff.call("plan", "add", "--quiet", "--dry-run", str(PLANS / "vrancea-2026"))
    assert [line for line in ran.out.splitlines() if "indrumar reports" in line] == [
        "vrancea-2026: 1 report about vrancea-2026:measure:999 belong to no indicator any more; "
        "they stay in `indrumar reports`"
    ]
    (row,) = staff.call("reports", "--json").objects
    assert (row["indicator"], row["value"]) == ("vrancea-2026:measure:999#0a1b2c3d", 14.0)


def test_ids_are_kept_by_a_command(small_terminal: Terminal) -> None:
    ran = small_terminal.call("plan", "keep-ids", "plan")
    listed = small_terminal.call("records", "--kind", "project")
    file = small_terminal.data / "plans" / "plan" / "ids.tsv"
    ids = [line.partition("\t")[0] for line in file.read_text(encoding="utf-8").splitlines()]
    assert (ran.out, ids) == (
        f"plan: {len(ids)} ids are kept\n",
        [line.partition("\t")[0] for line in listed.out.splitlines()],
    )
    missing = small_terminal.call("plan", "keep-ids", "altul")
    assert missing.error == (1, [f"{small_terminal.data}/plans/altul: there is no such plan"])
