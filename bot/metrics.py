"""Counters for `/metrics` (Prometheus): how much, how fast, how often it failed; never who or what."""

from prometheus_client import Counter, Histogram

UPDATES = Counter("indrumar_updates", "Updates handled, by kind of result", ["result"])
CALLS = Counter("indrumar_calls", "Calls to Telegram, by result", ["result"])
ANSWERS = Counter("indrumar_answers", "Answers, by intent and outcome", ["intent", "outcome"])
HANDLING = Histogram(
    "indrumar_handling_seconds",
    "Time to handle one update",
    buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1),
)
