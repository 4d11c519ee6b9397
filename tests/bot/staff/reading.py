"""Indicators of each kind to read values for, and how a line is said: what tests of the readers share."""

from __future__ import annotations

from bot.say import Lang, texts
from bot.staff.engine import Line
from bot.staff.refusals import Refusal
from bot.staff.shapes import Target
from index import IndicatorFact, Record


def record(**changes: object) -> Record:
    """A measure of an invented plan."""
    held: dict[str, object] = {
        "id": "plan:measure:1",
        "key": "aaaaaaaaaa",
        "kind": "measure",
        "plan": "plan",
        "title": "Sprijin pentru copii",
        "source": {"document": "source.txt", "lines": (1, 1)},
    }
    return Record.model_validate(held | changes)


def target(answer: str | None, text: str = "Nr. copii", unit: str | None = "copii") -> Target:
    """An indicator of one kind; a standing report when there is none."""
    fact = None
    if answer:
        fact = IndicatorFact(id="plan:measure:1#a", text=text, origin="indicators", answer=answer, unit=unit)
    return Target(record=record(), fact=fact, id="plan:measure:1#a", handle="i_aaaaaa")


CHILDREN = target("number")
MONEY = target("number", "Bugetul alocat", "lei")
SHARE = target("percent", "Ponderea copiilor", "%")
STATE = target("state", "Campanii derulate", None)
WORDS = target("text", "Teme abordate", None)
STANDING = target(None)


def said(line: object, lang: Lang = "ro") -> str:
    """A line in a language, lines in it put into words first."""
    if isinstance(line, Refusal):
        return said(line.line, lang)
    assert isinstance(line, Line)
    values = {name: said(v, lang) if isinstance(v, Line) else v for name, v in line.values.items()}
    return texts(lang)(line.key, **values)
