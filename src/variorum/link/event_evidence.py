"""Event evidence: why accounts are one event, or why one stands alone, in a sentence.

Enters: a group of positions, the story's `Telling`s and the `Evidence` of its pairs. Leaves: text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from variorum.link.set_apart import another_day, other_company
from variorum.link.terms import printed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from variorum.link.tellings import Telling
    from variorum.records import Account

    Floats = NDArray[np.float64]
    Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]


LOOKED_AT = 20
"""Other accounts in which the printed form of a name is looked for."""


class Evidence(Struct, frozen=True):
    """All pairs that were compared, their features and likelihoods."""

    pairs: Pairs
    features: Floats
    likely: Floats


def because(
    group: list[int], told: Sequence[Telling], evidence: Evidence, accounts: Sequence[Account]
) -> str:
    """Say what the accounts of a group share, or what sets one account apart.

    `told` and `accounts` are the whole story's, by position.
    """
    if len(told) == 1:
        return "The only account of the story."
    if len(group) == 1:
        return _alone(group[0], told, evidence, accounts)
    inside = set(group)
    rows = [
        row
        for row, (one, two) in enumerate(zip(*evidence.pairs, strict=True))
        if int(one) in inside and int(two) in inside
    ]
    mean = float(evidence.likely[rows].sum()) / (len(group) * (len(group) - 1) / 2)
    shared = _shared([told[i] for i in group], [accounts[i] for i in group])
    return f"{shared} Mean likelihood of one event over their pairs: {mean:.2f}."


def _shared(told: list[Telling], accounts: Sequence[Account]) -> str:
    half = max(2, (len(told) + 1) // 2)
    persons = printed(_most([telling.persons for telling in told], half), accounts)
    places = printed(_most([telling.places for telling in told], half), accounts)
    numbers = _most([_figures(telling) for telling in told], 2)
    days = _most([frozenset(str(date.fromordinal(d)) for d in t.days) for t in told], 2)
    parts = (("persons", persons), ("places", places), ("days", days), ("numbers", numbers))
    said = [f"{name} {', '.join(words)}" for name, words in parts if words]
    return f"Their leads and texts share {'; '.join(said)}." if said else "Their words are alike."


def _most(sets: Sequence[frozenset[str]], least: int) -> list[str]:
    counts = Counter(word for words in sets for word in sorted(words))
    held = [word for word, count in counts.items() if count >= least]
    return sorted(held, key=lambda word: (-counts[word], word))[:4]


def _figures(telling: Telling) -> frozenset[str]:
    """Return numbers that are hardly chance: three digits or more, and no year."""
    return frozenset(
        number
        for number in telling.terms.numbers
        if len(number) > 2 and not (len(number) == 4 and number[:2] in ("19", "20"))
    )


def _alone(
    index: int, told: Sequence[Telling], evidence: Evidence, accounts: Sequence[Account]
) -> str:
    rows = np.flatnonzero((evidence.pairs[0] == index) | (evidence.pairs[1] == index))
    if not len(rows):
        return "No other account shares its rare words."
    seen = evidence.features[rows]
    partners = [int(i) for i in _partners(index, rows, evidence)]
    others = [told[i] for i in partners]
    grounds = []
    if float(other_company(seen).mean()) >= 0.5:
        near = [accounts[i] for i in (index, *partners[:LOOKED_AT])]
        grounds.append(_company(told[index], others, near))
    met = (evidence.pairs[0][rows], evidence.pairs[1][rows])
    if float((another_day(told, met) > 0).mean()) >= 0.5:
        grounds.append(f"it tells of {_dates(told[index].own)}, and the others of other days")
    likely = float(evidence.likely[rows].mean())
    said = "; ".join(grounds) or "its words are not like those of the others"
    return f"{said[0].upper()}{said[1:]}. Mean likelihood of one event with another: {likely:.2f}."


def _dates(days: frozenset[int]) -> str:
    return ", ".join(str(date.fromordinal(day)) for day in sorted(days))


def _partners(index: int, rows: NDArray[np.intp], evidence: Evidence) -> NDArray[np.intp]:
    left, right = evidence.pairs[0][rows], evidence.pairs[1][rows]
    return np.asarray(np.where(left == index, right, left))


def _company(one: Telling, others: list[Telling], accounts: Sequence[Account]) -> str:
    known = {word for other in others for word in other.terms.words}
    mine = printed(sorted(one.persons - known), accounts)
    missing = printed(
        _most([other.persons - one.terms.words.keys() for other in others], 1), accounts
    )
    return f"its lead names {', '.join(mine)}, and not {', '.join(missing)}"
