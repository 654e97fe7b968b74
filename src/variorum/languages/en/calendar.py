"""English words of time: what each names, and nothing of how they combine.

Enters: nothing. Leaves: `WORDS` (a lower-case word to its class and value) with the small tables
that `extract.moments` consults; the words by which acts are timed.

The classes are those of `extract.moments.lexemes.CODES`.
"""

import re
from collections.abc import Sequence
from typing import Final

from variorum.languages.calendar import FUTURE, MANY, PAST, PRESENT, Value
from variorum.languages.en import forms
from variorum.languages.en.cldr import calendar as cldr
from variorum.languages.en.numbers import MONTHS as MONTHS_SPELLED
from variorum.languages.en.numbers import WEEKDAYS as WEEKDAYS_SPELLED
from variorum.languages.tables import phrase_set, word_set


def _numbered(words: Sequence[str], start: int = 1) -> dict[str, Value]:
    return {word: number for number, word in enumerate(words, start)}


def _all(words: str, value: Value = "") -> dict[str, Value]:
    return dict.fromkeys(words.split(), value)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


MONTH_NAMES: Final = tuple(month.title() for month in cldr.MONTHS)
WEEKDAY_NAMES: Final = tuple(day.title() for day in cldr.WEEKDAYS)

_MONTHS: Final = _numbered(cldr.MONTHS)
_MONTH_SHORT: Final = {
    short: number
    for short, number in (_numbered(cldr.MONTHS_SHORT) | {"febr": 2, "sept": 9}).items()
    if short not in _MONTHS
}
_DAYS: Final = _numbered(cldr.WEEKDAYS, 0)
_DAY_SHORT: Final = _numbered(cldr.WEEKDAYS_SHORT, 0) | {"tues": 1, "thur": 3, "thurs": 3}
_TENS: Final[dict[str, Value]] = {
    word: number for number, word in zip(range(30, 100, 10), forms.TENS[1:], strict=True)
}
_UNITS: Final = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")

_CLASSES: Final[dict[str, dict[str, Value]]] = {
    "MONTH": _MONTHS | _MONTH_SHORT,
    "WEEKDAY": _DAYS,
    "WEEKDAYS": {word + "s": number for word, number in _DAYS.items()},
    "SHORTDAY": _DAY_SHORT,
    "WORDNUM": _TENS | _numbered((*forms.UNDER_TWENTY[1:], "twenty")),
    "HUNDRED": {"hundred": 100, "thousand": 1000, "dozen": 12, "million": 1_000_000},
    "ORDWORD": _numbered(forms.ORDINALS),
    "UNIT": {**{unit: unit for unit in _UNITS[1:]}, "fortnight": "fortnight", "hr": "hour"},
    "UNITS": {
        **{unit + "s": unit for unit in _UNITS},
        "centuries": "century", "fortnights": "fortnight", "mins": "minute", "hrs": "hour",
    },
    "QUARTER": {"quarter": "quarter"},
    "QUARTERS": {"quarters": "quarter"},
    "QNUMBER": {"q1": 1, "q2": 2, "q3": 3, "q4": 4},
    "PERIOD": {"period": "quarter"},
    "WEEKEND": {"weekend": "weekend"},
    "SEASON": {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"},
    "PART": {
        "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "dawn": "TMO",
        "dusk": "TEV", "lunchtime": "TMI", "overnight": "TNI",
    },
    "PARTS": {"mornings": "TMO", "afternoons": "TAF", "evenings": "TEV", "nights": "TNI"},
    "NOON": {"noon": "12:00", "midday": "12:00", "midnight": "24:00"},
    "OCLOCK": {"o'clock": "o'clock", "oclock": "o'clock"},
    "MERIDIEM": {
        "a.m.": "am", "a.m": "am", "am": "am", "p.m.": "pm", "p.m": "pm", "pm": "pm",
    },
    "ZONE": _all("gmt utc", "Z") | _all(
        "est edt cst cdt mst mdt pst pdt cet cest eet eest bst ist msk jst hkt aest local eastern "
        "pacific"
    ),
    "TODAY": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "TONIGHT": {"tonight": "TNI"},
    "LAST": {"last": -1},
    "FINAL": {"final": -1},
    "PASTWORD": {"past": -1},
    "NEXT": {"next": 1, "coming": 1, "upcoming": 1},
    "THIS": {"this": 0},
    "THESE": {"these": 0},
    "CURRENT": {"current": 0},
    "LATEST": {"latest": 0},
    "FULL": _all("full whole entire"),
    "ENDED": _all("ended ending"),
    "SAME": {"same": 0},
    "THAT": {"that": 0},
    "BEFORE": {"previous": -1, "preceding": -1, "prior": -1},
    "AFTER": {"following": 1, "subsequent": 1},
    "AGO": {"ago": -1},
    "EARLIER": {"earlier": -1},
    "LATER": {"later": 1, "afterwards": 1, "afterward": 1},
    "BEFOREWORD": {"before": -1},
    "AFTERWORD": {"after": 1},
    "EARLY": {"early": "early", "late": "late", "mid": "mid"},
    "EDGE": {
        "beginning": "start", "start": "start", "end": "end", "close": "end", "middle": "mid",
    },
    "SOMETIME": _all("sometime"),
    "ABOUT": _all("about around nearly almost roughly approximately some over under"),
    "MORE": _all("more less fewer longer no"),
    "UP": _all("up"),
    "THAN": _all("than"),
    "ATWORD": _all("at"),
    "LEAST": _all("least most"),
    "FEW": _all("few several many couple recent numerous", MANY),
    "HALF": {"half": 0.5},
    "EVERY": {"every": "EACH", "each": "EACH", "per": "EACH"},
    "OFTEN": {
        "hourly": "PT1H", "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W",
        "monthly": "P1M", "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y", "daylong": "P1D",
        "weeklong": "P1W", "monthlong": "P1M", "yearlong": "P1Y",
    },
    "FISCAL": {"fiscal": "fiscal", "financial": "fiscal", "fy": "fiscal"},
    "NOW": {"now": PRESENT, "currently": PRESENT, "nowadays": PRESENT, "presently": PRESENT},
    "LATELY": {"recently": PAST, "lately": PAST},
    "FUTURE": {"future": FUTURE},
    "NEAR": _all("near distant foreseeable immediate"),
    "DECADEWORD": {
        "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
        "eighties": 8, "nineties": 9,
    },
    "A": {"a": 1, "an": 1},
    "THE": _all("the"),
    "OF": _all("of"),
    "IN": _all("in"),
    "FORWORD": _all("for"),
    "ON": _all("on"),
    "TO": _all("to until till through"),
    "FROM": _all("from"),
    "BETWEEN": _all("between"),
    "AND": _all("and"),
    "OR": _all("or"),
    "OLD": _all("old"),
    "LONG": _all("long"),
    "CLOCKWORD": _all("time"),
    "DASH": _all("- –"),
    "COMMA": _all(","),
    "APOSTROPHE": _all("'"),
    "POSSESSIVE": _all("s"),
}  # fmt: skip

MERIDIEM, SPELLED_MERIDIEM = r"[ap]\.?m", r"[ap]\.m\.?"
ORDINAL_SUFFIXES, DECADE_SUFFIX, QUARTERS, OF_THE_CLOCK = "st|nd|rd|th", "s", "q[1-4]", "o'clock"
SURELY_AHEAD: Final = _set("will 'll")
PERFECT: Final = _set("have")
TO_DO: Final = _set("to")

DOTTED_ZONES = "gmt|utc|bst|ist|cet|cest|eet|eest|msk"
"""Zones where clock times are also printed with a dot: "14.30 BST"."""

WORDS: Final[dict[str, tuple[str, Value]]] = {
    word: (name, value) for name, table in _CLASSES.items() for word, value in table.items()
}

ABBREVIATED: Final = frozenset(_MONTH_SHORT) | frozenset(_DAY_SHORT)
"""These carry their full stop with them."""

CAPITALISED: Final = frozenset(_MONTHS) | ABBREVIATED
"""These name a time only with a capital: "march" and "sat" are also verbs."""

VERB_TOO: Final = _set("may march fall spring second past close")
"""These are left alone where the tagger calls them verbs or auxiliaries."""

HOLIDAYS: Final = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "christmas": (12, 25),
    "boxing day": (12, 26), "xmas": (12, 25), "new year's day": (1, 1), "new year's eve": (12, 31),
    "independence day": (7, 4), "valentine's day": (2, 14), "halloween": (10, 31),
}  # fmt: skip
"""Month and day."""

FLOATING: Final = {
    "thanksgiving day": (11, 3, 4), "thanksgiving": (11, 3, 4), "labor day": (9, 0, 1),
    "memorial day": (5, 0, -1),
}  # fmt: skip
"""Month, weekday, and which of them: -1 is the last."""

EASTER: Final = {
    "palm sunday": -7, "good friday": -2, "easter sunday": 0, "easter": 0, "easter monday": 1,
}  # fmt: skip
"""Days after Easter Sunday."""

ONCE: Final = {"9/11": (2001, 9, 11)}
"""Year, month and day of a day that is called by its numbers."""

_ATTACKS: Final = word_set(
    "attack attacks attackers bombing bombings hijackings terrorist terror massacre"
)
KNOWN_DAYS: Final = {
    (9, 11): (2001, _ATTACKS),
    (7, 7): (2005, _ATTACKS),
    (1, 6): (2021, word_set("attack riot riots rioters insurrection committee")),
    (10, 7): (2023, _ATTACKS),
}
"""Days known without their year, and the nouns by which that year's is meant."""

NOT_A_YEAR_AFTER: Final = _set(
    "resolution no number room flight page chapter section article model boeing airbus route bus "
    "highway paragraph case bill act unit channel hotel suite extension level"
)
"""A four-digit number after one of these is a label, not a year."""

CALENDAR_BEFORE: Final = _set(
    "in last next this since until till of by from to through during and early late mid -"
)
"""A month after one of these is the month, not a person or a march."""

MARCH_AFTER: Final = _set("for of on to against")
"""After one of these "March" is a procession."""

SPEAKS: Final = _set("said says told tells asked asks added adds replied warned insisted resigned")
"""Before one of these May, April, June and August are people."""

CLOCK_BEFORE: Final = _set("at by until till since about around")
"""After one of these "ten to nine" is a time of the day, not a length or a range."""

UNTIL: Final = _set("until till as")
"""A weekday after one of these ("as early as") lies ahead in the news, whatever the tense."""

LIMITS: Final = _set("to until till through by")
"""After one of these a date may lie ahead of a verb in the past: "extended to May 3"."""

PLANNED: Final = _set(
    "schedule expect plan set due intend hope want aim prepare propose vow promise pledge agree "
    "decide ask seek urge invite order tell need wait await forecast predict slate call threaten require"
)
"""Verbs whose complement lies ahead: "scheduled for Friday", "agreed to meet on Monday"."""

DUE: Final = _set("due effective payable ready likely scheduled set expected")
"""Adjectives whose date lies ahead: "due on Friday", "effective June 1"."""

SET_FOR: Final = _set("schedule plan set slate expect")
"""Of these the date is the plan's, even in the past: "they planned a rally on Saturday"."""

SET_WITH: Final = _set("set")
"""Of these the date is the plan's only after "for", or where it is itself what is set."""

TIMETABLE: Final = _set("be open begin start commence end close expire resume reopen reconvene run")
"""Verbs whose present, without an object, looks ahead: "the vote is on Monday"."""

DONE: Final = _set("manage force fail compel happen help begin come go use get")
"""Verbs whose infinitive has the time of the verb itself: "was forced to resign on Friday"."""

AHEAD: Final = _set("will 'll shall would 'd wo may can should must ca")
"""Auxiliaries that look ahead (unless a perfect follows)."""

NOT_ITS_TIME: Final = word_set("until till through since from to for and or than between as")
"""Before a time, words that make it a beginning, an end or one of several."""
NOT_AFTER: Final = word_set("by before")
NOT_BEFORE: Final = word_set("after past")
SOON: Final = word_set("shortly just soon immediately right")
"""Before "before" and "after", words that keep the act near."""
ABOUT: Final = word_set("about around approximately roughly nearly almost circa some")
SMALL_BEFORE: Final = word_set("at on in the of early late , - (")
"""Words between a time and what bounds or hedges it."""

LOCAL_ZONES: Final = word_set("local")

ONSET: Final = phrase_set("begin | start | commence | erupt | break out")
OCCURRENCE: Final = phrase_set("happen | occur | take place")
"""Verbs of which the subject is an event, so that two of them ask one question."""
STRIKING: Final = word_set("strike hit shake jolt rock rattle")
"""Verbs of which the subject is an event where that is one of `FORCES`."""
FORCES: Final = word_set("earthquake quake tremor temblor")
"""Nouns for what strikes many places at one time, unlike a storm."""
TAKING: Final = frozenset({("take", "place")})
REPEATED: Final = word_set("again later earlier separate new fresh next previous")
"""Words that set an act apart from another of its kind."""

# --- numbers of dates and times, which are no figures ---------------------------------------------

DATES_AND_TIMES: Final = (
    rf"\b(?:{MONTHS_SPELLED})\b\.?,? ?\d{{1,2}}(?:st|nd|rd|th)?(?: ?[-–] ?\d{{1,2}})?(?:,? ?\d{{4}})?(?![\d,.%]*\d)",
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: ?[-–] ?\d{{1,2}})?(?: of)?[ -](?:{MONTHS_SPELLED})\b\.?(?:,?[ -]\d{{4}})?",
    rf"\b(?:{MONTHS_SPELLED})\b\.?,? (?:of )?\d{{4}}\b",
    rf"\b(?:{WEEKDAYS_SPELLED}),? \d{{1,2}}(?= (?:{MONTHS_SPELLED})\b)",
    r"(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])(?: ?(?:a\.?m\b\.?|p\.?m\b\.?))?",
    r"(?<![\d:])\d{1,2}: [0-5]\d ?[ap]\. ?m\b",
    r"\b(?:at|around|about|after|before|until|till|since|by) \d{1,2}: [0-5]\d(?![\d:.,%]*\d)",
    r"(?<![\d.])\d{1,2}(?:\.\d{2})? ?(?:a\.?m\b|p\.?m\b|o'clock\b)",
    rf"(?<![\d.])[0-2]?\d\.[0-5]\d ?(?:{DOTTED_ZONES})\b",
    r"(?<!\d)\d{4} ?(?:gmt|utc|hrs|hours gmt|local time|est|bst|cet)\b",
    r"\bat \d{4}(?= on\b|$)",
    r"(?<!\d)[0-2]\d[0-5]\d(?= ?\([0-2]\d[:.]?[0-5]\d ?(?:gmt|utc)\b)",
    r"\b[a-z]{3,9}(?:-[a-z]{3,5})? o'clock\b",
)
COUNTER: Final = re.compile(r"\W*(?:page|slide|photo|image|part)? ?\d{1,4} ?(?:of|/) ?\d{1,4}\W*")
"""A whole paragraph that only counts pages or pictures."""
