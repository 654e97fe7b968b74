"""English words of time: what each names, and nothing of how they combine.

Enters: nothing. Leaves: `WORDS` (a lower-case word to its class and value) and the small tables
that `moment_lexemes`, `moment_tense` and `moment_grammar` consult.

The classes are those of `moment_lexemes.CODES`.
"""

from typing import Final

Value = int | float | str

_MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH_SHORT: Final = {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_DAYS: Final = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_DAY_SHORT: Final = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
    "sun": 6,
}  # fmt: skip
_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        start=1,
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
}
_UNITS: Final = ["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"]

MANY: Final = "X"
"""The number of a count that no number states: "several days" is PXD, as in TimeML."""

FUTURE, PRESENT, PAST = "FUTURE_REF", "PRESENT_REF", "PAST_REF"

_CLASSES: Final[dict[str, dict[str, Value]]] = {
    "MONTH": {word: number for number, word in enumerate(_MONTHS, start=1)} | _MONTH_SHORT,
    "WEEKDAY": {word: number for number, word in enumerate(_DAYS)},
    "WEEKDAYS": {word + "s": number for number, word in enumerate(_DAYS)},
    "SHORTDAY": dict(_DAY_SHORT),
    "WORDNUM": dict(_NUMBERS),
    "HUNDRED": {"hundred": 100, "thousand": 1000, "dozen": 12, "million": 1_000_000},
    "ORDWORD": dict(_ORDINALS),
    "UNIT": {unit: unit for unit in _UNITS[1:]} | {"fortnight": "fortnight", "hr": "hour"},
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
    "ZONE": dict.fromkeys(("gmt", "utc"), "Z") | dict.fromkeys(
        ["est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest", "eet", "eest", "bst", "ist", "msk", "jst", "hkt", "aest", "local", "eastern", "pacific"],
        "",
    ),
    "TODAY": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "TONIGHT": {"tonight": "TNI"},
    "LAST": {"last": -1},
    "PASTWORD": {"past": -1},
    "NEXT": {"next": 1, "coming": 1, "upcoming": 1},
    "THIS": {"this": 0},
    "THESE": {"these": 0},
    "CURRENT": {"current": 0, "latest": 0},
    "FULL": {"full": "", "whole": "", "entire": ""},
    "ENDED": {"ended": "", "ending": ""},
    "SAME": {"same": 0},
    "THAT": {"that": 0},
    "BEFORE": {"previous": -1, "preceding": -1, "prior": -1},
    "AFTER": {"following": 1, "subsequent": 1},
    "AGO": {"ago": -1},
    "EARLIER": {"earlier": -1, "before": -1},
    "LATER": {"later": 1, "afterwards": 1, "afterward": 1},
    "AFTERWORD": {"after": 1},
    "EARLY": {"early": "early", "late": "late", "mid": "mid"},
    "EDGE": {
        "beginning": "early", "start": "early", "end": "late", "close": "late", "middle": "mid",
    },
    "SOMETIME": {"sometime": ""},
    "ABOUT": dict.fromkeys(
        ["about", "around", "nearly", "almost", "roughly", "approximately", "some", "over", "under"], ""
    ),
    "MORE": {"more": "", "less": "", "fewer": "", "longer": "", "no": ""},
    "THAN": {"than": ""},
    "ATWORD": {"at": ""},
    "LEAST": {"least": "", "most": ""},
    "FEW": dict.fromkeys(("few", "several", "many", "couple", "recent", "numerous"), MANY),
    "HALF": {"half": 0.5},
    "EVERY": {"every": "EACH", "each": "EACH", "per": "EACH"},
    "OFTEN": {
        "hourly": "PT1H", "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W",
        "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y",
    },
    "FISCAL": {"fiscal": "fiscal", "financial": "fiscal"},
    "NOW": {"now": PRESENT, "currently": PRESENT, "nowadays": PRESENT, "presently": PRESENT},
    "LATELY": {"recently": PAST, "lately": PAST},
    "FUTURE": {"future": FUTURE},
    "NEAR": {"near": "", "distant": "", "foreseeable": "", "immediate": ""},
    "DECADEWORD": {
        "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
        "eighties": 8, "nineties": 9,
    },
    "A": {"a": 1, "an": 1},
    "THE": {"the": ""},
    "OF": {"of": ""},
    "IN": {"in": "", "within": ""},
    "FORWORD": {"for": ""},
    "ON": {"on": ""},
    "TO": {"to": "", "until": "", "till": "", "through": ""},
    "FROM": {"from": ""},
    "BETWEEN": {"between": ""},
    "AND": {"and": ""},
    "OR": {"or": ""},
    "OLD": {"old": ""},
    "DASH": {"-": "", "–": ""},
    "COMMA": {",": ""},
    "APOSTROPHE": {"'": ""},
    "POSSESSIVE": {"s": ""},
}  # fmt: skip

WORDS: Final[dict[str, tuple[str, Value]]] = {
    word: (name, value) for name, table in _CLASSES.items() for word, value in table.items()
}

ABBREVIATED: Final = frozenset(_MONTH_SHORT) | frozenset(_DAY_SHORT)
"""These carry their full stop with them."""

CAPITALISED: Final = frozenset(_MONTHS) | ABBREVIATED
"""These name a time only with a capital: "march" and "sat" are also verbs."""

VERB_TOO: Final = frozenset({"may", "march", "fall", "spring", "second", "past", "close"})
"""These are left alone where the tagger calls them verbs or auxiliaries."""

HOLIDAYS: Final = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "christmas": (12, 25),
    "boxing day": (12, 26), "new year's day": (1, 1), "new year's eve": (12, 31),
    "independence day": (7, 4), "valentine's day": (2, 14), "halloween": (10, 31),
}  # fmt: skip

NOT_A_YEAR_AFTER: Final = frozenset(
    [
        "resolution",
        "no",
        "number",
        "room",
        "flight",
        "page",
        "chapter",
        "section",
        "article",
        "model",
        "boeing",
        "route",
        "bus",
        "highway",
        "paragraph",
        "case",
        "bill",
        "act",
        "unit",
        "channel",
        "hotel",
        "suite",
        "extension",
        "level",
        "sales",
        "of$",
    ]
)
"""A four-digit number after one of these is a label, not a year."""

YEAR_AFTER: Final = frozenset(
    [
        "in",
        "since",
        "by",
        "of",
        "from",
        "until",
        "till",
        "before",
        "after",
        "during",
        "for",
        "to",
        "through",
        "late",
        "early",
        "mid",
        "between",
        "and",
        "or",
        "back",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "fiscal",
        "year",
        "around",
        "about",
        "the",
    ]
)
"""A four-digit number after one of these may be a year even where the pipeline saw none."""

PLANNED: Final = frozenset(
    [
        "schedule",
        "expect",
        "plan",
        "set",
        "due",
        "intend",
        "hope",
        "want",
        "aim",
        "prepare",
        "propose",
        "vow",
        "promise",
        "pledge",
        "agree",
        "decide",
        "ask",
        "seek",
        "urge",
        "invite",
        "order",
        "tell",
        "need",
        "wait",
        "await",
        "slate",
        "call",
        "threaten",
        "require",
    ]
)
"""Verbs whose complement lies ahead: "scheduled for Friday", "agreed to meet on Monday"."""

DONE: Final = frozenset(
    ["manage", "force", "fail", "compel", "happen", "help", "begin", "come", "go", "use", "get"]
)
"""Verbs whose infinitive has the time of the verb itself: "was forced to resign on Friday"."""

AHEAD: Final = frozenset({"will", "'ll", "shall", "would", "'d", "wo", "may", "can", "should",
                          "must", "could", "might", "ca"})  # fmt: skip
"""Auxiliaries that look ahead (unless a perfect follows)."""
