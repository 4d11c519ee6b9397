"""Forms of verbs, made from their base form."""

from __future__ import annotations

import pytest

from index.language.verbs import Verbs

IRREGULAR = {"bate": {"now": ["bate", "bată"], "done": ["bătut*"]}}


@pytest.mark.parametrize(
    ("verb", "tense", "some_forms"),
    [
        ("lovi", "now", {"loveste", "lovesc", "loveasca", "lovind*"}),
        ("lovi", "done", {"lovit*"}),
        ("lovi", "before", {"lovea", "loveau"}),
        ("maltrata", "now", {"maltrateaza", "maltrateze"}),
        ("amenința", "now", {"ameninta", "ameninte"}),
        ("amenința", "done", {"amenintat*"}),
        ("slap", "now", {"slap", "slaps", "slapping"}),
        ("push", "now", {"pushes", "pushing"}),
        ("bully", "done", {"bullied"}),
        ("choke", "done", {"choked"}),
        ("bate", "now", {"bate", "bata"}),
        ("bate", "before", set()),
    ],
)
def test_a_verb_has_its_forms_in_each_tense(verb: str, tense: str, some_forms: set[str]) -> None:
    assert some_forms - set(Verbs(IRREGULAR).forms(verb, tense)) == set()


def test_without_a_tense_a_verb_has_the_forms_of_all() -> None:
    assert Verbs(IRREGULAR).forms("bate") == ("bate", "bata", "batut*")
