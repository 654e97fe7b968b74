"""Units: what figures are measured in, and the words by which a tally or an age is known.

Enters: nothing. Leaves: `Units`, which a language fills; what it leaves empty, no rule finds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from variorum.languages.tables import NOTHING, Words

_NONE: Words = frozenset()


YEAR: Final = "year"
"""The name of a year as a unit, whatever the language calls it."""
PER: Final = "per"
"""Joins a unit and what it is divided by in the name they go by: "tonne per year"."""


class Unit(Struct, frozen=True):
    """A unit's singular English name, by which records have it, and the kind of thing it measures."""

    name: str
    kind: str


FRACTION: Final = Unit("fraction", "share")
TIMES: Final = Unit("times", "multiple")
VOTE: Final = Unit("vote tally", "tally")
SCORE: Final = Unit("match score", "tally")
YEAR_OF_AGE: Final = Unit("year of age", "age")


class Units(Struct, frozen=True, kw_only=True, eq=False):
    """Units and currencies by the words for them, in lower case."""

    ages: tuple[str, ...] = ()
    units: Mapping[str, Unit] = {}
    """Longest wording first is the reader's business; plurals are made by rule."""
    decimal_comma_before: str = NOTHING
    """What shows, after a comma and one or two digits, that the comma is a decimal one (a
    pattern)."""
    symbols: Mapping[str, Unit] = {}
    """Letters whose case matters; taken only right after a number in figures."""
    of_weather: Mapping[str, Unit] = {}
    """Of these, the ones that mean something else touching the number or after whole degrees."""
    primes: Mapping[str, Unit] = {}
    more: Words = _NONE
    """May stand between a number and its unit: "three more weeks"."""
    rates: Words = _NONE
    """Words between a unit and what it is divided by: "$3,500 a month", "hours per week"."""
    rated: Words = _NONE
    """What a rate may be "per" when it is written with an article."""
    rated_names: Mapping[str, str] = {}
    currency_before: Mapping[str, Unit] = {}
    """Signs and codes before the number; a code of letters must stand in capitals or be "Rs"."""
    currency_after: Mapping[str, Unit] = {}
    parts: Mapping[str, tuple[str, int]] = {}
    """Units that are said with a smaller one behind, and how many of those they hold."""
    money_cues: Words = _NONE
    """Near one of these a small number of "pounds" is money; otherwise it is a weight."""
    not_a_rate: Words = _NONE
    """After "a year", what makes it a date: "from $2 million a year earlier"."""
    large_only: Words = _NONE
    """Currencies whose names are everyday words: only after a number of at least `LARGE`."""
    large: int = 100
    careful: Words = _NONE
    """Units whose singular is also an ordinal: only after a hyphen or after one."""
    old: Words = _NONE
    aged: Words = _NONE
    dying: Words = _NONE
    age_at: Words = _NONE
    """"Dead at 91"."""
    before: Mapping[str, Unit] = {}
    """Units that a word before the number tells: "aged 45", "magnitude 6.8"."""
    measured_in: Mapping[str, Unit] = {}
    """A thing, by what `Counts.alike` calls it → the scale on which its broken numbers are."""
    scales: Mapping[str, Unit] = {}
    """Whose scale it is, named after the number: "6.0 on the Richter scale"."""
    on_the: Sequence[str] = ()
    of_age: Sequence[str] = ()
    """The words after a unit of time that make it an age: "of age"."""
    glued_only: Words = _NONE
    """Letters that are units only where they touch the number: "50p"."""
    mixed_case_codes: Words = _NONE
    short_codes: Words = _NONE
    """Codes that are also words or names: only before a number of at least `LARGE` or with
    cents."""
    glued_codes: Words = _NONE
    """Of these, the ones that are money before any number that they touch: "RM45"."""
    road_codes: Words = _NONE
    """Signs of money that are roads and models too: "R20" is money where it is written as a sum, or
    near a word of money."""
    in_capitals: Words = _NONE
    """Codes that are money after a large number in capitals; others however they are written."""
    counted: Mapping[str, tuple[str, str]] = {}
    """Unit → what a tally counts, and the lemma of its head."""
    vote_cues: Words = _NONE
    score_cues: Words = _NONE
    own_nouns: Words = _NONE
    """Between the two numbers: "seven votes to five"."""
    before_spelled: Words = _NONE
    """Right before a tally told by "to"; without one of these it may be a stretch."""
    after_spelled: Words = _NONE
    no_tally: Words = _NONE
    """Nearby, these show that the pair is something else ("odds of 8-1", "a 10-4 record")."""
