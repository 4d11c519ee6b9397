"""Romanian as people type it. In: text. Out: folded text, words, stems, numbers and dates.

Decides letters for plans and questions alike; knows nothing of plans, places or vocabulary.
"""

from index.language.folding import comma_letters, fold, plain, printed_words, readable, words

__all__ = ["comma_letters", "fold", "plain", "printed_words", "readable", "words"]
