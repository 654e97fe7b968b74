"""Moments: what an account says of time, as dates where they can be known.

Enters: an `Account` and its `Annotation`. Leaves: `Moment`s in the order of the text.

The grammar stands in `moment_dates`, `moment_relatives`, `moment_spells` and `moment_clock`; this
module runs it paragraph by paragraph and resolves what it finds, in order, since "two days later"
leans on the date told before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from variorum.extract.english_moments import UNTIL
from variorum.extract.moment_anchors import Anchors
from variorum.extract.moment_compose import expressions
from variorum.extract.moment_grammar import FUTURE, Found
from variorum.extract.moment_lexemes import CODES, Line, line
from variorum.extract.moment_tense import Tense
from variorum.records import Account, Annotation, Moment
from variorum.segment import fold


def moments(account: Account, annotation: Annotation) -> tuple[Moment, ...]:
    """Return the account's moments; what no anchor dates keeps null bounds.

    Values are TIMEX3 values; bounds are inclusive days, or date-times where a time is stated.
    """
    tense = Tense(annotation.tokens)
    anchors = Anchors(account.published)
    found: list[Moment] = []
    for words in _lines(account, annotation):
        for expression in expressions(words):
            first, last = words.lexemes[expression.first], words.lexemes[expression.last - 1]
            direction = _direction(words, expression, tense)
            place = account.span(first.start, last.end)
            found.append(anchors.moment(place, expression.means, direction))
    return tuple(found)


def _direction(words: Line, found: Found, tense: Tense) -> int:
    before = words.lexemes[found.first - 1].word.lower() if found.first else ""
    if before in UNTIL:
        return FUTURE
    possessive = words.classes[found.last : found.last + 1] == CODES["APOSTROPHE"]
    said = [x.token for x in words.lexemes[found.first : found.last] if x.token >= 0]
    return tense.direction(range(said[0], said[-1] + 1), firm=possessive) if said else 0


def _lines(account: Account, annotation: Annotation) -> Iterator[Line]:
    folded = fold(account.text)
    tokens = {token.start: index for index, token in enumerate(annotation.tokens)}
    for _, group in groupby(annotation.sentences, key=lambda sentence: sentence.paragraph):
        sentences = tuple(group)
        words = line(folded, sentences[0].start, sentences[-1].end, tokens, annotation.tokens)
        if words is not None:
            yield words
