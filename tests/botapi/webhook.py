"""Posts updates to the bot's webhook, one after another, again and again until it takes them."""

from __future__ import annotations

import asyncio
import re
import time

import aiohttp

from tests.botapi.calls import Call, Json, Refusal, bad
from tests.botapi.state import State
from tests.botapi.updates import Updates
from tests.botapi.urls import InvalidUrl, normal_url

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_FIRST_PAUSE_SECONDS = 0.1
_LONGEST_PAUSE_SECONDS = 5.0


def set_webhook(state: State, call: Call) -> bool:
    """setWebhook. Unlike Telegram it takes http:// and any port: the bot listens on this machine."""
    if not call.text("url"):
        return delete_webhook(state, call)
    try:
        normal_url(call.text("url"))
    except InvalidUrl:
        raise bad("invalid webhook URL specified") from None
    if len(call.text("secret_token")) > 256:
        raise bad("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", call.text("secret_token")):
        raise bad("secret token contains unallowed characters")
    if call.flag("drop_pending_updates"):
        state.updates.forget()
    state.updates.allow(call)
    state.updates.interrupt(Refusal(409, "Conflict: terminated by setWebhook request"))
    state.updates.webhook = {"url": call.text("url"), "secret": call.text("secret_token")}
    state.updates.hooks += 1
    state.pulse.beat()
    return True


def delete_webhook(state: State, call: Call) -> bool:
    """deleteWebhook."""
    if call.flag("drop_pending_updates"):
        state.updates.forget()
    state.updates.webhook = None
    return True


def get_webhook_info(state: State, _call: Call) -> Json:
    """getWebhookInfo."""
    hook = state.updates.webhook or {"url": ""}
    info: Json = {"url": hook["url"], "has_custom_certificate": False}
    info["pending_update_count"] = len(state.updates.waiting)
    if "error" in hook:
        info["last_error_date"], info["last_error_message"] = hook["error"]
    return info


async def post_updates(state: State) -> None:
    """Runs beside the server for as long as it lives."""
    updates, pause = state.updates, _FIRST_PAUSE_SECONDS
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60)) as session:
        while True:
            hook, update = updates.webhook, updates.next_for_webhook()
            if hook is None or update is None:
                await state.pulse.until(lambda: _work(updates), 1e6, str)
                continue
            error = await _post(session, hook, update)
            if error is None:
                updates.posted(update)
                pause = _FIRST_PAUSE_SECONDS
            else:
                hook["error"] = (int(time.time()), error)
                state.pulse.beat()
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE_SECONDS)


def _work(updates: Updates) -> Json | None:
    return updates.next_for_webhook() if updates.webhook else None


async def _post(session: aiohttp.ClientSession, hook: Json, update: Json) -> str | None:
    """Posts one update; what went wrong, in Telegram's words, or None."""
    headers = {SECRET_HEADER: hook["secret"]} if hook["secret"] else {}
    try:
        async with session.post(hook["url"], json=update, headers=headers) as response:
            await response.read()
            if 200 <= response.status <= 299:
                return None
            return f"Wrong response from the webhook: {response.status} {response.reason}"
    except (aiohttp.ClientError, TimeoutError) as failure:
        return f"Connection failed: {failure}"
