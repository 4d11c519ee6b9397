"""Updates → steps. Each handler reads the update, calls one function and hands on what it returns."""

from __future__ import annotations

import logging
import secrets

from telegram import (
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Message,
    Update,
)
from telegram.constants import ChatMemberStatus, ChatType

from bot.calls import fetch, keyboard, rows_of
from bot.chat import browsing
from bot.chat.asking import asked
from bot.chat.buttons import Button
from bot.chat.commands import commanded, parts_of
from bot.chat.context import Context
from bot.chat.groups import START_ASK, mention, over
from bot.chat.guide import Moment
from bot.chat.inline import Offer, invitation, offers
from bot.chat.pressing import pressed
from bot.chat.screens import Step
from bot.files import KEY as FILE
from bot.staff.desk import COMMANDS as STAFF_COMMANDS
from bot.staff.engine import Sent
from bot.staff.shapes import Evidence
from bot.terminal import tidy
from bot.turn import Toast

_log = logging.getLogger(__name__)


async def on_text(update: Update, context: Context) -> None:
    """Answer a typed message, or change the answer when it was edited."""
    message, moment = _typed(update, context)
    words = _without_mention(message, moment)
    if not await _took_file(message, context):
        step = await context.turn.desk.typed(moment, words)
        _take(update, context, step or asked(moment, tidy(words)))


async def on_command(update: Update, context: Context) -> None:
    """Carry out a command; one for another bot is left to it."""
    message, moment = _typed(update, context)
    text = message.text or ""
    step = await _staff_command(moment, context, text) or commanded(moment, text)
    if step is not None:
        _take(update, context, step)


async def on_location(update: Update, context: Context) -> None:
    """Say what is near; the location itself is not kept."""
    message, moment = _typed(update, context)
    if message.location is not None:
        here = message.location
        _take(update, context, moment.step(browsing.near(moment, here.latitude, here.longitude)))


async def on_other(update: Update, context: Context) -> None:
    """Help whoever sends what cannot be read."""
    message, moment = _typed(update, context)
    if not await _took_file(message, context):
        _take(update, context, moment.step(moment.screen(f"not-text-{_kind(message)}")))


async def on_press(update: Update, context: Context) -> None:
    """Answer a pressed button at once, then do what it says."""
    query = update.callback_query
    if query is None:
        return
    message = query.message
    private = message is None or message.chat.type == ChatType.PRIVATE
    moment = context.turn.moment(
        query.from_user.language_code, message.message_id if message else None, private=private
    )
    step = await _staff_press(moment, context, query.data or "") or pressed(moment, query.data or "")
    context.turn.toast = Toast(query.id, step.toast)
    if message is not None:
        context.turn.take(step, message.chat.id, message.message_id, typed=False, thread=None)


async def on_file(update: Update, context: Context) -> None:
    """Go on with a file that was fetched for somebody; an update of our own."""
    arrived, turn = update.api_kwargs[FILE], context.turn
    evidence = arrived["evidence"] and Evidence.model_validate(arrived["evidence"])
    moment = turn.moment(arrived["from"]["language_code"])
    step = await turn.desk.sent(moment, Sent(evidence, arrived["fault"]))
    if step is not None:
        turn.take(step, arrived["chat"]["id"], None, typed=False, thread=None)


async def on_inline(update: Update, context: Context) -> None:
    """Offer cards to pass on; when nothing fits, to ask alone."""
    query = update.inline_query
    if query is None:
        return
    # what is passed on is read by others
    moment = context.turn.moment(query.from_user.language_code, private=False)
    words = tidy(query.query)
    found = offers(moment, words)
    invite = InlineQueryResultsButton(invitation(moment, words), start_parameter=START_ASK)
    context.turn.inline = {
        "inline_query_id": query.id,
        "results": [_result(offer) for offer in found],
        "button": None if found else invite,
        "cache_time": 300 if found else 10,
        # the language is that of who asks, so nobody else may be shown it
        "is_personal": True,
    }


async def on_membership(update: Update, context: Context) -> None:
    """Note that a person blocked the bot, or takes messages again."""
    change = update.my_chat_member
    if change is not None and change.chat.type == ChatType.PRIVATE:
        context.turn.blocks = change.new_chat_member.status == ChatMemberStatus.BANNED
        context.turn.unblocks = not context.turn.blocks


async def on_error(_update: object, context: Context) -> None:
    """Log a fault with an id and without what the person wrote; the person gets a sentence."""
    fault_id = secrets.token_hex(4)
    context.turn.fault = fault_id
    fault: BaseException | None = context.error
    steps = []
    while fault is not None and (trace := fault.__traceback__) is not None:
        while trace.tb_next is not None:
            trace = trace.tb_next
        steps.append(f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}")
        fault = fault.__cause__
    _log.error("fault %s: %s at %s", fault_id, type(context.error).__name__, " from ".join(steps))


async def _staff_command(moment: Moment, context: Context, text: str) -> Step | None:
    """What a command of staff leads to; None for every other. In a group nobody is asked about reports."""
    name, to, words = parts_of(text)
    if to and to.lower() != moment.guide.name.lower():
        return None
    if not moment.private:
        return moment.step(over(moment.say, moment.guide)) if name.lower() in STAFF_COMMANDS else None
    return await context.turn.desk.command(moment, name, words)


async def _staff_press(moment: Moment, context: Context, data: str) -> Step | None:
    button = Button.decode(data)
    return await context.turn.desk.pressed(moment, button) if button else None


async def _took_file(message: Message, context: Context) -> bool:
    """Have a photo or document fetched when a report waits for one."""
    photo = message.photo[-1] if message.photo else message.document
    turn = context.turn
    if photo is None or message.from_user is None or not await turn.desk.takes_file():
        return False
    whose = {"id": message.from_user.id, "language_code": message.from_user.language_code}
    turn.calls.append(fetch(message.chat.id, whose, photo.file_id, turn.desk.keeper.update_id))
    return True


def _typed(update: Update, context: Context) -> tuple[Message, Moment]:
    """The message typed or edited, and its moment. Raises ValueError for an update without one."""
    message = update.effective_message
    if message is None:
        raise ValueError("an update without a message")
    person = message.from_user
    moment = context.turn.moment(
        person.language_code if person else None,
        message.message_id,
        private=message.chat.type == ChatType.PRIVATE,
        edited=update.edited_message is not None,
    )
    return message, moment


def _take(update: Update, context: Context, step: Step) -> None:
    message = update.effective_message
    if message is not None:
        thread = message.message_thread_id if message.is_topic_message else None
        context.turn.take(step, message.chat.id, message.message_id, typed=True, thread=thread)


def _without_mention(message: Message, moment: Moment) -> str:
    """What was typed, without the bot's own name."""
    text = message.text or message.caption or ""
    named = mention(text, moment.guide.name)
    return f"{text[: named.start()]} {text[named.end() :]}" if named else text


def _kind(message: Message) -> str:
    if message.voice or message.audio or message.video_note:
        return "voice"
    if message.photo or message.document or message.video:
        return "photo"
    return "contact" if message.contact else "other"


def _result(offer: Offer) -> InlineQueryResultArticle:
    buttons = keyboard(rows_of(offer.screen.rows))
    content = InputTextMessageContent(offer.screen.html, parse_mode="HTML")
    return InlineQueryResultArticle(
        offer.id,
        offer.title,
        content,
        reply_markup=InlineKeyboardMarkup.de_json(buttons, None) if buttons else None,
        description=offer.description,
    )
