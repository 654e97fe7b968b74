"""How often each rule was right: written by `python -m quality.verdicts --keep`, never by hand.

Enters: nothing. Leaves: a table from a rule's name to its count.
"""

from typing import Final

from msgspec import Struct


class Measured(Struct, frozen=True):
    """Rows on which a rule was `right`, of all `of` on which it spoke."""

    right: int
    of: int


MEASURED: Final[dict[str, Measured]] = {
    "all_and_more": Measured(4, 4),
    "beyond the bound": Measured(13, 18),
    "far from the bound": Measured(1, 1),
    "only_here": Measured(299, 442),
    "own_detail": Measured(226, 363),
    "same number": Measured(3, 5),
    "same_content": Measured(1, 1),
    "same_words": Measured(12, 12),
    "two bounds": Measured(1, 1),
    "within rounding": Measured(2, 2),
}
