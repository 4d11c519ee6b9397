"""People of staff: members and grants, invitations that work once, erasure."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing

import pytest

from bot.staff.shapes import Grant, Invitation, Member, Scope
from bot.staff.tokens import PAYLOAD_START, new_token
from bot.store import Ledger, People, Store
from tests.bot.conftest import Look
from tests.bot.store.reports import NOW, save

pytestmark = pytest.mark.anyio
DAY = 24 * 3600
BACAU = Scope(plans=("bacau",), institutions=("DGASPC", "SPAS Movila"))


async def enroll(people: People, *names: str) -> list[int]:
    """Reporters of these names, with Telegram ids from 5 on."""
    numbers = []
    for telegram_id, name in enumerate(names, 5):
        numbers.append(await people.enroll(telegram_id, name, NOW))
        await people.grant(numbers[-1], "reporter", BACAU, None, NOW + 1)
    return numbers


# ── members ─────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_member_comes_with_every_grant(store: Store) -> None:
    async with store.work() as work:
        people = People(work)
        number = await people.enroll(5, "Ana", NOW)
        first = await people.grant(number, "reporter", BACAU, None, NOW + 1)
        second = await people.grant(number, "coordinator", Scope(measures=("m1",)), 9, NOW + 2)
        member = await people.member(5)
    assert member == Member(
        id=number,
        telegram_id=5,
        name="Ana",
        grants=(
            Grant(id=first, role="reporter", scope=BACAU, since=NOW + 1),
            Grant(id=second, role="coordinator", scope=Scope(measures=("m1",)), since=NOW + 2),
        ),
    )


async def test_who_has_no_grant_is_no_member_but_can_still_be_told_something(store: Store) -> None:
    async with store.work() as work:
        people = People(work)
        number = await people.enroll(5, "Ana", NOW)
        assert (await people.member(5), await people.members(), await people.member(6)) == (None, (), None)
        assert await people.member_by_id(number) == Member(id=number, telegram_id=5, name="Ana", grants=())
        assert await people.member_by_id(number + 1) is None


async def test_members_come_by_name(store: Store) -> None:
    async with store.work() as work:
        await enroll(People(work), "Ion", "Eva", "Ana")
        assert [m.name for m in await People(work).members()] == ["Ana", "Eva", "Ion"]


async def test_who_enrolls_again_stays_the_same_person_under_the_new_name(store: Store, look: Look) -> None:
    async with store.work() as work:
        numbers = [await People(work).enroll(5, name, NOW) for name in ("Ana", "Ana", "A" * 90)]
    assert (len(set(numbers)), look()["staff"]) == (
        1,
        [{"id": numbers[0], "telegram_id": 5, "name": "A" * 64, "since": NOW}],
    )


async def test_after_revoking_nothing_is_left_of_the_rights_and_all_of_the_history(
    store: Store, look: Look
) -> None:
    async with store.work() as work:
        people = People(work)
        ana, ion = await enroll(people, "Ana", "Ion")
        assert await people.revoke(ana, ion, NOW + 9) == 1
        assert (await people.member(5), [m.name for m in await people.members()]) == (None, ["Ion"])
        assert await people.revoke(ana, ion, NOW + 10) == 0
    first = look()["grants"][0]
    assert (first["person"], first["revoked_by"], first["revoked_at"]) == (ana, ion, NOW + 9)


async def test_one_grant_can_be_given_back_by_its_holder_only(store: Store) -> None:
    async with store.work() as work:
        people = People(work)
        ana, ion = await enroll(people, "Ana", "Ion")
        more = await people.grant(ana, "coordinator", Scope(), None, NOW)
        given = [await people.give_back(who, more, NOW) for who in (ion, ana, ana)]
        member = await people.member(5)
    assert member is not None
    assert (given, [g.role for g in member.grants]) == ([False, True, False], ["reporter"])


# ── invitations ─────────────────────────────────────────────────────────────────────────────────────────────


async def test_an_invitation_can_be_looked_at_and_then_used_once(store: Store) -> None:
    async with store.work() as work:
        people, token = People(work), new_token()
        await people.invite(token, "coordinator", BACAU, 3, NOW, NOW + 3 * DAY)
        seen = await people.invitation(token, NOW + 3 * DAY - 1)
        used = [await people.use(token, person, NOW + 5) for person in (7, 8, 7)]
        assert await people.invitation(token, NOW + 6) is None
    assert seen == Invitation(role="coordinator", scope=BACAU, invited_by=3, expires=NOW + 3 * DAY)
    assert used == [True, False, False]


async def test_the_payload_of_a_link_means_its_token(store: Store) -> None:
    async with store.work() as work:
        token = new_token()
        await People(work).invite(token, "reporter", BACAU, None, NOW, NOW + 9)
        assert await People(work).invitation(PAYLOAD_START + token, NOW) is not None


async def test_an_invitation_that_expired_or_never_was_gives_nothing(store: Store) -> None:
    async with store.work() as work:
        people, token = People(work), new_token()
        await people.invite(token, "reporter", BACAU, None, NOW, NOW + 3 * DAY)
        late = (await people.invitation(token, NOW + 3 * DAY), await people.use(token, 7, NOW + 3 * DAY))
        never = (await people.invitation("abc", NOW), await people.use("", 7, NOW))
    assert (late, never) == ((None, False), (None, False))


async def test_two_who_press_at_once_do_not_both_get_the_role(store: Store) -> None:
    token = new_token()
    async with store.work() as work:
        await People(work).invite(token, "reporter", BACAU, None, NOW, NOW + 9)

    async def press(person: int) -> bool:
        async with store.work() as work:
            return await People(work).use(token, person, NOW)

    assert sorted(await asyncio.gather(*(press(n) for n in range(10)))) == [False] * 9 + [True]


async def test_the_token_is_nowhere_in_the_database(store: Store, look: Look) -> None:
    token = new_token()
    async with store.work() as work:
        await People(work).invite(token, "reporter", BACAU, None, NOW, NOW + 9)
        await People(work).use(token, 7, NOW)
    assert token not in json.dumps(look())


async def test_guesses_are_counted_for_each_person_and_hour(store: Store) -> None:
    async with store.work() as work:
        people = People(work)
        for at in (NOW - 4000, NOW - 100, NOW):
            await people.guess(5, at)
        await people.guess(6, NOW)
        counts = [await people.guesses(who, NOW - 3600) for who in (5, 6, 7)]
    assert counts == [2, 1, 0]


# ── forgetting ──────────────────────────────────────────────────────────────────────────────────────────────


async def test_erasing_a_person_takes_name_id_grants_and_drafts_and_nobody_gets_the_number_again(
    store: Store, look: Look
) -> None:
    async with store.work() as work:
        people = People(work)
        ana, ion = await enroll(people, "Ana", "Ion")
        await people.keep_draft(ana, "{of Ana}", NOW)
        await people.guess(5, NOW)
        await save(work, author=ana)
        await work.forget(5)
        again = await people.enroll(5, "Ana", NOW + 5)
        left = (await people.members(), await people.member_by_id(ana), await people.draft(again))
    held = look()
    assert [m.name for m in left[0]] == ["Ion"]
    assert (left[1:], held["drafts"], held["guesses"]) == ((None, None), [], [])
    assert [row["id"] for row in held["staff"]] == [ana, ion, again]
    assert held["staff"][0] == {"id": ana, "telegram_id": None, "name": None, "since": NOW}
    assert "of Ana" not in json.dumps(held["ledger"])


async def test_the_number_of_the_last_person_is_not_given_again_even_when_the_row_is_gone(
    store: Store, url: str
) -> None:
    async with store.work() as work:
        number = await People(work).enroll(5, "Ana", NOW)
    with closing(sqlite3.connect(url.removeprefix("sqlite+aiosqlite:///"))) as connection:
        connection.execute("delete from staff")
        connection.commit()
    async with store.work() as work:
        assert await People(work).enroll(6, "Ion", NOW) == number + 1


async def test_what_staff_left_is_forgotten_in_its_time(store: Store, look: Look) -> None:
    async with store.work() as work:
        people, ledger = People(work), Ledger(work)
        await people.guess(1, NOW - DAY - 1)
        await people.guess(2, NOW - DAY + 1)
        expired, used, fresh, old = [new_token() for _ in range(4)]
        await people.invite(expired, "reporter", BACAU, 1, NOW, NOW - 30 * DAY - 1)
        await people.invite(used, "reporter", BACAU, 2, NOW, NOW + DAY)
        await people.use(used, 7, NOW - 30 * DAY - 1)
        await people.invite(fresh, "reporter", BACAU, 3, NOW, NOW - 30 * DAY + 1)
        await people.invite(old, "reporter", BACAU, 4, NOW, NOW + DAY)
        week = NOW - 7 * DAY
        for body, at in ((b"1", week - 1), (b"22", week + 1), (b"333", week - 1), (b"4444", week - 1)):
            evidence = await ledger.keep_evidence(body, "image/png", at)
            if body == b"333":
                await save(work, evidence=evidence)
            if body == b"4444":
                await people.keep_draft(1, json.dumps({"digest": evidence.digest}), NOW)
    await store.purge(NOW, 600)
    held = look()
    assert [row["telegram_id"] for row in held["guesses"]] == [2]
    assert [row["invited_by"] for row in held["invitations"]] == [3, 4]
    assert [row["size_bytes"] for row in held["evidence"]] == [2, 3, 4]


@pytest.mark.parametrize(
    "change",
    [
        lambda people: people.invite("x", "reporter", BACAU, None, NOW, NOW + 1),
        lambda people: people.grant(1, "admin", Scope(), None, NOW),
        lambda people: people.revoke(1, None, NOW),
    ],
)
async def test_what_the_command_line_does_is_kept_as_nobodys(
    store: Store, look: Look, change: Callable[[People], Awaitable[object]]
) -> None:
    async with store.work() as work:
        await enroll(People(work), "Ana")
        await change(People(work))
    held = look()
    names = ("granted_by", "revoked_by", "invited_by")
    rows = [*held["grants"], *held["invitations"]]
    assert [row[name] for row in rows for name in names if row.get(name) is not None] == []


async def test_who_has_no_role_any_more_is_answered_for_by_the_last_heir(store: Store) -> None:
    async with store.work() as work:
        people = People(work)
        ana, ion, eva = await enroll(people, "Ana", "Ion", "Eva")
        before = await people.who_answers(ana)
        await people.hand_over(ana, ion, NOW)
        await people.revoke(ana, None, NOW)
        then = await people.who_answers(ana)
        await people.hand_over(ion, eva, NOW)
        await people.revoke(ion, None, NOW)
        last = await people.who_answers(ana)
        await people.revoke(eva, None, NOW)
        nobody = await people.who_answers(ana)
    assert [one and one.name for one in (before, then, last, nobody)] == ["Ana", "Ion", "Eva", None]
