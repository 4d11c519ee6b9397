"""Telegram's limits, in one place. Source: core.telegram.org/bots/api and /bots/faq, 2026-11."""

MAX_TEXT_CHARS = 4096
"""Characters of a message after its entities were parsed, counted as UTF-16 units to be on the safe side."""
MAX_BUTTON_BYTES = 64
"""Bytes of a button's data; at least one."""
MAX_BUTTONS = 100
"""Buttons under one message."""
MAX_INLINE_RESULTS = 50
"""Results of one inline query."""
MAX_QUERY_CHARS = 256
"""Characters of an inline query."""
MAX_START_CHARS = 64
"""Characters of a deep link's payload: letters, digits, `_` and `-`."""
MAX_TOAST_CHARS = 200
"""Characters of the answer to a pressed button."""
CHAT_BURST = 3
"""Messages that may follow one another in a chat before one a second is kept."""


def text_chars(text: str) -> int:
    """Length of a text as Telegram's clients count it.

    >>> text_chars("ș😀")
    3
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
