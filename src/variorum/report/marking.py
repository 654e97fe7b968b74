"""Marking: the words of two readings that carry what differs.

Enters: `Material` and verdicts or a check. Leaves: places of words in either account.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from variorum.align.differences import differences, words
from variorum.find.matter.material import Material
from variorum.languages.registry import language_of
from variorum.records import Check, Span, Verdict

CARRYING = frozenset({"word", "figure", "omission", "addition", "order"})
"""Kinds of change that a reader should see; case and marks are no change of words."""
COMPARED = frozenset({"wording differs", "sense differs", "contradicted"})
FREE = 0.7
"""Share of either reading's characters from which on marks would show nothing: a free rendering."""


def of_verdict(material: Material, verdict: Verdict) -> tuple[Span, ...]:
    """Return a verdict's own marks, or else the words that differ between its two readings."""
    if verdict.marks or verdict.right is None or verdict.kind not in COMPARED:
        return verdict.marks
    return changed(material, verdict.left, verdict.right)


def of_row(material: Material, verdicts: Sequence[Verdict]) -> tuple[Span, ...]:
    """Return the marks of readings that were compared in pairs.

    Words compared here are marked where they differ from most of the readings they met: among
    many accounts hardly a word is the same in all.
    """
    given = tuple(mark for verdict in verdicts for mark in verdict.marks)
    compared = [v for v in verdicts if not v.marks and v.right and v.kind in COMPARED]
    met = Counter(p.account for v in compared for p in (v.left, v.right) if p)
    times = Counter(
        (mark.account, place)
        for verdict in compared
        for mark in of_verdict(material, verdict)
        for place in range(mark.start, mark.end)
    )
    often = sorted(spot for spot, count in times.items() if 2 * count > met[spot[0]])
    return given + tuple(_joined_places(material, often))


def _joined_places(material: Material, spots: Iterable[tuple[str, int]]) -> list[Span]:
    """Join characters that follow one another into places."""
    ranges: list[tuple[str, int, int]] = []
    for account, place in spots:
        if ranges and ranges[-1][0] == account and ranges[-1][2] == place:
            ranges[-1] = (account, ranges[-1][1], place + 1)
        else:
            ranges.append((account, place, place + 1))
    return [material.accounts[account].span(start, end) for account, start, end in ranges]


def of_check(material: Material, check: Check) -> tuple[Span, ...]:
    """Return the words that differ between a quotation and the record.

    Words between the parts of a split quotation are the account's own and carry nothing.
    """
    quotation = material.quotations.get(check.quotation)
    contents = quotation.contents if quotation else (check.place,)
    return tuple(
        mark
        for mark in (changed(material, check.match, check.place) if check.match else ())
        if mark.account != check.place.account or any(map(mark.overlaps, contents))
    )


def changed(material: Material, left: Span, right: Span) -> tuple[Span, ...]:
    """Return the words that differ between two places, none where most of either differs."""
    first, second = material.accounts[left.account], material.accounts[right.account]
    found = [
        difference
        for difference in differences(
            words(first.text, left.start, left.end, language_of(first.language)),
            words(second.text, right.start, right.end, language_of(second.language)),
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
