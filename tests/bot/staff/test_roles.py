"""Who may what: every role × action, in and out of scope, bound by plan, institution and measure."""

from __future__ import annotations

import pytest

from bot.staff.roles import (
    RightRow,
    in_scope,
    is_own,
    may,
    may_decide,
    may_give,
    may_invite,
    may_revoke,
    overlap,
    rights_table,
    within,
)
from bot.staff.shapes import Event, Grant, Member, Report, Role, Scope, Value
from index import Assistant, Directory, Record

BACAU = "bacau-2014-2024"
IASI = "iasi-2021-2027"


@pytest.fixture(scope="session")
def directory(assistant: Assistant) -> Directory:
    """The five plans."""
    return Directory(assistant.index)


def member(*grants: tuple[Role, Scope], number: int = 1) -> Member:
    """Somebody with some roles."""
    held = tuple(Grant(id=n, role=role, scope=scope) for n, (role, scope) in enumerate(grants, 1))
    return Member(id=number, telegram_id=number, name="Ana", grants=held)


def measure(directory: Directory, plan: str, *responsible: str) -> Record:
    """The first measure of a plan that prints exactly these as responsible."""
    of = directory.index.of_plan(plan)
    return next(r for r in of if r.kind == "measure" and r.responsible == responsible)


def scopes(record: Record) -> list[tuple[str, Scope, Scope]]:
    """Ways to bind a grant so that it holds for a measure, and so that it does not."""
    return [
        ("nothing binds", Scope(), Scope(plans=(IASI,))),
        ("plan", Scope(plans=(IASI, record.plan)), Scope(plans=(IASI,))),
        ("institution", Scope(institutions=("D.G.A.S.P.C. Bacău",)), Scope(institutions=("DGASPC Iași",))),
        (
            "institution of a plan",
            Scope(plans=(record.plan,), institutions=("ISJ", "DGASPC")),
            Scope(plans=(record.plan,), institutions=("ISJ",)),
        ),
        ("measure", Scope(measures=(record.id,)), Scope(measures=("bacau-2014-2024:measure:0",))),
        (
            "measure of another plan",
            Scope(plans=(record.plan,), measures=(record.id,)),
            Scope(plans=(IASI,), measures=(record.id,)),
        ),
        (
            "measure of an institution",
            Scope(institutions=("DGASPC",), measures=(record.id,)),
            Scope(institutions=("ISJ",), measures=(record.id,)),
        ),
    ]


@pytest.mark.parametrize("row", rights_table(), ids=lambda r: f"{r.role}-{r.right}-{r.inside}")
def test_every_role_and_action_in_and_out_of_scope(directory: Directory, row: RightRow) -> None:
    record = measure(directory, BACAU, "DGASPC")
    asked = Scope(plans=(BACAU,), measures=(record.id,))
    found = {}
    for name, holds, holds_not in scopes(record):
        one = member((row.role, holds if row.inside else holds_not))
        if row.right in ("report", "approve"):
            found[name] = may(one, row.right, record, directory)
        else:
            role: Role = row.right.removeprefix("invite-")  # type: ignore[assignment]
            found[name] = may_invite(one, role, asked, directory)
    assert {name: grant is not None for name, grant in found.items()} == dict.fromkeys(found, row.allowed)


def test_the_table_says_who_may_what() -> None:
    allowed = {(row.role, row.right) for row in rights_table() if row.allowed}
    assert allowed == {
        ("reporter", "report"),
        ("coordinator", "report"),
        ("coordinator", "approve"),
        ("coordinator", "invite-reporter"),
        ("coordinator", "invite-coordinator"),
        ("admin", "report"),
        ("admin", "approve"),
        ("admin", "invite-reporter"),
        ("admin", "invite-coordinator"),
        ("admin", "invite-admin"),
    }
    assert [row for row in rights_table() if row.allowed and not row.inside] == []


def test_a_stranger_may_nothing(directory: Directory) -> None:
    record = measure(directory, BACAU, "DGASPC")
    nobody = Member(id=1, telegram_id=1, name="Zoe", grants=())
    found = [may(one, "report", record, directory) for one in (None, nobody)]
    found += [may_invite(one, "reporter", Scope(), directory) for one in (None, nobody)]
    assert (found, may_give(None)) == ([None] * 4, ())


def test_nothing_but_a_measure_can_be_reported(directory: Directory) -> None:
    admin = member(("admin", Scope()))
    others = [r for r in directory.index.records if r.kind != "measure"]
    assert [r.id for r in others if may(admin, "report", r, directory)] == []


def test_of_several_roles_the_least_that_is_enough_counts_and_names_the_institution(
    directory: Directory,
) -> None:
    record = measure(directory, BACAU, "DGASPC")
    one = member(
        ("coordinator", Scope()),
        ("reporter", Scope(plans=(BACAU,))),
        ("reporter", Scope(institutions=("DGASPC",))),
    )
    assert (may(one, "report", record, directory), may(one, "approve", record, directory)) == (
        one.grants[2],
        one.grants[0],
    )


def test_a_partner_may_not_report(directory: Directory) -> None:
    of = directory.index.records
    names = directory.institutions
    record = next(
        r
        for r in of
        if r.kind == "measure" and r.partners and not any(names.named_in(p, r) for p in r.partners)
    )
    partner = member(("reporter", Scope(institutions=(record.partners[0],))))
    assert (may(partner, "report", record, directory), record.responsible != ()) == (None, True)


@pytest.mark.parametrize(
    ("scope", "wider", "held"),
    [
        (Scope(), Scope(), True),
        (Scope(), Scope(plans=(BACAU,)), False),
        (Scope(plans=(BACAU,)), Scope(), True),
        (Scope(plans=(BACAU, IASI)), Scope(plans=(BACAU,)), False),
        (Scope(plans=(BACAU,)), Scope(plans=(BACAU, IASI)), True),
        (Scope(plans=(BACAU,)), Scope(plans=(BACAU,), institutions=("DGASPC",)), False),
        (Scope(plans=(BACAU,), institutions=("DGASPC Bacău",)), Scope(institutions=("DGASPC",)), True),
        (Scope(institutions=("DGASPC",)), Scope(institutions=("DGASPC Bacău",)), False),
        (Scope(institutions=("DGASPC", "ISJ")), Scope(institutions=("DGASPC",)), False),
        (Scope(plans=(BACAU,)), Scope(measures=("bacau-2014-2024:measure:13",)), False),
        (Scope(measures=("bacau-2014-2024:measure:13",)), Scope(plans=(BACAU,)), True),
        (Scope(measures=("bacau-2014-2024:measure:13",)), Scope(plans=(IASI,)), False),
        (Scope(measures=("bacau-2014-2024:measure:13",)), Scope(institutions=("DGASPC",)), True),
        (Scope(measures=("bacau-2014-2024:measure:13",)), Scope(institutions=("ISJ",)), False),
        (Scope(measures=("nu:exista",)), Scope(), False),
    ],
)
def test_a_scope_within_another(directory: Directory, scope: Scope, wider: Scope, *, held: bool) -> None:
    assert within(scope, wider, directory) is held


def test_what_is_within_a_scope_holds_nowhere_else(directory: Directory) -> None:
    measures = [r for r in directory.index.records if r.kind == "measure"][::7]
    held = [
        Scope(plans=(BACAU,)),
        Scope(institutions=("DGASPC",)),
        Scope(measures=(measures[3].id,)),
        Scope(),
    ]
    held += [Scope(plans=(BACAU,), institutions=("DGASPC Bacău",)), Scope(institutions=("SPAS Urziceni",))]
    broken = [
        (a, b, r.id)
        for a in held
        for b in held
        if within(a, b, directory)
        for r in measures
        if in_scope(a, r, directory) and not in_scope(b, r, directory)
    ]
    assert broken == []


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (Scope(), Scope(plans=(BACAU,)), True),
        (Scope(plans=(IASI,)), Scope(plans=(BACAU,)), False),
        (Scope(institutions=("DGASPC Iași",)), Scope(institutions=("DGASPC",)), True),
        (Scope(institutions=("DGASPC Iași",)), Scope(institutions=("DGASPC Bacău",)), False),
        (Scope(measures=("a",)), Scope(measures=("b",)), False),
    ],
)
def test_scopes_that_meet(directory: Directory, one: Scope, other: Scope, *, meet: bool) -> None:
    assert (overlap(one, other, directory), overlap(other, one, directory)) == (meet, meet)


@pytest.mark.parametrize(
    ("mine", "his", "allowed"),
    [
        ("admin", "admin", True),
        ("admin", "reporter", True),
        ("coordinator", "reporter", True),
        ("coordinator", "coordinator", True),
        ("coordinator", "admin", False),
        ("reporter", "reporter", False),
    ],
)
def test_who_takes_roles_back(directory: Directory, mine: Role, his: Role, *, allowed: bool) -> None:
    other = member((his, Scope(plans=(BACAU,))), number=2)
    elsewhere = member((his, Scope(plans=(BACAU,))), (his, Scope(plans=(IASI,))), number=2)
    me = member((mine, Scope(plans=(BACAU,))))
    assert (may_revoke(me, other, directory), may_revoke(me, elsewhere, directory)) == (allowed, False)


def test_what_the_settings_give_nobody_takes(directory: Directory) -> None:
    set_ = Member(id=2, telegram_id=2, name="Ion", grants=(Grant(id=0, role="admin"),))
    gone = Member(id=3, telegram_id=3, name="Dan", grants=())
    admin = member(("admin", Scope()))
    assert (may_revoke(admin, set_, directory), may_revoke(admin, gone, directory)) == (False, False)


def report(measure_id: str, plan: str, author: int, *events: Event) -> Report:
    """A report about a measure."""
    return Report(
        id=1,
        plan=plan,
        plan_version="0" * 12,
        measure=measure_id,
        target=measure_id + "#standing",
        value=Value(kind="state", done="done"),
        period="2024",
        place=None,
        note=None,
        evidence=None,
        parts=(),
        doubts=(),
        state="submitted",
        author=author,
        author_telegram=None,
        author_name=None,
        role="reporter",
        institution=None,
        created_at=0.0,
        saved_at=0.0,
        supersedes=None,
        superseded_by=None,
        reason=None,
        update_id=1,
        events=events,
    )


def test_a_report_about_a_measure_that_the_plan_lost_is_decided_by_who_has_the_whole_plan(
    directory: Directory,
) -> None:
    lost = report("bacau-2014-2024:measure:9999", BACAU, 9)
    held = {
        "plan": may_decide(member(("coordinator", Scope(plans=(BACAU,)))), lost, directory),
        "all": may_decide(member(("admin", Scope())), lost, directory),
        "itself": may_decide(member(("coordinator", Scope(measures=(lost.measure,)))), lost, directory),
        "institution": may_decide(member(("coordinator", Scope(institutions=("DGASPC",)))), lost, directory),
        "other plan": may_decide(member(("coordinator", Scope(plans=(IASI,)))), lost, directory),
        "reporter": may_decide(member(("reporter", Scope())), lost, directory),
        "nobody": may_decide(None, lost, directory),
    }
    assert {name for name, grant in held.items() if grant} == {"plan", "all", "itself"}


def test_whoever_wrote_a_report_or_answered_for_it_does_not_approve_it() -> None:
    answered = Event(state="submitted", at=1.0, by=2, role="reporter", words="da")
    asked = Event(state="returned", at=0.5, by=3, role="coordinator", words="sigur?")
    held = report("m", BACAU, 1, asked, answered)
    owns = [is_own(member(("admin", Scope()), number=n), held) for n in (1, 2, 3)]
    assert (owns, is_own(None, held)) == ([True, True, False], False)
