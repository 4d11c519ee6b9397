"""What is not right: two buttons under an answer and an optional sentence; kept without the person."""

from __future__ import annotations

from typing import Literal

from bot.chat.buttons import Button
from bot.chat.guide import Moment
from bot.chat.screens import Key, Note, Screen, Step
from bot.say import as_html

_SHOWN = 5
"""Records of an answer that are noted with what is wrong with it."""


def said_wrong(moment: Moment, kind: Literal["unwanted", "wrong"], key: str) -> Step:
    """Note what was read and shown, and offer to add a sentence."""
    memory = moment.state.memory
    record = moment.record(key)
    about = {
        "read": memory.read.model_dump(mode="json", exclude_defaults=True) if memory.read else None,
        "outcome": memory.outcome,
        "shown": [record.id] if record else list(memory.shown[:_SHOWN]),
    }
    say = moment.say
    if not moment.private:
        # the next message may be somebody else's
        return moment.step(toast=say("feedback-noted"), note=Note(kind, about))
    skip = Key(say("button-no-words"), Button(do="no-words"))
    screen = Screen(as_html(say(f"feedback-{kind}")), ((skip,),))
    return moment.step(screen, note=Note(kind, about), awaits_words=True)


def without_words(moment: Moment) -> Step:
    """No sentence: the note stays as it is."""
    state = moment.state.model_copy(update={"awaits": None})
    return Step(moment.step().said, state, moment.person, toast=moment.say("feedback-kept"))
