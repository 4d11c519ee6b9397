"""What a file is, by its content: pictures and documents that are whole and do nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.staff.media import MAX_EVIDENCE_BYTES, media_type
from bot.staff.shapes import EvidenceType
from tests.bot.staff.files import chunk, jpeg, pdf, png

WHOLE: list[tuple[bytes, EvidenceType]] = [
    (png(), "image/png"),
    (jpeg(), "image/jpeg"),
    (jpeg() + b"a film behind the photo", "image/jpeg"),
    (pdf(), "application/pdf"),
    (pdf(b"/OpenAction [2 0 R /Fit]"), "application/pdf"),
    (pdf(packed=b"4 0 << /Type /Page >>"), "application/pdf"),
]


@pytest.mark.parametrize(("content", "media"), WHOLE)
def test_a_whole_file_is_known_by_its_content(content: bytes, media: EvidenceType) -> None:
    assert media_type(content) == media


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"text",
        b"GIF89a" + bytes(40),
        b"MZ" + bytes(100),
        b"PK\x03\x04" + bytes(100),
        b"<html><script>alert(1)</script></html>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        png(width=0),
        jpeg(height=0),
        jpeg(end=b""),
        b"\xff\xd8\xff\xd9",
        png().replace(b"IDAT", b"IDAX"),
        b"\x89PNG\r\n\x1a\n" + chunk(b"IEND"),
        b"%PDF-1.7\n%%EOF",
        b"%PDF-1.7\n<script>",
    ],
)
def test_anything_else_and_what_is_broken_is_nothing(content: bytes) -> None:
    assert media_type(content) is None


@pytest.mark.parametrize("content", [png(), jpeg(), pdf()])
def test_a_file_that_was_cut_off_is_nothing(content: bytes) -> None:
    # behind the last mark of a document only a line end stands, which may be missing
    cut = [content[:end] for end in range(len(content.rstrip()))]
    assert [part for part in cut if media_type(part) is not None] == []


@pytest.mark.parametrize(
    "inside",
    [
        b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
        b"/OpenAction << /S /J#61vaScript /JS (app.alert(1)) >>",
        b"/OpenAction << /S /Launch /F (cmd.exe) >>",
        b"/Names << /EmbeddedFiles 3 0 R >>",
        b"/AcroForm << /XFA 3 0 R >>",
        b"/Encrypt 3 0 R",
    ],
)
def test_a_document_that_acts_or_is_locked_is_refused(inside: bytes) -> None:
    assert (media_type(pdf(inside)), media_type(pdf(packed=b"4 0 << " + inside + b" >>"))) == (None, None)


def test_a_document_whose_packed_objects_cannot_be_looked_into_is_refused() -> None:
    packed = pdf(packed=b"4 0 << /Type /Page >>")
    broken = packed.replace(b"stream\nx", b"stream\n\0")
    bomb = pdf(packed=bytes(3 * MAX_EVIDENCE_BYTES))
    assert (broken != packed, media_type(broken), media_type(bomb)) == (True, None, None)


@given(st.binary(max_size=400), st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"%PDF-1.4\n"]))
def test_no_content_is_too_strange_to_be_looked_at(content: bytes, start: bytes) -> None:
    assert media_type(start + content) in (None, "image/jpeg", "image/png", "application/pdf")


@given(st.sampled_from([png(), jpeg(), pdf()]), st.data())
def test_a_changed_byte_makes_no_file_another(content: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(content) - 1))
    changed = content[:at] + bytes((data.draw(st.integers(0, 255)),)) + content[at + 1 :]
    assert media_type(changed) in (None, media_type(content))
