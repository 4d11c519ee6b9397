"""The full text: what is found first does not depend on how much of the long lists is read."""

from __future__ import annotations

import random
from itertools import islice

import pytest

from index import Assistant, Index
from index.numbers import Numbers
from index.search import MAX_HITS


@pytest.fixture(scope="module")
def index(assistant: Assistant) -> Index:
    return assistant.index


def by_count(index: Index) -> list[str]:
    """Every stem, the rarest first."""
    return sorted(index._postings._listed, key=lambda stem: (index._postings.count(stem), stem))


def whole(index: Index, stems: list[str], among: Numbers) -> list[tuple[float, int]]:
    """All records by their whole score, best first: nothing is left unread when all are asked for."""
    scores = index._scores(stems, among, len(index.records) + 1)
    return sorted((-score, number) for number, score in scores.items())


@pytest.mark.parametrize("limit", [1, 5, MAX_HITS])
def test_the_best_are_the_best_of_all(index: Index, limit: int) -> None:
    choice = random.Random(f"stems {limit}")
    common = by_count(index)[-400:]
    places = (index.everything, index.lookups.having("plan", "iasi-2021-2027"))
    for among in places:
        for _ in range(40):
            stems = sorted(choice.sample(common, 5), key=common.index)
            read = index._scores(stems, among, limit)
            best = sorted((-score, number) for number, score in read.items())[:limit]
            assert best == list(islice(whole(index, stems, among), limit))


def test_rare_words_leave_common_ones_unread(index: Index) -> None:
    *others, common = by_count(index)
    rare = [stem for stem in others if index._postings.count(stem) == 3][:3]
    read = index._scores([*rare, common], index.everything, 1)
    assert 0 < len(read) < index._postings.count(common)


def test_records_of_other_plans_are_not_found(index: Index) -> None:
    among = index.lookups.having("plan", "ialomita-2024")
    found = index.search(["servic", "social"], among)
    assert {hit.record.plan for hit in found} == {"ialomita-2024"}


def test_words_that_no_plan_has_find_nothing(index: Index) -> None:
    assert index.search(["xilofon"], index.everything) == []
