"""The matrix of invitations: used, expired, made by who may no longer, guessed; by link and by the save."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.chat.guide import Guide
from bot.staff.engine import Accept, Kept, Refused
from bot.staff.shapes import Role, Scope
from bot.staff.tokens import INVITATION_SECONDS, MOST_GUESSES, PAYLOAD_START
from bot.store import Store, Work
from bot.store.staff import People
from tests.bot.conftest import Look
from tests.bot.office import Office, open_office
from tests.bot.staff.matrix import OTHER_PLAN, Matrix
from tests.bot.store.reports import NOW

pytestmark = pytest.mark.anyio
INVITER, GUEST = 60, 70
STATES: dict[str, bool] = {
    "fresh": True,
    "of the command line": True,
    "used": False,
    "expired": False,
    "never made": False,
    "of somebody revoked": False,
    "of somebody erased": False,
    "of somebody moved elsewhere": False,
    "of a coordinator, for an admin": False,
    "of a coordinator, for everything": False,
}
"""State of an invitation → whether it gives a role."""


async def make(matrix: Matrix, work: Work, kind: str) -> str:
    """A token in a state; the inviter is a coordinator of the plan."""
    people, token = People(work), f"t{list(STATES).index(kind):031}"
    inviter = await matrix.join(work, INVITER, "coordinator", matrix.scope("plan", "inside"))
    role: Role = "admin" if kind.endswith("for an admin") else "reporter"
    scope = Scope() if kind.endswith("for everything") else matrix.wanted
    by = None if kind == "of the command line" else inviter
    if kind != "never made":
        expires = NOW - 1 if kind == "expired" else NOW + INVITATION_SECONDS
        await people.invite(token, role, scope, by, NOW - 60, expires)
    if kind == "used":
        await people.use(token, inviter, NOW - 30)
    if kind.endswith(("revoked", "elsewhere")):
        await people.revoke(inviter, None, NOW - 20)
    if kind.endswith("elsewhere"):
        await matrix.join(work, INVITER, "coordinator", Scope(plans=(OTHER_PLAN,)))
    if kind.endswith("erased"):
        await people.erase(INVITER)
    return token


@pytest.mark.parametrize("kind", STATES)
async def test_the_save_itself_takes_only_a_good_invitation(guide: Guide, store: Store, kind: str) -> None:
    matrix = Matrix(guide)
    async with store.work() as work:
        token = await make(matrix, work, kind)
        came = await matrix.keeper(work, GUEST).carry_out(Accept(token))
        member = await People(work).member(GUEST)
        guesses = await People(work).guesses(GUEST, 0)
    roles = [(grant.role, grant.scope) for grant in member.grants] if member else []
    assert (isinstance(came, Kept), roles, guesses) == (
        STATES[kind],
        [("reporter", matrix.wanted)] * STATES[kind],
        int(not STATES[kind]),
    )


async def test_the_save_itself_stops_who_guesses(guide: Guide, store: Store) -> None:
    matrix = Matrix(guide)
    async with store.work() as work:
        token = await make(matrix, work, "fresh")
        for _ in range(MOST_GUESSES):
            await matrix.keeper(work, GUEST).carry_out(Accept("0" * 32))
        came = await matrix.keeper(work, GUEST).carry_out(Accept(token))
        other = await matrix.keeper(work, GUEST + 1).carry_out(Accept(token))
    assert (came, isinstance(other, Kept)) == (Refused("gone"), True)


@pytest.fixture
async def office(guide: Guide, store: Store) -> AsyncIterator[Office]:
    """A bot that runs, without a network."""
    async with open_office(guide, store) as office:
        office.now = int(NOW)
        yield office


@pytest.mark.parametrize("kind", STATES)
async def test_a_link_gives_a_role_only_while_it_is_good(
    guide: Guide, store: Store, look: Look, office: Office, kind: str
) -> None:
    async with store.work() as work:
        token = await make(Matrix(guide), work, kind)
    before = len(look()["grants"])
    await office.types(f"/start {PAYLOAD_START}{token}", person=GUEST)
    said = [line for _, chat, line in office.said if chat == GUEST]
    welcome = "<b>Bine ai venit, Ruxandra Zmeurescu! Ești raportor"
    gone = "<b>Invitația nu mai merge"
    assert [line.startswith(welcome if STATES[kind] else gone) for line in said] == [True]
    assert len(look()["grants"]) - before == STATES[kind]


async def test_guessing_links_is_answered_the_same_then_slowed_for_who_guesses_only(
    guide: Guide, store: Store, look: Look, office: Office
) -> None:
    async with store.work() as work:
        token = await make(Matrix(guide), work, "fresh")
    for n in range(MOST_GUESSES + 1):
        await office.types(f"/start {PAYLOAD_START}{n:032}", person=GUEST)
    await office.types(f"/start {PAYLOAD_START}{token}", person=GUEST)
    await office.types(f"/start {PAYLOAD_START}{token}", person=GUEST + 1)
    starts = [line[:22] for _, chat, line in office.said if chat in (GUEST, GUEST + 1)]
    expected = ["<b>Invitația nu mai me"] * MOST_GUESSES + ["<b>Prea multe linkuri "] * 2
    assert starts == [*expected, "<b>Bine ai venit, Ruxa"]
    assert len(look()["guesses"]) == MOST_GUESSES


@pytest.mark.parametrize("payload", ["s-", "s-ș", "s-" + "x" * 80, "s-%00", "s-a b", "r-s-1", "i_g65imv"])
async def test_a_broken_payload_gives_nothing(look: Look, office: Office, payload: str) -> None:
    await office.types(f"/start {payload}", person=GUEST)
    assert (look()["grants"], look()["ledger"], len(office.said) >= 1) == ([], [], True)


async def test_an_admin_of_the_settings_is_told_who_took_the_invitation(guide: Guide, store: Store) -> None:
    async with open_office(guide, store, admins=str(INVITER)) as office:
        for data in (
            "1i:invite:",
            "1i:role:reporter",
            f"1i:plan:{OTHER_PLAN}",
            "1i:plans:",
            "1i:for:",
            "1i:make:",
        ):
            await office.presses(data, person=INVITER)
        made = office.offline.calls[-1][1]["text"]
        payload = made.partition("start=")[2].split("\n")[0].split('"')[0].split("<")[0]
        await office.types(f"/start {payload}", person=GUEST)
        told = [line for _, chat, line in office.said if chat == INVITER][-1]
    assert told.startswith("<b>Ruxandra Zmeurescu a primit invitația ta: raportor")
