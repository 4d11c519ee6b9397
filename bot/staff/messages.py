"""A message while a report is open: a word that steers, a button's label, an answer; or nothing of ours."""

from __future__ import annotations

from dataclasses import replace

from bot.staff.asking import SKIPPED
from bot.staff.draft import Draft, StepName
from bot.staff.engine import Line, Outcome, Typed, View, World
from bot.staff.flow import question, refuse, show
from bot.staff.line import is_about_another, is_report
from bot.staff.pressing import PRESSES
from bot.staff.saving import resumed
from bot.staff.steering import asks_something, can_be_answered, greets, steers, tap_typed
from bot.staff.taking import TAKES
from bot.staff.words import words_of

STALE_SECONDS = 3600
"""After so long a message may well be about something else."""
_WORDS: tuple[StepName, ...] = ("note", "note-sure", "reason")
"""Steps at which any words are an answer."""
_VALUED: tuple[StepName, ...] = ("value", "sure", "period", "item", "summary")
"""Steps at which a number is read."""
_YES: dict[StepName, str] = {"sure": "sure", "note-sure": "keep", "twin": "both", "summary": "save"}
_NO: dict[StepName, tuple[str, str]] = {
    "sure": ("edit", "value"),
    "note-sure": ("edit", "note"),
    "twin": ("out", ""),
}


def typed(draft: Draft, given: Typed, world: World) -> Outcome | None:
    """What a message leads to; None when it is not about the draft."""
    text = given.text.strip()
    stale = given.at - draft.touched_at > STALE_SECONDS
    if draft.step not in _WORDS and world.guide.in_danger(text):
        return None
    pressed = _steered(draft, text, world) or _labelled(draft, text, world)
    if pressed is not None:
        return _noted(pressed, draft, world) if stale else pressed
    return _answered(draft, text, given.at, world, stale=stale)


def _steered(draft: Draft, text: str, world: World) -> Outcome | None:
    """A word that stands for a button which every step has, or this one."""
    meant = steers(text, world.guide)
    act, rest = "", ""
    if "cancel" in meant:
        act = "cancel"
    elif "yes" in meant and draft.step in _YES:
        act = _YES[draft.step]
    elif "no" in meant and draft.step in _NO:
        act, rest = _NO[draft.step]
    elif "save" in meant and not _takes_words(draft, world):
        act = "save"
    elif "skip" in meant and (draft.step in SKIPPED or draft.step in ("find", "value", "sure", "reason")):
        act = "skip"
    elif "continue" in meant:
        act = "go"
    else:
        act = next((one for one in ("back", "help", "later") if one in meant), "")
    return _as_typed(PRESSES[act](draft, rest, world)) if act else None


def _labelled(draft: Draft, text: str, world: World) -> Outcome | None:
    """The label of a button, typed."""
    tap = tap_typed(text, question(draft, world), world)
    if tap is None or tap.act not in PRESSES:
        return None
    token, number, rest = tap.arg.split(".", 2)
    if token != draft.token:
        return None
    return _as_typed(PRESSES[tap.act](draft.changed(at=int(number)), rest, world))


def _as_typed(outcome: Outcome) -> Outcome:
    """What a button leads to, as an answer to a message: nothing was pressed that could be replaced."""
    return replace(outcome, in_place=False, toast=None)


def _noted(outcome: Outcome, draft: Draft, world: World) -> Outcome:
    """What a message leads to after a long time, with where one was."""
    if not outcome.views:
        return outcome
    first, *others = outcome.views
    views = (View((resumed(draft, world), *first.lines), first.taps), *others)
    return replace(outcome, views=views)


def _answered(draft: Draft, text: str, at: float, world: World, *, stale: bool) -> Outcome | None:
    free = _takes_words(draft, world)
    asked = asks_something(text, world)
    if asked and draft.step != "find" and (stale or not free):
        return None
    if stale and draft.step == "find" and draft.is_empty and not any(char.isdigit() for char in text):
        return None
    if draft.step not in _WORDS and draft.step != "find" and is_report(text, words_of(world.guide.index)):
        return None
    if begins_another(draft, text, world):
        return None
    taken = TAKES[draft.step](draft, text, at, world)
    if not isinstance(taken, Line):
        before = (resumed(draft, world),) if stale else ()
        return show(taken, world, *before)
    if stale or asked or greets(text, world) or (draft.step != "find" and _means_else(text, world)):
        return None
    return refuse(draft, world, taken)


def begins_another(draft: Draft, text: str, world: World) -> bool:
    """Whether a message reports about something else than the draft: its number is no value of this one."""
    target = world.targets.by_id.get(draft.item.target or "")
    if target is None or draft.step not in _VALUED or _takes_words(draft, world):
        return False
    return is_about_another(text, target, words_of(world.guide.index))


def _takes_words(draft: Draft, world: World) -> bool:
    """Whether any words are an answer at the step."""
    target = world.targets.by_id.get(draft.item.target or "")
    worded = draft.step == "value" and target is not None and target.kind == "text"
    return worded or draft.step in _WORDS


def _means_else(text: str, world: World) -> bool:
    """Whether a message that is no answer is words that the plans answer.

    A single word, and one with digits, is rather a slip.
    """
    several = len(text.split()) > 1 and not any(char.isdigit() for char in text)
    return several and can_be_answered(text, world)
