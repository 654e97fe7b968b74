"""How often each rule was right: written by `python -m quality.verdicts --keep`, never by hand.

Enters: nothing. Leaves: a table from a rule's name to its count.
"""

from typing import Final

from msgspec import Struct


class Measured(Struct, frozen=True):
    """Rows on which a rule was `right`, of all `of` on which it spoke."""

    right: int
    of: int


MEASURED: Final[dict[str, Measured]] = {}
