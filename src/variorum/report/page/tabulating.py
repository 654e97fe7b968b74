"""Tabulating: the places of an event that two or more accounts have, side by side.

Enters: `Material` and a `Quoting`. Leaves: `PlaceTable`s, gravest rows first.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from variorum.records import Alignment, Event, Reading, Span
from variorum.report import marking
from variorum.report.page.filters import Tagging
from variorum.report.page.matrix import GRAVITY, topics_of
from variorum.report.quoting import Quote, Quoting, Use, varied

MOST_ROWS_OF_ONE = 150
"""Rows shown of one event."""
MOST_ROWS = 600
"""Rows shown of all events together."""
MOST_COLUMNS = 6
"""Accounts that stand side by side; where there are more, a row lists who has words."""
MOST_CELLS = 12
"""Accounts quoted in one row; the rest are counted."""
MOST_PAIRS_MARKED = 24
"""Pairs of readings of one row whose words are compared for marks."""


class Cell(Struct, frozen=True):
    """What one account has at a place of the story; no quotes is silence."""

    label: str
    quotes: tuple[Quote, ...]


class PlaceRow(Struct, frozen=True):
    """A place of the story; `cells` are of all accounts or, where there are many, of who has it.

    `anchor` is the alignment's id, `number` counts rows of the page; `more` counts readings that are
    not shown, `silent` accounts without words here.
    """

    anchor: str
    number: int
    tags: str
    about: str
    verdict: str
    because: tuple[str, ...]
    origins: str
    cells: tuple[Cell, ...]
    more: int
    silent: int


class PlaceTable(Struct, frozen=True):
    """The places of one event; `narrow` tells that its columns fit side by side."""

    event: Event
    columns: tuple[str, ...]
    rows: tuple[PlaceRow, ...]
    more: int
    narrow: bool


def tables(quoting: Quoting, tagging: Tagging) -> list[PlaceTable]:
    """Return one table an event, that of most accounts first, at most `MOST_ROWS` rows in all."""
    events = sorted(quoting.known.events.values(), key=lambda e: -len(e.accounts))
    told = 0
    made = []
    for event in events:
        most = min(MOST_ROWS - told, MOST_ROWS_OF_ONE)
        made.append(_table(quoting, tagging, event, told=told, most=most))
        told += len(made[-1].rows)
    return made


def _table(quoting: Quoting, tagging: Tagging, event: Event, *, told: int, most: int) -> PlaceTable:
    known = quoting.known
    places = [
        a
        for a in known.alignments_of.get(event.id, ())
        if len(_spoken_readings(a)) > 1 and not known.is_count(a)
    ]
    places.sort(key=lambda a: (GRAVITY.index(a.verdict), -len(_spoken_readings(a))))
    return PlaceTable(
        event=event,
        columns=tuple(known.label(account) for account in event.accounts),
        rows=tuple(
            _row(quoting, tagging, event, alignment, number=number)
            for number, alignment in enumerate(places[:most], start=told + 1)
        ),
        more=max(0, len(places) - most),
        narrow=len(event.accounts) <= MOST_COLUMNS,
    )


def _row(
    quoting: Quoting, tagging: Tagging, event: Event, alignment: Alignment, *, number: int
) -> PlaceRow:
    known = quoting.known
    verdicts = known.verdicts_of.get(alignment.id, ())
    inner = marking.of_row(known, verdicts[:MOST_PAIRS_MARKED])
    because = dict.fromkeys(v.because for v in verdicts if v.kind == alignment.verdict)
    spoken = _spoken_readings(alignment)
    wide = len(event.accounts) > MOST_COLUMNS
    shown = _new_words_first(spoken)[:MOST_CELLS] if wide else event.accounts
    use = Use(alignment.id, f"reading {number}: {alignment.verdict}", f"r{number}")
    every = [place for reading in spoken.values() for place in reading.places]
    return PlaceRow(
        anchor=alignment.id,
        number=number,
        tags=tagging.tags(every, (alignment.verdict,), topics=topics_of(quoting, alignment)),
        about=alignment.about,
        verdict=alignment.verdict,
        because=tuple(because)[:3],
        origins=alignment.because,
        cells=tuple(_cell(quoting, spoken.get(a), account=a, inner=inner, use=use) for a in shown),
        more=max(0, len(spoken) - len(shown)),
        silent=len(event.accounts) - len(spoken),
    )


def _new_words_first(spoken: dict[str, Reading]) -> tuple[str, ...]:
    """Return accounts with those first whose words no account before them has."""
    return tuple(place.account for place in varied([r.places[0] for r in spoken.values()]))


def _cell(
    quoting: Quoting, reading: Reading | None, *, account: str, inner: Sequence[Span], use: Use
) -> Cell:
    quotes = tuple(quoting.quote(p, inner, use) for p in reading.places) if reading else ()
    return Cell(quoting.known.label(account), quotes)


def _spoken_readings(alignment: Alignment) -> dict[str, Reading]:
    """Return the readings that are not silent, by account."""
    return {reading.account: reading for reading in alignment.readings if reading.places}
