"""Furnishing: shared passages that are no part of the story: advertisements, notices, credits.

Enters: `AccountWords`s of one event and the passages that they share. Leaves: the passages that tell of
the event.

What is printed around reports is the same on many pages and speaks of nothing that the others tell
of. A passage belongs to the story where a good part of its words, the rarer the weightier, stands
also in accounts that do not have the passage. Where fewer than two such accounts are there to ask,
every passage is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variorum.languages.language import Language
from variorum.link.events.terms import stem
from variorum.trace.borrowing.reuse import SHINGLE, AccountWords, Shared

GROUNDED = 0.25
"""Share of a passage's words, weighed by rarity, that others must have. On eight real stories the
text around reports had at most .2 and all other passages at least .37."""
FEWEST_OTHERS = 2
"""Accounts without the passage below which nothing can be told."""

_Shingle = tuple[str, ...]


def of_the_story(
    tellings: Sequence[AccountWords], passages: Mapping[tuple[int, int], tuple[Shared, ...]]
) -> dict[tuple[int, int], tuple[Shared, ...]]:
    """Return the passages without those that tell of nothing in the story; pairs left bare go."""
    known = _Known(tellings)
    kept = {
        pair: tuple(one for one in shared if known.grounded(pair[0], one))
        for pair, shared in passages.items()
    }
    return {pair: shared for pair, shared in kept.items() if shared}


class _Known:
    """In which accounts each word and each run of words stands; what was asked before is kept."""

    def __init__(self, tellings: Sequence[AccountWords]) -> None:
        self.languages = [one.language for one in tellings]
        self.keys = [one.keys for one in tellings]
        self.sets = [frozenset(keys) for keys in self.keys]
        self.having: dict[str, int] = {}
        self.holding: dict[_Shingle, set[int]] = {}
        self.answers: dict[_Shingle, bool] = {}
        for number, keys in enumerate(self.keys):
            for key in self.sets[number]:
                self.having[key] = self.having.get(key, 0) + 1
            for shingle in _shingles(keys):
                self.holding.setdefault(shingle, set()).add(number)

    def grounded(self, account: int, passage: Shared) -> bool:
        words = self.keys[account][passage.left[0] : passage.left[1]]
        if words not in self.answers:
            self.answers[words] = self._grounded(self.languages[account], words)
        return self.answers[words]

    def _grounded(self, language: Language, words: _Shingle) -> bool:
        holders = {
            number for shingle in _shingles(words) for number in self.holding.get(shingle, ())
        }
        if len(self.keys) - len(holders) < FEWEST_OTHERS:
            return True
        stems, own = language.stems, set(words) - language.sense.common
        weights = {key: stems.rarity(stem(stems, key)) for key in own}
        outside = sum(w for key, w in weights.items() if self._elsewhere(key, holders))
        return outside >= GROUNDED * sum(weights.values())

    def _elsewhere(self, key: str, holders: set[int]) -> bool:
        return self.having.get(key, 0) > sum(key in self.sets[number] for number in holders)


def _shingles(keys: Sequence[str]) -> set[_Shingle]:
    return {tuple(keys[at : at + SHINGLE]) for at in range(len(keys) - SHINGLE + 1)}
