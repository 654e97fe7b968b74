"""Web annotations: statements, readings, verdicts and findings on the accounts' own words.

Enters: a `Ledger`. Leaves: ``annotations.jsonld``, one AnnotationCollection with one page (W3C Web
Annotation Data Model, Recommendation 23 February 2017, 5.1 and 5.2), for tools such as Hypothesis,
Recogito or Annotorious.

Each target has both a TextQuoteSelector and a TextPositionSelector. Positions count code points of
the account's text as Variorum holds it; where that text was taken out of a web page, the quoted
words find the place in the page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from variorum.find.matter.material import Material
from variorum.records import Decision, Finding, Quotation, Span, new_id
from variorum.report.standards.filing import filed
from variorum.report.standards.identifiers import instant, software, source_of, urn
from variorum.report.standards.selecting import Offsets, selectors
from variorum.report.standing import accepted, in_force, told
from variorum.seams import Ledger

ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
Node = dict[str, object]


class Note(msgspec.Struct, frozen=True):
    """An annotation before it is written: `tags` sort it, `text` says it, `places` carry it."""

    id: str
    motivation: str
    tags: tuple[str, ...]
    text: str
    places: tuple[Span, ...]


def write(ledger: Ledger, folder: Path) -> list[Path]:
    """Write all annotations as one file."""
    known = accepted(ledger)
    notes = list(_notes(known, in_force(told(ledger))))
    targets = _Targets(known, notes)
    items = [item for note in notes if (item := _annotation(note, targets))["target"]]
    items += [_decision(one) for one in ledger.read(Decision)]
    return filed(folder / "annotations.jsonld", _collection(known, items))


class _Targets:
    """The targets of all places; the selectors of an account are made at once."""

    def __init__(self, known: Material, notes: Iterable[Note]) -> None:
        places: dict[str, set[Offsets]] = defaultdict(set)
        for note in notes:
            for place in note.places:
                places[place.account].add((place.start, place.end))
        self._known = known
        self._made = {
            account: selectors(known.accounts[account], found)
            for account, found in places.items()
            if account in known.accounts
        }

    def of(self, place: Span) -> Node | None:
        found = self._made.get(place.account)
        if found is None:
            return None
        return {
            "type": "SpecificResource",
            "source": source_of(self._known.accounts[place.account]),
            "selector": found[place.start, place.end],
        }


def _collection(known: Material, items: list[Node]) -> Iterator[str]:
    """Yield the collection, an annotation a line."""
    name = new_id("annotations", *known.accounts)
    head: Node = {
        "@context": ANNOTATION_CONTEXT,
        "id": urn(name),
        "type": "AnnotationCollection",
        "label": "Statements, readings and findings of several accounts",
        "generator": {
            "id": urn(new_id("software", software())),
            "type": "Software",
            "name": software(),
        },
        "total": len(items),
    }
    page: Node = {
        "id": urn(f"{name}-1"),
        "type": "AnnotationPage",
        "partOf": urn(name),
        "startIndex": 0,
    }
    yield f'{_json(head)[:-1]},"first":{_json(page)[:-1]},"items":['
    for number, item in enumerate(items):
        yield f"{',' if number else ''}\n{_json(item)}"
    yield "\n]}}\n"


def _json(node: Node) -> str:
    return msgspec.json.encode(node).decode()


def _annotation(note: Note, targets: _Targets) -> Node:
    bodies: list[Node] = [_body(tag, "tagging") for tag in note.tags]
    if note.text:
        bodies.append(_body(note.text, note.motivation))
    found = [target for place in note.places if (target := targets.of(place))]
    return {
        "id": urn(note.id),
        "type": "Annotation",
        "motivation": note.motivation,
        "body": bodies,
        "target": found,
    }


def _body(value: str, purpose: str) -> Node:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _decision(one: Decision) -> Node:
    """Return a person's view as an annotation on what was found (a reply, 3.3.5)."""
    bodies = [_body(one.view, "tagging"), *([_body(one.note, "commenting")] if one.note else [])]
    made: Node = {
        "id": urn(one.id),
        "type": "Annotation",
        "motivation": "assessing",
        "creator": {"id": urn(new_id("person", one.who)), "type": "Person", "name": one.who},
        "body": bodies,
        "target": urn(one.target),
    }
    return {**made, "created": one.when} if instant(one.when) else made


def _notes(known: Material, findings: Iterable[Finding]) -> Iterator[Note]:
    """Yield all annotations: findings first, then what they rest on."""
    for one in findings:
        tags = ("finding", one.kind, *([one.decided] if one.decided else []))
        yield Note(one.id, "commenting", tags, one.text, one.places)
    yield from _compared(known)
    yield from _statements(known)
    for entity in known.entities.values():
        yield Note(entity.id, "identifying", ("name", entity.kind), entity.name, entity.mentions)


def _compared(known: Material) -> Iterator[Note]:
    for place in known.alignments.values():
        spans = tuple(span for reading in place.readings for span in reading.places)
        yield Note(place.id, "linking", ("reading", place.verdict), place.about, spans)
    for verdict in known.verdicts.values():
        spans = (verdict.left, *([verdict.right] if verdict.right else []))
        yield Note(verdict.id, "assessing", ("verdict", verdict.kind), verdict.because, spans)
    for check in known.checks.values():
        spans = (check.place, *([check.match] if check.match else []))
        yield Note(check.id, "assessing", ("check", check.kind), check.because, spans)
    for one in known.borrowings.values():
        yield Note(one.id, "linking", ("borrowing", one.kind), one.because, one.evidence)


def _statements(known: Material) -> Iterator[Note]:
    for quotation in known.quotations.values():
        tags = ("quotation", quotation.manner)
        yield Note(
            quotation.id, "describing", tags, _attribution(known, quotation), quotation.contents
        )
    for figure in known.figures.values():
        bounds = " to ".join(bound or "open" for bound in (figure.low, figure.high))
        text = " ".join(part for part in (bounds, figure.unit, figure.counted) if part)
        yield Note(figure.id, "describing", ("figure",), text, (figure.place,))
    for moment in known.moments.values():
        text = " to ".join(bound or "open" for bound in (moment.earliest, moment.latest))
        yield Note(moment.id, "describing", ("moment", moment.kind), text, (moment.place,))
    for assertion in known.assertions.values():
        yield Note(assertion.id, "describing", ("assertion",), "", (assertion.place,))


def _attribution(known: Material, quotation: Quotation) -> str:
    speaker = known.whose(quotation)
    via = ", through ".join(carrier.name for carrier in quotation.via)
    chain = f", through {via}" if via else ""
    return f"Words of {speaker or 'a speaker who is not named'}{chain}"
