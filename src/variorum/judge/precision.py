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
    "all_and_more": Measured(78, 83, "PropSegmEnt"),
    "beyond the bound": Measured(18, 18, "SummEdits"),
    "close_wording": Measured(554, 709, "MRPC"),
    "denied_word": Measured(6, 6, "SummEdits"),
    "hedge": Measured(3, 3, "SummEdits"),
    "one_denies": Measured(5, 5, "SummEdits"),
    "only_here": Measured(472, 533, "PropSegmEnt"),
    "opposite_words": Measured(27, 27, "SummEdits"),
    "other_figure": Measured(8, 8, "SummEdits"),
    "other_name": Measured(6, 6, "SummEdits"),
    "other_number": Measured(6, 6, "SummEdits"),
    "other_of_a_kind": Measured(10, 10, "SummEdits"),
    "other_wording": Measured(15, 44, "MRPC"),
    "own_detail": Measured(97, 98, "SummEdits"),
    "quantity": Measured(3, 3, "SummEdits"),
    "same_content": Measured(12, 12, "MRPC"),
    "says_more": Measured(86, 132, "PropSegmEnt"),
    "two bounds": Measured(3, 3, "SummEdits"),
}
"""Rule to its count; rules that fired on none of the rows are left out."""


def confidence(rule: str) -> float | None:
    """Return a rule's precision by Laplace's rule of succession, so that few rows say less."""
    found = MEASURED.get(rule)
    if found is None or found.of < FEWEST:
        return None
    return round((found.right + 1) / (found.of + 2), 2)
