"""Quoted words: what a quotation puts between marks, in groups that claim to be one saying.

Enters: an account's quoted stretches and a `Quotation`. Leaves: `Saying`s in order.

The content of a quotation may hold the narrator's words too ("that “…” since the accident"); only
what stands between marks is claimed to be the speaker's. A sentence cut by its attribution ("We
will,” he said, “stay") is one saying of two parts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from variorum.align.differences import Word, words
from variorum.folding import fold
from variorum.languages.registry import language_of
from variorum.records import Account, Quotation, Span
from variorum.segment.quote_marks import Stretch

_PAUSES = frozenset(",;:–-")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
WIDEST_GAP = 80
"""Characters of attribution that may stand between the parts of one sentence."""


class Saying(Struct, frozen=True):
    """Parts of one sentence or passage as quoted, with their words."""

    parts: tuple[Span, ...]
    words: tuple[tuple[Word, ...], ...]

    @property
    def count(self) -> int:
        """Return how many words are quoted."""
        return sum(bool(word.key) for part in self.words for word in part)

    @property
    def printed(self) -> str:
        """Return the quoted words, parts parted by an ellipsis."""
        return " … ".join(part.text for part in self.parts)


def sayings(
    account: Account, quotation: Quotation, marked: Sequence[Stretch]
) -> tuple[Saying, ...]:
    """Return the quoted words of a quotation; none where it has no marks and is not direct."""
    spans = [
        (max(stretch.inner[0], content.start), min(stretch.inner[1], content.end))
        for content in quotation.contents
        for stretch in marked
        if stretch.inner[0] < content.end and content.start < stretch.inner[1]
    ]
    if not spans and quotation.manner != "mixed":
        spans = [(content.start, content.end) for content in quotation.contents]
    places = [account.span(start, end) for start, end in spans if start < end]
    groups: list[list[Span]] = []
    for place in places:
        if groups and _goes_on(account.text, groups[-1][-1], place):
            groups[-1].append(place)
        else:
            groups.append([place])
    return tuple(saying(account, group) for group in groups)


def saying(account: Account, parts: Sequence[Span]) -> Saying:
    """Return parts as one saying."""
    language = language_of(account.language)
    found = tuple(words(account.text, part.start, part.end, language) for part in parts)
    return Saying(tuple(parts), found)


def _goes_on(text: str, part: Span, following: Span) -> bool:
    """Tell whether a part broke off at a pause and goes on after a short attribution."""
    between = fold(text[part.end : following.start])
    if len(between) > WIDEST_GAP or _SENTENCE_END.search(between):
        return False
    last = fold(part.text).rstrip(" \"'")[-1:] or ""
    return last in _PAUSES or between.strip("\"' ")[:1] in _PAUSES
