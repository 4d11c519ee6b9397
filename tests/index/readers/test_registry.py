"""Every reader that `plan.toml` may name is tried on a real plan and on an invented one."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from index import Catalogue
from index.plans import SectionSpec


def readers() -> set[str]:
    """Names of the readers."""
    specs = get_args(get_args(SectionSpec)[0])
    return {name for spec in specs for name in get_args(spec.model_fields["reader"].annotation)}


def test_every_reader_reads_a_real_plan(catalogue: Catalogue) -> None:
    used = {s.reader for reading in catalogue.readings.values() for s in reading.spec.section}
    assert used == readers()


def test_every_reader_reads_an_invented_plan() -> None:
    tests = "".join(p.read_text(encoding="utf-8") for p in sorted(Path(__file__).parent.glob("test_*.py")))
    assert {name for name in readers() if f'reader = "{name}"' not in tests} == set()
