"""`indrumar chat`: a conversation in a terminal. In: lines. Out: what a person reads, one reply a line.

All that is remembered is the `Memory` of the conversation; it is gone when the chat ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TextIO

from bot.say import LANGS, say_reply, say_source, texts
from index import NO_REPORTS, Assistant, DataFault, Memory, Reply, Reports, source_lines, turn

MAX_MESSAGE_CHARS = 4096
"""As in Telegram: a longer line is cut there."""
_PROMPT = "> "


def chat(
    assistant: Assistant,
    data: Path,
    messages: Iterator[str],
    out: TextIO,
    today: date,
    county: str | None,
    reports: Reports = NO_REPORTS,
) -> None:
    """Answer messages until one of them says goodbye or there are no more.

    data: the folder the index was built from, for source lines. county: preferred from the start.
    reports: what citizens may see of the ledger.
    """
    known = assistant.index.places.county_named(county) if county else None
    memory = Memory(county=known.name if known else county)
    for message in messages:
        reply, memory = turn(assistant, memory, tidy(message), today, reports)
        out.write(say_turn(reply, assistant, data) + "\n\n")
        out.flush()
        if reply.kind == "end":
            return


def say_turn(reply: Reply, assistant: Assistant, data: Path) -> str:
    """The text of a turn, source lines and all."""
    say = texts(reply.lang)
    if reply.kind == "source" and reply.record is not None:
        try:
            return say_source(reply, source_lines(data, reply.record), assistant.index, say)
        except (DataFault, OSError):
            # the index holds no source; without it, the person is told kindly
            return say_reply(reply, assistant.index, say)
    return say_reply(reply, assistant.index, say)


def typed_lines(stream: TextIO, out: TextIO) -> Iterator[str]:
    """Lines of a terminal or file, with a greeting and a prompt for a person; what is not UTF-8 becomes �."""
    asks = stream.isatty()
    raw = getattr(stream, "buffer", None)
    if asks:
        for lang in LANGS:
            say = texts(lang)
            out.write(say("chat-hello") + "\n")
        out.write("\n")
    while True:
        if asks:
            out.write(_PROMPT)
            out.flush()
        line = stream.readline() if raw is None else raw.readline().decode("utf-8", "replace")
        if not line:
            return
        yield line


def tidy(message: str) -> str:
    """A message without what no person means: line ends, control characters, halves of letters.

    >>> tidy("dar\\x00 el\\te unde?\\r\\n")
    'dar el e unde?'
    """
    kept = "".join(c if c.isprintable() else " " for c in message.encode("utf-8", "replace").decode())
    return " ".join(kept.split())[:MAX_MESSAGE_CHARS]
