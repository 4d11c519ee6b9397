"""Calls Telegram refuses, kept as data, and the conversation they are made in.

In `tests/data/bad_calls.jsonl` "{ana}" and the like stand for what `scene` gives, and
{"repeat": x, "times": n} for a long text (x is one) or a long list.
"""

from __future__ import annotations

from typing import Any

from tests.botapi.calls import Json
from tests.botapi.server import TelegramServer


async def scene(telegram: TelegramServer) -> dict[str, int | str]:
    """Chats, messages and queries, by the names the table uses."""
    ana, ion, eva, ica = (telegram.user(name) for name in ("Ana", "Ion", "Eva", "Ica"))
    theirs = await ana.says("/start")
    await eva.says("/start")
    await eva.blocks()
    group = telegram.group(members=[ica])
    await ana.removes_bot(group)
    sent: dict[str, Json] = {"text": {"text": "Bun venit"}, "gone": {"text": "x"}}
    sent["menu"] = {"text": "x", "reply_markup": {"keyboard": [["x"]]}}
    ids = {}
    for name, params in sent.items():
        _, answer = await telegram.request("sendMessage", chat_id=ana.id, **params)
        ids[name] = answer["result"]["message_id"]
    await telegram.request("deleteMessage", chat_id=ana.id, message_id=ids["gone"])
    picture = (await ana.sends("photo")).json["photo"][-1]["file_id"]
    _, answer = await telegram.request("sendPhoto", chat_id=ana.id, photo=picture)
    ids["photo"] = answer["result"]["message_id"]
    ids |= {"ana": ana.id, "theirs": theirs.message_id, "stranger": ion.id, "blocked": eva.id}
    return ids | {"seen": ica.id, "kicked": group.chat.id, "picture": picture} | await _queries(telegram)


async def _queries(telegram: TelegramServer) -> dict[str, str]:
    """A press and an inline query still open, and a press answered already."""
    maria = telegram.user("Maria")
    await maria.says("/start")
    button = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}
    await telegram.request("sendMessage", chat_id=maria.id, text="x", reply_markup=button)
    reply = await maria.reply()
    await maria.presses(reply, wait=False)
    await maria.presses(reply, wait=False)
    await maria.types_inline("x")
    press, answered = telegram.state.presses
    await telegram.request("answerCallbackQuery", callback_query_id=answered)
    return {"press": press, "answered": answered, "inline": next(iter(telegram.state.inline_queries))}


def filled(value: Any, names: dict[str, int | str]) -> Any:
    """A value of the table with the names and repetitions filled in.

    >>> filled({"chat_id": "{ana}", "text": {"repeat": "a", "times": 3}}, {"ana": 7})
    {'chat_id': 7, 'text': 'aaa'}
    """
    if isinstance(value, dict) and value.keys() == {"repeat", "times"}:
        unit = value["repeat"] if isinstance(value["repeat"], str) else [filled(value["repeat"], names)]
        return unit * value["times"]
    if isinstance(value, dict):
        return {key: filled(part, names) for key, part in value.items()}
    if isinstance(value, list):
        return [filled(part, names) for part in value]
    if isinstance(value, str) and value.startswith("{") and value[1:-1] in names:
        return names[value[1:-1]]
    return value
