"""The matrix by calling the save itself: what is asked for is forged, only the store says who may."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.chat.guide import Guide
from bot.staff.engine import (
    AllowSums,
    Decide,
    Decline,
    Effect,
    Invite,
    Kept,
    Respond,
    Revoke,
    ShowEvidence,
    Submit,
    Withdraw,
)
from bot.staff.shapes import Role, Scope
from bot.store import Ledger, Store, Work
from tests.bot.conftest import Look
from tests.bot.staff.matrix import EVERYBODY, MAY, OWNER, ROOT, VICTIMS, Matrix, Who
from tests.bot.store.reports import NOW

pytestmark = pytest.mark.anyio
Forge = Callable[[Matrix, Work, Who], Awaitable[Effect]]


async def _report(matrix: Matrix, _work: Work, _who: Who) -> Effect:
    return Submit("forged", (matrix.new(matrix.target),))


def _correct(author: int | None) -> Forge:
    async def forge(matrix: Matrix, work: Work, who: Who) -> Effect:
        old = await matrix.report(work, author or who.telegram_id)
        return Submit("forged", (matrix.new(matrix.target, supersedes=old, reason="greșeală"),))

    return forge


def _withdraw(author: int | None) -> Forge:
    async def forge(matrix: Matrix, work: Work, who: Who) -> Effect:
        return Withdraw((await matrix.report(work, author or who.telegram_id),))

    return forge


def _respond(author: int | None) -> Forge:
    async def forge(matrix: Matrix, work: Work, who: Who) -> Effect:
        number = await matrix.report(work, author or who.telegram_id)
        root = await matrix.id_of(work, ROOT)
        await Ledger(work).event(number, "returned", root, "admin", "de ce?", 1, NOW)
        return Respond(number, "fiindcă")

    return forge


def _decide(state: Any, author: int | None, words: str | None = None) -> Forge:
    async def forge(matrix: Matrix, work: Work, who: Who) -> Effect:
        return Decide(state, (await matrix.report(work, author or who.telegram_id),), words)

    return forge


async def _answered(matrix: Matrix, work: Work, who: Who) -> Effect:
    number = await matrix.report(work, OWNER)
    root = await matrix.id_of(work, ROOT)
    await Ledger(work).event(number, "returned", root, "admin", "de ce?", 1, NOW)
    me = await matrix.id_of(work, who.telegram_id)
    await Ledger(work).event(number, "answered", me, "reporter", "fiindcă", 1, NOW)
    return Decide("approved", (number,))


async def _several(matrix: Matrix, work: Work, _who: Who) -> Effect:
    one, other = await matrix.report(work, OWNER), await matrix.report(work, OWNER)
    return Decide("approved", (one, other, one))


async def _several_elsewhere(matrix: Matrix, work: Work, who: Who) -> Effect:
    target = matrix.target if who.bound == "plan" and who.where == "outside" else matrix.other
    ids = await matrix.report(work, OWNER), await matrix.report(work, OWNER, target)
    return Decide("approved", ids)


async def _sums(matrix: Matrix, _work: Work, _who: Who) -> Effect:
    return AllowSums(matrix.target.id, True)


async def _evidence(matrix: Matrix, work: Work, _who: Who) -> Effect:
    return ShowEvidence(await matrix.report(work, OWNER, evidence=await matrix.evidence(work)))


def _invite(role: Role, *, all_: bool = False) -> Forge:
    async def forge(matrix: Matrix, _work: Work, _who: Who) -> Effect:
        return Invite(role, Scope() if all_ else matrix.wanted)

    return forge


def _revoke(role: Role) -> Forge:
    async def forge(matrix: Matrix, work: Work, _who: Who) -> Effect:
        return Revoke(await matrix.id_of(work, VICTIMS[role]), None)

    return forge


async def _decline(matrix: Matrix, work: Work, _who: Who) -> Effect:
    member = await matrix.keeper(work, OWNER).me()
    assert member is not None
    return Decline(member.grants[0].id)


FORGED: dict[str, Forge] = {
    "report": _report,
    "correct": _correct(None),
    "correct another's": _correct(OWNER),
    "withdraw": _withdraw(None),
    "withdraw another's": _withdraw(OWNER),
    "respond": _respond(None),
    "respond to another's": _respond(OWNER),
    "approve": _decide("approved", OWNER),
    "approve one's own": _decide("approved", None),
    "approve what one answered for": _answered,
    "return": _decide("returned", OWNER, "sigur?"),
    "return one's own": _decide("returned", None, "sigur?"),
    "return without a question": _decide("returned", OWNER, " "),
    "approve several": _several,
    "approve several with one elsewhere": _several_elsewhere,
    "allow sums": _sums,
    "show evidence": _evidence,
    "invite a reporter": _invite("reporter"),
    "invite a coordinator": _invite("coordinator"),
    "invite an admin": _invite("admin"),
    "invite for everything": _invite("reporter", all_=True),
    "revoke a reporter": _revoke("reporter"),
    "revoke a coordinator": _revoke("coordinator"),
    "revoke an admin": _revoke("admin"),
    "decline another's role": _decline,
}
ROWS = {"approve several": 2, "show evidence": 0} | {
    action: 0 for action in FORGED if action.startswith(("invite", "revoke", "decline"))
}
"""How many rows an action adds to the ledger; 1 when it is not here."""


async def _written(work: Work) -> tuple[int, int, str]:
    """What a save may change: the ledger's last row, the invitations, everybody's grants."""
    from sqlalchemy import func, select

    from bot.store.tables import grants, invitations, ledger

    rows = (await work.rows(select(func.count()).select_from(ledger)))[0][0]
    made = (await work.rows(select(func.count()).select_from(invitations)))[0][0]
    held = await work.rows(select(grants.c.id).where(grants.c.revoked_at.is_(None)).order_by(grants.c.id))
    return int(rows), int(made), str([row.id for row in held])


@pytest.mark.parametrize("action", MAY)
async def test_the_save_itself_asks_the_store_who_may(guide: Guide, store: Store, action: str) -> None:
    matrix, found = Matrix(guide), {}
    async with store.work() as work:
        await matrix.settle(work)
        for who in EVERYBODY:
            point = await work.undoable()
            effect = await FORGED[action](matrix, work, who)
            before = await _written(work)
            keeper = matrix.keeper(work, who.telegram_id)
            came = await keeper.carry_out(effect)
            after = await _written(work)
            found[who.name] = isinstance(came, Kept)
            if isinstance(came, Kept):
                added = after[0] - before[0], after[1] - before[1], after[2] != before[2]
                revokes, invites = action.startswith("revoke"), action.startswith("invite")
                assert added == (ROWS.get(action, 1), int(invites), revokes), who.name
            else:
                assert (after, keeper.shown) == (before, []), who.name
            await point.rollback()
    assert found == {who.name: who.may(action) for who in EVERYBODY}


def test_every_action_of_the_table_is_tried() -> None:
    assert set(FORGED) == set(MAY)


async def test_everybody_may_give_back_his_own_role_and_nobody_takes_the_last_admin(
    guide: Guide, store: Store, look: Look
) -> None:
    matrix = Matrix(guide)
    async with store.work() as work:
        root = await matrix.join(work, ROOT, "admin", Scope())
        keeper = matrix.keeper(work, ROOT)
        me = await keeper.me()
        assert me is not None
        last = [await keeper.carry_out(e) for e in (Decline(me.grants[0].id), Revoke(root, None))]
        await matrix.join(work, OWNER, "reporter", matrix.wanted)
        own = await matrix.keeper(work, OWNER).me()
        assert own is not None
        given = await matrix.keeper(work, OWNER).carry_out(Decline(own.grants[0].id))
    assert ([getattr(one, "why", None) for one in last], given) == (["last-admin"] * 2, Kept())
    assert [row["revoked_at"] is None for row in look()["grants"]] == [True, False]
