"""Texts of staff that count: each language's own plurals, in every catalogue of staff."""

from __future__ import annotations

import re

import pytest

from tests.bot.say.test_texts import SAY

_CATALOGUES = ("values", "reporting", "team")
_SELECTED = re.compile(r"\{ (\$\w+) ->\n((?:\s+\*?\[\w+\].*\n)+)\s*\}")
_VARIANT = re.compile(r"^\s+\*?\[(\w+)\] ?(.*)$", re.MULTILINE)
_COUNTED = re.compile(r"(\{ \$\w+ \}) (?!ale\b|de\b)(?=[a-zăâîșț]|\{)")
"""A number and what is counted; "toate 4 ale măsurii" counts nothing."""


def selections(name: str) -> list[dict[str, str]]:
    """The ways in which a catalogue chooses by a number, each as its variants, and by what."""
    text = (SAY / name).read_text(encoding="utf-8")
    found = [
        dict(_VARIANT.findall(match[2])) | {"by": f"{{ {match[1]} }}"} for match in _SELECTED.finditer(text)
    ]
    return [variants for variants in found if "one" in variants]


@pytest.mark.parametrize("catalogue", _CATALOGUES)
def test_romanian_counts_in_three_ways_and_says_de_from_twenty_on(catalogue: str) -> None:
    wrong = []
    for variants in selections(f"ro.{catalogue}.ftl"):
        if "few" not in variants and variants["by"] not in variants["other"]:
            continue  # one or several, and no number is said
        wanted = _COUNTED.sub(r"\1 de ", variants.get("few", ""))
        if not variants.keys() >= {"one", "few", "other"} or variants["other"] != wanted:
            wrong.append(variants)
    assert wrong == []


@pytest.mark.parametrize("catalogue", _CATALOGUES)
def test_english_counts_in_two_ways(catalogue: str) -> None:
    found = selections(f"en.{catalogue}.ftl")
    assert [v for v in found if not {"one", "other"} <= v.keys() <= {"0", "one", "other", "by"}] == []


def test_the_catalogues_do_count() -> None:
    assert all(selections(f"{lang}.team.ftl") for lang in ("ro", "en"))
