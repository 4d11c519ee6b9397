"""What a person sets, and what is kept of them: county, language, privacy, deletion."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.asking import asked
from bot.chat.buttons import Button
from bot.chat.guide import Moment
from bot.chat.screens import Key, Said, Screen, Step
from bot.chat.state import ChatState
from bot.say import LANGS, Lang, as_html, texts
from bot.store.store import Person

_ANY = "-"
"""Key of the button for any county."""


def settings(moment: Moment) -> Screen:
    """County and language as they are, and buttons to change them."""
    say = moment.say
    county = moment.person.county or say("county-any")
    named = tuple(Key(_name_of(lang), Button(do="lang", key=lang)) for lang in LANGS)
    follows = Key(say("language-follows"), Button(do="lang"))
    set_county_key = Key(say("button-county-set"), Button(do="counties"))
    text = say("settings", county=county, language=_language(moment))
    return Screen(as_html(text), (named, (follows,), (set_county_key,)))


def _language(moment: Moment) -> str:
    if moment.person.lang is None:
        return moment.say("language-follows")
    return _name_of("en" if moment.person.lang == "en" else "ro")


def _name_of(lang: Lang) -> str:
    """A language's name in that language."""
    say = texts(lang)
    return say("language-name")


def counties(moment: Moment) -> Screen:
    """Counties that have a plan, one button each, and any county."""
    named = dict.fromkeys(r.county for r in moment.guide.index.plans.values() if r.county)
    keys = [Key(name, Button(do="county", key=name)) for name in sorted(named)]
    rows = [tuple(keys[n : n + 2]) for n in range(0, len(keys), 2)]
    rows.append((Key(moment.say("county-any"), Button(do="county", key=_ANY)),))
    return Screen(as_html(moment.say("counties-head")), tuple(rows))


def set_county(moment: Moment, key: str) -> Step:
    """A county was pressed: it is kept, and the last question is answered for it."""
    # said in words it means the same, and settles an open choice by the same rules
    step = _kept_county(moment, key)
    read = moment.state.memory.read
    if key == _ANY or moment.state.memory.outcome == "choose" or read is None or not read.says_what:
        return step
    there = replace(moment.going_on(), state=step.state, person=step.person)
    again = asked(there, there.say("say-but-county", county=key))
    return replace(again, toast=there.say("chat-county", county=key))


def _kept_county(moment: Moment, key: str) -> Step:
    words = moment.say("say-any-county") if key == _ANY else moment.say("say-county", county=key)
    return asked(moment.going_on(), words)


def typed_county(moment: Moment, name: str) -> Step:
    """`/judet NAME`; without a name, the counties to press."""
    return _kept_county(moment, name) if name else moment.step(counties(moment))


def set_lang(moment: Moment, key: str) -> Step:
    """A language was pressed; none of them: that of each message."""
    person = Person(key if key in LANGS else None, moment.person.county)
    now = replace(moment, person=person)
    return Step((Said(settings(now), in_place=True),), moment.state, person)


def privacy(moment: Moment) -> Screen:
    """What is kept, exactly."""
    delete = Key(moment.say("button-delete-data"), Button(do="delete-data", key="ask"))
    return Screen(as_html(moment.say("privacy")), ((delete,),))


def delete_data(moment: Moment, key: str) -> Step:
    """First whether they are sure, then everything goes."""
    say = moment.say
    if key != "yes":
        yes = Key(say("button-delete-yes"), Button(do="delete-data", key="yes"))
        no = Key(say("button-delete-no"), Button(do="keep-data"))
        sure = say("delete-sure-staff" if moment.is_staff else "delete-sure")
        return moment.step(Screen(as_html(sure), ((yes,), (no,))))
    gone = Said(moment.screen("delete-done-staff" if moment.is_staff else "delete-done"), in_place=True)
    return Step((gone,), ChatState(), Person(), forgets=True)
