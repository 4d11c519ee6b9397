"""The typed context of the handlers."""

from __future__ import annotations

from telegram.ext import Application, CallbackContext, ExtBot

from bot.turn import Turn


class Desk:
    """What all handlers share: the turn that is being taken; turns follow one another."""

    turn: Turn


class Context(CallbackContext[ExtBot[None], dict[str, object], dict[str, object], Desk]):
    """A handler's context: its turn, and nothing loose."""

    @property
    def turn(self) -> Turn:
        """The update that is being handled."""
        return self.bot_data.turn


App = Application[ExtBot[None], Context, dict[str, object], dict[str, object], Desk, None]
