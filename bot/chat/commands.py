"""Commands: each a name in English and Romanian, and the step it leads to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.chat import browsing, preferences
from bot.chat.asking import asked
from bot.chat.buttons import Button
from bot.chat.groups import START_ASK, over
from bot.chat.guide import Moment
from bot.chat.indicators import find_indicator, indicator
from bot.chat.screens import Key, Screen, Step
from bot.say import as_html
from bot.terminal import tidy


@dataclass(frozen=True)
class Command:
    """One command of the menu."""

    names: tuple[str, ...]
    """What can be typed after the slash; the Romanian name first where there is one."""
    step: Callable[[Moment, str], Step]
    """Moment and the words after the command → what happens."""
    in_groups: bool = False
    """Also answered in a group."""

    def name(self, lang: str) -> str:
        """The name for the menu of a language."""
        return self.names[0] if lang == "ro" else self.names[-1]


def start(moment: Moment, payload: str) -> Step:
    """`/start`: a greeting, or what the link names."""
    shown = browsing.opened(moment, payload) if payload else None
    if payload and shown is None and payload != START_ASK:
        return moment.step(moment.screen("link-unknown"), home(moment))
    return moment.step(shown or home(moment))


def home(moment: Moment) -> Screen:
    """What can be asked, and the ways in."""
    say = moment.say
    rows = (
        (Key(say("button-services"), Button(do="services", key="place")),),
        (Key(say("button-plans"), Button(do="plans")), Key(say("button-county-set"), Button(do="counties"))),
    )
    return Screen(as_html(say("home")), rows)


def measure(moment: Moment, code: str) -> Step:
    """`/masura 3.1.2`; without a code, how to write it."""
    if not code:
        return moment.step(moment.screen("measure-how"))
    return asked(moment.going_on(), moment.say("say-measure", code=code))


def services(moment: Moment, where: str) -> Step:
    """`/servicii`, or `/servicii PLACE`."""
    if where:
        return asked(moment.going_on(), moment.say("say-services", where=where))
    return moment.step(browsing.services(moment, "place", 0))


def commanded(moment: Moment, text: str) -> Step | None:
    """The step that a typed command leads to; None in a group for one that is not ours.

    text: "/name words" or "/name@bot words". Whoever is in danger gets no menu, and what is none of our
    commands is a question without its slash.
    """
    name, bot, words = parts_of(text)
    words = tidy(words)
    command = next((c for c in COMMANDS if name.lower() in c.names), None)
    ours = command is not None or find_indicator(moment, name) is not None
    to_us = bot.lower() == moment.guide.name.lower() if bot else ours
    if not moment.private and not to_us:
        return None
    if target := find_indicator(moment, name):
        return moment.step(indicator(moment, target))
    if command is None:
        return asked(moment, tidy(f"{name.replace('_', ' ')} {words}"))
    if moment.guide.in_danger(words):
        return asked(moment, words)
    if not moment.private and not command.in_groups:
        return moment.step(over(moment.say, moment.guide))
    return command.step(moment, words)


def parts_of(text: str) -> tuple[str, str, str]:
    """Name, bot ("" when none is named) and words of a command as typed.

    >>> parts_of("/raport@indrumar_bot 1.1.1 14")
    ('raport', 'indrumar_bot', '1.1.1 14')
    """
    typed, words = [*text.split(maxsplit=1), ""][:2]
    name, _, bot = typed[1:].partition("@")
    return name, bot, words


COMMANDS: tuple[Command, ...] = (
    Command(("start",), start, in_groups=True),
    Command(("ajutor", "help"), lambda moment, _words: moment.step(home(moment)), in_groups=True),
    Command(("servicii", "services"), services, in_groups=True),
    Command(("planuri", "plans"), lambda moment, _words: moment.step(browsing.plans(moment)), in_groups=True),
    Command(("masura", "measure"), measure, in_groups=True),
    Command(("judet", "county"), preferences.typed_county),
    Command(("setari", "settings"), lambda moment, _words: moment.step(preferences.settings(moment))),
    Command(("privacy",), lambda moment, _words: moment.step(preferences.privacy(moment)), in_groups=True),
    Command(("delete_my_data",), lambda moment, _words: preferences.delete_data(moment, "ask")),
)
"""In the order of the menu."""
