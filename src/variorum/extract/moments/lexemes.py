"""Lexemes: the words of a paragraph with the class of each, as one letter a word.

Enters: folded text, the annotation's tokens. Leaves: `LexemeLine`s, on whose `classes` the grammar's
patterns run. Most paragraphs hold no word of time and leave nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from variorum.annotations import Token
from variorum.languages.calendar import CLASSES, Calendar, Value
from variorum.languages.tables import NOTHING
from variorum.syntax import VERB_FORMS, Form

VOCABULARY = 50_000
"""Words whose class is kept at hand."""
_BY_FORM = "OTHER DAY YEAR INT ORDINAL CLOCK DOTCLOCK ISO SLASHED DECADE FRACTION HOLIDAY"
_NAMES = [*CLASSES, *_BY_FORM.split()]
CODES: dict[str, str] = {name: chr(0x100 + number) for number, name in enumerate(_NAMES)}
"""One letter for each class; none of them means anything in a regular expression."""

_OF_TIME = (
    "MONTH WEEKDAY WEEKDAYS SHORTDAY UNIT UNITS QUARTER QUARTERS QNUMBER PERIOD WEEKEND SEASON PART "
    "PARTS NOON MERIDIEM ZONE TODAY TONIGHT OFTEN NOW LATELY FUTURE DECADEWORD YEAR ISO SLASHED "
    "DECADE HOLIDAY OCLOCK CLOCK PASTWORD"
)
TRIGGERS = frozenset(CODES[name] for name in _OF_TIME.split())
"""A paragraph with none of these classes is not looked at again."""


class TimeLexeme(Struct, frozen=True, gc=False):
    """A word: its class, what the class's table says of it, its place, its token or -1.

    `form` is the token's, "other" where the pipeline cut the words elsewhere.
    """

    kind: str
    value: Value
    start: int
    end: int
    token: int
    word: str
    form: Form


class LexemeLine(Struct, frozen=True):
    """The lexemes of one paragraph and their classes as a string of equal length."""

    lexemes: tuple[TimeLexeme, ...]
    classes: str
    calendar: Calendar


@cache
def _lexeme(calendar: Calendar) -> re.Pattern[str]:
    short = _either(calendar.abbreviated)
    named = (*calendar.holidays, *calendar.floating, *calendar.easter, *calendar.once)
    holidays = _either(map(re.escape, named))
    return re.compile(
        rf"""
          (?P<ISO>\b\d{{4}}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?\b)
        | (?P<SLASHED>\b\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)\b|\b\d{{1,2}}\.\d{{1,2}}\.\d{{4}}\b)
        | (?P<HOLIDAY>\b(?:{holidays})\b)
        | (?P<CLOCK>\b\d{{1,2}}:[0-5]\d(?::[0-5]\d)?(?![\d:]))
        | (?P<FRACTION>\b[1-9]/[2-9]\b)
        | (?P<DOTCLOCK>\b\d{{1,2}}\.[0-5]\d(?=\s?(?:{calendar.meridiem}|{calendar.dotted_zones})\b))
        | (?P<DECADE>(?:\b(?:1\d|20)\d0|'[1-9]0)'?(?:{calendar.decade_suffix})\b)
        | (?P<ORDINAL>\b\d{{1,2}}(?:{calendar.ordinal_suffixes})\b)
        | (?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)
        | (?P<short>\b(?:{short})(?:\.|(?=\s\d))|(?<=\d\s)(?:{short})\b)
        | (?P<meridiem>\b(?:{calendar.spelled_meridiem}))
        | (?P<quarter>\b(?:{calendar.quarters})\b)
        | (?P<oclock>\b(?:{calendar.of_the_clock})\b)
        | (?P<word>[^\W\d_]+)
        | (?P<mark>\S)
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _either(words: Iterable[str]) -> str:
    """Return an alternation of words, the longest first; of none, what fits nowhere."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word))) or NOTHING


def line(
    folded: str,
    place: tuple[int, int],
    tokens: Mapping[int, int],
    seen: Sequence[Token],
    *,
    calendar: Calendar,
) -> LexemeLine | None:
    """Return the lexemes of `folded[place]`, or `None` where no word of time is there.

    `tokens` maps a start offset to an index into `seen`.
    """
    found = [
        _found(calendar, match, tokens, seen)
        for match in _lexeme(calendar).finditer(folded, *place)
    ]
    classes = "".join([CODES[kind] for _, _, _, kind, _ in found])
    if TRIGGERS.isdisjoint(classes):
        return None
    lexemes = tuple(
        TimeLexeme(CODES[kind], value, match.start(), match.end(), token, match[0], form)
        for match, token, form, kind, value in found
    )
    return LexemeLine(lexemes, classes, calendar)


def _found(
    calendar: Calendar, match: re.Match[str], tokens: Mapping[int, int], seen: Sequence[Token]
) -> tuple[re.Match[str], int, Form, str, Value]:
    """Return a word's match with its token, form, class and value."""
    token = tokens.get(match.start(), -1)
    form: Form = seen[token].form if token >= 0 else "other"
    return match, token, form, *_class(calendar, match.lastgroup or "", match[0], form)


@lru_cache(maxsize=VOCABULARY)
def _class(calendar: Calendar, group: str, text: str, form: Form) -> tuple[str, Value]:
    lower = text.lower()
    if group == "number":
        return _number(text)
    if group in CODES:
        return group, lower
    word = lower.removesuffix(".") if group == "short" else lower
    if (word in calendar.capitalised and not text[0].isupper()) or (
        word in calendar.verb_too and form in VERB_FORMS
    ):
        return "OTHER", lower
    if group == "word" and word in calendar.abbreviated:
        return "OTHER", lower
    return calendar.words.get(word, ("OTHER", lower))


def _number(text: str) -> tuple[str, Value]:
    if not text.isascii() or not text.isdigit():
        return "INT", _amount(text)
    number = int(text) if len(text) < 8 else 0
    if len(text) <= 2 and 1 <= number <= 31:
        return "DAY", number
    if len(text) == 4 and 1000 <= number < 2200:
        return "YEAR", number
    return "INT", number


def _amount(text: str) -> float:
    plain = text.replace(",", "")
    try:
        return float(plain) if len(plain) < 12 else 0
    except ValueError:
        return 0
