"""What the bot says of itself: commands, name and descriptions, each by language."""

from __future__ import annotations

import json
import re

from tests.botapi.calls import Call, Json, bad
from tests.botapi.state import State

COMMAND_CHARS = 32
DESCRIPTION_CHARS = 256
MAX_COMMANDS = 100
TEXT_CHARS = {"name": 64, "description": 512, "short_description": 120}
"""Longest texts. Source: setMyName, setMyDescription, setMyShortDescription."""
SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}


def get_me(state: State, _call: Call) -> Json:
    """getMe."""
    rights = {"can_join_groups": True, "supports_inline_queries": True}
    return {**state.bot, **rights, "can_read_all_group_messages": not state.privacy}


def set_my_commands(state: State, call: Call) -> bool:
    """setMyCommands."""
    commands = call.value("commands", "can't parse commands JSON object")
    commands = [] if commands is None else commands
    if not isinstance(commands, list):
        raise bad("expected an Array of BotCommand")
    for command in commands:
        for field in ("command", "description"):
            if field not in command:
                raise bad(f"can't parse BotCommand: Can't find field \"{field}\"")
    key = (_scope(state, call), _language(call))
    checked = [_checked(command) for command in commands]
    if len(commands) > MAX_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    state.commands[key] = checked
    return True


def _checked(command: Json) -> Json:
    name, description = command["command"].strip().removeprefix("/"), command["description"].strip()
    if not name:
        raise bad("command must be non-empty")
    if len(name) > COMMAND_CHARS:
        raise bad(f"command length must not exceed {COMMAND_CHARS}")
    if not description:
        raise bad("command description must be non-empty")
    if len(description) > DESCRIPTION_CHARS:
        raise bad(f"command description length must not exceed {DESCRIPTION_CHARS}")
    if not re.fullmatch(r"[a-z0-9_]+", name):
        raise bad("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}


def get_my_commands(state: State, call: Call) -> list[Json]:
    """getMyCommands."""
    return state.commands.get((_scope(state, call), _language(call)), [])


def delete_my_commands(state: State, call: Call) -> bool:
    """deleteMyCommands."""
    state.commands.pop((_scope(state, call), _language(call)), None)
    return True


def _scope(state: State, call: Call) -> str:
    """The scope as a key. Raises Refusal. Not built: scopes of single members."""
    scope = call.value("scope", "can't parse BotCommandScope JSON object")
    prefix = "can't parse BotCommandScope"
    if scope is None:
        return "default"
    if not isinstance(scope, dict):
        raise bad(f"{prefix}: BotCommandScope must be an Object")
    if scope.get("type") in SCOPES:
        return str(scope["type"])
    if scope.get("type") != "chat":
        raise bad(
            f"{prefix}: "
            + ("Unsupported type specified" if scope.get("type") else 'Can\'t find field "type"')
        )
    if not scope.get("chat_id"):
        raise bad(f"{prefix}: Empty chat_id specified")
    chat = state.chats.get(int(scope["chat_id"]))
    if chat is None or not chat.known:
        raise bad("chat not found")
    return json.dumps(scope)


def _language(call: Call) -> str:
    language = call.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("invalid language code specified")
    return language


def set_text(kind: str, state: State, call: Call) -> bool:
    """setMyName, setMyDescription, setMyShortDescription."""
    language, text = _language(call), call.text(kind)
    if len(text) > TEXT_CHARS[kind]:
        raise bad(f"bot {kind.replace('_', ' ')} is too long")
    state.texts[kind, language] = text
    return True


def get_text(kind: str, state: State, call: Call) -> Json:
    """getMyName, getMyDescription, getMyShortDescription: in that language, else in the common one."""
    language = _language(call)
    return {kind: state.texts.get((kind, language)) or state.texts.get((kind, ""), "")}
