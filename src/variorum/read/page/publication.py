"""Dates of publication: what a field, a line or a dateline says, as ISO 8601 bounds.

Enters: a string. Leaves: `DateRange` dates (first day, last day), or ``None``.

Only the day is kept, as printed, in the zone it was printed in. A date that can be read day first
or month first ("03/04/2021") keeps both readings as its bounds.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cache

from msgspec import Struct

from variorum.languages.calendar import Calendar
from variorum.languages.language import Language
from variorum.languages.tables import NOTHING, Pattern

YEARS = range(1800, 2101)
"""Years a publication date may have."""

_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_TOKEN = re.compile(r"[\w.+-]+")
_URL_DATE = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=[/-]|$)")


class DateRange(Struct, frozen=True, order=True):
    """A date as two days; equal where the day is known."""

    earliest: date
    latest: date


class PageDates(Struct, frozen=True):
    """How a language prints dates: months by name, and patterns.

    `month` has one group, the name without its full stop; `ordinal` is what may follow the number of a
    day. Of the whole patterns, `partial` has two pairs of groups: month and day, day and month.
    """

    months: Mapping[str, int]
    month: str
    weekday: str
    ordinal: str
    month_first: Pattern
    day_first: Pattern
    month_only: Pattern
    partial: Pattern
    clock: Pattern
    numbered: Pattern


@cache
def printed(calendar: Calendar) -> PageDates:
    """Return how a calendar's dates are printed."""
    months = {word: int(worth) for word, (kind, worth) in calendar.words.items() if kind == "MONTH"}
    days = [word for word, (kind, _) in calendar.words.items() if kind in ("WEEKDAY", "SHORTDAY")]
    month, ordinal = rf"({_any(months)})\.?", rf"(?:{calendar.ordinal_suffixes})?"
    return PageDates(
        months,
        month,
        _any(days),
        ordinal,
        re.compile(rf"\b{month}[ /](\d{{1,2}}){ordinal}(?:,? |/)(\d{{4}})(?!\d)", re.I),
        re.compile(rf"(?<!\d)(\d{{1,2}}){ordinal}[ -]{month},?[ -](\d{{4}})(?!\d)", re.I),
        re.compile(rf"\b{month} (\d{{4}})(?!\d)", re.I),
        re.compile(rf"\b(?:{month} (\d{{1,2}}){ordinal}|(\d{{1,2}}){ordinal} {month})(?!\w)", re.I),
        re.compile(rf"\d{{1,2}}[:.]\d{{2}}(?: ?(?:{calendar.meridiem}))?.{{0,12}}"),
        re.compile(rf"[\d.:+/-]{{1,19}}(?:{calendar.ordinal_suffixes}|{calendar.meridiem}|z|h)?"),
    )


def _any(words: Iterable[str]) -> str:
    """Return a pattern of words, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word))) or NOTHING


def find_date(text: str, language: Language) -> DateRange | None:
    """Return the first full date in `text` (at most its first 400 characters)."""
    shown, how = text[:400], printed(language.calendar)
    readers = (_iso, _month_first, _day_first, _numeric, _compact, _month_only)
    return next((found for reader in readers if (found := reader(shown, how)) is not None), None)


def field_date(value: object, language: Language) -> DateRange | None:
    """Read a metadata field: a string, or seconds or milliseconds since 1970."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, str):
        if not _EPOCH.fullmatch(value.strip()):
            return find_date(value.strip(), language)
        value = float(value)
    seconds = value / 1000 if value > 10**11 else value
    if not 0 < seconds < 4_102_444_800:
        return None
    day = datetime.fromtimestamp(seconds, UTC).date()
    return DateRange(day, day)


def url_date(url: str | None) -> DateRange | None:
    """Read the date in an address's path ("/2020/11/09/")."""
    match = _URL_DATE.search((url or "")[-300:])
    if match is None or match.group(3) is None:
        return None
    return _day(match.group(1), match.group(2), match.group(3))


def partial_date(text: str, year: int, language: Language) -> DateRange | None:
    """Read a date without a year ("November 9") in a `year` known from elsewhere."""
    how = printed(language.calendar)
    match = how.partial.search(text[:200])
    if match is None:
        return None
    month, day = match.group(1) or match.group(4), match.group(2) or match.group(3)
    return _day(str(year), str(how.months[month.lower()]), day)


def only_date(plain: str, language: Language) -> bool:
    """Whether a line (plain form) holds a date or clock time and next to nothing else."""
    if not 3 < len(plain) < 120 or not any(mark.isdigit() for mark in plain):
        return False
    tokens = [token.strip(".,") for token in _TOKEN.findall(plain)]
    strange = [token for token in tokens if not _dateish(token, language)]
    how = printed(language.calendar)
    dated = find_date(plain, language) is not None or how.partial.search(plain) is not None
    clock = how.clock.fullmatch(plain) is not None
    return not strange and (dated or clock)


def _dateish(token: str, language: Language) -> bool:
    how = printed(language.calendar)
    return (
        token in language.pages.date_words
        or token in how.months
        or not token
        or how.numbered.fullmatch(token) is not None
        or re.fullmatch(r"\d{4}-\d{2}-\d{2}t[\d:.+z-]{1,20}", token) is not None
    )


def _iso(text: str, _: PageDates) -> DateRange | None:
    match = _ISO.search(text)
    return _day(*match.groups()) if match else None


def _compact(text: str, _: PageDates) -> DateRange | None:
    match = _COMPACT.search(text)
    return _day(*match.groups()) if match else None


def _month_first(text: str, how: PageDates) -> DateRange | None:
    match = how.month_first.search(text)
    return _day(match[3], str(how.months[match[1].lower()]), match[2]) if match else None


def _day_first(text: str, how: PageDates) -> DateRange | None:
    match = how.day_first.search(text)
    return _day(match[3], str(how.months[match[2].lower()]), match[1]) if match else None


def _month_only(text: str, how: PageDates) -> DateRange | None:
    match = how.month_only.search(text)
    if match is None or int(match[2]) not in YEARS:
        return None
    year, month = int(match[2]), how.months[match[1].lower()]
    return DateRange(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _numeric(text: str, _: PageDates) -> DateRange | None:
    match = _NUMERIC.search(text)
    if match is None:
        return None
    first, mark, second, year = match.groups()
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if day_first is None or month_first is None:
        return day_first or month_first
    if mark == ".":
        return day_first
    both = sorted((day_first.earliest, month_first.earliest))
    return DateRange(both[0], both[1])


def _day(year: str, month: str, day: str) -> DateRange | None:
    if int(year) not in YEARS:
        return None
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return DateRange(found, found)
