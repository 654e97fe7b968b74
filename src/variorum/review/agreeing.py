"""Agreement: how often two reviewers who saw the same records took the same view.

Enters: standings. Leaves: for each pair of people, the records both decided and Cohen's kappa.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from msgspec import Struct

from variorum.review.standing import Standing


class Agreement(Struct, frozen=True):
    """Two reviewers: `both` records that both decided, `same` with one view.

    `kappa` is Cohen's (1960), 1 for perfect agreement and 0 for what chance would give; ``None``
    where both always took one and the same view, or decided nothing together.
    """

    first: str
    second: str
    both: int
    same: int
    kappa: float | None


def agreement(given: Iterable[Standing]) -> tuple[Agreement, ...]:
    """Return the agreement of every two reviewers who decided on a record together, by name."""
    pairs: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for standing in given:
        views = sorted((d.who, " ".join((d.view, *d.to))) for d in standing.decisions)
        for (first, one), (second, other) in combinations(views, 2):
            pairs.setdefault((first, second), []).append((one, other))
    return tuple(_agreement(*names, views) for names, views in sorted(pairs.items()))


def _agreement(first: str, second: str, views: list[tuple[str, str]]) -> Agreement:
    same = sum(one == other for one, other in views)
    ones, others = Counter(one for one, _ in views), Counter(other for _, other in views)
    chance = sum(ones[view] * others[view] for view in ones) / len(views) ** 2
    kappa = (same / len(views) - chance) / (1 - chance) if chance < 1 else None
    return Agreement(first, second, len(views), same, kappa)
