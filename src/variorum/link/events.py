"""Events: which accounts tell of one happening, among accounts of one affair.

Enters: the dossiers of a story. Leaves: `Event`s, every account in exactly one. Words, numbers,
days and the persons and places of the leads are compared pair by pair (`event_features`), judged
by a small model (`event_model`) and grouped; an account alone is an event as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from variorum.link.candidates import candidates
from variorum.link.event_features import features
from variorum.link.event_model import another_day, grouped, likelihoods, other_company
from variorum.link.tellings import FEW, Telling, tellings
from variorum.records import Account, Dossier, Event, Span, new_id

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]

LONGEST_LABEL = 120
WINDOW = 7
"""Days before the first publication within which a day of a lead can be the event's."""


class Evidence(Struct, frozen=True):
    """All pairs that were compared, their features and likelihoods."""

    pairs: Pairs
    features: Floats
    likely: Floats


def events(
    dossiers: Sequence[Dossier], *, pairs: Iterable[tuple[str, str]] | None = None
) -> tuple[Event, ...]:
    """Group accounts by the event they tell of, ordered by first day (unknown last) and id.

    `pairs` are the account ids that may meet, as `candidates.QUERY` finds them; without it every
    pair of a small story is compared, and of a large one those that `candidates` finds.
    """
    ordered = sorted(dossiers, key=lambda dossier: dossier.account.id)
    told = tellings(ordered)
    evidence = compare(told, _positions(told, pairs) if pairs is not None else candidates(told))
    found = [
        _event([ordered[i] for i in group], group, told, evidence)
        for group in grouped(len(told), evidence.pairs, evidence.likely)
    ]
    return tuple(sorted(found, key=lambda event: (event.earliest or "9999", event.id)))


def compare(told: Sequence[Telling], pairs: Pairs) -> Evidence:
    """Judge pairs of tellings."""
    seen = features(told, pairs)
    return Evidence(pairs, seen, likelihoods(seen, small=len(told) <= FEW))


def _positions(told: Sequence[Telling], pairs: Iterable[tuple[str, str]]) -> Pairs:
    number = {telling.account: index for index, telling in enumerate(told)}
    met = sorted({tuple(sorted((number[one], number[two]))) for one, two in pairs if one != two})
    both = np.array(met, dtype=np.intp).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def _event(
    dossiers: list[Dossier], group: list[int], told: Sequence[Telling], evidence: Evidence
) -> Event:
    accounts = tuple(dossier.account.id for dossier in dossiers)
    first, last = _bounds([told[i] for i in group])
    return Event(
        id=new_id("v", *accounts),
        label=_label(dossiers, group, evidence),
        accounts=accounts,
        earliest=first,
        latest=last,
        places=tuple(_heading(dossier.account, dossier) for dossier in dossiers),
        because=_because(group, told, evidence),
    )


# --- label and places ----------------------------------------------------------------------------


def _heading(account: Account, dossier: Dossier) -> Span:
    """Return the account's title, or the first sentence (else line) of its text."""
    for region in account.regions:
        if region.kind == "title":
            return account.span(region.start, region.end)
    if dossier.annotation.sentences:
        first = dossier.annotation.sentences[0]
        return account.span(first.start, first.end)
    start = len(account.text) - len(account.text.lstrip())
    end = account.text.find("\n", start)
    return account.span(start, end if end >= 0 else len(account.text))


def _label(dossiers: list[Dossier], group: list[int], evidence: Evidence) -> str:
    """Return the heading of the account that is likest to the others of its event."""
    inside = set(group)
    nearness: Counter[int] = Counter()
    for one, two, likely in zip(*evidence.pairs, evidence.likely, strict=True):
        if int(one) in inside and int(two) in inside:
            nearness[int(one)] += float(likely)
            nearness[int(two)] += float(likely)
    titled = [bool(dossier.account.title) for dossier in dossiers]
    best = max(range(len(group)), key=lambda k: (titled[k], round(nearness[group[k]], 6), -k))
    words = " ".join(_heading(dossiers[best].account, dossiers[best]).text.split())
    if len(words) <= LONGEST_LABEL:
        return words
    return words[:LONGEST_LABEL].rsplit(" ", 1)[0] + " …"


# --- days ------------------------------------------------------------------------------------------


def _bounds(told: Sequence[Telling]) -> tuple[str | None, str | None]:
    """Return the first and last day that leads give (two of them, if possible), or publication.

    Only days up to the last publication, and not long before the first, are the event's own.
    """
    published = [telling.published for telling in told if telling.published]
    low = min((days[0] for days in published), default=0) - WINDOW
    high = max((days[1] for days in published), default=date.max.toordinal())
    votes = Counter(day for telling in told for day in telling.days if low <= day <= high)
    agreed = [day for day, count in votes.items() if count > 1] or list(votes)
    days = agreed or [day for both in published for day in both]
    if not days:
        return None, None
    return str(date.fromordinal(min(days))), str(date.fromordinal(max(days)))


# --- because -------------------------------------------------------------------------------------


def _because(group: list[int], told: Sequence[Telling], evidence: Evidence) -> str:
    """Say what the accounts share, or what sets an account apart."""
    if len(told) == 1:
        return "The only account of the story."
    if len(group) == 1:
        return _alone(group[0], told, evidence)
    inside = set(group)
    rows = [
        row
        for row, (one, two) in enumerate(zip(*evidence.pairs, strict=True))
        if int(one) in inside and int(two) in inside
    ]
    mean = float(evidence.likely[rows].sum()) / (len(group) * (len(group) - 1) / 2)
    shared = _shared([told[i] for i in group])
    return f"{shared} Mean likelihood of one event over their pairs: {mean:.2f}."


def _shared(told: list[Telling]) -> str:
    half = max(2, (len(told) + 1) // 2)
    persons = _most([telling.persons for telling in told], half)
    places = _most([telling.places for telling in told], half)
    numbers = _most([_figures(telling) for telling in told], 2)
    days = _most([frozenset(str(date.fromordinal(d)) for d in t.days) for t in told], 2)
    parts = (("persons", persons), ("places", places), ("days", days), ("numbers", numbers))
    said = [f"{name} {', '.join(words)}" for name, words in parts if words]
    return f"Their leads and texts share {'; '.join(said)}." if said else "Their words are alike."


def _most(sets: Sequence[frozenset[str]], least: int) -> list[str]:
    counts = Counter(word for words in sets for word in sorted(words))
    held = [word for word, count in counts.items() if count >= least]
    return sorted(held, key=lambda word: (-counts[word], word))[:4]


def _figures(telling: Telling) -> frozenset[str]:
    """Return numbers that are hardly chance: three digits or more, and no year."""
    return frozenset(
        number
        for number in telling.terms.numbers
        if len(number) > 2 and not (len(number) == 4 and number[:2] in ("19", "20"))
    )


def _alone(index: int, told: Sequence[Telling], evidence: Evidence) -> str:
    rows = np.flatnonzero((evidence.pairs[0] == index) | (evidence.pairs[1] == index))
    if not len(rows):
        return "No other account shares its rare words."
    seen = evidence.features[rows]
    others = [told[int(i)] for i in _partners(index, rows, evidence)]
    grounds = []
    if float(other_company(seen).mean()) >= 0.5:
        grounds.append(_company(told[index], others))
    if float(another_day(seen).mean()) >= 0.5:
        grounds.append("its lead gives other days")
    likely = float(evidence.likely[rows].mean())
    said = "; ".join(grounds) or "its words are not like those of the others"
    return f"{said[0].upper()}{said[1:]}. Mean likelihood of one event with another: {likely:.2f}."


def _partners(index: int, rows: NDArray[np.intp], evidence: Evidence) -> NDArray[np.intp]:
    left, right = evidence.pairs[0][rows], evidence.pairs[1][rows]
    return np.asarray(np.where(left == index, right, left))


def _company(one: Telling, others: list[Telling]) -> str:
    known = {word for other in others for word in other.terms.words}
    mine = sorted(one.persons - known)
    missing = _most([other.persons - one.terms.words.keys() for other in others], 1)
    return f"its lead names {', '.join(mine)}, and not {', '.join(missing)}"
