"""Commands for whoever tends plans, staff and ledger. In: arguments, settings. Out: lines, or one fault.

Thin: what they know stands in `index`, `bot.staff` and `bot.store`, which are imported when they are needed.
"""
