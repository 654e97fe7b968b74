"""The calendar: the words by which a language tells time.

Enters: nothing. Leaves: `Calendar`, which a language fills, and the `CLASSES` that its words are of.

How classes combine ("m=MONTH d=DAYNUMBER") stands in `extract.moments`; a language whose dates have
another order adds patterns there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from variorum.languages.tables import NOTHING, Words

_NONE: Words = frozenset()
Value = int | float | str

MANY: Final = "X"
"""The number of a count that no number states: "several days" is PXD, as in TimeML."""
FUTURE, PRESENT, PAST = "FUTURE_REF", "PRESENT_REF", "PAST_REF"

CLASSES: Final = (
    "A", "ABOUT", "AFTER", "AFTERWORD", "AGO", "AND", "APOSTROPHE", "ATWORD", "BEFORE", "BEFOREWORD",
    "BETWEEN", "CLOCKWORD", "COMMA", "CURRENT", "DASH", "DECADEWORD", "EARLIER", "EARLY", "EDGE", "ENDED", "EVERY",
    "FEW", "FINAL", "FISCAL", "FORWORD", "FROM", "FULL", "FUTURE", "HALF", "HUNDRED", "IN", "LAST",
    "LATELY", "LATER", "LATEST", "LEAST", "LONG", "MERIDIEM", "MONTH", "MORE", "NEAR", "NEXT", "NOON", "NOW",
    "OCLOCK", "OF", "OFTEN", "OLD", "ON", "OR", "ORDWORD", "PART", "PARTS", "PASTWORD", "PERIOD",
    "POSSESSIVE", "QNUMBER", "QUARTER", "QUARTERS", "SAME", "SEASON", "SHORTDAY", "SOMETIME", "THAN",
    "THAT", "THE", "THESE", "THIS", "TO", "TODAY", "TONIGHT", "UNIT", "UNITS", "UP", "WEEKDAY",
    "WEEKDAYS", "WEEKEND", "WORDNUM", "ZONE",
)  # fmt: skip
"""What a word may name; English words stand for whole classes: "AGO" is what looks back from now."""


HALVES: Final = frozenset({"PART", "PARTS", "NOON", "TONIGHT"})
"""Classes of words that tell in which half of the day an hour is."""


class Calendar(Struct, frozen=True, kw_only=True, eq=False):
    """Words of time in lower case, each with its class and what it is worth there."""

    month_names: tuple[str, ...] = ()
    weekday_names: tuple[str, ...] = ()
    """As they are printed, from January and from Monday."""
    words: Mapping[str, tuple[str, Value]] = {}
    abbreviated: Words = _NONE
    """These carry their full stop with them."""
    capitalised: Words = _NONE
    """These name a time only with a capital: "march" and "sat" are also verbs."""
    verb_too: Words = _NONE
    """These are left alone where the tagger calls them verbs or auxiliaries."""
    dotted_zones: str = NOTHING
    """Zones where clock times are also printed with a dot ("14.30 BST"); a regular expression."""
    meridiem: str = NOTHING
    spelled_meridiem: str = NOTHING
    ordinal_suffixes: str = NOTHING
    decade_suffix: str = NOTHING
    quarters: str = NOTHING
    of_the_clock: str = NOTHING
    """Regular expressions: "pm" after a dotted time, "p.m.", "9*th*", "the 1990*s*", "Q2", "o'clock"."""
    holidays: Mapping[str, tuple[int, int]] = {}
    """Month and day."""
    floating: Mapping[str, tuple[int, int, int]] = {}
    """Month, weekday, and which of them: -1 is the last."""
    easter: Mapping[str, int] = {}
    """Days after Easter Sunday: "good friday" is -2."""
    once: Mapping[str, tuple[int, int, int]] = {}
    """Year, month and day of a day that is called by its numbers: "9/11"."""
    known_days: Mapping[tuple[int, int], tuple[int, Words]] = {}
    """Month and day to the year, and the nouns after them by which that year's is meant."""
    not_a_year_after: Words = _NONE
    """A four-digit number after one of these is a label, not a year."""
    calendar_before: Words = _NONE
    """A month after one of these is the month, not a person or a march."""
    march_after: Words = _NONE
    """After one of these "March" is a procession."""
    speaks: Words = _NONE
    """Before one of these May, April, June and August are people."""
    clock_before: Words = _NONE
    """After one of these "ten to nine" is a time of the day, not a length or a range."""
    until: Words = _NONE
    """A weekday after one of these ("as early as") lies ahead in the news, whatever the tense."""
    limits: Words = _NONE
    """After one of these a date may lie ahead of a verb in the past: "extended to May 3"."""
    planned: Words = _NONE
    """Verbs whose complement lies ahead: "scheduled for Friday", "agreed to meet on Monday"."""
    due: Words = _NONE
    """Adjectives whose date lies ahead: "due on Friday", "effective June 1"."""
    set_for: Words = _NONE
    """Of these the date is the plan's, even in the past: "they planned a rally on Saturday"."""
    set_with: Words = _NONE
    """Of these only what they are set *for*, or set themselves: "set a vote for Monday", "set Monday"."""
    timetable: Words = _NONE
    """Verbs whose present, without an object, may tell of what is to come: "the fair opens on Friday"."""
    done: Words = _NONE
    """Verbs whose infinitive has the time of the verb itself: "was forced to resign on Friday"."""
    ahead: Words = _NONE
    """Auxiliaries that look ahead (unless a perfect follows)."""
    surely_ahead: Words = _NONE
    """Those that do even with a perfect: "will have left"."""
    perfect: Words = _NONE
    """Lemmas of the auxiliary of the perfect."""
    to_do: Words = _NONE
    """Marks of the infinitive among auxiliaries."""
    local_zones: Words = _NONE
    """Words for the zone of the place itself: "local" (time)."""
    not_its_time: Words = _NONE
    """Before a time, words that make it a beginning, an end or one of several."""
    not_after: Words = _NONE
    not_before: Words = _NONE
    """Before a time, words that make it the last or the first at which an act may have been."""
    soon: Words = _NONE
    """Before those, words that keep the act near: "shortly before"."""
    about: Words = _NONE
    """Before a time, words that make it a rough one."""
    small_before: Words = _NONE
    """Words between a time and what bounds or hedges it."""
    onset: Words = _NONE
    """Verbs by which an event begins, with their particle: "break out"."""
    occurrence: Words = _NONE
    """Verbs of which the subject is an event, so that two of them ask one question."""
    striking: Words = _NONE
    """Verbs of which the subject is an event where that is one of `forces`."""
    forces: Words = _NONE
    """Nouns for what strikes many places at one time."""
    taking: frozenset[tuple[str, str]] = frozenset()
    """Verbs with an object that is nothing by itself: "take place"."""
    repeated: Words = _NONE
    """Words that set an act apart from another of its kind."""
