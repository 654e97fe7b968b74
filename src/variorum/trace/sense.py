"""Sense slots: the few words of a stretch that decide what it claims.

Enters: words. Leaves: which slots two stretches fill differently, and words that limit a claim.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.differences import Word, figures
from variorum.trace.english_sense import CONDITION, MODALITY, NEGATION, STRENGTH

SLOTS = (("negation", NEGATION), ("modality", MODALITY))


def changed_slots(left: Sequence[Word], right: Sequence[Word]) -> tuple[str, ...]:
    """Return the names of hard slots filled differently: "figure", "negation", "modality".

    A figure counts as changed where both sides give numbers and they differ, or one gives none.
    Negation counts by parity: two negations and none are left to the reader as words.
    """
    found = ["figure"] if _numbers(left) != _numbers(right) else []
    for name, table in SLOTS:
        if _filled(left, table) != _filled(right, table):
            found.append(name)
    return tuple(found)


def lacking_slots(sentence: Sequence[Word], said: Sequence[Word]) -> tuple[str, ...]:
    """Return hard slots of a free rendering that its whole sentence does not fill alike.

    A sentence says more than a quotation takes from it, so only figures that it lacks count, and
    modality, which every language puts in other words, does not.
    """
    theirs = figures(sentence)
    found = ["figure"] if any(number not in theirs for number in figures(said)) else []
    if _filled(sentence, NEGATION) != _filled(said, NEGATION):
        found.append("negation")
    return tuple(found)


def limiting(stretch: Sequence[Word]) -> tuple[Word, ...]:
    """Return words without which the rest would claim more: "not", "should", "if", "almost"."""
    return tuple(
        word
        for word in stretch
        if word.key in NEGATION or word.key in MODALITY or word.key in CONDITION
    )


def negations(stretch: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words that turn a claim round."""
    return tuple(word for word in stretch if word.key in NEGATION)


def strengths(stretch: Sequence[Word]) -> tuple[str, ...]:
    """Return the words that say how much, how many or how often, in order."""
    return tuple(word.key for word in stretch if word.key in STRENGTH)


def _numbers(stretch: Sequence[Word]) -> tuple[str, ...]:
    return tuple(sorted(figures(stretch)))


def _filled(stretch: Sequence[Word], table: frozenset[str]) -> int:
    present = sorted({word.key for word in stretch} & table)
    return len(present) % 2 if table is NEGATION else int(bool(present))
