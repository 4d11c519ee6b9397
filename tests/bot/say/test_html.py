"""Plain text → what Telegram takes: nothing typed becomes markup, nothing is lost between pages."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.limits import MAX_TEXT_CHARS, text_chars
from bot.say import as_html, pages
from tests.botapi.formatting import parse_html, part

marks = st.sampled_from(
    ["<b>", "</b>", "<a href='x'>", "&amp;", "&", "<", ">", "&#112;", "112", "119", "</code>", "\n"]
)
typed = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | marks, max_size=30).map(
    "".join
)
words = st.text(st.sampled_from("aș😀&<>👨‍👩‍👧-"), min_size=1, max_size=60)
long_texts = st.lists(st.lists(words, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=12).map(
    "\n".join
)


@given(typed, st.booleans())
@example("<b>Casa</b>", False)
@example("&lt;b&gt;", False)
@example("  \nx", False)
@example("112\n119 & 1190, a112", True)
def test_any_text_is_shown_as_typed(text: str, numbers: bool) -> None:
    assert parse_html(as_html(text, numbers)).text == text


@given(typed)
def test_only_the_first_line_is_bold_and_nothing_else_is_marked(text: str) -> None:
    formatted = parse_html(as_html(text))
    first = text.partition("\n")[0]
    bold = [(e["type"], part(formatted.text, e)) for e in formatted.entities]
    assert bold == ([("bold", first)] if first.strip() else [])


def test_short_numbers_can_be_tapped_where_that_is_wanted() -> None:
    formatted = parse_html(as_html("Sună la 112.\n119 – pentru un copil, nu 1190", numbers=True))
    tapped = [part(formatted.text, e) for e in formatted.entities if e["type"] == "code"]
    assert tapped == ["112", "119"]


@given(long_texts, st.integers(2, 80))
@example("a" * 10_000, MAX_TEXT_CHARS)
@example("😀" * 10_000, MAX_TEXT_CHARS)
@example("x" * 4096 + "\n" + "y" * 4096, MAX_TEXT_CHARS)
@example("x" * 4096 + " " + "y" * 4096, MAX_TEXT_CHARS)
@example("\n".join("&" * 100 for _ in range(100)), MAX_TEXT_CHARS)
def test_pages_fit_and_hold_every_letter_once_and_in_order(text: str, most_chars: int) -> None:
    parts = pages(text, most_chars)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert [p for p in parts if text_chars(p) > most_chars or not p.strip()] == []


@given(long_texts, st.integers(125, 400))
def test_words_that_fit_on_a_page_are_never_cut(text: str, most_chars: int) -> None:
    assert " ".join(pages(text, most_chars)).split() == text.split()


@given(
    st.lists(
        st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), max_size=50), max_size=20
    )
)
def test_lines_that_fit_are_parted_only_at_their_ends(lines: list[str]) -> None:
    assert "\n".join(pages("\n".join(lines), 100)).split("\n") == "\n".join(lines).split("\n")


@pytest.mark.parametrize("text", ["", "un rând", "un rând\nși altul"])
def test_a_short_text_is_one_page_as_it_is(text: str) -> None:
    assert pages(text) == [text]


@given(long_texts)
def test_a_page_that_fits_before_it_is_escaped_fits_after_it_is_read(text: str) -> None:
    for page in pages(text, 300):
        source = as_html(page)
        assert (
            len(source) >= len(escape(page, quote=False)),
            text_chars(parse_html(source).text) <= 300,
        ) == (
            True,
            True,
        )
