"""Windows: within which days and minutes an act lies, by the words that tell its time.

Enters: a `Moment`, the words before it and its language's `Calendar`. Leaves: `Window`s, and whether two lie apart.

Clock times in print are rounded, with "about" or without (van der Henst, Carles & Sperber,
"Truthfulness and relevance in telling the time", 2002): a round number stands for all that are nearer to
it than to the next on the scale on which it is round (Krifka, "Approximate interpretation of
number words", 2007). So a whole or half hour reaches a quarter of an hour either way, a quarter half
of that, a multiple of five minutes half of five, and "about" brings every other minute on that last
scale. Ends that touch are not apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from variorum.judge.figures.occasions import NEARBY
from variorum.languages.calendar import HALVES, Calendar, Value
from variorum.languages.tables import Words
from variorum.records import Moment, Published

ROUND_MINUTES: Final = ((30, 15.0), (15, 7.5), (5, 2.5))
"""Minutes on which a time is round, and how far it then reaches either way."""
SOON_AFTER: Final = 30
"""Minutes that "shortly before" and "just after" span at most."""
DAY_PARTS: Final = {"TMO": (0, 750), "TAF": (690, 1110), "TEV": (960, 1440)}
"""Minutes of the day that "morning", "afternoon" and "evening" may mean; night belongs to two days."""
DARK: Final = (6 * 60, 22 * 60)
"""Before the first and after the second of these minutes it is night: "after nine" lasts until then."""
DAY_LONG: Final = 1440
HALF_DAY: Final = 720
NOON: Final = 12
ZONE_STEP: Final = 30
"""Minutes by which the clocks of two zones differ, or a multiple of them."""
WEEK: Final = 7
MOST_DAYS: Final = timedelta(days=2)
"""Days after the first to which a time may reach: of "last week" people mean now this, now that."""
_CLOCK = re.compile(r"T(\d\d):(\d\d)(Z?)")
_PART = re.compile(r"T[A-Z]{2}")
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*|[^\w\s]")
_LETTERS = re.compile(r"[^\W\d_]+")


class Window(Struct, frozen=True):
    """Inclusive ISO days `first` to `last` and minutes of the day `low` to `high`, where known.

    `weekday` (1 for Monday) is the day's, `named` that it was given by that name, `reckoned` that it
    rests on the date of publication alone; `zone` is that of the clock, `either` that the hour may
    be one of the morning or of the afternoon, `unsure` that the act may be told under either of two
    days: at night, or "today" in copy that is dated where and when it was posted. `at` is the minute
    itself that a clock time gives, with or without "about", but not with "before" or "after".
    """

    first: str | None = None
    last: str | None = None
    weekday: int | None = None
    named: bool = False
    low: float | None = None
    high: float | None = None
    zone: str = ""
    reckoned: bool = False
    either: bool = False
    unsure: bool = False
    at: int | None = None


def window(calendar: Calendar, moment: Moment, before: str, published: Published) -> Window | None:
    """Return when an act was that a moment times; ``None`` where that is a start, an end or no day.

    `before` is the text of its sentence in front of it.
    """
    lead = _lead(calendar, before)
    if lead & calendar.not_its_time:
        return None
    bound = bool(lead & (calendar.not_after | calendar.not_before))
    low, high = _minutes(calendar, moment, lead)
    first, last = (None, None) if bound else _days(moment, published)
    called = _called(calendar, moment)
    weekday = None if bound else called or _weekday(first, last)
    if low is None and weekday is None and first is None:
        return None
    clock = _CLOCK.search(moment.value or "")
    return Window(
        first=first,
        last=last,
        weekday=weekday,
        named=called is not None,
        reckoned=called is None and moment.anchor != "itself",
        low=low,
        high=high,
        zone=_zone(calendar, moment) if clock else "",
        either=clock is not None and _either(calendar, moment),
        unsure=_is_dark(calendar, moment) or (called is None and first == day_of(published)),
        at=_minute(clock) if clock and not bound else None,
    )


def bound_from(calendar: Calendar, before: str) -> int:
    """Return where words begin that bound or hedge what follows a text: "shortly before"."""
    telling = _telling(calendar)
    starts = [at for at, word in _run(calendar, before) if word in telling]
    return min(starts, default=len(before))


def apart(one: Window, other: Window) -> bool:
    """Tell whether two windows share no minute, whatever the words leave open."""
    days = _days_apart(one, other)
    if days is not None:
        return 1 < days <= NEARBY.days or (days == 1 and not _of_two_days(one, other))
    return _minutes_apart(one, other)


def one_time(one: Window, other: Window) -> bool:
    """Tell whether two windows are of one time as far as each tells it: one day, and one minute.

    "Saturday" is the time of "14 July" where that was a Saturday; 8.45 is not that of 8.49.
    """
    if apart(one, other):
        return False
    days = _one_day(one, other)
    if one.at is None or other.at is None:
        return bool(days)
    return days is not False and (one.at, one.zone, one.either) == (
        other.at,
        other.zone,
        other.either,
    )


def _one_day(one: Window, other: Window) -> bool | None:
    """Tell whether two windows name one day; ``None`` where one of them names none."""
    if one.first and other.first:
        return one.first == one.last == other.first == other.last
    return one.weekday == other.weekday if one.weekday and other.weekday else None


def _of_two_days(one: Window, other: Window) -> bool:
    """Tell whether two days that follow one another may be names of one: at night, in two zones."""
    clocks = one.low is not None and other.low is not None
    reckoned = (one.reckoned or other.reckoned) and clocks and not _minutes_apart(one, other)
    return one.unsure or other.unsure or one.zone != other.zone or reckoned


def _telling(calendar: Calendar) -> Words:
    return calendar.about | calendar.soon | calendar.not_after | calendar.not_before


def _lead(calendar: Calendar, before: str) -> Words:
    """Return the words that bound or hedge what follows: "shortly before", "at about"."""
    return frozenset(word for _, word in _run(calendar, before))


def _run(calendar: Calendar, before: str) -> Iterator[tuple[int, str]]:
    """Yield the small words right before a time, the last first, with where they begin."""
    known = _telling(calendar) | calendar.small_before | calendar.not_its_time
    for found in reversed(list(_WORD.finditer(before.lower()))):
        if found[0] not in known:
            return
        yield found.start(), found[0]
        if found[0] in calendar.not_its_time:
            return


# --- days ----------------------------------------------------------------------------------------


def _days(moment: Moment, published: Published) -> tuple[str | None, str | None]:
    """Return the days, where the words themselves or the account's own date give them."""
    anchor = moment.anchor or ""
    dated = anchor.startswith("publication") and bool(day_of(published))
    if not moment.earliest or not moment.latest or not (dated or anchor == "itself"):
        return None, None
    first, last = moment.earliest[:10], moment.latest[:10]
    brief = date.fromisoformat(last) - date.fromisoformat(first) <= MOST_DAYS
    return (first, last) if brief else (None, None)


def day_of(published: Published) -> str:
    """Return the day of publication; empty where it is not known, or only implied by other texts."""
    known = published.basis not in ("narrative", "unknown")
    return (published.latest or "")[:10] if known else ""


def _classes(calendar: Calendar, moment: Moment) -> list[tuple[str, str, Value]]:
    """Return the words of a moment that the calendar has, each with its class and what it is worth."""
    words = _LETTERS.findall(moment.place.text.lower())
    return [(word, *calendar.words[word]) for word in words if word in calendar.words]


def _called(calendar: Calendar, moment: Moment) -> int | None:
    """Return the day of the week that the words name, 1 for Monday."""
    kinds = _classes(calendar, moment)
    named = [int(value) + 1 for _, kind, value in kinds if kind in ("WEEKDAY", "SHORTDAY")]
    return named[0] if len(named) == 1 else None


def _weekday(first: str | None, last: str | None) -> int | None:
    return date.fromisoformat(first).isoweekday() if first and first == last else None


def _days_apart(one: Window, other: Window) -> int | None:
    """Return how many days lie between two windows; ``None`` where they may be of one day."""
    dated = _dates_apart(one, other)
    far = dated is not None and dated > NEARBY.days
    if one.weekday and other.weekday and (one.named or other.named) and not far:
        days = abs(one.weekday - other.weekday)
        return min(days, WEEK - days) or None
    return dated


def _dates_apart(one: Window, other: Window) -> int | None:
    """Return how many days lie between the dates of two windows, where both have some."""
    if not (one.first and one.last and other.first and other.last):
        return None
    first, last = (date.fromisoformat(day) for day in (one.first, one.last))
    since, until = (date.fromisoformat(day) for day in (other.first, other.last))
    days = max((since - last).days, (first - until).days)
    return days if days > 0 else None


# --- minutes -------------------------------------------------------------------------------------


def _minutes(calendar: Calendar, moment: Moment, lead: Words) -> tuple[float | None, float | None]:
    value = moment.value or ""
    clock, part = _CLOCK.search(value), _PART.search(value)
    if clock is None:
        return DAY_PARTS.get(part[0], (None, None)) if part else (None, None)
    at = _minute(clock)
    if lead & calendar.not_after:
        return (at - SOON_AFTER if lead & calendar.soon else DARK[1] - DAY_LONG), at
    if lead & calendar.not_before:
        return at, (at + SOON_AFTER if lead & calendar.soon else DAY_LONG + DARK[0])
    about = bool(calendar.about & (lead | set(moment.place.text.lower().split())))
    reach = next(
        (far for step, far in ROUND_MINUTES if at % step == 0),
        ROUND_MINUTES[-1][1] if about else 0.0,
    )
    return at - reach, at + reach


def _minute(clock: re.Match[str]) -> int:
    return int(clock[1]) * 60 + int(clock[2])


def _minutes_apart(one: Window, other: Window) -> bool:
    if None in (one.low, one.high, other.low, other.high):
        return False
    shifts = {-DAY_LONG, 0, DAY_LONG}  # a quarter to midnight and midnight are near
    if one.zone != other.zone:
        shifts = set(range(-DAY_LONG, DAY_LONG, ZONE_STEP))
    if one.either or other.either:
        shifts |= {shift + half for shift in shifts for half in (-HALF_DAY, HALF_DAY)}
    return all(_gap(one, other, shift) > 0 for shift in shifts)


def _gap(one: Window, other: Window, shift: int) -> float:
    low, high = (one.low or 0) + shift, (one.high or 0) + shift
    return max((other.low or 0) - high, low - (other.high or 0))


def _zone(calendar: Calendar, moment: Moment) -> str:
    """Return the zone in which a clock time is given, empty for that of the place."""
    zones = [word for word, kind, _ in _classes(calendar, moment) if kind == "ZONE"]
    named = [word for word in zones if word not in calendar.local_zones]
    if (moment.value or "").endswith("Z"):
        return "Z"
    return named[0] if named else ""


def _either(calendar: Calendar, moment: Moment) -> bool:
    """Tell whether an hour is one of two of the day: "at 3.30", but not "at 03:30" or "at 3pm"."""
    text = moment.place.text.lower()
    hour = re.search(r"\d+(?=[:.]\d\d)", text) or re.search(r"\d+", text)
    told = re.search(rf"(?:{calendar.meridiem})\b", text) is not None
    told = told or any(kind in HALVES for _, kind, _ in _classes(calendar, moment))
    whole = hour is not None and (hour[0][0] == "0" or int(hour[0]) > NOON)
    return not (told or whole)


def _is_dark(calendar: Calendar, moment: Moment) -> bool:
    """Tell whether people name the day of a time now by its evening, now by its morning."""
    value = moment.value or ""
    early = any(kind == "EARLY" and of == "early" for _, kind, of in _classes(calendar, moment))
    if "TNI" in value or "T24" in value or early:
        return True
    at = _CLOCK.search(value)
    return at is not None and not DARK[0] <= int(at[1]) * 60 + int(at[2]) < DARK[1]
