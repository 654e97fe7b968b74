"""Event evidence: why accounts are one event, or why one stands alone, in a sentence.

Enters: a group of positions, the story's `AccountProfile`s and the `Evidence` of its pairs. Leaves: text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from variorum.link.events.features import FEATURES, days_apart, named_in_lead
from variorum.link.events.model import LEAST_LIKELIHOOD
from variorum.link.events.profiles import is_person
from variorum.link.events.terms import printed_forms
from variorum.link.events.weights import WEIGHTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from variorum.link.events.profiles import AccountProfile
    from variorum.records import Account

    Floats = NDArray[np.float64]
    Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]


LIKE = 0.05
"""Likelihood of one event below which two accounts are not said to be like one another."""
ANOTHER_DAY = 4
"""Days between the own days of two accounts from which they are said to be other days."""


class Evidence(Struct, frozen=True):
    """All pairs that were compared, their features and likelihoods."""

    pairs: Pairs
    features: Floats
    likely: Floats


def because(
    group: list[int],
    told: Sequence[AccountProfile],
    evidence: Evidence,
    accounts: Sequence[Account],
) -> str:
    """Say what the accounts of a group share, or what sets one account apart.

    `told` and `accounts` are the whole story's, by position.
    """
    if len(group) == 1:
        return _alone(group[0], told, evidence, accounts)
    rows = np.isin(evidence.pairs[0], group) & np.isin(evidence.pairs[1], group)
    mean = float(evidence.likely[rows].sum()) / (len(group) * (len(group) - 1) / 2)
    shared = _shared_words([told[i] for i in group], [accounts[i] for i in group])
    return f"{shared} Mean likelihood that two of them tell of the same event: {mean:.2f}."


def _shared_words(told: list[AccountProfile], accounts: Sequence[Account]) -> str:
    half = max(2, (len(told) + 1) // 2)
    persons = printed_forms(_most([profile.persons for profile in told], half), accounts)
    places = printed_forms(_most([profile.places for profile in told], half), accounts)
    numbers = _most([_figures(profile) for profile in told], 2)
    days = _most([frozenset(str(date.fromordinal(d)) for d in t.days) for t in told], 2)
    parts = (("persons", persons), ("places", places), ("days", days), ("numbers", numbers))
    said = [f"{name} {', '.join(words)}" for name, words in parts if words]
    return f"Their leads and texts share {'; '.join(said)}." if said else "Their words are alike."


def _most(sets: Sequence[frozenset[str]], least: int) -> list[str]:
    counts = Counter(word for words in sets for word in sorted(words))
    held = [word for word, count in counts.items() if count >= least]
    return sorted(held, key=lambda word: (-counts[word], word))[:4]


def _figures(profile: AccountProfile) -> frozenset[str]:
    """Return numbers that are hardly chance: three digits or more, and no year."""
    return frozenset(
        number
        for number in profile.terms.numbers
        if len(number) > 2 and not (len(number) == 4 and number[:2] in ("19", "20"))
    )


def _alone(
    index: int, told: Sequence[AccountProfile], evidence: Evidence, accounts: Sequence[Account]
) -> str:
    """Say what sets an account apart from the likest other one, if any is like it at all."""
    rows = np.flatnonzero((evidence.pairs[0] == index) | (evidence.pairs[1] == index))
    best = max(
        rows.tolist(), key=lambda row: (round(float(evidence.likely[row]), 6), -row), default=None
    )
    if best is None or evidence.likely[best] < LIKE:
        return "No other account resembles it."
    likely = float(evidence.likely[best])
    if likely >= LEAST_LIKELIHOOD:
        return _like(told[index], _of_other_days(rows, evidence), likely)
    other = int(evidence.pairs[0][best] + evidence.pairs[1][best]) - index
    both = (told[index], told[other]), (accounts[index], accounts[other])
    grounds = _grounds(evidence.features[best], *both)
    said = "; ".join(grounds) or "its words do not resemble the other's"
    return f"Compared with the account most like it, {said}. Likelihood of the same event: {likely:.2f}."


def _grounds(
    features: Floats, both: tuple[AccountProfile, AccountProfile], accounts: tuple[Account, Account]
) -> list[str]:
    grounds = []
    if features[FEATURES.index("other company")]:
        grounds.append(_company(both, accounts))
    if features[FEATURES.index("one name of one day")]:
        grounds.append("its lead has other names, and the two share at most one")
    if days_apart(*both) >= ANOTHER_DAY:
        grounds.append(f"it is about {_dates(both[0].own)}, the other about other days")
    return grounds


def _of_other_days(rows: NDArray[np.intp], evidence: Evidence) -> bool:
    """Tell whether a pair would be likely but for the days that both are news of."""
    odds = np.log(np.maximum(evidence.likely[rows], 1e-12)) - WEIGHTS["news of other days"]
    apart = evidence.features[rows, FEATURES.index("news of other days")] > 0
    return bool((apart & (odds >= 0)).any())


def _like(profile: AccountProfile, other_days: bool, likely: float) -> str:
    """Say why an account stands alone that is like another: that one stands with some it is not."""
    if other_days:
        said = f"It is about {_dates(profile.own)}; accounts like it are about other days."
    else:
        said = "It resembles an account whose event has other accounts that it does not resemble."
    return f"{said} Likelihood that it and the account most like it are about the same event: {likely:.2f}."


def _dates(days: frozenset[int]) -> str:
    return ", ".join(str(date.fromordinal(day)) for day in sorted(days))


def _company(both: tuple[AccountProfile, AccountProfile], accounts: Sequence[Account]) -> str:
    one, other = both
    lead, beside = (named_in_lead(side.in_lead(), one, other, is_person) for side in both)
    mine = printed_forms(sorted(lead - other.terms.words.keys()), accounts)
    missing = printed_forms(sorted(beside - one.terms.words.keys()), accounts)
    return f"its lead names {', '.join(mine)}, not {', '.join(missing)}"
