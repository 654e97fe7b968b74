"""Dependence: wording and words that accounts have in common, as findings.

Enters: `Material`. Leaves: a `Finding` for accounts that share wording, one for each account that
translates or cites another in hand, and one for words that three accounts give to one speaker.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from variorum.link.groups import Groups
from variorum.records import Alignment, Borrowing, Finding, Span
from variorum.report.material import Material
from variorum.report.own_words import sentence
from variorum.report.telling import Basis, finding, listed, one_an_account, worded

SHARING = frozenset({"copies", "common origin"})
"""Borrowings that rest on wording in common."""
LEANING = frozenset({"translates", "cites"})
"""Borrowings that are findings of their own; accounts of one speech are told of with speakers."""
MOST_WORDED = 6
"""Accounts whose words stand in a sentence; the places of the finding have them all."""
SPEAKING = 3
"""Accounts that must give words to one speaker for it to be a finding."""


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


def speakers(material: Material) -> Iterator[Finding]:
    """Tell of what three accounts at least have from one speaker, whom each names there.

    Where one of them is the record of the speech, everybody knows whose words they are.
    """
    resting: dict[tuple[str, tuple[str, ...]], list[Alignment]] = {}
    for alignment in material.alignments.values():
        entity = _speaker(material, alignment)
        spoken = tuple(reading.account for reading in alignment.readings if reading.places)
        if entity is not None and len(spoken) >= SPEAKING:
            resting.setdefault((entity, spoken), []).append(alignment)
    for (name, accounts), found in resting.items():
        longest = max(found, key=lambda a: (min(len(p.text) for p in _first(a)), _first(a)))
        places = [sentence(material, place) for place in _first(longest)]
        quoted = "; ".join(worded(material, place) for place in places[:MOST_WORDED])
        because = f"{len(accounts)} accounts each name {name} as the source of what they say here."
        about = tuple(alignment.id for alignment in found)
        others = tuple(p for a in found if a is not longest for p in _first(a))
        strength = min(1.0, 0.7 + 0.1 * len(accounts))
        yield finding("one origin", quoted, because, Basis((*places, *others), about, strength))


def _first(alignment: Alignment) -> list[Span]:
    return [reading.places[0] for reading in alignment.readings if reading.places]


def _speaker(material: Material, alignment: Alignment) -> str | None:
    """Return the one speaker to whom all readings are shown to give their words."""
    origins = set(alignment.origin_of.values())
    spoken = [reading.account for reading in alignment.readings if reading.places]
    if len(origins) != 1 or any(material.accounts[a].kind == "transcript" for a in spoken):
        return None
    entity = material.entities.get(next(iter(origins)))
    return entity.name if entity else None


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
