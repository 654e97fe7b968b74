"""The page: a ledger as one self-contained HTML file that can be mailed.

Enters: a `Ledger`. Leaves: HTML with no script, style, font or picture from elsewhere.

Everything an account or a finding says goes through the template's escaping; a content security
policy forbids the page to load or send anything. Long ledgers are cut, and the page says where.
"""

from __future__ import annotations

import re

from msgspec import Struct

from variorum.find.matter.material import Material, material, without_folders
from variorum.find.ranking import ranked
from variorum.records import Decision
from variorum.report.briefing import Brief, brief
from variorum.report.page.cards import CardMaker, Decide, cards, decision_address
from variorum.report.page.chapters import chaptered
from variorum.report.page.figures import Drawing, drawings
from variorum.report.page.filters import Tagging
from variorum.report.page.heading import heading, spelled
from variorum.report.page.keys import key_figures
from variorum.report.page.matrix import matrices
from variorum.report.page.picture import NODE
from variorum.report.page.rendering import rendered
from variorum.report.page.stemma import picture
from variorum.report.page.tabulating import PlaceTable, tables
from variorum.report.page.texts import sheets, shown_accounts
from variorum.report.quoting import Quoting
from variorum.report.runs import MarkedRun
from variorum.report.standing import accepted, decided_findings, in_force, standing
from variorum.report.timeline import Day, Entry, What, days
from variorum.seams import Ledger

__all__ = ["Decide", "page"]

MOST_FINDINGS = 60
MOST_AXES = 24
MOST_MOMENTS = 80
OPEN_AXES = 3
"""Counts that are drawn unfolded from the start."""
MOST_PROBLEMS = 60
"""Things that could not be done, as they are listed."""
MOST_REFERENCES = 4
"""Links behind a line of the brief."""

ANCHORS = {"publication date": "its publication date", "narrative": "the day it tells of"}
"""What a moment is dated by, as a reader says it."""
_ANCHOR = re.compile(rf"^({'|'.join(ANCHORS)}) (\S+)$")


class Reference(Struct, frozen=True):
    """A link from a line to words it rests on, and whose words they are."""

    href: str
    label: str


class Happening(Struct, frozen=True):
    """An entry of the timeline in words: whose it is, a link; `runs` are a moment's words."""

    label: str
    href: str
    ground: str
    runs: tuple[MarkedRun, ...] = ()
    speaker: str | None = None
    language: str | None = None


class DayShown(Struct, frozen=True):
    """A day of the timeline: its events, the accounts published then, the moments that name it."""

    dates: str
    events: tuple[Happening, ...]
    publications: tuple[Happening, ...]
    moments: tuple[Happening, ...]


def page(ledger: Ledger, *, decide: Decide | None = None, queue: str | None = None) -> str:
    """Return the page; the same ledger gives the same bytes.

    `decide` gives the address at which a record (its id) is decided on, ``None`` where it is not;
    `queue` is the address of the screen's queue. The page that is mailed has no such links.
    """
    known = material(ledger)
    unsaid = ranked(ledger)
    said = standing(known, unsaid, ledger.read(Decision))
    found = decided_findings(known, unsaid, said)
    found = found if decide else in_force(found)
    shown = found[:MOST_FINDINGS]
    quoting = Quoting(known, shown_accounts(known, shown))
    tagging = Tagging(known, quoting.numbers)
    maker = CardMaker(quoting, tagging, said, decide or _nowhere)
    short = brief(accepted(ledger), found)
    told = cards(maker, shown)  # first: in a text, the way back to a finding stands first
    readings, figures = tables(quoting, tagging), drawings(quoting, tagging, most=MOST_AXES)
    top = heading(known)
    parts: dict[str, object] = {
        "known": known,
        "heading": top,
        "brief": short,
        "references": _references(quoting, short),
        "keys": key_figures(known, shown),
        "findings": chaptered(known, told),
        "more_findings": len(found) - len(shown),
        "matrices": matrices(quoting, tagging),
        "tables": readings,
        "drawings": figures,
        "open_axes": OPEN_AXES,
        "anchors": _anchors(readings, figures),
        "stemma": picture(maker),
        "node": NODE,
        "queue": queue,
        "decided": lambda key: decision_address(maker.decide, [key]),
        "orphans": said.orphans,
        "problems": [(without_folders(p.where), p.reason) for p in known.problems[:MOST_PROBLEMS]],
    }
    parts |= _timeline(quoting) | _accounts(quoting, tagging)
    return rendered(parts | {"facets": tagging.facets()}, year=top.year)


def _anchors(readings: list[PlaceTable], figures: list[Drawing]) -> frozenset[str]:
    """Return the alignments that stand on the page: places among the readings, counts on an axis."""
    rows = {row.anchor for table in readings for row in table.rows}
    return frozenset(rows | {drawing.axis.alignment for drawing in figures})


def _nowhere(_: str) -> None:
    return None


def _accounts(quoting: Quoting, tagging: Tagging) -> dict[str, object]:
    known: Material = quoting.known
    return {
        "sheets": list(sheets(quoting, tagging)),
        "unfolded": len(quoting.shown) == 1,
        "unshown": [(a, known.label(a)) for a in known.accounts if a not in quoting.shown],
    }


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


def _timeline(quoting: Quoting) -> dict[str, object]:
    dated, undrawn = days(quoting.known, most=MOST_MOMENTS)
    shown = [_day(quoting, day) for day in dated]
    told = [at for at, day in enumerate(shown) if day.events or day.publications]
    first, last = (told[0], told[-1] + 1) if told else (0, len(shown))
    return {
        "earlier": shown[:first],
        "days": shown[first:last],
        "later": shown[last:],
        "more_moments": undrawn,
    }


def _day(quoting: Quoting, day: Day) -> DayShown:
    told: dict[What, list[Happening]] = {"event": [], "publication": [], "moment": []}
    for entry in day.entries:
        told[entry.what].append(_happening(quoting, entry))
    return DayShown(
        day.dates, tuple(told["event"]), tuple(told["publication"]), tuple(told["moment"])
    )


def _happening(quoting: Quoting, entry: Entry) -> Happening:
    if entry.passage and entry.place:
        one = quoting.quote(entry.passage, [entry.place])
        ground = _ANCHOR.sub(_anchor_told, entry.ground)
        return Happening(one.label, one.href, ground, one.runs, one.speaker, one.language)
    label = entry.label or quoting.known.label(entry.about)
    return Happening(label, f"#{entry.about}", entry.ground)


def _anchor_told(anchor: re.Match[str]) -> str:
    return f"{ANCHORS[anchor[1]]}, {spelled(anchor[2])}"
