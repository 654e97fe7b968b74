"""Numbers as written: digits, words, mixtures of both, fractions and vague amounts.

Enters: the lexemes of a paragraph and an index. Leaves: the `Numeral` that starts there.
The grammar looks at most a few lexemes ahead, so a paragraph is read in linear time.
"""

from decimal import Decimal
from typing import Final

from msgspec import Struct

from variorum.extract.figures.fractions import fraction_at, slashed_at
from variorum.extract.figures.lexemes import Lexemes
from variorum.extract.figures.words import Numeral, after_hyphen, number_at, plain_at, scale_at

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


def numeral_at(words: Lexemes, index: int, *, joined: bool = True) -> Numeral | None:
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


def _vague(words: Lexemes, index: int) -> Numeral | None:
    word = plain_at(words, index)
    if word in words.numbers.few:
        return _several(words, index)
    if word in words.numbers.couple:
        return _couple(words, index)
    if word not in words.numbers.vague:
        return None
    low, high = words.numbers.vague[word]
    followed = plain_at(words, index + 1) == words.numbers.of
    tail = words.numbers.vague_tails.get(plain_at(words, index + 2)) if followed else None
    if tail is not None:
        return Numeral(index, index + 3, low * tail, high * tail, "vague")
    if word in words.numbers.must_have_of and not (followed or _befell(words, index)):
        return None
    return Numeral(index, index + 1, low, high, "vague")


def _befell(words: Lexemes, index: int) -> bool:
    """Read "Scores were injured", "Scores are missing": no other scores are told so of."""
    states = words.language.counts.states
    opens = index == 0 or words[index - 1].kind == "mark"
    return opens and any(plain_at(words, at) in states for at in (index + 2, index + 3))


def _couple(words: Lexemes, index: int) -> Numeral | None:
    """Read "a couple of hundred" as 200 to 300; a couple of trucks are as many as you like."""
    at = index + 1 + (plain_at(words, index + 1) == words.numbers.of)
    scale = scale_at(words, at) or words.numbers.dozen.get(plain_at(words, at))
    scale = Decimal(100) if plain_at(words, at) == words.numbers.hundred else scale
    return Numeral(index, at + 1, 2 * scale, 3 * scale, "vague") if scale else None


def _several(words: Lexemes, index: int) -> Numeral | None:
    scale = scale_at(words, index + 1) or words.numbers.dozen.get(plain_at(words, index + 1))
    if plain_at(words, index + 1) == words.numbers.hundred:
        scale = Decimal(100)
        larger = scale_at(words, index + 2)
        if larger is not None:
            return _some_of(words, index, index + 3, scale * larger)
    return _some_of(words, index, index + 2, scale) if scale else None


def _some_of(words: Lexemes, first: int, last: int, scale: Decimal) -> Numeral:
    """Take several hundred for 200 to 999."""
    fewest, most = words.numbers.few_times
    return Numeral(first, last, fewest * scale, most * scale - 1, "vague")


# --- sixfold -------------------------------------------------------------------------------------


def _multiple(words: Lexemes, index: int) -> Numeral | None:
    word = plain_at(words, index)
    if word.endswith(words.numbers.fold_suffix):
        value = words.numbers.small.get(
            word.removesuffix(words.numbers.fold_suffix),
            words.numbers.tens.get(word.removesuffix(words.numbers.fold_suffix)),
        )
        last = index + 1
    else:
        at = after_hyphen(words, index + 1)
        value, last = number_at(words, index), at + 1
        value = words.numbers.small.get(word) if value is None else value
        value = value if plain_at(words, at) == words.numbers.fold_suffix else None
    return Numeral(index, last, value, value, "multiple") if value is not None else None


# --- cardinals -----------------------------------------------------------------------------------


def _cardinal(words: Lexemes, index: int, *, joined: bool) -> Numeral | None:
    first, running = index, _Sum()
    if plain_at(words, index) in words.numbers.articles:
        following = after_hyphen(words, index + 1)
        if not _is_magnitude(words, following) or following != index + 1:
            return None
        running.group, index = Decimal(1), index + 1
    last = _added_up(words, index, running, joined=joined)
    if last == index:
        return None
    last = _pointed(words, last, running) if words[first].number is None else last
    digits = words[first].number is not None or words[first].text in words.numbers.vulgar
    value = running.value
    return Numeral(first, last, value, value, scale=running.scale, digits=digits)


def _added_up(words: Lexemes, index: int, running: _Sum, *, joined: bool) -> int:
    """Add lexemes to `running` as long as they go on with one number; return where it ends."""
    last = index
    while last - index < LONGEST_WORDED:
        at = after_hyphen(words, last) if last > index else last
        if _takes(words, at, running, first=last == index):
            last = at + 1
        elif last > index and _is_mixed(words, at, running):
            last = at + 3
        elif joined and plain_at(words, at) == words.numbers.joint and last > index:
            end = _and_more(words, after_hyphen(words, at + 1), running)
            if end is None:
                break
            last = end
        else:
            break
    return last


def _pointed(words: Lexemes, last: int, running: _Sum) -> int:
    """Read "three point five million", "nine point nought four"; return where it ends."""
    if (
        plain_at(words, last) != words.numbers.point
        or running.group is None
        or running.scale is not None
    ):
        return last
    digits, at = "", last + 1
    while at - last <= MOST_DECIMALS:
        word = plain_at(words, at)
        value = words.numbers.small.get(word, words.numbers.tens.get(word))
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


def _is_mixed(words: Lexemes, at: int, running: _Sum) -> bool:
    """Read "10 1/2 miles": a common fraction right after a whole number in digits."""
    part = slashed_at(words, at) if running.group is not None and running.scale is None else None
    if part is None or words[at - 1].number is None or words[at].glued:
        return False
    running.group = (running.group or 0) + part.low
    return True


def _takes(words: Lexemes, at: int, running: _Sum, *, first: bool) -> bool:
    word = plain_at(words, at)
    scale = scale_at(words, at)
    if scale is not None and (running.group is not None or (running.scale or 0) < scale):
        return _closed(running, scale, first=first)
    if word in words.numbers.dozen or (word in words.numbers.dozens and running.group is not None):
        return _times(running, words.numbers.dozen.get(word) or words.numbers.dozens[word])
    if word == words.numbers.hundred:
        return _times(running, Decimal(100)) if not _is_hundreds(running) else False
    number = number_at(words, at)
    if number is not None:
        return _starts(words, at, running, number, first=first)
    return _adds(running, words.numbers.small.get(word, words.numbers.tens.get(word)))


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


def _starts(words: Lexemes, at: int, running: _Sum, number: Decimal, *, first: bool) -> bool:
    """A number in digits begins a numeral; "12 ½" and "5½" add a vulgar fraction to it."""
    if (
        words[at].text in words.numbers.vulgar
        and running.group is not None
        and running.scale is None
    ):
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


def _and_more(words: Lexemes, index: int, running: _Sum) -> int | None:
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


def _part_after(words: Lexemes, index: int) -> tuple[Decimal, int] | None:
    """Return the half or three quarters that stand at an index, and where they end."""
    half = after_hyphen(words, index + 1)  # "one-half", "a-half"
    if (
        plain_at(words, index) in words.numbers.one_half
        and plain_at(words, half) in words.numbers.halves
    ):
        worth, last = words.numbers.halves[plain_at(words, half)], half + 1
    else:
        part = fraction_at(words, index)
        if part is None or part.form != "fraction" or part.digits:
            return None
        worth, last = part.low, part.last
    return None if plain_at(words, last) == words.numbers.of else (worth, last)


def _ends_in_hundreds(running: _Sum) -> bool:
    return running.group is not None and running.group >= 100 and running.group % 100 == 0


def _is_magnitude(words: Lexemes, index: int) -> bool:
    word = plain_at(words, index)
    return (
        word == words.numbers.hundred
        or word in words.numbers.dozen
        or scale_at(words, index) is not None
    )
