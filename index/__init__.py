"""What the plans say. In: a data folder. Out: records, and answers to questions about them.

Knows no Telegram, no database and no clock. `bot` uses only the names listed here.
"""

from index.adding import Added, PlanTrial, try_plan
from index.answer import Assistant
from index.catalogue import Catalogue, content_hash, load_catalogue
from index.check import CheckReport, Finding, check
from index.errors import DataFault, IndexFault, IndexMissing, PlanFault
from index.intents.base import Answer
from index.records import Record
from index.search import Index, open_index

__all__ = [
    "Added",
    "Answer",
    "Assistant",
    "Catalogue",
    "CheckReport",
    "DataFault",
    "Finding",
    "Index",
    "IndexFault",
    "IndexMissing",
    "PlanFault",
    "PlanTrial",
    "Record",
    "check",
    "content_hash",
    "load_catalogue",
    "open_index",
    "try_plan",
]
