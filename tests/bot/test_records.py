"""`indrumar records`: the whole catalogue, one record a line, in document order."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import Any

import pytest

from index import Catalogue
from tests.bot.terminal import Ran, Terminal

COUNTS = {
    "bacau-2014-2024": {"measure": 170},
    "ialomita-2024": {"measure": 37},
    "iasi-2021-2027": {"measure": 84, "project": 187, "service": 2},
    "piatra-neamt-2023": {"measure": 33, "service": 12, "campaign": 11, "training": 21, "project": 3},
    "timisoara-2017-2022": {"measure": 175},
}
"""What the five documents hold."""


@pytest.fixture(scope="session")
def printed() -> dict[str, Ran]:
    """What was printed already, by arguments."""
    return {}


def records(terminal: Terminal, printed: dict[str, Ran], *options: str) -> list[dict[str, Any]]:
    """The records printed with some options; each command is run once."""
    key = " ".join(options)
    if key not in printed:
        printed[key] = terminal.call("records", "--json", *options)
    assert (printed[key].status, printed[key].err) == (0, "")
    return printed[key].objects


def test_every_record_of_the_catalogue_is_printed_as_it_is(
    terminal: Terminal, printed: dict[str, Ran], catalogue: Catalogue
) -> None:
    by_id = {r.id: r.as_contract() for r in catalogue.records}
    assert {r["id"]: r for r in records(terminal, printed)} == by_id


def test_the_order_is_plan_by_plan_and_that_of_the_document(
    terminal: Terminal, printed: dict[str, Ran]
) -> None:
    all_records = records(terminal, printed)
    plans = [slug for slug, _ in groupby(r["plan"] for r in all_records)]
    assert plans == sorted(COUNTS)
    for slug in plans:
        lines = [
            r["source"]["lines"][0] for r in all_records if r["plan"] == slug and r["kind"] != "institution"
        ]
        assert lines == sorted(lines)


def test_institutions_which_have_no_row_of_their_own_come_last_in_their_plan(
    terminal: Terminal, printed: dict[str, Ran]
) -> None:
    for _, of_plan in groupby(records(terminal, printed), key=lambda r: str(r["plan"])):
        kinds = [last for last, _ in groupby(r["kind"] == "institution" for r in of_plan)]
        assert kinds == [False, True]


@pytest.mark.parametrize("slug", sorted(COUNTS))
def test_a_plan_alone_is_its_part_of_the_whole(
    terminal: Terminal, printed: dict[str, Ran], slug: str
) -> None:
    alone = records(terminal, printed, "--plan", slug)
    assert alone == [r for r in records(terminal, printed) if r["plan"] == slug]
    counted = Counter(r["kind"] for r in alone)
    assert {kind: counted[kind] for kind in COUNTS[slug]} == COUNTS[slug]


@pytest.mark.parametrize("kind", ["measure", "service", "project", "plan", "term", "institution", "passage"])
def test_a_kind_alone_is_its_part_of_the_whole(
    terminal: Terminal, printed: dict[str, Ran], kind: str
) -> None:
    alone = records(terminal, printed, "--kind", kind)
    assert alone == [r for r in records(terminal, printed) if r["kind"] == kind]


def test_plan_and_kind_together_bind_both(terminal: Terminal, printed: dict[str, Ran]) -> None:
    campaigns = records(terminal, printed, "--plan", "piatra-neamt-2023", "--kind", "campaign")
    assert [(r["section"][:22], r["number"]) for r in campaigns] == [
        *(("Campanii de informare ", n) for n in range(1, 8)),
        *(("Campanii de promovare ", n) for n in range(1, 4)),
        ("Organizarea de întâlni", 1),
    ]


def test_without_json_each_line_is_an_id_and_a_title(terminal: Terminal, printed: dict[str, Ran]) -> None:
    ran = terminal.call("records", "--plan", "ialomita-2024", "--kind", "measure")
    listed = records(terminal, printed, "--plan", "ialomita-2024", "--kind", "measure")
    assert ran.out == "".join(f"{r['id']}\t{r['title']}\n" for r in listed)


def test_a_plan_that_is_not_there_is_a_wrong_use(terminal: Terminal) -> None:
    ran = terminal.call("records", "--json", "--plan", "cluj-2030")
    assert (ran.status, ran.out, "cluj-2030" in ran.err) == (2, "", True)


def test_a_kind_that_does_not_exist_is_a_wrong_use(terminal: Terminal) -> None:
    assert terminal.call("records", "--json", "--kind", "masura").status == 2


def test_the_process_prints_utf8_and_ends_with_0(terminal: Terminal) -> None:
    ran = terminal.run("records", "--json", "--plan", "ialomita-2024", "--kind", "plan")
    assert (ran.status, ran.err, [r["title"] for r in ran.objects]) == (
        0,
        "",
        ["PLANUL DE ACȚIUNE A SJDSS IALOMIȚA, ANUL 2024"],
    )
