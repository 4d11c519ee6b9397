"""Invented plans: a plan's folder written from strings, and what is read from it."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent
from typing import Any

from index.readers.draft import Draft
from index.readers.lists import ListRules
from index.reading import PlanReading, read_plan

HEAD = """
title = "Plan de acțiune al județului Vrâncioaia"
lines = [1, 1]
issuer = "Consiliul Județean Vrâncioaia"
county = "Vrâncioaia"
period = { from = 2031, to = 2033 }
"""
"""The keys that every `plan.toml` has; the title stands in line 1 of the source."""

TITLE = "Plan de acțiune al județului Vrâncioaia"


def tabbed(text: str) -> str:
    """Lines with ` | ` between cells → lines with tabs; the first and last line end are not the text's."""
    lines = dedent(text).strip("\n").split("\n")
    return "\n".join(re.sub(r" *\| ?", "\t", line) for line in lines)


def write_plan(parent: Path, sections: str, source: str, **files: str) -> Path:
    """A plan's folder named `plan`: its `plan.toml`, its source and other files (`corrections="…"`)."""
    folder = parent / "plan"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plan.toml").write_text(HEAD + dedent(sections), encoding="utf-8")
    (folder / "source.txt").write_text(f"{TITLE}\n{tabbed(source)}", encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(dedent(text), encoding="utf-8")
    return folder


def read_invented(
    parent: Path, sections: str, source: str, rules: dict[str, ListRules], **files: str
) -> PlanReading:
    """What is read from an invented plan."""
    return read_plan(write_plan(parent, sections, source, **files), rules)


def drafts(reading: PlanReading, *kinds: str) -> list[Draft]:
    """Drafts of some kinds, in document order."""
    return [draft for draft in reading.drafts.values() if draft.kind in kinds]


def fields(reading: PlanReading, *kinds: str) -> list[dict[str, Any]]:
    """Printed fields of the drafts of some kinds, in document order."""
    return [draft.fields for draft in drafts(reading, *kinds)]
