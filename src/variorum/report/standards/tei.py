"""TEI: the accounts as witnesses, the places of the story as a critical apparatus.

Enters: a `Ledger`. Leaves: ``apparatus.xml`` (TEI P5 Guidelines, chapter 13 on names and dates and the
chapter "Critical Apparatus"), valid against TEI's own schema.

The method is "location-referenced", outside the texts: the accounts are different texts, not copies
of one, so that there is no base text in which segments could run in parallel or have end points.
Each place is a `seg` whose `source` names the account and the characters (RFC 5147, 2.2.1). An
account of the event that has nothing at a place is a witness of an empty reading, type "silence".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from lxml import etree

from variorum.find.matter.material import Material
from variorum.records import Alignment, Reading, Verdict
from variorum.report.standards.filing import filed
from variorum.report.standards.identifiers import xml_id
from variorum.report.standards.tei_context import header, stand_off
from variorum.report.standards.tei_parts import TEI_NAMESPACE, part, pointer, teidata_word
from variorum.report.standing import accepted
from variorum.seams import Ledger

SILENCE = "silence"
_ON_LINES = ("app", "witness", "person", "org", "place", "event")
"""Elements that stand on lines of their own; between them white space means nothing."""


def write(ledger: Ledger, folder: Path) -> list[Path]:
    """Write the apparatus as one file."""
    body = etree.tostring(edition(accepted(ledger)), xml_declaration=True, encoding="UTF-8")
    return filed(folder / "apparatus.xml", [body.decode(), "\n"])


def edition(known: Material) -> etree._Element:
    """Return the document: header, entities and events, and the apparatus of each event."""
    root = etree.Element(f"{{{TEI_NAMESPACE}}}TEI", nsmap={None: TEI_NAMESPACE})
    header(root, known)
    stand_off(root, known)
    body = part(part(root, "text"), "body")
    ordered = sorted(known.alignments.values(), key=lambda place: (place.event, place.id))
    for event, places in groupby(ordered, key=lambda place: place.event):
        _event(body, known, event, list(places))
    if not len(body):
        part(body, "p", "No readings of several accounts were compared.")
    for element in root.iter(*(f"{{{TEI_NAMESPACE}}}{tag}" for tag in _ON_LINES)):
        element.tail = "\n"
    return root


def _event(body: etree._Element, known: Material, event: str, places: Sequence[Alignment]) -> None:
    found = known.events.get(event)
    reference = {"corresp": f"#{xml_id(event)}"} if found else {}
    division = part(body, "div", type="event", **reference)
    part(division, "head", found.label if found else event)
    apparatus = part(division, "listApp")
    for place in places:
        _entry(apparatus, known, place)


def _entry(apparatus: etree._Element, known: Material, place: Alignment) -> None:
    """Add one place of the story: its readings, the silent witnesses, what is noted on them."""
    entry = part(apparatus, "app", id=place.id, type=teidata_word(place.verdict))
    silent = [reading.account for reading in place.readings if not reading.places]
    for reading in place.readings:
        if reading.places:
            _reading(entry, place, reading)
    if silent:
        part(entry, "rdg", wit=_witnesses(silent), type=SILENCE)
    part(entry, "note", place.about, type="about")
    if place.because:
        part(entry, "note", place.because, type="origins")
    for verdict in known.verdicts_of.get(place.id, ()):
        _verdict(entry, place, verdict)


def _reading(entry: etree._Element, place: Alignment, reading: Reading) -> None:
    name = _reading_id(place, reading.account)
    made = part(entry, "rdg", id=name, wit=_witnesses([reading.account]))
    for span in reading.places:
        part(made, "seg", span.text, source=pointer(span))


def _verdict(entry: etree._Element, place: Alignment, verdict: Verdict) -> None:
    ends = [verdict.left, *([verdict.right] if verdict.right else [])]
    spoken = {reading.account for reading in place.readings if reading.places}
    targets = [
        f"#{xml_id(_reading_id(place, end.account))}" for end in ends if end.account in spoken
    ]
    pointed = {"target": " ".join(dict.fromkeys(targets))} if targets else {}
    note = part(entry, "note", id=verdict.id, type="verdict", **pointed)
    part(note, "label", verdict.kind)
    part(note, "desc", verdict.because)
    for mark in verdict.marks:
        part(note, "quote", mark.text, source=pointer(mark))


def _reading_id(place: Alignment, account: str) -> str:
    return f"{place.id}.{account}"


def _witnesses(accounts: Iterable[str]) -> str:
    return " ".join(f"#{xml_id(account)}" for account in accounts)
