"""Answers about one quantity, and when two of them are the same, as NewsQuant's authors count.

Enters: NewsQuant's rows. Leaves: `Answer`s of the gold, and tests of an answer against the gold.

The method is that of CQE's evaluation (Almasian et al. 2023): a value is right when it is the
gold's (of a range, both ends); unit, bound and concept are counted only together with the value.
A concept is a set of words with function words left out, in any order: complete when the sets are
equal, partial when they share a word. Two things are done alike for every system: each gold
quantity is met at most once, where CQE's counts every pair of equal values, and words are compared
without case and marks ("U.S." is "US").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from msgspec import Struct
from spacy.lang.en.stop_words import STOP_WORDS

FUNCTION_WORDS: Final = (STOP_WORDS - {"top", "us", "up", "amount", "never"}) | {"total", "s"}
"""What CQE, and the gold made beside it, leave out of a concept."""
UNTELLING: Final = frozenset({"the", "a", "an", "of", "in", "for", "and", "to", "at", "on", "by"})
"""Words that do not tell two units apart."""
ROUNDING: Final = Decimal("0.00001")
"""The relative difference below which two values are one."""


class Answer(Struct, frozen=True):
    """What a system says of one quantity: both ends, names of its unit, bound, concept's words.

    An end that is open, or that cannot be read, is ``None`` and like no other.
    """

    low: Decimal | None
    high: Decimal | None
    units: frozenset[str] = frozenset("-")
    bound: str = "="
    concept: frozenset[str] = frozenset()


class Row(Struct, frozen=True):
    """A sentence with its gold quantities and those that a system read from it."""

    text: str
    gold: tuple[Answer, ...]
    found: tuple[Answer, ...]


Same = Callable[[Answer, Answer], bool]


def f1(rows: Sequence[Row], same: Same) -> float:
    """Return F1, 0 to 100, over all quantities of all rows; each gold one is met once."""
    hits = sum(len(list(matches(row, same))) for row in rows)
    total = sum(len(row.gold) + len(row.found) for row in rows)
    return 200 * hits / total if total else 100.0


def matches(row: Row, same: Same) -> Iterator[tuple[int, int]]:
    """Yield the places, among those found and among the gold, of what meets."""
    left = list(range(len(row.gold)))
    for at, answer in enumerate(row.found):
        golds = ((to, row.gold[to]) for to in left)
        hit = next(
            (to for to, gold in golds if same_value(answer, gold) and same(answer, gold)), None
        )
        if hit is not None:
            left.remove(hit)
            yield at, hit


# --- what is compared ----------------------------------------------------------------------------


def same_value(answer: Answer, gold: Answer) -> bool:
    pairs = ((answer.low, gold.low), (answer.high, gold.high))
    return all(
        one is not None and other is not None and abs(one - other) <= ROUNDING * abs(other)
        for one, other in pairs
    )


def same_unit(answer: Answer, gold: Answer) -> bool:
    return bool(answer.units & gold.units)


def same_bound(answer: Answer, gold: Answer) -> bool:
    return answer.bound == gold.bound


def same_concept(answer: Answer, gold: Answer) -> bool:
    return answer.concept == gold.concept


def near_concept(answer: Answer, gold: Answer) -> bool:
    return bool(answer.concept & gold.concept) or answer.concept == gold.concept


MEASURED: Final[dict[str, Same]] = {
    "value": lambda answer, gold: True,
    "unit": same_unit,
    "bound": same_bound,
    "concept.complete": same_concept,
    "concept.partial": near_concept,
}


# --- the gold, and words ---------------------------------------------------------------------------


def gold(quantity: dict[str, Any]) -> Answer:
    """Return the answer of one of NewsQuant's quantities; a unit is right as written or normalised."""
    low, high = _ends(str(quantity["value"]))
    names = (str(quantity.get(key) or "-") for key in ("unit", "normalized_unit"))
    return Answer(
        low,
        high,
        frozenset(plain(name) for name in names),
        str(quantity.get("change")),
        concept([str(quantity.get("referred_concepts", "-"))]),
    )


def _ends(value: str) -> tuple[Decimal | None, Decimal | None]:
    match = re.fullmatch(r"(-?[\d.]+(?:E-?\d+)?)(?:\s*-\s*([\d.]+))?", value)
    try:
        ends = [Decimal(end) for end in match.groups() if end] if match else []
    except InvalidOperation:
        ends = []
    return (min(ends), max(ends)) if ends else (None, None)


def plain(unit: str) -> str:
    """Return a unit's name in lower case and in the singular."""
    words = [word for word in re.findall(r"[^\s,]+", unit.lower()) if word not in UNTELLING]
    return " ".join(word.rstrip("s") if len(word) > 3 else word for word in words) or "-"


def concept(phrases: Iterable[str | None]) -> frozenset[str]:
    """Return the telling words of phrases: no function words, no marks, no case."""
    words = (word for phrase in phrases if phrase for word in re.split(r"[,\s/]+", phrase.lower()))
    owners = (re.sub(r"['’]s$", "", word) for word in words)
    bare = (re.sub(r"[^\w&+'’-]", "", word).strip("-'’") for word in owners)
    return frozenset(word for word in bare if word and word not in FUNCTION_WORDS)
