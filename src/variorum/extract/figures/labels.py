"""Numbers that are parts of names: labels, models, addresses, numbers in a list or series.

Enters: a paragraph's lexemes with the language pipeline's tokens, and an index. Leaves: whether the number
there is one.
"""

from itertools import takewhile
from typing import Final

from variorum.extract.figures.beside import counts_a_plural, has_unit_or_sign
from variorum.extract.figures.lexemes import LexedParagraph, Lexeme
from variorum.syntax import PLURAL, PROPER, NamedKind

NAME_LABELS: Final = frozenset[NamedKind](
    {
        "person",
        "organisation",
        "polity",
        "location",
        "facility",
        "product",
        "event",
        "work",
        "law",
        "group",
    }
)
BEARING_NUMBERS: Final = frozenset[NamedKind]({"product", "work"})
"""Names that a number is a part of though a plural follows: "AK 47 rifles"."""
MODELS_APART: Final = 4
"""Lexemes from the number of one model to that of the next that shares its name."""


def is_label(paragraph: LexedParagraph, index: int) -> bool:
    """Recognise "Resolution 2254", "Game 6", "Highway 61": a number after the name it numbers."""
    at = index - 1
    if paragraph.word(at) in (".", "#") and paragraph.words[at].glued:
        at -= paragraph.word(at) == "."
    label = paragraph.word(at)
    if at < 0 or not (paragraph.words[at].kind == "word" or label == "#"):
        return False
    if label in paragraph.numbers.titles_of_order:
        return True
    if has_unit_or_sign(paragraph, index):
        return False
    if _is_model(paragraph, index) or _hangs_on(paragraph, at, index):
        return True
    if counts_a_plural(paragraph, index):
        return False
    return label in paragraph.numbers.labels or names_a_thing(paragraph, at, index)


def _hangs_on(paragraph: LexedParagraph, at: int, index: int) -> bool:
    """Recognise "Psalm 23", "Boeing 747 jets": the number belongs to the single noun before it.

    A noun of numbers ("toll 45", "age 9") has it for its worth.
    """
    noun, number = paragraph.token(at), paragraph.token(index)
    if number.relation != "numeric modifier" or number.head != paragraph.token_of[at]:
        return False
    counts = paragraph.words.language.counts
    worth = noun.lemma.lower() in counts.not_counted or noun.lemma.lower() in paragraph.units.before
    capital = paragraph.words[at].text[:1].isupper() and paragraph.words[index].text.isdecimal()
    return capital and not worth and noun.form not in PLURAL


def _is_model(paragraph: LexedParagraph, index: int) -> bool:
    """Recognise "iPhone 11" by its odd capitals, and "Galaxy 20 Ultra" by capitals all round."""
    before = paragraph.words[index - 1]
    odd = (
        before.kind == "word" and not before.text.isupper() and before.text[1:] != before.plain[1:]
    )
    if odd or index + 1 >= len(paragraph.words):
        return odd and "'" not in before.text
    capital = before.text[:1].isupper() and paragraph.token(index - 1).form == "proper singular"
    after = paragraph.words[index + 1]
    return (
        capital
        and after.text[:1].isupper()
        and paragraph.token(index + 1).form == "proper singular"
    )


def is_next_model(paragraph: LexedParagraph, index: int) -> bool:
    """Recognise the second of "iPhone 11 Pro and 11 Pro Max"."""
    if index < MODELS_APART or paragraph.token(index - 1).form not in ("coordinator", ","):
        return False
    named = (
        paragraph.token(index + 1).form == "proper singular"
        if index + 1 < len(paragraph.words)
        else False
    )
    near = range(index - MODELS_APART, index - 1)
    return named and any(
        paragraph.words[at].number is not None and is_label(paragraph, at) for at in near
    )


def is_address(paragraph: LexedParagraph, index: int) -> bool:
    """Recognise the number of a house, before a name and a word such as "Street", or of a block."""
    near = paragraph.words[index + 1 : index + 5]
    names = list(takewhile(_is_of_a_street, near))
    street = any(word.plain in paragraph.numbers.streets for word in names[1:])
    return street or paragraph.word(index + 1) in paragraph.numbers.blocks


def _is_of_a_street(word: Lexeme) -> bool:
    """Tell a word of a street's name, its number and the letters of that: "SW 68th Parkway"."""
    return (
        word.text[:1].isupper() or word.number is not None or (word.glued and word.kind == "word")
    )


def names_a_thing(paragraph: LexedParagraph, at: int, index: int) -> bool:
    """Tell a whole number right behind the capitals of a name: "Apollo 13"."""
    word, token = paragraph.words[at], paragraph.token(at)
    proper = token.form in PROPER and word.text[:1].isupper()
    return proper and at == index - 1 and "." not in paragraph.words[index].text


def is_in_a_name(paragraph: LexedParagraph, index: int) -> bool:
    """The pipeline saw it inside a name of more than itself, and it counts no plural noun."""
    at = paragraph.token_of[index]
    label = paragraph.label_of(at)
    if label not in NAME_LABELS or has_unit_or_sign(paragraph, index):
        return False
    if label not in (paragraph.label_of(at - 1), paragraph.label_of(at + 1)):
        return False
    before = paragraph.word(index - 1)
    if label in BEARING_NUMBERS:
        return before not in paragraph.units.currency_before and index > 0
    return not (counts_a_plural(paragraph, index) or before in paragraph.units.currency_before)


def is_in_a_series(paragraph: LexedParagraph, index: int) -> bool:
    """Recognise both numbers of "Image 18 of 40": they number a series and count nothing beside it."""
    for at in (index, index - 2):
        series = (at, at + 2)
        if at < 1 or series[1] >= len(paragraph.words) or index not in series:
            continue
        digits = [paragraph.words[one].text for one in series]
        named = paragraph.words[at - 1].text[:1].isupper()
        noun = paragraph.token(at - 1).form in ("singular", "proper singular")
        joined = paragraph.word(at + 1) == paragraph.numbers.of
        if named and noun and joined and all(map(str.isdecimal, digits)):
            return int(digits[0]) <= int(digits[1])
    return False


def is_list_number(paragraph: LexedParagraph, index: int) -> bool:
    """Recognise the number that a paragraph begins with: "1. Boil the water"."""
    if index != 0 or len(paragraph.words) < 3:
        return False
    mark, after = paragraph.words[1], paragraph.words[2]
    closes = mark.text in (".", ")") and mark.glued and not after.glued
    return closes and after.text[:1].isupper()


def is_in_a_title(paragraph: LexedParagraph, index: int) -> bool:
    """Recognise "the book 101 Things to Do": behind a word for a work, before a capital."""
    named = (
        index > 0
        and paragraph.token(index - 1).lemma.lower() in paragraph.words.language.names.thing_nouns
    )
    after = paragraph.words[index + 1 : index + 2]
    return named and any(word.kind == "word" and word.text[:1].isupper() for word in after)


def is_hyphened_name(paragraph: LexedParagraph, index: int) -> bool:
    """Recognise "7-Eleven": a capital in the second of two numbers that a hyphen joins."""
    after = paragraph.words[index + 1 : index + 3]
    if len(after) < 2 or after[0].plain != "-" or not all(word.glued for word in after):
        return False
    return after[1].text[:1].isupper() and after[1].plain in paragraph.numbers.small


def is_known(paragraph: LexedParagraph, index: int) -> bool:
    """Recognise a number that is known by itself: "the 747 jets", "called 911", "a 911 call"."""
    word, after = paragraph.words[index].text, paragraph.word(index + 1)
    nouns = paragraph.numbers.known_numbers.get(word)
    if nouns is None:
        return False
    dialled = index > 0 and paragraph.token(index - 1).lemma.lower() in paragraph.numbers.dialling
    return after in nouns or (dialled and not counts_a_plural(paragraph, index))
