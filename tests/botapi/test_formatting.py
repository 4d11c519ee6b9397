"""Telegram's HTML, there and back, and what is done to a text before it is shown."""

from __future__ import annotations

import pytest

from tests.botapi.calls import Refusal
from tests.botapi.formatting import Formatted, parse_html, say_html
from tests.botapi.text import finish_message, parse_source
from tests.botapi.urls import InvalidUrl, normal_url


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<strong>a</strong><em>b</em><ins>c</ins><del>d</del>", "<b>a</b><i>b</i><u>c</u><s>d</s>"),
        ("<i><b>ăț</b> 🙂</i> x", "<i><b>ăț</b> 🙂</i> x"),
        ("<a href='Exemplu.ro/a?b=1&amp;c'>aici</a>", '<a href="http://exemplu.ro/a?b=1&amp;c">aici</a>'),
        ("<a href='fără punct'>aici</a>", "aici"),
        ("<span class='tg-spoiler'>a</span>", "<tg-spoiler>a</tg-spoiler>"),
        ("<pre><code class='language-py'>x &lt; 1</code></pre>", "<pre>x &lt; 1</pre>"),
        ("<blockquote expandable>a</blockquote>", "<blockquote expandable>a</blockquote>"),
        ("&#x103;&#539; &amp;nbsp; &nbsp;", "ăț &amp;nbsp; &amp;nbsp;"),
        ("<b></b>gol", "gol"),
        ("<code>a <b>b</b></code>", "<code>a b</code>"),
        ("  \n text  \n", "text"),
        ("<B>MARI</B >", "<b>MARI</b>"),
    ],
)
def test_html_is_shown_as_telegram_shows_it(source: str, shown: str) -> None:
    assert say_html(finish_message(parse_source(source, "HTML"))) == shown


def test_offsets_count_utf16_units() -> None:
    assert parse_html("🙂<b>ș</b><i>🙂</i>") == Formatted(
        "🙂ș🙂",
        [{"type": "bold", "offset": 2, "length": 1}, {"type": "italic", "offset": 3, "length": 2}],
    )


def test_links_are_found_among_the_tags_in_their_place() -> None:
    entities = finish_message(
        parse_source("exemplu.ro <b>/ajutor</b> <a href='a.ro'>b.ro</a>", "HTML")
    ).entities
    assert [(entity["type"], entity["offset"]) for entity in entities] == [
        ("url", 0),
        ("bold", 11),
        ("bot_command", 11),
        ("text_link", 19),
    ]


def test_without_a_parse_mode_tags_are_text() -> None:
    assert say_html(finish_message(parse_source("<b>x</b>", ""))) == "&lt;b&gt;x&lt;/b&gt;"


def test_a_message_is_measured_without_its_tags() -> None:
    assert len(finish_message(parse_source("<b>" + "ă" * 4096 + "</b>", "HTML")).text) == 4096
    with pytest.raises(Refusal, match="message is too long"):
        finish_message(parse_source("ă" * 4097, "HTML"))


@pytest.mark.parametrize("url", ["", "x", "ftp://a.ro", "https://", "http://a b.ro"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(InvalidUrl):
        normal_url(url)
