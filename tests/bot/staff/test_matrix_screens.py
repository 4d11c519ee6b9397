"""Buttons of another person's screen, and buttons with wrong ids: nothing is done, nothing breaks."""

from __future__ import annotations

import pytest

from bot.staff import approving, inviting, mine, pressing, team
from bot.staff.draft import Draft, Item
from bot.staff.kept import Kept
from bot.staff.shapes import Value
from tests.bot.staff.bench import Bench
from tests.bot.staff.matrix import EVERYBODY, OWNER, ROOT, Who
from tests.bot.store.reports import NOW

pytestmark = pytest.mark.anyio

STRANGER = EVERYBODY[0]
ADMIN = Who(ROOT, "admin")
ACTS = {
    "r": (*pressing.PRESSES, "undo", "new", "handle", "correct", "another", "fresh"),
    "a": tuple(approving._ACTS),
    "y": tuple(mine._ACTS),
    "i": (*team._ACTS, *inviting.ACTS),
}
"""Letter of an engine's buttons → all that they can ask for."""
WRONG = ("", "0", "999999", "-1", "x.y", "1.9", "1.9.9", "ș", "..", "²", "aaaaaaaa.0.", "9" * 30)


def draft(bench: Bench, token: str) -> str:
    """A report that only waits to be saved."""
    value = Value(kind="number", amount=3.0)
    item = Item(target=bench.matrix.target.id, value=value, period="2026", written_at=NOW)
    ready = Draft(token=token, step="summary", items=(item,), touched_at=NOW)
    return Kept(draft=ready.model_dump_json()).model_dump_json()


async def test_the_save_button_of_another_persons_screen_saves_nothing(bench: Bench) -> None:
    owner, found = Who(OWNER, "reporter"), {}
    await bench.forge_draft(owner, Kept.load(draft(bench, "tokenowner")))
    for who in EVERYBODY:
        bench.begin()
        since = len(bench.office.offline.calls)
        await bench.press("1r:save:tokenowner.0.", who)
        found[who.name] = bench.written() != bench.before
        assert bench.told(who, since).strip(), who.name
    bench.begin()
    await bench.press("1r:save:tokenowner.0.", owner)
    assert (found, bench.written() != bench.before) == ({who.name: False for who in EVERYBODY}, True)


async def test_the_undo_of_another_persons_report_takes_nothing_back(bench: Bench) -> None:
    number, found = await bench.report(OWNER), {}
    for who in (*EVERYBODY, ADMIN):
        bench.begin()
        await bench.press(f"1r:undo:{number}", who)
        await bench.press(f"1r:undo:tok.{number}", who)
        found[who.name] = bench.written() != bench.before
    assert set(found.values()) == {False}


@pytest.mark.parametrize("letter", ACTS)
@pytest.mark.parametrize("who", [STRANGER, ADMIN], ids=["stranger", "admin"])
async def test_a_button_with_wrong_ids_does_nothing_and_breaks_nothing(
    bench: Bench, letter: str, who: Who
) -> None:
    await bench.report(OWNER)
    bench.begin()
    for act in ACTS[letter]:
        for arg in WRONG:
            since = len(bench.office.offline.calls)
            await bench.press(f"1{letter}:{act}:{arg}", who)
            calls = [name for name, _ in bench.office.offline.calls[since:]]
            assert "answerCallbackQuery" in calls, (act, arg)
            assert "Ceva s-a stricat" not in bench.told(who, since), (act, arg)
    assert bench.written() == bench.before
