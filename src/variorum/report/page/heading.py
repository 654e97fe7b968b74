"""Heading: what stands above everything else on the page: how many accounts, their days, their events.

Enters: `Material`. Leaves: a `PageHeading`.
"""

from __future__ import annotations

import re

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.languages.written_days import TOLD_IN, spelled_day, spelled_days
from variorum.read.naming import published_day

_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_TIME = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))T(\d\d:\d\d)")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


class PageHeading(Struct, frozen=True):
    """The title, the small line over it, part by part, and the line below it.

    `year` is the one that all days of accounts are in, empty where they are not.
    """

    title: str
    kicker: tuple[str, ...]
    line: str
    year: str


def heading(known: Material) -> PageHeading:
    """Return the heading of a ledger's page."""
    events = sorted(known.events.values(), key=lambda event: -len(event.accounts))
    days = _days(known)
    span = [spelled_days(days[0], days[-1])] if days else []
    accounts = len(known.accounts)
    who = (
        "What one account says" if accounts == 1 else f"What {accounts} accounts say, side by side"
    )
    return PageHeading(
        title=events[0].label if events else "No events",
        kicker=(_many(accounts, "account"), *span, _many(len(events), "event")),
        line=f"{who}. Nothing here says who is right; every line opens the words it rests on.",
        year=days[0][:4] if days and days[0][:4] == days[-1][:4] else "",
    )


def _days(known: Material) -> list[str]:
    """Return the days that accounts give as their own, in order; what is no day is left out."""
    days = map(published_day, known.accounts.values())
    return sorted(day for day in days if day and _DAY.fullmatch(day))


def spelled(days: str) -> str:
    """Return days as `short_days` has them as a reader says them; what is no day stays as it is."""
    first, _, last = days.partition(" to ")
    month = _MONTH.fullmatch(first)
    if month and not last:
        return f"{TOLD_IN.calendar.month_names[int(month[2]) - 1]} {month[1]}"
    at = _TIME.fullmatch(days)
    if at:
        return f"{spelled_day(at[1])}, {at[2]}"
    if _DAY.fullmatch(first) and (not last or _DAY.fullmatch(last)):
        return spelled_days(first, last or first)
    return days


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
