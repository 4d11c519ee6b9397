"""The real catalogue says nothing that its sources do not print; what was put right by hand says why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Catalogue, CheckReport
from index.check import check_catalogue, find_in_order, tokens

SLUGS = ["bacau-2014-2024", "ialomita-2024", "iasi-2021-2027", "piatra-neamt-2023", "timisoara-2017-2022"]


@pytest.fixture(scope="module")
def reports(catalogue: Catalogue) -> dict[str, CheckReport]:
    """A report for each plan."""
    return check_catalogue(catalogue)


def test_every_plan_has_a_report(reports: dict[str, CheckReport]) -> None:
    assert sorted(reports) == SLUGS


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_in_the_catalogue_was_made_up(reports: dict[str, CheckReport], slug: str) -> None:
    assert reports[slug].unexplained == ()


@pytest.mark.parametrize("slug", SLUGS)
def test_every_correction_by_hand_has_a_reason(catalogue: Catalogue, slug: str) -> None:
    corrections = catalogue.readings[slug].corrections
    assert [c.record for c in corrections if not c.reason.strip()] == []


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if not slug.startswith("timisoara")])
def test_few_fields_were_corrected_by_hand(reports: dict[str, CheckReport], slug: str) -> None:
    assert reports[slug].corrected_share <= 0.02


def test_the_report_counts_every_correction_in_the_files(
    catalogue: Catalogue, reports: dict[str, CheckReport]
) -> None:
    listed = {slug: len(reading.corrections) for slug, reading in catalogue.readings.items()}
    assert {slug: report.corrected for slug, report in reports.items()} == listed


def test_every_record_is_looked_at(catalogue: Catalogue, reports: dict[str, CheckReport]) -> None:
    assert sum(report.records for report in reports.values()) == len(catalogue.records)


def test_a_report_of_nothing_has_no_share() -> None:
    assert CheckReport(records=0, fields=0, corrected=0, findings=()).corrected_share == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nr. copii: 1.080 (10%)", ["nr", "copii", "1", "080", "10", "%"]),
        ("Iaşi, covid19", ["iași", "covid", "19"]),
        ("a_b — c", ["a", "b", "c"]),
    ],
)
def test_words_are_compared_in_small_letters_and_numbers_cut_at_dots(text: str, found: list[str]) -> None:
    assert tokens(text) == found


@pytest.mark.parametrize(
    ("wanted", "stream", "repairs", "start", "found"),
    [
        ("b d", "a b c d", {}, 0, [1, 3]),
        ("d b", "a b c d", {}, 0, "b"),
        ("a a", "a b", {}, 0, "a"),
        ("b", "b a b", {}, 1, [2]),
        ("iulie 2017", "lulie 2017", {"lulie": "iulie"}, 0, [0, 1]),
        ("pentru o", "x pentruo", {"pentruo": "pentru o"}, 0, [1]),
        ("imbunatatire", "im bunatatire", {"im bunatatire": "imbunatatire"}, 0, [0, 1]),
        ("august", "lulie", {"lulie": "iulie"}, 0, "august"),
        ("", "a", {}, 0, []),
    ],
)
def test_words_are_found_in_their_order_or_as_the_scanner_printed_them(
    wanted: str, stream: str, repairs: dict[str, str], start: int, found: list[int] | str
) -> None:
    assert find_in_order(wanted.split(), stream.split(), repairs, start) == found


words = st.lists(st.sampled_from("abcde"), max_size=8)


@given(words, words)
def test_what_is_found_stands_there_in_its_order(wanted: list[str], stream: list[str]) -> None:
    found = find_in_order(wanted, stream, {})
    rest = iter(stream)
    assert isinstance(found, list) == all(word in rest for word in wanted)
    if isinstance(found, list):
        assert ([stream[at] for at in found], found) == (wanted, sorted(set(found)))
