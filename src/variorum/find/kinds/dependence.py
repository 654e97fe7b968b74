"""Dependence: wording and words that accounts have in common, as findings.

Enters: `Material`. Leaves: a `Finding` for accounts that share wording, and one for each account that
translates or cites another in hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from msgspec.structs import replace

from variorum.find.matter.material import Material
from variorum.find.matter.prose import Basis, FindingText, finding, one_an_account
from variorum.find.matter.snippets import shortened_words
from variorum.find.matter.telling import answer, given
from variorum.link.grouping.groups import Groups
from variorum.records import Borrowing, Finding, FindingAnswer, Span
from variorum.trace.borrowing.exact import bare_words, common, examples

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
        yield _shared_wording(material, together)
    for one in held:
        if one.kind in OWN_FINDINGS or (one.kind in SHARING and not exact[one.id]):
            yield _alone(material, one)


def _alone(material: Material, one: Borrowing) -> Finding:
    """Tell of an account that cites or translates another, or retells it in words that are nearly the same."""
    share = one.share if one.share is not None else 1.0
    places = _longest_first(one.evidence) if one.kind in SHARING else one.evidence
    first = one_an_account(places)
    if one.kind == "cites":
        named = " ".join(first[0].text.split())
        told = FindingText(
            "Named as a source or in a credit line", (answer(f"“{named}”", given(first[:1])),)
        )
    elif one.kind == "translates":
        told = FindingText(
            "One account translates another", _parts(material, one, ("original", "translation"))
        )
    else:
        told = FindingText("Wording that is nearly the same", tuple(map(_worded, _longest(places))))
    return finding(material, one.kind, told, Basis(tuple(places), (one.id,), 0.7 + 0.3 * share))


def _parts(material: Material, one: Borrowing, names: tuple[str, str]) -> tuple[FindingAnswer, ...]:
    """Return what either account is to the other, each at its first place."""
    found = []
    for name, key in zip(names, (one.from_, one.to), strict=True):
        place = next(
            (p for p in one.evidence if p.account == key), material.accounts[key].span(0, 0)
        )
        found.append(answer(name, given([place])))
    return tuple(found)


def _longest(places: Sequence[Span]) -> list[Span]:
    """Return the longest place of each account."""
    return one_an_account(sorted(places, key=lambda place: (-len(place.text), place)))


def _worded(place: Span) -> FindingAnswer:
    return answer(f"“{shortened_words(place.text)}”", given([place]))


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
    told = FindingText("Wording in common, word for word", tuple(_passages(material, together)))
    return finding(material, kind, told, basis)


def _passages(material: Material, together: Sequence[Borrowing]) -> Iterator[FindingAnswer]:
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
            where = [_within(place, account, together) for account in accounts]
            yield answer(f"“{shortened_words(place.text)}”", given(where))


def _within(place: Span, account: str, together: Sequence[Borrowing]) -> Span:
    """Return a place of an account in which the words of a passage stand."""
    words = bare_words(place.text)
    found = (p for one in together for p in one.evidence if p.account == account)
    return next(p for p in found if words in bare_words(p.text))


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
