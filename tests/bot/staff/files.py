"""Small whole files of the kinds that are taken as evidence, made here byte by byte."""

from __future__ import annotations

import struct
import zlib


def chunk(name: bytes, data: bytes = b"") -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int = 1, height: int = 1) -> bytes:
    """A PNG of one grey pixel."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    picture = zlib.compress(b"\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", picture) + chunk(b"IEND")


def segment(mark: int, data: bytes) -> bytes:
    """A segment of a JPEG."""
    return bytes((0xFF, mark)) + struct.pack(">H", len(data) + 2) + data


def jpeg(width: int = 1, height: int = 1, end: bytes = b"\xff\xd9") -> bytes:
    """A JPEG's segments, in the order of a photo; what it shows means nothing."""
    size = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    head = segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0") + segment(0xDB, bytes(65))
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\x34"
    return b"\xff\xd8" + head + segment(0xC0, size) + scan + end


def pdf(inside: bytes = b"", packed: bytes | None = None) -> bytes:
    """A PDF of one page; what its catalogue says besides, and objects packed into a stream."""
    body = b"1 0 obj << /Type /Catalog /Pages 2 0 R " + inside + b" >> endobj\n"
    body += b"2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj\n"
    if packed is not None:
        data = zlib.compress(packed)
        body += b"3 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\n" % len(data)
        body += b"stream\n" + data + b"\nendstream endobj\n"
    return b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
