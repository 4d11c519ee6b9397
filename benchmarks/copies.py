"""The catalogue many times over: copies of every record with other places and other codes.

A country has forty such counties and hundreds of such towns; the copies stand for them. Each copy is a plan
of its own: the names of its counties and localities are invented, in its titles and headings too, and the
last Arabic number of every code is moved on. Nothing else differs, so words alone cannot tell a copy from its
original.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from benchmarks.originals import MARK
from index import Catalogue, Record
from index.language import fold
from index.places import Place

_SYLLABLES = (
    "bra",
    "cel",
    "dor",
    "fun",
    "gri",
    "hal",
    "jiv",
    "lup",
    "mer",
    "nov",
    "pod",
    "rus",
    "sil",
    "tar",
    "vad",
    "zim",
)
"""Three of them and an ending make a name; no place in Romania is called so."""
_ENDINGS = ("eni", "oaia", "ava")
_MOST_IN_CODE = 100
"""Codes have at most two digits between their dots."""


def times(catalogue: Catalogue, factor: int) -> Catalogue:
    """The catalogue with factor - 1 copies of every record; its places learn the invented names."""
    names = _invented()
    records = list(catalogue.records)
    for number in range(1, factor):
        records += _copy(catalogue, number, names)
    return replace(catalogue, records=tuple(records))


def _invented() -> Iterator[str]:
    """Names of places that there are none of, each once."""
    for one, two, three, end in itertools.product(_SYLLABLES, _SYLLABLES, _SYLLABLES, _ENDINGS):
        if one != two != three:
            yield f"{one}{two}{three}{end}".capitalize()


def _copy(catalogue: Catalogue, number: int, names: Iterator[str]) -> Iterator[Record]:
    counties = sorted({r.county for r in catalogue.records if r.county})
    towns = sorted({(r.locality, r.county or "") for r in catalogue.records if r.locality})
    new: dict[str, str] = {}
    for county in counties:
        new.setdefault(county, next(names))
        place = Place(new[county], f"X{number}-{county}", "county", from_plan=True)
        catalogue.places.counties[place.county] = place
        catalogue.places.add(place)
    for town, county in towns:
        new.setdefault(town, next(names))
        catalogue.places.add(Place(new[town], f"X{number}-{county}", "town", from_plan=True))
    # the longest name first: "Târgu Frumos" before "Frumos"
    said = {fold(name): invented for name, invented in new.items()}
    pattern = re.compile(
        "|".join(_spelled(name) for name in sorted(new, key=len, reverse=True)), re.IGNORECASE
    )
    for record in catalogue.records:
        yield _renamed(record, number, pattern, said)


def _spelled(name: str) -> str:
    """A name as printed, with or without diacritics."""
    letters = {"ă": "[ăa]", "â": "[âaî]", "î": "[îiâ]", "ș": "[șşs]", "ț": "[țţt]"}
    return r"\b" + "".join(letters.get(c, re.escape(c)) for c in name.lower()) + r"\b"


def _renamed(record: Record, number: int, pattern: re.Pattern[str], said: dict[str, str]) -> Record:
    def other(text: str | None) -> str | None:
        return text and pattern.sub(lambda m: said.get(fold(m.group()), m.group()), text)

    def others(texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(other(text) or "" for text in texts)

    tail = f"{MARK}{number}"
    return record.model_copy(
        update={
            "id": f"{record.plan}{tail}:{record.id.partition(':')[2]}{tail}",
            "key": f"{record.key}{tail}",
            "plan": record.plan + tail,
            "code": _moved(record.code, number) if record.kind != "term" else record.code,
            "same_as": record.same_as and f"{record.plan}{tail}:{record.same_as.partition(':')[2]}{tail}",
            **{name: other(getattr(record, name)) for name in ("title", "county", "locality", "institution")},
            **{name: other(getattr(record, name)) for name in ("activity", "objective", "issuer")},
            **{name: others(getattr(record, name)) for name in ("path", "responsible", "partners")},
        }
    )


def _moved(code: str | None, number: int) -> str | None:
    """A code whose last number is another."""
    if code is None:
        return None
    return re.sub(
        r"(?<!\d)\d{1,2}(?=\D*$)", lambda m: str((int(m.group()) + number) % _MOST_IN_CODE), code, count=1
    )
