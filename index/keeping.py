"""Ids that records keep when a plan's text is changed: `ids.tsv` in the plan's folder, one record a line.

An id holds the first line of its record: a line more in the text would move the ids of all that stand below,
and reports would belong to nothing, or to something else. Here a record's id stands beside a digest of its
wording; whoever has the same wording keeps the id, and the id of what is gone is never given again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from index.errors import PlanFault
from index.language import fold
from index.readers.draft import Draft
from index.records import Kind
from index.vocabulary import read_text

FILE = "ids.tsv"
_KEPT: tuple[Kind, ...] = ("measure", "service", "project")
"""What is reported about, and what links to cards lead to most."""


@dataclass
class KeptIds:
    """The ids of a plan's records, as its folder holds them."""

    digests: dict[str, str] = field(default_factory=dict)
    """Digest of the wording by id, in the order of the document."""
    _free: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        self._free = {}
        for record_id, digest in self.digests.items():
            self._free.setdefault(digest, []).append(record_id)

    def take(self, draft: Draft) -> str | None:
        """The id that a draft keeps; each is given once, to the first with its wording."""
        free = self._free.get(digest_of(draft)) if draft.kind in _KEPT else None
        return free.pop(0) if free else None

    def __contains__(self, record_id: object) -> bool:
        return record_id in self.digests


def digest_of(draft: Draft) -> str:
    """What tells a record's wording: kind, code, title and the headings above it; 16 hexadecimal digits."""
    said = (draft.kind, draft.fields.get("code") or "", draft.fields.get("title") or "")
    parts = (*said, *draft.fields.get("path", ()))
    return hashlib.blake2s("|".join(map(fold, parts)).encode(), digest_size=8).hexdigest()


def read_kept(folder: Path) -> KeptIds:
    """The ids that a plan's folder holds; none without the file. Raises PlanFault with file and line."""
    path = folder / FILE
    if not path.is_file():
        return KeptIds()
    digests: dict[str, str] = {}
    for number, line in enumerate(read_text(path).splitlines(), 1):
        record_id, _, digest = line.partition("\t")
        if not record_id.startswith(f"{folder.name}:") or not digest or record_id in digests:
            raise PlanFault(path, number, "not an id of this plan, a tab and a digest, each id once")
        digests[record_id] = digest
    return KeptIds(digests)


def kept_lines(wordings: Mapping[str, str], kept: KeptIds) -> Iterator[str]:
    """The lines of the file for what a plan says now, and below them the ids of what is gone.

    wordings: digests of drafts by id, in the order of the document.
    """
    held = {**wordings} | {record_id: d for record_id, d in kept.digests.items() if record_id not in wordings}
    return (f"{record_id}\t{digest}\n" for record_id, digest in held.items())


def wordings_of(drafts: Iterable[tuple[str, Draft]]) -> dict[str, str]:
    """Digests by id of the drafts whose ids are kept."""
    return {record_id: digest_of(draft) for record_id, draft in drafts if draft.kind in _KEPT}
