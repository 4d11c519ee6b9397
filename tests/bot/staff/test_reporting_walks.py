"""Random walks through the conversation: whatever people press, type, send or forge, it holds together."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chat.guide import Guide
from bot.staff.draft import MOST_PARKED, Draft, Item, load
from bot.staff.engine import Command, Outcome, Pressed, Submit, Typed
from bot.staff.finding import targets_of
from bot.staff.pressing import PRESSES
from bot.staff.roles import may
from bot.staff.shapes import Member
from bot.staff.targets import Targets
from tests.bot.staff.reporter import Reporter, member

TYPED = (
    "2.4.1",
    "1.1.1 bacau",
    "copii cu dizabilitati",
    "nimic cu numele acesta",
    "14",
    "1.250",
    "am fost 42",
    "12 din 40",
    "140 %",
    "-3",
    "12 sau 13",
    "realizat",
    "nerealizat",
    "nimic de raportat",
    "anul 2023",
    "2031",
    "Movila",
    "fete 8, băieți 6",
    "fete 3",
    "Popescu Ion are diabet, 0740123456",
    "1",
    "2",
    "7",
    "da",
    "nu",
    "înapoi",
    "ajutor",
    "sari",
    "salvează",
    "renunț",
    "continuă",
    "mai târziu",
    "anulează",
    "bună ziua",
    "ce centre de zi există în Urziceni?",
    "am raportat 14 copii la 1.1.1",
    "2.4.1 bacau 14\n1.1.1 bacau 3\n2.4.1 bacau 15",
    "",
    "💥 <b>&amp;",
)
COMMANDS = (
    "",
    "2.4.1 bacau 14",
    "1.1.1 14",
    "3.1.2 iasi realizat",
    "9.9.9",
    "i_ehxnzd 5",
    "1.1.1 bacau 1\n1.1.1 bacau 1",
)
MEMBERS = (
    member(1, "reporter", plans=("bacau-2014-2024",)),
    member(1, "reporter", plans=("iasi-2021-2027",)),
    member(1, "coordinator"),
    Member(id=1, telegram_id=1001, name="Ana", grants=()),
    None,
)
FORGED = (
    "",
    "x",
    "9" * 40,
    "tok00001.0." + "9" * 40,
    "tok00001.0.",
    "tok00001.9.9",
    "tok00002.0.done",
    "tok00001.0.value",
    "tok00001.0.1-9",
)

Move = tuple[str, Any]
"""What is done, and with what."""
MOVES: st.SearchStrategy[Move] = st.one_of(
    st.tuples(st.just("press"), st.integers(0, 40)),
    st.tuples(st.just("press"), st.integers(0, 3)),
    st.tuples(st.just("old"), st.integers(0, 400)),
    st.tuples(st.just("say"), st.sampled_from(TYPED)),
    st.tuples(st.just("command"), st.sampled_from(COMMANDS)),
    st.tuples(st.just("wait"), st.sampled_from((30, 200, 5000, 300_000))),
    st.tuples(st.just("file"), st.sampled_from(("image/jpeg", "application/pdf", "too-big"))),
    st.tuples(st.just("is"), st.integers(0, len(MEMBERS) - 1)),
    st.tuples(
        st.just("forge"),
        st.tuples(
            st.sampled_from((*PRESSES, "new", "handle", "correct", "undo", "?")), st.sampled_from(FORGED)
        ),
    ),
    st.tuples(st.just("card"), st.integers(0, 10_000)),
)


MOST_STATE_CHARS = 60_000
"""A draft is small, whatever is parked in it."""


class Walker(Reporter):
    """A reporter who does anything, and looks after each turn whether all still holds."""

    def __init__(self, guide: Guide, targets: Targets) -> None:
        super().__init__(guide, targets, MEMBERS[0])
        self.seen: list[Pressed] = []

    def moves(self, move: Move) -> None:
        """One move."""
        what, with_ = move
        before = self.draft
        if what == "say":
            self.says(with_)
        elif what == "command":
            self.gives(Command("raport", with_, self.now))
        elif what == "wait":
            self.waits(with_)
            return
        elif what == "file":
            self.sends(with_)
        elif what == "is":
            self.me = MEMBERS[with_]
            return
        elif what == "forge":
            self.gives(Pressed(*with_))
        elif what == "card":
            self.gives(Pressed("new", self.targets.all[with_ % len(self.targets.all)].record.key))
        else:
            self._press(what, with_, before)
        self._check()

    def _press(self, what: str, number: int, before: Draft | None) -> None:
        among = (
            self.seen
            if what == "old"
            else [Pressed(t.act, t.arg) for v in self.views for r in v.taps for t in r if not t.of]
        )
        if not among:
            return
        pressed = among[number % len(among)]
        self.gives(pressed)
        after = self.draft
        if pressed.act == "back" and before is not None and after is not None and before.token == after.token:
            assert [kept_of(item) for item in after.items] == [kept_of(item) for item in before.items]

    def _check(self) -> None:
        self.seen += [
            Pressed(t.act, t.arg) for v in self.outcome.views for r in v.taps for t in r if not t.of
        ]
        for effect in self.outcome.effects:
            if isinstance(effect, Submit):
                records = [self.targets.by_id[new.target].record for new in effect.reports]
                assert [r.id for r in records if not may(self.me, "report", r, self.guide.directory)] == []
        draft = self.draft
        assert draft is None or draft.doing is None
        assert len(self.kept or "") <= MOST_STATE_CHARS
        if draft is not None and draft.step not in ("saved", "lost") and self.me and self.me.grants:
            self._check_open(draft)

    def _check_open(self, draft: Draft) -> None:
        """It can be cancelled, and what is asked can be chosen."""
        cancelled = self._tried(Typed("renunț", self.now))
        assert cancelled.state is None or cancelled.state.token != draft.token
        assert draft.at < len(draft.items)
        if draft.step in ("which-measure", "which-indicator"):
            world = self._world({})
            assert targets_of(draft.item, world)

    def _tried(self, given: Typed) -> Outcome:
        """What a message would lead to; nothing of it is kept."""
        kept = self.kept
        outcome = self._asked(given)
        self.kept = kept
        return outcome


def kept_of(item: Item) -> Item:
    """What was given of a report; where in the choice of its indicator one is, is no part of it."""
    return item.changed(measure=None)


class Start:
    """What every walk begins with; shown in short when a walk fails."""

    def __init__(self, guide: Guide, targets: Targets) -> None:
        self.guide, self.targets = guide, targets


@pytest.fixture(scope="session")
def start(guide: Guide, targets: Targets) -> Start:
    """The five plans."""
    return Start(guide, targets)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(opening=st.sampled_from(COMMANDS), moves=st.lists(MOVES, min_size=5, max_size=40))
def test_any_walk_holds_together(start: Start, opening: str, moves: list[Move]) -> None:
    walker = Walker(start.guide, start.targets)
    walker.moves(("command", opening))
    for move in moves:
        walker.moves(move)


def test_a_number_takes_at_most_five_taps_from_the_card(guide: Guide, targets: Targets) -> None:
    taken = {}
    for target in [t for t in targets.all if t.kind == "number"][::12]:
        reporter = Reporter(guide, targets, member(1, "admin"))
        reporter.gives(Pressed("new", target.record.key))
        taps = 1
        while reporter.draft is None or reporter.draft.step != "saved":
            draft = reporter.draft
            assert draft is not None
            if draft.step == "which-indicator":
                number = [t.id for t in targets.of(target.record)].index(target.id) + 1
                reporter.says(str(number))
            elif draft.step == "value":
                reporter.says("14")
            else:
                reporter.presses("Salvează")
            taps += 1
            assert taps <= 5
        taken[target.id] = reporter.ledger.reports[0].value.plain
    assert set(taken.values()) == {14.0}


def test_a_state_of_another_version_is_told_and_dropped(guide: Guide, targets: Targets) -> None:
    reporter = Reporter(guide, targets, member(1, "admin"))
    reporter.says("/raport 1.1.1")
    assert reporter.kept is not None
    reporter.kept = reporter.kept.replace('"version":1', '"version":0')
    lost = load(reporter.kept)
    assert (lost is not None and lost.step) == "lost"
    said = reporter.says("/raport")
    assert said.splitlines()[:2] == [
        "Raportul început nu mai poate fi continuat: planurile sau programul s-au schimbat.",
        "Despre ce raportezi?",
    ]


def test_a_state_about_what_the_plans_have_no_more_is_told_and_dropped(
    guide: Guide, targets: Targets
) -> None:
    reporter = Reporter(guide, targets, member(1, "admin"))
    reporter.says("/raport 1.1.1 iasi 14")
    draft = reporter.draft
    assert draft is not None
    gone = draft.with_item(target="iasi-2021-2027:measure:0")
    reporter.kept = gone.model_dump_json()
    assert "nu mai poate fi continuat" in reporter.says("salvează")
    assert reporter.draft is None


def test_of_many_reports_begun_none_is_lost(guide: Guide, targets: Targets) -> None:
    reporter = Reporter(guide, targets, member(1, "admin"))
    for value in range(1, MOST_PARKED + 3):
        said = reporter.says(f"/raport i_2g2xjn {value}")
    assert said.splitlines()[0].startswith(f"Ai {MOST_PARKED + 1} de rapoarte începute și nesalvate.")
    while reporter.draft is not None:
        reporter.says("da")
        if any(label.startswith("Continuă") for label in reporter.labels):
            reporter.presses("Continuă")
        else:
            break
    saved = sorted(report.value.amount or 0.0 for report in reporter.ledger.reports)
    assert saved == [float(value) for value in range(1, MOST_PARKED + 2)]
