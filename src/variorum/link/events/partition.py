"""Events: which accounts tell of one happening, among accounts of one affair.

Enters: the dossiers of a story. Leaves: `Event`s, every account in exactly one. Words, numbers,
days and the persons and places of the leads are compared pair by pair (`features`), judged
by a small model (`model`) and grouped; groups that name one incident at different times are joined
(`chains`). An account alone is an event as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from variorum.link.events.blocking import Join, candidate_pairs
from variorum.link.events.chains import chain_members, chained, named_by
from variorum.link.events.decided import (
    NOTHING_DECIDED,
    Decided,
    apart_pairs,
    because_of,
    joined_by_people,
)
from variorum.link.events.evidence import Evidence, because
from variorum.link.events.features import features
from variorum.link.events.model import grouped, likelihoods
from variorum.link.events.profiles import AccountProfile, profiles
from variorum.link.events.shared_heading import shared_heading
from variorum.link.grouping.founding import UNDATED, founder
from variorum.records import Dossier, Event, EventStep, Span, new_id

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]

TITLES_READ = 2
"""Titles at the head of an account, the longest of which names the event: later ones are
subheadings, and a first short one is often the outlet's name."""
WINDOW = 7
"""Days before the first publication within which a day of a lead can be the event's."""


class TellingApart(Struct, frozen=True):
    """What events are told apart by: dossiers and profiles by position, pairs, what people say."""

    dossiers: list[Dossier]
    told: list[AccountProfile]
    evidence: Evidence
    decided: Decided

    def because(self, chain: Sequence[list[int]]) -> str:
        """Say what the accounts of an event share, or what sets one apart, and what people say."""
        group = chain_members(chain)
        accounts = [dossier.account for dossier in self.dossiers]
        if len(chain) == 1:
            told = because(group, self.told, self.evidence, accounts)
        else:
            told = named_by(chain, self.told)
        said = because_of([accounts[index].id for index in group], self.decided)
        return " ".join([told, *said] if told else said)


def events(
    dossiers: Sequence[Dossier], *, join: Join | None = None, decided: Decided = NOTHING_DECIDED
) -> tuple[Event, ...]:
    """Group accounts by the event they tell of, ordered by first day (unknown last) and id.

    Whether two accounts are likely of one event rests on the two alone; `join` finds which can be
    (`candidates.QUERY`). What people `decided` goes before what the accounts show.
    """
    ordered = sorted(dossiers, key=lambda dossier: dossier.account.id)
    told = profiles(ordered)
    evidence = compare_accounts(told, candidate_pairs(told, join))
    position = {dossier.account.id: index for index, dossier in enumerate(ordered)}
    apart = apart_pairs(decided, position)
    groups = grouped(len(told), evidence.pairs, evidence.likely, apart=apart)
    chains = chained(groups, told, apart=apart)
    of = TellingApart(ordered, told, evidence, decided)
    found = [_event(chain, of) for chain in joined_by_people(chains, decided, position)]
    return tuple(sorted(found, key=lambda event: (event.earliest or UNDATED, event.id)))


def compare_accounts(told: Sequence[AccountProfile], pairs: Pairs) -> Evidence:
    """Judge pairs of profiles."""
    seen = features(told, pairs)
    return Evidence(pairs, seen, likelihoods(seen))


def _event(chain: Sequence[list[int]], of: TellingApart) -> Event:
    """Return the event of a chain of groups of accounts, with its steps where there are several."""
    group = chain_members(chain)
    dossiers = [of.dossiers[index] for index in group]
    first, last = _bounds([of.told[index] for index in group])
    return Event(
        id=new_id("ev", founder(dossier.account for dossier in dossiers).id),
        label=shared_heading(dossiers),
        accounts=tuple(dossier.account.id for dossier in dossiers),
        earliest=first,
        latest=last,
        places=tuple(_heading(dossier) for dossier in dossiers),
        because=of.because(chain),
        steps=_steps(chain, of) if len(chain) > 1 else (),
    )


def _steps(chain: Sequence[list[int]], of: TellingApart) -> tuple[EventStep, ...]:
    found = (_step(group, of) for group in chain)
    return tuple(sorted(found, key=lambda step: (step.earliest or UNDATED, step.accounts)))


def _step(group: list[int], of: TellingApart) -> EventStep:
    first, last = _bounds([of.told[index] for index in group])
    return EventStep(
        label=shared_heading([of.dossiers[index] for index in group]),
        accounts=tuple(of.dossiers[index].account.id for index in group),
        earliest=first,
        latest=last,
    )


# --- places ----------------------------------------------------------------------------


def _heading(dossier: Dossier) -> Span:
    """Return the account's longest title, or the first sentence (else line) of its text."""
    account = dossier.account
    titles = [region for region in account.regions if region.kind == "title"][:TITLES_READ]
    if titles:
        title = max(titles, key=lambda region: (region.end - region.start, -region.start))
        return account.span(title.start, title.end)
    if dossier.annotation.sentences:
        first = dossier.annotation.sentences[0]
        return account.span(first.start, first.end)
    start = len(account.text) - len(account.text.lstrip())
    end = account.text.find("\n", start)
    return account.span(start, end if end >= 0 else len(account.text))


# --- days ------------------------------------------------------------------------------------------


def _bounds(told: Sequence[AccountProfile]) -> tuple[str | None, str | None]:
    """Return the first and last day that leads give (two of them, if possible), or publication.

    Only days up to the last publication, and not long before the first, are the event's own.
    """
    published = [profile.published for profile in told if profile.published]
    low = min((days[0] for days in published), default=0) - WINDOW
    high = max((days[1] for days in published), default=date.max.toordinal())
    votes = Counter(day for profile in told for day in profile.days if low <= day <= high)
    agreed = [day for day, count in votes.items() if count > 1] or list(votes)
    days = agreed or [day for both in published for day in both]
    if not days:
        return None, None
    return str(date.fromordinal(min(days))), str(date.fromordinal(max(days)))
