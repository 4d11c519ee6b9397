"""Readers: one for each layout. In: source lines and a section of `plan.toml`. Out: drafts of records.

They know no ids, no vocabulary of services and no database; the catalogue makes records of drafts.
"""
