"""Whereabouts: sentences that are told of a place where no other account of the event is.

Enters: an event's dossiers, its places. Leaves: for a sentence, whether it is told of elsewhere.

"A slide buried nine men in the hills of Marrow last week", at the end of one of ten accounts of a slide in
Orrin, tells of another: it names a place that no other account names, and none that one does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from variorum.records import Dossier, Entity, Span

FEWEST_ACCOUNTS: Final = 3
"""Accounts of an event below which a place that one alone names shows nothing."""


class Whereabouts(Struct, frozen=True):
    """By account: mentions of places that it alone names, and of those that others name too."""

    alone: Mapping[str, Sequence[Span]]
    shared: Mapping[str, Sequence[Span]]

    def elsewhere(self, sentence: Span) -> bool:
        """Tell whether a sentence names a place of its account alone, and none of any other."""
        return _names(self.alone, sentence) and not _names(self.shared, sentence)


def whereabouts(dossiers: Mapping[str, Dossier], entities: Sequence[Entity]) -> Whereabouts:
    """Return where the places of an event are named."""
    alone: dict[str, list[Span]] = defaultdict(list)
    shared: dict[str, list[Span]] = defaultdict(list)
    for entity in entities if len(dossiers) >= FEWEST_ACCOUNTS else ():
        mentions = [one for one in entity.mentions if one.account in dossiers]
        if entity.kind == "place":
            kept = shared if len({one.account for one in mentions}) > 1 else alone
            for one in mentions:
                kept[one.account].append(one)
    return Whereabouts(alone, shared)


def _names(places: Mapping[str, Sequence[Span]], sentence: Span) -> bool:
    return any(place.overlaps(sentence) for place in places.get(sentence.account, ()))
