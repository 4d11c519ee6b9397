"""Whether someone may be in danger."""

from __future__ import annotations

from index.question import Question
from index.vocabulary import Vocabulary


def is_danger(question: Question, vocabulary: Vocabulary) -> bool:  # noqa: ARG001
    """Whether the person, or someone they speak of, may be in danger now."""
    return False
