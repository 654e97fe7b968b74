"""Marking: the words of two readings that carry what differs.

Enters: `Material` and a verdict or a check. Leaves: places of words in either account.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.differences import differences, words
from variorum.records import Check, Span, Verdict
from variorum.report.material import Material

CARRYING = frozenset({"word", "figure", "omission", "addition", "order"})
"""Kinds of change that a reader should see; case and marks are no change of words."""
COMPARED = frozenset({"wording differs", "sense differs", "contradicted", "attribution differs"})
FREE = 0.7
"""Share of either reading's characters from which on marks would show nothing: a free rendering."""


def of_verdict(material: Material, verdict: Verdict) -> tuple[Span, ...]:
    """Return a verdict's own marks, or else the words that differ between its two readings."""
    if verdict.marks or verdict.right is None or verdict.kind not in COMPARED:
        return verdict.marks
    return changed(material, verdict.left, verdict.right)


def of_check(material: Material, check: Check) -> tuple[Span, ...]:
    """Return the words that differ between a quotation and the record."""
    return changed(material, check.match, check.place) if check.match else ()


def changed(material: Material, left: Span, right: Span) -> tuple[Span, ...]:
    """Return the words that differ between two places, none where most of either differs."""
    first, second = material.accounts[left.account], material.accounts[right.account]
    found = [
        difference
        for difference in differences(
            words(first.text, left.start, left.end), words(second.text, right.start, right.end)
        )
        if difference.kind in CARRYING
    ]
    mine = [first.span(*d.left) for d in found if d.left[0] < d.left[1]]
    theirs = [second.span(*d.right) for d in found if d.right[0] < d.right[1]]
    if _share(mine, left) > FREE or _share(theirs, right) > FREE:
        return ()
    return (*mine, *theirs)


def _share(marked: Sequence[Span], place: Span) -> float:
    return sum(span.end - span.start for span in marked) / max(1, place.end - place.start)
