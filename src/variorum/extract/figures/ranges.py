"""Ranges and bounds: amounts joined by "to", and the words that open or blur them.

Enters: the lexemes of a paragraph. Leaves: `Quantity`s, in order, each with `low` and `high`.
"""

from collections.abc import Collection
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from variorum.extract.figures.lexemes import Lexemes
from variorum.extract.figures.units import Amount, amount_at, may_begin
from variorum.languages.numbers import Numbers
from variorum.languages.units import PER, Unit
from variorum.vocabulary import Approximator, Direction

DOWNWARDS = frozenset(
    ("length", "area", "volume", "mass", "speed", "power", "energy", "electric", "pressure", "dose")
)
"""Kinds of units, rates among them, whose larger end may stand first."""
OPEN_BOUNDS = ("at least", "at most")
LOOSE = ("about", "nearly")
BY_REACH = 4
"""Lexemes before "by" within which a verb of change stands: "cut its staff by 300 to 2,100"."""
MOST_IN_A_RANGE = 3
"""A larger end than so many times the smaller is no range after "by", but the level that was reached."""
SCALE_REACH = 6
"""Lexemes after a number within which its scale is named."""
Bounds = tuple[Decimal | None, Decimal | None]


class Quantity(Struct, frozen=True):
    """An amount or a range of amounts, with its bound: lexemes `first` to `last` (excluded).

    `core` is the first lexeme of the number itself, `tail` the one after its last number word;
    `value` is ``None`` for ranges and vague amounts. `towards` is "up" or "down" for a change
    told by its two ends ("from 12 to 15").
    """

    first: int
    last: int
    core: int
    tail: int
    low: Decimal | None
    high: Decimal | None
    value: Decimal | None
    unit: Unit | None
    approximator: Approximator | None = None
    towards: Direction | None = None
    form: str = "cardinal"
    digits: bool = False


def quantities(
    words: Lexemes, barred: Collection[int], changing: Collection[int]
) -> list[Quantity]:
    """Read all quantities from left to right, never one word twice.

    `barred` are indices of lexemes that belong to dates, names and the like; `changing` are
    the start offsets of words such as "rose", after which "5 to 20" is not a range.
    """
    found: list[Quantity] = []
    index = free = 0
    while index < len(words):
        tried = index not in barred and may_begin(words, index)
        amount = amount_at(words, index) if tried else None
        if amount is None or _touches(amount, barred):
            index += 1
            continue
        quantity = _bounded(words, _ranged(words, amount, free, barred, changing), free)
        if found and _meet(words, found[-1], quantity):
            quantity = _closed(found.pop(), quantity)
        if found and _shares_its_unit(words, found[-1], quantity):
            found.append(replace(found.pop(), unit=quantity.unit))
        found.append(quantity)
        index = free = max(quantity.last, index + 1)
    return found


def _touches(amount: Amount, barred: Collection[int]) -> bool:
    return any(index in barred for index in range(amount.numeral.first, amount.numeral.last))


def _meet(words: Lexemes, left: Quantity, right: Quantity) -> bool:
    """Read "more than 20 but fewer than 50": a bound from below and one from above."""
    joined = right.first == left.last + 1 and words[left.last].plain in words.numbers.between_bounds
    if not joined or left.unit not in (None, right.unit) or left.value is None:
        return False
    low, high = (left, right) if left.high is None else (right, left)
    if low.low is None or high.high is None or low.high is not None or high.low is not None:
        return False
    return low.low < high.high


def _shares_its_unit(words: Lexemes, left: Quantity, right: Quantity) -> bool:
    """Read "doses of 5 and 6 mg": two numbers with nothing between them but "and"."""
    joined = right.first == left.last + 1 and words[left.last].plain == words.numbers.joint
    behind = right.unit is not None and right.core == right.first and right.unit.kind != "currency"
    plain = left.unit is None and left.form == "cardinal" and left.digits and right.digits
    return joined and behind and plain and right.form == "cardinal" and right.last > right.tail


def _closed(left: Quantity, right: Quantity) -> Quantity:
    return replace(
        left,
        last=right.last,
        tail=right.tail,
        low=right.low if left.low is None else left.low,
        high=right.high if left.high is None else left.high,
        value=None,
        unit=right.unit,
        approximator=None,
        form="range",
    )


# --- ranges --------------------------------------------------------------------------------------


def _ranged(
    words: Lexemes,
    amount: Amount,
    free: int,
    barred: Collection[int],
    changing: Collection[int],
) -> Quantity:
    begins = _opened_at(words, amount.first, free)
    opener = words[begins].plain if begins < amount.first else ""
    if opener == words.numbers.between:
        amount = amount_at(words, amount.first, joined=False) or amount
    joint = words[amount.last].plain if amount.last < len(words) else ""
    other = _other_end(words, amount, joint, opener)
    if other is not None and opener == words.numbers.from_:
        other = _farther_end(words, other)
    if (
        other is None
        or _touches(other, barred)
        or not _fit(words.numbers, amount, other, opened=(opener, joint))
    ):
        return _single(amount)
    if (
        joint == words.numbers.to
        and opener != words.numbers.from_
        and _is_change_and_level(words, amount, other, changing)
    ):
        return _single(amount)
    return replace(_range(amount, other, changes=opener == words.numbers.from_), first=begins)


def _is_change_and_level(
    words: Lexemes, amount: Amount, other: Amount, changing: Collection[int]
) -> bool:
    """Tell "rose 5 to 20" and "rose by 140 to 9,871" from "rose by 5 to 10 per cent"."""
    before = amount.first - 1
    if before >= 0 and words[before].start in changing:
        return True
    by = before > 0 and words[before].plain == words.numbers.by
    near = words[max(0, before - BY_REACH) : before]
    own = (amount.unit is None) == (other.unit is None)
    far = other.numeral.low > MOST_IN_A_RANGE * _scaled_low(amount, other)
    return (
        by
        and own
        and far
        and any(word.start in changing or word.plain in words.numbers.up_or_down for word in near)
    )


def _opened_at(words: Lexemes, first: int, free: int) -> int:
    """Return where "from" or "between" opens a range; a bound may follow ("from up to 20 to 30")."""
    at, _ = _bound_before(words, first, free)
    for begins in (first - 1, at - 1):
        if begins >= free and words[begins].plain in words.numbers.range_openers:
            return begins
    return first


def _farther_end(words: Lexemes, end: Amount) -> Amount:
    """Read "from 20 to 40-45 billion": the end of a range that is itself one."""
    joint = words[end.last].plain if end.last < len(words) else ""
    farther = _other_end(words, end, joint, "") if joint in ("-", "–") else None
    return (
        farther
        if farther is not None and _fit(words.numbers, end, farther, opened=("", joint))
        else end
    )


def _other_end(words: Lexemes, amount: Amount, joint: str, opener: str) -> Amount | None:
    if joint not in (
        words.numbers.between_joints
        if opener == words.numbers.between
        else words.numbers.range_joints
    ):
        return None
    at = amount.last + 1
    if [word.plain for word in words[at - 1 : at + 2]] == ["-", words.numbers.to, "-"]:
        at += 2
    while at < len(words) and words[at].plain in words.numbers.skipped_in_ranges:
        at += 1
    return amount_at(words, at, joined=opener != words.numbers.between)


def _fit(numbers: Numbers, left: Amount, right: Amount, *, opened: tuple[str, str]) -> bool:
    """Tell whether two amounts are the ends of one range: like units, rising, near for "or"."""
    if left.numeral.form == "vague" or right.numeral.form == "vague":
        return False
    if left.unit is not None and left.unit != right.unit and not _inherits(left, right):
        return False
    low, high = _scaled_low(left, right), right.numeral.high
    opener, joint = opened
    if opener == numbers.from_ or (joint == numbers.to and _is_steady(left, right)):
        return low != high
    if joint == numbers.or_:
        return low < high <= 2 * low + 1
    return low < high


def _is_steady(left: Amount, right: Amount) -> bool:
    """Tell "3 cm to 1 cm", a range that is told downwards, from a score or a sum that changed."""
    unit = left.unit
    return unit is not None and unit == right.unit and unit.kind.removesuffix(" rate") in DOWNWARDS


def _inherits(left: Amount, right: Amount) -> bool:
    """Tell whether the ends share a unit that is written once: "$5 to 10", "$5 to $10 a day"."""
    if left.unit is None or left.unit.kind != "currency":
        return False
    return right.unit is None or right.unit.name.startswith(f"{left.unit.name} {PER} ")


def _scaled_low(left: Amount, right: Amount) -> Decimal:
    """Return the lower end in the scale of the upper: "33-35 billion", "$10 to $15 billion"."""
    low, scale = left.numeral.low, right.numeral.scale
    if scale is None or left.numeral.scale is not None or low >= right.numeral.low / scale:
        return low
    return low * scale


def _range(left: Amount, right: Amount, *, changes: bool) -> Quantity:
    start, end = _scaled_low(left, right), right.numeral.high
    end_of_change: Direction = "up" if start < end else "down"
    towards = end_of_change if changes else None
    return Quantity(
        first=left.first,
        last=right.last,
        core=left.numeral.first,
        tail=right.numeral.last,
        low=min(start, end),
        high=max(start, end),
        value=None,
        unit=right.unit or left.unit,
        towards=towards,
        form="range",
        digits=left.numeral.digits,
    )


def _single(amount: Amount) -> Quantity:
    numeral = amount.numeral
    return Quantity(
        first=amount.first,
        last=amount.last,
        core=numeral.first,
        tail=numeral.last,
        low=numeral.low,
        high=numeral.high,
        value=numeral.value,
        unit=amount.unit,
        form=numeral.form,
        digits=numeral.digits,
    )


# --- bounds --------------------------------------------------------------------------------------


def _bounded(words: Lexemes, quantity: Quantity, free: int) -> Quantity:
    quantity = _named_after(words, _named_before(words, quantity, free))
    start, before = _bound_before(words, quantity.first, free)
    if before is None:
        start, before = _bound_before(words, _naming(words, quantity, free), free)
    end, after = _bound_after(words, quantity.last)
    found = after if after in OPEN_BOUNDS and before in LOOSE else before or after
    if found is None:
        return quantity
    low, high = _opened(quantity, found)
    first = start if before else quantity.first
    last = end if after is not None and after == found else quantity.last
    bounded = replace(quantity, first=first, last=last, low=low, high=high, approximator=found)
    return _named_before(words, bounded, free)


def _named_before(words: Lexemes, quantity: Quantity, free: int) -> Quantity:
    """Take the unit from the word before: "aged 45", "magnitude-6.8", "a magnitude of at least 6.8"."""
    before = _naming(words, quantity, free)
    if quantity.unit is not None or before == quantity.first:
        return quantity
    return replace(quantity, unit=words.units.before[words[before].plain])


def _naming(words: Lexemes, quantity: Quantity, free: int) -> int:
    """Return where the word stands that a number takes its unit from, else where the number begins.

    Its bound may stand before that word: "under age 40", "over the age of 65".
    """
    before = quantity.first - 1
    before -= before > free and words[before].plain == "-" and words[before].glued
    before -= before > free and words[before].plain == words.numbers.of
    named = before >= free and words[before].plain in words.units.before
    return before if named else quantity.first


def _named_after(words: Lexemes, quantity: Quantity) -> Quantity:
    """Take the unit of "6.0 on the Richter scale"; "6.0 on the open-ended Richter scale" too."""
    after = [word.plain for word in words[quantity.last : quantity.last + SCALE_REACH]]
    named = next((words.units.scales[word] for word in after if word in words.units.scales), None)
    if quantity.unit is not None or named is None or after[:2] != words.units.on_the:
        return quantity
    return replace(quantity, unit=named)


def _opened(quantity: Quantity, found: Approximator) -> Bounds:
    if found in ("over", "at least"):
        return quantity.low, None
    if found in ("under", "at most"):
        return None, quantity.high
    return quantity.low, quantity.high


def _bound_before(words: Lexemes, first: int, free: int) -> tuple[int, Approximator | None]:
    at = first
    if at - 1 >= free and words[at - 1].plain in words.numbers.neutral_before:
        at -= 1
    for end in (first, at):
        for length in range(words.numbers.longest_before, 0, -1):
            start = end - length
            if start >= free:
                found = words.numbers.before.get(" ".join(word.plain for word in words[start:end]))
                if found is not None:
                    return start, found
    return first, None


def _bound_after(words: Lexemes, last: int) -> tuple[int, Approximator | None]:
    for length in (2, 1):
        found = words.numbers.after.get(
            " ".join(word.plain for word in words[last : last + length])
        )
        if found is not None and last + length <= len(words):
            return last + length, found
    return last, None
