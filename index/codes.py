"""Codes of measures, objectives and services, in the many ways they are printed and typed."""

from __future__ import annotations

import re

from index.language import fold


def plain_code(code: str) -> str:
    """A code in one form: "M3.1.2.", "3.1.2" and "1.2 1" by their numbers and letters with dots between.

    >>> plain_code("M3.1.2."), plain_code("1.2 1"), plain_code("OS.II.2"), plain_code("D.5")
    ('3.1.2', '1.2.1', 'os.ii.2', 'd.5')
    """
    parts = re.findall(r"[a-z]+|\d+", fold(code))
    if len(parts) > 1 and parts[0] == "m" and parts[1].isdigit():
        parts = parts[1:]
    return ".".join(parts)
