"""What is kept of a member's conversations, and what an heir gets of it."""

from __future__ import annotations

from bot.staff.draft import Draft, Item, begun
from bot.staff.kept import Kept, for_heir
from bot.staff.team_state import waiting_for

OPEN = Item(target="p:measure:1#a", line="14", written_at=5.0)


def kept(draft: Draft | None, **others: object) -> str:
    """As the store has it."""
    written = draft.model_dump_json(exclude_defaults=True) if draft else None
    return Kept.model_validate({"draft": written, **others}).document() or "{}"


def test_a_begun_report_goes_over_as_it_is() -> None:
    document = kept(begun("abcd2345", 7.0, OPEN))
    assert for_heir(document) == (document, 1)


def test_a_question_that_was_awaited_stays_behind() -> None:
    alone = kept(begun("abcd2345", 7.0, OPEN))
    waits = waiting_for("question", 7.0, 3).model_dump_json()
    both = kept(begun("abcd2345", 7.0, OPEN), team=waits, wants_file=True)
    assert (for_heir(both), for_heir(kept(None, team=waits))) == ((alone, 1), None)


def test_what_was_saved_is_no_draft_but_what_waits_behind_it_is() -> None:
    saved = begun("abcd2345", 7.0, OPEN).changed(step="saved", saved=(4,))
    parked = begun("bcde3456", 6.0, OPEN), begun("cdef4567", 5.0, OPEN)
    found = for_heir(kept(saved.changed(parked=parked)))
    front = parked[0].changed(parked=parked[1:])
    assert (for_heir(kept(saved)), found) == (None, (kept(front), 2))


def test_what_cannot_be_read_goes_to_nobody() -> None:
    assert [for_heir(document) for document in ("{", "{}", '{"version": 9}', '{"draft": "{"}')] == [None] * 4
