"""Which measures found a service or project: what is reported about them stands beside it.

In: an index. Out: ids of measures by service and project. Worked out plan by plan, when first asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from index.records import Record
from index.search import Index


@dataclass(frozen=True)
class Founding:
    """Measures beside the services and projects of one index."""

    index: Index
    _known: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)

    def measures(self, record: Record) -> tuple[Record, ...]:
        """A measure itself; the measures that share lines with a service or project or are the same thing."""
        if record.kind == "measure":
            return (record,)
        if record.kind not in ("service", "project"):
            return ()
        if record.plan not in self._known:
            self._known[record.plan] = self._of_plan(record.plan)
        return tuple(self.index.by_id[i] for i in self._known[record.plan].get(record.id, ()))

    def _of_plan(self, slug: str) -> dict[str, tuple[str, ...]]:
        records = self.index.of_plan(slug)
        measures = sorted((r for r in records if r.kind == "measure"), key=lambda m: m.source.lines[0])
        begins = [m.source.lines[0] for m in measures]
        out: dict[str, tuple[str, ...]] = {}
        for service in (r for r in records if r.kind == "service"):
            first, last = service.source.lines
            before = measures[: bisect_right(begins, last)]
            lined = tuple(m.id for m in before if m.source.lines[1] >= first)
            same = tuple(m.id for m in measures if m.same_as == service.id or service.same_as == m.id)
            out[service.id] = tuple(dict.fromkeys((*lined, *same)))
        for project in (r for r in records if r.kind == "project" and r.same_as):
            twin = self.index.by_id.get(project.same_as or "")
            out[project.id] = (
                (twin.id,) if twin and twin.kind == "measure" else out.get(project.same_as or "", ())
            )
        return {key: ids for key, ids in out.items() if ids}
