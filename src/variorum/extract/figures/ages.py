"""Ages: numbers with no unit that are of somebody's years.

Enters: a paragraph with its tokens, and a `Quantity`. Leaves: whether it is an age.
"""

from __future__ import annotations

from typing import Final

from variorum.annotations import Token
from variorum.extract.figures.lexemes import LexedParagraph
from variorum.extract.figures.ranges import Quantity

MOST_AGES: Final = 8
"""Ages told one after another: "ages 11, 9 and 6"."""


def is_age(paragraph: LexedParagraph, quantity: Quantity) -> bool:
    """Tell "Anna Hale, 24," and "ages 11, 9 and 6" and "died at 91" from a count."""
    plain = quantity.unit is None and quantity.form == "cardinal"
    if not plain or not 0 < (quantity.value or 0) <= paragraph.numbers.oldest:
        return False
    return (
        _stands_beside_a_name(paragraph, quantity)
        or _goes_on(paragraph, quantity)
        or _of_death(paragraph, quantity)
    )


def _stands_beside_a_name(paragraph: LexedParagraph, quantity: Quantity) -> bool:
    """Recognise an age by the name before it and the marks around it."""
    first, last = quantity.first, quantity.last
    if not quantity.digits or first < 2 or last - first != 1:
        return False
    mark, after = paragraph.word(first - 1), paragraph.word(last)
    if mark not in (",", "(") or (
        after not in paragraph.numbers.after_an_age and last < len(paragraph.words)
    ):
        return False
    if paragraph.label_of(paragraph.token_of[first - 2]) == "person":
        return True
    return mark == "," and _is_said_of_one(paragraph, quantity)


def _is_said_of_one(paragraph: LexedParagraph, quantity: Quantity) -> bool:
    """Recognise an age where the parser saw no person: in apposition to a single noun, in commas.

    A parser takes the number of a person's years for a date.
    """
    at, last = paragraph.token_of[quantity.first], quantity.last
    before, mark, after = at - 2, paragraph.word(last), paragraph.words[last + 1 : last + 2]
    noun, label = paragraph.tokens[before], paragraph.label_of(before)
    if any(word.number is not None for word in after):
        return False
    if noun.form == "proper singular" and not label and mark == ",":
        return True
    apposed = paragraph.tokens[at].relation == "apposition" and paragraph.tokens[at].head == before
    one = noun.form in ("singular", "proper singular") and label not in ("date", "time")
    return apposed and one and (paragraph.label_of(at) == "date" or mark == ";")


def _goes_on(paragraph: LexedParagraph, quantity: Quantity) -> bool:
    """Recognise the second of "ages 11, 9 and 6"."""
    first = _opening(paragraph, paragraph.token(quantity.core))
    return (
        first is not None
        and paragraph.tokens[first.head].text.lower() in paragraph.units.aged
        and not _counts(paragraph, quantity)
    )


def _opening(paragraph: LexedParagraph, token: Token) -> Token | None:
    """Return the first of several numbers that are joined, ``None`` where none stands before."""
    joined = token.relation == "conjunct"
    for _ in range(MOST_AGES):
        if token.relation != "conjunct":
            break
        token = paragraph.tokens[token.head]
    return token if joined and token.word_class == "numeral" else None


def _counts(paragraph: LexedParagraph, quantity: Quantity) -> bool:
    """Tell whether a noun stands right behind: "aged 5 and four others"."""
    after = quantity.last
    return after < len(paragraph.words) and paragraph.token(after).word_class in (
        "noun",
        "proper noun",
        "adjective",
    )


def _of_death(paragraph: LexedParagraph, quantity: Quantity) -> bool:
    """Recognise "died at 91", "dead at 91"."""
    token = paragraph.token(quantity.core)
    preposition = paragraph.tokens[token.head]
    if token.relation != "prepositional object" or not quantity.digits:
        return False
    above = paragraph.tokens[preposition.head]
    died = above.word_class in ("verb", "adjective")
    died = died and above.lemma.lower() in paragraph.units.dying
    return died and preposition.lemma.lower() in paragraph.units.age_at
