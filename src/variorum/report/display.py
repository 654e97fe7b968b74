"""Display: a ledger and its records as a notebook shows them.

Enters: a `Ledger`, and what of it is to be shown. Leaves: `Shown`s, which notebooks draw as HTML
and a terminal prints as text.

The HTML is a fragment with its own style and no script. It takes its colours from the notebook, so
that it is legible in light and dark; everything an account says is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.find.matter.material import Material, material
from variorum.find.matter.prose import short
from variorum.records import Account, Alignment, Event, Figure, Finding, Quotation, Record
from variorum.report.reasons import why
from variorum.report.runs import MarkedRun, revealed
from variorum.report.spelled import Spelled, SpelledReading, readings, spelled, spelled_words
from variorum.report.standing import in_force, told
from variorum.report.templating import environment
from variorum.seams import Ledger

_ENVIRONMENT = environment()
FIRST = 5
"""Findings that a ledger shows of itself."""
MOST_READINGS_SHOWN = 6
"""Readings of one finding."""
LONGEST_SHOWN = 1200
"""Characters of a reading or a sentence; what is longer is cut, and ends with a mark."""
COUNTED_KINDS: tuple[type[Record], ...] = (Account, Event, Quotation, Figure, Alignment, Finding)


class RecordCard(Struct, frozen=True):
    """One record: a number (findings), what it is, what it says, the words it rests on, its id."""

    number: int | None
    kind: str
    because: str
    words: tuple[SpelledReading, ...]
    more: int
    id: str


class Shown(Struct, frozen=True):
    """What a notebook draws: a line at the head, cards, how many more there are."""

    head: str
    cards: tuple[RecordCard, ...]
    more: int = 0

    def __repr__(self) -> str:
        lines = [self.head] if self.head else []
        for card in self.cards:
            lines += _text_lines(card)
        lines += [f"and {self.more} more"] if self.more else []
        return revealed("\n".join(lines))

    def _repr_html_(self) -> str:
        return _ENVIRONMENT.get_template("notebook.html.j2").render(shown=self)


def overview(ledger: Ledger, *, most: int | None = FIRST) -> Shown:
    """Return what a ledger holds and its first findings, at most `most` (all for ``None``)."""
    known = material(ledger)
    found = in_force(told(ledger))
    cards = tuple(_of_finding(one) for one in spelled(known, found[:most]))
    return Shown(totals(ledger), cards, len(found) - len(cards))


def totals(ledger: Ledger) -> str:
    """Return how many records of the kinds that people count a ledger has, in one line."""
    numbers = [(sum(1 for _ in ledger.read(kind)), kind.__name__.lower()) for kind in COUNTED_KINDS]
    return ", ".join(f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s" for n, noun in numbers)


def record_card(ledger: Ledger, wanted: int | str | Record) -> Shown:
    """Return one record: a finding by its number or any record by its id or itself.

    UsageError where the ledger has no such record.
    """
    key = str(getattr(wanted, "id", wanted))
    known = material(ledger)
    for one in spelled(known, told(ledger)):
        if key in {str(one.number), one.finding.id}:
            return Shown("", (_of_finding(one),))
    if key in known.alignments:
        return Shown("", (_of_alignment(known, known.alignments[key]),))
    return Shown("", (_of_any(ledger, known, key),))


def _of_finding(one: Spelled) -> RecordCard:
    it = one.finding
    return _card(it.kind, it.text, one.words, it.id, number=one.number)


def _of_alignment(known: Material, it: Alignment) -> RecordCard:
    grounds = dict.fromkeys(v.because for v in known.verdicts_of.get(it.id, ()))
    says = " ".join([f"{short(it.about)}.", *list(grounds)[:3], it.because])
    return _card(it.verdict, says, readings(known, it), it.id)


def _of_any(ledger: Ledger, known: Material, key: str) -> RecordCard:
    answer = why(ledger, key)
    words = tuple(
        spelled_words(known, place, ()) for part, place in answer.evidence if part != "mark"
    )
    return _card(answer.kind, f"{answer.says}. {answer.because}", words, key)


def _card(
    kind: str, says: str, words: Sequence[SpelledReading], key: str, *, number: int | None = None
) -> RecordCard:
    cut = tuple(replace(one, runs=tuple(_cut(one.runs))) for one in words[:MOST_READINGS_SHOWN])
    return RecordCard(
        number, kind, _short(says), cut, max(0, len(words) - MOST_READINGS_SHOWN), key
    )


def _cut(runs: Sequence[MarkedRun]) -> Iterator[MarkedRun]:
    """Yield runs up to `LONGEST_SHOWN` characters in all."""
    room = LONGEST_SHOWN
    for run in runs:
        if room > 0:
            yield replace(run, text=_short(run.text, room))
        room -= len(run.text)


def _short(text: str, room: int = LONGEST_SHOWN) -> str:
    return text if len(text) <= room else f"{text[:room]} …"


def _text_lines(card: RecordCard) -> Iterator[str]:
    number = f"{card.number}. " if card.number else ""
    yield f"{number}{card.kind}: {card.because}"
    for words in card.words:
        by = f" ({words.speaker})" if words.speaker else ""
        place = words.place
        yield f"   {words.label}{by}, {place.start}–{place.end}: “{short(place.text)}”"
    if card.more:
        yield f"   and {card.more} more"
