"""Conversations in Telegram. In: what a person typed or pressed, and what is remembered. Out: screens.

Each is a pure function of those; only `handlers` knows Telegram. Parses no plan and touches no store.
"""
