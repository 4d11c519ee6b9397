"""Reader `outline` on an invented list: headings whose words stand below them, coded lines, other prose."""

from __future__ import annotations

from pathlib import Path

from index.readers.lists import ListRules
from tests.index.invented import drafts, read_invented

SECTIONS = r"""
[[section]]
reader = "outline"
begins = '^Ce vrem'
ends = '^Anexe'
code = '(?P<code>[A-Z0-9]\.\d+)\.? (?P<title>.+)'

[[section.headings]]
level = 1
pattern = '> \*(?P<label>Scopul \d)\*$'
text_follows = true

[[section.headings]]
level = 2
pattern = '[-•]?\s*\*(?P<title>.+)\*$'
"""

SOURCE = """
    7.9 Dinainte
    Ce vrem
    > *Scopul 1*

    Nimeni singur acasă

    - *Vizite la bătrâni*

    Pași:

    1.1 Listă cu bătrânii din Lunca
    1.2. Două vizite pe lună
    - cu poștașul
    > *Scopul 2*
    Toți copiii la școală
    *Drumul până la școală*
    E.1 Un microbuz
    Anexe
    8.9 De după
    """


def test_coded_lines_are_measures_under_the_headings_above_them(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    reading = read_invented(tmp_path, SECTIONS, SOURCE, rules)
    assert {key: d.fields for key, d in reading.drafts.items() if d.kind == "measure"} == {
        "plan:measure:12": {
            "code": "1.1",
            "title": "Listă cu bătrânii din Lunca",
            "path": ("Scopul 1: Nimeni singur acasă", "Vizite la bătrâni"),
        },
        "plan:measure:13": {
            "code": "1.2",
            "title": "Două vizite pe lună",
            "path": ("Scopul 1: Nimeni singur acasă", "Vizite la bătrâni"),
        },
        "plan:measure:18": {
            "code": "E.1",
            "title": "Un microbuz",
            "path": ("Scopul 2: Toți copiii la școală", "Drumul până la școală"),
        },
    }


def test_headings_are_objectives_with_the_label_as_their_code(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    reading = read_invented(tmp_path, SECTIONS, SOURCE, rules)
    assert {key: d.fields for key, d in reading.drafts.items() if d.kind == "objective"} == {
        "plan:objective:4": {"code": "Scopul 1", "title": "Nimeni singur acasă", "path": ()},
        "plan:objective:8": {"title": "Vizite la bătrâni", "path": ("Scopul 1: Nimeni singur acasă",)},
        "plan:objective:15": {"code": "Scopul 2", "title": "Toți copiii la școală", "path": ()},
        "plan:objective:17": {
            "title": "Drumul până la școală",
            "path": ("Scopul 2: Toți copiii la școală",),
        },
    }


def test_a_heading_and_the_words_below_it_are_both_its_places(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    first, *_ = drafts(read_invented(tmp_path, SECTIONS, SOURCE, rules), "measure")
    assert {name: [place.line for place in places] for name, places in first.places.items()} == {
        "code": [12],
        "title": [12],
        "path.0": [4, 6],
        "path.1": [8],
    }
