"""Units and currencies beside a number.

Enters: the lexemes of a paragraph and a `Numeral`. Leaves: an `Amount`: the number with its unit,
and the lexemes it covers.
"""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from variorum.extract.figures.lexemes import Lexeme
from variorum.extract.figures.numbers import numeral_at
from variorum.extract.figures.words import Numeral, is_lower_word
from variorum.languages.en.numbers import AND, ARTICLES, FOLD_SUFFIX, MILLION_OR_METRE, VULGAR
from variorum.languages.en.numbers import BEGINNINGS as NUMBER_BEGINNINGS
from variorum.languages.en.units import (
    AGES,
    CAREFUL,
    CURRENCY_AFTER,
    CURRENCY_BEFORE,
    FRACTION,
    LARGE,
    LARGE_ONLY,
    MIXED_CASE_CODES,
    MONEY_CUES,
    MORE,
    NOT_A_RATE,
    OLD,
    PARTS,
    PRIMES,
    RATED,
    RATED_NAMES,
    RATES,
    SHORT_CODES,
    SYMBOLS,
    TIMES,
    UNITS,
    Unit,
)

LONGEST_UNIT = 4
LONGEST_CURRENCY = 3
BEFORE_A_MINUS = frozenset("$<>=~≈≤≥")
MILLION = Decimal(1_000_000)
CUE_REACH = 10
"""How many lexemes around "pounds" may tell money from weight."""


AMOUNT_BEGINNINGS = NUMBER_BEGINNINGS | frozenset(
    sign.split(" ")[0].rstrip("$") for sign in CURRENCY_BEFORE
)
"""Words that a number or a currency before it may begin with."""


class Amount(Struct, frozen=True):
    """A number and its unit: lexemes `first` to `last` (excluded); `unit` None for a count."""

    first: int
    last: int
    numeral: Numeral
    unit: Unit | None = None


def may_begin(word: Lexeme) -> bool:
    """Tell whether an amount can begin with this lexeme; most words of a text cannot."""
    if word.kind != "word":
        return True
    return (
        word.plain in AMOUNT_BEGINNINGS or word.plain.endswith(FOLD_SUFFIX) or word.text in VULGAR
    )


def amount_at(words: Sequence[Lexeme], index: int, *, joined: bool = True) -> Amount | None:
    """Return the number at `index` with the currency before or the unit after it, if any.

    "Five feet two inches" and "3 dollars and 50 cents" are one amount, in the larger unit.
    """
    amount = _one_amount(words, index, joined=joined)
    known = amount is not None and amount.unit is not None and amount.unit.name in PARTS
    return _with_part(words, amount) if amount is not None and known else amount


def _with_part(words: Sequence[Lexeme], amount: Amount) -> Amount:
    """Add "2 inches" to "5 feet", where it stands right behind, with "and" or without."""
    name, many = PARTS[amount.unit.name] if amount.unit else ("", 1)
    at = amount.last
    at += at < len(words) and words[at].plain == AND
    part = _one_amount(words, at, joined=False)
    if part is None or part.unit is None or part.unit.name != name:
        return amount
    if part.numeral.form != "cardinal" or not 0 < part.numeral.low < many:
        return amount
    worth = part.numeral.low / many
    numeral = amount.numeral
    numeral = replace(numeral, low=numeral.low + worth, high=numeral.high + worth)
    return replace(amount, last=part.last, numeral=numeral)


def _one_amount(words: Sequence[Lexeme], index: int, *, joined: bool) -> Amount | None:
    start, negative = _sign(words, index)
    currency, at = _currency_before(words, start)
    at, minus = _sign(words, at) if currency else (at, False)
    numeral = numeral_at(words, at, joined=joined)
    if numeral is None or (negative and numeral.form not in ("cardinal", "fraction")):
        return None
    if negative or minus:
        numeral = replace(numeral, low=-numeral.low, high=-numeral.high)
    numeral = _millions(words, numeral, money=currency is not None)
    if currency and not _is_code_for(words, start, at, numeral):
        currency, index = None, at
    amount = Amount(index, numeral.last, numeral, currency)
    return _rated(words, amount) if currency else _with_unit(words, amount)


def _sign(words: Sequence[Lexeme], index: int) -> tuple[int, bool]:
    """Return where the number begins, and whether a minus stands before it."""
    if index + 1 >= len(words) or words[index].plain not in ("-", "minus"):
        return index, False
    loose = index == 0 or not words[index].glued or words[index - 1].text in BEFORE_A_MINUS
    if words[index].plain == "minus":
        hyphen = words[index + 1].plain == "-"
        return (index + 1 + hyphen, True)
    return (index + 1, True) if loose and words[index + 1].glued else (index, False)


def _joined(words: Sequence[Lexeme], first: int, last: int) -> str:
    """Return the lexemes as one lower-case string, apart where they stand apart."""
    pieces = (
        word.plain if word.glued or index == first else " " + word.plain
        for index, word in enumerate(words[first:last], start=first)
    )
    return "".join(pieces)


def _currency_before(words: Sequence[Lexeme], index: int) -> tuple[Unit | None, int]:
    for length in range(LONGEST_CURRENCY, 0, -1):
        last = index + length
        if last >= len(words):
            continue
        unit = CURRENCY_BEFORE.get(_joined(words, index, last))
        if unit is not None and _is_sign(words[index:last]):
            return unit, last
    return None, index


def _is_sign(code: Sequence[Lexeme]) -> bool:
    written = "".join(word.text for word in code)
    letters = "".join(letter for letter in written if letter.isalpha())
    if written in MIXED_CASE_CODES or not letters or letters.isupper():
        return True
    return letters != written and (len(letters) > 1 or letters == "c")


def _is_code_for(words: Sequence[Lexeme], start: int, at: int, numeral: Numeral) -> bool:
    if words[start].text not in SHORT_CODES or at - start > 1:
        return True
    return abs(numeral.low) >= LARGE or numeral.low != numeral.low.to_integral_value()


def _millions(words: Sequence[Lexeme], numeral: Numeral, *, money: bool) -> Numeral:
    """Read "£2.4m" and "6.5m refugees" as millions; "100m race" is left to the units."""
    at = numeral.last
    if at >= len(words) or not words[at].glued or numeral.scale or not numeral.digits:
        return numeral
    if words[at].plain != MILLION_OR_METRE or words[at].text.isupper():
        return numeral
    following = words[at + 1] if at + 1 < len(words) else None
    plural = following is not None and is_lower_word(following) and following.plain[-1] == "s"
    if not money and not plural:
        return numeral
    low, high = numeral.low * MILLION, numeral.high * MILLION
    return replace(numeral, last=at + 1, low=low, high=high, scale=MILLION)


def _with_unit(words: Sequence[Lexeme], amount: Amount) -> Amount:
    at = amount.last
    hyphen = at + 1 < len(words) and words[at].plain == "-" and words[at].glued
    at += hyphen and words[at + 1].glued
    at += at + 1 < len(words) and words[at].plain in MORE
    at += amount.numeral.form == "vague" and at < len(words) and words[at].plain == "of"
    at = _past_article(words, at) if amount.numeral.form == "fraction" else at
    for length in range(min(LONGEST_UNIT, len(words) - at), 0, -1):
        unit = _unit_named(words, at, at + length, amount)
        if unit is not None:
            return _aged(words, _rated(words, replace(amount, last=at + length, unit=unit)))
    return _unitless(amount)


def _past_article(words: Sequence[Lexeme], at: int) -> int:
    """Go on to the unit of "half a mile", "a quarter of a percentage point"."""
    article = at + (at < len(words) and words[at].plain == "of")
    found = article < len(words) and words[article].plain in ARTICLES
    return article + 1 if found else at


def _unitless(amount: Amount) -> Amount:
    form = amount.numeral.form
    unit = FRACTION if form == "fraction" else TIMES if form == "multiple" else None
    return replace(amount, unit=unit)


def _unit_named(words: Sequence[Lexeme], first: int, last: int, amount: Amount) -> Unit | None:
    name = _joined(words, first, last)
    if last - first == 1:
        symbol = _symbol(words, first, amount)
        if symbol is not None:
            return symbol
    money, measure = CURRENCY_AFTER.get(name), UNITS.get(name)
    if money is not None and measure is not None:
        return money if _is_money(words, first, amount) else measure
    if name in LARGE_ONLY and amount.numeral.low < LARGE:
        return None
    if name in CAREFUL and words[first - 1].plain != "-" and amount.numeral.low != 1:
        return None
    return money or measure


def _symbol(words: Sequence[Lexeme], at: int, amount: Amount) -> Unit | None:
    """Return the unit of a letter or sign after digits; apart from them, no name may follow."""
    lexeme = words[at]
    if not amount.numeral.digits or (lexeme.plain == "p" and not lexeme.glued):
        return None
    after = words[at + 1] if at + 1 < len(words) else None
    loose = after is not None and (after.text[:1].isupper() or after.glued)
    if not lexeme.glued and loose and not _is_divided(words, at):
        return None
    if lexeme.glued and lexeme.text in PRIMES:
        return PRIMES[lexeme.text] if lexeme.text == "'" else None
    return SYMBOLS.get(lexeme.text)


def _is_divided(words: Sequence[Lexeme], at: int) -> bool:
    """Tell "A/cm2" and "V/m" by the unit they are divided by."""
    by = words[at + 1 : at + 3]
    return len(by) == 2 and by[0].text == "/" and by[1].glued and by[1].plain in UNITS


def _is_money(words: Sequence[Lexeme], at: int, amount: Amount) -> bool:
    if amount.numeral.scale is not None or amount.numeral.low >= 10 * LARGE:
        return True
    near = words[max(0, at - CUE_REACH) : at + CUE_REACH]
    return any(word.plain in MONEY_CUES for word in near)


def _rated(words: Sequence[Lexeme], amount: Amount) -> Amount:
    """Take in "a month", "per gram", "/kg" after a unit."""
    at = amount.last
    at += at < len(words) and words[at].plain == "-"
    if at + 1 >= len(words) or words[at].plain not in RATES or amount.unit is None:
        return amount
    by = at + 1 + (words[at + 1].plain == "-")
    divisor = words[by].plain if by < len(words) else ""
    if by + 1 < len(words) and words[by + 1].glued and divisor + words[by + 1].plain in UNITS:
        divisor, by = divisor + words[by + 1].plain, by + 1
    known = divisor in RATED or (words[at].plain == "per" and divisor.isalpha())
    after = words[by + 1].plain if by + 1 < len(words) else ""
    if not known or after in NOT_A_RATE:
        return amount
    name = f"{amount.unit.name} per {RATED_NAMES.get(divisor, divisor)}"
    return replace(amount, last=by + 1, unit=Unit(name, f"{amount.unit.kind} rate"))


def _aged(words: Sequence[Lexeme], amount: Amount) -> Amount:
    """Take in "old" and "of age": a stretch of time that is somebody's age."""
    if amount.unit is None or amount.unit.name not in AGES:
        return amount
    tail = [word.plain for word in words[amount.last : amount.last + 2]]
    if tail[:1] and tail[0] in OLD:
        taken = 1
    elif tail == ["of", "age"] or (len(tail) == 2 and tail[0] == "-" and tail[1] in OLD):
        taken = 2
    else:
        return amount
    age = Unit(f"{amount.unit.name} of age", "age")
    return replace(amount, last=amount.last + taken, unit=age)
