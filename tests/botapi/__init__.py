"""A Bot API server of our own for end-to-end tests, over HTTP on 127.0.0.1, and people who write to the bot.

In: the bot's requests, as its own process makes them. Out: updates, Telegram's refusals, faults on demand,
and what each person saw. It knows nothing of the bot under test, and only the methods that bot calls.
"""

from tests.botapi.chats import Reply
from tests.botapi.groups import Group
from tests.botapi.people import User
from tests.botapi.process import BotProcess
from tests.botapi.server import TelegramServer

__all__ = ["BotProcess", "Group", "Reply", "TelegramServer", "User"]
