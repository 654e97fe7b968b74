"""Numbers as written: digits, words, mixtures of both, fractions and vague amounts.

Enters: the lexemes of a paragraph and an index. Leaves: the `Numeral` that starts there.
The grammar looks at most a few lexemes ahead, so a paragraph is read in linear time.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct

from variorum.extract.figures.fractions import fraction_at, slashed_at
from variorum.extract.figures.lexemes import Lexeme
from variorum.extract.figures.words import Numeral, after_hyphen, number_at, plain_at, scale_at
from variorum.languages.en.numbers import (
    AND,
    ARTICLES,
    DOZEN,
    DOZENS,
    FEW,
    FEW_TIMES,
    FOLD_SUFFIX,
    HALVES,
    HUNDRED,
    MUST_HAVE_OF,
    ONE_HALF,
    POINT,
    SMALL,
    TENS,
    VAGUE,
    VAGUE_TAILS,
    VULGAR,
)

MOST_DECIMALS: Final = 9
LONGEST_WORDED: Final = 12
"""More number words than this in a row are a count aloud, not a number."""


class _Sum(Struct):
    """A number while it is being added up: finished groups, and the group under way."""

    total: Decimal = Decimal(0)
    group: Decimal | None = None
    scale: Decimal | None = None

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or 0)

    def close(self, scale: Decimal) -> None:
        group = Decimal(1) if self.group is None else self.group
        if self.scale is not None and scale > self.scale:
            self.total, group = Decimal(0), self.total + (self.group or 0)
        self.total += group * scale
        self.group, self.scale = None, scale


def numeral_at(words: Sequence[Lexeme], index: int, *, joined: bool = True) -> Numeral | None:
    """Return the number that starts at `index`, the longest reading first.

    With `joined` false no "and" is crossed: "between one hundred and two hundred".
    """
    return (
        _vague(words, index)
        or fraction_at(words, index)
        or _multiple(words, index)
        or _cardinal(words, index, joined=joined)
    )


# --- dozens, hundreds of thousands, several hundred ---------------------------------------------


def _vague(words: Sequence[Lexeme], index: int) -> Numeral | None:
    word = plain_at(words, index)
    if word in FEW:
        return _several(words, index)
    if word not in VAGUE:
        return None
    low, high = VAGUE[word]
    followed = plain_at(words, index + 1) == "of"
    tail = VAGUE_TAILS.get(plain_at(words, index + 2)) if followed else None
    if tail is not None:
        return Numeral(index, index + 3, low * tail, high * tail, "vague")
    if word in MUST_HAVE_OF and not followed:
        return None
    return Numeral(index, index + 1, low, high, "vague")


def _several(words: Sequence[Lexeme], index: int) -> Numeral | None:
    scale = scale_at(words, index + 1) or DOZEN.get(plain_at(words, index + 1))
    if plain_at(words, index + 1) == HUNDRED:
        scale = Decimal(100)
        larger = scale_at(words, index + 2)
        if larger is not None:
            return _some_of(index, index + 3, scale * larger)
    return _some_of(index, index + 2, scale) if scale else None


def _some_of(first: int, last: int, scale: Decimal) -> Numeral:
    return Numeral(first, last, FEW_TIMES[0] * scale, FEW_TIMES[1] * scale, "vague")


# --- sixfold -------------------------------------------------------------------------------------


def _multiple(words: Sequence[Lexeme], index: int) -> Numeral | None:
    word = plain_at(words, index)
    if word.endswith(FOLD_SUFFIX):
        value = SMALL.get(word.removesuffix(FOLD_SUFFIX), TENS.get(word.removesuffix(FOLD_SUFFIX)))
        last = index + 1
    else:
        at = after_hyphen(words, index + 1)
        value, last = number_at(words, index), at + 1
        value = SMALL.get(word) if value is None else value
        value = value if plain_at(words, at) == FOLD_SUFFIX else None
    return Numeral(index, last, value, value, "multiple") if value is not None else None


# --- cardinals -----------------------------------------------------------------------------------


def _cardinal(words: Sequence[Lexeme], index: int, *, joined: bool) -> Numeral | None:
    first, running = index, _Sum()
    if plain_at(words, index) in ARTICLES:
        following = after_hyphen(words, index + 1)
        if not _is_magnitude(words, following) or following != index + 1:
            return None
        running.group, index = Decimal(1), index + 1
    last = _added_up(words, index, running, joined=joined)
    if last == index:
        return None
    last = _pointed(words, last, running) if words[first].number is None else last
    digits = words[first].number is not None or words[first].text in VULGAR
    value = running.value
    return Numeral(first, last, value, value, scale=running.scale, digits=digits)


def _added_up(words: Sequence[Lexeme], index: int, running: _Sum, *, joined: bool) -> int:
    """Add lexemes to `running` as long as they go on with one number; return where it ends."""
    last = index
    while last - index < LONGEST_WORDED:
        at = after_hyphen(words, last) if last > index else last
        if _takes(words, at, running, first=last == index):
            last = at + 1
        elif last > index and _is_mixed(words, at, running):
            last = at + 3
        elif joined and plain_at(words, at) == AND and last > index:
            end = _and_more(words, at + 1, running)
            if end is None:
                break
            last = end
        else:
            break
    return last


def _pointed(words: Sequence[Lexeme], last: int, running: _Sum) -> int:
    """Read "three point five million", "nine point nought four"; return where it ends."""
    if plain_at(words, last) != POINT or running.group is None or running.scale is not None:
        return last
    digits, at = "", last + 1
    while at - last <= MOST_DECIMALS:
        word = plain_at(words, at)
        value = SMALL.get(word, TENS.get(word))
        if value is None or (digits and value >= 10):
            break
        digits, at = digits + str(value), after_hyphen(words, at + 1)
    if not digits:
        return last
    running.group += Decimal(f"0.{digits}")
    scale = scale_at(words, at)
    if scale is None:
        return at
    running.close(scale)
    return at + 1


def _is_mixed(words: Sequence[Lexeme], at: int, running: _Sum) -> bool:
    """Read "10 1/2 miles": a common fraction right after a whole number in digits."""
    part = slashed_at(words, at) if running.group is not None and running.scale is None else None
    if part is None or words[at - 1].number is None or words[at].glued:
        return False
    running.group = (running.group or 0) + part.low
    return True


def _takes(words: Sequence[Lexeme], at: int, running: _Sum, *, first: bool) -> bool:
    word = plain_at(words, at)
    scale = scale_at(words, at)
    if scale is not None and (running.group is not None or (running.scale or 0) < scale):
        return _closed(running, scale, first=first)
    if word in DOZEN or (word in DOZENS and running.group is not None):
        return _times(running, DOZEN.get(word) or DOZENS[word])
    if word == HUNDRED:
        return _times(running, Decimal(100)) if not _is_hundreds(running) else False
    number = number_at(words, at)
    if number is not None:
        return _starts(running, number, words[at], first=first)
    return _adds(running, SMALL.get(word, TENS.get(word)))


def _is_hundreds(running: _Sum) -> bool:
    return running.group is not None and running.group >= 100


def _closed(running: _Sum, scale: Decimal, *, first: bool) -> bool:
    if first and running.group is None:
        return False
    running.close(scale)
    return True


def _times(running: _Sum, factor: Decimal) -> bool:
    if running.group is None:
        return False
    running.group *= factor
    return True


def _starts(running: _Sum, number: Decimal, lexeme: Lexeme, *, first: bool) -> bool:
    """A number in digits begins a numeral; "12 ½" and "5½" add a vulgar fraction to it."""
    if lexeme.text in VULGAR and running.group is not None and running.scale is None:
        running.group += number
        return True
    if not first or running.group is not None:
        return False
    running.group = number
    return True


def _adds(running: _Sum, number: Decimal | None) -> bool:
    """Word numbers go downwards: seventy before five, hundreds before either."""
    if number is None:
        return False
    group = running.group
    if group is None:
        if running.scale is not None and number >= running.scale:
            return False
        running.group = number
        return True
    fits = (group % 100 == 0 and group >= 100) or (
        20 <= group % 100 <= 90 and group % 10 == 0 and 0 < number < 10
    )
    if not fits or group != group.to_integral_value():
        return False
    running.group = group + number
    return True


def _and_more(words: Sequence[Lexeme], index: int, running: _Sum) -> int | None:
    """Go on after "and": "a million and a half", "five million and 500 thousand", "and twelve"."""
    part = _part_after(words, index)
    scaled = part is not None and scale_at(words, part[1]) is not None
    if part is not None and not (scaled and running.group is None):
        worth, last = part
        if running.group is not None:
            running.group += worth
        else:
            running.total += worth * (running.scale or 1)
        return last
    smallest = running.scale if running.group is None else None
    worded = words[index - 2].number is None
    if smallest is None and not (worded and _ends_in_hundreds(running)):
        return None
    more = _cardinal(words, index, joined=False)
    if more is None or more.low >= (smallest or 100) or (more.digits and not more.scale):
        return None
    if not more.scale and more.low >= 1000:
        return None
    running.total, running.group = running.value + more.low, None
    running.scale = running.scale or Decimal(1)
    return more.last


def _part_after(words: Sequence[Lexeme], index: int) -> tuple[Decimal, int] | None:
    """Return the half or three quarters that stand at an index, and where they end."""
    if plain_at(words, index) in ONE_HALF and plain_at(words, index + 1) in HALVES:
        worth, last = HALVES[plain_at(words, index + 1)], index + 2
    else:
        part = fraction_at(words, index)
        if part is None or part.form != "fraction" or part.digits:
            return None
        worth, last = part.low, part.last
    return None if plain_at(words, last) == "of" else (worth, last)


def _ends_in_hundreds(running: _Sum) -> bool:
    return running.group is not None and running.group >= 100 and running.group % 100 == 0


def _is_magnitude(words: Sequence[Lexeme], index: int) -> bool:
    word = plain_at(words, index)
    return word == HUNDRED or word in DOZEN or scale_at(words, index) is not None
