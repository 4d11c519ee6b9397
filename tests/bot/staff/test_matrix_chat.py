"""The matrix through the bot: forged buttons, drafts forged in the store, and what is typed.

Every try is a real update through pump, handlers, desk and store. Asked is whether anything was written, and
what whoever tried was told.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.staff.draft import Draft, Item
from bot.staff.kept import Kept
from bot.staff.queue import tag
from bot.staff.shapes import Role, Value
from bot.staff.team_state import Making, TeamState
from bot.store import Ledger, Verified
from tests.bot.staff.bench import Bench
from tests.bot.staff.matrix import EVERYBODY, MAY, OWNER, VICTIMS, Who
from tests.bot.store.reports import NOW

pytestmark = pytest.mark.anyio


# ── ways to try ──

Try = Callable[[Bench, Who], Awaitable[None]]


def _item(bench: Bench, **changes: Any) -> Item:
    value = Value(kind="number", amount=3.0)
    return Item(target=bench.matrix.target.id, value=value, period="2026", written_at=NOW, **changes)


async def _save(bench: Bench, who: Who, item: Item) -> None:
    draft = Draft(token=f"f{who.telegram_id}", step="summary", items=(item,), touched_at=NOW)
    await bench.forge_draft(who, Kept(draft=draft.model_dump_json()))
    bench.begin()
    await bench.press(f"1r:save:{draft.token}.0.", who)


async def _report(bench: Bench, who: Who) -> None:
    await _save(bench, who, _item(bench))


async def _report_in_words(bench: Bench, who: Who) -> None:
    bench.begin()
    await bench.type(f"/raport {bench.matrix.target.handle} 3", who)
    await bench.type("salvează", who)


def _correct(author: int | None) -> Try:
    async def tries(bench: Bench, who: Who) -> None:
        old = await bench.report(author or who.telegram_id)
        await _save(bench, who, _item(bench, supersedes=old, reason="greșeală"))

    return tries


def _press(data: str, author: int | None, then: str = "", *, returned: bool = False) -> Try:
    async def tries(bench: Bench, who: Who) -> None:
        number = await bench.report(author or who.telegram_id, returned=returned)
        bench.begin()
        await bench.press(data.format(number), who)
        if then:
            await bench.type(then, who)

    return tries


def _words(state: dict[str, Any], words: str, author: int, *, returned: bool = False) -> Try:
    """A state that waits for words about a report that one never opened."""

    async def tries(bench: Bench, who: Who) -> None:
        number = await bench.report(author, returned=returned)
        forged = TeamState(ids=(number,), at=bench.office.now, **state)
        await bench.forge_draft(who, Kept(team=forged.model_dump_json()))
        bench.begin()
        await bench.type(words, who)

    return tries


async def _several(bench: Bench, who: Who) -> None:
    numbers = await bench.report(OWNER), await bench.report(OWNER)
    measure, stamps = bench.matrix.target.record.id, " ".join(f"{n}.0" for n in numbers)
    bench.begin()
    await bench.press(f"1a:all:{tag(measure)}.{tag(stamps)}", who)


def _invite(role: Role, *, all_: bool = False) -> Try:
    async def tries(bench: Bench, who: Who) -> None:
        wanted = bench.matrix.wanted
        ready = Making(role=role, chosen=True, ready=True)
        if not all_:
            whom = {"institution": wanted.institutions[0], "measure": wanted.measures[0]}
            ready = ready.model_copy(update={"plans": wanted.plans, **whom})
        await bench.forge_draft(who, Kept(team=TeamState(making=ready).model_dump_json()))
        bench.begin()
        await bench.press("1i:make:", who)

    return tries


def _revoke(role: Role) -> Try:
    async def tries(bench: Bench, who: Who) -> None:
        victim = await bench.id_of(VICTIMS[role])
        bench.begin()
        await bench.press(f"1i:really:{victim}.0", who)

    return tries


async def _decline(bench: Bench, who: Who) -> None:
    owner = await bench.id_of(OWNER)
    theirs = next(row["id"] for row in bench.look()["grants"] if row["person"] == owner)
    bench.begin()
    await bench.press(f"1i:decline:{theirs}", who)


async def _sums(bench: Bench, who: Who) -> None:
    number = await bench.report(OWNER)
    bench.begin()
    await bench.press(f"1a:sums:{number}.1", who)


TRIES: dict[tuple[str, str], tuple[Try, str]] = {
    ("report", "a forged draft"): (_report, "Salvat. Raportul"),
    ("report", "typed"): (_report_in_words, "Salvat. Raportul"),
    ("correct", "a forged draft"): (_correct(None), "Salvat. Raportul"),
    ("correct another's", "a forged draft"): (_correct(OWNER), "Salvat. Raportul"),
    ("approve", "a forged button"): (_press("1a:yes:{}.0", OWNER), "✓ Aprobat"),
    ("approve one's own", "a forged button"): (_press("1a:yes:{}.0", None), "✓ Aprobat"),
    ("approve several", "a forged button"): (_several, "✓ Aprobate 2"),
    ("return", "a button, then words"): (_press("1a:ask:{}.0", OWNER, "De unde?"), "Am trimis întrebarea"),
    ("return", "a forged state"): (
        _words({"awaits": "question"}, "De unde?", OWNER),
        "Am trimis întrebarea",
    ),
    ("return one's own", "a button, then words"): (
        _press("1a:ask:{}.0", None, "De unde?"),
        "Am trimis întrebarea",
    ),
    ("withdraw", "a button"): (_press("1y:yes:{}", None), "<b>Retras."),
    ("withdraw another's", "a forged button"): (_press("1y:yes:{}", OWNER), "<b>Retras."),
    ("withdraw another's", "a forged state"): (_words({"awaits": "why"}, "Gata.", OWNER), "<b>Retras."),
    ("respond", "a button, then words"): (
        _press("1y:answer:{}", None, "Din registru.", returned=True),
        "Am trimis răspunsul",
    ),
    ("respond to another's", "a forged state"): (
        _words({"awaits": "answer"}, "Din registru.", OWNER, returned=True),
        "Am trimis răspunsul",
    ),
    ("allow sums", "a forged button"): (_sums, "se pot aduna"),
    ("invite a reporter", "a forged state"): (_invite("reporter"), "Invitația e gata"),
    ("invite a coordinator", "a forged state"): (_invite("coordinator"), "Invitația e gata"),
    ("invite an admin", "a forged state"): (_invite("admin"), "Invitația e gata"),
    ("invite for everything", "a forged state"): (_invite("reporter", all_=True), "Invitația e gata"),
    ("revoke a reporter", "a forged button"): (_revoke("reporter"), "nu mai are acces"),
    ("revoke a coordinator", "a forged button"): (_revoke("coordinator"), "nu mai are acces"),
    ("revoke an admin", "a forged button"): (_revoke("admin"), "nu mai are acces"),
    ("decline another's role", "a forged button"): (_decline, "Ai dat rolul"),
}
"""Action and way → how it is tried, and what whoever may is told."""


@pytest.mark.parametrize("tried", TRIES, ids=" by ".join)
async def test_what_is_forged_does_and_says_no_more_than_the_table_allows(
    bench: Bench, tried: tuple[str, str]
) -> None:
    tries, word = TRIES[tried]
    found = {}
    for who in EVERYBODY:
        bench.office.now += 30
        await bench.clear()
        since = len(bench.office.offline.calls)
        await tries(bench, who)
        told = bench.told(who, since)
        found[who.name] = word in told, bench.written() != bench.before
        assert told.strip(), who.name
        assert "Ceva s-a stricat" not in told, who.name
    assert found == {who.name: (who.may(tried[0]),) * 2 for who in EVERYBODY}
    async with bench.store.look() as work:
        assert isinstance(await Ledger(work).verify(), Verified)


def test_every_action_that_a_button_can_ask_for_is_forged() -> None:
    only_by_the_save = {
        "approve what one answered for",
        "approve several with one elsewhere",
        "return without a question",
        "show evidence",
    }
    assert {action for action, _ in TRIES} == set(MAY) - only_by_the_save
