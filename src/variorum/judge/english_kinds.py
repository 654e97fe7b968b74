"""English words that give an order.

Enters: nothing. Leaves: a table from ordinal to its number.
"""

ORDINALS = {
    word: f"{number}th"
    for number, word in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
            *("ninth", "tenth", "eleventh", "twelfth"),
        ),
        start=1,
    )
} | {"1st": "1th", "2nd": "2th", "3rd": "3th"}
"""Ordinal to one form of it, so that "third" and "3rd" meet."""
