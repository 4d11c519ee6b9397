"""A reply of a conversation in words: the answer first, then what was understood when it continues one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.say.answers import MAX_ITEMS, say_answer, say_named
from bot.say.texts import Texts
from index import Answer, Index, Reply, SourceLine

MAX_LINES = 40
"""Source lines shown at once; a row of a scanned plan may have more."""


def say_reply(
    reply: Reply, index: Index, say: Texts, limit: int = MAX_ITEMS, title_chars: int | None = None
) -> str:
    """The whole text of a turn, in one language, plain; of "source" only when its lines are missing.

    limit, title_chars: as in `say_answer`.
    """
    if reply.kind == "answer":
        return _answer(reply, index, say, limit, title_chars)
    if reply.kind == "county":
        answered = _answer(reply, index, say, limit, title_chars)
        return "\n".join(line for line in (_county(reply, say), answered) if line)
    if reply.kind == "number-unknown":
        return say("chat-number-unknown", n=reply.shown)
    if reply.kind == "source-unclear":
        return say("chat-source-unclear" if reply.shown else "chat-source-none", n=reply.shown)
    if reply.kind == "source":
        return say("chat-source-missing")
    if reply.kind == "county-unknown":
        return say("chat-county-unknown")
    if reply.kind == "thanks":
        return say("chat-thanks")
    return say("chat-end" if reply.kind == "end" else "chat-help")


def _county(reply: Reply, say: Texts) -> str:
    if reply.county is None:
        return say("chat-county-any")
    return say("chat-county" if reply.has_plan else "chat-county-no-plan", county=reply.county)


def _answer(reply: Reply, index: Index, say: Texts, limit: int, title_chars: int | None) -> str:
    if reply.answer is None:
        return ""
    text = say_answer(reply.answer, index, say, limit, title_chars)
    understood = _understood(reply, reply.answer, index, say)
    if not understood:
        return text
    first, _, others = text.partition("\n")
    return "\n".join([first, understood, *([others] if others else [])])


def _understood(reply: Reply, answer: Answer, index: Index, say: Texts) -> str:
    """What the answer rests on, when the message alone does not say it."""
    if reply.number is not None:
        return say("chat-opened", number=str(reply.number))
    named = say_named(answer, index, say) if reply.understood else ""
    # an answer of nothing names what was looked for itself (rule 10)
    return say("chat-understood", named=named) if named and answer.outcome != "nothing" else ""


def say_source(reply: Reply, lines: Sequence[SourceLine], index: Index, say: Texts) -> str:
    """The lines a record was read from, as printed, each with its number; columns parted by bars."""
    record = reply.record
    if record is None or not lines:
        return say("chat-source-missing")
    plan = index.plans[record.plan]
    document = f"{record.plan}/{record.source.document}"
    where = plan.locality or plan.county or ""
    head = say("chat-source", plan=plan.title, where=where, period=plan.period or "", document=document)
    out = [head, *(f"{line.number}: {_printed(line.text)}" for line in lines[:MAX_LINES])]
    more = len(lines) - MAX_LINES
    return "\n".join([*out, say("chat-source-more", n=more)] if more > 0 else out)


def _printed(text: str) -> str:
    """A line as printed; tabs as bars, and no control characters, which a terminal would obey."""
    bars = text.replace("\t", " │ ")
    return "".join(c if c.isprintable() else " " for c in bars).strip()
