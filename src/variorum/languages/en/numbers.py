"""English for figures: number words, bounds, vague amounts, and numbers that are not figures.

Enters: nothing. Leaves: tables, all in folded lower case.
"""

import re
from decimal import Decimal
from typing import Final

from variorum.languages.en.cldr import calendar as cldr
from variorum.languages.en.forms import TENS as TENS_SPELLED
from variorum.languages.en.forms import UNDER_TWENTY
from variorum.languages.tables import phrase_set, word_set
from variorum.vocabulary import Approximator, Direction

SMALL: Final = {word: Decimal(number) for number, word in enumerate(UNDER_TWENTY)} | {
    "nought": Decimal(0),
    "naught": Decimal(0),
}
TENS: Final = {word: Decimal(20 + 10 * number) for number, word in enumerate(TENS_SPELLED)}
HUNDRED: Final = "hundred"
SCALES: Final = {
    "thousand": Decimal(1_000),
    "million": Decimal(1_000_000),
    "mln": Decimal(1_000_000),
    "mn": Decimal(1_000_000),
    "mio": Decimal(1_000_000),
    "billion": Decimal(1_000_000_000),
    "bn": Decimal(1_000_000_000),
    "bln": Decimal(1_000_000_000),
    "trillion": Decimal(1_000_000_000_000),
    "tn": Decimal(1_000_000_000_000),
    "trn": Decimal(1_000_000_000_000),
    "tln": Decimal(1_000_000_000_000),
    "lakh": Decimal(100_000),
    "lakhs": Decimal(100_000),
    "crore": Decimal(10_000_000),
    "crores": Decimal(10_000_000),
}
LETTER_SCALES: Final = {
    "k": Decimal(1_000),
    "K": Decimal(1_000),
    "M": Decimal(1_000_000),
    "MM": Decimal(1_000_000),
    "B": Decimal(1_000_000_000),
    "T": Decimal(1_000_000_000_000),
}
"""Only where the letter touches the number ("850K"), or is a capital before a plural noun."""
LOOSE_SCALES: Final = frozenset({"M", "B"})
MILLION_OR_METRE: Final = "m"
PLURAL_SUFFIX = SUFFIX_OF_DECADES = "s"
PLURALS: Final = word_set("people men women children")
ENDS_IN_S: Final = word_set(
    "is was has as its this across plus less does us yes versus his hers thus perhaps"
)
"""Words that end like a plural and are none."""

DOZEN: Final = {"dozen": Decimal(12)}
DOZENS: Final = {"dozens": Decimal(12)}
"""After a number only; alone they are a vague amount."""
JOINT: Final = "and"
"""Between the parts of one number or amount: "five million and 500 thousand"."""
POINT: Final = "point"
"""Before digits in words: "three point five million"."""
ONE_HALF: Final = frozenset({"a", "an", "one"})
HALVES: Final = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_PARTS = "third fourth fifth sixth seventh eighth ninth tenth"
DENOMINATORS: Final = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    part + ending: number for number, part in enumerate(_PARTS.split(), 3) for ending in ("", "s")
}
VULGAR: Final = {sign: Decimal(top) / Decimal(bottom) for sign, (top, bottom) in {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5),
    "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8),
    "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}.items()}  # fmt: skip
WHOLES: Final = word_set("of the a an that those these his her its their our my your all")
"""Words after a bare fraction that show it is a share of something ("half the condos")."""
NOT_A_SHARE: Final = word_set(
    "first second third fourth other better latter former top bottom opening this that each "
    "final last next every"
)
"""Words before "half" or "quarter" that make it a stretch of time or of a match."""

ROUND_WHOLES: Final = frozenset(
    Decimal(whole) for whole in (2, 3, 4, 5, 6, 7, 8, 10, 12, 20, 50, 100, 1000, 10_000, 100_000)
)
"""Wholes that make "three in ten" a share and not two counts."""
MOST_IN_ONE: Final = Decimal(1000)
"""Up to this "one in …" is a share whatever the whole ("one in 68 households")."""
BEFORE_A_WHOLE: Final = ("-", "every")
"""May stand before the whole: "one in every 200"."""
TIME_WORDS: Final = word_set(
    "second seconds minute minutes hour hours day days week weeks month months year years"
)

FOLD_SUFFIX: Final = "fold"
SUFFIXES: Final = frozenset({MILLION_OR_METRE, FOLD_SUFFIX, "p", "k"})
TIMES: Final = "times"

VAGUE: Final = {
    "dozens": (Decimal(12), Decimal(120)),
    "scores": (Decimal(20), Decimal(200)),
    "tens": (Decimal(10), Decimal(100)),
    "hundreds": (Decimal(100), Decimal(1_000)),
    "thousands": (Decimal(1_000), Decimal(10_000)),
    "millions": (Decimal(1_000_000), Decimal(10_000_000)),
    "billions": (Decimal(1_000_000_000), Decimal(10_000_000_000)),
    "trillions": (Decimal(1_000_000_000_000), Decimal(10_000_000_000_000)),
    "handful": (Decimal(2), Decimal(10)),
}
"""One to ten of the plural scale word (the convention of NewsQuant's guidelines); a handful is several."""
VAGUE_TAILS: Final = {
    "thousands": Decimal(1_000),
    "millions": Decimal(1_000_000),
    "billions": Decimal(1_000_000_000),
}
"""What may follow "of": "tens of thousands"."""
MUST_HAVE_OF: Final = frozenset({"scores", "tens", "handful"})
FEW: Final = frozenset({"several", "few"})
COUPLE: Final = frozenset({"couple"})
OF_SEVERAL: Final = word_set("were are have")
"""Verbs that several do: "half were women", "some 2.5m are without power"."""
FEW_TIMES: Final = (Decimal(2), Decimal(10))
"""Several hundred is taken as 200 and fewer than 1,000."""


def _or_equal(words: str, bound: Approximator) -> dict[str, Approximator]:
    tails = ("than or equal to", "or equal to", "or equal than")
    return {f"{word} {tail}": bound for word in words.split() for tail in tails}


BEFORE: Final[dict[str, Approximator]] = {
    "more than": "over",
    "over": "over",
    "over than": "over",
    "above": "over",
    "upwards of": "over",
    "upward of": "over",
    "in excess of": "over",
    "greater than": "over",
    "higher than": "over",
    "larger than": "over",
    "bigger than": "over",
    "longer than": "over",
    "older than": "over",
    "north of": "over",
    "exceeding": "over",
    "exceeds": "over",
    "exceeded": "over",
    "exceed": "over",
    "topping": "over",
    "surpassing": "over",
    "surpassed": "over",
    "beyond": "over",
    "just over": "over",
    "just above": "over",
    "well over": "over",
    "well above": "over",
    "slightly over": "over",
    "slightly more than": "over",
    "a little over": "over",
    "far more than": "over",
    ">": "over",
    "under": "under",
    "below": "under",
    "less than": "under",
    "fewer than": "under",
    "lower than": "under",
    "smaller than": "under",
    "younger than": "under",
    "shorter than": "under",
    "well under": "under",
    "well below": "under",
    "fewer then": "under",
    "<": "under",
    "sub -": "under",
    "at least": "at least",
    "at the very least": "at least",
    "no fewer than": "at least",
    "no less than": "at least",
    "not less than": "at least",
    "not fewer than": "at least",
    "a minimum of": "at least",
    "minimum of": "at least",
    "minimum": "at least",
    "≥": "at least",
    "> =": "at least",
    "up to": "at most",
    "as many as": "at most",
    "as much as": "at most",
    "as high as": "at most",
    "at most": "at most",
    "at the most": "at most",
    "no more than": "at most",
    "not more than": "at most",
    "a maximum of": "at most",
    "maximum of": "at most",
    "maximum": "at most",
    "≤": "at most",
    "< =": "at most",
    "about": "about",
    "around": "about",
    "roughly": "about",
    "some": "about",
    "approximately": "about",
    "approx": "about",
    "approx.": "about",
    "aproximately": "about",
    "circa": "about",
    "ca.": "about",
    "an estimated": "about",
    "estimated": "about",
    "in the region of": "about",
    "in the order of": "about",
    "on the order of": "about",
    "in the vicinity of": "about",
    "in the neighborhood of": "about",
    "somewhere around": "about",
    "something like": "about",
    "more or less": "about",
    "~": "about",
    "≈": "about",
    "nearly": "nearly",
    "almost": "nearly",
    "close to": "nearly",
    "just under": "nearly",
    "just below": "nearly",
    "just shy of": "nearly",
    "shy of": "nearly",
    "slightly less than": "nearly",
    "approaching": "nearly",
    "virtually": "nearly",
    "practically": "nearly",
    **_or_equal("less fewer lower smaller", "at most"),
    **_or_equal("more greater higher larger bigger", "at least"),
}
"""Words before a number; the longest wording wins ("no more than" before "more than")."""
BOUND_TAILS: Final = frozenset(words.split(" ")[-1] for words in BEFORE)
AFTER_A_SHARE: Final = word_set(
    "in since from over on to at were are was is have had has said say says this last . , ;"
)
"""After "nearly a third" these tell that it is a share and no rank ("nearly a third attempt")."""
NOT_BOUNDED_HALF: Final = word_set("past time an hour - a")
"""After "half" these tell of time or open a number, whatever bound stands before it."""
RANGE_JOINTS: Final = ("to", "-", "–", "or", "through")
BETWEEN: Final = "between"
BETWEEN_JOINTS: Final = ("and", "to", "-", "–")
BETWEEN_BOUNDS: Final = ("and", "but")
"""Between a bound from below and one from above: "more than 20 but fewer than 50"."""
RANGE_OPENERS: Final = (BETWEEN, "from")
LONGEST_BEFORE: Final = 5
UP_TO: Final = ("up", "to")
GOES: Final = word_set("go come move inch edge creep")
OVER: Final = ("over",)
"""Bounds that are none: "up to" after a verb of moving ("go up to £36"), "over" a time."""
NEUTRAL_BEFORE: Final = word_set("the a an another additional further")
"""May stand between the bound and the number: "more than a million", "about another 20"."""

SKIPPED_IN_RANGES: Final = word_set(
    "about around as nearly over well some possibly perhaps even roughly almost"
)
"""Before the upper end of a range these add nothing ("from 500 to well over 1,000")."""

AFTER: Final[dict[str, Approximator]] = {
    "or more": "at least",
    "or above": "at least",
    "or over": "at least",
    "or older": "at least",
    "or greater": "at least",
    "or higher": "at least",
    "and above": "at least",
    "and over": "at least",
    "and older": "at least",
    "plus": "at least",
    "+": "at least",
    "- plus": "at least",
    "or less": "at most",
    "or fewer": "at most",
    "or under": "at most",
    "or below": "at most",
    "or younger": "at most",
    "and under": "at most",
    "or so": "about",
    "- odd": "about",
    "odd": "about",
}

RISE: Final = word_set(
    "rise grow increase climb gain jump surge soar advance expand swell leap rocket add edge "
    "accelerate improve rebound growth improvement hike uptick boost raise appreciate balloon "
    "mushroom skyrocket widen"
)
FALL: Final = word_set(
    "fall drop decrease decline lose slide sink shrink plunge slump tumble dip slip shed "
    "reduce cut lower ease slow plummet loss reduction contraction depreciate diminish dwindle "
    "lessen nosedive"
)
"""Lemmas of verbs and nouns of change; "up" and "down" before a number tell the same.

Those that news reports have of the verbs of calibratable change of state (Levin 1993, 45.6)."""
RISE_IN_WORTH: Final = word_set(
    "advance rally firm strengthen recover bounce escalate spike lift appreciation "
    "acceleration upturn"
)
FALL_IN_WORTH: Final = word_set(
    "retreat weaken crash dive collapse sag tank trim slash narrow contract "
    "depreciation devaluation downturn"
)
UP_OR_DOWN: Final[dict[str, Direction]] = {"up": "up", "down": "down", "+": "up"}
HIGHER_OR_LOWER: Final = UP_OR_DOWN | {"higher": "up", "lower": "down"}
GETS: Final = frozenset({"raise"})
"""Verbs of change whose object is an amount that somebody got ("raised $3 million")."""
TO: Final = "to"
FROM_, OR_, OF, IN_, OUT, MINUS = "from", "or", "of", "in", "out", "minus"
COMPARED: Final = phrase_set("from|versus|against|compared with|compared to|up from|down from")
BY: Final = "by"
CHANGE_AS_OBJECT: Final = frozenset(["add", "gain", "shed"])
"""Verbs whose counted object is a change; whoever "lost 12 men" tells of a count."""

_SHORT: Final = [month for month in cldr.MONTHS_SHORT if month not in cldr.MONTHS]
_SEPTEMBER: Final = _SHORT.index("sep")
MONTHS: Final = "|".join([*cldr.MONTHS, *_SHORT[:_SEPTEMBER], "sept", *_SHORT[_SEPTEMBER:]])
WEEKDAYS: Final = "|".join([*cldr.WEEKDAYS, "mon|tue|tues|wed|thu|thurs|fri|sat|sun"])
BEFORE_YEAR: Final = word_set(
    "in since of until till by from during after before for to through and late early mid "
    "spring summer autumn fall winter year season between or end"
) | frozenset(MONTHS.split("|"))
LABELS: Final = word_set(
    "article section chapter page paragraph room number no no. nos resolution rule grade type "
    "phase level stage category class step version act bus flight gate platform pier bill "
    "item option lot table figure fig fig. group league division route highway interstate "
    "channel zone tier ward district street avenue block floor apartment suite apt unit unit. "
    "game round match week day season episode volume part point protocol regulation order "
    "directive amendment proposition motion clause annex appendix exhibit count case docket "
    "terminal line world war formula top area building house camp check checkpoint kilometer "
    "kilometre mile gauge generation gen model series mark mk size agenda slide track quarter"
)
"""A number right after one of these (and no counted noun after it) is a label, not a figure."""
TITLES_OF_ORDER: Final = frozenset({"number", "no", "no.", "nos", "#"})
SCORE_CUES: Final = word_set(
    "win won wins beat beats beaten lose lost loses defeat defeated defeats victory draw drew "
    "draws score scored lead led leads leading trail trailed trailing triumph set sets down "
    "up thrash thrashed aggregate half-time advantage"
)
IDIOMS_OF_ONE: Final[dict[str, frozenset[str]]] = {
    "another": frozenset(),
    "way": frozenset(),
    "thing": frozenset(),
    "day": word_set("in for within than only just about after by"),
    "hand": word_set("with put had has by in lost"),
    "side": frozenset({"lost", "won"}),
    "evening": frozenset(),
    "morning": frozenset(),
    "night": word_set("for only just than"),
    "time": frozenset({"only", "just"}),
}
"""After "one", idioms that count nothing, unless such a word stands before ("for one day")."""
PARTS_OF_NUMBERS: Final = word_set("third fourth quarter fifth sixth tenth half in per -")
"""After "one", what makes it a number all the same: "one fourth", "one in five"."""
DEFINITE: Final = word_set("them those these")
"""After "one of", wholes just spoken of; "one of the largest" ranks and does not count."""
_AIRLINERS: Final = dict.fromkeys(
    ["707", "717", "727", "737", "747", "757", "767", "777", "787"],
    word_set("jet jets plane planes airliner airliners aircraft"),
)
_EMERGENCY: Final = dict.fromkeys(
    ("911", "999"),
    word_set("call calls caller callers dispatcher dispatchers operator operators recording"),
)
KNOWN_NUMBERS: Final = _AIRLINERS | _EMERGENCY
DIALLING: Final = word_set("call dial ring phone")
STREETS: Final = word_set(
    "street st road rd avenue ave boulevard blvd lane drive square highway route way court parkway"
)
"""Capitalised after a number and a name, an address ("123 Elm Street")."""
BLOCKS: Final = frozenset({"block"})
OLDEST: Final = 115
"""No age after a person's name is taken to be above this."""
AFTER_AN_AGE: Final = word_set(", . ) ; who and of from was is has")
ARTICLES: Final = frozenset({"a", "an"})
BEGINNINGS: Final = frozenset({*SMALL, *TENS, *HALVES, *VAGUE, *FEW, *COUPLE, *ARTICLES, "minus"})
"""Words that a number may begin with."""

MAY_BE_A_NUMBER: Final = re.compile(
    rf"[\d{''.join(VULGAR)}]|\b(?:"
    + "|".join(
        [*SMALL, *TENS, *HALVES, *SCALES, *VAGUE, *DOZEN, *FEW, *COUPLE, HUNDRED, *DENOMINATORS]
    )
    + r"|\w{2,8}fold)",
)
"""A paragraph without any of these has no figures (folded, lower case)."""
AS_OF: Final = re.compile(
    rf"\bas (?:of|at) ((?:(?:this|last|late|early|mid|the end of) )?"
    rf"(?:today|yesterday|now|noon|midnight|morning|afternoon|evening|week|month|year"
    rf"|(?:{WEEKDAYS})\b(?: (?:morning|afternoon|evening|night))?"
    rf"|(?:\d{{1,2}} )?(?:{MONTHS})\b\.?(?: \d{{1,2}}\b)?(?:,? \d{{4}})?|\d{{4}}))"
)
"""The date or day a figure is said to hold for, in its own sentence (folded, lower case)."""
