"""What stands beside a number: a sign of money, a unit, a noun that it counts.

Enters: a paragraph's lexemes with the language pipeline's tokens, and an index. Leaves: whether it does.
"""

from variorum.extract.figures.lexemes import LexedParagraph
from variorum.extract.figures.units import amount_at, is_unit_at
from variorum.syntax import PLURAL


def is_money(paragraph: LexedParagraph, index: int) -> bool:
    """Tell a code or sign of money; one that is a word too has to be read so here, unlike "PS4"."""
    word = paragraph.words[index]
    if word.text in paragraph.units.short_codes:
        amount = amount_at(paragraph.words, index)
        return amount is not None and amount.unit is not None and amount.first == index
    signed = paragraph.word(index - 1) + word.plain if word.glued else ""  # "$US"
    return not paragraph.units.currency_before.keys().isdisjoint((word.plain, signed))


def has_unit_or_sign(paragraph: LexedParagraph, index: int) -> bool:
    """Tell a number with money before it, or with a unit, a scale or money behind it."""
    before, after = paragraph.word(index - 1), paragraph.word(index + 1)
    written = paragraph.words[index - 1].text if index else ""
    if before in paragraph.units.currency_before and (
        not before.isalpha() or written.isupper() or written in paragraph.units.mixed_case_codes
    ):
        return written not in paragraph.units.road_codes or is_money(paragraph, index - 1)
    if after == "-":
        after = paragraph.word(index + 2)
    beside = index + 1 < len(paragraph.words) and paragraph.words[index + 1].glued
    if beside and paragraph.words[index + 1].text in paragraph.units.symbols:
        return True
    return (
        is_unit_at(paragraph.words, index + 1 + (paragraph.word(index + 1) == "-"))
        or after in paragraph.units.currency_after
        or after in paragraph.numbers.scales
    )


def counts_a_plural(paragraph: LexedParagraph, index: int) -> bool:
    """Tell a number that a plural stands behind, or that hangs on one."""
    token = paragraph.token(index)
    head = paragraph.tokens[token.head]
    if head.start > token.start and head.form in PLURAL:
        return True
    after = index + 1
    return after < len(paragraph.words) and paragraph.token(after).form in PLURAL


def counts_a_noun(paragraph: LexedParagraph, index: int) -> bool:
    """Tell a number of a common noun behind it, a plural or not."""
    token = paragraph.token(index)
    head = paragraph.tokens[token.head]
    return (
        head.start > token.end
        and head.word_class == "noun"
        and token.relation == "numeric modifier"
    )
