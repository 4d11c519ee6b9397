"""Everything that can be reached by pressing, from the greeting and from every record, in both languages."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

import pytest

from bot.chat.browsing import BY
from bot.chat.buttons import Button
from bot.chat.commands import COMMANDS
from bot.chat.guide import Guide
from bot.chat.inline import Offer, offers
from bot.chat.pressing import pressed
from bot.chat.screens import Screen, Step
from bot.limits import MAX_BUTTON_BYTES, MAX_START_CHARS, MAX_TOAST_CHARS
from tests.bot.chat.phone import Phone, keys, read

RUNS = {"ro": "Funcționează", "en": "Running"}
"""How the first line of a card says that a service runs."""
CALM = ("more", "choose")
"""What these do depends on the question before; they have tests of their own."""


def data_of(screens: Iterable[Screen]) -> list[str]:
    """What the buttons of screens hold."""
    return [key.button.encode() for screen in screens for key in keys(screen) if key.button]


class Crawl:
    """Presses every button that it meets, once, breadth first."""

    def __init__(self, guide: Guide, lang: str) -> None:
        self.phone = Phone(guide, lang)
        self.met: dict[str, Step] = {}
        """Data of a button → what pressing it led to."""

    def run(self, first: Iterable[str]) -> None:
        """Begin with some buttons."""
        waiting = deque(first)
        while waiting:
            data = waiting.popleft()
            if data not in self.met:
                moment = self.phone.moment()
                self.met[data] = step = pressed(moment, data)
                waiting += data_of(said.screen for said in step.said)

    def screens(self) -> Iterable[tuple[str, Screen]]:
        """Each screen and the button that led to it."""
        return ((data, said.screen) for data, step in self.met.items() for said in step.said)


@pytest.fixture(scope="module", params=["ro", "en"])
def crawl(request: pytest.FixtureRequest, guide: Guide) -> Crawl:
    """All that is reached from every command and every record."""
    crawl = Crawl(guide, request.param)
    steps = [command.step(crawl.phone.moment(), "") for command in COMMANDS]
    records = [Button(do="card", key=record.key).encode() for record in guide.index.records]
    crawl.run([*data_of(said.screen for step in steps for said in step.said), *records])
    return crawl


def test_every_screen_is_taken_by_telegram(crawl: Crawl) -> None:
    for _, screen in crawl.screens():
        assert read(screen)


def test_every_button_fits_and_is_understood_again(crawl: Crawl) -> None:
    long = [data for data in crawl.met if len(data.encode()) > MAX_BUTTON_BYTES]
    unread = [data for data in crawl.met if (b := Button.decode(data)) is None or b.encode() != data]
    assert (long, unread) == ([], [])


def test_every_button_leads_to_a_screen_and_never_to_a_dead_end(crawl: Crawl) -> None:
    steps = {data: step for data, step in crawl.met.items() if Button.decode(data).do not in CALM}  # type: ignore[union-attr]
    silent = [data for data, step in steps.items() if not step.said and step.toast is None]
    gone = {crawl.phone.moment().say(key) for key in ("toast-gone", "toast-old-button", "toast-old-list")}
    assert (silent, [data for data, step in steps.items() if step.toast in gone]) == ([], [])
    assert all(len(step.toast or "") <= MAX_TOAST_CHARS for step in steps.values())


def test_every_card_list_and_source_is_reached_with_every_page(crawl: Crawl) -> None:
    guide, directory = crawl.phone.guide, crawl.phone.guide.directory
    wanted = {Button(do=do, key=r.key) for r in guide.index.records for do in ("card", "source", "wrong")}
    wanted |= {Button(do="served", key=f"{by[0]}{s.value}") for by in BY for s in directory.shelves(by)}  # type: ignore[arg-type]
    wanted |= {Button(do="plan", key=plan.key) for plan in guide.index.plans.values()}
    assert {button.encode() for button in wanted} - crawl.met.keys() == set()


def test_no_screen_shows_what_only_the_program_should_see(crawl: Crawl) -> None:
    printed = " ".join(r.model_dump_json() for r in crawl.phone.guide.index.records)
    marks = [mark for mark in ("{", "}", "$", "None", "button-", "field-", "status-") if mark not in printed]
    sources = Button(do="source").encode()[:2]
    texts = {data: read(screen) for data, screen in crawl.screens() if not data.startswith(sources)}
    assert {data: mark for data, text in texts.items() for mark in marks if mark in text} == {}


def test_a_list_says_of_each_record_whether_it_runs(crawl: Crawl) -> None:
    guide, say = crawl.phone.guide, crawl.phone.moment().say
    seen = 0
    for data, screen in crawl.screens():
        button = Button.decode(data)
        if button is None or button.do not in ("served", "children"):
            continue
        lines = {line.partition(". ")[0]: line for line in read(screen).split("\n")}
        for key in keys(screen):
            record = guide.directory.by_key.get(key.button.key) if key.button else None
            line = lines.get(key.label.partition(". ")[0])
            if record is None or line is None:
                continue
            seen += 1
            said = [s for s in ("existing", "planned", "closing") if f"; {say(f'status-{s}')}" in line]
            assert said == ([record.status] if record.status else []), (data, line)
    assert seen > len(guide.directory.serving)


def test_no_planned_or_closing_thing_is_said_to_run_on_its_card(crawl: Crawl) -> None:
    runs = RUNS[crawl.phone.person.lang or ""]
    for record in crawl.phone.guide.index.records:
        (said,) = crawl.met[Button(do="card", key=record.key).encode()].said
        line = read(said.screen).split("\n")[0]
        assert line.startswith(runs) == (record.status == "existing"), record.id


def test_nor_in_any_inline_result(crawl: Crawl) -> None:
    guide, runs = crawl.phone.guide, RUNS[crawl.phone.person.lang or ""]
    offered: dict[str, Offer] = {}
    for record in guide.index.records:
        if record.status:
            offered |= {offer.id: offer for offer in offers(crawl.phone.moment(), record.title)}
    for offer in offered.values():
        is_running = guide.directory.by_key[offer.id].status == "existing"
        described = runs.lower() in offer.description.split(" · ")
        assert (described, read(offer.screen).startswith(runs)) == (is_running, is_running), offer
    assert len(offered) > len(guide.directory.serving) / 2


def test_every_record_can_be_linked_to(crawl: Crawl) -> None:
    command = next(c for c in COMMANDS if c.names[0] == "start")
    for record in crawl.phone.guide.index.records:
        payload = f"r-{record.key}"
        step = command.step(crawl.phone.moment(), payload)
        card = crawl.met[Button(do="card", key=record.key).encode()]
        assert len(payload) <= MAX_START_CHARS
        assert [said.screen for said in step.said] == [said.screen for said in card.said]
