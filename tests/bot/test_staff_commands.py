"""`indrumar staff`: invitations, the list, the table of rights, taking roles away."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from bot.staff.draft import Item, begun
from bot.staff.kept import Kept
from bot.staff.shapes import Scope
from bot.store import Ledger, People, Work
from bot.store.tables import facts
from tests.bot.staff_terminal import StaffTerminal
from tests.bot.store.reports import NOW, save

OPEN = Kept(
    draft=begun("abcd2345", NOW, Item(target="a", written_at=NOW)).model_dump_json(exclude_defaults=True)
).model_dump_json(exclude_defaults=True)
"""A report that was begun, as drafts are kept."""

PLAN = "bacau-2014-2024"


# ── invite ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_invitation_is_a_link_that_gives_its_role_once(staff: StaffTerminal) -> None:
    before = datetime.now(UTC)
    ran = staff.call(
        *("staff", "invite", "--role", "reporter", "--plan", PLAN, "--institution", "dgaspc", "--json"),
        INDRUMAR_BOT_USERNAME="indrumar_bot",
    )
    (made,) = ran.objects
    assert (ran.status, ran.err, set(made)) == (0, "", {"payload", "link", "expires"})
    assert re.fullmatch(r"s-[A-Za-z0-9_-]{20,62}", made["payload"])
    assert made["link"] == f"https://t.me/indrumar_bot?start={made['payload']}"
    hours = (datetime.fromisoformat(made["expires"]) - before).total_seconds() / 3600
    assert 71.9 < hours < 72.1

    async def accept(work: Work) -> tuple[object, ...]:
        found = await People(work).invitation(made["payload"], NOW)
        return found and (found.role, found.scope, found.invited_by), await People(work).use(
            made["payload"], 1, NOW
        )

    scope = Scope(plans=(PLAN,), institutions=("dgaspc",))
    assert staff.within(accept) == (("reporter", scope, None), True)
    assert staff.within(accept) == (None, False)


def test_the_link_has_the_name_that_the_bot_had_last(staff: StaffTerminal) -> None:
    async def remember(work: Work) -> None:
        await work.put(facts, [{"name": "username", "value": "alt_bot"}])

    staff.within(remember)
    (made,) = staff.call("staff", "invite", "--role", "admin", "--json").objects
    assert made["link"] == f"https://t.me/alt_bot?start={made['payload']}"


def test_while_nobody_knows_the_bots_name_the_command_to_type_is_printed(staff: StaffTerminal) -> None:
    ran = staff.call("staff", "invite", "--role", "coordinator")
    said = "the bot's name is not known yet, so there is no link; start the bot once\n"
    assert (ran.status, ran.err) == (0, said)
    first, second = ran.out.splitlines()
    assert re.fullmatch(r"/start s-[0-9a-f]{32}", first)
    assert second.startswith("For one person, until 20")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--role", "boss"), "'boss' is not one of reporter, coordinator, admin"),
        (("--role", "reporter", "--plan", "cluj"), "'cluj' is not one of"),
        (("--role", "reporter", "--measure", "bacau:1"), "'bacau:1' is no measure"),
        ((), "--role"),
    ],
)
def test_what_does_not_exist_is_a_wrong_use(
    staff: StaffTerminal, options: tuple[str, ...], said: str
) -> None:
    ran = staff.call("staff", "invite", *options)
    assert (ran.status, ran.out, said in ran.err, staff.file.exists()) == (2, "", True, False)


def test_a_measure_of_another_plan_than_the_named_one_is_a_wrong_use(staff: StaffTerminal) -> None:
    records = staff.call("records", "--json", "--plan", PLAN, "--kind", "measure").objects
    measure = ("--measure", records[0]["id"])
    one = staff.call("staff", "invite", "--role", "reporter", "--plan", PLAN, *measure)
    other = staff.call("staff", "invite", "--role", "reporter", "--plan", "iasi-2021-2027", *measure)
    assert (one.status, other.status) == (0, 2)


def test_an_institution_that_answers_for_nothing_is_refused_with_close_names(staff: StaffTerminal) -> None:
    ran = staff.call("staff", "invite", "--role", "reporter", "--plan", PLAN, "--institution", "DGASPCC")
    status, (line,) = ran.error
    assert (
        status,
        line.startswith("no measure of these plans names 'DGASPCC' as responsible; near: DGASPC"),
    ) == (
        1,
        True,
    )
    assert not staff.file.exists()


# ── list, rights ────────────────────────────────────────────────────────────────────────────────────────────


def test_every_grant_is_an_object_a_line_after_the_administrators_of_the_settings(
    staff: StaffTerminal,
) -> None:
    staff.enroll(6, "Ion", "reporter", plans=(PLAN,), institutions=("DGASPC",))
    staff.enroll(5, "Ana", "coordinator", measures=("m1",))
    staff.enroll(5, "Ana", "reporter")
    staff.enroll(8, "Eva", None)
    bare: dict[str, object] = {"plans": [], "institutions": [], "measures": []}
    day = "2026-11-18T11:06:40+00:00"
    admins = {"INDRUMAR_ADMINS": "8, 9"}
    assert staff.call("staff", "list", "--json", **admins).objects == [
        bare | {"telegram_id": 8, "name": "Eva", "role": "admin", "since": None},
        bare | {"telegram_id": 9, "name": None, "role": "admin", "since": None},
        bare | {"telegram_id": 5, "name": "Ana", "role": "coordinator", "measures": ["m1"], "since": day},
        bare | {"telegram_id": 5, "name": "Ana", "role": "reporter", "since": day},
        bare
        | {"telegram_id": 6, "name": "Ion", "role": "reporter", "since": day}
        | {"plans": [PLAN], "institutions": ["DGASPC"]},
    ]
    assert staff.call("staff", "list", **admins).out.splitlines() == [
        "8\tEva\tadmin\teverything\tby INDRUMAR_ADMINS",
        "9\t–\tadmin\teverything\tby INDRUMAR_ADMINS",
        "5\tAna\tcoordinator\tm1\tsince 2026-11-18",
        "5\tAna\treporter\teverything\tsince 2026-11-18",
        f"6\tIon\treporter\t{PLAN}; DGASPC\tsince 2026-11-18",
    ]


def test_who_may_do_what_is_printed_for_roles_and_people(staff: StaffTerminal) -> None:
    staff.enroll(5, "Ana", "coordinator")
    lines = staff.call("staff", "rights").out.splitlines()
    assert lines == [
        "reporter: report",
        "coordinator: report, approve, invite-reporter, invite-coordinator",
        "admin: report, approve, invite-reporter, invite-coordinator, invite-admin",
        "outside of the plans, institutions and measures of a role: nothing",
        "nobody approves his own reports",
        "",
        "5\tAna\tcoordinator\teverything\tsince 2026-11-18",
    ]


# ── revoke ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_role_of_a_person_is_taken_and_what_was_open_goes_to_the_heir(staff: StaffTerminal) -> None:
    ana, ion = staff.enroll(5, "Ana"), staff.enroll(6, "Ion")
    staff.enroll(5, "Ana", "coordinator")

    async def work_of_ana(work: Work) -> None:
        number = await save(work, author=ana)
        await Ledger(work).event(number, "returned", ion, "coordinator", "de ce?", 80, NOW)
        await People(work).keep_draft(ana, OPEN, NOW)

    async def left_to_ion(work: Work) -> tuple[object, ...]:
        mine = await Ledger(work).mine(ion)
        return await People(work).draft(ion), [r.id for r in mine], await People(work).member(5)

    staff.within(work_of_ana)
    ran = staff.call("staff", "revoke", "5", "--heir", "6")
    said = "Ana (5): 2 roles taken; 1 draft and 1 returned report handed over to Ion\n"
    assert (ran.status, ran.out, ran.err) == (0, said, "")
    assert staff.within(left_to_ion) == (OPEN, [1], None)


def test_without_an_heir_returned_reports_are_not_lost(staff: StaffTerminal) -> None:
    ana, ion = staff.enroll(5, "Ana"), staff.enroll(6, "Ion")

    async def work_of_ana(work: Work) -> None:
        await Ledger(work).event(
            await save(work, author=ana), "returned", ion, "coordinator", "de ce?", 80, NOW
        )

    staff.within(work_of_ana)
    first, again = staff.call("staff", "revoke", "5"), staff.call("staff", "revoke", "5", "--heir", "6")
    assert [first.out, again.out] == [
        "Ana (5): 1 role taken; 1 returned report left to nobody: revoke again with --heir\n",
        "Ana (5): 0 roles taken; 0 drafts and 1 returned report handed over to Ion\n",
    ]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("7",), "7 has no role"),
        (("5", "--heir", "7"), "7 has no role, or never wrote to the bot; nothing was changed"),
        (("5", "--heir", "5"), "5 has no role, or never wrote to the bot; nothing was changed"),
        (("9",), "9 is an administrator by INDRUMAR_ADMINS: take the id out of that setting"),
    ],
)
def test_who_cannot_be_revoked_is_said(staff: StaffTerminal, arguments: tuple[str, ...], line: str) -> None:
    staff.enroll(5, "Ana")
    before = staff.call("staff", "list", INDRUMAR_ADMINS="9").out
    assert staff.call("staff", "revoke", *arguments, INDRUMAR_ADMINS="9").error == (1, [line])
    assert staff.call("staff", "list", INDRUMAR_ADMINS="9").out == before


def test_the_last_administrator_cannot_be_removed(staff: StaffTerminal) -> None:
    staff.enroll(5, "Ana", "admin")
    staff.enroll(6, "Ion", "coordinator")
    line = "5 is the last administrator: invite another one first"
    assert staff.call("staff", "revoke", "5").error == (1, [line])
    staff.enroll(6, "Ion", "admin")
    assert staff.call("staff", "revoke", "5").status == 0
    assert staff.call("staff", "revoke", "6").status == 1
    assert staff.call("staff", "revoke", "6", INDRUMAR_ADMINS="9").status == 0
