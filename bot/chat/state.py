"""What is remembered of a chat between two updates: a small document, saved after each."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from index import Memory

MEMORY_SECONDS = 600
"""Follow-ups are understood for ten minutes (DESIGN: understanding and answering)."""


_NOTHING = "{}"
"""The document of a state that is like a new one."""


class ChatState(BaseModel):
    """The memory of a conversation; holds no words of the person."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = 1
    memory: Memory = Memory()
    """As the last turn left it."""
    before: Memory = Memory()
    """As it was before the last turn: an edited question is asked again from there."""
    question_id: int | None = None
    """Message that was answered last."""
    at: float = 0.0
    """When it was written, in seconds since 1970."""
    awaits: int | None = None
    """Number of the feedback whose sentence may come next."""

    @classmethod
    def load(cls, document: str | None, now: float) -> ChatState:
        """The state as it was kept; a new one when it is too old, of another layout or not there."""
        if not document:
            return cls()
        try:
            state = cls.model_validate_json(document)
        except ValidationError:
            return cls()
        return state if now - state.at <= MEMORY_SECONDS else cls()

    def document(self) -> str | None:
        """The state as it is to be kept; None when there is nothing to remember."""
        document = self.model_dump_json(exclude_defaults=True)
        return None if document == _NOTHING else document
