"""The sets of a build hold just the records that the plans' own words put there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index import Assistant, Record
from index.codes import plain_code
from index.language import fold
from index.numbers import Field

PICKED: list[tuple[Field, str, Callable[[Record], bool]]] = [
    ("plan", "bacau-2014-2024", lambda r: r.plan == "bacau-2014-2024"),
    ("kind", "campaign", lambda r: r.kind == "campaign"),
    ("status", "closing", lambda r: r.status == "closing"),
    ("class", "repeated", lambda r: r.same_as is not None),
    ("class", "for-anyone", lambda r: r.kind == "service" and not r.audiences),
    ("class", "placeless", lambda r: not r.locality),
    ("letters", "d", lambda r: r.code is not None and r.code[0] == "D" and not r.code[1].isalpha()),
    ("number", "project:50", lambda r: r.kind == "project" and r.number == 50),
    ("locality", "pascani", lambda r: fold(r.locality or "") == "pascani"),
    ("due", "2024", lambda r: any(d.startswith("2024") for d in r.deadline_facts.dates)),
    ("due", "2017-07", lambda r: any(d.startswith("2017-07") for d in r.deadline_facts.dates)),
]


@pytest.mark.parametrize(("field", "value", "is_in"), PICKED)
def test_a_set_holds_just_the_records_that_have_the_value(
    assistant: Assistant, field: Field, value: str, is_in: Callable[[Record], bool]
) -> None:
    index = assistant.index
    expected = [r.id for r in index.records if is_in(r)]
    assert expected
    assert [r.id for r in index.pick(index.lookups.having(field, value))] == expected


def test_a_record_names_whoever_does_it_helps_with_it_or_is_in_its_title(assistant: Assistant) -> None:
    index = assistant.index
    named, doers, partners = (
        index.pick(index.lookups.having(role, "dgaspc")) for role in ("institution", "doer", "partner")
    )
    beside = [f"{r.title} {r.institution or ''}" for r in named if r not in doers and r not in partners]
    assert [r.id for r in (*doers, *partners) if r not in named] == []
    assert beside
    assert [t for t in beside if "dgaspc" not in index.vocabulary.institutions.find_in(t)] == []


def test_every_measure_is_found_by_its_code_however_it_is_printed(assistant: Assistant) -> None:
    index = assistant.index
    coded = {r.id: plain_code(r.code) for r in index.records if r.kind == "measure" and r.code}
    found = {i: {r.id for r in index.pick(index.lookups.having("code", code))} for i, code in coded.items()}
    assert coded
    assert [i for i in coded if i not in found[i]] == []


def test_partners_are_apart_from_those_who_answer_for_a_measure(assistant: Assistant) -> None:
    index = assistant.index
    doers, partners = (index.lookups.having(role, "dsp") for role in ("doer", "partner"))
    named = [any("DSP" in name for name in r.partners) for r in index.pick(partners & ~doers)]
    assert named
    assert all(named)
    assert not any("DSP" in name for r in index.pick(doers & ~partners) for name in r.partners)
