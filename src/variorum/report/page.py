"""The page: a ledger as one self-contained HTML file that can be mailed.

Enters: a `Ledger`. Leaves: HTML with no script, style, font or picture from elsewhere.

Everything an account or a finding says goes through the template's escaping; a content security
policy forbids the page to load or send anything. Long ledgers are cut, and the page says where.
"""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup
from msgspec import Struct

from variorum.records import Account, Alignment, Event, Finding, Moment, Reading, Span
from variorum.report.brief import brief
from variorum.report.drawings import AXIS, NODE, Axis, axes, stemma
from variorum.report.material import Material, material
from variorum.report.page_text import Run, marks, runs, visible, within
from variorum.report.telling import around
from variorum.seams import Ledger

TEMPLATES = Path(__file__).parent / "templates"
MOST_FINDINGS = 60
MOST_PLACES = 150
MOST_AXES = 24
MOST_MOMENTS = 80
MOST_ACCOUNTS = 40
"""Accounts whose whole text stands on the page, and nodes of the stemma."""
MOST_LEFT_OUT = 3
"""Words quoted of what an account leaves out; the table has the rest."""
MOST_COLUMNS = 6
GRAVITY = (
    "contradicted",
    "figure differs",
    "sense differs",
    "scope differs",
    "attribution differs",
    "wording differs",
    "agree",
    "unclear",
)


class Quote(Struct, frozen=True):
    """Words of an account with the way to them: a link, and runs with what differs marked."""

    href: str
    label: str
    speaker: str | None
    runs: tuple[Run, ...]


class Told(Struct, frozen=True):
    """A finding with its quotes."""

    number: int
    kind: str
    because: str
    quotes: tuple[Quote, ...]


class Row(Struct, frozen=True):
    """A place of the story: one cell an account, in the order of the event's accounts."""

    about: str
    verdict: str
    because: tuple[str, ...]
    origins: str
    cells: tuple[tuple[str, tuple[Quote, ...]], ...]


class Table(Struct, frozen=True):
    """The places of one event; `narrow` tells that its columns fit side by side."""

    event: Event
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    more: int
    narrow: bool


class Sheet(Struct, frozen=True):
    """An account in full."""

    account: Account
    label: str
    anchor: str
    runs: tuple[Run, ...]
    events: tuple[str, ...]


def page(ledger: Ledger) -> str:
    """Return the page; the same ledger gives the same bytes."""
    known = material(ledger)
    found = sorted(ledger.read(Finding), key=lambda finding: (-finding.weight, finding.id))
    return _Page(known).render(found)


class _Page:
    """Collects the places that links lead to while the page is put together."""

    def __init__(self, known: Material) -> None:
        self.known = known
        self.numbers = {account: n for n, account in enumerate(known.accounts, start=1)}
        self.shown = frozenset(list(known.accounts)[:MOST_ACCOUNTS])
        self.targets: dict[str, set[int]] = defaultdict(set)

    def render(self, found: Sequence[Finding]) -> str:
        script = (TEMPLATES / "page.js").read_text(encoding="utf-8")
        style = (TEMPLATES / "page.css").read_text(encoding="utf-8")
        told = [self.told(n, f) for n, f in enumerate(found[:MOST_FINDINGS], start=1)]
        parts = {
            "brief": brief(self.known, found),
            "told": told,
            "more_findings": max(0, len(found) - MOST_FINDINGS),
            "tables": [self.table(e) for e in self.events()],
            "axes": self.axes(),
            "moments": self.moments(),
            "stemma": stemma(self.known, most=MOST_ACCOUNTS),
            "sheets": [self.sheet(a) for a in self.known.accounts.values() if a.id in self.shown],
            "unshown": [
                (self.numbers[account], self.known.label(account))
                for account in self.known.accounts
                if account not in self.shown
            ],
        }
        return _template().render(
            known=self.known,
            script=Markup(script),  # noqa: S704 - our own file
            style=Markup(style),  # noqa: S704 - our own file
            script_hash=b64encode(sha256(script.encode()).digest()).decode(),
            version=version("variorum"),
            axis=AXIS,
            node=NODE,
            **parts,
        )

    def href(self, place: Span) -> str:
        """Return a link to a place; the account's text will carry its anchor."""
        if place.account not in self.shown:
            return f"#account-{self.numbers[place.account]}"
        self.targets[place.account].add(place.start)
        return f"#w-{self.numbers[place.account]}-{place.start}"

    def quote(self, place: Span, inner: Iterable[Span] = ()) -> Quote:
        speaker = next((q.speaker.name for q in self.known.quotations_at(place)), None)
        label = self.known.label(place.account)
        return Quote(self.href(place), label, speaker, tuple(within(place, inner)))

    def told(self, number: int, finding: Finding) -> Told:
        verdicts = [self.known.verdicts.get(key) for key in finding.about]
        counted = [v for a in finding.about for v in self.known.verdicts_of.get(a, ())]
        inner = [m for v in (*verdicts, *counted) if v is not None for m in v.marks]
        places = [self.widened(place) for place in finding.places]
        if finding.kind == "left out":
            places, inner = places[:MOST_LEFT_OUT], []
        quotes = tuple(self.quote(place, inner) for place in dict.fromkeys(places))
        return Told(number, finding.kind, finding.because, quotes)

    def widened(self, place: Span) -> Span:
        """Return the passage around a lone figure, so that a reader sees what it counts."""
        for alignment in self.known.alignments.values():
            for reading in alignment.readings:
                for wide in reading.places:
                    inside = wide.start <= place.start and place.end <= wide.end
                    if wide.account == place.account and inside:
                        return wide
        return place

    def events(self) -> list[Event]:
        return sorted(self.known.events.values(), key=lambda e: (-len(e.accounts), e.id))

    def table(self, event: Event) -> Table:
        places = [
            a
            for a in self.known.alignments_of.get(event.id, ())
            if sum(bool(r.places) for r in a.readings) > 1 and not self.known.is_count(a)
        ]
        places.sort(key=lambda a: (GRAVITY.index(a.verdict), -_spoken(a), a.id))
        columns = tuple(self.known.label(account) for account in event.accounts)
        rows = tuple(self.row(event, alignment) for alignment in places[:MOST_PLACES])
        more = max(0, len(places) - MOST_PLACES)
        return Table(event, columns, rows, more, len(columns) <= MOST_COLUMNS)

    def row(self, event: Event, alignment: Alignment) -> Row:
        verdicts = self.known.verdicts_of.get(alignment.id, ())
        telling = [v for v in verdicts if v.kind == alignment.verdict]
        inner = [mark for verdict in verdicts for mark in verdict.marks]
        readings = {reading.account: reading for reading in alignment.readings}
        cells = tuple(
            (self.known.label(account), self.cell(readings.get(account), inner))
            for account in event.accounts
        )
        because = tuple(dict.fromkeys(verdict.because for verdict in telling))[:3]
        return Row(alignment.about, alignment.verdict, because, alignment.because, cells)

    def cell(self, reading: Reading | None, inner: Sequence[Span]) -> tuple[Quote, ...]:
        return tuple(self.quote(p, inner) for p in reading.places) if reading else ()

    def axes(self) -> list[tuple[Axis, list[str]]]:
        found = axes(self.known, most=MOST_AXES)
        return [(axis, [self.href(bar.place) for bar in axis.bars]) for axis in found]

    def moments(self) -> list[tuple[Moment, str, str, str]]:
        """Return dated moments, earliest first: each with its account, words and link."""
        dated = [m for m in self.known.moments.values() if m.earliest and m.kind != "duration"]
        dated.sort(key=lambda m: (str(m.earliest), m.place.account, m.place.start))
        return [
            (m, self.known.label(m.place.account), around(self.known, m.place), self.href(m.place))
            for m in dated[:MOST_MOMENTS]
        ]

    def sheet(self, account: Account) -> Sheet:
        quotations = self.known.quoted.get(account.id, ())
        figures = [f for f in self.known.figures.values() if f.place.account == account.id]
        given = marks(account, quotations, figures)
        return Sheet(
            account=account,
            label=self.known.label(account.id),
            anchor=str(self.numbers[account.id]),
            runs=tuple(runs(account.text, given, self.targets[account.id])),
            events=tuple(event.label for event in self.known.events_of(account.id)),
        )


def _spoken(alignment: Alignment) -> int:
    return sum(bool(reading.places) for reading in alignment.readings)


def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.j2")


def _shown(value: object) -> object:
    """Show hidden characters in everything that the template prints, before it is escaped."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
