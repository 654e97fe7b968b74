"""Rewording: how much of two accounts' wording is shared, and how far it was revised.

Enters: a `Meeting` of two accounts. Leaves: a `Level`, or ``None`` where the sharing shows nothing.

Containment of word n-grams after Clough and Stevenson (Developing a corpus of plagiarised short
answers, 2011); the names of the levels are theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from variorum.trace.borrowing.direction import Meeting
from variorum.trace.borrowing.reuse import AccountWords, covered

NEAR, LIGHT = 0.9, 0.55
"""Share of the words in shared passages at which an account is a near copy, or lightly revised."""
HEAVY = 0.065
"""Share of three-word runs in common at which a text rests on the other, on one subject."""
OWN_SHARE = 0.15
"""Share of the narrator's words that reports of one event do not have in common by chance."""
LONG_PASSAGE = 20
"""Words of one shared passage that two narrators do not write alike by chance."""
ENOUGH_IN_A_RUN = 12
"""Words of the longest passage below which a small share shows nothing."""


class Level(Struct, frozen=True):
    """The narrators' words in shared passages as a share of each account's, 0 to 1, and a name."""

    left: float
    right: float
    name: str


def level(meeting: Meeting) -> Level | None:
    """Return how far wording is shared, or ``None`` below what one event makes likely.

    Reports of one event name the same people and places in the same words; only a long passage,
    or a good part of a narrator's words, shows that one knew the other.
    """
    left = _share(meeting.left, [one.left for one in meeting.passages])
    right = _share(meeting.right, [one.right for one in meeting.passages])
    longest = max((one.alike for one in meeting.passages), default=0)
    if longest < LONG_PASSAGE and (longest < ENOUGH_IN_A_RUN or max(left, right) < OWN_SHARE):
        return None
    return Level(left, right, degree(max(left, right), 1.0))


def degree(part: float, runs: float) -> str:
    """Name the revision: `part` of the words in shared passages, `runs` of three words in common.

    >>> degree(0.95, 0.97)
    'near copy'
    """
    if part >= NEAR:
        return "near copy"
    if part >= LIGHT:
        return "light revision"
    return "heavy revision" if runs >= HEAVY else "none"


def containment(taker: Sequence[str], source: Sequence[str], size: int) -> float:
    """Return the share of the distinct word runs of `size` in `taker` that `source` has, 0 to 1."""
    mine, theirs = _runs(taker, size), _runs(source, size)
    return len(mine & theirs) / len(mine) if mine else 0.0


def _runs(keys: Sequence[str], size: int) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(keys[at : at + size]) for at in range(len(keys) - size + 1))


def _share(one: AccountWords, spans: Sequence[tuple[int, int]]) -> float:
    own = sum(voice is None for voice in one.voice)
    return min(1.0, covered(spans) / own) if own else 0.0
