"""Numbers that are not figures: dates, times, names, labels, scores, list numbers.

Enters: a paragraph's lexemes with the language pipeline's tokens. Leaves: the indices of lexemes
that no figure may use.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import takewhile
from typing import Final

from variorum.extract.figures.lexemes import LexedParagraph
from variorum.extract.figures.units import amount_at, is_unit_at
from variorum.languages.language import Language
from variorum.syntax import PLURAL, PROPER, NamedKind

EARLIEST_YEAR: Final = 1000
RECENT_YEAR: Final = 1500
LATEST_YEAR: Final = 2200
FIRST_LIKELY: Final = 1900
LAST_LIKELY: Final = 2100
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
MODELS_APART: Final = 4
"""Lexemes from the number of one model to that of the next that shares its name."""
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
        return not _is_money(paragraph, index - 1)
    if before.text in ("-", ".", "/") and before.glued and index > 1:
        letter = words[index - 2]
        known = (*numbers.scales, *paragraph.units.before, numbers.minus, numbers.to)
        money = _is_money(paragraph, index - 2)
        return letter.kind == "word" and letter.plain not in known and not money
    capitals = index > 1 and len(words[index - 2].text) > 1 and words[index - 2].text.isupper()
    return before.text == "-" and capitals and not _is_money(paragraph, index - 2)


def _is_money(paragraph: LexedParagraph, index: int) -> bool:
    """Tell a code or sign of money; one that is a word too has to be read so here, unlike "PS4"."""
    word = paragraph.words[index]
    if word.text in paragraph.units.short_codes:
        amount = amount_at(paragraph.words, index)
        return amount is not None and amount.unit is not None and amount.first == index
    signed = paragraph.word(index - 1) + word.plain if word.glued else ""  # "$US"
    return not paragraph.units.currency_before.keys().isdisjoint((word.plain, signed))


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
    if after.kind != "word":
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
    if _has_unit_or_sign(paragraph, index):
        return False
    dated = paragraph.label_of(paragraph.token_of[index]) == "date"
    if dated and FIRST_LIKELY < int(word.text) < LAST_LIKELY:
        return True
    if _counts_a_plural(paragraph, index):
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


def _has_unit_or_sign(paragraph: LexedParagraph, index: int) -> bool:
    before, after = paragraph.word(index - 1), paragraph.word(index + 1)
    if before in paragraph.units.currency_before and (
        not before.isalpha() or paragraph.words[index - 1].text.isupper()
    ):
        return True
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


def _counts_a_plural(paragraph: LexedParagraph, index: int) -> bool:
    token = paragraph.token(index)
    head = paragraph.tokens[token.head]
    if head.start > token.start and head.form in PLURAL:
        return True
    after = index + 1
    return after < len(paragraph.words) and paragraph.token(after).form in PLURAL


def _is_label(paragraph: LexedParagraph, index: int) -> bool:
    """Recognise "Resolution 2254", "Game 6", "Highway 61": a number after the name it numbers."""
    at = index - 1
    if paragraph.word(at) in (".", "#") and paragraph.words[at].glued:
        at -= paragraph.word(at) == "."
    label = paragraph.word(at)
    if at < 0 or not (paragraph.words[at].kind == "word" or label == "#"):
        return False
    if label in paragraph.numbers.titles_of_order:
        return True
    if _has_unit_or_sign(paragraph, index):
        return False
    if _is_model(paragraph, index):
        return True
    if _counts_a_plural(paragraph, index):
        return False
    if label in paragraph.numbers.labels:
        return not _counts_a_noun(paragraph, index)
    return _names_a_thing(paragraph, at, index)


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


def _is_next_model(paragraph: LexedParagraph, index: int) -> bool:
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
        paragraph.words[at].number is not None and _is_label(paragraph, at) for at in near
    )


def _is_address(paragraph: LexedParagraph, index: int) -> bool:
    """Recognise the number of a house, before a name and a word such as "Street", or of a block."""
    near = paragraph.words[index + 1 : index + 5]
    names = list(takewhile(lambda word: word.text[:1].isupper(), near))
    street = any(word.plain in paragraph.numbers.streets for word in names[1:])
    return street or paragraph.word(index + 1) in paragraph.numbers.blocks


def _names_a_thing(paragraph: LexedParagraph, at: int, index: int) -> bool:
    word, token = paragraph.words[at], paragraph.token(at)
    proper = token.form in PROPER and word.text[:1].isupper()
    return proper and at == index - 1 and "." not in paragraph.words[index].text


def _counts_a_noun(paragraph: LexedParagraph, index: int) -> bool:
    token = paragraph.token(index)
    head = paragraph.tokens[token.head]
    return (
        head.start > token.end
        and head.word_class == "noun"
        and token.relation == "numeric modifier"
    )


def _is_in_a_name(paragraph: LexedParagraph, index: int) -> bool:
    """The pipeline saw it inside a name of more than itself, and it counts no plural noun."""
    at = paragraph.token_of[index]
    label = paragraph.label_of(at)
    if label not in NAME_LABELS or _has_unit_or_sign(paragraph, index):
        return False
    if label not in (paragraph.label_of(at - 1), paragraph.label_of(at + 1)):
        return False
    before = paragraph.word(index - 1)
    return not (_counts_a_plural(paragraph, index) or before in paragraph.units.currency_before)


def _is_in_a_series(paragraph: LexedParagraph, index: int) -> bool:
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


def _is_list_number(paragraph: LexedParagraph, index: int) -> bool:
    if index != 0 or len(paragraph.words) < 3:
        return False
    mark, after = paragraph.words[1], paragraph.words[2]
    closes = mark.text in (".", ")") and mark.glued and not after.glued
    return closes and after.text[:1].isupper()


NUMBER_RULES: Final[tuple[Exclusion, ...]] = (
    _is_part_of_a_code,
    _begins_with_zero,
    _has_a_suffix,
    _is_year,
    _is_label,
    _is_in_a_series,
    _is_next_model,
    _is_in_a_name,
    _is_list_number,
    _is_address,
)


# --- words ---------------------------------------------------------------------------------------


def _is_ordinal_word(paragraph: LexedParagraph, index: int) -> bool:
    if paragraph.word(index - 1) in paragraph.numbers.titles_of_order:
        return True
    if not paragraph.words[index].text[:1].isupper():
        return False
    after_name = index > 0 and _names_a_thing(paragraph, index - 1, index)
    return _is_in_a_name(paragraph, index) or (
        after_name and not _counts_a_plural(paragraph, index)
    )


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
    if after == paragraph.numbers.of:
        return paragraph.word(index + 2) not in paragraph.numbers.definite
    if after in paragraph.units.units or after in paragraph.units.currency_after:
        return False
    return not _counts_a_noun(paragraph, index)


WORD_RULES: Final[tuple[Exclusion, ...]] = (_is_ordinal_word, _counts_nothing)


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
    if _has_unit_or_sign(paragraph, index + 1):
        return False
    return any(paragraph.word(at) in cues for at in range(index - 10, index + 11))
