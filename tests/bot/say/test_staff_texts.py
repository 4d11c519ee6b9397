"""Texts of staff with numbers in them: Romanian has "de" from twenty on, and not before."""

from __future__ import annotations

import re

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.say import texts
from tests.bot.say.test_texts import SAY, messages

CATALOGUES = ("values", "reporting", "team")
STAFF_KEYS = [
    entry.id.name
    for name in CATALOGUES
    for entry in FluentParser().parse((SAY / f"ro.{name}.ftl").read_text(encoding="utf-8")).body
    if isinstance(entry, ftl.Message)
]
ALWAYS_MANY = {"report-too-many-lines", "report-note-long", "words-too-long"}
"""Their numbers are limits, which are twenty or more."""
NO_NOUNS = {"ale", "din", "la", "km", "lei", "sau", "și", "pe", "peste", "ori"}
"""Words and signs after a number that are not what is counted, or never take "de"."""


def said(key: str, n: int) -> str:
    """The text with a number; what else it holds is short."""
    return texts("ro")(key, **(dict.fromkeys(messages("ro")[key], "–") | {"n": n}))


@pytest.mark.parametrize("key", [k for k in STAFF_KEYS if "n" in messages("ro")[k]])
def test_numbers_of_staff_texts_are_said_as_romanians_count(key: str) -> None:
    many = re.findall(r"\b(?:20|100|120) (?!de\b)([^\W\d]+)", " ".join(said(key, n) for n in (20, 100, 120)))
    few = re.findall(r"\b(?:0|2|19|101|119) de\b", " ".join(said(key, n) for n in (0, 2, 19, 101, 119)))
    counted = [word for word in many if word not in NO_NOUNS and word.islower()]
    assert (counted, few if key not in ALWAYS_MANY else []) == ([], [])
