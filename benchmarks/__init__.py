"""How well and how fast Îndrumar answers: the selfcheck, and the bench beside two stock search engines.

In: the data folder, and questions with the records expected. Out: misses on the terminal, figures as CSV.
"""
