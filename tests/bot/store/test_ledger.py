"""The ledger: what was reported, what became of it, and what holds now."""

from __future__ import annotations

import asyncio

import pytest

from bot.staff.shapes import Event, Evidence, Part, Report, Scope, Value
from bot.store import Ledger, People, SavedAlready, Store, Verified
from tests.bot.store.reports import NOW, TARGET, save

pytestmark = pytest.mark.anyio
PNG = b"\x89PNG, more or less"


async def test_a_report_comes_back_as_it_was_saved(store: Store) -> None:
    async with store.work() as work:
        ana = await People(work).enroll(5, "Ana", NOW)
        evidence = await Ledger(work).keep_evidence(PNG, "image/png", NOW)
        percent = Value(kind="percent", amount=30.0, part=12.0, whole=40.0)
        parts = (Part(by="sex", name="fete", amount=5.0), Part(by="place", name="Movila", amount=7.0))
        number = await save(
            work,
            author=ana,
            value=percent,
            place="Movila",
            note="cu ploaie",
            evidence=evidence,
            parts=parts,
            doubts=("jump",),
        )
        report = await Ledger(work).report(number)
    assert report == Report(
        id=1,
        plan="bacau",
        plan_version="0123456789ab",
        measure="bacau:measure:10",
        target=TARGET,
        value=percent,
        period="2026-H1",
        place="Movila",
        note="cu ploaie",
        evidence=Evidence(digest=evidence.digest, media_type="image/png", size_bytes=len(PNG)),
        parts=parts,
        doubts=("jump",),
        state="submitted",
        author=ana,
        author_telegram=5,
        author_name="Ana",
        role="reporter",
        institution="DGASPC",
        created_at=NOW,
        saved_at=NOW + 60,
        supersedes=None,
        superseded_by=None,
        reason=None,
        update_id=77,
        events=(),
    )


@pytest.mark.parametrize(
    "value",
    [
        Value(kind="number", amount=0.0),
        Value(kind="percent", amount=3.5),
        Value(kind="state", done="partly", text="jumătate din ședințe"),
        Value(kind="text", text="s-a semnat „protocolul”"),
        Value(kind="nothing"),
    ],
)
async def test_every_kind_of_value_comes_back_as_it_was_saved(store: Store, value: Value) -> None:
    async with store.work() as work:
        report = await Ledger(work).report(await save(work, value=value))
        (reported,) = await Ledger(work).current()
    assert report is not None
    assert (report.value, reported.value) == (value, value.plain)


async def test_there_is_no_report_with_a_number_that_was_not_given(store: Store) -> None:
    async with store.work() as work:
        number = await save(work)
        await Ledger(work).event(number, "approved", 2, "coordinator", None, 78, NOW + 90)
        assert [await Ledger(work).report(n) for n in (0, number + 1, number + 2)] == [None, None, None]


async def test_every_step_is_kept_with_who_and_when(store: Store) -> None:
    async with store.work() as work:
        ledger = Ledger(work)
        number = await save(work)
        await ledger.event(number, "returned", 2, "coordinator", "și băieții?", 80, NOW + 90)
        await ledger.event(number, "answered", 1, "reporter", "da, toți", 81, NOW + 100)
        await ledger.event(number, "approved", 2, "coordinator", None, 82, NOW + 110)
        report = await ledger.report(number)
    assert report is not None
    assert (report.state, report.events) == (
        "approved",
        (
            Event(state="returned", at=NOW + 90, by=2, role="coordinator", words="și băieții?"),
            Event(state="submitted", at=NOW + 100, by=1, role="reporter", words="da, toți"),
            Event(state="approved", at=NOW + 110, by=2, role="coordinator"),
        ),
    )


async def test_a_draft_is_saved_once(store: Store) -> None:
    async with store.work() as work:
        first = await save(work, draft="abc", nth=0)
        second = await save(work, 15.0, draft="abc", nth=1)
    with pytest.raises(SavedAlready) as twice:
        async with store.work() as work:
            await save(work, 99.0, draft="abc", nth=0)
    async with store.work() as work:
        assert (twice.value.ids, await Ledger(work).saved("abc")) == ((first, second), (first, second))
        assert (await Ledger(work).saved("other"), len(await Ledger(work).all())) == ((), 2)


async def test_two_processes_that_save_one_draft_at_once_save_it_once(store: Store, url: str) -> None:
    other = Store(url)
    await other.open()

    async def press(by: Store, update_id: int) -> str:
        try:
            async with by.work() as work:
                await save(work, draft="abc", update_id=update_id)
        except SavedAlready:
            return "saved already"
        return "saved"

    done = await asyncio.gather(*(press(by, n) for n, by in enumerate([store, other] * 5)))
    async with other.look() as work:
        assert (sorted(done), len(await Ledger(work).all())) == (["saved"] + ["saved already"] * 9, 1)
        assert isinstance(await Ledger(work).verify(), Verified)
    await other.close()


async def test_two_processes_that_save_at_once_make_one_chain(store: Store, url: str) -> None:
    other = Store(url)
    await other.open()

    async def press(by: Store, amount: float) -> int:
        async with by.work() as work:
            return await save(work, amount)

    ids = await asyncio.gather(*(press(by, float(n)) for n, by in enumerate([store, other] * 20)))
    async with other.look() as work:
        proof = await Ledger(work).verify()
    await other.close()
    assert (sorted(ids), isinstance(proof, Verified)) == (list(range(1, 41)), True)


async def test_a_person_sees_his_own_and_the_open_ones_that_were_handed_over(store: Store) -> None:
    async with store.work() as work:
        people, ledger = People(work), Ledger(work)
        ana, ion, eva = [
            await people.enroll(n, name, NOW) for n, name in ((5, "Ana"), (6, "Ion"), (7, "Eva"))
        ]
        done = await save(work, 1.0, author=ana)
        await ledger.event(done, "approved", eva, "coordinator", None, 90, NOW)
        open_one = await save(work, 2.0, author=ana)
        own = await save(work, 3.0, author=ion)
        await people.hand_over(ana, ion, NOW)
        assert [[r.id for r in await ledger.mine(who)] for who in (ana, ion, eva)] == [
            [open_one, done],
            [own, open_one],
            [],
        ]
        reports = await ledger.all()
        assert [[await ledger.is_answered_by(who, r) for r in reports] for who in (ana, ion, eva)] == [
            [True, True, False],
            [False, True, True],
            [False, False, False],
        ]


async def test_all_can_be_narrowed_to_a_plan_or_a_measure(store: Store) -> None:
    async with store.work() as work:
        ledger = Ledger(work)
        await save(work, 1.0)
        await save(work, 2.0, plan="iasi", measure="iasi:measure:4")
        narrowed = [
            await ledger.all(),
            await ledger.all(plan="iasi"),
            await ledger.all(measure="bacau:measure:10"),
            await ledger.all(plan="iasi", measure="bacau:measure:10"),
        ]
        assert [[r.id for r in found] for found in narrowed] == [[1, 2], [2], [1], []]


async def test_after_erasure_a_report_stays_without_its_author(store: Store) -> None:
    async with store.work() as work:
        ana = await People(work).enroll(5, "Ana", NOW)
        await People(work).grant(ana, "reporter", Scope(), None, NOW)
        number = await save(work, author=ana)
        await People(work).erase(5)
        report = await Ledger(work).report(number)
        proof = await Ledger(work).verify()
    assert report is not None
    assert (report.author, report.author_telegram, report.author_name) == (ana, None, None)
    assert isinstance(proof, Verified)


async def test_evidence_is_kept_once_and_given_back(store: Store) -> None:
    async with store.work() as work:
        ledger = Ledger(work)
        kept = [await ledger.keep_evidence(PNG, "image/png", at) for at in (NOW, NOW + 1)]
        assert (kept[0] == kept[1], await ledger.evidence(kept[0].digest)) == (True, PNG)
        assert await ledger.evidence("0" * 64) is None


async def test_work_that_breaks_off_leaves_no_row_and_no_gap(store: Store) -> None:
    async def break_off() -> None:
        async with store.work() as work:
            await save(work)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await break_off()
    async with store.work() as work:
        number, head = await save(work), await Ledger(work).head()
        assert head is not None
        assert (number, head.last, await Ledger(work).verify()) == (1, 1, Verified(1, head.hash))
