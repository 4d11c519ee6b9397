"""What the selfcheck and the bench ask, and what counts as found."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest

from benchmarks.asking import Asked, Questions, bare
from benchmarks.bench import is_right, questions
from benchmarks.copies import times
from benchmarks.originals import original
from benchmarks.selfcheck import selfcheck
from bot.settings import Settings
from index import Answer, Catalogue, load_catalogue
from index.question import Question


@pytest.fixture(scope="module")
def ialomita() -> Catalogue:
    return load_catalogue(Settings().data_dir, only=["ialomita-2024"])


def test_the_same_catalogue_gives_the_same_questions(ialomita: Catalogue) -> None:
    assert list(Questions(ialomita).all()) == list(Questions(ialomita).all())


def test_every_record_asked_for_is_right_for_its_questions(ialomita: Catalogue) -> None:
    headings = {r.id for r in ialomita.records if r.kind == "objective"}
    asked = list(Questions(ialomita).all())
    assert {r.id for r in Questions(ialomita).records} == {a.record for a in asked}
    assert [a.text for a in asked if a.record not in a.right | headings] == []


def test_bare_questions_have_no_diacritics_and_a_slip_changes_one_word(ialomita: Catalogue) -> None:
    by = {(a.record, a.way, a.spelling): a.text for a in Questions(ialomita).all()}
    for (record, way, spelling), text in by.items():
        if spelling == "typo":
            plain = by[record, way, "bare"]
            assert (plain, plain.isascii()) == (bare(by[record, way, "ro"]), True)
            assert sum(a != b for a, b in zip(text.split(), plain.split(), strict=True)) <= 1


def test_misses_are_listed_one_a_line() -> None:
    found = Asked("a", "words", "ro", "r1", frozenset({"r1"}), False)
    missed = Asked("b", "words", "ro", "r2", frozenset({"r2"}), False)

    def answer(text: str) -> Answer:
        records: Any = ()
        return Answer(
            question=Question(text=text, lang="ro"),
            intent="search",
            outcome="nothing",
            records=records,
            why="not_ours",
            today=date(2026, 11, 22),
        )

    out = io.StringIO()
    share = selfcheck([found, missed], answer, out)
    misses = [line.split("\t") for line in out.getvalue().splitlines() if line.startswith("miss")]
    assert (share, misses) == (
        0.0,
        [
            ["miss", "words", "ro", "r1", "a", "nothing not_ours"],
            ["miss", "words", "ro", "r2", "b", "nothing not_ours"],
        ],
    )


def test_the_records_that_the_bench_expects_are_in_the_plans() -> None:
    ids = {r.id for r in load_catalogue(Settings().data_dir).records}
    asked = questions()
    assert {i for one in asked for i in one["right"]} - ids == set()
    assert len({one["question"] for one in asked if one["written"]}) == sum(one["written"] for one in asked)


def test_a_copy_has_other_places_and_codes_and_the_same_words_else(ialomita: Catalogue) -> None:
    copied = times(load_catalogue(Settings().data_dir, only=["ialomita-2024"]), 2)
    whole = len(ialomita.records)
    assert len({r.id for r in copied.records}) == 2 * whole
    for before, after in zip(copied.records[:whole], copied.records[whole:], strict=True):
        assert original(after.id) == before.id
        assert after.county != before.county
        moves = before.kind != "term" and any(c.isdigit() for c in before.code or "")
        assert (after.code != before.code) is moves
        assert "Urziceni" not in after.title


def test_nothing_is_right_where_nothing_answers() -> None:
    nothing = {"right": [], "bound": True}
    assert (is_right([], nothing), is_right(["x"], nothing)) == (True, False)
