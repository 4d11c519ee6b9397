"""In a group others read along: what is private is asked over to a chat of two, never answered there."""

from __future__ import annotations

import re

from bot.chat.guide import Guide
from bot.chat.screens import Key, Screen
from bot.say import Texts, as_html

START_ASK = "ask"
"""The payload of a link that only opens the chat."""


def mention(text: str, name: str) -> re.Match[str] | None:
    """Where a text names the bot; another bot's name may begin with ours.

    >>> mention("ce e @Indrumar_bot2?", "indrumar_bot")
    >>> mention("ce e @Indrumar_bot?", "indrumar_bot")
    <re.Match object; span=(5, 18), match='@Indrumar_bot'>
    """
    return re.search(rf"@{re.escape(name)}(?!\w)", text, re.IGNORECASE) if name else None


def over(say: Texts, guide: Guide, danger: bool = False) -> Screen:
    """Come and write to me alone; in danger 112 before that, without a sound."""
    html = as_html(say("group-danger" if danger else "group-private"), numbers=True)
    key = Key(say("button-private"), url=guide.link(START_ASK))
    return Screen(html, ((key,),), silent=danger, quotes=not danger)
