"""Sets of record numbers behave as sets do, however many records there are."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from index.numbers import Lookups, at_least, digits, holds, listed, numbers_of, read_lookups, surest

SETS = st.sets(st.integers(0, 3000))


@given(SETS)
def test_a_set_lists_what_it_was_made_of_in_order(held: set[int]) -> None:
    numbers = numbers_of(held)
    assert listed(numbers) == sorted(held)
    assert [n for n, digit in enumerate(digits(numbers)) if digit] == sorted(held)
    assert {n for n in range(3001) if holds(numbers, n)} == held


@given(st.lists(SETS, max_size=6), st.integers(1, 4))
def test_at_least_counts_the_sets_that_hold_a_number(sets: list[set[int]], least: int) -> None:
    often = {n for held in sets for n in held if sum(n in other for other in sets) >= least}
    assert listed(at_least(least, map(numbers_of, sets))) == sorted(often)


@given(st.dictionaries(st.sampled_from([1.0, 0.9, 0.6, 0.5]), SETS, min_size=1), st.floats(0.1, 1))
def test_the_surest_are_those_near_the_best(held: dict[float, set[int]], floor: float) -> None:
    levels = [(share, numbers_of(held[share])) for share in sorted(held, reverse=True)]
    near = {n for share in held if share >= max(held) * floor for n in held[share]}
    assert listed(surest(levels, floor)) == sorted(near)


def test_lookups_come_back_from_their_file_as_they_were_written(tmp_path: Path) -> None:
    Lookups.of({("kind", "measure"): [0, 70_000], ("kind", "service"): [3], ("plan", "a"): []}).write(
        tmp_path / "lookups"
    )
    lookups = read_lookups(tmp_path / "lookups")
    assert listed(lookups.having("kind", "measure", "service", "nothing")) == [0, 3, 70_000]
    assert (lookups.having("plan", "a"), lookups.having("plan", "b")) == (0, 0)
