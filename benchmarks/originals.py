"""Ids of copies and of the records they were made from; needs nothing of the index."""

from __future__ import annotations

import re

MARK = "~"
"""Parts an original's id from the number of a copy."""


def original(record_id: str) -> str:
    """The id of the record that a copy was made from.

    >>> original("ialomita-2024~7:measure:15~7"), original("ialomita-2024:measure:15")
    ('ialomita-2024:measure:15', 'ialomita-2024:measure:15')
    """
    return re.sub(rf"{MARK}\d+", "", record_id)
