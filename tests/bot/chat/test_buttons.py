"""What a button carries: packed into 64 bytes, read back whole; nothing that others packed is believed."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.chat.buttons import Button, Do
from bot.limits import MAX_BUTTON_BYTES

letters = st.characters(exclude_categories=("Cs", "Cc"))
buttons = st.builds(
    Button,
    do=st.sampled_from(get_args(Do)),
    key=st.text(letters, max_size=70),
    page=st.integers(0, 9999),
)


def packed_bytes(button: Button) -> int:
    """Bytes of version, letter, page, colon and key."""
    return 2 + len(str(button.page or "")) + 1 + len(button.key.encode())


@given(buttons)
@example(Button(do="served", key="p" + "ț" * 30))
@example(Button(do="card", key="a" * 61))
@example(Button(do="card", key="a" * 62))
def test_what_fits_comes_back_and_what_does_not_is_refused(button: Button) -> None:
    if packed_bytes(button) <= MAX_BUTTON_BYTES:
        assert Button.decode(button.encode()) == button
    else:
        with pytest.raises(ValueError, match="bytes"):
            button.encode()


@given(st.text(max_size=80) | st.from_regex(r"[0-9a-z]{0,3}[0-9]{0,5}:?.{0,20}", fullmatch=True))
@example("1o:")
@example("1o:a\x00b")
@example("1o-1:abc")
@example("1o00001:abc")
@example("1O:abc")
@example("1o١:abc")
@example("\ud800")
def test_any_data_is_read_or_not_believed_and_never_a_fault(data: str) -> None:
    button = Button.decode(data)
    assert button is None or (data.startswith("1") and button.key in data and 0 <= button.page <= 9999)


@pytest.mark.parametrize("version", ["", "0", "2", "9", "a"])
def test_data_of_another_version_is_not_believed(version: str) -> None:
    packed = Button(do="card", key="abcde23456").encode()
    assert Button.decode(version + packed[1:]) is None


@pytest.mark.parametrize("do", get_args(Do))
def test_each_thing_a_button_does_has_a_letter_of_its_own(do: Do) -> None:
    packed = {Button(do=other, key="x", page=2).encode() for other in get_args(Do)}
    assert (len(packed), Button.decode(Button(do=do, key="x", page=2).encode())) == (
        len(get_args(Do)),
        Button(do=do, key="x", page=2),
    )
