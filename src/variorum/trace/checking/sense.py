"""Sense slots: the few words of a stretch that decide what it claims.

Enters: words. Leaves: which slots two stretches fill differently, and words that limit a claim.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.differences import Word, numbers_among
from variorum.languages.sense import Sense

GOVERNED = 2
"""Last words left out among which a modal still governs the first word kept ("will also …")."""


def changed_slots(sense: Sense, left: Sequence[Word], right: Sequence[Word]) -> tuple[str, ...]:
    """Return the names of hard slots filled differently: "figure", "negation", "modality".

    A figure counts as changed where both sides give numbers and they differ, or one gives none.
    Negation counts by parity: two negations and none are left to the reader as words.
    """
    found = ["figure"] if _numbers(left) != _numbers(right) else []
    if _negates(sense, left) != _negates(sense, right):
        found.append("negation")
    if _has(left, sense.modality) != _has(right, sense.modality):
        found.append("modality")
    return tuple(found)


def lacking_slots(sense: Sense, heard: Sequence[Word], said: Sequence[Word]) -> tuple[str, ...]:
    """Return hard slots of a rendering that the record does not fill alike.

    A rendering may leave out and put otherwise; what it may not do is bring a figure, a claim of
    duty or doubt, or a negation of its own. Where either side negates by a word such as "until",
    negations cannot be counted.
    """
    theirs = numbers_among(heard)
    found = ["figure"] if any(number not in theirs for number in numbers_among(said)) else []
    implied = _has(heard, sense.implied) or _has(said, sense.implied)
    if not implied and _negates(sense, heard) != _negates(sense, said):
        found.append("negation")
    if _has(said, sense.claims) and not _has(heard, sense.modality):
        found.append("modality")
    return tuple(found)


def limiting(sense: Sense, stretch: Sequence[Word], *, kept_after: bool = True) -> tuple[Word, ...]:
    """Return words left out without which what is kept claims more: "not", "should", "if".

    A negation or a condition counts anywhere. A modal counts where it stands last, before kept
    words that it would govern (`kept_after`): a clause left out whole takes its modal with it.
    """
    heard = [word for word in stretch if word.key]
    found = [word for word in heard if word.key in sense.turning or word.key in sense.condition]
    if kept_after:
        found += [word for word in heard[-GOVERNED:] if word.key in sense.modality]
    return tuple(sorted(found, key=lambda word: word.start))


def negations(sense: Sense, stretch: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words that turn a claim round."""
    return tuple(word for word in stretch if word.key in sense.turning)


def _numbers(stretch: Sequence[Word]) -> tuple[str, ...]:
    return tuple(sorted(numbers_among(stretch)))


def _negates(sense: Sense, stretch: Sequence[Word]) -> bool:
    return len({word.key for word in stretch} & sense.turning) % 2 == 1


def _has(stretch: Sequence[Word], table: frozenset[str]) -> bool:
    return any(word.key in table for word in stretch)
