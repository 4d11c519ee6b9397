"""Indicators of a measure: their handles on its card, and the page that each leads to."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.chat.asking import asked
from bot.chat.cards import card
from bot.chat.commands import commanded, start
from bot.chat.guide import Guide
from bot.chat.indicators import indicator, say_goal
from bot.say import texts
from bot.staff.targets import Targets
from index import STANDING, IndicatorFact
from tests.bot.chat.phone import Phone, labels, read


def test_a_card_names_the_handle_of_every_indicator_of_its_measure(guide: Guide) -> None:
    phone = Phone(guide, "ro")
    for record in (r for r in guide.index.records if r.kind == "measure"):
        pages: list[str] = [read(card(phone.moment(), record, n)) for n in range(3)]
        found = set(re.findall(r"^/(\S+)", "\n".join(pages), re.MULTILINE))
        assert found == {target.handle for target in guide.targets.of(record)}


def test_whoever_reports_finds_the_handles_below_a_measure_that_was_asked_for(guide: Guide) -> None:
    question = "măsura 1.1.1 iași"
    phone = Phone(guide, "ro")
    assert re.findall(r"^/(i_\S+)", phone.says(question), re.MULTILINE) == []
    step = asked(replace(phone.moment(), is_staff=True), question)
    text = read(step.said[0].screen)
    (record,) = (guide.index.by_id[one] for one in step.state.memory.shown)
    assert re.findall(r"^/(i_\S+)", text, re.MULTILINE) == [t.handle for t in guide.targets.of(record)]
    assert "Ca să raportezi, apasă codul scurt" in text
    alone = asked(replace(phone.moment(), is_staff=True), "cine răspunde de măsura 1.1.1 iași")
    assert "/i_" not in read(alone.said[0].screen)


def test_a_handle_leads_to_its_indicator_and_back_to_the_measure(guide: Guide) -> None:
    phone = Phone(guide, "ro")
    for target in guide.targets.all:
        step = commanded(phone.moment(), f"/{target.handle}")
        assert step is not None
        (said,) = step.said
        words = target.fact.text if target.fact else "Stadiul măsurii"
        assert read(said.screen).startswith(" ".join(words.split())[:40])
        assert [k.button.key for row in said.screen.rows for k in row if k.button] == [target.record.key]


def test_a_link_with_a_handle_opens_the_same_page(guide: Guide) -> None:
    phone, target = Phone(guide, "en"), guide.targets.all[3]
    (said,) = start(phone.moment(), target.handle).said
    assert said.screen == indicator(phone.moment(), target)
    assert labels(said.screen)[-1] == "Pass on"


def test_handles_stay_when_other_indicators_come_and_go(guide: Guide) -> None:
    all_of_them = {t.id: t.handle for t in guide.targets.all}
    fewer = {t.id: t.handle for t in Targets(tuple(guide.index.records[::2])).all}
    assert fewer.items() <= all_of_them.items()


@pytest.mark.parametrize(
    ("answer", "unit", "amount", "said"),
    [
        ("number", "ședințe", 1, "1 ședințe"),
        ("number", "ședințe", 19, "19 ședințe"),
        ("number", "ședințe", 20, "20 de ședințe"),
        ("number", "ședințe", 101, "101 ședințe"),
        ("number", "ședințe", 1250, "1.250 de ședințe"),
        ("number", None, 20, "20"),
        ("percent", "%", 37.5, "37,5 %"),
    ],
)
def test_a_target_is_said_as_romanians_count(answer: str, unit: str | None, amount: float, said: str) -> None:
    fact = IndicatorFact.model_validate(
        {"id": "x", "text": "x", "origin": "indicators", "answer": answer, "unit": unit, "target": amount}
    )
    assert say_goal(fact, texts("ro")) == said


def test_a_measure_without_indicators_has_one_standing_report(guide: Guide) -> None:
    bare = [r for r in guide.index.records if r.kind == "measure" and not r.indicator_facts]
    assert bare
    assert [[t.id for t in guide.targets.of(r)] for r in bare] == [[r.id + STANDING] for r in bare]
