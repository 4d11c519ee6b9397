"""Invitations made on the command line: what they are for is looked up in the plans before they are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Any

import typer

from bot.commands.opening import Fault, check_plan
from bot.settings import Settings
from bot.staff.shapes import Role, Scope
from bot.staff.tokens import INVITATION_SECONDS, PAYLOAD_START, new_token
from bot.store import People, Store
from index import Assistant, Directory

_CLOSE = 0.5
"""How alike a name must be to be offered: half of its letters in order."""
_OFFERED = 5


def check_scope(
    plans: list[str], institutions: list[str], measures: list[str], assistant: Assistant
) -> Scope:
    """The scope, when the plans have all of it.

    Raises BadParameter for an unknown plan or measure, Fault for an institution that no measure of these
    plans names as responsible.
    """
    for slug in plans:
        check_plan(slug, assistant)
    for number in measures:
        record = assistant.index.by_id.get(number)
        if record is None or record.kind != "measure" or (plans and record.plan not in plans):
            raise typer.BadParameter(f"{number!r} is no measure of these plans", param_hint="--measure")
    directory = Directory(assistant.index)
    names = {name for slug in plans or assistant.index.plans for name in directory.institutions.of_plan(slug)}
    for name in institutions:
        check_institution(name, plans or list(assistant.index.plans), names, directory)
    return Scope(plans=tuple(plans), institutions=tuple(institutions), measures=tuple(measures))


def check_institution(name: str, plans: Iterable[str], names: Iterable[str], directory: Directory) -> None:
    """Raises Fault when no measure of some plans names an institution as responsible; offers close names."""
    of_plans = (record for slug in plans for record in directory.index.of_plan(slug))
    if any(directory.institutions.named_in(name, r) for r in of_plans if r.kind == "measure"):
        return
    by_lower = {one.lower(): one for one in sorted(names)}
    near = directory.institutions.looked_for(name, by_lower.values())
    close = get_close_matches(name.lower(), by_lower, _OFFERED, _CLOSE)
    offered = list(dict.fromkeys([*near, *(by_lower[one] for one in close)]))[:_OFFERED]
    hint = f"; near: {', '.join(offered)}" if offered else ""
    raise Fault(f"no measure of these plans names {name!r} as responsible{hint}")


async def keep_invitation(
    store: Store, settings: Settings, role: Role, scope: Scope, now: float
) -> dict[str, Any]:
    """Keep an invitation; its payload, its link (None while nobody knows the bot's name) and its end."""
    token, expires = new_token(), float(int(now) + INVITATION_SECONDS)
    async with store.work() as work:
        await People(work).invite(token, role, scope, None, now, expires)
    name = settings.bot_username or await store.fact("username")
    payload = PAYLOAD_START + token
    link = f"https://t.me/{name.lstrip('@')}?start={payload}" if name else None
    return {"payload": payload, "link": link, "expires": datetime.fromtimestamp(expires, UTC).isoformat()}


def invitation_lines(made: dict[str, Any]) -> Iterator[str]:
    """An invitation for whoever passes it on."""
    yield made["link"] or f"/start {made['payload']}"
    yield f"For one person, until {made['expires'][:16].replace('T', ' ')} UTC."
