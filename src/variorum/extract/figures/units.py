"""Units and currencies beside a number.

Enters: the lexemes of a paragraph and a `Numeral`. Leaves: an `Amount`: the number with its unit,
and the lexemes it covers.
"""

from decimal import Decimal
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from variorum.extract.figures.lexemes import Lexeme, Lexemes
from variorum.extract.figures.numbers import numeral_at
from variorum.extract.figures.words import Numeral, is_lower_word, plain_at, scale_at
from variorum.languages.language import Language
from variorum.languages.units import FRACTION, PER, TIMES, Unit

LEAST_DEGREES = 10
"""Whole numbers from here on are degrees before a letter that names another unit too."""
LONGEST_UNIT = 4
LONGEST_CURRENCY = 3
LONGEST_DIVISOR = 3
ENDS_A_CLAUSE = frozenset(".,;:)")
BEFORE_A_MINUS = frozenset("($<>=~≈≤≥")
MILLION = Decimal(1_000_000)
MONEY = "currency"
CUE_REACH = 10
"""How many lexemes around "pounds" may tell money from weight."""


class Amount(Struct, frozen=True):
    """A number and its unit: lexemes `first` to `last` (excluded); `unit` None for a count."""

    first: int
    last: int
    numeral: Numeral
    unit: Unit | None = None


def may_begin(words: Lexemes, index: int) -> bool:
    """Tell whether an amount can begin with a lexeme; most words of a text cannot."""
    word, numbers = words[index], words.numbers
    if word.kind != "word" or word.plain in _beginnings(words.language):
        return True
    return word.plain.endswith(numbers.fold_suffix) or word.text in numbers.vulgar


@cache
def _beginnings(language: Language) -> frozenset[str]:
    """Return the words that a number or a currency before it may begin with."""
    signs = (sign.split(" ")[0].rstrip("$") for sign in language.units.currency_before)
    return language.numbers.beginnings.union(signs)


def amount_at(words: Lexemes, index: int, *, joined: bool = True) -> Amount | None:
    """Return the number at `index` with the currency before or the unit after it, if any.

    "Five feet two inches" and "3 dollars and 50 cents" are one amount, in the larger unit.
    """
    amount = _one_amount(words, index, joined=joined)
    known = amount is not None and amount.unit is not None and amount.unit.name in words.units.parts
    return _with_part(words, amount) if amount is not None and known else amount


def _with_part(words: Lexemes, amount: Amount) -> Amount:
    """Add "2 inches" to "5 feet", where it stands right behind, with "and" or without."""
    name, many = words.units.parts[amount.unit.name] if amount.unit else ("", 1)
    at = amount.last
    at += at < len(words) and words[at].plain == words.numbers.joint
    part = _one_amount(words, at, joined=False)
    if part is None or part.unit is None or part.unit.name != name:
        return amount
    if part.numeral.form != "cardinal" or not 0 < part.numeral.low < many:
        return amount
    worth = part.numeral.low / many
    numeral = amount.numeral
    numeral = replace(numeral, low=numeral.low + worth, high=numeral.high + worth)
    return replace(amount, last=part.last, numeral=numeral)


def _one_amount(words: Lexemes, index: int, *, joined: bool) -> Amount | None:
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
    return _rated(words, amount) if currency else _scaled(words, _with_unit(words, amount))


def _scaled(words: Lexemes, amount: Amount) -> Amount:
    """Read "75 USD million": the scale behind the money."""
    scale = scale_at(words, amount.last)
    money = amount.unit is not None and amount.unit.kind == MONEY
    if (
        scale is None
        or not money
        or amount.numeral.scale is not None
        or amount.numeral.value is None
    ):
        return amount
    numeral = amount.numeral
    numeral = replace(numeral, low=numeral.low * scale, high=numeral.high * scale, scale=scale)
    return replace(amount, last=amount.last + 1, numeral=numeral)


def _sign(words: Lexemes, index: int) -> tuple[int, bool]:
    """Return where the number begins, and whether a minus stands before it."""
    if index + 1 >= len(words) or words[index].plain not in ("-", words.numbers.minus):
        return index, False
    loose = index == 0 or not words[index].glued or words[index - 1].text in BEFORE_A_MINUS
    if words[index].plain == words.numbers.minus:
        hyphen = words[index + 1].plain == "-"
        return (index + 1 + hyphen, True)
    return (index + 1, True) if loose and words[index + 1].glued else (index, False)


def _joined(words: Lexemes, first: int, last: int) -> str:
    """Return the lexemes as one lower-case string, apart where they stand apart."""
    pieces = (
        word.plain if word.glued or index == first else " " + word.plain
        for index, word in enumerate(words[first:last], start=first)
    )
    return "".join(pieces)


def _currency_before(words: Lexemes, index: int) -> tuple[Unit | None, int]:
    for length in range(LONGEST_CURRENCY, 0, -1):
        last = index + length
        if last >= len(words):
            continue
        unit = words.units.currency_before.get(_joined(words, index, last))
        if unit is not None and _is_sign(words, index, last):
            return unit, last
    return None, index


def _is_sign(words: Lexemes, first: int, last: int) -> bool:
    written = "".join(word.text for word in words[first:last])
    letters = "".join(letter for letter in written if letter.isalpha())
    if written in words.units.mixed_case_codes or not letters or letters.isupper():
        return True
    return letters != written and (len(letters) > 1 or letters == "c")


def _is_code_for(words: Lexemes, start: int, at: int, numeral: Numeral) -> bool:
    code = words[start].text
    if code not in words.units.short_codes or at - start > 1:
        return True
    if code in words.units.road_codes:
        near = not words[start].glued and _is_near_money(words, start)
        return near or _is_written_as_a_sum(words, numeral)
    if code in words.units.glued_codes and words[at].glued:
        return not _is_postcode(words, numeral.last)
    return _is_a_sum(words, numeral)


def _is_written_as_a_sum(words: Lexemes, numeral: Numeral) -> bool:
    """Tell "R20.50", "R1,200" and "R2.5bn" from the road "R20"."""
    marked = any(mark in words[numeral.first].text for mark in ".,")
    return numeral.scale is not None or marked


def _is_postcode(words: Lexemes, at: int) -> bool:
    """Recognise "RM10 8HX" by the second number; a sum never has one."""
    return at < len(words) and words[at].kind == "number"


def _is_a_sum(words: Lexemes, numeral: Numeral) -> bool:
    """Tell a number that is large or has cents."""
    return abs(numeral.low) >= words.units.large or numeral.low != numeral.low.to_integral_value()


def _millions(words: Lexemes, numeral: Numeral, *, money: bool) -> Numeral:
    """Read "£2.4m" and "6.5m refugees" as millions; "100m race" is left to the units."""
    at = numeral.last
    if at >= len(words) or numeral.scale or not numeral.digits:
        return numeral
    if words[at].plain != words.numbers.million_or_metre or words[at].text.isupper():
        return numeral
    if not _is_of_money(words, at + 1) and not (
        words[at].glued and (money or _is_of_many(words, at + 1))
    ):
        return numeral
    low, high = numeral.low * MILLION, numeral.high * MILLION
    return replace(numeral, last=at + 1, low=low, high=high, scale=MILLION)


def _is_of_money(words: Lexemes, at: int) -> bool:
    """Read "12 m euros", "5m pula": a name of money behind, which no metres have."""
    return plain_at(words, at) in words.units.currency_after and words[at].kind == "word"


def _is_of_many(words: Lexemes, at: int) -> bool:
    """Tell what shows that "40m" counts: "streams", "people", "of its phones", "were left"."""
    if at >= len(words) or not is_lower_word(words, words[at]):
        return False
    word, numbers = words[at].plain, words.numbers
    if word == numbers.of and plain_at(words, at + 1) in numbers.wholes:
        at, word = at + 2, plain_at(words, at + 2)
    plural = word.endswith(numbers.plural_suffix) and word not in numbers.ends_in_s
    return plural or word in numbers.plurals or word in numbers.of_several


def _with_unit(words: Lexemes, amount: Amount) -> Amount:
    at = _past_hyphen(words, amount.last)
    at += at + 1 < len(words) and words[at].plain in words.units.more
    at += amount.numeral.form == "vague" and at < len(words) and words[at].plain == words.numbers.of
    at = _past_article(words, at) if amount.numeral.form == "fraction" else at
    for length in range(min(LONGEST_UNIT, len(words) - at), 0, -1):
        unit = _unit_named(words, at, at + length, amount)
        if unit is not None:
            return _aged(words, _rated(words, replace(amount, last=at + length, unit=unit)))
    return _unitless(amount)


def _past_hyphen(words: Lexemes, at: int) -> int:
    """Go on to the unit of "a 36-year-old", and of "a 36 - year - old" with a space on both sides."""
    if at + 1 >= len(words) or words[at].plain != "-" or words[at].glued != words[at + 1].glued:
        return at
    return at + 1 if words[at].glued or _is_before_more(words, at + 1) else at


def _is_before_more(words: Lexemes, at: int) -> bool:
    """Tell the singular unit of "16 - year - old" from what follows a dash."""
    unit, after = words[at].plain, words[at + 1 : at + 2]
    singular = unit not in words.units.careful and not unit.endswith(words.numbers.plural_suffix)
    return singular and any(word.kind == "word" or word.plain == "-" for word in after)


def is_unit_at(words: Lexemes, first: int) -> bool:
    """Tell whether the name of a unit begins at a lexeme, of whatever length: "sq. m"."""
    longest = min(first + LONGEST_UNIT, len(words))
    names = (_joined(words, first, last) for last in range(first + 1, longest + 1))
    return any(name in words.units.units for name in names)


def _past_article(words: Lexemes, at: int) -> int:
    """Go on to the unit of "half a mile", "a quarter of a percentage point"."""
    article = at + (at < len(words) and words[at].plain == words.numbers.of)
    found = article < len(words) and words[article].plain in words.numbers.articles
    return article + 1 if found else at


def _unitless(amount: Amount) -> Amount:
    form = amount.numeral.form
    unit = FRACTION if form == "fraction" else TIMES if form == "multiple" else None
    return replace(amount, unit=unit)


def _unit_named(words: Lexemes, first: int, last: int, amount: Amount) -> Unit | None:
    name = _joined(words, first, last)
    if last - first == 1:
        symbol = _symbol(words, first, amount)
        if symbol is not None:
            return symbol
    money, measure = words.units.currency_after.get(name), words.units.units.get(name)
    if money is not None and measure is not None:
        return money if _is_money(words, first, amount) else measure
    if name in words.units.in_capitals and last - first == 1:
        capitals = words[first].text.isupper()
        return money if capitals and _is_a_sum(words, amount.numeral) else measure
    if name in words.units.large_only and amount.numeral.low < words.units.large:
        return None
    if name in words.units.careful and words[first - 1].plain != "-" and amount.numeral.low != 1:
        return None
    return money or measure


def _symbol(words: Lexemes, at: int, amount: Amount) -> Unit | None:
    """Return the unit of a letter or sign after digits; apart from them, no name may follow."""
    lexeme = words[at]
    if not amount.numeral.digits or (lexeme.plain in words.units.glued_only and not lexeme.glued):
        return None
    after = words[at + 1] if at + 1 < len(words) else None
    loose = after is not None and (after.text[:1].isupper() or after.glued)
    if not lexeme.glued and loose and not _is_divided(words, at):
        return None
    if lexeme.glued and lexeme.text in words.units.primes:
        return words.units.primes[lexeme.text] if lexeme.text == "'" else None
    warm = words.units.of_weather.get(lexeme.text) if _is_warm(lexeme, amount) else None
    return warm or words.units.symbols.get(lexeme.text)


def _is_warm(lexeme: Lexeme, amount: Amount) -> bool:
    """Tell the degrees of "59F" and "100 F" from a capacitor's "2.5 F"."""
    low = amount.numeral.low
    return lexeme.glued or (low >= LEAST_DEGREES and low == low.to_integral_value())


def _is_divided(words: Lexemes, at: int) -> bool:
    """Tell "A/cm2" and "V/m" by the unit they are divided by."""
    by = words[at + 1 : at + 3]
    return (
        len(by) == 2 and by[0].text == "/" and by[1].glued and _divisor(words, at + 2) is not None
    )


def _is_money(words: Lexemes, at: int, amount: Amount) -> bool:
    if amount.numeral.scale is not None or amount.numeral.low >= 10 * words.units.large:
        return True
    return _is_near_money(words, at)


def _is_near_money(words: Lexemes, at: int) -> bool:
    near = words[max(0, at - CUE_REACH) : at + CUE_REACH]
    return any(word.plain in words.units.money_cues for word in near)


def _rated(words: Lexemes, amount: Amount) -> Amount:
    """Take in "a month", "per gram", "/kg" after a unit."""
    at = amount.last
    at += at < len(words) and words[at].plain == "-"
    if at + 1 >= len(words) or words[at].plain not in words.units.rates or amount.unit is None:
        return amount
    by = at + 1 + (words[at + 1].plain == "-")
    found = _divisor(words, by)
    if found is None and _is_per_piece(words, at, by, amount):
        found = plain_at(words, by), by + 1
    if found is None or plain_at(words, found[1]) in words.units.not_a_rate:
        return amount
    name = f"{amount.unit.name} {PER} {found[0]}"
    return replace(amount, last=found[1], unit=Unit(name, f"{amount.unit.kind} rate"))


def _is_per_piece(words: Lexemes, at: int, by: int, amount: Amount) -> bool:
    """Tell "per seat", and the "a seat" that ends a clause behind money."""
    if by >= len(words) or not plain_at(words, by).isalpha():
        return False
    money = amount.unit is not None and amount.unit.kind == MONEY
    ends = by + 1 >= len(words) or words[by + 1].text in ENDS_A_CLAUSE
    article = words[at].plain in words.numbers.articles
    return words[at].plain == PER or (article and money and ends and words[by].text.islower())


def _divisor(words: Lexemes, at: int) -> tuple[str, int] | None:
    """Return what a rate at a lexeme is per, by its one name, and where that ends.

    It may be of several words ("a square metre", "per cubic foot"), or a short form behind a stroke
    ("kV/cm", "W/m2").
    """
    units, known = words.units, words.units.rated_names
    divided = plain_at(words, at - 1) == "/"
    for last in range(min(at + LONGEST_DIVISOR, len(words)), at, -1):
        name = _joined(words, at, last)
        if name in units.rated:
            return known.get(name, name), last
        unit = units.units.get(name)
        several = last - at > 1 and all(word.kind == "word" for word in words[at:last])
        if unit is not None and (several or divided):
            return unit.name, last
    return None


def _aged(words: Lexemes, amount: Amount) -> Amount:
    """Take in "old" and "of age": a stretch of time that is somebody's age."""
    if amount.unit is None or amount.unit.name not in words.units.ages:
        return amount
    tail = [word.plain for word in words[amount.last : amount.last + 2]]
    if tail[:1] and tail[0] in words.units.old:
        taken = 1
    elif tail == words.units.of_age or (
        len(tail) == 2 and tail[0] == "-" and tail[1] in words.units.old
    ):
        taken = 2
    else:
        return amount
    age = Unit(f"{amount.unit.name} of age", "age")
    return replace(amount, last=amount.last + taken, unit=age)
