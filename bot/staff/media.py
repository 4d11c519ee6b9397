"""What kind of file a photo or document is, by its content alone.

A file's name and what the sender says of it decide nothing. Nothing is drawn or run: only the marks are
looked at by which each format begins, ends and names its parts.
"""

from __future__ import annotations

import re
import zlib

from bot.staff.shapes import EvidenceType

MAX_EVIDENCE_BYTES = 10 * 1024 * 1024
"""A phone's photo has 2 to 5 MiB, a scanned protocol of ten pages less than 10; bots may not fetch more than
20 from Telegram, and a store on one office disk is to hold some thousands."""

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_CHUNK_BYTES = 12
"""Length, name and checksum of a chunk; its data stands between."""
_JPEG, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Marks of a JPEG that no length follows."""
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Marks behind which a JPEG says how high and wide it is."""
_JPEG_SCAN = 0xDA
_PDF = re.compile(rb"\s{0,16}%PDF-[12]\.\d")
_PDF_OBJECT = re.compile(rb"\d+\s+\d+\s+obj\b")
_PDF_END = b"%%EOF"
_PDF_END_BYTES = 1024
"""So near its end a document must say that it ends, as readers of the format demand."""
_PDF_ACTS = re.compile(
    rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|Rendition|XFA|ImportData|SubmitForm|Encrypt)\b"
)
"""What a document may do when it is opened, or carry hidden; locked ones cannot be looked into. A coordinator
opens evidence on an office computer, and a scan of a protocol needs none of this: such a document is refused,
and can be printed anew or sent as a photo."""
_PDF_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
"""In a name of a PDF a letter may be written as its number: /J#61vaScript."""
_PDF_PACKED = re.compile(rb"\bobj\b((?:(?!\bendobj\b).){0,4096}?)\bstream\r?\n", re.DOTALL)
"""What a stream says of itself, before it begins."""
_PDF_OBJECTS_INSIDE = b"/ObjStm"
_MOST_UNPACKED_BYTES = 2 * MAX_EVIDENCE_BYTES
"""The packed objects of a whole book are smaller; more is no honest document."""


def media_type(content: bytes) -> EvidenceType | None:
    """The type of a file's content; None when it is none of those taken, broken, or a document that acts."""
    if content.startswith(_PNG):
        return "image/png" if _is_whole_png(content) else None
    if content.startswith(_JPEG):
        return "image/jpeg" if _is_whole_jpeg(content) else None
    if _PDF.match(content):
        return "application/pdf" if _is_whole_pdf(content) and not _acts(content) else None
    return None


def _is_whole_png(content: bytes) -> bool:
    """Whether chunks follow each other from the header to the end, with a picture between."""
    at, names = len(_PNG), []
    while at + _PNG_CHUNK_BYTES <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        end = at + _PNG_CHUNK_BYTES + length
        checksum = int.from_bytes(content[end - 4 : end], "big")
        if end > len(content) or zlib.crc32(content[at + 4 : end - 4]) != checksum:
            return False
        names.append(content[at + 4 : at + 8])
        if names == [b"IHDR"] and not (any(content[at + 8 : at + 12]) and any(content[at + 12 : at + 16])):
            return False
        if names[-1] == b"IEND":
            return names[0] == b"IHDR" and b"IDAT" in names
        at = end
    return False


def _is_whole_jpeg(content: bytes) -> bool:
    """Whether segments lead to a scan of a picture with a size, and the picture ends.

    Phones hang films and notes of their own behind the end; nobody here reads them.
    """
    at, has_size = len(_JPEG) - 1, False
    while at + 4 <= len(content) and content[at] == 0xFF:
        mark = content[at + 1]
        if mark == 0xFF or mark in _JPEG_ALONE:
            at += 1 if mark == 0xFF else 2
            continue
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        if mark in _JPEG_SIZES:
            has_size = any(content[at + 5 : at + 7]) and any(content[at + 7 : at + 9])
        if mark == _JPEG_SCAN:
            return has_size and content.find(_JPEG_END, at + 2 + length) >= 0
        at += 2 + length
    return False


def _is_whole_pdf(content: bytes) -> bool:
    """Whether a document has objects and says that it ends."""
    return bool(_PDF_OBJECT.search(content)) and _PDF_END in content[-_PDF_END_BYTES:]


def _acts(content: bytes) -> bool:
    """Whether a document does something when it is opened, or cannot be looked into."""
    if _PDF_ACTS.search(_unescaped(content)):
        return True
    left = _MOST_UNPACKED_BYTES
    for stream in _PDF_PACKED.finditer(content):
        if _PDF_OBJECTS_INSIDE not in _unescaped(stream[1]) or b"Filter" not in _unescaped(stream[1]):
            continue
        unpacking = zlib.decompressobj()
        try:
            inside = unpacking.decompress(content[stream.end() :], left)
        except zlib.error:
            return True
        left -= len(inside)
        if left <= 0 or not unpacking.eof or _PDF_ACTS.search(_unescaped(inside)):
            return True
    return False


def _unescaped(content: bytes) -> bytes:
    return _PDF_ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), content)
