"""Answers → words in a language. In: an Answer. Out: plain text for a person, or HTML for Telegram.

Knows the catalogues of texts; parses no plan and asks no database.
"""

from bot.say.answers import say_answer, say_items, say_place
from bot.say.conversation import say_reply, say_source
from bot.say.html import as_html, pages
from bot.say.reported import say_reports
from bot.say.texts import LANGS, Lang, Texts, texts
from bot.say.titles import shortened

__all__ = [
    "LANGS",
    "Lang",
    "Texts",
    "as_html",
    "pages",
    "say_answer",
    "say_items",
    "say_place",
    "say_reply",
    "say_reports",
    "say_source",
    "shortened",
    "texts",
]
