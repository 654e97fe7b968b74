"""English words whose written form varies while the word does not: numbers, contractions.

Enters: nothing. Leaves: tables from a folded, lower-case form to the form words are compared by.
"""

from __future__ import annotations

from typing import Final

UNDER_TWENTY: Final = tuple(
    word
    for line in (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
        "fifteen sixteen seventeen eighteen nineteen",
    )
    for word in line.split()
)
TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS: Final = tuple(
    word
    for line in (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    )
    for word in line.split()
)
"""The words of numbers, each once in all tables of English."""

NUMBERS = {
    **{word: str(number) for number, word in enumerate(UNDER_TWENTY)},
    **{word: str(20 + 10 * number) for number, word in enumerate(TENS)},
}
"""Number words and their digits; only words that name one number."""

PRONOUNS = frozenset({"one", "zero"})
"""Number words that mostly are not figures ("no one", "one of those things")."""

SCALES = {
    "mln": "million",
    "mn": "million",
    "m": "million",
    "millions": "million",
    "bn": "billion",
    "bln": "billion",
    "billions": "billion",
    "trn": "trillion",
    "trillions": "trillion",
    "thousands": "thousand",
    "hundreds": "hundred",
}
"""Short forms that scale a number, compared by the long form only where a number precedes."""

SCALE_OF = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
"""Scale words and what they multiply by."""

SPELLINGS = (
    (r"our(?=$|s$|ed$|ing$|able$|ful$|ite$|ites$|less$|ly$)", "or"),
    (r"ys(?=e$|ed$|es$|ing$)", "yz"),
    (r"is(?=e$|ed$|es$|ing$|ation$|ations$)", "iz"),
    (r"tre(?=$|s$)", "ter"),
    (r"nce(?=$|s$)", "nse"),
)
"""Endings that are spelt in two ways, and the one by which words are compared."""
SHORTEST_SPELT = 5
"""Letters below which a word has one spelling ("our", "his")."""

SIGNS = {"%": "percent", "pct": "percent", "&": "and"}

CLITICS = ("n't", "'re", "'ll", "'ve", "'d", "'m", "'s")
"""Endings that a tokenizer splits from the word before them."""

CONTRACTIONS = {"n't": "not", "'re": "are", "'ll": "will", "'ve": "have", "'m": "am"}
"""Clitics with one full form; "'s" and "'d" have several and stay as they are."""

STEMS = {"n't": {"ca": "can", "wo": "will", "sha": "shall"}}
"""By the clitic that follows: what stands before it where that is not spelt as the full word is."""
