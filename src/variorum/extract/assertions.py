"""Assertions: sentences in which the narrator speaks, with no one else to answer for them.

Enters: an `Account`, its `Annotation`, its `Quotation`s. Leaves: `Assertion`s.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.records import Account, Annotation, Assertion, Quotation, Sentence, new_id

_READ = frozenset(("title", "body"))
_MOSTLY = 0.5


def assertions(
    account: Account, annotation: Annotation, quotations: Sequence[Quotation]
) -> tuple[Assertion, ...]:
    """Return the sentences of title and body that are not mostly somebody else's words.

    A sentence is somebody else's when more than half of its characters are the contents of
    quotations, or when its main verb is a quotation's cue.
    """
    spoken = _merged([(span.start, span.end) for one in quotations for span in _claimed(one)])
    made = []
    at = 0
    for sentence in annotation.sentences:
        while at < len(spoken) and spoken[at][1] <= sentence.start:
            at += 1
        if account.regions[sentence.region].kind not in _READ or not _worded(annotation, sentence):
            continue
        if _covered(spoken, at, sentence) <= _MOSTLY * (sentence.end - sentence.start):
            place = account.span(sentence.start, sentence.end)
            made.append(Assertion(id=new_id("s", account.id, place.start, place.end), place=place))
    return tuple(made)


def _claimed(one: Quotation) -> list:  # type: ignore[type-arg]
    return [
        *one.contents,
        *([one.cue] if one.cue else []),
        *([one.speaker.place] if one.speaker.place else []),
    ]


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _covered(spans: Sequence[tuple[int, int]], at: int, sentence: Sentence) -> int:
    total = 0
    while at < len(spans) and spans[at][0] < sentence.end:
        total += max(0, min(spans[at][1], sentence.end) - max(spans[at][0], sentence.start))
        at += 1
    return total


def _worded(annotation: Annotation, sentence: Sentence) -> bool:
    """Tell a sentence or headline from a stray mark: it has a verb or at least three words."""
    tokens = annotation.tokens[sentence.first : sentence.last]
    words = [token for token in tokens if token.text[:1].isalnum()]
    return len(words) >= 3 or any(token.pos in ("VERB", "AUX") for token in words)
