"""A pressed button → a step. Old, foreign and broken data get a kind answer, never an error."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.chat import browsing, cards, feedback, preferences
from bot.chat.asking import chosen, more
from bot.chat.buttons import Button
from bot.chat.commands import home
from bot.chat.guide import Moment
from bot.chat.screens import Said, Screen, Step
from index import Record


def pressed(moment: Moment, data: str) -> Step:
    """What a button leads to; those of staff are the desk's (`bot.staff.desk`)."""
    button = Button.decode(data)
    press = _STEPS.get(button.do) if button else None
    if button is None or press is None:
        return moment.step(toast=moment.say("toast-old-button"))
    return press(moment, button)


def _in_place(moment: Moment, screen: Screen | None) -> Step:
    if screen is None:
        return moment.step(toast=moment.say("toast-gone"))
    return moment.step(Said(screen, in_place=True))


def _of_record(show: Callable[[Moment, Record, int], Screen], anew: bool = False) -> _Press:
    """A screen about the record a button names, in place.

    anew: without a page it is a new message, and pages are counted from 1.
    """

    def step(moment: Moment, button: Button) -> Step:
        record = moment.record(button.key)
        if record is None:
            return moment.step(toast=moment.say("toast-gone"))
        if anew and not button.page:
            return moment.step(show(moment, record, 0))
        return _in_place(moment, show(moment, record, button.page - anew))

    return step


def _deleted(moment: Moment, button: Button) -> Step:
    """Both messages of a danger go: the person's and the one pressed; only where nobody else writes."""
    if not moment.private:
        return moment.step(toast=moment.say("toast-old-button"))
    own = (moment.message_id,) if moment.message_id else ()
    theirs = (int(button.key),) if _MESSAGE_ID.fullmatch(button.key) else ()
    return moment.step(deletes=(*theirs, *own))


def _kept(moment: Moment, _button: Button) -> Step:
    return moment.step(Said(moment.screen("delete-kept"), in_place=True))


_MESSAGE_ID = re.compile(r"[1-9][0-9]{0,9}")
_Press = Callable[[Moment, Button], Step]
_STEPS: dict[str, _Press] = {
    "card": _of_record(cards.card, anew=True),
    "source": _of_record(cards.source, anew=True),
    "choose": lambda moment, button: chosen(moment, button.key),
    "more": lambda moment, button: more(moment, button.key, button.page),
    "plans": lambda moment, _button: _in_place(moment, browsing.plans(moment)),
    "plan": _of_record(lambda moment, record, _page: browsing.plan(moment, record)),
    "children": _of_record(browsing.children),
    "services": lambda moment, button: _in_place(moment, browsing.services(moment, button.key, button.page)),
    "served": lambda moment, button: _in_place(moment, browsing.served(moment, button.key, button.page)),
    "counties": lambda moment, _button: moment.step(preferences.counties(moment)),
    "county": lambda moment, button: preferences.set_county(moment, button.key),
    "lang": lambda moment, button: preferences.set_lang(moment, button.key),
    "settings": lambda moment, _button: _in_place(moment, preferences.settings(moment)),
    "unwanted": lambda moment, button: feedback.said_wrong(moment, "unwanted", button.key),
    "wrong": lambda moment, button: feedback.said_wrong(moment, "wrong", button.key),
    "no-words": lambda moment, _button: feedback.without_words(moment),
    "delete-both": _deleted,
    "delete-data": lambda moment, button: preferences.delete_data(moment, button.key),
    "keep-data": _kept,
    "home": lambda moment, _button: moment.step(home(moment)),
}
