"""Grounds: what is said of the origins of an alignment's readings, and no more than is shown.

Enters: readings that may rest on one source, ties. Leaves: ids of origins and one paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from variorum.records import Reading, new_id
from variorum.trace.borrowing.sources import ReadingSource, Sources, account_source
from variorum.trace.independence.ties import MOST_GROUNDS, Tie

NOT_SHOWN = "independence not shown"


class ReadingGroup(Struct, frozen=True):
    """Readings that are counted as one, and what shows that they are.

    `shown` is "said" where each reading itself gives its words to `source`, "shared" where text
    that the accounts have in common holds them, and "not shown" where nothing does.
    """

    readings: tuple[Reading, ...]
    source: ReadingSource
    shown: Literal["said", "shared", "not shown"]

    @property
    def accounts(self) -> tuple[str, ...]:
        """Return the ids of the accounts."""
        return tuple(reading.account for reading in self.readings)

    def origin(self, alignment: str) -> str:
        """Return the id of the origin: a made-up one where none can be named."""
        if self.shown == "not shown":
            return new_id("o", NOT_SHOWN, alignment, *self.accounts)
        return self.source.id


def because(groups: Sequence[ReadingGroup], ties: Sequence[Tie], known: Sources) -> str:
    """Say how many origins there are at most, what is known of each, and the ties that were made."""
    count = sum(len(group.readings) for group in groups)
    if len(groups) == 1:
        head = f"{_many(count)}, {_alone(groups[0], known)}."
    else:
        told = "; ".join(_among(group, known) for group in groups)
        head = f"{_many(count)}, at most {len(groups)} origins: {told}."
    why = list(dict.fromkeys(tie.why for tie in ties if tie.why))[:MOST_GROUNDS]
    return head + "".join(f" {one.rstrip('.')}." for one in why)


def _many(count: int) -> str:
    return "1 account" if count == 1 else f"{count} accounts"


def _alone(group: ReadingGroup, known: Sources) -> str:
    if group.shown == "shared":
        return "1 origin: they have this text in common"
    if group.shown == "not shown":
        return NOT_SHOWN
    if len(group.readings) == 1:
        return f"1 origin: {known.label(group.source)}"
    return f"1 origin: each names {known.name(group.source)} here"


def _among(group: ReadingGroup, known: Sources) -> str:
    """Name an origin beside others, and the accounts that rest on it where that says more."""
    accounts = ", ".join(known.label(account_source(account)) for account in group.accounts)
    if group.shown == "shared":
        return f"text in common ({accounts})"
    if group.shown == "not shown":
        return f"{NOT_SHOWN} ({accounts})"
    origin = known.label(group.source)
    return origin if origin == accounts else f"{origin} ({accounts})"
