"""Heading: what stands above everything else on the page: how many accounts, their days, their events.

Enters: `Material`. Leaves: a `PageHeading`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.languages.registry import DEFAULT, language_of
from variorum.report.timeline import GIVEN_BY_ITSELF

_DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)")

_WHOLE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


class PageHeading(Struct, frozen=True):
    """The small line over the title, part by part, and the line below it."""

    kicker: tuple[str, ...]
    line: str


def heading(known: Material) -> PageHeading:
    """Return the heading of a ledger's page."""
    accounts = len(known.accounts)
    kicker = [_many(accounts, "account"), *_days(known), _many(len(known.events), "event")]
    who = (
        "What one account says" if accounts == 1 else f"What {accounts} accounts say, side by side"
    )
    return PageHeading(
        tuple(kicker),
        f"{who}. Nothing here says who is right; every line opens the words it rests on.",
    )


def _days(known: Material) -> Iterator[str]:
    """Yield the days from the first account's to the last's, where accounts tell theirs."""
    stated = [a.published for a in known.accounts.values() if a.published.basis in GIVEN_BY_ITSELF]
    days = [day for one in stated for day in (one.earliest, one.latest) if day and _DAY.match(day)]
    if days:
        yield spelled_days(min(days), max(days))


def spelled(days: str) -> str:
    """Return days as `short_days` has them as a reader says them; what is no day stays as it is."""
    first, _, last = days.partition(" to ")
    month = _MONTH.fullmatch(first)
    if month and not last:
        return f"{_month(month[2])} {month[1]}"
    if _WHOLE.fullmatch(first) and (not last or _WHOLE.fullmatch(last)):
        return spelled_days(first, last or first)
    return days


def spelled_days(first: str, last: str) -> str:
    """Return ISO days from first to last as they are written: "27–28 November 2005"."""
    (year, month, day), (year2, month2, day2) = (_DAY.findall(one)[0] for one in (first, last))
    end = f"{int(day2)} {_month(month2)} {year2}"
    if (year, month, day) == (year2, month2, day2):
        return end
    if (year, month) == (year2, month2):
        return f"{int(day)}–{end}"
    start = f"{int(day)} {_month(month)}"
    return f"{start} – {end}" if year == year2 else f"{start} {year} – {end}"


def _month(number: str) -> str:
    return language_of(DEFAULT).calendar.month_names[int(number) - 1]


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
