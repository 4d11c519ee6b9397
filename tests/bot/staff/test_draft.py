"""A draft is small, goes through JSON, and is let go of when it cannot be read."""

from __future__ import annotations

import pytest

from bot.staff.draft import Draft, Item, begun, load
from bot.staff.shapes import Evidence, Part, Value
from bot.staff.summary import of_runs, runs

FULL = Item(
    target="p:measure:1#a",
    candidates=("i_abcdef",),
    measure="p:measure:1",
    said="2.4.1 14",
    line="14",
    value=Value(kind="percent", amount=30.0, part=12, whole=40),
    period="2024-H1",
    place="Movila",
    note="la sediu",
    evidence=Evidence(digest="ab" * 32, media_type="image/jpeg", size_bytes=10),
    parts=(Part(by="sex", name="fete", amount=8),),
    doubts=("jump",),
    twin_kept=True,
    written_at=5.0,
    supersedes=3,
    reason="o greșeală",
)


def test_a_draft_comes_back_from_json_as_it_was() -> None:
    draft = begun("abcd2345", 7.0, FULL, Item(written_at=6.0)).changed(parked=(begun("bcde3456", 8.0),))
    assert load(draft.model_dump_json()) == draft
    assert load(draft.model_dump_json(exclude_defaults=True)) == draft


@pytest.mark.parametrize("kept", ["{", "{}", '{"version": 2, "token": "a", "items": [], "touched_at": 0}'])
def test_what_cannot_be_read_is_lost(kept: str) -> None:
    draft = load(kept)
    assert draft is not None
    assert (draft.step, draft.is_empty) == ("lost", True)


@pytest.mark.parametrize("kept", [None, ""])
def test_nothing_kept_is_no_draft(kept: str | None) -> None:
    assert load(kept) is None


def test_only_what_was_typed_would_be_lost() -> None:
    chosen = Item(target="p:measure:1#a", period="2024", written_at=0.0)
    assert [one.is_empty for one in (Item(written_at=0.0), chosen, FULL)] == [True, True, False]
    assert begun("abcd2345", 0.0, FULL).changed(step="saved").is_empty


def test_a_report_is_made_once_nothing_is_missing() -> None:
    report = FULL.report()
    assert report is not None
    assert {name: getattr(FULL, name) for name in type(report).model_fields} == report.model_dump() | {
        "value": FULL.value,
        "evidence": FULL.evidence,
        "parts": FULL.parts,
    }
    assert [FULL.changed(**{name: None}).report() for name in ("target", "value", "period")] == [None] * 3


def test_another_step_forgets_how_often_an_answer_was_refused() -> None:
    draft = begun("abcd2345", 0.0).changed(refusals=2, lists=True, returns=True)
    assert draft.goes("value") == begun("abcd2345", 0.0).changed(step="value")
    assert isinstance(draft, Draft)


@pytest.mark.parametrize("numbers", [(1,), (1, 2, 3), (3, 5, 6), (7, 9, 11)])
def test_numbers_of_reports_fit_a_button(numbers: tuple[int, ...]) -> None:
    assert of_runs(runs(numbers)) == numbers


@pytest.mark.parametrize("forged", ["", "x", "1-", "-1", "5-3", "1-999999999", "1,,2", "²"])
def test_forged_numbers_are_none(forged: str) -> None:
    assert of_runs(forged) == ()
