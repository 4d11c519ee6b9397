"""Where a report goes next, where back leads, and how a step is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.staff import asking, choosing, details, summary
from bot.staff.asking import doubts, target_of
from bot.staff.caution import looks_personal
from bot.staff.draft import Draft, StepName
from bot.staff.engine import Line, Outcome, Tap, View, World
from bot.staff.finding import measures_of, targets_of
from bot.staff.parts import adds_up
from bot.staff.words import words_of

MOST_REFUSALS = 3
"""After so many answers that could not be taken, the ways out are listed."""

QUESTIONS: Mapping[StepName, Callable[[Draft, World], View]] = {
    "find": choosing.find,
    "which-measure": choosing.which_measure,
    "which-indicator": choosing.which_indicator,
    "value": asking.value,
    "sure": asking.sure,
    "twin": details.twin,
    "reason": details.reason,
    "period": asking.period,
    "place": details.place,
    "note": details.note,
    "note-sure": details.note_sure,
    "evidence": details.evidence,
    "parts": details.parts,
    "item": summary.item,
    "summary": summary.summary,
    "saved": summary.saved,
}


def question(draft: Draft, world: World) -> View:
    """What is asked at the step a draft is at."""
    return QUESTIONS[draft.step](draft, world)


def show(
    draft: Draft, world: World, *before: Line, in_place: bool = False, taps: tuple[Tap, ...] = ()
) -> Outcome:
    """The question of a draft, with what is to be said before it and a row of further buttons above it."""
    view = question(draft, world)
    shown = View((*before, *view.lines), ((taps,) if taps else ()) + view.taps)
    return Outcome(draft.changed(touched_at=world.now), (shown,), in_place=in_place)


def takes_file(draft: Draft) -> bool:
    """Whether a photo or document that comes now belongs to the draft."""
    return draft.step in ("evidence", "item") or (draft.step == "summary" and draft.is_single)


def refuse(draft: Draft, world: World, line: Line) -> Outcome:
    """An answer that cannot be taken: why, and the question again; after three, the ways out."""
    draft = draft.changed(refusals=draft.refusals + 1)
    if draft.refusals < MOST_REFUSALS:
        return show(draft, world, line)
    later = asking.tap(draft, Line("report-tap-later"), "later")
    return show(draft, world, line, Line("report-ways-out"), taps=(later,))


def settle(draft: Draft, world: World) -> Draft:
    """The draft at the first thing that is still to be asked; at the summary when nothing is."""
    for number in range(len(draft.items)):
        here = draft.changed(at=number)
        step = _open(here, world)
        if step:
            return here.goes(step)
    for number in range(1, len(draft.items)):
        here = draft.changed(at=number)
        if not here.item.twin_kept and any(details.same(here, other) for other in range(number)):
            return here.goes("twin")
    return draft.changed(at=min(draft.at, len(draft.items) - 1)).goes("summary")


def _open(draft: Draft, world: World) -> StepName | None:
    """What one item still lacks."""
    item = draft.item
    if item.target is None:
        if not item.candidates:
            return "find"
        return (
            "which-measure"
            if item.measure is None and len(measures_of(item, world)) > 1
            else "which-indicator"
        )
    if item.value is None:
        return "value"
    if item.period is None:
        return "period"
    if doubts(draft, world):
        return "sure"
    if item.supersedes is not None and not item.reason:
        return "reason"
    if item.note and "personal" not in item.doubts and looks_personal(item.note, words_of(world.guide.index)):
        return "note-sure"
    if item.parts and (item.value.amount is None or adds_up(item.parts, item.value.amount)):
        return "parts"
    return None


def back(draft: Draft, world: World) -> Draft:
    """One step back; nothing that was given is lost."""
    if draft.returns or draft.step == "item":
        return settle(draft, world)
    before: dict[StepName, StepName] = {
        "sure": "value",
        "twin": "value",
        "reason": "value",
        "summary": "value",
        "note-sure": "note",
        "parts": "value",
        "period": "value",
        "which-measure": "find",
    }
    if draft.step in before:
        return draft.goes(before[draft.step])
    item = draft.item
    if item.supersedes is not None:
        # a correction stays with what it corrects
        return draft.goes("value")
    if draft.step == "value" and len(targets_of(item, world)) > 1:
        return draft.goes("which-indicator")
    if draft.step in ("value", "which-indicator") and len(measures_of(item, world)) > 1:
        return draft.with_item(measure=None).goes("which-measure")
    return draft.goes("find")


def knows_target(draft: Draft, world: World) -> bool:
    """Whether it is known what the item is about."""
    return draft.item.target is not None and target_of(draft, world) is not None
