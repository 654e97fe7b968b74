"""Assertions: sentences in which the narrator speaks, with no one else to answer for them.

Enters: an `Account`, its `Annotation`, its `Quotation`s. Leaves: `Assertion`s.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from variorum.annotations import Annotation, Sentence
from variorum.extract.quotations.adjacency import merged_ranges
from variorum.records import Account, Assertion, Quotation, Span, new_id

_READ = frozenset(("title", "body"))
_MOSTLY = 0.5


def assertions(
    account: Account, annotation: Annotation, quotations: Sequence[Quotation]
) -> tuple[Assertion, ...]:
    """Return the sentences of title and body that are not mostly somebody else's words.

    A sentence is somebody else's when more than half of its characters are the contents of
    quotations, or when its main verb is a quotation's cue.
    """
    spoken = merged_ranges([(span.start, span.end) for one in quotations for span in _claimed(one)])
    cues = merged_ranges(
        [(one.cue.start, one.cue.end) for one in quotations if one.cue is not None]
    )
    made = []
    for sentence in annotation.sentences:
        if account.regions[sentence.region].kind not in _READ or not _worded(annotation, sentence):
            continue
        if _reports(annotation, sentence, cues):
            continue
        if _covered(spoken, sentence) <= _MOSTLY * (sentence.end - sentence.start):
            place = account.span(sentence.start, sentence.end)
            made.append(Assertion(id=new_id("s", account.id, place.start, place.end), place=place))
    return tuple(made)


def _reports(annotation: Annotation, sentence: Sentence, cues: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the main verb of a sentence is a cue."""
    for index in range(sentence.first, sentence.last):
        token = annotation.tokens[index]
        if token.head == index and token.word_class in ("verb", "auxiliary"):
            at = bisect_right(cues, token.start, key=lambda cue: cue[0]) - 1
            return at >= 0 and cues[at][1] > token.start
    return False


def _claimed(one: Quotation) -> list[Span]:
    """Return the words of a quotation, its cue and its speaker: what the narrator does not add."""
    named = [place for place in (one.cue, one.speaker.place) if place is not None]
    return [*one.contents, *named]


def _covered(spans: Sequence[tuple[int, int]], sentence: Sentence) -> int:
    """Return how many characters of a sentence the spans hold; they are sorted and apart."""
    at = max(bisect_right(spans, sentence.start, key=lambda span: span[0]) - 1, 0)
    total = 0
    while at < len(spans) and spans[at][0] < sentence.end:
        total += max(0, min(spans[at][1], sentence.end) - max(spans[at][0], sentence.start))
        at += 1
    return total


def _worded(annotation: Annotation, sentence: Sentence) -> bool:
    """Tell a sentence or headline from a stray mark: it has a verb or at least three words."""
    tokens = annotation.tokens[sentence.first : sentence.last]
    words = [token for token in tokens if token.text[:1].isalnum()]
    return len(words) >= 3 or any(token.word_class in ("verb", "auxiliary") for token in words)
