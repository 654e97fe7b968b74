"""Do two figures count the same thing?

Enters: two `Figure`s with their `Context`s. Leaves: a `Comparison`: yes, no or unclear, by which
rule, and the sentence that says why. How comparable figures compare is `judge.contrast`.

A rule's docstring is the sentence a reader sees, with the words of both figures put in; the first
rule that fires decides. A rule says "no" only on words that stand in both sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, Literal

from msgspec import Struct

from variorum.extract.english_tallies import SCORE
from variorum.folding import fold
from variorum.judge.english_counts import (
    ALIKE,
    AREAS,
    COMMON_HOLDERS,
    DIRECTIONS,
    FATES,
    GROUPS,
    INSIDE,
    KIN,
    LEVELS,
    NESTING,
    OFFSPRING,
    OUTSIDE,
    PRONOUNS,
    QUALIFIERS,
    SMALL_WORDS,
    SUBGROUPS,
    WHOLES,
)
from variorum.judge.figure_ranges import converted, kind
from variorum.records import Figure, Published

Outcome = Literal["yes", "no", "unclear"]


PHRASES: Final = 10_000
"""Counted phrases whose words are kept at hand: every figure meets several others."""
MATCHED_NAMES: Final = 2
"""Capitalised words that two sentences on one match share, where both have as many."""


class Context(Struct, frozen=True):
    """What stands around a figure: its sentence, who says it, where and when it was published.

    `lemmas` are the sentence's content lemmas in lower case; `speaker` is an entity id or a
    name, ``None`` for the narrator. All of it may be left out; then fewer rules can fire.
    """

    account: str = ""
    sentence: str = ""
    lemmas: frozenset[str] = frozenset()
    speaker: str | None = None
    published: Published = Published()


class Side(Struct, frozen=True):
    """A figure and its context."""

    figure: Figure
    context: Context

    @property
    def words(self) -> frozenset[str]:
        """Return the plain content words of the counted phrase, singular by rule of thumb."""
        return content_words(self.figure.counted)


class Comparison(Struct, frozen=True):
    """Whether two figures may be compared; `rule` names the row of the table that decided."""

    outcome: Outcome
    rule: str
    because: str


Rule = Callable[[Side, Side], bool]


def comparable(
    left: Figure, right: Figure, near_left: Context | None = None, near_right: Context | None = None
) -> Comparison:
    """Tell whether two figures count the same thing; symmetric but for the order of the words."""
    one, other = Side(left, near_left or Context()), Side(right, near_right or Context())
    for outcome, name, rule in RULES:
        if rule(one, other):
            return Comparison(outcome, name, sentence(rule, left, right))
    raise AssertionError("the last rule always fires")


def sentence(rule: Callable[..., object], left: Figure, right: Figure) -> str:
    """Return a rule's docstring with both figures' words in it."""
    text = (rule.__doc__ or "").strip()
    marks = {"{left}": _said(left), "{right}": _said(right)}
    for mark, words in marks.items():
        text = text.replace(mark, words)
    return text


def _said(figure: Figure) -> str:
    """Return a figure's own words with what it counts: “over 5 million” (refugees)."""
    counted = figure.counted
    return f"“{figure.place.text}”" + (f" ({counted})" if counted else "")


# --- the rules -----------------------------------------------------------------------------------


def other_unit(left: Side, right: Side) -> bool:
    """{left} and {right} are given in units that do not turn into one another."""
    mine, theirs = kind(left.figure), kind(right.figure)
    if mine is None and theirs is None:
        return False
    if mine is None or theirs is None:
        return True
    return converted(left.figure, right.figure.unit) is None


def change_and_level(left: Side, right: Side) -> bool:
    """Of {left} and {right}, one is by how much something rose or fell, the other how much it is."""
    return _is_change(left.figure) != _is_change(right.figure)


def nothing_counted(left: Side, right: Side) -> bool:
    """What {left} and {right} count is not said for both."""
    return not all(side.figure.counted or fate(side.figure) for side in (left, right))


def other_population(left: Side, right: Side) -> bool:
    """{left} and {right} count different groups of people."""
    mine, theirs = group(left.figure), group(right.figure)
    if mine is None or theirs is None or mine == theirs:
        return False
    return bool({mine, theirs} & SUBGROUPS) or "people" not in (mine, theirs)


def narrower_population(left: Side, right: Side) -> bool:
    """Of {left} and {right}, one counts only a part, such as the registered or the confirmed."""
    return _qualifiers(left) != _qualifiers(right)


def part_of_a_whole(left: Side, right: Side) -> bool:
    """Of {left} and {right}, one counts a part of those that the other may count in full."""
    return _is_part(left) != _is_part(right)


def other_counted(left: Side, right: Side) -> bool:
    """{left} and {right} count different things."""
    if _of_parent(left) != _of_parent(right):
        return (right if _of_parent(left) else left).figure.counted_head not in OFFSPRING
    if kind(left.figure) is not None or group(left.figure) or group(right.figure):
        return bool(group(left.figure)) != bool(group(right.figure)) and kind(left.figure) is None
    return not _same_head(left, right)


def other_fate(left: Side, right: Side) -> bool:
    """{left} and {right} count people or things to whom different things happened."""
    mine, theirs = fate(left.figure), fate(right.figure)
    return mine is not None and theirs is not None and mine != theirs


def other_place(left: Side, right: Side) -> bool:
    """{left} and {right} count in different places."""
    mine, theirs = left.figure.counted_place, right.figure.counted_place
    if not mine or not theirs:
        return False
    first, second = _tie(mine), _tie(theirs)
    if DIRECTIONS & {first, second}:
        return bool(INSIDE & {first, second})
    if (first in OUTSIDE) != (second in OUTSIDE):
        return True
    one, other = _names(mine), _names(theirs)
    nested = fate(left.figure) in NESTING or fate(right.figure) in NESTING
    return bool(one and other) and not one & other and not nested


def wider_area(left: Side, right: Side) -> bool:
    """Of {left} and {right}, one counts over several areas together, the other does not say so."""
    mine, theirs = (fold(side.figure.counted_place or "").lower().split() for side in (left, right))
    return AREAS.isdisjoint(mine) != AREAS.isdisjoint(theirs)


def other_year(left: Side, right: Side) -> bool:
    """{left} and {right} are told of different years."""
    mine, theirs = (_years(side.context.sentence) for side in (left, right))
    return bool(mine and theirs) and not mine & theirs


def other_match(left: Side, right: Side) -> bool:
    """That {left} and {right} are told of one match does not show in their sentences."""
    if left.figure.unit != SCORE.name:
        return False
    one, other = (_named(side.context.sentence) for side in (left, right))
    return len(one & other) < max(1, min(MATCHED_NAMES, len(one), len(other)))


def other_holder(left: Side, right: Side) -> bool:
    """{left} and {right} are said of different persons, bodies or things."""
    if left.figure.unit == SCORE.name:
        return False
    one, other = (_holder(side.figure.subject or "") for side in (left, right))
    if one and other and not one & other:
        return True
    one, other = (_names(side.figure.counted or "") for side in (left, right))
    measured = kind(left.figure) is not None  # an age of "Jonathan Hale" and of "Ada and Hale"
    return measured and bool(one and other) and not (one <= other or other <= one)


def measures_unlike(left: Side, right: Side) -> bool:
    """{left} and {right} are alike in unit, but not plainly measures of one thing."""
    if kind(left.figure) is None:
        return False
    return not left.words & right.words


def fate_of_one(left: Side, right: Side) -> bool:
    """{left} and {right} may be of one kind, but only one says what became of those counted."""
    return (fate(left.figure) is None) != (fate(right.figure) is None)


def same_count(left: Side, right: Side) -> bool:
    """{left} and {right} count the same, as far as the words tell."""
    return True


RULES: Final[tuple[tuple[Outcome, str, Rule], ...]] = (
    ("no", "other unit", other_unit),
    ("no", "change and level", change_and_level),
    ("unclear", "nothing counted", nothing_counted),
    ("no", "other population", other_population),
    ("no", "other counted thing", other_counted),
    ("no", "other population", narrower_population),
    ("no", "part and whole", part_of_a_whole),
    ("no", "other event phase", other_fate),
    ("no", "other place", other_place),
    ("no", "other place", wider_area),
    ("no", "other time", other_year),
    ("unclear", "other match", other_match),
    ("no", "other holder", other_holder),
    ("unclear", "other measure", measures_unlike),
    ("unclear", "other event phase", fate_of_one),
    ("yes", "same count", same_count),
)
"""First row that fires decides."""


# --- what the rules look at ----------------------------------------------------------------------


@lru_cache(maxsize=PHRASES)
def content_words(phrase: str | None) -> frozenset[str]:
    """Return a phrase's words in lower case without small ones, plural endings cut off."""
    words = re.findall(r"[^\W\d_]+", fold(phrase or "").lower())
    return frozenset(_singular(word) for word in words if word not in SMALL_WORDS)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _is_change(figure: Figure) -> bool:
    return figure.change is not None and figure.value is not None


def group(figure: Figure) -> str | None:
    """Return the group of people counted ("civilians"), by the head or a word that names a part."""
    narrow = sorted(
        GROUPS[word] for word in content_words(figure.counted) if GROUPS.get(word) in SUBGROUPS
    )
    head = GROUPS.get(figure.counted_head or "")
    if head == "people" and narrow:
        return narrow[0]
    if head is None and (figure.counted_head or "") in FATES and kind(figure) is None:
        return "people"
    return head


def fate(figure: Figure) -> str | None:
    """Return what became of those counted ("killed"): by the phrase first, then by the verb."""
    own = [FATES[word] for word in sorted(content_words(figure.counted)) if word in FATES]
    head = FATES.get(figure.counted_head or "")
    told = head or (own[0] if own else FATES.get(figure.predicate or ""))
    if told is not None or figure.predicate not in LEVELS:
        return told
    said_of = [FATES[word] for word in sorted(content_words(figure.subject)) if word in FATES]
    return said_of[0] if said_of else None


def _is_part(side: Side) -> bool:
    """Recognise "two of the injured" and "two of them", but not "35 people, 20 of them civilians"."""
    figure = side.figure
    if kind(figure) is not None:
        return False
    number = fold(figure.place.text).lower()
    sentence = fold(side.context.sentence).lower()
    if f"{number} of " not in sentence:
        return False
    found = re.search(rf"(?<!all )\b{re.escape(number)} of (?:{WHOLES})\b", sentence)
    if found is None:
        return False
    pronoun = found.group().rsplit(" ", 1)[-1] in PRONOUNS and figure.counted_head is not None
    return not pronoun or figure.counted_head in PRONOUNS or sentence[found.end() :][:1] != " "


def _of_parent(side: Side) -> bool:
    """Recognise "a mother of 12", which counts no mothers."""
    number = re.escape(fold(side.figure.place.text).lower())
    return re.search(rf"\b(?:{KIN}) of {number}\b", fold(side.context.sentence).lower()) is not None


def _qualifiers(side: Side) -> frozenset[str]:
    return frozenset(QUALIFIERS[word] for word in side.words if word in QUALIFIERS)


def _same_head(left: Side, right: Side) -> bool:
    one, other = (side.figure.counted_head or "" for side in (left, right))
    if one == other or ALIKE.get(one, one) == ALIKE.get(other, other):
        return True
    return bool(left.words & right.words) or fate(left.figure) == fate(right.figure) is not None


def _tie(place: str) -> str:
    return place.split(" ", 1)[0].lower()


def _names(place: str) -> frozenset[str]:
    """Return the capitalised words of a place: "in the country" names none."""
    return frozenset(word for word in re.findall(r"[^\W\d_]+", place) if word[:1].isupper())


@lru_cache(maxsize=PHRASES)
def _named(text: str) -> frozenset[str]:
    return frozenset(name for name in _names(text) if name.lower() not in SMALL_WORDS)


@lru_cache(maxsize=PHRASES)
def _years(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)", text))


@lru_cache(maxsize=PHRASES)
def _holder(subject: str) -> frozenset[str]:
    """Return the words of a named holder; a common noun or a pronoun may be anybody."""
    words = re.findall(r"[^\W\d_]+", subject)
    named = any(word[:1].isupper() for word in words)
    common = any(word.lower() in COMMON_HOLDERS for word in words)
    return frozenset(word.lower() for word in words) if named and not common else frozenset()
