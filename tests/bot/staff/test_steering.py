"""What people type in place of a button; what is a question; where a place is named."""

from __future__ import annotations

from datetime import date

import pytest

from bot.chat.guide import Guide
from bot.staff.engine import Line, Tap, View, World
from bot.staff.steering import asks_something, can_be_answered, greets, steers, tap_numbered, tap_typed
from bot.staff.targets import Targets
from bot.staff.where import place_in, printed_place
from index import fold
from tests.bot.chat.phone import NOW


@pytest.fixture(scope="session")
def world(guide: Guide, targets: Targets) -> World:
    """Somebody with a Romanian phone."""
    return World(guide, targets, None, 1001, "Ana", date(2026, 11, 18), NOW, "ro", "abcd2345")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Înapoi", {"back"}),
        ("inapoi!", {"back"}),
        ("RENUNŢ", {"cancel"}),
        ("ajutor", {"help"}),
        ("?", {"help"}),
        ("sari peste", {"skip"}),
        ("salvează", {"save"}),
        ("da", {"yes"}),
        ("nu", {"no"}),
        ("anulează", {"cancel", "undo"}),
        ("mai târziu", {"later"}),
        ("continue", {"continue"}),
        ("14", set()),
        ("nu am avut copii", set()),
        ("", set()),
    ],
)
def test_a_word_alone_steers(world: World, text: str, meant: set[str]) -> None:
    assert steers(text, world.guide) == meant


def test_only_what_undoes_or_cancels_has_two_meanings(world: World) -> None:
    table = world.guide.index.vocabulary.tables["steering"]["steer"]
    phrases = {phrase for said in table.values() for phrase in said}
    doubled = {fold(p) or p: steers(p, world.guide) for p in phrases if len(steers(p, world.guide)) > 1}
    assert set(doubled.values()) == {frozenset({"cancel", "undo"})}


def test_every_phrase_that_steers_is_short_enough_to_be_seen(world: World) -> None:
    table = world.guide.index.vocabulary.tables["steering"]["steer"]
    assert [p for name, said in table.items() for p in said if name not in steers(p, world.guide)] == []


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("ce centre de zi există în Urziceni?", True),
        ("unde este căminul", True),
        ("what day centers exist", True),
        ("14?", False),
        ("14 copii", False),
        ("ce", False),
        ("centre de zi", False),
    ],
)
def test_a_question_is_seen_by_its_mark_or_its_beginning(world: World, text: str, asks: bool) -> None:
    assert asks_something(text, world) == asks


def test_a_greeting_is_seen_at_the_beginning(world: World) -> None:
    assert [t for t in ("Bună ziua", "salut, 14", "mersi", "14", "buna") if greets(t, world)] == [
        "Bună ziua",
        "salut, 14",
        "mersi",
        "buna",
    ]


def test_what_the_plans_answer_is_known(world: World) -> None:
    assert [t for t in ("centre de zi în Urziceni", "xyzxyz") if can_be_answered(t, world)] == [
        "centre de zi în Urziceni"
    ]


VIEW = View(
    (Line("report-find"),), ((Tap(Line("report-tap-save"), "save"), Tap("2. Nr. copii", "about", "x")),)
)


@pytest.mark.parametrize(
    ("text", "act"), [("Salvează", "save"), ("salveaza", "save"), ("2 nr copii", "about"), ("salve", None)]
)
def test_the_label_of_a_button_may_be_typed(world: World, text: str, act: str | None) -> None:
    tap = tap_typed(text, VIEW, world)
    assert (tap and tap.act) == act


@pytest.mark.parametrize(
    ("text", "number"),
    [("1", 0), ("2.", 1), (" 2) ", 1), ("3", None), ("0", None), ("14 copii", None), ("²", None)],
)
def test_the_number_of_a_button_may_be_typed(text: str, number: int | None) -> None:
    taps = (Tap("a", "about"), Tap("b", "about"))
    assert tap_numbered(text, taps) == (None if number is None else taps[number])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("onesti 14", ("Onești", "14")),
        ("14 la Moinești", ("Moinești", "14 la")),
        ("14 copii", (None, "14 copii")),
        ("14 Bacău", (None, "14 Bacău")),
        ("14 Iași", (None, "14 Iași")),
    ],
)
def test_a_place_of_the_county_is_found_beside_a_value(
    world: World, text: str, found: tuple[str | None, str]
) -> None:
    record = world.targets.by_handle["i_2g2xjn"].record
    assert place_in(text, (record,), world) == found


def test_a_place_is_kept_as_printed_or_as_typed(world: World) -> None:
    assert [printed_place(said, world) for said in ("onesti", "La Râpă")] == ["Onești", "La Râpă"]
