"""Plays a conversation: each person does what stands there, and sees what stands there."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import unquote

from tests.bot.e2e.script import Script, Seen, Step
from tests.botapi import Group, Reply, TelegramServer, User
from tests.botapi.chats import Message
from tests.botapi.state import Answer, InlineQuery

Command = Callable[..., Awaitable[str]]
"""The words of a command → what it prints."""


class Player:
    """One conversation on its way; its people are new to the bot."""

    def __init__(self, script: Script, telegram: TelegramServer, command: Command | None = None) -> None:
        self._telegram = telegram
        self._command = command
        self._payload = ""
        """Of the last invitation."""
        self._printed = ""
        """By the last command."""
        self.people: dict[str, User] = {}
        for who in dict.fromkeys(step.who for step in script.steps):
            self.people[who] = telegram.user(who, language_code=script.language_code)
        self.group: Group = telegram.group("Vecini", self.people.values())
        self._last: dict[str, Reply] = {}
        """The last thing each person saw."""
        self._shown: dict[str, list[Reply]] = {}
        self._written: dict[str, Message] = {}
        """The last thing each person wrote."""
        self._answer = Answer()
        self._inline: InlineQuery | None = None

    async def play(self, script: Script) -> None:
        """The whole conversation; AssertionError with the file's line where something else is seen."""
        for step in script.steps:
            await self.step(step)

    async def step(self, step: Step) -> None:
        """One person's action and all that follows it."""
        self._answer = Answer()
        try:
            await self._act(step)
            for seen in step.seen:
                await self._see(step, seen)
        except AssertionError as failure:
            raise AssertionError(f"{step.where}: {failure}") from None
        toasted = any(seen.kind == "toast" for seen in step.seen)
        assert toasted or not self._answer.text, f"{step.where}: unforeseen toast {self._answer.text!r}"
        person = self.people[step.who]
        assert person.unread() == [], f"{step.where}: unforeseen {person.unread()}"

    def transcript(self) -> str:
        """What all saw: each person's own chat, then the group."""
        chats = [person.transcript() for person in self.people.values()]
        told = "\n\n".join(toasts_first(chat) for chat in [*chats, self.group.transcript()])
        # what is drawn by lot is another each time
        return re.sub(r"\bs-[0-9a-f]{32}\b", "s-…", told)

    async def _act(self, step: Step) -> None:
        person, group = self.people[step.who], self.group if step.group else None
        what = step.what.replace("{key}", self._key()).replace("{payload}", self._payload)
        match step.verb:
            case "says":
                self._written[step.who] = await person.says(what, group)
            case "edits":
                await person.edits(self._written[step.who], step.what)
            case "presses" | "presses old":
                await self._press(step)
            case "forges":
                await self._forge(step)
            case "sends":
                kind, _, content = step.what.partition(" ")
                file: dict[str, Any] = {"name": "fisa.html", "content": content.encode()} if content else {}
                await person.sends(kind, group, **file)
            case "shares":
                latitude, longitude = map(float, step.what.split())
                await person.sends("location", latitude=latitude, longitude=longitude)
            case "waits":
                person.waits(int(step.what))
            case "is invited":
                made = await self._run("staff", "invite", "--json", "--role", *shlex.split(what))
                self._payload = json.loads(made)["payload"]
            case "runs":
                self._printed = await self._run(*shlex.split(what.replace("{id}", str(person.id))))
            case "types":
                self._inline = await person.inline(what)
            case "picks":
                assert self._inline is not None
                picked = await person.chooses(self._inline, int(step.what) - 1)
                self._last[step.who] = picked
                self._shown.setdefault(step.who, []).append(picked)
            case _:
                await (person.blocks() if step.verb == "blocks" else person.unblocks())

    async def _run(self, *words: str) -> str:
        assert self._command is not None, "no command can be run here"
        return await self._command(*words)

    def _key(self) -> str:
        """What the last link to a record names."""
        for reply in reversed([r for shown in self._shown.values() for r in shown]):
            for button in (button for row in reply.rows for button in row):
                if found := re.search(r"start=r-(\w+)", button.get("url", "")):
                    return found[1]
        return "{key}"

    async def _press(self, step: Step) -> None:
        """The button of the last message, or `LABEL < BEGINNING` of the last message that begins so."""
        label, _, beginning = step.what.partition(" < ")
        shown = [r for r in self._shown[step.who] if r.text.startswith(beginning)]
        stale = step.verb == "presses old"
        assert shown, f"no message begins with {beginning!r}"
        found = _labelled(label, (shown[-1] if stale else shown[-1].now()).buttons)
        assert found is not None, f"no button {label!r} among {shown[-1].now().buttons}"
        self._answer = await self.people[step.who].presses(shown[-1], found, stale=stale)

    async def _forge(self, step: Step) -> None:
        """A button that the last message does not have."""
        self._answer = await self.people[step.who].forges(self._last[step.who].now(), step.what)

    async def _see(self, step: Step, seen: Seen) -> None:
        if seen.kind.startswith("bot"):
            await self._see_reply(step.who, seen)
        elif seen.kind.startswith("told "):
            await self._see_reply(seen.kind.removeprefix("told "), seen)
        elif seen.kind == "prints":
            _check(seen, self._printed)
        elif seen.kind == "link":
            assert self._answer.url == seen.first.replace("{key}", self._key()), seen.where
        elif seen.kind == "toast":
            _check(seen, self._answer.text)
        elif seen.kind == "gone":
            person = self.people[step.who]
            pulse = self._telegram.state.pulse
            await pulse.until(lambda: self._gone(person), 10, lambda: "nothing is deleted")
            assert self._gone(person) == int(seen.first)
        elif seen.kind == "picked":
            _check(seen, self._last[step.who].text)
        else:
            self._see_offers(seen)

    @staticmethod
    def _gone(person: User) -> int | None:
        return sum(message.deleted for message in person.chat.messages.values()) or None

    async def _see_reply(self, who: str, seen: Seen) -> None:
        group = self.group if seen.kind == "bot (group)" else None
        reply = await self.people[who].reply(group)
        self._last[who] = reply
        self._shown.setdefault(who, []).append(reply)
        if invited := re.search(r"start=(s-[0-9a-f]+)", " ".join([reply.text, *_urls(reply)])):
            self._payload = invited[1]
        _check(seen, reply.text)
        assert reply.edited == (seen.kind == "bot (edit)"), f"{seen.where}: edited is {reply.edited}"
        assert reply.edited or reply.silent == seen.silent, f"{seen.where}: silent is {reply.silent}"
        wanted = [] if seen.buttons == ("none",) else seen.buttons
        missing = [label for label in wanted if _labelled(label, reply.buttons) is None]
        assert missing == [], f"{seen.where}: no {missing} among {reply.buttons}"
        if seen.buttons == ("none",):
            assert reply.buttons == [], seen.where

    def _see_offers(self, seen: Seen) -> None:
        assert self._inline is not None
        if seen.kind == "above":
            assert self._inline.button is not None, f"{seen.where}: {self._inline.titles}"
            assert self._inline.titles == [], seen.where
            _check(seen, self._inline.button["text"])
        else:
            begins = [title for title in self._inline.titles if title.startswith(seen.first.rstrip("…"))]
            assert begins, f"{seen.where}: {self._inline.titles}"


def toasts_first(transcript: str) -> str:
    """A transcript with each toast right behind the press: it and the messages reach the phone in any order.

    >>> toasts_first("Ana presses [Da]\\nbot (edit): Bine.\\n  Da.\\nbot (toast): Da!\\nAna: 1")
    'Ana presses [Da]\\nbot (toast): Da!\\nbot (edit): Bine.\\n  Da.\\nAna: 1'
    """
    out: list[str] = []
    for entry in re.split(r"\n(?!  )", transcript):
        at = len(out)
        while entry.startswith("bot (toast): ") and at and " presses [" not in out[at - 1]:
            at -= 1
        out.insert(at or len(out), entry)
    return "\n".join(out)


def _urls(reply: Reply) -> list[str]:
    return [unquote(button.get("url", "")) for row in reply.rows for button in row]


def _labelled(label: str, labels: list[str]) -> str | None:
    """The button of this label, or the first that begins so where it ends in "…"."""
    begins = [one for one in labels if label.endswith("…") and one.startswith(label[:-1])]
    return label if label in labels else next(iter(begins), None)


def _check(seen: Seen, text: str) -> None:
    first = text.partition("\n")[0]
    if seen.first.endswith("…"):
        assert first.startswith(seen.first[:-1]), f"{seen.where}: {text}"
    else:
        assert first == seen.first, f"{seen.where}: {text}"
    missing = [part for part in seen.parts if part not in text]
    present = [part for part in seen.absent if part in text]
    assert (missing, present) == ([], []), f"{seen.where}: {text}"
