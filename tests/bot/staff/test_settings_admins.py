"""Administrators of the settings (`INDRUMAR_ADMINS`): of the team like others, and not removed in a chat."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.chat.guide import Guide
from bot.staff.engine import Invite, Kept, Refused, Revoke
from bot.staff.keeping import Keeper
from bot.staff.shapes import Grant, Member, Scope
from bot.store import People, Store
from bot.store.store import Work

pytestmark = pytest.mark.anyio
NOW = 1_795_000_000.0
BOSS, OTHER = 500, 501
BY_SETTINGS = Grant(id=0, role="admin")
IASI = Scope(plans=("iasi-2021-2027",))


def keeper(work: Work, guide: Guide, telegram_id: int = BOSS, name: str = "Șefa") -> Keeper:
    return Keeper(work, guide, frozenset({BOSS, OTHER}), telegram_id, name, 1, NOW, date(2026, 11, 22))


async def test_who_has_written_is_of_the_team_with_the_name_of_telegram(store: Store, guide: Guide) -> None:
    async with store.work() as work:
        ours = keeper(work, guide)
        ana = await People(work).enroll(5, "Ana", NOW)
        number = await People(work).grant(ana, "reporter", IASI, None, NOW)
        boss = await ours.me()
        assert boss is not None
        held = (Grant(id=number, role="reporter", scope=IASI, since=NOW),)
        assert await ours.members() == (
            Member(id=ana, telegram_id=5, name="Ana", grants=held),
            Member(id=boss.id, telegram_id=BOSS, name="Șefa", grants=(BY_SETTINGS,)),
        )
        assert await ours.member_by_id(boss.id) == boss


async def test_an_invitation_says_which_of_them_made_it(store: Store, guide: Guide) -> None:
    async with store.work() as work:
        ours = keeper(work, guide)
        await ours.me()
        made = await ours.carry_out(Invite("reporter", IASI))
        assert isinstance(made, Kept)
        invitation = await People(work).invitation(made.payload, NOW)
        assert invitation is not None
        names = {m.id: m.name for m in await replace(ours, telegram_id=5, name="Ana").members()}
        assert names[invitation.invited_by or 0] == "Șefa"


async def test_one_of_them_cannot_remove_another_in_the_chat(store: Store, guide: Guide) -> None:
    async with store.work() as work:
        boss = await keeper(work, guide).me()
        assert boss is not None
        theirs = keeper(work, guide, OTHER, "Alta")
        assert await theirs.carry_out(Revoke(boss.id, None)) == Refused("rights")
