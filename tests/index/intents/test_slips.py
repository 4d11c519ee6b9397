"""Words typed in haste, and what they were meant to be."""

from __future__ import annotations

import pytest

from index.intents.slips import Mender

KEYS = {"batut", "singur", "vreau", "frica", "sot", "abandon*", "agresa", "agrese"}
MENDER = Mender(
    towards=KEYS,
    keys=KEYS | {"procent*"},
    everyday={"saritor"},
    short={"mn": "mâine", "nush": "nu știu"},
    confused={"sigur": "singur"},
)
KNOWN = ({"frisca"},)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("batut", ["batut"]),
        ("battut", ["batut"]),
        ("baut", ["batut"]),
        ("abandnoata", ["abandnoata"]),
        ("abandonata", ["abandonata"]),
        ("btut", ["batut"]),
        ("sngr", ["singur"]),
        ("vrau", ["vreau"]),
        ("vrem", ["vrem"]),
        ("procentele", ["procentele"]),
        ("frisca", ["frisca"]),
        ("saritor", ["saritor"]),
        ("agresx", ["agresa", "agrese"]),
        ("sigur", ["sigur", "singur"]),
        ("mn", ["maine"]),
    ],
)
def test_a_slip_is_mended_and_other_words_are_left(typed: str, meant: list[str]) -> None:
    assert [list(readings) for readings in MENDER.mend([typed], KNOWN)] == [meant]


def test_a_short_form_may_stand_for_several_words() -> None:
    assert list(MENDER.mend(["nush", "mn"], KNOWN)) == [("nu",), ("stiu",), ("maine",)]
