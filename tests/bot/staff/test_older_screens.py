"""A summary that was shown before something changed, on another phone or further up in the chat."""

from __future__ import annotations

import pytest

from bot.chat.guide import Guide
from bot.staff.engine import Pressed
from bot.staff.targets import Targets
from tests.bot.staff.reporter import Reporter, member


@pytest.fixture
def ana(guide: Guide, targets: Targets) -> Reporter:
    """A reporter for everything, with a summary before her."""
    reporter = Reporter(guide, targets, member())
    handle = next(t.handle for t in targets.all if t.kind == "number")
    reporter.says(f"/raport {handle} 11")
    return reporter


def pressing_save(ana: Reporter) -> Pressed:
    """The button that saves, as the last screen has it."""
    (act,) = [tap for view in ana.views for row in view.taps for tap in row if tap.act == "save"]
    return Pressed(act.act, act.arg)


def test_an_older_summary_does_not_save_what_it_does_not_show(ana: Reporter) -> None:
    older = pressing_save(ana)
    ana.says("12")
    shown = ana.gives(older)
    assert "Raportul s-a schimbat de când l-ai văzut aici. Acum e așa:" in shown
    assert ("12 " in shown, list(ana.ledger.reports)) == (True, [])


def test_the_newest_summary_saves_what_it_shows(ana: Reporter) -> None:
    ana.says("12")
    ana.gives(pressing_save(ana))
    assert [report.value.amount for report in ana.ledger.reports] == [12.0]
