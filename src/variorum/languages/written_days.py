"""Written days: days as findings, labels and titles write them, whatever language accounts are in.

Enters: ISO days. Leaves: "14 March 2023", "14–16 March 2023".
"""

from __future__ import annotations

from variorum.languages.registry import DEFAULT, language_of

TOLD_IN = language_of(DEFAULT)
"""The language that findings are worded in, whatever their accounts are."""


def spelled_day(day: str, *, year: bool = True) -> str:
    """Return an ISO day as it is written: "9 March 2020", or without its year."""
    of, month, number = day.split("-")
    named = f"{int(number)} {TOLD_IN.calendar.month_names[int(month) - 1]}"
    return f"{named} {of}" if year else named


def spelled_days(first: str, last: str) -> str:
    """Return a stretch of ISO days as it is written, nothing said twice: "14–16 March 2023"."""
    if first == last:
        return spelled_day(first)
    if first[:7] == last[:7]:
        return f"{int(first[8:10])}–{spelled_day(last)}"
    return f"{spelled_day(first, year=first[:4] != last[:4])} – {spelled_day(last)}"
