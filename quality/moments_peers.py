"""Peers that read time expressions, each as a function from a text and its date to `Timex`s.

Enters: nothing but what is installed: `recognizers-text-date-time`, `dateparser`. Leaves: the
readers of those that are there; the others are left out with a message.

Neither is a part of what Variorum reads moments with. Both are told that news looks back. Neither
writes TIMEX3 values everywhere: Recognizers gives a day for a weekday and two ends for a quarter,
dateparser a date and how wide it is. They are written as TIMEX3 here, to their favour where there
is a choice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, Final

from quality.moments_timex import Timex
from quality.peers import installed

Reader = Callable[[str, date], tuple[Timex, ...]]

_QUARTER: Final = {1: 1, 4: 2, 7: 3, 10: 4}
_WIDTH: Final = {"year": 4, "month": 7}
"""Characters of an ISO date that say as much as dateparser's "period"."""


def peers() -> dict[str, Reader]:
    """Return the readers of the peers that are installed, by name."""
    return installed(LOADERS)


def _recognizers() -> Reader:
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_text import Culture

    model = DateTimeRecognizer(Culture.English).get_datetime_model()

    def read(text: str, published: date) -> tuple[Timex, ...]:
        when = datetime(published.year, published.month, published.day)
        return tuple(
            Timex(start + one.start, start + one.end + 1, timex3(one.resolution["values"][0]))
            for start, line in _lines(text)
            for one in model.parse(line, when)
            if one.resolution
        )

    return read


def timex3(value: dict[str, Any]) -> str:
    """Return a value of Recognizers as TIMEX3; the first of several is the one that looks back."""
    timex = str(value["timex"])
    if "start" in value and "end" in value and timex.startswith(("(", "X")):
        return _stretch(value["start"][:10], value["end"][:10])
    if "XXXX" in timex and value["type"] == "date":
        return str(value["value"])
    return timex


def _stretch(start: str, end: str) -> str:
    """Return two ends (the second excluded) as a quarter, month, year or week, else the first."""
    first, after = date.fromisoformat(start), date.fromisoformat(end)
    months = 12 * (after.year - first.year) + after.month - first.month
    whole = first.day == after.day == 1
    if whole and months == 12 and first.month == 1:
        return f"{first.year}"
    if whole and months == 3 and first.month in _QUARTER:
        return f"{first.year}-Q{_QUARTER[first.month]}"
    if whole and months == 1:
        return start[:7]
    if (after - first).days == 7 and first.isoweekday() == 1:
        return "{}-W{:02d}".format(*first.isocalendar())
    return start


def _dateparser() -> Reader:
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    def read(text: str, published: date) -> tuple[Timex, ...]:
        when = datetime(published.year, published.month, published.day)
        settings = {"RELATIVE_BASE": when, "PREFER_DATES_FROM": "past"}
        parser = DateDataParser(languages=["en"], settings=settings)
        found: list[Timex] = []
        for start, line in _lines(text):
            at = 0
            for words, day in search_dates(line, languages=["en"], settings=settings) or ():
                place = line.find(words, at)
                if place < 0:
                    continue
                at = place + len(words)
                wide = parser.get_date_data(words).period
                value = day.date().isoformat()[: _WIDTH.get(str(wide), 10)]
                found.append(Timex(start + place, start + at, value))
        return tuple(found)

    return read


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        yield line.start(), line.group()


LOADERS: Final[dict[str, tuple[str, Callable[[], Reader]]]] = {
    "recognizers-text": ("recognizers_date_time", _recognizers),
    "dateparser": ("dateparser", _dateparser),
}
