"""Counted once: how many children, women, officers … it befell, where one account alone has a number.

Enters: `Material`. Leaves: a `Finding` a group of people and account.

Others may tell of the group. None has a figure of it, or any in a sentence that names it: that
no other account gives its number is what is claimed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.find.kinds.answers import lowered
from variorum.find.kinds.heard_once import FEWEST_ACCOUNTS
from variorum.find.matter.material import Material
from variorum.find.matter.own_words import sentence
from variorum.find.matter.prose import Basis, FindingText, finding, listed
from variorum.find.matter.telling import answer, given
from variorum.find.matter.weighing import central
from variorum.judge.figures.ranges import kind, range_of
from variorum.judge.figures.sides import fate, group
from variorum.languages.counts import SUBGROUPS, TOLLS
from variorum.link.events.terms import stem
from variorum.records import Figure, Finding

FEWEST_COUNTED = 3
"""People from which on their number is a toll; one or two are persons that an account tells of."""


def counted_once(material: Material) -> Iterator[Finding]:
    """Tell of groups of people whose number one account of an event alone gives."""
    for event in material.events.values():
        if len(event.accounts) < FEWEST_ACCOUNTS:
            continue
        figures = [f for f in material.figures.values() if f.place.account in event.accounts]
        numbered: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for figure in figures:
            part = _part(material, figure)
            if part and not _is_elsewhere(material, figure, part, figures):
                numbered[figure.place.account, part].append(figure)
        for (_, part), told in numbered.items():
            yield _finding(material, told, part)


def _part(material: Material, figure: Figure) -> str:
    """Return of which part of those whom it befell a figure is the number, "" for none."""
    account = material.accounts[figure.place.account]
    counts = material.language(account.id).counts
    counted = range_of(figure).number
    if kind(figure) is not None or counted is None or counted < FEWEST_COUNTED:
        return ""
    part = group(counts, figure)
    told = part in SUBGROUPS and fate(counts, figure) in TOLLS and account.kind != "transcript"
    return (part or "") if told else ""


def _is_elsewhere(material: Material, figure: Figure, part: str, figures: Sequence[Figure]) -> bool:
    """Tell whether another account has a figure of a group, or in a sentence that names it."""
    stems = material.language(figure.place.account).stems
    names = {stem(stems, part), stem(stems, figure.counted_head or part)}
    return any(
        group(material.language(other.place.account).counts, other) == part
        or any(name in sentence(material, other.place).text.casefold() for name in names)
        for other in figures
        if other.place.account != figure.place.account
    )


def _finding(material: Material, told: Sequence[Figure], part: str) -> Finding:
    places = tuple(dict.fromkeys(sentence(material, figure.place) for figure in told))
    numbers = listed(list(dict.fromkeys(lowered(figure.place.text) for figure in told)))
    told_once = FindingText(
        f"Number of {part}, in only one account",
        (answer(numbers, given(figure.place for figure in told)),),
        "No other account of the event gives their number.",
    )
    basis = Basis(places, tuple(figure.id for figure in told), central(material, places))
    return finding(material, "only here", told_once, basis)
