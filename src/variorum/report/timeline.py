"""Timeline: events, publications and dated moments, earliest first, those of the same days together.

Enters: `Material`. Leaves: `Day`s of `Entry`s, each with what it rests on and what dated it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.find.matter.prose import surroundings
from variorum.records import Moment, Span

ITSELF = "itself"
_ACCOUNT = re.compile(r"account (?P<account>\S+): (?P<days>.*)", re.DOTALL)
_WHOLE_YEAR = re.compile(r"(\d{4})-01-01/\1-12-31")
_ONE_MONTH = re.compile(r"((\d{4})-(0[1-9]|1[0-2]))-01/\1-(\d\d)")

What = Literal["event", "publication", "moment"]


class Entry(Struct, frozen=True):
    """What is told of some days: an event, an account's publication, or a moment in its words.

    `about` is the id of the event or account; a moment has its `place` and the `passage` around it.
    `ground` says how it was dated, `dates` the days as they are written, `label` is an event's, or its
    step's.
    """

    what: What
    dates: str
    about: str
    ground: str
    place: Span | None = None
    passage: Span | None = None
    label: str = ""


class Day(Struct, frozen=True):
    """What is told of the same days, a month or a year: events, then publications, then moments."""

    dates: str
    entries: tuple[Entry, ...]


def days(material: Material, *, most: int) -> tuple[list[Day], int]:
    """Return the days of at most `most` moments, and how many moments are left out."""
    dated = [m for m in material.moments.values() if m.earliest and m.kind != "duration"]
    dated.sort(key=lambda m: (str(m.earliest), str(m.latest), m.place.account, m.place.start))
    entries = [
        *_events(material),
        *_publications(material),
        *((str(m.earliest), _moment(material, m)) for m in dated[:most]),
    ]
    entries.sort(key=lambda pair: (pair[0], pair[1].dates))  # stable: events stand first
    together = groupby(entries, key=lambda pair: pair[1].dates)
    found = [Day(dates, tuple(entry for _, entry in group)) for dates, group in together]
    return found, max(0, len(dated) - most)


def short_days(earliest: str, latest: str | None) -> str:
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


def _events(material: Material) -> Iterator[tuple[str, Entry]]:
    for event in material.events.values():
        for told in event.steps or (event,):
            if told.earliest:
                dates = short_days(told.earliest, told.latest)
                yield told.earliest, Entry("event", dates, event.id, "", label=told.label)


def _publications(material: Material) -> Iterator[tuple[str, Entry]]:
    for account in material.accounts.values():
        stated = account.published
        if stated.earliest:
            dates = short_days(stated.earliest, stated.latest)
            ground = "" if stated.basis == "unknown" else f"the {stated.basis}"
            yield stated.earliest, Entry("publication", dates, account.id, ground)


def _moment(material: Material, moment: Moment) -> Entry:
    return Entry(
        what="moment",
        dates=short_days(str(moment.earliest), moment.latest),
        about=moment.id,
        ground=ground(material, moment.anchor),
        place=moment.place,
        passage=surroundings(material, moment.place),
    )
