"""Numbers that are not figures: dates, times, names, labels, scores, list numbers.

Enters: a paragraph's lexemes with the language pipeline's tokens. Leaves: the indices of lexemes
that no figure may use.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from variorum.extract.figures.beside import (
    counts_a_noun,
    counts_a_plural,
    has_unit_or_sign,
    is_money,
)
from variorum.extract.figures.labels import (
    is_address,
    is_hyphened_name,
    is_in_a_name,
    is_in_a_series,
    is_in_a_title,
    is_known,
    is_label,
    is_list_number,
    is_next_model,
    names_a_thing,
)
from variorum.extract.figures.lexemes import LexedParagraph
from variorum.extract.figures.numbers import numeral_at
from variorum.extract.figures.units import is_unit_at
from variorum.languages.language import Language

EARLIEST_YEAR: Final = 1000
RECENT_YEAR: Final = 1500
LATEST_YEAR: Final = 2200
FIRST_LIKELY: Final = 1900
LAST_LIKELY: Final = 2100
LIKELIEST_SCORE: Final = 30
"""Two numbers joined by a hyphen and both under this may be a result."""

_PATTERNS: Final = (
    r"(?<![\d.])\d{1,4}[/.]\d{1,2}[/.]\d{2,4}(?![\d/])",
    r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)",
    r"(?<![\w.])\+?\(?\d{2,5}\)?(?:[ -]\d{3,4}){2,4}(?![\w,])",
    r"(?<![\w.-])1-\d{3}-(?:\d{3}-\d{4}|[a-z]{4,7})(?!\w)",
    r"(?<![\d/])\d{1,5}/(?:1[7-9]|[2-9]\d|\d{3,5})(?![\d/])",
    r"(?:https?://|www\.)\S{1,300}|\S{1,64}@\S{1,64}",
    r"(?<!\d)(?:18|19|20)\d{2}[-–/](?:\d{2}|\d{4})(?!\d)",
    r"\b\d{1,2}/7\b|\b9/11\b",
    r"(?<![\d,.])\d{1,3}(?:\.\d{1,3}){2,4}(?![\d.])",
)
"""Dates, numbers to call, addresses and versions, as they are written in any language."""
_YEAR: Final = re.compile(r"\d{4}")


Exclusion = Callable[[LexedParagraph, int], bool]


def barred(paragraph: LexedParagraph) -> frozenset[int]:
    """Return the indices of lexemes that belong to something other than a figure."""
    if paragraph.numbers.counter.fullmatch(paragraph.plain):
        return frozenset(range(len(paragraph.words)))
    found = set(in_patterns(paragraph))
    for index, word in enumerate(paragraph.words):
        if (word.number is not None and any(rule(paragraph, index) for rule in NUMBER_RULES)) or (
            word.plain in paragraph.numbers.small
            and any(rule(paragraph, index) for rule in WORD_RULES)
        ):
            found.add(index)
    return frozenset(found)


def in_patterns(paragraph: LexedParagraph) -> Iterator[int]:
    """Yield the lexemes of dates, times, addresses and numbers to call."""
    spans = sorted(
        (match.start() + paragraph.start, match.end() + paragraph.start)
        for pattern in _patterns(paragraph.words.language)
        for match in pattern.finditer(paragraph.plain)
    )
    at = 0
    for index, word in enumerate(paragraph.words):
        while at < len(spans) and spans[at][1] <= word.start:
            at += 1
        if at < len(spans) and spans[at][0] <= word.start and word.kind != "mark":
            yield index


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, (*_PATTERNS, *language.numbers.dates_and_times)))


# --- digits --------------------------------------------------------------------------------------


def _is_part_of_a_code(paragraph: LexedParagraph, index: int) -> bool:
    """Recognise "A2", "F-16", "COVID-19": a letter touches the number, straight or by a hyphen."""
    words, numbers = paragraph.words, paragraph.numbers
    if index == 0 or not words[index].glued:
        return False
    before = words[index - 1]
    if before.kind == "word":
        return not is_money(paragraph, index - 1)
    if before.text in ("-", ".", "/") and before.glued and index > 1:
        letter = words[index - 2]
        known = (*numbers.scales, *paragraph.units.before, numbers.minus, numbers.to)
        if f"{letter.plain} -" in numbers.before:
            return False
        money = is_money(paragraph, index - 2)
        return letter.kind == "word" and letter.plain not in known and not money
    capitals = index > 1 and len(words[index - 2].text) > 1 and words[index - 2].text.isupper()
    return before.text == "-" and capitals and not is_money(paragraph, index - 2)


def _begins_with_zero(paragraph: LexedParagraph, index: int) -> bool:
    """Recognise "0914" and "007": times, codes and dialling numbers."""
    text = paragraph.words[index].text
    return text.isdigit() and len(text) > 1 and text.startswith("0")


def _has_a_suffix(paragraph: LexedParagraph, index: int) -> bool:
    """Recognise "96th", "1990s", "3D": letters that are no unit touch the number."""
    words = paragraph.words
    if index + 1 >= len(words) or not words[index + 1].glued:
        return False
    after = words[index + 1]
    if after.plain == paragraph.numbers.suffix_of_decades or (
        after.text in paragraph.units.primes and paragraph.word(index + 2) in ("s", "n")
    ):
        return True
    if after.kind != "word" or after.text in paragraph.numbers.vulgar:
        return False
    beyond = index + 2 < len(words) and words[index + 2].glued
    if (
        beyond
        and words[index + 2].kind == "number"
        and f"{after.plain}2" not in paragraph.units.units
    ):
        return True
    known = (
        after.text in paragraph.units.symbols
        or after.text in paragraph.numbers.letter_scales
        or after.plain in paragraph.numbers.scales
    )
    known = known or is_unit_at(words, index + 1) or after.plain in paragraph.units.currency_after
    return not known and after.plain not in paragraph.numbers.suffixes


def _is_year(paragraph: LexedParagraph, index: int) -> bool:
    """Four plain digits that stand after "in", "since" or a month, or count nothing."""
    word = paragraph.words[index]
    if not _YEAR.fullmatch(word.text) or not EARLIEST_YEAR <= int(word.text) <= LATEST_YEAR:
        return False
    if has_unit_or_sign(paragraph, index):
        return False
    dated = paragraph.label_of(paragraph.token_of[index]) == "date"
    if dated and FIRST_LIKELY < int(word.text) < LAST_LIKELY:
        return True
    if counts_a_plural(paragraph, index):
        return _is_of_an_owner(paragraph, index)
    return (
        int(word.text) >= RECENT_YEAR or paragraph.word(index - 1) in paragraph.numbers.before_year
    )


def _is_of_an_owner(paragraph: LexedParagraph, index: int) -> bool:
    """Tell a year before a plural by its owner: "Halvor's 2018 sales", "their 2024 accounts"."""
    year = int(paragraph.words[index].text)
    owned = index > 0 and paragraph.token(index - 1).form in (
        "possessive marker",
        "possessive",
        "proper singular",
    )
    return owned and FIRST_LIKELY < year < LAST_LIKELY and year % 100 != 0


NUMBER_RULES: Final[tuple[Exclusion, ...]] = (
    _is_part_of_a_code,
    _begins_with_zero,
    _has_a_suffix,
    _is_year,
    is_label,
    is_in_a_series,
    is_next_model,
    is_in_a_name,
    is_list_number,
    is_address,
    is_in_a_title,
    is_hyphened_name,
    is_known,
)


# --- words ---------------------------------------------------------------------------------------


def _is_ordinal_word(paragraph: LexedParagraph, index: int) -> bool:
    if paragraph.word(index - 1) in paragraph.numbers.titles_of_order:
        return True
    if not paragraph.words[index].text[:1].isupper():
        return False
    after_name = index > 0 and names_a_thing(paragraph, index - 1, index)
    return is_in_a_name(paragraph, index) or (after_name and not counts_a_plural(paragraph, index))


def _counts_nothing(paragraph: LexedParagraph, index: int) -> bool:
    """Recognise "one" as a pronoun or in an idiom: "one another", "the one who", "one of the best"."""
    if paragraph.word(index) != "one":
        return False
    after, before = paragraph.word(index + 1), paragraph.word(index - 1)
    if (
        after in paragraph.numbers.scales
        or after == paragraph.numbers.hundred
        or after in paragraph.numbers.parts_of_numbers
    ):
        return False
    if after in paragraph.numbers.idioms_of_one:
        return before not in paragraph.numbers.idioms_of_one[after]
    numeral = numeral_at(paragraph.words, index)
    if numeral is not None and numeral.last > index + 1:
        return False
    if after == paragraph.numbers.of:
        return paragraph.word(index + 2) not in paragraph.numbers.definite
    if after in paragraph.units.units or after in paragraph.units.currency_after:
        return False
    return not counts_a_noun(paragraph, index)


def _ends_a_name(paragraph: LexedParagraph, index: int) -> bool:
    """Recognise the second number of "7-Eleven"."""
    digits = index > 1 and paragraph.words[index - 2].number is not None
    return digits and is_hyphened_name(paragraph, index - 2)


WORD_RULES: Final[tuple[Exclusion, ...]] = (_is_ordinal_word, _counts_nothing, _ends_a_name)


# --- results -------------------------------------------------------------------------------------


def results(paragraph: LexedParagraph) -> Iterator[int]:
    """Yield both numbers of "3-1", and of "2-4" near a word such as "beat"."""
    words = paragraph.words
    for index in range(1, len(words) - 1):
        left, right = words[index - 1].number, words[index + 1].number
        if left is None or right is None or words[index].text not in ("-", "–"):
            continue
        if words[index].glued != words[index + 1].glued:
            continue
        small = max(left, right) < LIKELIEST_SCORE
        if left >= right or (small and _near(paragraph, index, paragraph.numbers.score_cues)):
            yield from (index - 1, index + 1)


def _near(paragraph: LexedParagraph, index: int, cues: frozenset[str]) -> bool:
    if has_unit_or_sign(paragraph, index + 1):
        return False
    return any(paragraph.word(at) in cues for at in range(index - 10, index + 11))
