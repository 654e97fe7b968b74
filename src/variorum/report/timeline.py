"""Timeline: dated moments, earliest first, those of the same days together.

Enters: `Material`. Leaves: `Day`s of `Entry`s, each with the place it rests on.
"""

from __future__ import annotations

import re
from calendar import monthrange
from itertools import groupby

from msgspec import Struct

from variorum.records import Moment, Span
from variorum.report.material import Material
from variorum.report.telling import surroundings

ITSELF = "itself"
_ACCOUNT = re.compile(r"account (?P<account>\S+): (?P<days>.*)", re.DOTALL)
_WHOLE_YEAR = re.compile(r"(\d{4})-01-01/\1-12-31")
_ONE_MONTH = re.compile(r"((\d{4})-(0[1-9]|1[0-2]))-01/\1-(\d\d)")


class Entry(Struct, frozen=True):
    """One account's moment: its words, the passage around them, and how it was dated."""

    place: Span
    passage: Span
    ground: str


class Day(Struct, frozen=True):
    """Moments of the same days, a month or a year."""

    dates: str
    entries: tuple[Entry, ...]


def days(material: Material, *, most: int) -> tuple[list[Day], int]:
    """Return the days of at most `most` moments, and how many moments are left out."""
    dated = [m for m in material.moments.values() if m.earliest and m.kind != "duration"]
    dated.sort(key=lambda m: (str(m.earliest), str(m.latest), m.place.account, m.place.start))
    together = groupby(dated[:most], key=lambda m: written(str(m.earliest), m.latest))
    found = [Day(dates, tuple(_entry(material, m) for m in group)) for dates, group in together]
    return found, max(0, len(dated) - most)


def written(earliest: str, latest: str | None) -> str:
    """Return days as short as they can be said: a day, a month, a year, or the first and last."""
    bounds = f"{earliest}/{latest or earliest}"
    year, month = _WHOLE_YEAR.fullmatch(bounds), _ONE_MONTH.fullmatch(bounds)
    if year:
        return year[1]
    if month and int(month[2]) and int(month[4]) == monthrange(int(month[2]), int(month[3]))[1]:
        return month[1]
    return earliest if latest in {None, earliest} else f"{earliest} to {latest}"


def ground(material: Material, anchor: str | None) -> str:
    """Say what a moment was dated by, accounts by their labels; empty for one that says itself."""
    if not anchor or anchor == ITSELF:
        return ""
    found = _ACCOUNT.fullmatch(anchor)
    return f"{material.label(found['account'])}, {found['days']}" if found else anchor


def _entry(material: Material, moment: Moment) -> Entry:
    passage = surroundings(material, moment.place)
    return Entry(moment.place, passage, ground(material, moment.anchor))
