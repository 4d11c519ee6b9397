"""What is kept between two updates. In: what was fetched, remembered and reported. Out: it, after any crash.

Knows no plan and no word for people. Tables: `tables`; how they came about: `migrations`. People of staff
and the ledger work within a transaction of the store: `People(work)`, `Ledger(work)`.
"""

from bot.store.chain import Head
from bot.store.ledger import Field, Ledger, SavedAlready, Submission
from bot.store.migrate import migrate
from bot.store.staff import People
from bot.store.store import Parked, Store, Work
from bot.store.verify import Broken, Verified

__all__ = [
    "Broken",
    "Field",
    "Head",
    "Ledger",
    "Parked",
    "People",
    "SavedAlready",
    "Store",
    "Submission",
    "Verified",
    "Work",
    "migrate",
]
