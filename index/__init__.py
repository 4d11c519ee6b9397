"""What the plans say. In: a data folder. Out: records, and answers to questions about them.

Knows no Telegram, no database and no clock. `bot` uses only the names listed here; what only builds and
checks is imported when it is first used, so that an answer does not wait for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from index.answer import Assistant
from index.conversation import Reply, turn
from index.errors import DataFault, IndexFault, IndexMissing, PlanFault
from index.intents.base import Answer
from index.language import comma_letters, fold, plain
from index.memory import Memory
from index.opening import open_index
from index.progress import PROGRESS, Missing, Total, When
from index.records import IndicatorFact, Record
from index.reports import NO_REPORTS, STANDING, Reported, Reports, ReportState
from index.search import Index
from index.shelf import content_hash

if TYPE_CHECKING:
    from index.adding import Added, PlanTrial, keep_ids, try_plan
    from index.catalogue import Catalogue, load_catalogue
    from index.check import CheckReport, Finding, check_catalogue
    from index.directory import Directory, Near, Shelved
    from index.institutions import Institutions
    from index.source import SourceLine, source_lines

_LATER = {
    "Added": "adding",
    "PlanTrial": "adding",
    "keep_ids": "adding",
    "try_plan": "adding",
    "Catalogue": "catalogue",
    "load_catalogue": "catalogue",
    "CheckReport": "check",
    "Finding": "check",
    "check_catalogue": "check",
    "Directory": "directory",
    "Near": "directory",
    "Shelved": "directory",
    "Institutions": "institutions",
    "SourceLine": "source",
    "source_lines": "source",
}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(f"index.{_LATER[name]}"), name)
    raise AttributeError(f"module 'index' has no attribute {name!r}")


__all__ = [
    "Added",
    "Answer",
    "Assistant",
    "Catalogue",
    "CheckReport",
    "DataFault",
    "Directory",
    "Finding",
    "Index",
    "IndexFault",
    "IndexMissing",
    "IndicatorFact",
    "Institutions",
    "Memory",
    "Missing",
    "NO_REPORTS",
    "Near",
    "PROGRESS",
    "PlanFault",
    "PlanTrial",
    "Record",
    "Reply",
    "ReportState",
    "Reported",
    "Reports",
    "STANDING",
    "Shelved",
    "SourceLine",
    "Total",
    "When",
    "check_catalogue",
    "comma_letters",
    "content_hash",
    "fold",
    "keep_ids",
    "load_catalogue",
    "open_index",
    "plain",
    "source_lines",
    "try_plan",
    "turn",
]
