"""Moments: what an account says of time, as dates where they can be known.

Enters: an `Account` and its `Annotation`. Leaves: `Moment`s in the order of the text.

The grammar stands in `dates`, `relatives`, `spells` and `clock`; this
module runs it paragraph by paragraph and resolves what it finds, in order, since "two days later"
leans on the date told before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from variorum.annotations import Annotation
from variorum.extract.moments.anchors import TimeWords, resolved
from variorum.extract.moments.compose import expressions
from variorum.extract.moments.grammar import FUTURE, FoundExpression
from variorum.extract.moments.lexemes import CODES, LexemeLine, line
from variorum.extract.moments.tense import Tense
from variorum.folding import fold, unmarked
from variorum.languages.registry import language_of
from variorum.records import Account, Moment, Span


def moments(account: Account, annotation: Annotation) -> tuple[Moment, ...]:
    """Return the account's moments; what no anchor dates keeps null bounds.

    Values are TIMEX3 values; bounds are inclusive days, or date-times where a time is stated.
    """
    return tuple(resolved(time_words(account, annotation), account.published))


def time_words(account: Account, annotation: Annotation) -> tuple[TimeWords, ...]:
    """Return what the account says of time, before it is known when it was published."""
    tense = Tense(annotation.tokens, language_of(annotation.language).calendar)
    return tuple(
        TimeWords(
            _place(account, words, found), found.means, _looks(words, found, tense), paragraph
        )
        for paragraph, words in _lines(account, annotation)
        for found in expressions(words)
    )


def _place(account: Account, words: LexemeLine, found: FoundExpression) -> Span:
    return account.span(words.lexemes[found.first].start, words.lexemes[found.last - 1].end)


def _looks(words: LexemeLine, found: FoundExpression, tense: Tense) -> int:
    before = words.lexemes[found.first - 1].word.lower() if found.first else ""
    if before in words.calendar.until:
        return 2 * FUTURE
    possessive = words.classes[found.last : found.last + 1] == CODES["APOSTROPHE"]
    tokens = [
        x.token for x in words.lexemes[found.first : found.until or found.last] if x.token >= 0
    ]
    return tense.direction(range(tokens[0], tokens[-1] + 1), firm=possessive) if tokens else 0


def _lines(account: Account, annotation: Annotation) -> Iterator[tuple[int, LexemeLine]]:
    folded = fold(unmarked(account.text))
    calendar = language_of(annotation.language).calendar
    tokens = {token.start: index for index, token in enumerate(annotation.tokens)}
    for paragraph, group in groupby(annotation.sentences, key=lambda sentence: sentence.paragraph):
        sentences = tuple(group)
        words = line(
            folded,
            (sentences[0].start, sentences[-1].end),
            tokens,
            annotation.tokens,
            calendar=calendar,
        )
        if words is not None:
            yield paragraph, words
