"""Chronicle: events, publications and moments in the order of their days.

Enters: `Material`. Leaves: `ChronicleLine` lines, earliest first; what has no date stands last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from variorum.errors import UsageError
from variorum.find.matter.material import Material
from variorum.find.matter.prose import surroundings
from variorum.records import Moment, Span
from variorum.report.lists.choosing import accounts_called
from variorum.report.timeline import ground, short_days

What = Literal["event", "publication", "moment"]
DAY_ORDER: tuple[What, ...] = ("event", "publication", "moment")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
LAST = "~"
"""Sorts after every date."""


class ChronicleLine(Struct, frozen=True, kw_only=True):
    """One line: what happened, appeared or is told of on some days (ISO 8601 bounds).

    `label` names the account (for an event: the event), `ground` says what the date rests on.
    `place` is where a moment stands, `passage` the words around it; `accounts` are ids.
    """

    what: What
    earliest: str | None
    latest: str | None
    dates: str
    label: str
    ground: str
    accounts: tuple[str, ...]
    id: str
    place: Span | None = None
    passage: Span | None = None


def chronicle(
    material: Material,
    *,
    account: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[ChronicleLine]:
    """Return all lines of the wanted accounts whose days touch `since` to `until` (ISO 8601).

    Durations ("for two hours") are no days and are left out. UsageError where an account is wanted
    that the ledger does not know, and for what is no date.
    """
    for day in (since, until):
        _require_date(day)
    accounts = accounts_called(material, account)
    lines = [*_events(material), *_publications(material), *_moments(material)]
    kept = [
        line
        for line in lines
        if any(key in accounts for key in line.accounts) and _touches(line, since, until)
    ]
    return sorted(kept, key=_order)


def _require_date(day: str | None) -> None:
    if day is None:
        return
    found = _DATE.fullmatch(day)
    try:
        date(*(int(part or 1) for part in found.groups()) if found else (0, 0, 0))
    except ValueError:
        raise UsageError(
            f"“{day}” is not a date. Write a year, a month or a day: 2031, 2031-05 or 2031-05-04."
        ) from None


def _order(line: ChronicleLine) -> tuple[str, bool, str, int, str, int]:
    """Put an event before all else of its first day, and lines of the same days together."""
    first = line.earliest or line.latest or LAST
    last = line.latest or first
    place = (DAY_ORDER.index(line.what), line.label, line.place.start if line.place else 0)
    return (first, line.what != "event", last, *place)


def _touches(line: ChronicleLine, since: str | None, until: str | None) -> bool:
    """Tell whether a line's days meet the wanted ones; dates compare as far as they are written."""
    if since is None and until is None:
        return True
    first, last = line.earliest or line.latest, line.latest or line.earliest
    if first is None or last is None:
        return False
    after = since is None or last[: len(since)] >= since[: len(last)]
    before = until is None or first[: len(until)] <= until
    return after and before


def _day_range(earliest: str | None, latest: str | None) -> str:
    if earliest is None:
        return "no date" if latest is None else f"until {latest}"
    return short_days(earliest, latest)


def _events(material: Material) -> Iterator[ChronicleLine]:
    """Yield each event; one that is told of over months step by step."""
    for event in material.events.values():
        for told in event.steps or (event,):
            yield ChronicleLine(
                what="event",
                earliest=told.earliest,
                latest=told.latest,
                dates=_day_range(told.earliest, told.latest),
                label=told.label,
                ground=event.because,
                accounts=told.accounts,
                id=event.id,
            )


def _publications(material: Material) -> Iterator[ChronicleLine]:
    for account in material.accounts.values():
        when = account.published
        yield ChronicleLine(
            what="publication",
            earliest=when.earliest,
            latest=when.latest,
            dates=_day_range(when.earliest, when.latest),
            label=material.label(account.id),
            ground=when.basis,
            accounts=(account.id,),
            id=account.id,
        )


def _moments(material: Material) -> Iterator[ChronicleLine]:
    for moment in material.moments.values():
        if moment.kind != "duration":
            yield _moment(material, moment)


def _moment(material: Material, moment: Moment) -> ChronicleLine:
    return ChronicleLine(
        what="moment",
        earliest=moment.earliest,
        latest=moment.latest,
        dates=_day_range(moment.earliest, moment.latest),
        label=material.label(moment.place.account),
        ground=ground(material, moment.anchor),
        accounts=(moment.place.account,),
        id=moment.id,
        place=moment.place,
        passage=surroundings(material, moment.place),
    )
