"""Words that were asked for: a question, an answer, a reason. They are kept for good, so look first."""

from __future__ import annotations

from bot.staff.caution import looks_personal
from bot.staff.engine import Line, Outcome, Tap, View, World
from bot.staff.lines import CANCEL, CANCELLED, MAX_WORDS_CHARS
from bot.staff.steering import asks_something, can_be_answered, steers
from bot.staff.team_state import TeamState
from bot.staff.words import words_of

_CANCEL_ROW = ((Tap(CANCEL, "cancel"),),)
ANYWAY = "anyway"
"""Act of the button that sends words which look like personal data."""


_LATE_SECONDS = 3600
"""A message that comes later may be meant for something else: it is asked about first."""


def heard(state: TeamState, text: str, world: World) -> str | Outcome:
    """The words to be kept; or what is asked first, or that the message is none of ours.

    A question of a coordinator looks like any question; other words that the plans answer are no answer.
    """
    words = " ".join(text.split())
    if not words or words.startswith("/") or world.guide.in_danger(text):
        return Outcome(state, passes=True)
    if "cancel" in steers(words, world.guide):
        return Outcome(None, views=(View((CANCELLED,)),))
    late = world.now - state.at > _LATE_SECONDS
    if (late or state.awaits != "question") and asks_something(text, world) and can_be_answered(text, world):
        return Outcome(state, passes=True)
    if len(words) > MAX_WORDS_CHARS:
        long = Line("words-too-long", {"n": len(words), "most": MAX_WORDS_CHARS})
        return Outcome(state, views=(View((long,), _CANCEL_ROW),))
    if looks_personal(words, words_of(world.guide.index)) is not None:
        return _asked(state, words, Line("words-personal", {"words": words}))
    return _asked(state, words, Line("words-late", {"words": words})) if late else words


def _asked(state: TeamState, words: str, line: Line) -> Outcome:
    """Words that are kept only when they are confirmed, or typed again otherwise."""
    view = View((line,), ((Tap(Line("do-words-anyway"), ANYWAY),), *_CANCEL_ROW))
    return Outcome(state.model_copy(update={"words": words}), views=(view,))
