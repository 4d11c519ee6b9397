"""People: settings, the command `indrumar`, and answers put into words.

In: a person's words. Out: words for that person. Reads no plan itself; asks `index` and says what it found.
"""
