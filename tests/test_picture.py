"""The picture in README.md shows what the bot says today."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.picture import PICTURE, Bubble, converse, draw


@pytest.mark.anyio
async def test_the_picture_is_what_the_bot_says_today(state: Path) -> None:
    drawn = draw(await converse(state))
    assert drawn == PICTURE.read_text(encoding="utf-8"), "run `make picture` and look at it"


def test_no_line_is_wider_than_its_bubble_and_nothing_said_is_left_out() -> None:
    said = "un cuvânt " * 40 + "<b>&amp;\nîncă un rând"
    drawn = draw([Bubble(True, "da", frozenset()), Bubble(False, said, frozenset(range(9)), (("a", "b"),))])
    lines = [line for line in drawn.splitlines() if line.startswith("<text x")]
    texts = "".join(line.partition(">")[2].replace("</text>", " ") for line in lines)
    texts = texts.replace('<tspan class="b">', "").replace("</tspan>", "")
    assert texts.split() == ["da", *(["un", "cuvânt"] * 40), "&lt;b&gt;&amp;amp;", "încă", "un", "rând"]
    assert max(map(len, lines)) < 120
