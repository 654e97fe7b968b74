"""The table of rules: how two readings compare.

Enters: a `Pair`. Leaves: the first row of `RULES` that fires, with the words that carry it.

A rule's docstring is the sentence a reader sees; the page of verdicts is made from these. What two
readings have word for word is shown to agree; what no rule can tell is `unclear`. Figures are held
against each other in `judge.counting`.
"""

from __future__ import annotations

from collections.abc import Callable

from variorum.folding import fold
from variorum.judge.passages.pairs import Marks, Pair, Side, speaker, two_speakers
from variorum.judge.passages.wording import rest, same
from variorum.vocabulary import VerdictKind

PassageRule = Callable[[Pair], Marks | None]


def same_words(pair: Pair) -> Marks | None:
    """Both accounts use the same words."""
    left, right = (_folded_words(side) for side in (pair.left, pair.right))
    framed = pair.left.said.frame != pair.right.said.frame
    one_speaker = speaker(pair.left.quotation) == speaker(pair.right.quotation)
    return Marks() if left == right and not framed and one_speaker else None


def same_content(pair: Pair) -> Marks | None:
    """Both accounts use the same words, apart from small ones."""
    alike = same(pair.left.said, pair.right.said)
    return Marks() if alike and not _of_two_speakers(pair) else None


def all_and_more(pair: Pair) -> Marks | None:
    """One of these passages says everything the other does, word for word, and more."""
    more = rest(pair.left.language.sense, pair.left.said, pair.right.said)
    if not more or _of_two_speakers(pair):
        return None
    if more[0] in pair.left.tokens:
        return Marks(left=pair.left.span(*more))
    return Marks(right=pair.right.span(*more))


def cannot_compare(_: Pair) -> Marks | None:
    """The accounts touch on the same matter; it was not shown that they say the same."""
    return Marks()


RULES: tuple[tuple[VerdictKind, PassageRule], ...] = (
    ("agree", same_words),
    ("agree", same_content),
    ("wording differs", all_and_more),
    ("unclear", cannot_compare),
)
"""First row that fires wins."""


def _folded_words(side: Side) -> str:
    return " ".join(fold(side.place.text).lower().split()).strip("\"' .,;:")


def _of_two_speakers(pair: Pair) -> bool:
    return two_speakers(pair.left.quotation, pair.right.quotation)
