"""The shelf of built indexes: a build is put in place whole or not at all; what is broken is not served."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import IndexMissing
from index.shelf import Shelf, digests, is_whole


class Broken(Exception):
    """A builder that gives up."""


class Builder:
    """Fills a build with two files, and counts how often it was asked to."""

    def __init__(self, text: str, fails: bool = False) -> None:
        self.text = text
        self.fails = fails
        self.asked = 0

    def __call__(self, place: Path) -> None:
        """Write the files; give up after the first one when it is to fail."""
        self.asked += 1
        (place / "inner").mkdir()
        (place / "inner" / "words.txt").write_text(self.text, encoding="utf-8")
        if self.fails:
            raise Broken
        (place / "meta.txt").write_text("meta", encoding="utf-8")


def tree(folder: Path) -> dict[str, str]:
    """Path → text of every file below a folder."""
    paths = sorted(p for p in folder.rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in paths}


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """An empty shelf."""
    return Shelf(tmp_path / "index")


def test_a_build_is_put_in_place_and_serves(shelf: Shelf) -> None:
    place = shelf.put("aaa", Builder("unu"))
    assert (place, shelf.find("aaa"), shelf.current(), is_whole(place)) == (
        shelf.place_of("aaa"),
        place,
        place,
        True,
    )


def test_an_empty_shelf_serves_nothing(shelf: Shelf) -> None:
    assert shelf.find("aaa") is None
    with pytest.raises(IndexMissing):
        shelf.current()


def test_content_that_stands_there_whole_is_not_built_again(shelf: Shelf) -> None:
    builder = Builder("unu")
    shelf.put("aaa", builder)
    shelf.put("aaa", builder)
    assert builder.asked == 1


def test_a_builder_that_raises_leaves_everything_as_it_was(shelf: Shelf) -> None:
    shelf.put("aaa", Builder("unu"))
    before = tree(shelf.folder)
    with pytest.raises(Broken):
        shelf.put("bbb", Builder("doi", fails=True))
    folders = sorted(p.name for p in shelf.folder.iterdir() if p.is_dir())
    assert (tree(shelf.folder), folders, shelf.current()) == (before, ["2-aaa"], shelf.place_of("aaa"))


def test_a_builder_that_is_interrupted_leaves_nothing_behind(shelf: Shelf) -> None:
    def interrupted(place: Path) -> None:
        (place / "half.txt").write_text("jumătate", encoding="utf-8")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        shelf.put("aaa", interrupted)
    assert tree(shelf.folder) == {"lock": ""}


@pytest.mark.parametrize("file", ["inner/words.txt", "meta.txt", "digests.json"])
@pytest.mark.parametrize("how", ["changed", "removed"])
def test_a_build_whose_file_was_tampered_with_is_not_served(shelf: Shelf, file: str, how: str) -> None:
    place = shelf.put("aaa", Builder("unu"))
    if how == "changed":
        (place / file).write_text("altceva", encoding="utf-8")
    else:
        (place / file).unlink()
    assert (is_whole(place), shelf.find("aaa")) == (False, None)
    with pytest.raises(IndexMissing):
        shelf.current()


def test_a_build_with_a_file_too_many_is_not_whole(shelf: Shelf) -> None:
    place = shelf.put("aaa", Builder("unu"))
    (place / "inner" / "more.txt").write_text("", encoding="utf-8")
    assert is_whole(place) is False


def test_a_broken_build_is_built_again_in_its_place(shelf: Shelf) -> None:
    place = shelf.put("aaa", Builder("unu"))
    whole = tree(place)
    (place / "meta.txt").write_text("altceva", encoding="utf-8")
    shelf.put("aaa", Builder("unu"))
    assert (tree(place), shelf.current()) == (whole, place)


def test_the_build_before_stays_and_older_ones_go(shelf: Shelf) -> None:
    for content in ("aaa", "bbb", "ccc", "ddd"):
        shelf.put(content, Builder(content))
    left = [content for content in ("aaa", "bbb", "ccc", "ddd") if shelf.find(content)]
    assert (left, shelf.current()) == (["ccc", "ddd"], shelf.place_of("ddd"))


def test_a_build_that_comes_back_serves_again(shelf: Shelf) -> None:
    shelf.put("aaa", Builder("unu"))
    shelf.put("bbb", Builder("doi"))
    again = Builder("unu")
    shelf.put("aaa", again)
    assert (again.asked, shelf.current(), shelf.find("bbb")) == (
        0,
        shelf.place_of("aaa"),
        shelf.place_of("bbb"),
    )


def test_what_a_killed_build_left_behind_is_cleared_away(shelf: Shelf) -> None:
    shelf.put("aaa", Builder("unu"))
    left = shelf.folder / ".build-killed"
    left.mkdir()
    (left / "half.txt").write_text("jumătate", encoding="utf-8")
    shelf.put("bbb", Builder("doi"))
    assert sorted(p.name for p in shelf.folder.iterdir() if p.is_dir()) == ["2-aaa", "2-bbb"]


def test_the_name_of_the_build_that_serves_is_changed_in_one_step(shelf: Shelf) -> None:
    first = shelf.put("aaa", Builder("unu"))
    second = shelf.put("bbb", Builder("doi"))
    shelf.serve(first)
    served = shelf.current()
    shelf.serve(second)
    names = sorted(p.name for p in shelf.folder.iterdir() if p.is_file())
    assert (served, shelf.current(), names) == (first, second, ["current", "lock"])


def test_digests_are_of_every_file_but_their_own_list(shelf: Shelf) -> None:
    place = shelf.put("aaa", Builder("unu"))
    assert sorted(digests(place)) == ["inner/words.txt", "meta.txt"]
