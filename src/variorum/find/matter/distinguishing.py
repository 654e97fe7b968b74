"""Distinguishing: the words by which questions of one name are told apart.

Enters: `Material`, the places on which each question rests. Leaves: words as the accounts print them.

A story may ask twice how many people were killed: in the quake of this week, and in one of two years before. A
place, or a month or year, that every account names where it answers the one question, and that none names
where it answers the other, tells which is meant. It is shown as a quotation: that the sentences have the
word is sure, what it stands for in them is the reader's to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.records import Moment, Span

YEAR, MONTH = 4, 7
"""Characters of a day in ISO 8601 that tell its year, and its month."""
_MONTH: Final = re.compile(r"[\dX]{4}-\d{2}")


class _Sign(Struct, frozen=True, order=True):
    """What a sentence names, the finest kind first, and how an account prints it."""

    rank: int
    key: str
    words: str


def distinguishing(
    material: Material, asked: Sequence[tuple[str, Sequence[Span]]]
) -> list[tuple[str, ...]]:
    """Return for each question (its name, the places it rests on) at most a place and a time.

    Nothing is returned for a question that has its name alone, and no place by which its event goes: that is where
    all of it happened.
    """
    headings = " ".join(event.label for event in material.events.values())
    found: list[tuple[str, ...]] = []
    for at, (name, own) in enumerate(asked):
        others = [places for i, (other, places) in enumerate(asked) if i != at and name == other]
        if not others:
            found.append(())
            continue
        elsewhere = {sign.key for places in others for p in places for sign in _signs(material, p)}
        found.append(
            _finest(
                sign
                for sign in _shared(material, own)
                if sign.key not in elsewhere and sign.words not in headings
            )
        )
    return found


def _finest(apart: Iterable[_Sign]) -> tuple[str, ...]:
    """Return the words of a place and of a time, the finest of each, the shortest name first."""
    ordered = sorted(apart, key=lambda sign: (sign.rank, _length(sign)))
    places = [sign.words for sign in ordered if sign.rank == 0][:1]
    times = [sign.words for sign in ordered if sign.rank > 0][:1]
    return (*places, *times)


def _shared(material: Material, places: Sequence[Span]) -> list[_Sign]:
    """Return what every account names where it answers, each as it is printed shortest."""
    by_account: dict[str, dict[str, _Sign]] = {}
    for place in places:
        held = by_account.setdefault(place.account, {})
        for sign in _signs(material, place):
            held[sign.key] = min(held.get(sign.key, sign), sign, key=_length)
    accounts = list(by_account.values())
    keys = set.intersection(*map(set, accounts)) if accounts else set()
    return [min((held[key] for held in accounts), key=_length) for key in sorted(keys)]


def _length(sign: _Sign) -> tuple[int, str]:
    return len(sign.words), sign.words


def _signs(material: Material, whole: Span) -> Iterator[_Sign]:
    """Yield the places that a sentence names, and the months and years."""
    for entity in material.entities.values():
        if entity.kind == "place":
            for mention in entity.mentions:
                if _holds(whole, mention):
                    yield _Sign(0, entity.id, mention.text)
    for moment in material.moments.values():
        if _holds(whole, moment.place):
            for rank, key in enumerate(_calendar(moment), start=1):
                if key:
                    yield _Sign(rank, key, moment.place.text)


def _calendar(moment: Moment) -> tuple[str, str]:
    """Return the month and the year that a moment lies in, "" for what it does not tell.

    A month of an unknown year is one too: "XXXX-09" of "in September".
    """
    if moment.earliest and moment.latest:
        first, last = moment.earliest, moment.latest
        month, year = (
            first[:width] if first[:width] == last[:width] else "" for width in (MONTH, YEAR)
        )
        return month, year
    told = _MONTH.match(moment.value or "")
    return (told.group(), "") if told else ("", "")


def _holds(whole: Span, part: Span) -> bool:
    return whole.account == part.account and whole.start <= part.start < whole.end
