"""Dependence: wording and words that accounts have in common, as findings.

Enters: `Material`. Leaves: a `Finding` for accounts that share wording, and one for each account that
translates or cites another in hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from msgspec.structs import replace

from variorum.find.matter.material import Material
from variorum.find.matter.prose import Basis, finding, listed, one_an_account
from variorum.link.grouping.groups import Groups
from variorum.records import Borrowing, Finding, Span
from variorum.trace.borrowing.exact import bare_words, common, examples, such_as
from variorum.trace.borrowing.naming import account_name, pair_names

SHARING = frozenset({"copies", "common origin"})
"""Borrowings that rest on wording in common."""
MOST_PASSAGES = 4
"""Passages in one line; the places of the finding have them all."""
OWN_FINDINGS = frozenset({"translates", "cites"})
"""Borrowings that are findings of their own; accounts of one speech are told of with speakers."""


def dependence(material: Material) -> Iterator[Finding]:
    """Tell of borrowings between accounts in hand; a source that is not in hand is in the stemma."""
    held = [b for b in material.borrowings.values() if b.from_ in material.accounts]
    exact = {one.id: _verbatim(material, one) for one in held}
    sharing = [replace(one, evidence=exact[one.id]) for one in held if exact[one.id]]
    for together in _clusters(sharing):
        several = len(together) > 1
        yield _shared_wording(material, together) if several else _alone(material, together[0])
    for one in held:
        if one.kind in OWN_FINDINGS or (one.kind in SHARING and not exact[one.id]):
            yield _alone(material, one)


def _alone(material: Material, one: Borrowing) -> Finding:
    share = one.share if one.share is not None else 1.0
    places = _longest_first(one.evidence) if one.kind in SHARING else one.evidence
    because = _relabelled(material, one)
    return finding(one.kind, "", because, Basis(tuple(places), (one.id,), 0.7 + 0.3 * share))


def _relabelled(material: Material, one: Borrowing) -> str:
    """Return the ground of a borrowing with its accounts called as everywhere else."""
    text = one.because
    source, taker = material.accounts[one.from_], material.accounts[one.to]
    for first, second in ((source, taker), (taker, source)):
        both = listed([material.label(first.id), material.label(second.id)])
        text = text.replace(pair_names(first, second), both)
    start = f"{account_name(taker)} names "
    return (
        f"{material.label(taker.id)} names {text[len(start) :]}" if text.startswith(start) else text
    )


def _verbatim(material: Material, one: Borrowing) -> tuple[Span, ...]:
    """Return the places of a borrowing that have the same words; a retelling has none to show."""
    if len(one.evidence) < 2 or one.kind not in SHARING:
        return ()
    left, right = (material.accounts[place.account] for place in one.evidence[:2])
    found = common(left, right, one.evidence)
    shown = examples(left, [mine for mine, _ in found])
    return tuple(place for pair in found for place in pair) if shown else ()


def _clusters(found: Sequence[Borrowing]) -> list[list[Borrowing]]:
    """Put together borrowings that have an account in common."""
    groups = Groups(len(found))
    first: dict[str, int] = {}
    for number, one in enumerate(found):
        for account in (one.from_, one.to):
            groups.join(first.setdefault(account, number), number)
    return [[found[number] for number in group] for group in groups.all()]


def _shared_wording(material: Material, together: Sequence[Borrowing]) -> Finding:
    """Return one finding for accounts of which each has wording in common with another of them."""
    evidence = sorted(
        {place for one in together for place in one.evidence},
        key=lambda place: (-len(place.text), place),
    )
    kind = "copies" if all(one.kind == "copies" for one in together) else "common origin"
    strength = 0.7 + 0.3 * max(one.share or 0.0 for one in together)
    basis = Basis(tuple(_longest_first(evidence)), tuple(one.id for one in together), strength)
    held = "; ".join(
        f"{listed([material.label(account) for account in accounts])} have {such_as([place])}"
        for place, accounts in _passages(material, together)
    )
    return finding(kind, "", f"Wording in common, word for word: {held}.", basis)


def _passages(
    material: Material, together: Sequence[Borrowing]
) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield passages with all accounts that have them, until each account has had one.

    Long passages that many accounts have come first.
    """
    pieces: dict[str, set[str]] = {}
    for place in {place for one in together for place in one.evidence}:
        pieces.setdefault(bare_words(place.text), set()).add(place.account)
    held = cache(partial(_accounts_having, material, pieces))
    found = [(one, held(bare_words(one.text))) for one in _examples(material, together)]
    found.sort(key=lambda one: (-(len(one[1]) - 1) * len(one[0].text), one))
    told: set[str] = set()
    shown = 0
    for place, accounts in found:
        if shown < MOST_PASSAGES and not told.issuperset(accounts):
            shown += 1
            told.update(accounts)
            yield place, accounts


def _examples(material: Material, together: Sequence[Borrowing]) -> Iterator[Span]:
    for one in together:
        yield from examples(material.accounts[one.evidence[0].account], one.evidence[::2])


def _accounts_having(
    material: Material, pieces: Mapping[str, set[str]], words: str
) -> tuple[str, ...]:
    """Return the accounts of the pieces of evidence in which some words stand."""
    having = {
        account for piece, accounts in pieces.items() if words in piece for account in accounts
    }
    return tuple(sorted(having, key=material.label))


def _longest_first(evidence: Iterable[Span]) -> list[Span]:
    """Return places with the longest of each account first, then all others."""
    ordered = list(evidence)
    first = one_an_account(ordered)
    return [*first, *(place for place in ordered if place not in first)]
