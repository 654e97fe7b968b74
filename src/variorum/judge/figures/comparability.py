"""Do two figures count the same thing?

Enters: two `Figure`s with their `Context`s. Leaves: a `Comparison`: yes, no or unclear, by which
rule, and the sentence that says why. How comparable figures compare is `judge.figures.contrast`.

A rule's docstring is the sentence a reader sees, with the words of both figures put in; the first
rule that fires decides. A rule says "no" only on words that stand in both sentences.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from msgspec import Struct

from variorum.folding import fold
from variorum.judge.figures.narrowing import (
    doer_counted,
    other_ages,
    other_harm,
    other_subgroups,
    running_total,
    where_it_was,
)
from variorum.judge.figures.occasions import at_other_times, far_apart
from variorum.judge.figures.ranges import TALLY, converted, kind
from variorum.judge.figures.sides import (
    Context,
    Counted,
    capitalised,
    counted_words,
    has_rival,
    holder,
    is_change,
    is_definite,
    is_part,
    leads_to,
    of_parent,
    one_bearer,
    one_verb,
    phrase_words,
    place_names,
    qualifiers,
    same_head,
    tie,
    years,
)
from variorum.languages.counts import NESTING, SUBGROUPS
from variorum.languages.units import SCORE
from variorum.records import Figure

Outcome = Literal["yes", "no", "unclear"]


TIES: Final = 3
"""Content lemmas, beside what is counted, that tie two sentences with unlike verbs."""
FULL_NAME: Final = 2
"""Capitalised words that name a holder well enough for a longer name to be the same one."""
MATCHED_NAMES: Final = 2
"""Capitalised words that two sentences on one match share, where both have as many."""


class Comparison(Struct, frozen=True):
    """Whether two figures may be compared; `rule` names the row of the table that decided."""

    outcome: Outcome
    rule: str
    because: str


FigureRule = Callable[[Counted, Counted], bool]


def comparable(
    left: Figure, right: Figure, near_left: Context | None = None, near_right: Context | None = None
) -> Comparison:
    """Tell whether two figures count the same thing; symmetric but for the order of the words."""
    one, other = Counted(left, near_left or Context()), Counted(right, near_right or Context())
    for outcome, name, rule in RULES:
        if rule(one, other):
            return Comparison(outcome, name, rule_sentence(rule, left, right))
    raise AssertionError("the last rule always fires")


def rule_sentence(rule: Callable[..., object], left: Figure, right: Figure) -> str:
    """Return a rule's docstring with both figures' words in it."""
    text = (rule.__doc__ or "").strip()
    marks = {"{left}": _figure_words(left), "{right}": _figure_words(right)}
    for mark, words in marks.items():
        text = text.replace(mark, words)
    return text


def _figure_words(figure: Figure) -> str:
    """Return a figure's own words with what it counts: “over 5 million” (refugees)."""
    counted = figure.counted
    return f"“{figure.place.text}”" + (f" ({counted})" if counted else "")


# --- the rules -----------------------------------------------------------------------------------


def other_unit(left: Counted, right: Counted) -> bool:
    """{left} and {right} are in units that cannot be converted into each other."""
    mine, theirs = kind(left.figure), kind(right.figure)
    if mine is None and theirs is None:
        return False
    if mine is None or theirs is None:
        return True
    return converted(left.figure, right.figure.unit) is None


def change_and_level(left: Counted, right: Counted) -> bool:
    """One of {left} and {right} is a rise or fall, the other a level."""
    if is_change(left.figure) == is_change(right.figure):
        measures = kind(left.figure) is not None and leads_to(left) != leads_to(right)
        return measures and left.figure.predicate == right.figure.predicate
    return not (one_bearer(left, right) and not any(leads_to(side) for side in (left, right)))


def nothing_counted(left: Counted, right: Counted) -> bool:
    """The accounts do not both say what {left} and {right} count."""
    return not all(side.figure.counted or side.fate for side in (left, right))


def other_population(left: Counted, right: Counted) -> bool:
    """{left} and {right} count different groups of people."""
    mine, theirs = left.group, right.group
    if mine is None or theirs is None or mine == theirs:
        return False
    return bool({mine, theirs} & SUBGROUPS) or "people" not in (mine, theirs)


def other_language(left: Counted, right: Counted) -> bool:
    """{left} and {right} are in two languages; the words for what they count were not compared."""
    return left.context.language is not right.context.language


def narrower_population(left: Counted, right: Counted) -> bool:
    """One of {left} and {right} counts only a part, such as the registered or the confirmed."""
    return qualifiers(left) != qualifiers(right)


def part_of_a_whole(left: Counted, right: Counted) -> bool:
    """One of {left} and {right} counts part of a group that the other may count in full."""
    return is_part(left) != is_part(right)


def other_counted(left: Counted, right: Counted) -> bool:
    """{left} and {right} count different things."""
    if of_parent(left) != of_parent(right):
        children = right if of_parent(left) else left
        return children.figure.counted_head not in children.counts.offspring
    if kind(left.figure) is not None or left.group or right.group:
        return bool(left.group) != bool(right.group) and kind(left.figure) is None
    return not same_head(left, right)


def other_fate(left: Counted, right: Counted) -> bool:
    """Different things happened to those counted in {left} and {right}."""
    mine, theirs = left.fate, right.fate
    return mine is not None and theirs is not None and mine != theirs


def other_place(left: Counted, right: Counted) -> bool:
    """{left} and {right} count in different places."""
    mine, theirs = left.figure.counted_place, right.figure.counted_place
    if not mine or not theirs:
        return False
    first, second = tie(mine), tie(theirs)
    counts = left.counts
    if counts.directions & {first, second}:
        return bool(counts.inside & {first, second})
    if (first in counts.outside) != (second in counts.outside):
        return True
    one, other = place_names(mine), place_names(theirs)
    nested = left.fate in NESTING or right.fate in NESTING
    return bool(one and other) and not one & other and not nested


def wider_area(left: Counted, right: Counted) -> bool:
    """One of {left} and {right} counts several areas together; the other does not say that it does."""
    one, other = (
        side.counts.areas.isdisjoint(fold(side.figure.counted_place or "").lower().split())
        for side in (left, right)
    )
    return one != other


def other_year(left: Counted, right: Counted) -> bool:
    """{left} and {right} are for different years."""
    mine, theirs = (years(side.context.sentence) for side in (left, right))
    return bool(mine and theirs) and not mine & theirs


def other_occasion(left: Counted, right: Counted) -> bool:
    """{left} and {right} are for different days."""
    days = left.context.days, right.context.days
    return at_other_times(*days) or (
        not all(days) and far_apart(left.context.published, right.context.published)
    )


def undone_and_done(left: Counted, right: Counted) -> bool:
    """One of {left} and {right} is what will, should or may be; the other is what is or was."""
    return left.context.undone != right.context.undone


def beside_others(left: Counted, right: Counted) -> bool:
    """{left} and {right} count those left over beside others, and the others may differ."""
    one, other = (
        not side.counts.relative.isdisjoint((side.figure.counted or "").lower().split())
        for side in (left, right)
    )
    return one != other or (one and left.context.joined != right.context.joined)


def one_of_several(left: Counted, right: Counted) -> bool:
    """Another number of the same kind is next to {left} or {right}; which belongs to which is unclear."""
    return has_rival(left, right) or has_rival(right, left)


def number_of_the_other(left: Counted, right: Counted) -> bool:
    """The sentence with {left} or {right} also has the other number, perhaps for the same thing."""
    if left.fate is not None:
        return False
    return any(
        one.figure.value != other.figure.value and one.figure.value in other.context.numbers
        for one, other in ((left, right), (right, left))
    )


def other_act(left: Counted, right: Counted) -> bool:
    """Those counted in {left} and {right} did, or had done to them, different things."""
    if kind(left.figure) is not None or left.fate == right.fate is not None:
        return False
    if one_verb(left, right):
        return False
    shared = left.context.lemmas & right.context.lemmas
    return len(shared - left.words - right.words) < TIES


def known_ones(left: Counted, right: Counted) -> bool:
    """{left} or {right} counts some mentioned before; the other may count others."""
    people = left.group is not None and right.group is not None
    if kind(left.figure) is not None or (people and left.fate is not None):
        return False
    return any(is_definite(side) for side in (left, right))


def other_bearer(left: Counted, right: Counted) -> bool:
    """It was not shown that {left} and {right} belong to the same person or thing."""
    if kind(left.figure) == TALLY or one_bearer(left, right):
        return False
    if kind(left.figure) is not None:
        told = capitalised(left) & capitalised(right)
        if not told and not _worded_alike(left, right):
            return True
    elif left.fate is not None:
        return False
    one, other = (phrase_words(side.counts, side.figure.subject) for side in (left, right))
    return bool(one and other) and not one & other


def _worded_alike(left: Counted, right: Counted) -> bool:
    """Tell whether two sentences have one verb over a number and nearly all other words in common."""
    if not one_verb(left, right):
        return False
    one, other = (
        {word for word in side.context.lemmas if word.isalpha()} for side in (left, right)
    )
    return one == other or len((one & other) - left.words - right.words) >= TIES


def other_setting(left: Counted, right: Counted) -> bool:
    """{left} and {right} share no words about where, when or among whom they count."""
    if (left.fate is not None and kind(left.figure) is None) or one_bearer(left, right):
        return False
    one, other = left.context.setting, right.context.setting
    return bool(one and other) and not one & other


def other_match(left: Counted, right: Counted) -> bool:
    """The sentences do not show that {left} and {right} are from the same match."""
    if left.figure.unit != SCORE.name:
        return False
    one, other = capitalised(left), capitalised(right)
    return len(one & other) < max(1, min(MATCHED_NAMES, len(one), len(other)))


def other_holder(left: Counted, right: Counted) -> bool:
    """{left} and {right} are about different people, bodies or things."""
    if left.figure.unit == SCORE.name:
        return False
    one, other = holder(left), holder(right)
    if one and other and not one & other:
        return True
    one, other = (place_names(side.figure.counted or "") for side in (left, right))
    measured = kind(left.figure) is not None  # an age of "Jonathan Hale" and of "Ada and Hale"
    return measured and bool(one and other) and not (one <= other or other <= one)


def measures_unlike(left: Counted, right: Counted) -> bool:
    """{left} and {right} have the same unit, but may not measure the same thing."""
    if kind(left.figure) is None:
        return False
    if one_bearer(left, right):
        return not one_verb(left, right)
    one, other = counted_words(left), counted_words(right)
    few, many = sorted((one, other), key=len)
    if not few or not few <= many:
        return True
    named = sum(not word.islower() for word in few)
    return named < FULL_NAME and any(not word.islower() for word in many - few)


def fate_of_one(left: Counted, right: Counted) -> bool:
    """{left} and {right} may count the same kind, but only one says what happened to those counted."""
    return (left.fate is None) != (right.fate is None)


def same_count(left: Counted, right: Counted) -> bool:
    """{left} and {right} count the same thing, as far as the words show."""
    return True


RULES: Final[tuple[tuple[Outcome, str, FigureRule], ...]] = (
    ("no", "other unit", other_unit),
    ("no", "change and level", change_and_level),
    ("unclear", "nothing counted", nothing_counted),
    ("no", "other population", other_population),
    ("unclear", "other language", other_language),
    ("no", "other counted thing", other_counted),
    ("no", "other population", other_subgroups),
    ("no", "other population", narrower_population),
    ("no", "other population", other_ages),
    ("no", "part and whole", part_of_a_whole),
    ("no", "other event phase", other_fate),
    ("no", "other event phase", other_harm),
    ("no", "other place", other_place),
    ("no", "other place", wider_area),
    ("no", "other time", other_year),
    ("no", "other time", other_occasion),
    ("no", "planned and done", undone_and_done),
    ("unclear", "doer counted", doer_counted),
    ("unclear", "running total", running_total),
    ("unclear", "beside others", beside_others),
    ("unclear", "where it was", where_it_was),
    ("unclear", "one of several", one_of_several),
    ("unclear", "one of several", number_of_the_other),
    ("unclear", "other match", other_match),
    ("no", "other holder", other_holder),
    ("unclear", "other measure", measures_unlike),
    ("unclear", "other event phase", fate_of_one),
    ("unclear", "known ones", known_ones),
    ("unclear", "other holder", other_bearer),
    ("unclear", "other setting", other_setting),
    ("unclear", "other act", other_act),
    ("yes", "same count", same_count),
)
"""First row that fires decides."""
