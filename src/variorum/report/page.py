"""The page: a ledger as one self-contained HTML file that can be mailed.

Enters: a `Ledger`. Leaves: HTML with no script, style, font or picture from elsewhere.

Everything an account or a finding says goes through the template's escaping; a content security
policy forbids the page to load or send anything. Long ledgers are cut, and the page says where.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup
from msgspec import Struct

from variorum.records import Account, Borrowing, Figure, Finding, Span
from variorum.report import marking
from variorum.report.axes import Axis, axes
from variorum.report.brief import Brief, brief
from variorum.report.findings import ranked
from variorum.report.material import Material, material, without_folders
from variorum.report.page_text import Run, marks, runs, visible
from variorum.report.quoting import Quote, Quoting
from variorum.report.stemma import NODE, stemma
from variorum.report.tabulating import tables
from variorum.report.timeline import days
from variorum.seams import Ledger

TEMPLATES = Path(__file__).parent / "templates"
MOST_FINDINGS = 60
MOST_AXES = 24
MOST_MOMENTS = 80
MOST_ACCOUNTS = 40
"""Accounts whose whole text stands on the page, those that findings tell of first."""
MOST_OPEN = 6
"""Accounts whose texts are unfolded from the start, if there are no more."""
MOST_NODES = 32
MOST_BORROWINGS = 100
MOST_QUOTES = 6
"""Quotes under one finding; the table has the rest."""
MOST_LEFT_OUT = 3
"""Words quoted of what an account leaves out."""
MOST_REFERENCES = 4
"""Links behind a line of the brief."""


Decide = Callable[[str], str | None]


class Told(Struct, frozen=True):
    """A finding with its quotes; `more` counts those that are not shown."""

    number: int
    kind: str
    because: str
    quotes: tuple[Quote, ...]
    more: int
    decide: str | None


class Reference(Struct, frozen=True):
    """A link from a line to words it rests on, and whose words they are."""

    href: str
    label: str


class Depends(Struct, frozen=True):
    """A borrowing in words, with a link to the first of its evidence."""

    to: str
    kind: str
    source: str
    because: str
    href: str | None


class Sheet(Struct, frozen=True):
    """An account in full; `origin` is its file or address."""

    account: Account
    label: str
    number: int
    origin: str
    runs: tuple[Run, ...]


def page(ledger: Ledger, *, decide: Decide | None = None) -> str:
    """Return the page; the same ledger gives the same bytes.

    `decide` gives the address at which a record (its id) is decided on, ``None`` where it is not;
    the page that is mailed has no such links.
    """
    address = decide or _nowhere
    known = material(ledger)
    found = ranked(ledger)
    quoting = Quoting(known, _whole(known, found))
    short = brief(known, found)
    drawn = stemma(known, most=MOST_NODES)
    dated, undrawn = days(known, most=MOST_MOMENTS)
    parts = {
        "known": known,
        "brief": short,
        "references": _references(quoting, short),
        "told": [
            _told(quoting, n, f, address) for n, f in enumerate(found[:MOST_FINDINGS], start=1)
        ],
        "more_findings": max(0, len(found) - MOST_FINDINGS),
        "tables": tables(quoting),
        "axes": [(axis, _bars(quoting, axis)) for axis in axes(known, most=MOST_AXES)],
        "days": [
            (day.dates, [(quoting.quote(e.passage, [e.place]), e.ground) for e in day.entries])
            for day in dated
        ],
        "more_moments": undrawn,
        "stemma": drawn,
        "borrowings": [_depends(quoting, b) for b in _first_borrowings(known)],
        "more_borrowings": max(0, len(known.borrowings) - MOST_BORROWINGS),
        "sheets": list(_sheets(quoting)),  # last: by now every link is known
        "unfolded": len(quoting.shown) <= MOST_OPEN,
        "unshown": [
            (number, known.label(account))
            for account, number in quoting.numbers.items()
            if account not in quoting.shown
        ],
    }
    return _render(parts)


def _render(parts: dict[str, object]) -> str:
    script = (TEMPLATES / "page.js").read_text(encoding="utf-8")
    style = (TEMPLATES / "page.css").read_text(encoding="utf-8")
    return _template().render(
        script=Markup(script),  # noqa: S704 - our own file
        style=Markup(style),  # noqa: S704 - our own file
        script_hash=b64encode(sha256(script.encode()).digest()).decode(),
        version=version("variorum"),
        node=NODE,
        **parts,
    )


def _whole(known: Material, found: Sequence[Finding]) -> list[str]:
    """Return the accounts whose texts stand on the page: first those that findings tell of."""
    told = [place.account for finding in found[:MOST_FINDINGS] for place in finding.places]
    return list(dict.fromkeys([*told, *known.accounts]))[:MOST_ACCOUNTS]


def _references(quoting: Quoting, short: Brief) -> dict[tuple[int, int], list[Reference]]:
    """Return the links of each line of the brief, by the numbers of its section and itself."""
    found = {}
    for at, section in enumerate(short.sections):
        for row, line in enumerate(section.lines):
            first = {place.account: place for place in reversed(line.places)}
            places = [first[a] for a in dict.fromkeys(p.account for p in line.places)]
            found[at, row] = [
                Reference(quoting.href(place), quoting.known.label(place.account))
                for place in places[:MOST_REFERENCES]
            ]
    return found


def _nowhere(_: str) -> None:
    return None


def _told(quoting: Quoting, number: int, finding: Finding, decide: Decide) -> Told:
    left_out = finding.kind == "left out"
    inner = [] if left_out else list(_carrying(quoting.known, finding))
    places = list(dict.fromkeys(quoting.widened(place) for place in finding.places))
    shown = places[: MOST_LEFT_OUT if left_out else MOST_QUOTES]
    quotes = tuple(quoting.quote(place, inner) for place in shown)
    addresses = (decide(key) for key in (finding.id, *reversed(finding.about)))
    address = next((found for found in addresses if found), None)
    return Told(number, finding.kind, finding.because, quotes, len(places) - len(shown), address)


def _carrying(known: Material, finding: Finding) -> Iterator[Span]:
    """Yield the words that carry a finding: marks of its verdicts, changes of its checks."""
    for key in finding.about:
        if key in known.checks:
            yield from marking.of_check(known, known.checks[key])
        if key in known.verdicts:
            yield from marking.of_verdict(known, known.verdicts[key])
        for verdict in known.verdicts_of.get(key, ()):
            yield from verdict.marks


def _bars(quoting: Quoting, axis: Axis) -> list[list[Quote]]:
    return [[quoting.quote(place) for place in bar.places] for bar in axis.bars]


def _first_borrowings(known: Material) -> list[Borrowing]:
    ordered = sorted(known.borrowings.values(), key=lambda b: (known.label(b.to), b.id))
    return ordered[:MOST_BORROWINGS]


def _depends(quoting: Quoting, one: Borrowing) -> Depends:
    label = quoting.known.label
    href = quoting.href(one.evidence[0]) if one.evidence else None
    return Depends(label(one.to), one.kind, label(one.from_), one.because, href)


def _sheets(quoting: Quoting) -> Iterator[Sheet]:
    known = quoting.known
    figures: dict[str, list[Figure]] = {account: [] for account in quoting.shown}
    for figure in known.figures.values():
        if figure.place.account in figures:
            figures[figure.place.account].append(figure)
    for account in known.accounts.values():
        if account.id in quoting.shown:
            given = marks(account, known.quoted.get(account.id, ()), figures[account.id])
            yield Sheet(
                account=account,
                label=known.label(account.id),
                number=quoting.numbers[account.id],
                origin=without_folders(account.source),
                runs=tuple(runs(account.text, given, quoting.targets[account.id])),
            )


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
