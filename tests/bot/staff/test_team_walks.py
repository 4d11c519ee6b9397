"""Random walks through approving, own reports and the team, with real and forged buttons and words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.buttons import Button
from bot.chat.guide import Guide
from bot.staff.queue import stamp
from bot.staff.targets import Targets
from tests.bot.staff.office import ENGINES, Desk, Office
from tests.bot.staff.team_script import Player

_PEOPLE = (
    "Ada admin",
    "Ion coordinator plans=bacau-2014-2024",
    "Vlad coordinator plans=bacau-2014-2024 institutions=DGASPC_Bacău",
    "Ana reporter plans=bacau-2014-2024 institutions=DGASPC",
    "Dan reporter plans=ialomita-2024",
    "Zoe stranger",
)
_REPORTS = (
    "Ana i_ophrxk 14 2024 photo=1",
    "Ana i_bqtd4x 3 2024 doubts=jump",
    "Ion i_ophrxk 12 2024",
    "Ana i_7h22cw 9 2024 state=returned",
    "Dan i_vzc2xv 1 2024",
    "Vlad i_n2qwkj 5 2024",
)
_WORDS = (
    "/aprobari",
    "/rapoartele_mele",
    "/echipa",
    "/start PAYLOAD",
    "/start s-gresit",
    "da, toți din comunitate",
    "centre de zi în Pașcani",
    "DGASPC",
    "1.1.1",
    "renunț",
    "CNP 5100101123457",
)
_ACTS = (
    "yes",
    "all",
    "ask",
    "sums",
    "file",
    "open",
    "answer",
    "withdraw",
    "really",
    "make",
    "for",
    "decline",
)
_ARGS = ("", "1.0", "2.0", "3.0", "4.0", "6.0", "1", "2.0.0", "2", "3", "1.1", "0", "²", "zz.zz")
_names = st.sampled_from([line.split()[0] for line in _PEOPLE])
_turns = st.one_of(
    st.tuples(st.just("says"), _names, st.sampled_from(_WORDS)),
    st.tuples(st.just("presses"), _names, st.integers(0, 7)),
    st.tuples(
        st.just("forges"),
        _names,
        st.tuples(st.sampled_from(sorted(ENGINES)), st.sampled_from(_ACTS), st.sampled_from(_ARGS)),
    ),
)


def _office(guide: Guide, targets: Targets) -> Player:
    player = Player(guide, targets)
    for line in _PEOPLE:
        player.person(line)
    for line in _REPORTS:
        player.report(line)
    return player


def _turn(player: Player, desk: Desk, verb: str, what: object) -> None:
    if verb == "says":
        player.does(f"{desk.person.name} {what}")
    elif verb == "forges":
        assert isinstance(what, tuple)
        engine, act, arg = what
        player.office.press(desk, Button.model_validate({"do": engine, "key": f"{act}:{arg}"}))
    else:
        assert isinstance(what, int)
        buttons = [key for key in player.office.keys(desk) if key.button]
        if buttons:
            player.press(f"{desk.person.name} {buttons[what % len(buttons)].label}")


def _unlawful(office: Office) -> list[str]:
    """What was decided or given without a right, by what the store holds: by whom and what."""
    out = []
    lawful = {"Ada", "Ion", "Vlad", *(d.person.name for d in office.desks.values() if _joined(d))}
    by_id = {desk.person.id: desk.person.name for desk in office.desks.values()}
    for report in office.keeper.reports.values():
        for event in report.events:
            if event.state in ("approved", "returned"):
                if event.by == report.author:
                    out.append(f"own {report.id}")
                if by_id[event.by] not in lawful:
                    out.append(f"{by_id[event.by]} decided {report.id}")
            elif event.state == "withdrawn" and event.by not in (
                report.author,
                *office.keeper.handed.values(),
            ):
                out.append(f"{by_id[event.by]} withdrew {report.id}")
    vlad = office.keeper.reports[5].events
    return [*out, *(f"{by_id[e.by]} out of scope" for e in vlad if by_id[e.by] in ("Ion", "Vlad"))]


def _joined(desk: Desk) -> bool:
    return any(grant.role != "reporter" for grant in desk.person.grants)


@settings(max_examples=60)
@given(turns=st.lists(st.tuples(_turns), min_size=5, max_size=25))
def test_no_walk_fails_or_decides_without_a_right(
    guide: Guide, targets: Targets, turns: list[tuple[tuple[str, str, object]]]
) -> None:
    player = _office(guide, targets)
    office = player.office
    for ((verb, name, what),) in turns:
        before = {number: stamp(r) + r.state for number, r in office.keeper.reports.items()}
        desk = office.desk(name)
        staff = bool(desk.person.grants)
        _turn(player, desk, verb, what)
        after = {number: stamp(r) + r.state for number, r in office.keeper.reports.items()}
        assert staff or before == after, "a stranger changed something"
    assert _unlawful(office) == []
    assert any(g.role == "admin" for d in office.desks.values() for g in d.person.grants)


@settings(max_examples=40)
@given(turns=st.lists(st.tuples(_turns), min_size=1, max_size=12))
def test_whatever_waits_for_words_can_be_cancelled(
    guide: Guide, targets: Targets, turns: list[tuple[tuple[str, str, object]]]
) -> None:
    player = _office(guide, targets)
    for ((verb, name, what),) in turns:
        _turn(player, player.office.desk(name), verb, what)
    for desk in [desk for desk in player.office.desks.values() if desk.kept]:
        for engine in ENGINES:
            kept = desk.kept
            player.office.press(desk, Button.model_validate({"do": engine, "key": "cancel:"}))
            assert desk.kept is None
            desk.kept = kept
        player.office.says(desk, "renunț")
        assert desk.kept is None


def test_what_nobody_waits_for_is_answered_as_anybodys(guide: Guide, targets: Targets) -> None:
    player = _office(guide, targets)
    passed = {}
    for name, desk in player.office.desks.items():
        player.office.says(desk, "centre de zi în Pașcani")
        passed[name] = desk.outcome.passes
    assert passed == dict.fromkeys(player.office.desks, True)
