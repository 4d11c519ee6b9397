"""Forms of a verb from its base form, so that a word list needs each verb once.

In: a folded infinitive ("lovi", "slap"). Out: its folded forms by tense; one in * may go on.
Regular Romanian verbs in -i and -a, regular English verbs; the others come from a table of the data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from index.language.folding import fold

TENSES = ("now", "done", "before")
"""Present, infinitive and gerund ("lovește"); participle ("lovit"); Romanian imperfect ("lovea")."""

_ROMANIAN = {
    "i": {
        "now": ("i", "esc", "esti", "este", "im", "iti", "easca", "ind*"),
        "done": ("it*",),
        "before": ("eam", "eai", "ea", "eau", "eati"),
    },
    "a": {
        "now": ("a", "e", "ez", "ezi", "eaza", "eze", "am", "ati", "and*"),
        "done": ("at*",),
        "before": ("ai", "au"),
    },
}
"""Endings after the infinitive's last letter; -a has both those of "atacă" and of "maltratează"."""


def regular_forms(verb: str) -> dict[str, tuple[str, ...]]:
    """Tense → forms of a regular verb.

    >>> regular_forms("lovi")["done"], regular_forms("agresa")["now"][3]
    (('lovit*',), 'agresezi')
    >>> regular_forms("slap")
    {'now': ('slap', 'slaps', 'slapping', 'slaping'), 'done': ('slapped', 'slaped'), 'before': ()}
    """
    endings = _ROMANIAN.get(verb[-1:])
    if endings:
        return {tense: tuple(verb[:-1] + ending for ending in endings[tense]) for tense in TENSES}
    third = verb[:-1] + "ies" if verb.endswith("y") else verb + "es" * verb.endswith(("s", "x", "ch", "sh"))
    stems = _english_stems(verb)
    return {
        "now": (verb, third if third != verb else verb + "s", *(stem + "ing" for stem in stems)),
        "done": tuple(stem.removesuffix("y") + ("ied" if stem.endswith("y") else "ed") for stem in stems),
        "before": (),
    }


def _english_stems(verb: str) -> tuple[str, ...]:
    """What -ing and -ed come after: without -e; after one vowel with the last letter doubled, and not."""
    if verb.endswith("e"):
        return (verb[:-1],)
    doubles = re.search(r"(?<![aeiou])[aeiou][^aeiouwxy]$", verb)
    return (verb + verb[-1], verb) if doubles else (verb,)


class Verbs:
    """Forms of verbs: irregular ones from a table {infinitive: {tense: forms}}, the others by rule."""

    def __init__(self, irregular: Mapping[str, Mapping[str, Iterable[str]]] | None = None) -> None:
        self._irregular = {
            fold(verb): {tense: tuple(map(_folded, forms)) for tense, forms in tenses.items()}
            for verb, tenses in (irregular or {}).items()
        }

    def forms(self, verb: str, tense: str | None = None) -> tuple[str, ...]:
        """Folded forms of a verb in one tense, or in all."""
        folded = fold(verb)
        tenses = self._irregular.get(folded) or regular_forms(folded)
        return tuple(form for name in ([tense] if tense else TENSES) for form in tenses.get(name, ()))


def _folded(form: str) -> str:
    """A form folded, with the * of its endings."""
    return fold(form) + "*" * form.endswith("*")
