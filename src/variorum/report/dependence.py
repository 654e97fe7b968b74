"""Dependence: wording and words that accounts have in common, as findings.

Enters: `Material`. Leaves: a `Finding` for accounts that share wording, and one for each account that
translates or cites another in hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from variorum.link.groups import Groups
from variorum.records import Borrowing, Finding, Span
from variorum.report.material import Material
from variorum.report.telling import Basis, finding, listed, one_an_account, worded

SHARING = frozenset({"copies", "common origin"})
"""Borrowings that rest on wording in common."""
LEANING = frozenset({"translates", "cites"})
"""Borrowings that are findings of their own; accounts of one speech are told of with speakers."""
MOST_WORDED = 6
"""Accounts whose words stand in a sentence; the places of the finding have them all."""


def dependence(material: Material) -> Iterator[Finding]:
    """Tell of borrowings between accounts in hand; a source that is not in hand is in the stemma."""
    held = [b for b in material.borrowings.values() if b.from_ in material.accounts]
    for together in _joined([one for one in held if one.kind in SHARING]):
        yield _shared(material, together)
    for one in held:
        if one.kind in LEANING:
            share = one.share if one.share is not None else 1.0
            basis = Basis(one.evidence, (one.id,), 0.7 + 0.3 * share)
            yield finding(one.kind, "", one.because, basis)


def _joined(found: Sequence[Borrowing]) -> list[list[Borrowing]]:
    """Put together borrowings that have an account in common."""
    groups = Groups(len(found))
    first: dict[str, int] = {}
    for number, one in enumerate(found):
        for account in (one.from_, one.to):
            groups.join(first.setdefault(account, number), number)
    return [[found[number] for number in group] for group in groups.all()]


def _shared(material: Material, together: Sequence[Borrowing]) -> Finding:
    """Return one finding for accounts of which each has wording in common with another of them."""
    accounts = list(dict.fromkeys(end for one in together for end in (one.from_, one.to)))
    evidence = sorted(
        {place for one in together for place in one.evidence},
        key=lambda place: (-len(place.text), place),
    )
    kind = "copies" if all(one.kind == "copies" for one in together) else "common origin"
    strength = 0.7 + 0.3 * max(one.share or 0.0 for one in together)
    basis = Basis(tuple(_longest_first(evidence)), tuple(one.id for one in together), strength)
    if len(together) == 1:
        return finding(kind, "", together[0].because, basis)
    names = listed([material.label(account) for account in accounts])
    because = f"{names} share wording: each has passages that another of them has, word for word or nearly."
    several = one_an_account(evidence)[:MOST_WORDED]
    quoted = "; ".join(worded(material, place) for place in several)
    return finding(kind, quoted, because, basis)


def _longest_first(evidence: Iterable[Span]) -> list[Span]:
    """Return places with the longest of each account first, then all others."""
    ordered = list(evidence)
    first = one_an_account(ordered)
    return [*first, *(place for place in ordered if place not in first)]
