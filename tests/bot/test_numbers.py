"""Where a message that may be lost is looked for."""

from __future__ import annotations

from bot.numbers import Numbers

SUPERGROUP = -1_001_000_000_001


def test_numbers_that_others_have_are_not_looked_at() -> None:
    numbers = Numbers()
    for number in range(101, 150):
        numbers.add(7, number)
    numbers.add(8, 151)
    assert numbers.candidates(5, 100) == [150, 152, 153, 154, 155, 156, 157, 158, 159]


def test_a_chat_that_was_silent_for_long_is_looked_at_from_where_all_chats_are() -> None:
    numbers = Numbers()
    numbers.add(7, 9000)
    assert (numbers.highest(5), numbers.highest(SUPERGROUP)) == (9000, 0)
    assert numbers.candidates(5, numbers.highest(5)) == list(range(9001, 9009))


def test_what_follows_a_message_of_ours_stands_after_it() -> None:
    numbers = Numbers()
    numbers.add(5, 103, ours=True)
    numbers.add(5, 101, ours=True)
    assert numbers.candidates(5, 100)[0] == 104
    assert numbers.candidates(6, 100)[:3] == [102, 104, 105]
    numbers.forget({6})
    assert numbers.candidates(5, 100)[0] == 102


def test_a_supergroup_has_numbers_of_its_own() -> None:
    numbers = Numbers()
    numbers.add(SUPERGROUP, 12)
    numbers.add(7, 500)
    assert numbers.candidates(SUPERGROUP, 12) == list(range(13, 21))
    assert numbers.highest(7) == 500


def test_only_so_many_numbers_are_looked_at_and_kept() -> None:
    numbers = Numbers()
    numbers.add(7, 10_000)
    assert numbers.candidates(5, 100) == list(range(101, 141))
    for number in range(10_000):
        numbers.add(7, number)
    assert numbers.candidates(5, 0)[-1] == 40
    assert numbers.candidates(5, 9_000) == list(range(10_000, 10_009))
