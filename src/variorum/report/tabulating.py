"""Tabulating: the places of an event that two or more accounts have, side by side.

Enters: `Material` and a `Quoting`. Leaves: `Table`s, gravest rows first.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from variorum.records import Alignment, Event, Reading, Span
from variorum.report import marking
from variorum.report.quoting import Quote, Quoting

MOST_PLACES = 150
"""Rows shown of one event."""
MOST_ROWS = 600
"""Rows shown of all events together."""
MOST_COLUMNS = 6
"""Accounts that stand side by side; where there are more, a row lists who has words."""
MOST_READINGS = 12
"""Accounts quoted in one row; the rest are counted."""
MOST_PAIRS = 24
"""Pairs of readings of one row whose words are compared for marks."""
GRAVITY = (
    "contradicted",
    "figure differs",
    "sense differs",
    "scope differs",
    "attribution differs",
    "wording differs",
    "agree",
    "unclear",
    "only here",
)


class Cell(Struct, frozen=True):
    """What one account has at a place of the story; no quotes is silence."""

    label: str
    quotes: tuple[Quote, ...]


class Row(Struct, frozen=True):
    """A place of the story; `cells` are of all accounts or, where there are many, of who has it.

    `more` counts readings that are not shown, `silent` accounts without words here.
    """

    about: str
    verdict: str
    because: tuple[str, ...]
    origins: str
    cells: tuple[Cell, ...]
    more: int
    silent: int


class Table(Struct, frozen=True):
    """The places of one event; `narrow` tells that its columns fit side by side."""

    event: Event
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    more: int
    narrow: bool


def tables(quoting: Quoting) -> list[Table]:
    """Return one table an event, that of most accounts first, at most `MOST_ROWS` rows in all."""
    events = sorted(quoting.known.events.values(), key=lambda e: (-len(e.accounts), e.id))
    left = MOST_ROWS
    made = []
    for event in events:
        made.append(_table(quoting, event, most=min(left, MOST_PLACES)))
        left -= len(made[-1].rows)
    return made


def _table(quoting: Quoting, event: Event, *, most: int) -> Table:
    known = quoting.known
    places = [
        a
        for a in known.alignments_of.get(event.id, ())
        if len(_spoken(a)) > 1 and not known.is_count(a)
    ]
    places.sort(key=lambda a: (GRAVITY.index(a.verdict), -len(_spoken(a)), a.id))
    return Table(
        event=event,
        columns=tuple(known.label(account) for account in event.accounts),
        rows=tuple(_row(quoting, event, alignment) for alignment in places[:most]),
        more=max(0, len(places) - most),
        narrow=len(event.accounts) <= MOST_COLUMNS,
    )


def _row(quoting: Quoting, event: Event, alignment: Alignment) -> Row:
    known = quoting.known
    verdicts = known.verdicts_of.get(alignment.id, ())
    inner = marking.of_row(known, verdicts[:MOST_PAIRS])
    because = dict.fromkeys(v.because for v in verdicts if v.kind == alignment.verdict)
    spoken = _spoken(alignment)
    shown = event.accounts if len(event.accounts) <= MOST_COLUMNS else list(spoken)[:MOST_READINGS]
    return Row(
        about=alignment.about,
        verdict=alignment.verdict,
        because=tuple(because)[:3],
        origins=alignment.because,
        cells=tuple(_cell(quoting, account, spoken.get(account), inner) for account in shown),
        more=max(0, len(spoken) - len(shown)),
        silent=len(event.accounts) - len(spoken),
    )


def _cell(quoting: Quoting, account: str, reading: Reading | None, inner: Sequence[Span]) -> Cell:
    quotes = tuple(quoting.quote(p, inner) for p in reading.places) if reading else ()
    return Cell(quoting.known.label(account), quotes)


def _spoken(alignment: Alignment) -> dict[str, Reading]:
    """Return the readings that are not silent, by account."""
    return {reading.account: reading for reading in alignment.readings if reading.places}
