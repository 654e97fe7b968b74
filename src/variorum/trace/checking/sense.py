"""Sense slots: the few words of a stretch that decide what it claims.

Enters: words. Leaves: which slots two stretches fill differently, and words that limit a claim.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.differences import Word, numbers_among
from variorum.languages.en.sense import CLAIMS, CONDITION, IMPLIED, MODALITY
from variorum.languages.en.sense import TURNING as NEGATION

GOVERNED = 2
"""Last words left out among which a modal still governs the first word kept ("will also …")."""
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


def lacking_slots(heard: Sequence[Word], said: Sequence[Word]) -> tuple[str, ...]:
    """Return hard slots of a rendering that the record does not fill alike.

    A rendering may leave out and put otherwise; what it may not do is bring a figure, a claim of
    duty or doubt, or a negation of its own. Where either side negates by a word such as "until",
    negations cannot be counted.
    """
    theirs = numbers_among(heard)
    found = ["figure"] if any(number not in theirs for number in numbers_among(said)) else []
    if not _implied(heard, said) and _filled(heard, NEGATION) != _filled(said, NEGATION):
        found.append("negation")
    if _filled(said, CLAIMS) and not _filled(heard, MODALITY):
        found.append("modality")
    return tuple(found)


def _implied(*stretches: Sequence[Word]) -> bool:
    return any(word.key in IMPLIED for stretch in stretches for word in stretch)


def limiting(stretch: Sequence[Word], *, kept_after: bool = True) -> tuple[Word, ...]:
    """Return words left out without which what is kept claims more: "not", "should", "if".

    A negation or a condition counts anywhere. A modal counts where it stands last, before kept
    words that it would govern (`kept_after`): a clause left out whole takes its modal with it.
    """
    heard = [word for word in stretch if word.key]
    found = [word for word in heard if word.key in NEGATION or word.key in CONDITION]
    if kept_after:
        found += [word for word in heard[-GOVERNED:] if word.key in MODALITY]
    return tuple(sorted(found, key=lambda word: word.start))


def negations(stretch: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words that turn a claim round."""
    return tuple(word for word in stretch if word.key in NEGATION)


def _numbers(stretch: Sequence[Word]) -> tuple[str, ...]:
    return tuple(sorted(numbers_among(stretch)))


def _filled(stretch: Sequence[Word], table: frozenset[str]) -> int:
    present = sorted({word.key for word in stretch} & table)
    return len(present) % 2 if table is NEGATION else int(bool(present))
