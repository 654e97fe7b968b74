"""Precision: how often each rule of judging was right where people had judged the same rows.

Enters: the name of a rule. Leaves: a confidence from 0 to 1, or ``None`` where too few rows tell.

`python -m quality.verdicts` counts anew, and says what "right" means for each kind of rule.
"""

from __future__ import annotations

from msgspec import Struct

FEWEST = 5
"""Rows below which a rule counts as not measured."""
LEAST = 0.5
"""Confidence below which a rule's verdict is withheld: the pair is called `unclear`."""


class Measured(Struct, frozen=True):
    """Rows on which a rule fired and was `right`, `of` how many, in which set."""

    right: int
    of: int
    source: str


MEASURED: dict[str, Measured] = {
    "all_and_more": Measured(79, 84, "PropSegmEnt"),
    "beyond the bound": Measured(17, 17, "SummEdits"),
    "close_wording": Measured(557, 713, "MRPC"),
    "denied_word": Measured(6, 6, "SummEdits"),
    "hedge": Measured(3, 3, "SummEdits"),
    "one_denies": Measured(5, 5, "SummEdits"),
    "only_here": Measured(472, 531, "PropSegmEnt"),
    "opposite_words": Measured(28, 28, "SummEdits"),
    "other_figure": Measured(13, 14, "SummEdits"),
    "other_name": Measured(6, 6, "SummEdits"),
    "other_number": Measured(7, 7, "SummEdits"),
    "other_of_a_kind": Measured(11, 11, "SummEdits"),
    "other_wording": Measured(15, 44, "MRPC"),
    "own_detail": Measured(98, 99, "SummEdits"),
    "quantity": Measured(3, 3, "SummEdits"),
    "same_content": Measured(12, 12, "MRPC"),
    "says_more": Measured(89, 136, "PropSegmEnt"),
    "two bounds": Measured(3, 3, "SummEdits"),
}
"""Rule to its count; rules that fired on none of the rows are left out."""


def confidence(rule: str) -> float | None:
    """Return a rule's precision by Laplace's rule of succession, so that few rows say less."""
    found = MEASURED.get(rule)
    if found is None or found.of < FEWEST:
        return None
    return round((found.right + 1) / (found.of + 2), 2)
