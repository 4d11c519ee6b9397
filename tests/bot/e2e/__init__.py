"""The bot as people meet it: a process of its own, a Bot API server on this machine, conversations as data.

In: `tests/data/conversations`, and faults. Out: what each person saw, compared. Knows no function of the bot,
only its command, its settings, the points of `bot.points` and the tables it keeps.
"""
