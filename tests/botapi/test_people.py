"""What people do and see; the bot's part is played by calls made by hand."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from telegram import Bot, Update

from tests.botapi import TelegramServer, User
from tests.botapi.calls import Json
from tests.botapi.contents import CONTENTS, FILES, PIXEL
from tests.botapi.state import Answer

pytestmark = pytest.mark.anyio

BUTTONS = {
    "inline_keyboard": [
        [{"text": "Da", "callback_data": "yes"}, {"text": "Nu", "callback_data": "no"}],
        [{"text": "Planul", "url": "https://exemplu.ro"}, {"text": "Copiază", "copy_text": {"text": "M.1"}}],
    ]
}


async def done(telegram: TelegramServer, method: str, **params: Any) -> Any:
    """The result of a call that must succeed."""
    status, answer = await telegram.request(method, **params)
    assert status == 200, answer
    return answer["result"]


def last(telegram: TelegramServer, kind: str) -> Json:
    """The update that came last, which must be of this kind."""
    update = list(telegram.state.updates.waiting.values())[-1]
    content: Json = update[kind]
    return content


async def test_a_conversation_is_written_down(telegram: TelegramServer, ana: User) -> None:
    sent = await done(
        telegram,
        "sendMessage",
        chat_id=ana.id,
        text="<b>Ce</b>\nvrei?",
        parse_mode="HTML",
        reply_markup=BUTTONS,
    )
    reply = await ana.reply()
    assert (reply.text, reply.html, reply.silent) == ("Ce\nvrei?", "<b>Ce</b>\nvrei?", False)
    assert reply.buttons == ["Da", "Nu", "Planul", "Copiază"]
    pressing = asyncio.create_task(ana.presses(reply, "Nu"))
    await telegram.state.pulse.until(lambda: telegram.state.presses or None, 5, str)
    query = last(telegram, "callback_query")
    assert (query["data"], query["message"]["message_id"]) == ("no", sent["message_id"])
    await done(telegram, "answerCallbackQuery", callback_query_id=query["id"], text="Bine.", show_alert=True)
    assert await pressing == Answer("Bine.", alert=True)
    await done(telegram, "editMessageText", chat_id=ana.id, message_id=sent["message_id"], text="Nu vrei.")
    edited = await ana.reply()
    assert (edited.text, edited.edited, edited.message_id, edited.buttons) == (
        "Nu vrei.",
        True,
        reply.message_id,
        [],
    )
    assert ana.unread() == []
    await done(telegram, "deleteMessages", chat_id=ana.id, message_ids=[sent["message_id"], 999])
    assert ana.transcript().splitlines() == [
        "Ana: /start",
        "bot: Ce",
        "  vrei? [Da] [Nu] [Planul] [Copiază]",
        "Ana presses [Nu]",
        "bot (alert): Bine.",
        "bot (edit): Nu vrei.",
        "bot deletes: Nu vrei.",
    ]
    telegram.assert_clean()


async def test_who_waits_in_vain_sees_the_conversation(telegram: TelegramServer, ana: User) -> None:
    await telegram.request("sendMessage", chat_id=ana.id, text="")
    with pytest.raises(AssertionError) as failure:
        await ana.reply(seconds=0.1)
    assert str(failure.value).splitlines()[:3] == [
        "after 0.1 s: Ana got no reply",
        "Ana: /start",
        f"call: sendMessage(chat_id='{ana.id}', text='') -> 400 Bad Request: message text is empty",
    ]


async def test_buttons_that_are_gone_are_pressed_only_when_stale(telegram: TelegramServer, ana: User) -> None:
    sent = await done(telegram, "sendMessage", chat_id=ana.id, text="Ce?", reply_markup=BUTTONS)
    reply = await ana.reply()
    assert await ana.presses(reply, "Planul") == Answer(url="https://exemplu.ro/")
    assert await ana.presses(reply, "Copiază") == Answer(text="M.1")
    await done(telegram, "editMessageReplyMarkup", chat_id=ana.id, message_id=sent["message_id"])
    with pytest.raises(AssertionError, match="no button 'Da'"):
        await ana.presses(reply, "Da")
    await ana.presses(reply, "Da", stale=True, wait=False)
    assert last(telegram, "callback_query")["data"] == "yes"
    telegram.expire_queries()
    query_id = last(telegram, "callback_query")["id"]
    status, answer = await telegram.request("answerCallbackQuery", callback_query_id=query_id)
    assert (status, answer["description"][:26]) == (400, "Bad Request: query is too ")


async def test_a_keyboard_in_place_of_letters_speaks(telegram: TelegramServer, ana: User) -> None:
    keyboard = {"keyboard": [["Ajutor", {"text": "Numărul meu", "request_contact": True}]]}
    await done(
        telegram,
        "sendMessage",
        chat_id=ana.id,
        text="Alege",
        reply_markup=keyboard,
        disable_notification=True,
    )
    reply = await ana.reply()
    assert (reply.buttons, reply.silent) == (["Ajutor", "Numărul meu"], True)
    await ana.presses(reply, "Ajutor")
    assert last(telegram, "message")["text"] == "Ajutor"
    await ana.presses(reply, 1)
    assert last(telegram, "message")["contact"]["user_id"] == ana.id
    await done(telegram, "sendMessage", chat_id=ana.id, text="Gata", reply_markup={"remove_keyboard": True})
    assert ana.chat.keyboard is None


async def test_commands_mentions_and_links_are_found_as_telegram_finds_them(
    telegram: TelegramServer, ana: User
) -> None:
    await ana.says("🙂 /cauta@indrumar_test_bot pe exemplu.ro sau la a.b@exemplu.ro, @ana_pop #azil")
    message = last(telegram, "message")
    units = message["text"].encode("utf-16-le")
    found = {
        units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le"): e["type"]
        for e in message["entities"]
    }
    assert found == {
        "/cauta@indrumar_test_bot": "bot_command",
        "exemplu.ro": "url",
        "a.b@exemplu.ro": "email",
        "@ana_pop": "mention",
        "#azil": "hashtag",
    }


async def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(
    telegram: TelegramServer, ana: User
) -> None:
    group = telegram.group("Comuna", [ana])
    sent = await done(telegram, "sendMessage", chat_id=group.chat.id, text="Bună ziua")
    welcome = await ana.reply(group)
    assert (welcome.message_id, ana.unread()) == (sent["message_id"], [])
    await ana.says("vorbim între noi", group)
    await ana.says("/ajutor@alt_bot", group)
    for heard in ("/ajutor", "/ajutor@indrumar_test_bot", "salut @Indrumar_Test_Bot"):
        await ana.says(heard, group)
        assert last(telegram, "message")["text"] == heard
    await ana.says("mulțumesc", group, reply_to=welcome)
    assert last(telegram, "message")["reply_to_message"]["message_id"] == welcome.message_id
    assert len(telegram.state.updates.waiting) == 5
    telegram.state.privacy = False
    await ana.says("vorbim", group)
    assert last(telegram, "message")["text"] == "vorbim"
    await ana.removes_bot(group)
    status, answer = await telegram.request("sendMessage", chat_id=group.chat.id, text="x")
    assert (status, answer["description"]) == (403, "Forbidden: bot was kicked from the supergroup chat")
    await ana.adds_bot(group)
    await done(telegram, "leaveChat", chat_id=group.chat.id)
    assert (await telegram.request("sendMessage", chat_id=group.chat.id, text="x"))[0] == 403
    assert group.transcript().startswith("bot: Bună ziua\nAna: vorbim între noi\n")


async def test_inline_results_are_offered_and_chosen(telegram: TelegramServer, ana: User) -> None:
    results = [
        {
            "type": "article",
            "id": code,
            "title": f"Măsura {code}",
            "input_message_content": {"message_text": f"<i>{code}</i>", "parse_mode": "HTML"},
            "reply_markup": {"inline_keyboard": [[{"text": "Da", "callback_data": code}]]},
        }
        for code in ("1.1", "1.2")
    ]
    asking = asyncio.create_task(ana.inline("măsura"))
    await telegram.state.pulse.until(lambda: telegram.state.inline_queries or None, 5, str)
    query = last(telegram, "inline_query")
    assert query["query"] == "măsura"
    await done(
        telegram,
        "answerInlineQuery",
        inline_query_id=query["id"],
        results=results,
        next_offset="2",
        cache_time=5,
    )
    found = await asking
    assert (found.titles, found.next_offset) == (["Măsura 1.1", "Măsura 1.2"], "2")
    group = telegram.group("Comuna", [ana])
    shown = await ana.chooses(found, "Măsura 1.2", group)
    assert (shown.html, shown.buttons) == ("<i>1.2</i>", ["Da"])
    chosen = last(telegram, "chosen_inline_result")
    assert (chosen["result_id"], chosen["query"]) == ("1.2", "măsura")
    inline_id = chosen["inline_message_id"]
    assert await done(telegram, "editMessageText", inline_message_id=inline_id, text="altceva") is True
    assert shown.now().text == "altceva"


async def test_files_of_people_can_be_fetched_and_those_of_the_bot_are_seen(
    telegram: TelegramServer, ana: User
) -> None:
    await ana.sends("document", name="plan.csv", content=b"a;b", caption="iată")
    message = last(telegram, "message")
    assert (message["document"]["file_name"], message["caption"]) == ("plan.csv", "iată")
    async with Bot(
        telegram.token, base_url=f"{telegram.url}/bot", base_file_url=f"{telegram.url}/file/bot"
    ) as bot:
        file = await bot.get_file(message["document"]["file_id"])
        assert bytes(await file.download_as_bytearray()) == b"a;b"
        await bot.send_document(
            ana.id, b"c;d", filename="raport.csv", caption="<b>Raport</b>", parse_mode="HTML"
        )
        await bot.send_photo(ana.id, PIXEL)
    document, photo = await ana.reply(), await ana.reply()
    assert document.file is not None
    assert photo.file is not None
    assert (document.file.name, document.file.content, document.html) == (
        "raport.csv",
        b"c;d",
        "<b>Raport</b>",
    )
    assert (photo.file.kind, photo.file.content) == ("photo", PIXEL)
    telegram.assert_clean()


@pytest.mark.parametrize("kind", [*CONTENTS, *FILES])
async def test_whatever_people_send_is_a_message_the_library_can_read(
    telegram: TelegramServer, ana: User, kind: str
) -> None:
    await ana.sends(kind)
    raw = list(telegram.state.updates.waiting.values())[-1]
    async with Bot(telegram.token, base_url=f"{telegram.url}/bot") as bot:
        update = Update.de_json(raw, bot)
    assert update.message is not None
    assert update.message.effective_attachment
    assert not update.message.api_kwargs


async def test_an_edit_comes_as_one_and_does_not_change_what_was_sent(
    telegram: TelegramServer, ana: User
) -> None:
    message = await ana.says("ce cămin")
    await ana.edits(message, "ce cămine")
    assert last(telegram, "edited_message")["text"] == "ce cămine"
    assert list(telegram.state.updates.waiting.values())[-2]["message"]["text"] == "ce cămin"
    assert ana.transcript() == "Ana: /start\nAna: ce cămin\nAna (edit): ce cămine"
