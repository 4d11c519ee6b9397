"""Phrases found in a message: verbs in any form, sets within sets, words that change nothing."""

from __future__ import annotations

import pytest

from index.intents.phrases import Phrases, Span
from index.language.verbs import Verbs

SETS = {
    "hitting": ["lovi~", "da~ cu (pumnul|palma)"],
    "hits": ["@hitting:now"],
    "gas": ["miroase a gaz*"],
    "ends": ["vreau să termin ."],
    "pills": ["# pastile"],
}
IRREGULAR = {"da": {"now": ["dă"], "done": ["dat"]}}


@pytest.fixture(scope="module", params=["as added", "merged"])
def phrases(request: pytest.FixtureRequest) -> Phrases:
    """A net small enough to hold in view."""
    made = Phrases(Verbs(IRREGULAR), fillers={"tare"}, numbers={"zece"})
    made.add(SETS, list(SETS))
    if request.param == "merged":
        made.merge()
    return made


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("ma loveste", {"hitting": [Span(1, 2)], "hits": [Span(1, 2)]}),
        ("m a lovit", {"hitting": [Span(2, 3)]}),
        ("da cu palma", {"hitting": [Span(0, 3)], "hits": [Span(0, 3)]}),
        ("a dat cu palma", {"hitting": [Span(1, 4)]}),
        ("miroase tare a gaze", {"gas": [Span(0, 4)]}),
        ("miroase greu a gaze", {}),
        ("vreau sa termin .", {"ends": [Span(0, 4)]}),
        ("vreau sa termin scoala .", {}),
        ("zece pastile", {"pills": [Span(0, 2)]}),
        ("20 pastile", {"pills": [Span(0, 2)]}),
    ],
)
def test_phrases_are_found_where_they_stand(
    phrases: Phrases, message: str, found: dict[str, list[Span]]
) -> None:
    assert phrases.find([(word,) for word in message.split()]) == found


def test_a_word_is_tried_in_every_way_it_may_be_read(phrases: Phrases) -> None:
    assert phrases.find([("sigur", "loveste")]) == {"hitting": [Span(0, 1)], "hits": [Span(0, 1)]}
