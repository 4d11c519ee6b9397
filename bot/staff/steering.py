"""What people type in place of a button, and whether a message is meant for the conversation at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from bot.chat.guide import Guide
from bot.say import texts
from bot.staff.drawing import say_label
from bot.staff.engine import Tap, View, World
from index import fold

Steer = Literal["cancel", "back", "help", "skip", "save", "yes", "no", "continue", "undo", "later"]

_MOST_STEER_WORDS = 4
_LEAST_QUESTION_WORDS = 2
""""14?" is an answer with a doubt, no question."""


def steers(text: str, guide: Guide) -> frozenset[str]:
    """What a message tells the conversation to do, when it says nothing else; a word may have two meanings,
    of which a step takes one: "anulează" undoes what was saved and cancels what was not."""
    said = fold(text) or text.strip()
    if len(said.split()) > _MOST_STEER_WORDS:
        return frozenset()
    return _table(guide).get(said, frozenset())


def _table(guide: Guide) -> Mapping[str, frozenset[str]]:
    """Folded words → what they mean; made once for each build."""
    ready = guide.index.vocabulary.ready
    if "steering" not in ready:
        made: dict[str, frozenset[str]] = {}
        for meaning, phrases in _words(guide, "steer").items():
            for phrase in phrases:
                key = fold(phrase) or phrase
                made[key] = made.get(key, frozenset()) | {meaning}
        ready["steering"] = made
    table: Mapping[str, frozenset[str]] = ready["steering"]
    return table


def tap_typed(text: str, view: View, world: World) -> Tap | None:
    """The button of a view whose label was typed, whole; None when none was."""
    said, say = fold(text), texts(world.lang)
    if not said:
        return None
    fitting = [tap for tap in taps(view) if fold(say_label(tap, say)) == said]
    return fitting[0] if fitting else None


def tap_numbered(text: str, numbered: Iterable[Tap]) -> Tap | None:
    """The button whose number in a list was typed: "2", "2."; None when there is none."""
    said = text.strip().rstrip(".)").strip()
    if not said.isdecimal() or not said.isascii() or len(said) > 3:
        return None
    return dict(enumerate(numbered, 1)).get(int(said))


def taps(view: View) -> Iterable[Tap]:
    """The buttons of a view in order."""
    return (tap for row in view.taps for tap in row)


def asks_something(text: str, world: World) -> bool:
    """Whether a message is a question: somebody wants an answer, not to answer."""
    said = fold(text)
    if len(said.split()) < _LEAST_QUESTION_WORDS:
        return False
    asking = _words(world.guide, "talk")["asking"]
    return text.rstrip().endswith("?") or any(said.startswith(f"{fold(one)} ") for one in asking)


def greets(text: str, world: World) -> bool:
    """Whether a message begins with a greeting or thanks."""
    said = f"{fold(text)} "
    return any(said.startswith(f"{fold(one)} ") for one in _words(world.guide, "talk")["greetings"])


def can_be_answered(text: str, world: World) -> bool:
    """Whether the plans answer a message as a question."""
    answer = world.guide.assistant.answer(text, world.today)
    return bool(answer.records) or answer.outcome in ("referred", "choose") or bool(answer.definitions)


def without_filler(text: str, world: World) -> str:
    """A text to find a measure by, without the words that only say that one is looked for."""
    filler = {fold(one) for one in _words(world.guide, "find")["filler"]}
    return " ".join(word for word in text.split() if fold(word) not in filler)


def _words(guide: Guide, table: str) -> Mapping[str, list[str]]:
    found: Mapping[str, list[str]] = guide.index.vocabulary.tables["steering"][table]
    return found
