"""Merging and splitting: entities, events and alignments that the machine took for one, or for two.

Enters: requests. Leaves: lists to search, one record with its places to choose from, decisions.
The machine's records are shown as they are; what people joined and parted stands beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast
from urllib.parse import urlencode

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from variorum.errors import UsageError
from variorum.folding import fold
from variorum.records import Alignment, Decision, Entity, Event, Record
from variorum.review import JOINED, Signed, evidence, identity, kind_of, merge, overlay, split
from variorum.serve.web.queueing import RETURN_TO, done_words, note
from variorum.serve.web.rendering import form, one, rendered, reviewer, screen
from variorum.serve.web.seen import FoundRecords, Seen
from variorum.serve.web.side_by_side import grounds, sides

ROWS_A_PAGE = 100
KIND_PLURALS = {"entity": "entities", "event": "events", "alignment": "alignments"}
LIST_WORDS = {
    "entity": "Persons, bodies and places, each under all its names.",
    "event": "What happened, each with the accounts that tell of it.",
    "alignment": "Places of the story, each with the readings of all accounts.",
}
CLASSES: dict[str, type[Record]] = {"entity": Entity, "event": Event, "alignment": Alignment}


class ListRow(Struct, frozen=True):
    """One record of a list: its name, its kind or verdict, and what it holds."""

    id: str
    title: str
    said: str
    holds: str
    because: str


class Join(Struct, frozen=True):
    """A merge or split in force: what was joined or parted, in words."""

    decision: Decision
    words: str


def entities_page(request: Request) -> Response:
    """List the entities."""
    return _list(request, "entity")


def events_page(request: Request) -> Response:
    """List the events."""
    return _list(request, "event")


def alignments_page(request: Request) -> Response:
    """List the alignments."""
    return _list(request, "alignment")


def _list(request: Request, kind: str) -> Response:
    seen = screen(request).see()
    wanted = request.query_params.get("q", "")
    rows = _rows(seen.found, kind, wanted)
    after = sum(isinstance(r, CLASSES[kind]) for r in _overlaid(seen)) if seen.given.joins else None
    return rendered(
        request,
        "joining.html.j2",
        seen,
        kind=kind,
        plural=KIND_PLURALS[kind],
        words=LIST_WORDS[kind],
        wanted=wanted,
        rows=rows[:ROWS_A_PAGE],
        more=len(rows[ROWS_A_PAGE:]),
        after=after,
        joins=_joins(seen, kind),
        done=done_words(seen, request.query_params.get("done", "")),
    )


def part_page(request: Request) -> Response:
    """Show one entity, event or alignment with its places, to choose those that are set apart."""
    seen = screen(request).see()
    record = seen.record(request.query_params.get("id", ""))
    if kind_of(record) not in JOINED:
        raise UsageError("Only entities, events and alignments can be split.")
    return rendered(
        request,
        "parting.html.j2",
        seen,
        kind=kind_of(record),
        plural=KIND_PLURALS[kind_of(record)],
        id=request.query_params["id"],
        side=sides(seen.found, record)[0],
        grounds=grounds(seen.found, record),
        because=str(getattr(record, "because", "")),
        item=seen.item(request.query_params["id"]),
    )


def merge_form(request: Request) -> Response:
    """Keep the view that the records chosen are one; the first in the list stays."""
    served, who = screen(request), reviewer(request)
    if not who:
        return RedirectResponse("/name", status_code=303)
    seen = served.see()
    chosen = [seen.record(key) for key in dict.fromkeys(form(request).get("id", []))]
    decision = merge(chosen, Signed(who, served.clock(), note(request)))
    served.keep(decision)
    return _back(decision)


def split_form(request: Request) -> Response:
    """Keep the view that the places chosen belong to another record."""
    served, who = screen(request), reviewer(request)
    if not who:
        return RedirectResponse("/name", status_code=303)
    record = served.see().record(one(request, "id"))
    held = evidence(record)
    numbers = [n for n in form(request).get("place", []) if n.isascii() and n.isdigit()]
    places = [held[int(n)] for n in numbers if int(n[:9]) < len(held)]
    decision = split(record, places, Signed(who, served.clock(), note(request)))
    served.keep(decision)
    return _back(decision)


def _back(decision: Decision) -> Response:
    query = urlencode({"done": decision.id})
    return RedirectResponse(f"{RETURN_TO[decision.kind]}?{query}", status_code=303)


def _rows(found: FoundRecords, kind: str, wanted: str) -> list[ListRow]:
    """Return the records whose name or words hold all that is searched, most evidence first."""
    words = fold(wanted).casefold().split()
    records = [r for r in found.records.values() if kind_of(r) == kind]
    rows = []
    for record in sorted(records, key=lambda r: -len(evidence(r))):
        text = fold(_searched(record)).casefold()
        if all(word in text for word in words):
            rows.append(_row(found, record))
    return rows


def _searched(record: Record) -> str:
    if isinstance(record, Entity):
        return " ".join([record.name, *dict.fromkeys(place.text for place in record.mentions)])
    return record.label if isinstance(record, Event) else cast(Alignment, record).about


def _row(found: FoundRecords, record: Record) -> ListRow:
    told = grounds(found, record)
    return ListRow(
        id=identity(record),
        title=told.title,
        said=str(getattr(record, "kind", getattr(record, "verdict", ""))),
        holds=" · ".join(words for name, words in told.facts if name != "origins"),
        because=str(getattr(record, "because", "")),
    )


def _joins(seen: Seen, kind: str) -> list[Join]:
    return [
        Join(decision, _join_words(seen.found, decision, [fit.target, *fit.others]))
        for decision, fit in seen.given.joins
        if decision.kind == kind
    ]


def _join_words(found: FoundRecords, decision: Decision, records: Sequence[Record]) -> str:
    names = [f"“{grounds(found, record).title}”" for record in records]
    if decision.view == "merge":
        return " and ".join(names) + " are one" if len(names) > 1 else f"{names[0]}: already one"
    where = dict.fromkeys(
        f"“{place.text}”" if place.text else found.known.label(place.account)
        for place in decision.basis
    )
    return f"{', '.join(where)} set apart from {names[0]}"


def _overlaid(seen: Seen) -> list[Record]:
    return overlay(seen.found.records.values(), seen.given)
