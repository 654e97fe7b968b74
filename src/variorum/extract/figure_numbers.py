"""Numbers as written: digits, words, mixtures of both, fractions and vague amounts.

Enters: the lexemes of a paragraph and an index. Leaves: the `Numeral` that starts there.
The grammar looks at most a few lexemes ahead, so a paragraph is read in linear time.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from variorum.extract.english_figures import (
    ARTICLES,
    DENOMINATORS,
    DOZEN,
    ENDS_IN_S,
    FEW,
    FEW_TIMES,
    FOLD_SUFFIX,
    HALVES,
    HUNDRED,
    LETTER_SCALES,
    LOOSE_SCALES,
    MUST_HAVE_OF,
    NOT_A_SHARE,
    ROUND_WHOLES,
    SCALES,
    SMALL,
    TENS,
    TIME_WORDS,
    VAGUE,
    VAGUE_TAILS,
    VULGAR,
    WHOLES,
)
from variorum.extract.figure_lexemes import Lexeme

Form = Literal["cardinal", "fraction", "vague", "multiple"]
LONGEST_WORDED = 12
"""More number words than this in a row are a count aloud, not a number."""


class Numeral(Struct, frozen=True):
    """Lexemes `first` to `last` (excluded) that spell `value`, or `low` to `high` when vague.

    `scale` is the scale word's worth ("million") that closed it, or ``None``; `digits` tells
    that it begins in digits.
    """

    first: int
    last: int
    low: Decimal
    high: Decimal
    form: Form = "cardinal"
    scale: Decimal | None = None
    digits: bool = False

    @property
    def value(self) -> Decimal | None:
        """Return the number as stated, ``None`` for a vague amount."""
        return None if self.form == "vague" else self.low


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
        or _fraction(words, index)
        or _multiple(words, index)
        or _cardinal(words, index, joined=joined)
    )


def _plain(words: Sequence[Lexeme], index: int) -> str:
    return words[index].plain if 0 <= index < len(words) else ""


def _after_hyphen(words: Sequence[Lexeme], index: int) -> int:
    glued = _plain(words, index) == "-" and words[index].glued
    return index + 1 if glued and index + 1 < len(words) and words[index + 1].glued else index


# --- dozens, hundreds of thousands, several hundred ---------------------------------------------


def _vague(words: Sequence[Lexeme], index: int) -> Numeral | None:
    word = _plain(words, index)
    if word in FEW:
        return _several(words, index)
    if word not in VAGUE:
        return None
    low, high = VAGUE[word]
    followed = _plain(words, index + 1) == "of"
    tail = VAGUE_TAILS.get(_plain(words, index + 2)) if followed else None
    if tail is not None:
        return Numeral(index, index + 3, low * tail, high * tail, "vague")
    if word in MUST_HAVE_OF and not followed:
        return None
    return Numeral(index, index + 1, low, high, "vague")


def _several(words: Sequence[Lexeme], index: int) -> Numeral | None:
    scale = _scale_at(words, index + 1) or DOZEN.get(_plain(words, index + 1))
    if _plain(words, index + 1) == HUNDRED:
        scale = Decimal(100)
        larger = _scale_at(words, index + 2)
        if larger is not None:
            return _some_of(index, index + 3, scale * larger)
    return _some_of(index, index + 2, scale) if scale else None


def _some_of(first: int, last: int, scale: Decimal) -> Numeral:
    return Numeral(first, last, FEW_TIMES[0] * scale, FEW_TIMES[1] * scale, "vague")


# --- half, two thirds, 1/4, ½ --------------------------------------------------------------------


def _fraction(words: Sequence[Lexeme], index: int) -> Numeral | None:
    return (
        _half(words, index)
        or _slashed(words, index)
        or _parts(words, index)
        or _one_in_five(words, index)
    )


def _half(words: Sequence[Lexeme], index: int) -> Numeral | None:
    """Read "half", "half a million", "half a dozen", "half-million", "a quarter of a million"."""
    first = index + 1 if _plain(words, index) in ARTICLES else index
    word = _plain(words, first)
    if word not in HALVES:
        return None
    scaled = _scaled_half(words, index, first)
    if scaled is not None:
        return scaled
    if word == "quarter" and first == index:
        return None
    if _plain(words, index - 1) in NOT_A_SHARE or _plain(words, first + 1) not in WHOLES:
        return None
    return Numeral(index, first + 1, HALVES[word], HALVES[word], "fraction")


def _scaled_half(words: Sequence[Lexeme], index: int, first: int) -> Numeral | None:
    at = first + 1
    at += _plain(words, at) == "of"
    at += _plain(words, at) in ARTICLES
    at = _after_hyphen(words, at)
    scale = _scale_at(words, at) or DOZEN.get(_plain(words, at))
    if scale is None:
        return None
    value = HALVES[_plain(words, first)] * scale
    return Numeral(index, at + 1, value, value, scale=scale)


def _slashed(words: Sequence[Lexeme], index: int) -> Numeral | None:
    """Read "1/4" and "10 1/2"; a larger denominator is a date or a score."""
    top, bottom = _number(words, index), _number(words, index + 2)
    if _plain(words, index + 1) != "/" or top is None or bottom is None:
        return None
    if not (0 < top < bottom <= 16) or _plain(words, index + 3) == "/":
        return None
    value = top / bottom
    return Numeral(index, index + 3, value, value, "fraction", digits=True)


def _parts(words: Sequence[Lexeme], index: int) -> Numeral | None:
    """Read "two thirds", "three-quarters", "one fourth of", "a third of"."""
    top = _few_parts(words, index)
    if top is None:
        return None
    at = _after_hyphen(words, index + 1)
    word = _plain(words, at)
    bottom = DENOMINATORS.get(word)
    plural = word.endswith("s") or word == "halves"
    if bottom is None or top >= bottom or plural != (top > 1):
        return None
    if not plural and not _is_share(words, index, at):
        return None
    value = top / bottom
    return Numeral(index, at + 1, value, value, "fraction")


def _one_in_five(words: Sequence[Lexeme], index: int) -> Numeral | None:
    """Read "one in five", "9 out of 10": a share, where the whole is a round number."""
    top = _round(words, index)
    at = index + 1
    at += _plain(words, at) == "-"
    joint = "in"
    if _plain(words, at) == "out":
        at, joint = at + 1, "of"
    if top is None or _plain(words, at) != joint:
        return None
    at += 1 + (_plain(words, at + 1) == "-")
    bottom = _round(words, at)
    if bottom not in ROUND_WHOLES or top >= bottom or _plain(words, at + 1) in TIME_WORDS:
        return None
    return Numeral(index, at + 1, top / bottom, top / bottom, "fraction")


def _round(words: Sequence[Lexeme], index: int) -> Decimal | None:
    number = _number(words, index)
    return SMALL.get(_plain(words, index)) if number is None else number


def _few_parts(words: Sequence[Lexeme], index: int) -> Decimal | None:
    word = _plain(words, index)
    top = Decimal(1) if word in ARTICLES else SMALL.get(word)
    return top if top is not None and 1 <= top <= 9 else None


def _is_share(words: Sequence[Lexeme], index: int, at: int) -> bool:
    return _plain(words, at + 1) == "of" or _plain(words, index - 1) == "by"


# --- sixfold -------------------------------------------------------------------------------------


def _multiple(words: Sequence[Lexeme], index: int) -> Numeral | None:
    word = _plain(words, index)
    if word.endswith(FOLD_SUFFIX):
        value = SMALL.get(word.removesuffix(FOLD_SUFFIX), TENS.get(word.removesuffix(FOLD_SUFFIX)))
        last = index + 1
    else:
        at = _after_hyphen(words, index + 1)
        value, last = _number(words, index), at + 1
        value = SMALL.get(word) if value is None else value
        value = value if _plain(words, at) == FOLD_SUFFIX else None
    return Numeral(index, last, value, value, "multiple") if value is not None else None


# --- cardinals -----------------------------------------------------------------------------------


def _cardinal(words: Sequence[Lexeme], index: int, *, joined: bool) -> Numeral | None:
    first, running = index, _Sum()
    if _plain(words, index) in ARTICLES:
        following = _after_hyphen(words, index + 1)
        if not _is_magnitude(words, following) or following != index + 1:
            return None
        running.group, index = Decimal(1), index + 1
    last = _added_up(words, index, running, joined=joined)
    if last == index:
        return None
    digits = words[first].number is not None or words[first].text in VULGAR
    value = running.value
    return Numeral(first, last, value, value, scale=running.scale, digits=digits)


def _added_up(words: Sequence[Lexeme], index: int, running: _Sum, *, joined: bool) -> int:
    """Add lexemes to `running` as long as they go on with one number; return where it ends."""
    last = index
    while last - index < LONGEST_WORDED:
        at = _after_hyphen(words, last) if last > index else last
        if _takes(words, at, running, first=last == index):
            last = at + 1
        elif last > index and _is_mixed(words, at, running):
            last = at + 3
        elif joined and _plain(words, at) == "and" and last > index:
            end = _and_more(words, at + 1, running)
            if end is None:
                break
            last = end
        else:
            break
    return last


def _is_mixed(words: Sequence[Lexeme], at: int, running: _Sum) -> bool:
    """"10 1/2 miles": a common fraction right after a whole number in digits."""
    part = _slashed(words, at) if running.group is not None and running.scale is None else None
    if part is None or words[at - 1].number is None or words[at].glued:
        return False
    running.group = (running.group or 0) + part.low
    return True


def _takes(words: Sequence[Lexeme], at: int, running: _Sum, *, first: bool) -> bool:
    word = _plain(words, at)
    scale = _scale_at(words, at)
    if scale is not None and (running.group is not None or (running.scale or 0) < scale):
        return _closed(running, scale, first=first)
    if word in DOZEN:
        return _times(running, DOZEN[word])
    if word == HUNDRED:
        return _times(running, Decimal(100)) if not _is_hundreds(running) else False
    number = _number(words, at)
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
    if _plain(words, index) in ARTICLES and _plain(words, index + 1) in HALVES:
        part = HALVES[_plain(words, index + 1)]
        if running.group is not None:
            running.group += part
        else:
            running.total += part * (running.scale or 1)
        return index + 2
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


def _ends_in_hundreds(running: _Sum) -> bool:
    return running.group is not None and running.group >= 100 and running.group % 100 == 0


def _is_magnitude(words: Sequence[Lexeme], index: int) -> bool:
    word = _plain(words, index)
    return word == HUNDRED or word in DOZEN or _scale_at(words, index) is not None


def _scale_at(words: Sequence[Lexeme], index: int) -> Decimal | None:
    """Return the scale word at `index`; a lone letter counts only when it touches digits."""
    if not 0 <= index < len(words):
        return None
    lexeme = words[index]
    if lexeme.text in LETTER_SCALES:
        touches = lexeme.glued and index > 0 and words[index - 1].kind == "number"
        if not touches and _is_loose_scale(words, index):
            return LETTER_SCALES[lexeme.text]
        loose_end = index + 1 >= len(words) or not words[index + 1].glued
        ends = loose_end or words[index + 1].kind == "mark"
        return LETTER_SCALES[lexeme.text] if touches and ends else None
    return SCALES.get(lexeme.plain)


def _is_loose_scale(words: Sequence[Lexeme], index: int) -> bool:
    """"8 B people": a capital between a number and a plural."""
    if index == 0 or words[index - 1].number is None or index + 1 >= len(words):
        return False
    after = words[index + 1]
    plural = after.plain.endswith("s") or after.plain == "people"
    return is_lower_word(after) and plural and words[index].text in LOOSE_SCALES


def is_lower_word(lexeme: Lexeme) -> bool:
    """Tell whether a lexeme is a word in small letters and not a short function word."""
    return lexeme.kind == "word" and lexeme.text.islower() and lexeme.plain not in ENDS_IN_S


def _number(words: Sequence[Lexeme], index: int) -> Decimal | None:
    if not 0 <= index < len(words):
        return None
    return VULGAR.get(words[index].text, words[index].number)
