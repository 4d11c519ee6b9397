"""What messages other than text hold."""

from __future__ import annotations

from typing import Any

from tests.botapi.calls import Json
from tests.botapi.files import describe
from tests.botapi.state import State

CONTENTS: dict[str, Json] = {
    "sticker": {
        **{"file_id": "sticker", "file_unique_id": "sticker", "width": 512, "height": 512, "emoji": "🙂"},
        **{"type": "regular", "is_animated": False, "is_video": False},
    },
    "contact": {"phone_number": "+40700000000", "first_name": "Vecina"},
    "dice": {"emoji": "🎲", "value": 4},
    "location": {"latitude": 44.56, "longitude": 27.38},
    "poll": {
        **{"id": "1", "question": "Da?", "options": [{"persistent_id": "1", "text": "Da", "voter_count": 0}]},
        **{"total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular"},
        **{"allows_multiple_answers": False, "allows_revoting": False, "members_only": False},
    },
}
"""What a message of this kind holds, unless a test says otherwise."""
FILES: dict[str, Json] = {
    "photo": {},
    "document": {},
    "voice": {"duration": 3, "mime_type": "audio/ogg"},
    "audio": {"duration": 60},
    "video": {"duration": 5, "width": 640, "height": 480},
}
"""Kinds that are files, with what is said of them besides."""
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de00"
    "00000c4944415478da63f8ffff3f0005fe02fe331295140000000049454e44ae4260"
    "82"
)
"""The smallest picture."""


def build_content(state: State, kind: str, caption: str, fields: dict[str, Any]) -> Json:
    """The content of a message of this kind.

    fields: what its object holds instead; of a file also its name and content.
    Raises KeyError for a kind people here do not send.
    """
    if kind in CONTENTS:
        return {kind: {**CONTENTS[kind], **fields}}
    said = {**FILES[kind], **fields}
    file = state.keep(kind, said.pop("name", f"{kind}.bin"), said.pop("content", PIXEL))
    described = describe(file)
    content: Json = {kind: described if isinstance(described, list) else {**described, **said}}
    return content | ({"caption": caption} if caption else {})
