"""Numbers: number words, and the words that make a number a bound, a share, a year or a label.

Enters: nothing. Leaves: `Numbers`, which a language fills; what it leaves empty, no rule finds.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from variorum.languages.tables import NEVER, NOTHING, Pattern, Words
from variorum.vocabulary import Approximator, Direction

_NONE: Words = frozenset()


class Numbers(Struct, frozen=True, kw_only=True, eq=False):
    """Words of numbers, in lower case; what no word of a text can be stands for none."""

    small: Mapping[str, Decimal] = {}
    tens: Mapping[str, Decimal] = {}
    hundred: str = NOTHING
    scales: Mapping[str, Decimal] = {}
    letter_scales: Mapping[str, Decimal] = {}
    """Only where the letter touches the number ("850K"), or is a capital before a plural noun."""
    loose_scales: Words = _NONE
    million_or_metre: str = NOTHING
    suffixes: Words = _NONE
    """Letters and endings that may touch a number and leave it one: "5m", "20fold"."""
    plural_suffix: str = NOTHING
    plurals: Words = _NONE
    """Plurals without that suffix: "people"."""
    suffix_of_decades: str = NOTHING
    """"1990*s*"."""
    ends_in_s: Words = _NONE
    """Words that end like a plural and are none."""
    dozen: Mapping[str, Decimal] = {}
    dozens: Mapping[str, Decimal] = {}
    """After a number only; alone they are a vague amount."""
    joint: str = NOTHING
    """Between the parts of one number or amount: "five million and 500 thousand"."""
    point: str = NOTHING
    """Before digits in words: "three point five million"."""
    one_half: Words = _NONE
    halves: Mapping[str, Decimal] = {}
    denominators: Mapping[str, int] = {}
    vulgar: Mapping[str, Decimal] = {}
    wholes: Words = _NONE
    """Words after a bare fraction that show it is a share of something ("half the condos")."""
    not_a_share: Words = _NONE
    """Words before "half" or "quarter" that make it a stretch of time or of a match."""
    most_in_one: Decimal = Decimal(0)
    """One in so many, or fewer, is a share whatever the whole is."""
    round_wholes: frozenset[Decimal] = frozenset()
    """Wholes that make "three in ten" a share and not two counts."""
    before_a_whole: tuple[str, ...] = ()
    """May stand before the whole: "one in every 200"."""
    time_words: Words = _NONE
    fold_suffix: str = NOTHING
    vague: Mapping[str, tuple[Decimal, ...]] = {}
    """One to ten of the plural scale word (the convention of NewsQuant's guidelines)."""
    vague_tails: Mapping[str, Decimal] = {}
    """What may follow "of": "tens of thousands"."""
    must_have_of: Words = _NONE
    few: Words = _NONE
    couple: Words = _NONE
    """"A couple of hundred"."""
    of_several: Words = _NONE
    """Verbs in the plural: "half were women"."""
    few_times: tuple[Decimal, ...] = ()
    """Several hundred is taken as 200 and fewer than 1,000."""
    blocks: Words = _NONE
    """In the singular after a number, what it is the address of: "the 4400 block of Mill Street"."""
    before: Mapping[str, Approximator] = {}
    """Words before a number; the longest wording wins ("no more than" before "more than")."""
    bound_tails: Words = _NONE
    after_a_share: Words = _NONE
    """After "nearly a third" these tell that it is a share and no rank ("nearly a third
    attempt")."""
    not_bounded_half: Words = _NONE
    """After "half" these tell of time or open a number, whatever bound stands before it."""
    range_joints: tuple[str, ...] = ()
    between: str = NOTHING
    between_joints: tuple[str, ...] = ()
    between_bounds: tuple[str, ...] = ()
    """Between a bound from below and one from above: "more than 20 but fewer than 50"."""
    range_openers: tuple[str, ...] = ()
    longest_before: int = 5
    up_to: tuple[str, ...] = ()
    goes: Words = _NONE
    over: tuple[str, ...] = ()
    """Bounds that are none: "up to" after a verb of moving ("go up to £36"), "over" a time."""
    neutral_before: Words = _NONE
    """May stand between the bound and the number: "more than a million", "about another 20"."""
    skipped_in_ranges: Words = _NONE
    """Before the upper end of a range these add nothing ("from 500 to well over 1,000")."""
    after: Mapping[str, Approximator] = {}
    rise: Words = _NONE
    fall: Words = _NONE
    """Lemmas of verbs and nouns of change; "up" and "down" before a number tell the same."""
    rise_in_worth: Words = _NONE
    fall_in_worth: Words = _NONE
    """Verbs that tell so of shares, points and money alone: "the shares rallied 5%"."""
    up_or_down: Mapping[str, Direction] = {}
    higher_or_lower: Mapping[str, Direction] = {}
    """After a share, points or money: "closed 3% lower", "was 3% down"."""
    gets: Words = _NONE
    """Verbs of change whose object is an amount that somebody got ("raised $3 million")."""
    of: str = NOTHING
    """Between a part and its whole, or a vague amount and what there is of it."""
    in_: str = NOTHING
    out: str = NOTHING
    """"One in five", "nine out of ten"."""
    from_: str = NOTHING
    to: str = NOTHING
    or_: str = NOTHING
    """"From 12 to 15", "12 or 15"."""
    known_numbers: Mapping[str, Words] = {}
    """Numbers that are names by themselves → nouns behind them before which they count nothing."""
    dialling: Words = _NONE
    """Verbs whose object is a number to call."""
    compared: Words = _NONE
    """Before what a number is held against: "up from 31", "compared with 300"."""
    by: str = NOTHING
    """Before by how much something changed."""
    minus: str = NOTHING
    change_as_object: Words = _NONE
    """Verbs whose counted object is a change; whoever "lost 12 men" tells of a count."""
    dates_and_times: tuple[str, ...] = ()
    """Regular expressions of dates and times of day, which are no figures (folded, lower case)."""
    counter: Pattern = NEVER
    """A whole paragraph that only counts pages or pictures: "Page 2 of 5"."""
    before_year: Words = _NONE
    labels: Words = _NONE
    """A number right after one of these (and no counted noun after it) is a label, not a
    figure."""
    titles_of_order: Words = _NONE
    score_cues: Words = _NONE
    idioms_of_one: Mapping[str, Words] = {}
    """After "one", idioms that count nothing, unless such a word stands before ("for one
    day")."""
    parts_of_numbers: Words = _NONE
    """After "one", what makes it a number all the same: "one fourth", "one in five"."""
    definite: Words = _NONE
    """After "one of", wholes just spoken of; "one of the largest" ranks and does not count."""
    streets: Words = _NONE
    """Capitalised after a number and a name, an address ("123 Elm Street")."""
    oldest: int = 115
    """No age after a person's name is taken to be above this."""
    after_an_age: Words = _NONE
    articles: Words = _NONE
    beginnings: Words = _NONE
    """Words that a number may begin with."""
    may_be_a_number: Pattern = NEVER
    """A paragraph without any of these has no figures (folded, lower case)."""
    as_of: Pattern = NEVER
    """The date or day a figure is said to hold for, in its own sentence (folded, lower case)."""

    @property
    def moving(self) -> Words:
        """Return all verbs and nouns of change."""
        return self.rise | self.fall | self.rise_in_worth | self.fall_in_worth
