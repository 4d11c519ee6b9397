"""A plan's folder → drafts: sections read by their readers, corrections put in, prose and terms added."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from index.corrections import Correction, apply_corrections, load_corrections
from index.errors import PlanFault
from index.keeping import KeptIds, read_kept, wordings_of
from index.language import words
from index.plans import PlanSpec, SectionSpec, load_plan_spec
from index.readers.draft import Draft, Place, SourceText, clean, flat
from index.readers.lists import ListRules
from index.readers.measures import MeasuresSpec, read_measures
from index.readers.outline import OutlineSpec, read_clauses, read_outline
from index.readers.prose import read_passages, read_terms
from index.readers.rows import RowsSpec, read_rows
from index.readers.tables import fold_columns, match_header
from index.readers.transcript import TranscriptSpec, read_transcript

SOURCE = "source.txt"
CORRECTIONS = "corrections.toml"


@dataclass
class PlanReading:
    """What was read from one folder: drafts by record id, in document order."""

    folder: Path
    slug: str
    spec: PlanSpec
    source: SourceText
    drafts: dict[str, Draft] = field(default_factory=dict)
    corrections: list[Correction] = field(default_factory=list)
    kept: KeptIds = field(default_factory=KeptIds)
    wordings: dict[str, str] = field(default_factory=dict)
    """Digests of what records say, by id, before a person corrected them."""


def read_plan(folder: Path, rules: dict[str, ListRules]) -> PlanReading:
    """Everything a plan's folder says. Raises PlanFault with file, line and fault."""
    spec = load_plan_spec(folder)
    source = SourceText.load(folder / SOURCE)
    reading = PlanReading(folder, folder.name, spec, source)
    drafts = [_plan_draft(spec, source)]
    for section in spec.section:
        drafts += _read_section(section, folder, source, spec, rules)
    drafts += read_terms(source)
    used = {p.line for d in drafts for places in d.places.values() for p in places}
    used |= _transcribed(spec, source) | _header_lines(spec, source)
    drafts += read_passages(source, used, list(spec.skip))
    _check_lines(reading, drafts)
    drafts.sort(key=lambda d: (d.lines[0], d.lines[1]))
    reading.kept = read_kept(folder)
    reading.drafts = with_ids(folder.name, drafts, reading.kept)
    reading.wordings = wordings_of(reading.drafts.items())
    reading.corrections = load_corrections(folder / CORRECTIONS)
    apply_corrections(reading.corrections, reading.drafts, source, folder / CORRECTIONS)
    return reading


def with_ids(slug: str, drafts: list[Draft], kept: KeptIds) -> dict[str, Draft]:
    """Drafts by record id: the one kept, else plan, kind, first line (and a number where it is shared)."""
    seen: Counter[str] = Counter()
    out = {}
    for draft in drafts:
        record_id = kept.take(draft)
        base = f"{slug}:{draft.kind}:{draft.lines[0]}"
        while record_id is None:
            seen[base] += 1
            made = base if seen[base] == 1 else f"{base}.{seen[base]}"
            record_id = None if made in kept else made
        out[record_id] = draft
    return out


def _check_lines(reading: PlanReading, drafts: list[Draft]) -> None:
    """Lines that drafts name must exist in the source. Raises PlanFault."""
    last = len(reading.source.lines)
    for draft in drafts:
        elsewhere = {p.line for places in draft.places.values() for p in places}
        for first_line, last_line in (draft.lines, *((n, n) for n in sorted(elsewhere))):
            if not 1 <= first_line <= last_line <= last:
                title = str(draft.fields.get("title", ""))[:60]
                fault = f"lines {first_line}-{last_line} are not in the source ({last} lines): {title}"
                raise PlanFault(reading.source.path, 0, fault)


_LONGEST_TITLE_LINES = 4


def find_words(text: str, source: SourceText) -> tuple[int, int] | None:
    """The first lines (at most four) whose words are those of a text, None when there are none."""
    wanted = words(text)
    for first in range(1, len(source.lines) + 1):
        if not source.line(first).strip():
            continue
        held: list[str] = []
        for last in range(first, min(first + _LONGEST_TITLE_LINES, len(source.lines) + 1)):
            held += words(flat(clean(source.line(last))))
            if held[: len(wanted)] == wanted:
                return first, last
            if held != wanted[: len(held)]:
                break
    return None


def _plan_draft(spec: PlanSpec, source: SourceText) -> Draft:
    lines = spec.lines or find_words(spec.title, source)
    draft = Draft("plan", lines or (1, 1))
    draft.fields["title"] = spec.title
    if lines:
        draft.put("title", spec.title, tuple(Place(n) for n in range(lines[0], lines[1] + 1)))
    draft.fields["issuer"] = spec.issuer
    if spec.issuer_lines:
        first, last = spec.issuer_lines
        draft.put("issuer", spec.issuer, tuple(Place(n) for n in range(first, last + 1)))
    years = (spec.period.start, spec.period.end)
    draft.fields["period"] = str(years[0]) if years[0] == years[1] else f"{years[0]}-{years[1]}"
    if spec.act:
        draft.fields |= {"act": spec.act.name, "act_date": spec.act.date}
    if spec.act and spec.act.lines:
        act = tuple(Place(n) for n in range(spec.act.lines[0], spec.act.lines[1] + 1))
        draft.put("act", spec.act.name, act)
        draft.put("act_date", spec.act.date, act)
    return draft


def _header_lines(spec: PlanSpec, source: SourceText) -> set[int]:
    """Header rows of tables are no passages."""
    tables = [fold_columns(s.columns) for s in spec.section if isinstance(s, MeasuresSpec | RowsSpec)]
    lines = enumerate(source.lines, 1)
    return {n for n, line in lines if "\t" in line and any(match_header(line, t, at_least=3) for t in tables)}


def _transcribed(spec: PlanSpec, source: SourceText) -> set[int]:
    """A scan's lines are no passages: the transcript is their reading."""
    scanned = any(isinstance(section, TranscriptSpec) for section in spec.section)
    return set(range(1, len(source.lines) + 1)) if scanned else set()


def _read_section(
    section: SectionSpec, folder: Path, source: SourceText, spec: PlanSpec, rules: dict[str, ListRules]
) -> list[Draft]:
    if isinstance(section, TranscriptSpec):
        return list(read_transcript(folder / section.file))
    span = _span(section.begins, section.ends, source)
    if span is None:
        return []
    first, last = span
    skip = list(spec.skip)
    if isinstance(section, MeasuresSpec):
        drafts: Iterator[Draft] = read_measures(source, section, first, last, skip, rules)
    elif isinstance(section, RowsSpec):
        drafts = read_rows(source, section, first, last, skip, rules)
    elif isinstance(section, OutlineSpec):
        drafts = read_outline(source, section, first, last)
    else:
        drafts = read_clauses(source, section, first, last, rules)
    return list(drafts)


def _span(
    begins: re.Pattern[str] | None, ends: re.Pattern[str] | None, source: SourceText
) -> tuple[int, int] | None:
    """First and last line of a section; None when the document has no such part.

    A document without the mark that ends a section goes on to its end.
    """
    first: int | None = 1
    if begins:
        first = source.find(begins)
    if first is None:
        return None
    last = source.find(ends, after=first) if ends else None
    return first, (last - 1 if last else len(source.lines))


def doubts(reading: PlanReading) -> Iterator[tuple[int, str]]:
    """What a person should look at: source line (0 for none) and the doubt."""
    for number, section in enumerate(reading.spec.section, 1):
        if isinstance(section, TranscriptSpec):
            continue
        span = _span(section.begins, section.ends, reading.source)
        if span is None:
            yield (
                0,
                f"section {number} ({section.reader}): no line matches begins = {_pattern(section.begins)}",
            )
        elif section.ends and reading.source.find(section.ends, after=span[0]) is None:
            yield (
                span[0],
                f"section {number} ({section.reader}): no line matches ends = {_pattern(section.ends)}",
            )
        elif not any(
            d.kind != "passage" and span[0] <= d.lines[0] <= span[1] for d in reading.drafts.values()
        ):
            yield (
                span[0],
                f"section {number} ({section.reader}): nothing was read in lines {span[0]}-{span[1]}",
            )
    for draft in reading.drafts.values():
        if draft.doubt:
            yield draft.lines[0], draft.doubt


def _pattern(pattern: re.Pattern[str] | None) -> str:
    return repr(pattern.pattern) if pattern else "''"
