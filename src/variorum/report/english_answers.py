"""English for questions of how many and when: what befell those counted, months and days.

Enters: nothing. Leaves: tables.
"""

from typing import Final

BEFELL: Final = frozenset(
    [
        "killed",
        "injured",
        "missing",
        "trapped",
        "displaced",
        "arrested",
        "rescued",
        "infected",
        "recalled",
        "sold",
    ]
)
"""Fates whose names stand after what is counted: "people killed"."""
CROWD: Final = "people"
"""What is counted where only what befell them is said: "31 dead"."""
MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS: Final = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
]
RISING: Final = (
    r"\b(?:rises?|rose|risen|rising|climbs?|climbed|mounts?|mounted) (?:to|above|past|further)\b"
    r"|\b(?:updated|new|revised|latest) (?:death |casualty )?(?:toll|count|tally)\b"
)
"""A count that its account says to be rising."""
