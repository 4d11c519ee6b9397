"""Files sent by the bot or by people."""

from __future__ import annotations

import struct

from tests.botapi.calls import Call, Json, bad
from tests.botapi.chats import StoredFile
from tests.botapi.state import State

PNG = b"\x89PNG\r\n\x1a\n"
PHOTO_BYTES = 10 * 1024 * 1024
"""Largest photo. Source: sendPhoto."""
DOWNLOAD_BYTES = 20 * 1024 * 1024
"""Largest file a bot can fetch. Source: getFile."""


def uploaded(state: State, call: Call, kind: str) -> tuple[StoredFile, Json | list[Json]]:
    """The file of a call, sent with it or known by its id, and what the message says of it. Raises Refusal.

    Not built: files fetched from an address; photos other than PNG, which the bot does not send.
    """
    name = call.text(kind)
    upload = call.files.get(name.removeprefix("attach://") if name else kind)
    if upload is None:
        if not name or name.startswith("attach://"):
            raise bad(f"there is no {kind} in the request")
        known = state.files.get(name)
        if known is None:
            raise bad("wrong remote file identifier specified: can't unserialize it. Wrong last symbol")
        if known.kind != kind:
            raise bad(f"can't use file of type {known.kind.capitalize()} as {kind.capitalize()}")
        return known, describe(known)
    if not upload.content:
        raise bad("file must be non-empty")
    file = StoredFile("", upload.name, upload.content, kind)
    if kind == "photo":
        _check_photo(file)
    file = state.keep(kind, upload.name, upload.content)
    return file, describe(file)


def _check_photo(file: StoredFile) -> None:
    size = len(file.content)
    if size > PHOTO_BYTES:
        raise bad(
            f"file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_BYTES} bytes"
        )
    if not file.content.startswith(PNG) or b"IEND" not in file.content[-12:]:
        raise bad("IMAGE_PROCESS_FAILED")
    width, height = _png_size(file.content)
    if width + height > 10_000 or not width or not height or max(width, height) > 20 * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")


def _png_size(content: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def describe(file: StoredFile) -> Json | list[Json]:
    """A file as a part of its message."""
    unique = file.file_id[4:]
    common: Json = {"file_id": file.file_id, "file_unique_id": unique, "file_size": len(file.content)}
    if file.kind == "photo":
        width, height = _png_size(file.content)
        return [{**common, "width": width, "height": height}]
    return {**common, "file_name": file.name} if file.kind == "document" else common


def get_file(state: State, call: Call) -> Json:
    """getFile."""
    if not call.text("file_id"):
        raise bad("file_id not specified")
    file = state.files.get(call.text("file_id"))
    if file is None:
        raise bad("invalid file_id")
    if len(file.content) > DOWNLOAD_BYTES:
        raise bad("file is too big")
    unique = file.file_id[4:]
    return {
        "file_id": file.file_id,
        "file_unique_id": unique,
        "file_size": len(file.content),
        "file_path": file.path,
    }
