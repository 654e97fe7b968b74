"""Tabulating: the places of an event that two or more accounts have, side by side.

Enters: `Material` and a `Quoting`. Leaves: `PlaceTable`s, gravest rows first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from variorum.records import Alignment, Event, Reading, Span
from variorum.report import marking
from variorum.report.page.cards import origins_told
from variorum.report.page.filters import Tagging
from variorum.report.page.matrix import GRAVITY, UNDECIDED, topics_of
from variorum.report.quoting import Quote, Quoting, Use, varied

MOST_ROWS_OF_ONE = 150
"""Rows shown of one event."""
MOST_ROWS = 400
"""Rows shown of all events together."""
MOST_QUOTED = 600
"""Readings quoted in all rows together: among many accounts, fewer rows are shown."""
LONGEST_ORIGINS = 400
"""Characters of the sentence that tells why the accounts of a row have one origin."""
FEW_ROWS = 6
"""Settled rows of an event that stand unfolded from the start, if there are no more."""
MOST_COLUMNS = 6
"""Accounts that stand side by side; where there are more, a row lists who has words."""
MOST_CELLS = 8
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
    """The places of one event; `narrow` tells that its columns fit side by side.

    `settled` are rows whose readings agree or differ, `unsettled` those of which it is open.
    """

    event: Event
    columns: tuple[str, ...]
    settled: tuple[PlaceRow, ...]
    unsettled: tuple[PlaceRow, ...]
    more: int
    narrow: bool

    @property
    def rows(self) -> tuple[PlaceRow, ...]:
        """All rows."""
        return self.settled + self.unsettled

    @property
    def few(self) -> bool:
        """Whether the rows are few enough to stand open from the start."""
        return 0 < len(self.settled) <= FEW_ROWS

    @property
    def kinds(self) -> dict[str, int]:
        """How many rows there are of each verdict, gravest first."""
        return dict(Counter(row.verdict for row in self.rows))


def tables(quoting: Quoting, tagging: Tagging) -> list[PlaceTable]:
    """Return one table an event, that of most accounts first, at most `MOST_ROWS` rows in all."""
    events = sorted(quoting.known.events.values(), key=lambda e: -len(e.accounts))
    rows, room = 0, MOST_QUOTED
    made = []
    for event in events:
        places = _places(quoting, event)
        chosen = _fitting(event, places[: min(MOST_ROWS - rows, MOST_ROWS_OF_ONE)], room)
        made.append(
            _table(quoting, event, _rows(quoting, tagging, event, chosen, told=rows), len(places))
        )
        rows += len(chosen)
        room -= sum(_count_quoted(event, place) for place in chosen)
    return made


def _places(quoting: Quoting, event: Event) -> list[Alignment]:
    """Return the places of an event that two accounts have, gravest first."""
    known = quoting.known
    found = [
        a
        for a in known.alignments_of.get(event.id, ())
        if len(_spoken_readings(a)) > 1 and not known.is_count(a)
    ]
    return sorted(found, key=lambda a: (GRAVITY.index(a.verdict), -len(_spoken_readings(a))))


def _fitting(event: Event, places: Sequence[Alignment], room: int) -> list[Alignment]:
    """Return as many places, from the first, as quote no more than `room` readings."""
    sums = accumulate(_count_quoted(event, place) for place in places)
    return [place for place, quoted in zip(places, sums, strict=True) if quoted <= room]


def _count_quoted(event: Event, place: Alignment) -> int:
    """Return how many accounts a row quotes."""
    spoken = len(_spoken_readings(place))
    return min(spoken, MOST_CELLS) if len(event.accounts) > MOST_COLUMNS else spoken


def _table(quoting: Quoting, event: Event, rows: Sequence[PlaceRow], places: int) -> PlaceTable:
    return PlaceTable(
        event=event,
        columns=tuple(map(quoting.known.label, event.accounts)),
        settled=tuple(row for row in rows if row.verdict not in UNDECIDED),
        unsettled=tuple(row for row in rows if row.verdict in UNDECIDED),
        more=places - len(rows),
        narrow=len(event.accounts) <= MOST_COLUMNS,
    )


def _rows(
    quoting: Quoting, tagging: Tagging, event: Event, places: Sequence[Alignment], *, told: int
) -> list[PlaceRow]:
    return [
        _row(quoting, tagging, event, place, number=number)
        for number, place in enumerate(places, start=told + 1)
    ]


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
        origins=origins_told(alignment.because, LONGEST_ORIGINS),
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
