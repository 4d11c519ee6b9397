"""Intents: one file for each family of questions. In: a Scope. Out: what was found, None when not theirs.

They know records and the question's slots; no words for people, no messenger.
"""
