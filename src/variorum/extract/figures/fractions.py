"""Fractions as written: "half", "two thirds", "1/4", "one in five".

Enters: the lexemes of a paragraph and an index. Leaves: the `Numeral` that starts there.
"""

from decimal import Decimal

from variorum.extract.figures.lexemes import Lexemes
from variorum.extract.figures.words import Numeral, after_hyphen, number_at, plain_at, scale_at


def fraction_at(words: Lexemes, index: int) -> Numeral | None:
    """Return the fraction that starts at an index: "half", "3/4", "two thirds", "one in five"."""
    return (
        _half(words, index)
        or slashed_at(words, index)
        or _parts(words, index)
        or _one_in_five(words, index)
    )


def _half(words: Lexemes, index: int) -> Numeral | None:
    """Read "half", "half a million", "half a dozen", "half-million", "a quarter of a million"."""
    first = index + 1 if plain_at(words, index) in words.numbers.articles else index
    word = plain_at(words, first)
    if word not in words.numbers.halves:
        return None
    scaled = _scaled_half(words, index, first)
    if scaled is not None:
        return scaled
    if word == "quarter" and first == index:
        return None
    whole = plain_at(words, first + 1) in words.numbers.wholes or _is_bounded(words, first)
    whole = whole or (first == index and _opens_a_clause(words, index))
    if plain_at(words, index - 1) in words.numbers.not_a_share or not whole:
        return None
    return Numeral(
        index, first + 1, words.numbers.halves[word], words.numbers.halves[word], "fraction"
    )


def _opens_a_clause(words: Lexemes, at: int) -> bool:
    """Read "Half were women"."""
    opens = at == 0 or words[at - 1].kind == "mark"
    return opens and plain_at(words, at + 1) in words.numbers.of_several


def _is_bounded(words: Lexemes, at: int) -> bool:
    """Read "more than half were children", not "about half past nine"."""
    after = plain_at(words, at + 1)
    return (
        plain_at(words, at - 1) in words.numbers.bound_tails
        and after not in words.numbers.not_bounded_half
    )


def _scaled_half(words: Lexemes, index: int, first: int) -> Numeral | None:
    at = first + 1
    at += plain_at(words, at) == words.numbers.of
    at += plain_at(words, at) in words.numbers.articles
    at = after_hyphen(words, at)
    scale = scale_at(words, at) or words.numbers.dozen.get(plain_at(words, at))
    if scale is None:
        return None
    value = words.numbers.halves[plain_at(words, first)] * scale
    return Numeral(index, at + 1, value, value, scale=scale)


def slashed_at(words: Lexemes, index: int) -> Numeral | None:
    """Read "1/4" and "10 1/2"; a larger denominator is a date or a score."""
    top, bottom = number_at(words, index), number_at(words, index + 2)
    if plain_at(words, index + 1) != "/" or top is None or bottom is None:
        return None
    if not (0 < top < bottom <= 16) or plain_at(words, index + 3) == "/":
        return None
    value = top / bottom
    return Numeral(index, index + 3, value, value, "fraction", digits=True)


def _parts(words: Lexemes, index: int) -> Numeral | None:
    """Read "two thirds", "three-quarters", "one fourth of", "a third of"."""
    top = _few_parts(words, index)
    if top is None:
        return None
    at = after_hyphen(words, index + 1)
    word = plain_at(words, at)
    bottom = words.numbers.denominators.get(word)
    plural = word.endswith("s") or word == "halves"
    if bottom is None or top >= bottom or plural != (top > 1):
        return None
    if not plural and not _is_share(words, index, at):
        return None
    value = top / bottom
    scale, last = _scale_of(words, at + 1)
    if scale is not None:
        return Numeral(index, last, value * scale, value * scale, scale=scale)
    return Numeral(index, at + 1, value, value, "fraction")


def _scale_of(words: Lexemes, at: int) -> tuple[Decimal | None, int]:
    """Return the million of "two thirds of a million", "three quarters million", and its end."""
    among = (
        plain_at(words, at) == words.numbers.of
        and plain_at(words, at + 1) in words.numbers.articles
    )
    at += 2 * among
    return scale_at(words, at), at + 1


def _one_in_five(words: Lexemes, index: int) -> Numeral | None:
    """Read "one in five", "9 out of 10": a share, where the whole is a round number."""
    top = _round(words, index)
    at = index + 1
    at += plain_at(words, at) == "-"
    joint = words.numbers.in_
    if plain_at(words, at) == words.numbers.out:
        at, joint = at + 1, words.numbers.of
    if top is None or plain_at(words, at) != joint:
        return None
    at += 1 + (plain_at(words, at + 1) in words.numbers.before_a_whole)
    whole = _whole(words, at)
    if whole is None or top >= whole[0] or plain_at(words, whole[1]) in words.numbers.time_words:
        return None
    bottom, last = whole
    if bottom not in words.numbers.round_wholes and not (
        top == 1 and bottom <= words.numbers.most_in_one
    ):
        return None
    return Numeral(index, last, top / bottom, top / bottom, "fraction")


def _whole(words: Lexemes, index: int) -> tuple[Decimal, int] | None:
    """Read "10", "twenty-one", "five hundred", "a million"; return its worth and its end."""
    word, at = plain_at(words, index), index + 1
    value = Decimal(1) if word in words.numbers.articles else _round(words, index)
    if word in words.numbers.tens:
        ones = words.numbers.small.get(plain_at(words, after_hyphen(words, at)), Decimal(0))
        value = words.numbers.tens[word]
        if 0 < ones < 10:
            value, at = value + ones, after_hyphen(words, at) + 1
    factor = Decimal(100) if plain_at(words, at) == words.numbers.hundred else scale_at(words, at)
    if factor is not None and value is not None:
        return value * factor, at + 1
    return None if value is None or word in words.numbers.articles else (value, at)


def _round(words: Lexemes, index: int) -> Decimal | None:
    number = number_at(words, index)
    return words.numbers.small.get(plain_at(words, index)) if number is None else number


def _few_parts(words: Lexemes, index: int) -> Decimal | None:
    word = plain_at(words, index)
    top = Decimal(1) if word in words.numbers.articles else words.numbers.small.get(word)
    return top if top is not None and 1 <= top <= 9 else None


def _is_share(words: Lexemes, index: int, at: int) -> bool:
    """Tell a share from a rank: "a fifth of", "by a fifth", "nearly a third were"."""
    before, after = plain_at(words, index - 1), plain_at(words, at + 1)
    bounded = before in words.numbers.bound_tails and after in words.numbers.after_a_share
    return after == words.numbers.of or before == words.numbers.by or bounded
