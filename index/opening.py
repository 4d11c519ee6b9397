"""The index of a data folder: built on first use and when the data changed, whole or not at all; opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from index.errors import DataFault, IndexMissing
from index.search import Index, read_index
from index.shelf import Shelf, content_hash

Progress = Callable[[str, int, int], None]
"""Called with a step's name, what is done and how much there is in all."""


def open_index(data: Path, state: Path, progress: Progress | None = None) -> tuple[Index, DataFault | None]:
    """The index of a data folder, built first when it is missing, old or broken.

    When the data folder has a fault, the index that served last serves on, and the fault comes with it.
    Raises DataFault when there is a fault and nothing to serve.
    """
    shelf = Shelf(state / "index")
    content = content_hash(data)
    place = shelf.find(content)
    fault = None
    if place is None:
        from index.building import build_index
        from index.catalogue import load_catalogue

        try:
            place = shelf.put(content, lambda aside: build_index(load_catalogue(data), aside, progress))
        except DataFault as bad:
            fault = bad
            try:
                place = shelf.current()
            except IndexMissing:
                raise bad from None
    return read_index(place), fault
