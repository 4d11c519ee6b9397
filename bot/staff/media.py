"""What kind of file a photo or document is, by its content alone."""

from __future__ import annotations

from bot.staff.shapes import EvidenceType

MAX_EVIDENCE_BYTES = 10 * 1024 * 1024
"""A phone's photo has 2 to 5 MiB, a scanned protocol of ten pages less than 10; a store on one disk of a
county office holds some thousands of them."""


def media_type(content: bytes) -> EvidenceType | None:
    """The type of a file's content; None when it is none of those taken, broken, or a document that acts."""
    raise NotImplementedError
