"""Answers → words in a language. In: an Answer. Out: plain text for a person.

Knows the catalogues of texts; parses no plan and asks no database.
"""

from bot.say.answers import say_answer
from bot.say.conversation import say_reply, say_source
from bot.say.texts import LANGS, Lang, Texts, texts

__all__ = ["LANGS", "Lang", "Texts", "say_answer", "say_reply", "say_source", "texts"]
