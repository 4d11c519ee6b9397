"""The source's lines and cells, cleaned text, and drafts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from index.errors import PlanFault
from index.readers.draft import Draft, Heading, Place, SourceText, clean, flat, put_path


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<p>Nr. copii</p> <p>Nr. familii</p>", "Nr. copii\nNr. familii"),
        ("▪ 1 cantină ▪ 2 cămine", "• 1 cantină\n• 2 cămine"),
        ("<ul><li>unu</li><li>doi</li></ul>", "unu\ndoi"),
        ("**Suport** pentru <b>mame</b>", "Suport pentru mame"),
        ("Titlu Proiect <sup>3</sup>", "Titlu Proiect"),
        ("mame &amp; copii", "mame & copii"),
        ("unu\u00a0doi", "unu doi"),
        ("vârsta < 18 ani > 3", "vârsta < 18 ani > 3"),
        ("Unu    Doi", "Unu  Doi"),
        ("<p></p>", ""),
    ],
)
def test_a_cell_is_cleaned_of_what_only_shows_it(cell: str, text: str) -> None:
    assert clean(cell) == text


def test_flat_text_is_one_line_without_bullets_and_heading_marks() -> None:
    assert flat("## Capitolul  1\n• unu\n• doi ") == "Capitolul 1 unu doi"


def test_a_place_is_a_line_or_a_cell_and_a_missing_one_is_empty() -> None:
    source = SourceText(Path("source.txt"), ("unu\tdoi", "trei"))
    places = [Place(1), Place(1, 0), Place(1, 1), Place(1, 2), Place(2, 0), Place(3), Place(0)]
    assert [source.cell(place) for place in places] == ["unu\tdoi", "unu", "doi", "", "trei", "", ""]


def test_a_line_is_found_after_another() -> None:
    source = SourceText(Path("source.txt"), ("a1", "b", "a2"))
    found = [source.find(re.compile("^a"), after) for after in (0, 1, 3)]
    assert found == [1, 3, None]


def test_only_line_feeds_end_a_line(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes("unu\x0cdoi\u2028trei\npatru".encode())
    assert SourceText.load(path).lines == ("unu\x0cdoi\u2028trei", "patru")


def test_a_source_that_is_not_utf8_is_a_fault_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes(b"Plan\nunu\n\xfe\xff doi\n")
    with pytest.raises(PlanFault) as caught:
        SourceText.load(path)
    assert (caught.value.file, caught.value.line, caught.value.fault) == (path, 3, "the text is not UTF-8")


def test_a_missing_source_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(PlanFault) as caught:
        SourceText.load(tmp_path / "source.txt")
    fault = caught.value
    assert (fault.file, fault.line, fault.fault) == (tmp_path / "source.txt", 0, "the file is missing")


def test_a_field_with_nothing_in_it_is_not_put() -> None:
    draft = Draft("measure", (1, 1))
    values: dict[str, Any] = {"title": "Unu", "deadline": "", "funding": (), "code": None, "budget": {}}
    for name, value in values.items():
        draft.put(name, value, (Place(1),))
    assert (draft.fields, draft.places) == ({"title": "Unu"}, {"title": (Place(1),)})


def test_a_heading_that_goes_on_after_a_page_grows_in_words_and_places() -> None:
    heading = Heading(1, "Domeniul A: Copii", (Place(3),), "A", "Copii")
    heading.grow("și mame", Place(5, 0))
    draft = Draft("measure", (7, 7))
    put_path(draft, [heading])
    assert (heading.title, draft.fields, draft.places) == (
        "Copii și mame",
        {"path": ("Domeniul A: Copii și mame",)},
        {"path.0": (Place(3), Place(5, 0))},
    )
