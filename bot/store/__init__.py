"""What is kept between two updates. In: what was fetched and remembered. Out: the same, after any crash.

Knows no plan and no word for people. Tables: `tables`; how they came about: `migrations`.
"""

from bot.store.migrate import migrate
from bot.store.store import Parked, Store, Work

__all__ = ["Parked", "Store", "Work", "migrate"]
