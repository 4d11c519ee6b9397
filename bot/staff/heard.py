"""Words that were asked for: a question, an answer, a reason. They are kept for good, so look first."""

from __future__ import annotations

from bot.staff.caution import looks_personal
from bot.staff.engine import Line, Outcome, Tap, View, World
from bot.staff.lines import CANCEL, MAX_WORDS_CHARS
from bot.staff.team_state import TeamState
from bot.staff.words import words_of

ANYWAY = "anyway"
"""Act of the button that sends words which look like personal data."""


def heard(state: TeamState, text: str, world: World) -> str | Outcome:
    """The words to be kept; or what is asked first, or that the message is none of ours."""
    words = " ".join(text.split())
    if not words or words.startswith("/") or world.guide.in_danger(text):
        return Outcome(state, passes=True)
    if len(words) > MAX_WORDS_CHARS:
        long = Line("words-too-long", {"n": len(words), "most": MAX_WORDS_CHARS})
        return Outcome(state, views=(View((long,), _cancel()),))
    if looks_personal(words, words_of(world.guide.index)) is None:
        return words
    asked = View(
        (Line("words-personal", {"words": words}),), ((Tap(Line("do-words-anyway"), ANYWAY),), *_cancel())
    )
    return Outcome(state.model_copy(update={"words": words}), views=(asked,))


def _cancel() -> tuple[tuple[Tap, ...], ...]:
    return ((Tap(CANCEL, "cancel"),),)
