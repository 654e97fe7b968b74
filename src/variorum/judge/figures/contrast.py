"""How two comparable figures compare: equal, compatible, by bounds, or apart.

Enters: two `Figure`s that `judge.figures.comparability` found to count one thing, with their `Context`s.
Leaves: a `Contrast`, and whether the later figure brings the earlier up to date.

The docstring of a rule is the sentence a reader sees; the first rule that fires decides.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final, Literal

from msgspec import Struct

from variorum.judge.figures.comparability import Comparison, comparable, rule_sentence
from variorum.judge.figures.ranges import TALLY, Range, converted, kind, range_of
from variorum.judge.figures.sides import Context, Counted, is_toll
from variorum.languages.counts import SHIFTING
from variorum.records import Figure

How = Literal["equal", "compatible", "one bound", "two readings", "disjoint"]


class Contrast(Struct, frozen=True):
    """How two figures compare; `rule` names the row of the table that decided."""

    how: How
    rule: str
    because: str

    @property
    def differs(self) -> bool:
        """Tell whether a reader sees two different figures, be they contradictory or not."""
        return self.how in ("disjoint", "two readings")


class Ranges(Struct, frozen=True):
    """Both figures and their ranges in one unit."""

    left: Figure
    right: Figure
    one: Range
    other: Range


RangeRule = Callable[[Ranges], bool]


def compare(left: Figure, right: Figure) -> Contrast:
    """Compare two figures; ValueError where their units do not turn into one another."""
    one = converted(left, right.unit)
    if one is None:
        raise ValueError(f"{left.unit} and {right.unit} do not turn into one another")
    ranges = Ranges(left, right, one, range_of(right))
    how, rule = next((how, rule) for how, rule in RULES if rule(ranges))
    return Contrast(how, rule.__name__.replace("_", " "), rule_sentence(rule, left, right))


# --- the rules -----------------------------------------------------------------------------------


def same_number(pair: Ranges) -> bool:
    """{left} and {right} give the same number."""
    same = (pair.one.low, pair.one.high) == (pair.other.low, pair.other.high)
    return same and (pair.left.value is None) == (pair.right.value is None)


def other_tally(pair: Ranges) -> bool:
    """{left} and {right} are different results."""
    return kind(pair.left) == TALLY


def same_number_as_bound(pair: Ranges) -> bool:
    """{left} and {right} give the same number, one of them as a limit."""
    return pair.one.number == pair.other.number is not None


def beyond_the_bound(pair: Ranges) -> bool:
    """{left} and {right} cannot be the same number."""
    return not _overlap(pair.one, pair.other)


def two_bounds(pair: Ranges) -> bool:
    """{left} and {right} could both hold, but set different limits."""
    sides = {
        (pair.one.low is None, pair.one.high is None),
        (pair.other.low is None, pair.other.high is None),
    }
    if len(sides) != 1 or not sides <= {(True, False), (False, True)}:
        return False
    small, large = sorted(abs(number) for number in (pair.one.number, pair.other.number) if number)
    return large > small * NEAREST


def far_from_the_bound(pair: Ranges) -> bool:
    """{left} and {right} could both hold, but one is far from the limit that the other gives."""
    numbers = (pair.one.number, pair.other.number)
    if None in numbers or not (pair.one.is_open or pair.other.is_open):
        return False
    small, large = sorted(abs(number) for number in numbers if number is not None)
    return large > small * LOOSEST_BOUND


def within_the_bound(pair: Ranges) -> bool:
    """One of {left} and {right} is a limit that the other stays within."""
    return pair.one.is_open or pair.other.is_open


def within_rounding(pair: Ranges) -> bool:
    """{left} and {right} are the same number, rounded differently."""
    return pair.one.exact is not None and pair.other.exact is not None


def overlapping(pair: Ranges) -> bool:
    """{left} and {right} overlap."""
    return True


RULES: Final[tuple[tuple[How, RangeRule], ...]] = (
    ("equal", same_number),
    ("disjoint", other_tally),
    ("one bound", same_number_as_bound),
    ("disjoint", beyond_the_bound),
    ("two readings", two_bounds),
    ("two readings", far_from_the_bound),
    ("one bound", within_the_bound),
    ("compatible", within_rounding),
    ("compatible", overlapping),
)
"""First row that fires decides."""

NEAREST: Final = Decimal("1.05")
"""Two bounds nearer than this many times are one, more or less closely rounded."""
LOOSEST_BOUND: Final = Decimal("1.5")
"""Who says "more than" means not much more: a number beyond this many times it is another."""


def _overlap(one: Range, other: Range) -> bool:
    """Tell whether two ranges share more than an edge, rounding allowed for."""
    return _reaches(one, other) and _reaches(other, one)


def _reaches(one: Range, other: Range) -> bool:
    if one.high is None or other.low is None:
        return True
    room = one.slack + other.slack
    return one.high >= other.low if not room else one.high + room > other.low


# --- updates -------------------------------------------------------------------------------------


def updates(
    left: Figure, right: Figure, near_left: Context | None = None, near_right: Context | None = None
) -> Comparison | None:
    """Tell whether one figure brings the other up to date; ``None`` where nothing shows it.

    It takes a count that grows while an event goes on (a toll), two accounts whose publication
    dates do not overlap, and a larger number in the later one; a count that shrinks as well (of
    the missing) may be smaller.
    """
    near_left, near_right = near_left or Context(), near_right or Context()
    if comparable(left, right, near_left, near_right).outcome == "no":
        return None
    if _is_before(near_right, near_left):
        left, right, near_left, near_right = right, left, near_right, near_left
    earlier, later = Counted(left, near_left), Counted(right, near_right)
    if not _is_before(near_left, near_right) or not (is_toll(earlier) and is_toll(later)):
        return None
    one, other = range_of(left).number, range_of(right).number
    if one is None or other is None or one == other:
        return None
    if earlier.fate == later.fate and earlier.fate in SHIFTING:
        return Comparison("yes", "later count", rule_sentence(shifted_count, left, right))
    if one > other:
        return None
    return Comparison("yes", "later count", rule_sentence(later_count, left, right))


def later_count(left: Figure, right: Figure) -> bool:
    """{right} was published later than {left}, and such a count grows."""
    return True


def shifted_count(left: Figure, right: Figure) -> bool:
    """{right} was published later than {left}, and such a count rises and falls."""
    return True


def _is_before(near_left: Context, near_right: Context) -> bool:
    earlier, later = near_left.published.latest, near_right.published.earliest
    return earlier is not None and later is not None and earlier[:10] < later[:10]
