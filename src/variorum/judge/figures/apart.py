"""Apart: may two numbers be told to differ, where the words allow that both count one thing?

Enters: two `Counted`s that `judge.figures.comparability` finds comparable and whose numbers are not
the same. Leaves: whether something ties the two beside what is counted.

Equal numbers of one noun are seldom of two things; unequal ones often are. On reports that nobody
tuned to, nine of ten numbers of a doer ("caught 17 passes"), of what something else has to do with
("the identities of three victims") and measures of no known bearer were of two things.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, localcontext
from typing import Final

from variorum.judge.figures.ranges import ARITHMETIC, kind
from variorum.judge.figures.sides import Counted, one_bearer, one_toll, one_verb, place_names
from variorum.link.names.ages import AGE

MOST_TIMES: Final = 20
"""Two figures of which one is more than so many times the other hardly count one thing."""
FAR: Final = 5
"""The same, where what befell those counted, or the verb over them, is not the same."""
BEFALLEN: Final = frozenset({"subject", "patient"})
"""The parts in a clause of what something befalls."""

Bar = Callable[[Counted, Counted], bool]


def may_differ(left: Counted, right: Counted) -> bool:
    """Tell whether two unequal numbers may be told as two answers to one question."""
    return not any(bar(left, right) for bar in BARS)


def many_times(left: Counted, right: Counted) -> bool:
    """One number is many times the other: "23 people died" says nothing of "a town of 4,000"."""
    numbers = [Decimal(side.figure.value) for side in (left, right) if side.figure.value]
    if numbers and not min(numbers):
        return not _none_or_some(left, right)
    one_fate = left.fate is not None and left.fate == right.fate
    most = MOST_TIMES if one_fate or one_verb(left, right) else FAR
    with localcontext(ARITHMETIC):
        return len(numbers) == len((left, right)) and max(numbers) > min(numbers) * most


def bare_number(left: Counted, right: Counted) -> bool:
    """A number with no noun is no object, subject or bound: it may be an age or an address."""
    return any(
        side.figure.counted is None
        and side.figure.unit is None
        and side.context.role.part == "other"
        and side.figure.low == side.figure.high
        for side in (left, right)
    )


def of_something_else(left: Counted, right: Counted) -> bool:
    """What is told is told of something of those counted: "the identities of three victims"."""
    return not _is_known(left, right) and any(
        side.context.role.on is not None and not _carries_on(side)
        for side in (left, right)
        if kind(side.figure) is None
    )


def told_of_elsewhere(left: Counted, right: Counted) -> bool:
    """One sentence alone is told of elsewhere: it names a place that no other account does."""
    return left.context.elsewhere != right.context.elsewhere


def nothing_befell(left: Counted, right: Counted) -> bool:
    """No toll, and in both what is counted is had or done by somebody, or stands aside of the clause."""
    if kind(left.figure) is not None or one_toll(left, right) or _is_known(left, right):
        return False
    return not any(side.context.role.part in BEFALLEN for side in (left, right))


def other_deed(left: Counted, right: Counted) -> bool:
    """People or measures with two verbs: what some did is no answer to what others did."""
    plain = kind(left.figure) is None and left.group is None
    return not (plain or one_toll(left, right) or _is_known(left, right) or one_verb(left, right))


def untied(left: Counted, right: Counted) -> bool:
    """The sentences share neither the verb, nor what befell people, nor two words more."""
    shared = left.context.lemmas & right.context.lemmas
    counted = left.words | right.words
    counted |= {side.figure.counted_head or "" for side in (left, right)}  # "child" of "children"
    tied = one_verb(left, right) or one_toll(left, right)
    return not tied and len(shared - counted) < 2


BARS: Final[tuple[Bar, ...]] = (
    many_times,
    bare_number,
    of_something_else,
    told_of_elsewhere,
    nothing_befell,
    other_deed,
    untied,
)
"""Any that holds bars a difference."""


def _is_known(left: Counted, right: Counted) -> bool:
    """Tell whether the other rules hold the bearers of both together: ages, measures of one person.

    And what is told with one verb of one place by its name, such as how many live there.
    """
    if left.figure.unit == AGE or one_bearer(left, right):
        return True
    if one_toll(left, right) or not one_verb(left, right):
        return False  # of the dead of one place a part may be told
    one, other = (place_names(side.figure.counted_place or "") for side in (left, right))
    return not one.isdisjoint(other)


def _none_or_some(left: Counted, right: Counted) -> bool:
    """Tell "no one was killed" and "nine dead" from "none of the crew" and nine passengers."""
    plain = all(side.figure.counted_place is None for side in (left, right))
    return plain and one_toll(left, right) and left.group == right.group


def _carries_on(side: Counted) -> bool:
    """Tell whether a noun passes on what befell those counted: "the deaths of three", "a total of"."""
    counts, on = side.counts, side.context.role.on
    return on in counts.fates or on in counts.levels or on in counts.changed
