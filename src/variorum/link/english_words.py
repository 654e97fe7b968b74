"""English endings and number words, as `terms` reads them.

Enters: nothing. Leaves: the tables.
"""

from __future__ import annotations

ENDINGS = (
    ("ings", ""),
    ("ing", ""),
    ("ies", "y"),
    ("ied", "y"),
    ("sses", "ss"),
    ("ed", ""),
    ("ss", "ss"),
    ("s", ""),
)
"""The first ending that fits is taken off (or replaced), if four letters stay."""

SPELLED = {
    word: str(number)
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
}
"""Number words as digits, so that "five" and "5" meet."""
