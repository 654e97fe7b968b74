"""Marks: what a rule hands back, and how alike passages must be for rules to compare them.

Enters: nothing. Leaves: `Marks`, the type of a `PassageRule`, and the levels of likeness.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from variorum.judge.passages.pairs import Pair
from variorum.records import Span

LEAST_LIKENESS = 0.55
"""Likeness from which two passages are taken to say something alike."""
SAME_CLAIM = 0.6
"""Likeness from which a difference in sense is one between two forms of a single claim."""
CLOSE = 0.7
"""Likeness from which even a light verb is the same verb of one claim."""
NEAR_IDENTICAL = 0.78
"""Likeness from which words are near enough the same to compare who says them."""


class Marks(Struct, frozen=True):
    """The words of either side that made a rule fire; either may be ``None``."""

    left: Span | None = None
    right: Span | None = None


PassageRule = Callable[[Pair], Marks | None]
