"""Narrowing: words around a number by which one count is not that of the other.

Enters: two `Counted`s. Leaves: whether they part, for the table of `judge.figures.comparability`.

A rule's docstring is the sentence a reader sees.
"""

from __future__ import annotations

import re

from variorum.folding import fold
from variorum.judge.figures.ranges import kind
from variorum.judge.figures.sides import Counted, one_toll
from variorum.languages.counts import SUBGROUPS, Counts


def other_subgroups(left: Counted, right: Counted) -> bool:
    """{left} and {right} count different groups of people."""
    mine, theirs = _subgroups(left), _subgroups(right)
    return bool(mine and theirs) and mine != theirs


def other_ages(left: Counted, right: Counted) -> bool:
    """One of {left} and {right} counts only people of certain ages."""
    return _is_aged(left) != _is_aged(right)


def other_harm(left: Counted, right: Counted) -> bool:
    """One of {left} and {right} counts what was destroyed, the other what was damaged."""
    mine, theirs = _harm(left), _harm(right)
    return bool(mine and theirs) and mine != theirs


def doer_counted(left: Counted, right: Counted) -> bool:
    """Only one of {left} and {right} says whether the person who did it is counted."""
    return _counts_itself(left) != _counts_itself(right)


def running_total(left: Counted, right: Counted) -> bool:
    """One of {left} and {right} counts over a longer time or several occasions."""
    return _in_all(left) != _in_all(right)


def where_it_was(left: Counted, right: Counted) -> bool:
    """{left} or {right} says in how many something else happened, not what happened to them."""
    if kind(left.figure) is not None or one_toll(left, right):
        return False
    mine, theirs = _container_noun(left), _container_noun(right)
    return mine != theirs


def tells_totals(counts: Counts, text: str) -> bool:
    """Tell whether words anywhere in a text make its numbers those of a longer time."""
    patterns = (
        rf"\b(?:{counts.in_all})\b",
        rf"\b(?:{counts.in_all_before})\W",
        counts.in_all_opening,
    )
    return any(re.search(pattern, text) for pattern in patterns)


def _in_all(side: Counted) -> bool:
    counts, before = side.counts, re.split(r"[.;:]", _before(side))[-1]
    return (
        _around(side, rf"\b(?:{counts.in_all})\b", "^[^.;:]*?")
        or re.search(rf"\b(?:{counts.in_all_before})\W+$", before) is not None
        or re.search(counts.in_all_opening, before) is not None
    )


def _subgroups(side: Counted) -> frozenset[str]:
    named = (side.counts.groups.get(word) for word in (*side.words, side.figure.counted_head or ""))
    return frozenset(name for name in named if name in SUBGROUPS)


def _harm(side: Counted) -> frozenset[str]:
    """Return what was done to things: "destroyed or damaged" is both."""
    harm = side.counts.harm
    if side.figure.predicate not in harm:
        return frozenset()
    return frozenset(harm[word] for word in side.context.lemmas if word in harm)


def _is_aged(side: Counted) -> bool:
    return _around(side, rf"(?:\w+ ){{0,3}}(?:{side.counts.aged})", "^ ")


def _counts_itself(side: Counted) -> bool:
    return re.search(side.counts.self_counted, _folded_sentence(side)) is not None


def _around(side: Counted, pattern: str, start: str) -> bool:
    """Tell whether words stand after a number, as far from it as the start lets them."""
    after = _folded_sentence(side).partition(fold(side.figure.place.text).lower())[2]
    return re.search(f"{start}{pattern}", after) is not None


def _container_noun(side: Counted) -> str | None:
    """Return the noun of "homes in five villages"; ``None`` where the number stands free."""
    found = re.search(rf"(\w+) (?:{side.counts.counted_in})(?: \w+)?\s+$", _before(side))
    return found[1] if found else None


def _before(side: Counted) -> str:
    number = fold(side.figure.place.text).lower()
    before, found, _ = _folded_sentence(side).partition(number)
    return f"{before.rstrip()} " if found else ""


def _folded_sentence(side: Counted) -> str:
    return fold(side.context.sentence).lower()
